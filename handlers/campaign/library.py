"""The rubrics at hand: the packaged ones and, where the office has a folder of its own, those."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import rubrics
from handlers.access import ASSESSING_COLUMN
from handlers.campaign.arrangements import arranged_for
from rubrics.loader import load_content
from rubrics.overlays import OverlayDocument, parse_overlay
from scoring.model import Criterion, Input, Rubric
from store.records import Campaign
from store.unit_of_work import UnitOfWork


def with_reporters(rubric: Rubric, reporters: Mapping[str, str]) -> Rubric:
    """The document with those items ({code: unit}) reported by those units; what is printed stays beside it."""
    assessing = rubric.role == ASSESSING_COLUMN
    criteria = tuple(
        _given(leaf, reporters.get(leaf.code, ""), assessing=assessing) for leaf in rubric.criteria
    )
    return replace(rubric, criteria=criteria)


def with_names(rubric: Rubric, names: Mapping[str, str]) -> Rubric:
    """The document with what units are called besides ({住建局: 县城建局}), with and without 县 or 市 before it."""
    known = {call: unit for words, unit in names.items() for call in (words, f"{unit[:1]}{words}")}
    return replace(rubric, unit_aliases={**rubric.unit_aliases, **known}) if names else rubric


def _given(leaf: Criterion, unit: str, *, assessing: bool) -> Criterion:
    """Who reports is named beside the others, but for a document that names those who judge."""
    if unit in ("", leaf.reporter):
        return leaf
    known = assessing or unit in leaf.named_units
    named = leaf.named_units if known else (*leaf.named_units, unit)
    inputs = tuple(_by(item, leaf.reporter, unit) for item in leaf.inputs)
    return replace(leaf, reporter=unit, named_units=named, inputs=inputs)


def _by(item: Input, before: str, unit: str) -> Input:
    """An input that is the former unit's own goes over with the item; another unit's stays its own."""
    if before not in item.by:
        return item
    return replace(item, by=tuple(unit if one == before else one for one in item.by))


class EditionMissingError(Exception):
    """A campaign names a version of its rubric that is neither installed nor kept."""


class Library:
    """Loads each rubric once.

    `directory` is the office's own folder (KAOHE_RUBRICS_DIR), or None.
    """

    def __init__(self, directory: Path | None = None) -> None:
        self._directory = directory
        self._loaded: dict[str, Rubric] = {}
        self._overlays: dict[int, OverlayDocument] = {}
        self._changed: dict[int, tuple[tuple[Rubric, *tuple[tuple[tuple[str, str], ...], ...]], Rubric]] = {}

    def names(self) -> tuple[str, ...]:
        """The names that `rubric` knows, in order."""
        return rubrics.available(self._directory)

    def rubric(self, name: str) -> Rubric:
        """The rubric of that name; raises rubrics.RubricError where there is none or it has errors."""
        rubric = self._loaded.get(name)
        if rubric is None:
            rubric = self._loaded[name] = rubrics.load(name, self._directory)
        return rubric

    def text(self, name: str) -> str:
        """What the rubric's file holds, to be kept with a campaign that adopts it."""
        return (rubrics.folder_of(name, self._directory) / "rubric.toml").read_text("utf-8")

    def source(self, name: str) -> str:
        """The document itself, word for word; "" where the rubric's folder does not hold it."""
        file = rubrics.folder_of(name, self._directory) / "source.txt"
        return file.read_text("utf-8") if file.is_file() else ""

    def adopted(self, uow: UnitOfWork, campaign: Campaign) -> Rubric:
        """The rubric in the version that the campaign has adopted, whatever is installed by now."""
        installed = self.rubric(campaign.rubric)
        if installed.version == campaign.rubric_version:
            return installed
        key = f"{campaign.rubric}@{campaign.rubric_version}"
        rubric = self._loaded.get(key)
        if rubric is None:
            content = uow.editions.content(campaign.rubric, campaign.rubric_version)
            if content is None:
                raise EditionMissingError(key)
            rubric = self._loaded[key] = load_content(content.encode(), key)
        return rubric

    def overlay_of(self, campaign: Campaign) -> OverlayDocument | None:
        """The overlay (补充方案) that the campaign was opened with, or None."""
        if campaign.overlay is None:
            return None
        overlay = self._overlays.get(campaign.id)
        if overlay is None or overlay.data != campaign.overlay:
            overlay = self._overlays[campaign.id] = parse_overlay(campaign.overlay)
        return overlay

    def rubric_of(self, uow: UnitOfWork, campaign: Campaign) -> Rubric:
        """The campaign's rubric with its overlay's marks, where it has one."""
        rubric, overlay = self.reported(uow, campaign), self.overlay_of(campaign)
        return rubric if overlay is None else overlay.applied_to(rubric)

    def reported(self, uow: UnitOfWork, campaign: Campaign) -> Rubric:
        """The adopted rubric, with who reports what and what units are called as the office has changed it."""
        adopted, arranged = self.adopted(uow, campaign), arranged_for(uow, campaign.id)
        reporters, names = arranged.reporters, arranged.unit_names
        if not reporters and not names:
            return adopted
        key = (adopted, tuple(reporters.items()), tuple(names.items()))
        changed = self._changed.get(campaign.id)
        if changed is None or changed[0] != key:
            changed = self._changed[campaign.id] = (
                key,
                with_names(with_reporters(adopted, reporters), names),
            )
        return changed[1]
