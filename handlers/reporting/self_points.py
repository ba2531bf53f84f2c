"""自评入库: the points that a unit gives itself, where its sheet asks for them as values: one draft of them all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from handlers import dialogs
from handlers.board import Board, BoardLine
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import ReportItem, match_criterion, read_number, read_ordinals
from handlers.reading.certainty.questions import whole_draft
from handlers.reading.certainty.verdicts import Certain
from handlers.reading.labels import by_code
from handlers.reading.numbers import numeral
from handlers.reading.values import verdict
from handlers.reporting import questions, report
from handlers.reporting.situations.affirmed import answers_in
from handlers.wording import plain

_SAID: Final = re.compile(
    "自(?:评|估|打|己|个儿?)的?(?:得|打|给|评|估|算|报)*分?(?!别)|我们?|咱们?|俺们?|本?单位|这边|一律|统一|分别|依次|先|就(?!是)"
)
_PLACE: Final = r"(?:第?\d{1,2}(?![\d.])|[①-⑳])"
_PAIR: Final = re.compile(
    r"(?:(?P<rest>(?:其[他它余]|剩下|别的|另外)的?(?:[一两二三四五六七八九十\d]+[个项条])?)"
    r"|(?:(?P<count>[一两二三四五六七八九十]+)[个项条]|各项|所有的?)?(?P<all>都|全部?|均|各|(?=[按打给报满]))"
    rf"|(?P<places>{_PLACE}(?:项?\s*(?:[、和及跟到至—~-])\s*{_PLACE})*)[项条]?"
    r"|(?P<name>[^\d\s，,、；;:：。①-⑳]{2,20}?))"
    r"(?:[那这]?[个项条])?的?\s*[:：]?(?:都|均|全部?|各|也|按|打|给|报|是|为|得|评)*\s*"
    r"(?P<points>满分?|\d{1,2}(?:\.\d{1,2})?分?)(?:报|来|打|算|给|吧|了|啊|的)*(?:$|[\s，,；;。、]+|(?=[①-⑳其第]))"
)
_BARE: Final = re.compile(r"[\d.分\s，,、]+")
_FIGURES: Final = re.compile(r"\d+(?:\.\d+)?")


def drafted(text: str, board: Board, context: Context) -> Reply | None:
    """The draft of the points told of lines; None where any is not understood, or each is certain as it stands."""
    lines = [line for line in board.lines if _points_of(line) is not None]
    said = _SAID.sub("", text).strip(" ，,:：。")
    told = list(_in_order(said, lines) or _told(said, lines, board, context))
    items = [_item(line, points) for line, points in told if line is not None]
    named = [item.criterion.code for item in items if item is not None]
    if not told or len(named) != len(told) or len(set(named)) != len(named):
        return None
    sure = [item for item in items if item is not None]
    sure = [_with_answers(sure[0], text, board)] if len(sure) == 1 else sure
    if any([row.item for row in report.read(words, context)[1]] == sure for words in (text, f"自评 {said}")):
        return None
    return report.answered(context, board, [whole_draft(text, sure, (), by_code(board.tasks()))])


def _with_answers(item: ReportItem, text: str, board: Board) -> ReportItem:
    """那个抽查开展了，自评2分: what else is said of the only line that is told of."""
    task = next((task for task in board.tasks() if task.criterion.code == item.criterion.code), None)
    return replace(item, inputs={**item.inputs, **answers_in(task, text)}) if task is not None else item


def _points_of(line: BoardLine) -> str | None:
    """The name of its input that takes such points."""
    return next((item.name for item in line.duty.inputs if item.type == "points"), None)


def _in_order(said: str, lines: Sequence[BoardLine]) -> list[tuple[BoardLine | None, str]]:
    """2 2 1 1: of every line in the order of the list, only where their number fits."""
    points = _FIGURES.findall(said) if _BARE.fullmatch(said) else []
    several = len(points) == len(lines) > 1
    return list(zip(lines, points, strict=True)) if several else []


def _told(
    said: str, lines: Sequence[BoardLine], board: Board, context: Context
) -> Iterator[tuple[BoardLine | None, str]]:
    """Every line that is told of with its points; a line of None for what is not understood."""
    pairs, at = [], 0
    while at < len(said) and (pair := _PAIR.match(said, at)) is not None:
        pairs.append(pair)
        at = pair.end()
    if at < len(said):
        return
    named = [(pair, _meant(pair, lines, board)) for pair in pairs]
    taken = {line.code for _, meant in named for line in meant if line is not None}
    for pair, meant in named:
        whom = _others(taken, lines, context) if pair["rest"] else meant
        yield from ((line, pair["points"]) for line in whom or [None])


def _meant(pair: re.Match[str], lines: Sequence[BoardLine], board: Board) -> Sequence[BoardLine | None]:
    if pair["rest"]:
        return []
    if pair["all"] is not None:
        length = numeral(pair["count"]) if pair["count"] else len(lines)
        return lines if length in (len(lines), len(board.tasks())) else []
    if pair["places"]:
        return [_of_place(place, lines) for place in _places(pair["places"])]
    found = [match for match in match_criterion(pair["name"], board.tasks()) if match.sure]
    return [line for line in lines if found and line.code == found[0].task.criterion.code]


def _others(taken: set[str], lines: Sequence[BoardLine], context: Context) -> list[BoardLine]:
    """Those that are neither told of, nor asked about, nor given such points before."""
    state = dialogs.open_question(context.speaker.account, context.now)
    asked = questions.codes_of(state) if state is not None and state["kind"] == questions.QUESTION else ()
    left = [line for line in lines if line.code not in taken and line.code not in asked]
    return [line for line in left if _points_of(line) not in line.known]


def _of_place(place: int, lines: Sequence[BoardLine]) -> BoardLine | None:
    return next((line for line in lines if line.duty.ordinal == place), None)


_SPAN: Final = re.compile(rf"(?P<first>{_PLACE})项?\s*[到至—~-]\s*(?P<last>{_PLACE})")


def _places(said: str) -> list[int]:
    """3到10, 3、4 and ①②."""
    span = _SPAN.fullmatch(said)
    if span is None:
        return [_number(one) for one in re.findall(_PLACE, said)]
    return list(range(_number(span["first"]), _number(span["last"]) + 1))


def _number(place: str) -> int:
    return int(place.lstrip("第")) if place.lstrip("第").isdecimal() else next(iter(read_ordinals(place)), 0)


def _item(line: BoardLine, points: str) -> ReportItem | None:
    """What the line would report; None for more than it is worth."""
    name = _points_of(line) or ""
    marks = line.criterion.full_marks
    number = read_number(
        plain(marks) if points.startswith("满") and marks is not None else points.rstrip("分")
    )
    judged = verdict(line.criterion.input(name), number) if number is not None else None
    if not isinstance(judged, Certain):
        return None
    return ReportItem(line.criterion, line.subject, {name: judged.value})
