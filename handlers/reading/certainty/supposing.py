"""推想: where the exact reading leaves something open, the message put together as one draft to be confirmed.

Nothing of it is stored before that. It speaks of figures only, and only of the person's own lines.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from handlers.reading import labels
from handlers.reading.assigning import Assignment
from handlers.reading.certainty import questions
from handlers.reading.naming.aliases import printed_name
from handlers.reading.naming.locating import Locator
from handlers.reading.tasks import ReportItem, RowReading
from handlers.reading.tokens.asides import bare, is_unsure, without_courtesy
from handlers.reading.tokens.figures import Figure, Line, Segment
from handlers.wording import plain

_MOST: Final = 12
_NUMBERS: Final = re.compile(r"\d+(?:\.\d+)?")
_WHOLE_CITY: Final = re.compile("全[市县区镇]")
_Key = tuple[str, str | None]


def suppose(
    lines: Sequence[Line], rows: Sequence[RowReading], locator: Locator, *, doubted: bool = False
) -> tuple[RowReading, ...]:
    """The rows, with the doubtful and unread ones in one draft where the message as a whole makes one.

    `doubted` where nothing may be put together: the message itself is in doubt, or its rows are drafts already.
    """
    if rows and all(row.outcome == "certain" for row in rows):
        return tuple(rows)
    stated = [line for line in lines if printed_name(line.text) not in locator.book.printed]
    segments = [segment for line in stated for segment in line.segments]
    figures = [figure for segment in segments for figure in segment.figures]
    if not figures:
        return tuple(rows) if doubted or any(map(_is_doubt, segments)) else _joined(rows, locator)
    if all(map(_is_lost, rows)) and not locator.book.affinity.candidates():
        said = " ".join(line.text for line in lines)
        if _WORKED.search(said):
            return (questions.only_states(said, locator.tasks),)
    doubted |= any(figure.role == "denied" for figure in figures) or any(map(_is_doubt, segments))
    if doubted:
        return _of_their_roles(rows, figures)
    return _drafted(segments, rows, locator) or _joined(_of_their_roles(rows, figures), locator)


def _is_lost(row: RowReading) -> bool:
    """Whether a row says nothing of its line but a figure, or nothing at all."""
    counted = row.task is None or any(character.isdigit() for character in row.piece)
    return row.outcome == "unread" or (row.outcome == "asks" and counted)


_WORKED: Final = re.compile("抽[查检样测了]|检查了?|排查|整改|合格|查处|查办|培训了?|隐患")
"""What was done so many times, where only states are reported."""


def _drafted(
    segments: Sequence[Segment], rows: Sequence[RowReading], locator: Locator
) -> tuple[RowReading, ...]:
    """The rows with a draft in place of those that it says; nothing where there is none."""
    found = Assignment(segments, locator)
    unsure = {
        figure.said.text for segment in segments for figure in segment.figures if figure.role == "unsure"
    }
    open_rows = [row for row in rows if not any(text in row.piece for text in unsure)]
    items = _merged([*found.items(), *_single(open_rows)], _certain(rows))
    if not items or not found.assigned or len(items) > _MOST:
        return ()
    used = {figure.said.text for figure in found.assigned}
    told = used | {figure.said.text for figure in found.others}
    kept = tuple(row for row in rows if row not in open_rows or not _is_covered(row, used, told))
    open_figures = [
        (figure, choices)
        for figure, choices in found.undecided()
        if not any(figure.said.text in row.piece for row in kept)
    ]
    asked = tuple(
        questions.which_line(f"{figure.lead}{figure.said.text}", labels.answers(choices, locator.by_code))
        for figure, choices in open_figures
    )
    stored = {str(value) for item in (*items, *_certain(rows)) for value in item.inputs.values()}
    figures = [figure for segment in segments for figure in segment.figures if _plain(figure) in stored]
    offered = [bare(row.piece) for row in open_rows if row.choices]
    unread = _unread(segments, (*kept, *asked), found, figures)
    rest = tuple(words for words in unread if bare(words) not in offered)
    if any(_ALL_EVIDENCE.fullmatch(bare(words)) for words in rest):
        items = [_with_evidence(item, locator) for item in items]
        rest = tuple(words for words in rest if not _ALL_EVIDENCE.fullmatch(bare(words)))
    if _says_more(rows, items) or (not rest and _says_it_already(rows, items)):
        return ()
    pieces = [bare(row.piece) for row in kept]
    piece = " ".join(one.text for one in segments if not any(bare(one.text) in piece for piece in pieces))
    return (*kept, questions.whole_draft(piece, items, rest, locator.by_code), *asked)


_ALL_EVIDENCE: Final = re.compile(
    "(?:印证|证明|佐证)?(?:材料|资料)(?:也|都|全|均|已)*(?:有|齐全?|全|备齐)了?"
)


def _with_evidence(item: ReportItem, locator: Locator) -> ReportItem:
    """材料都有 beside the points of a line: each piece of evidence that it asks for is there."""
    task = next((task for task in locator.tasks if task.criterion is item.criterion), None)
    wanted = [one for one in task.inputs if one.type == "bool" and "材料" in one.label] if task else []
    return replace(item, inputs={**item.inputs, **{one.name: True for one in wanted}})


def _joined(rows: Sequence[RowReading], locator: Locator) -> tuple[RowReading, ...]:
    """The rows, several that ask with a single answer each as one."""
    items = _merged(_single(rows), _certain(rows))
    single = [row for row in rows if row.outcome == "asks" and len(row.choices) == 1]
    if not 1 < len(items) <= _MOST or any(row.choices[0].item.amend for row in single):
        return tuple(rows)
    piece = " ".join(row.piece for row in single)
    rest = tuple(row for row in rows if row not in single)
    return (*rest, questions.whole_draft(piece, items, (), locator.by_code))


def _of_their_roles(rows: Sequence[RowReading], figures: Sequence[Figure]) -> tuple[RowReading, ...]:
    """The rows, but no last year's figure and no target offered as what is reported."""
    return tuple(_of_its_role(row, figures) for row in rows)


def _of_its_role(row: RowReading, figures: Sequence[Figure]) -> RowReading:
    offered = {str(value) for choice in row.choices for value in choice.item.inputs.values()}
    mine = [figure for figure in figures if figure.said.text in row.piece]
    mine = [figure for figure in mine if _plain(figure) in offered] or mine
    roles = {figure.role for figure in mine}
    if row.outcome != "asks" or not roles or not roles <= _NOT_WANTED.keys():
        return row
    if any(choice.item.amend for choice in row.choices):
        return row
    return questions.not_wanted(row.piece, "、".join(_NOT_WANTED[role] for role in sorted(roles)), row.task)


_NOT_WANTED: Final[Mapping[str, str]] = {
    "previous": "去年的数",
    "target": "目标",
    "difference": "差多少",
    "counted": "合格的个数",
}


def _is_doubt(segment: Segment) -> bool:
    words = segment.text
    if any(figure.role == "target" for figure in segment.figures):
        words = _TARGETED.sub("", words)
    return is_unsure(words) or _DENIED.search(words) is not None or _WHOLE_CITY.search(words) is not None


_DENIED: Final = re.compile("不是|不对|不准|有误|错|作废|别报|不报|不算|说的|听说|据说")
"""What takes back, or puts into others' mouths, what stands beside it."""
_TARGETED: Final = re.compile("目标|计划|任务")


def _certain(rows: Sequence[RowReading]) -> list[ReportItem]:
    return [row.item for row in rows if row.item is not None]


def _single(rows: Sequence[RowReading]) -> list[ReportItem]:
    """What the rows that ask with a single answer would report."""
    return [
        item
        for row in rows
        for item in (row.choices[0].items if row.choices else ())
        if row.outcome == "asks" and len(row.choices) == 1 and not row.choices[0].item.amend
    ]


def _merged(items: Sequence[ReportItem], certain: Sequence[ReportItem]) -> list[ReportItem]:
    """One item for each line and subject, without what is certain; nothing where two say different things."""
    merged: dict[_Key, ReportItem] = {}
    known = {
        (one.criterion.code, one.subject, name): value
        for one in certain
        for name, value in one.inputs.items()
    }
    for item in items:
        key = (item.criterion.code, item.subject)
        fresh = {}
        for name, value in item.inputs.items():
            before = known.setdefault((*key, name), value)
            if before != value:
                return []
            if not any(name in one.inputs for one in certain if (one.criterion.code, one.subject) == key):
                fresh[name] = value
        if fresh:
            inputs = merged[key].inputs if key in merged else {}
            merged[key] = ReportItem(item.criterion, item.subject, {**inputs, **fresh})
    return list(merged.values())


def _says_it_already(rows: Sequence[RowReading], items: Sequence[ReportItem]) -> bool:
    """Whether the only doubtful row offers just that and nothing else."""
    open_rows = [row for row in rows if row.outcome != "certain"]
    return len(open_rows) == 1 and [one.items for one in open_rows[0].choices] == [tuple(items)]


def _says_more(rows: Sequence[RowReading], items: Sequence[ReportItem]) -> bool:
    """Whether a row offers all of that and another input with it: 没有 beside the figures."""
    offered = [choice.items for row in rows for choice in row.choices]
    return any(_holds(choice, items) and _size(choice) > _size(items) for choice in offered)


def _holds(choice: Sequence[ReportItem], items: Sequence[ReportItem]) -> bool:
    given = {
        (one.criterion.code, one.subject, name): one.inputs[name] for one in choice for name in one.inputs
    }
    keys = [(one.criterion.code, one.subject, name) for one in items for name in one.inputs]
    values = [value for one in items for value in one.inputs.values()]
    return all(key in given and given[key] == value for key, value in zip(keys, values, strict=True))


def _size(items: Sequence[ReportItem]) -> int:
    return sum(len(one.inputs) for one in items)


def _is_covered(row: RowReading, used: set[str], told: set[str]) -> bool:
    """Whether the draft says what the row asks, or could not read; `told` are all figures that it knows of."""
    if row.outcome == "certain":
        return False
    if row.outcome == "asks" and len(row.choices) == 1:
        return not row.choices[0].item.amend
    figures = _numbers(row.piece)
    if figures:
        return bool(figures & _numbers(" ".join(used))) or figures <= _numbers(" ".join(told))
    return row.outcome == "unread" or any(text in row.piece for text in told)


def _plain(figure: Figure) -> str:
    return "" if figure.said.value is None else plain(figure.said.value)


def _numbers(text: str) -> set[str]:
    return set(_NUMBERS.findall(text))


def _unread(
    segments: Sequence[Segment],
    kept: Sequence[RowReading],
    found: Assignment,
    told: Sequence[Figure],
) -> Iterator[str]:
    """What neither the draft nor the other rows say anything of."""
    pieces = [bare(row.piece) for row in kept]
    used = {id(figure) for figure in found.assigned} | {id(figure) for figure in told}
    for segment in segments:
        if any(bare(segment.text) in piece for piece in pieces):
            continue
        mine = [figure for figure in segment.figures if id(figure) in used]
        if not mine and without_courtesy(bare(segment.text)):
            yield segment.text
        yield from segment.passed if mine else ()
        if mine and mine[-1] is segment.figures[-1] and without_courtesy(bare(mine[-1].tail)):
            yield mine[-1].tail.strip()
