"""各段怎么办: for each part of what was told, what is certain, what is asked, and which words are kept."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from handlers.board import Board
from handlers.context import Context
from handlers.reading import ReportItem, RowReading, Task
from handlers.reporting import report
from handlers.reporting.situations import levels, signs
from handlers.reporting.situations.figures import figures_in
from handlers.reporting.situations.items import (
    code_of,
    is_figure,
    is_labelled,
    is_sure,
    says_state,
)
from handlers.reporting.situations.ordinary import Ordinary
from handlers.reporting.situations.parts import Part, trimmed
from handlers.reporting.situations.themes import themes_of
from handlers.reporting.withdraw import effective

_UNREAD: Final = re.compile("没读进去的：.*?。")
_MERE: Final = re.compile(r"(?=.*\d)[^，,；;。\n]{1,20}")
_NEAR: Final = 4
_CLEARLY: Final = 3
_KEPT: Final = 4
"""So many messages told before are kept with the one that is told now."""
_HAN: Final = re.compile("[\u4e00-\u9fff]{2}")


class Rows:
    """The rows that a message in parts comes to; `waiting` are the words that wait for an answer, by code."""

    def __init__(
        self, ordinary: Ordinary, board: Board, context: Context, waiting: Mapping[str, str]
    ) -> None:
        self._ordinary, self._context, self._waiting = ordinary, context, waiting
        self._tasks = board.tasks()

    def of(self, parts: Sequence[Part]) -> list[RowReading]:
        """One or two rows for each part, those of the same words and levels together."""
        if (either := self._either(parts)) is not None:
            return [either]
        found: list[RowReading] = []
        for part in map(self._with_waiting, _merged(parts)):
            if len(part.places) == 1 and not self._is_mere_figure(part):
                task = self._tasks[part.places[0]]
                found += self._stated(part, task) or self._of_line(part, task)
            elif not (near := self._near(part)) and len(parts) == 1 and _MERE.fullmatch(part.words):
                found.append(levels.fits_none(part.words, self._tasks, self._context))
            else:
                found.append(levels.which_line(part.words, self._tasks, near))
        return levels.together(found)

    def _either(self, parts: Sequence[Part]) -> RowReading | None:
        """The figures that may be meant, beside the lines that the words may be told of; None where these are sure."""
        rows = [row for row in self._ordinary.rows if row.outcome == "asks"]
        if (
            len(self._ordinary.rows) != 1
            or not rows
            or len(parts) != 1
            or parts[0].certain
            or not self._ordinary.is_covered()
        ):
            return None
        return levels.figure_or_words(parts[0].words, rows[0].choices, self._tasks, parts[0].places)

    def _is_mere_figure(self, part: Part) -> bool:
        """Whether hardly more than a figure is told, in words that are not the line's own name: 市名牌3个."""
        task = self._tasks[part.places[0]]
        if part.certain or levels.level_of(task) or not _MERE.fullmatch(part.words):
            return False
        if signs.has_number(part.words):
            return False
        themes, place = themes_of(self._tasks), part.places[0]
        named = _is_first(place, themes.likeness(part.words, by_name=True), 1)
        return not named and not _is_first(place, themes.likeness(part.words), _CLEARLY)

    def _near(self, part: Part) -> tuple[int, ...]:
        """The lines to choose from; beside a single one those that the words are of a little, the whole list for none."""
        if len(part.places) != 1:
            return part.places
        weights = themes_of(self._tasks).likeness(part.words)
        least = max(weights.values(), default=0.0) / _NEAR
        near = sorted((at for at in weights if weights[at] > least), key=lambda at: -weights[at])[:_NEAR]
        return tuple(near) if len(near) > 1 else ()

    def _with_waiting(self, part: Part) -> Part:
        """The part with what was told of its line before and is not answered yet."""
        code = self._tasks[part.places[0]].criterion.code if len(part.places) == 1 else ""
        before = "\n".join(self._waiting.get(code, "").split("\n")[-_KEPT:])
        fresh = part.words not in before.split("\n")
        return replace(part, words=f"{before}\n{part.words}" if fresh else before) if before else part

    def _of_line(self, part: Part, task: Task) -> list[RowReading]:
        code = task.criterion.code
        if part.certain and (not _HAN.search(part.words) or says_state(part.words)):
            return list(report.read(f"第{task.ordinal}项 {part.words}", self._context)[1])
        if not levels.is_told(task):
            return self._measured(part, task)
        certain = [
            row
            for row in self._ordinary.certain
            if row.item
            and row.item.criterion.code == code
            and is_sure(row.item, assessed="自评" in part.words)
        ]
        rows = [row for row in certain if row.item]
        if any(self._settles(row.item, task) for row in rows if row.item):
            return (
                [replace(rows[0], item=replace(rows[0].item, words=part.words)), *rows[1:]]
                if rows[0].item
                else rows
            )
        offered = self._offered(part, code)
        if offered:
            return [*rows, *offered]
        if (
            part.certain
            and signs.has_number(part.words)
            and not levels.level_of(task)
            and len(task.subjects) == 1
        ):
            item = ReportItem(task.criterion, task.subjects[0], {}, words=part.words)
            return [*rows, RowReading(part.words, "certain", item=item, task=task)]
        given = {name: value for row in rows if row.item for name, value in row.item.inputs.items()}
        return [*rows, levels.of_line(replace(task, known={**task.known, **given}), part.words)]

    def _stated(self, part: Part, task: Task) -> list[RowReading]:
        """What is certainly said of the line beside the number of a document: 3已经建立，见平交〔2021〕56号."""
        if not signs.has_number(part.words) or signs.counts(part.words) or len(task.subjects) > 1:
            return []
        said = "，".join(
            one for one in re.split("[，,；;。]", part.words) if one and not signs.has_number(one)
        )
        read = (
            report.read(f"{task.ordinal} {said}" if part.certain else said, self._context)[1] if said else ()
        )
        items = [row.item for row in read if row.outcome == "certain" and row.item]
        if len(read) != 1 or not items or items[0].criterion.code != task.criterion.code:
            return []
        return [replace(read[0], item=replace(items[0], words=part.words))]

    def _settles(self, item: ReportItem, task: Task) -> bool:
        """Whether the certain row says all that the line needs to be judged by."""
        level = levels.level_of(task)
        return level is None or level.name in item.inputs

    def _offered(self, part: Part, code: str) -> list[RowReading]:
        """The figures that were read for that very line, each choice with the words."""
        rows = [
            row
            for row in self._ordinary.rows
            if row.outcome == "asks"
            and row.choices
            and row.task is not None
            and row.task.criterion.code == code
        ]
        kept = []
        for row in rows:
            items = [item for choice in row.choices for item in choice.items]
            alone = row.task is not None and len(row.task.inputs) == 1
            if all(is_figure(item) and (alone or is_labelled(item, row.piece)) for item in items):
                choices = tuple(replace(one, item=replace(one.item, words=part.words)) for one in row.choices)
                said = f"原话一并记作它的文字材料：“{part.words}”"
                question = _UNREAD.sub("", row.question)
                kept.append(replace(row, choices=choices, question=f"{question}\n{said}"))
        return kept

    def _measured(self, part: Part, task: Task) -> list[RowReading]:
        """A line of figures alone is read as ever; the number of a document beside it is filed."""
        code = task.criterion.code
        rows = [row for row in self._ordinary.rows if code_of(row) == code]
        if not signs.has_number(part.words):
            found = figures_in(task, part.words)
            if found.over and (found.given or found.open) and not any(row.item for row in rows):
                return [levels.of_line(task, part.words)]
            return self._offered(part, code) or rows
        item = next((row.item for row in rows if row.outcome == "certain" and row.item), None)
        if item is not None:
            kept = replace(item, words=part.words)
            return [replace(row, item=kept) if row.item is item else row for row in rows]
        if offered := self._offered(part, code):
            return offered
        subject = self._just_reported(code)
        return [*rows, levels.of_line(task, part.words, subject)]

    def _just_reported(self, code: str) -> str | None:
        """The one assessed unit for which the last report gave that line."""
        campaign, contact = self._context.speaker.campaign.id, self._context.speaker.contact.id
        own = effective(self._context.uow.submissions.of_contact(campaign, contact))
        last = [row for row in own if row.inbox_id == own[-1].inbox_id and row.code == code]
        return last[0].subject if len(last) == 1 else None


def _is_first(place: int, weights: Mapping[int, float], ahead: float) -> bool:
    """Whether that place weighs most, so many times what the next does."""
    others = max((weight for at, weight in weights.items() if at != place), default=0.0)
    return weights.get(place, 0.0) > others * ahead


def _merged(parts: Sequence[Part]) -> list[Part]:
    """The parts, those of the same line as one."""
    found: dict[tuple[int, ...], Part] = {}
    for part in parts:
        before = found.get(part.places)
        words = f"{before.words}；{part.words}" if before is not None else part.words
        found[part.places] = replace(part, words=trimmed(words))
    return list(found.values())
