"""改派: who reports an item, where the office has given it to another unit than the one that is printed."""

from collections.abc import Mapping
from dataclasses import replace

from handlers.access import ASSESSING_COLUMN
from scoring.model import Criterion, Input, Rubric


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
