"""拆开: a line of several things taken apart into its talk and what is left of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from handlers.access import may
from handlers.board import board_of
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.papers.handing import hand_in_words
from handlers.papers.naming import as_printed
from handlers.reading.certainty.doubts import is_unfounded
from handlers.reading.tokens.asides import is_question
from handlers.reading.tokens.ordinals import PATTERN
from handlers.reporting.about.meant import names_others
from handlers.talking.kinds import Kind, asks_whether, belongs, kind_of, was_carried, wishes
from handlers.talking.parts import Part, parts_of, without
from handlers.talking.promises import asks_leave, is_barely_promise, is_promise, is_undone
from handlers.talking.revising import is_as_of
from handlers.talking.topic import papers_in, topic_of
from handlers.wording import local

FIGURE: Final = re.compile(r"\d|百分之|[一二三四五六七八九]十")


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart: its talk by kind, courtesies besides, and what is left of it."""

    text: str
    talk: Sequence[tuple[Part, Kind]]
    rest: str

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset(kind for _, kind in self.talk)


def is_command(line: Line, context: Context) -> bool:
    """Whether the whole line is a command's own words, or a question, which is answered the same by itself."""
    if line.kinds <= _ASKED or (line.kinds == {Kind.NOT_HERE} and not _is_of_an_item(line, context)):
        return True
    if Kind.WISH in line.kinds or line.kinds - {Kind.LEAVE} == {Kind.HANDOVER}:
        return any(may(context.speaker.role, one.act) for one, _ in KNOWN.meant(line.text))
    named = papers_in(line.text, context) if line.kinds == {Kind.PAPER} and hand_in_words(line.text) else ()
    return any(paper.name in as_printed(line.text) for paper in named)


def _is_of_an_item(line: Line, context: Context) -> bool:
    """Whether what is not here is said of an item, or beside a figure; to dispute whose it is is a command."""
    told = FIGURE.search(_PLACE.sub("", line.rest)) is not None
    asks = is_question(line.text) or "关系" in line.text
    return told or (not asks and bool(topic_of(line.text, context).lines))


_PLACE: Final = re.compile(PATTERN)
_ASKED: Final = frozenset({Kind.OTHERS})


def apart(text: str, context: Context) -> Line | None:
    """The line taken apart; None where nothing in it is talk that is answered here.

    A courtesy is talk only beside something else, and is left out of what holds a figure.
    """
    parts = parts_of(text)
    kinds = _kinds(parts, text, context)
    found = [(part, kind) for part, kind in zip(parts, kinds, strict=True) if kind is not None]
    told = [(part, kind) for part, kind in found if kind is not Kind.COURTESY]
    linked = "://" in text
    rest = without(text, [part for part, kind in found if not (linked and kind is Kind.SHARED)])
    rest = _headed(rest, text, context)
    if not told and not (found and rest and (FIGURE.search(rest) or is_question(rest))):
        return None
    closed = any(kind is Kind.CLOSED for _, kind in told) and _WHAT_THEN.search(rest) is not None
    return Line(text, told, "" if closed else rest)


_HEADED: Final = re.compile(r"(?P<place>[①-⑳]|\d{1,2}(?:\.\d{1,2})?)\s*[，,；;]\s*(?=[\u4e00-\u9fff])")


def _headed(rest: str, text: str, context: Context) -> str:
    """7.2 名录明年才建，其他有材料: the heading goes on to name what is left below it, and is no figure."""
    found = _HEADED.match(rest)
    if found is None or _HEADED.match(text) is not None:
        return rest
    lines = board_of(context, text).lines
    known = {line.code for line in lines} | {str(line.duty.ordinal) for line in lines}
    return f"{found['place']} {rest[found.end() :]}" if found["place"] in known else rest


_WHAT_THEN: Final = re.compile(
    r"^[^\d，,]{0,3}(?:不能|不让|不好|没法|怎么|咋|如何)[^\d]{0,16}(?:办|交|报|弄|[吗么呢?？])?$"
)
"""有些材料涉密，不能往微信里发，怎么办: what is said of a closed paper answers it."""


def _kinds(parts: Sequence[Part], text: str, context: Context) -> list[Kind | None]:
    """What each part is, as far as it shows beside the others."""
    today = local(context.now).date()
    kinds = [_certain(_rather(kind_of(part.said, today), part, text), part, text, context) for part in parts]
    several_said = len(parts) > 1
    several = several_said and (Kind.PROMISE in kinds or FIGURE.search(text) is not None)
    for at, part in enumerate(parts):
        before = kinds[at - 1] if at else None
        if kinds[at] is Kind.PROMISE and _NOW.fullmatch(part.said) and FIGURE.search(text[part.end :]):
            kinds[at] = Kind.COURTESY
        if kinds[at] is None and several and is_barely_promise(part.said, today):
            kinds[at] = Kind.PROMISE
        if kinds[at] is None and Kind.PROMISE in kinds and is_undone(part.said):
            kinds[at] = Kind.PROMISE
        if kinds[at] is None and several_said and was_carried(part.said, text):
            kinds[at] = Kind.ELSEWHERE
        if kinds[at] is None and Kind.REVISED in kinds and is_as_of(part.said):
            kinds[at] = Kind.REVISED
        if before in _FOLLOWED and kinds[at] in (None, Kind.COURTESY) and belongs(part.said):
            kinds[at] = before
    return kinds


_FOLLOWED: Final = frozenset(
    {
        Kind.PROMISE,
        Kind.NOT_HERE,
        Kind.RETURNED,
        Kind.ELSEWHERE,
        Kind.PAPER,
        Kind.SHARED,
        Kind.TIGHT,
        Kind.EXTENSION,
        Kind.CLOSED,
        Kind.COPIED,
        Kind.PARTLY,
        Kind.REVISED,
    }
)
"""What may be followed by the question what to do about it."""


_NOW: Final = re.compile("(?:那|我|我们)*(?:这就|现在就?|马上|先)(?:报|填|上报)(?:一?下)?[:：]?")
"""这就报：14.83 announces what follows."""


def _certain(kind: Kind | None, part: Part, text: str, context: Context) -> Kind | None:
    """The kind where what it needs besides its words is there."""
    if kind is Kind.EXTENSION and not wishes(text):
        return Kind.PROMISE if is_promise(part.said, local(context.now).date()) else None
    if (
        (kind is Kind.REVISED and _is_remark(part.said, text))
        or (kind is Kind.PAPER and not papers_in(part.said, context))
        or (kind is Kind.PROMISE and FIGURE.search(text[: part.start]) and is_unfounded(part.said))
    ):
        return None
    if (kind is Kind.SHARED and not asks_whether(text)) or (kind is Kind.HOLD and _ANEW.search(text)):
        return None
    if (kind is Kind.LEAVE and _REMINDED.search(text)) or (kind is Kind.HANDOVER and _NEWCOMER.search(text)):
        return None
    if kind is None and _OURS.search(part.said) and names_others(part.said, context):
        return Kind.THEIRS
    return kind


def _rather(kind: Kind | None, part: Part, text: str) -> Kind | None:
    """What is held back of the rest is still to come."""
    of_rest = kind is Kind.HOLD and _OF_THE_REST.match(part.said) and FIGURE.search(text)
    return Kind.PROMISE if of_rest else kind


_OF_THE_REST: Final = re.compile("(?:其[他它余]|剩下|别的|另外)")
"""其余先不报 holds nothing of what is reported beside it."""


def _is_remark(said: str, line: str) -> bool:
    """Whether it only remarks on the figure beside it, whose receipt is the answer: 98.6，年底还会变."""
    return not is_question(said) and not asks_leave(said) and FIGURE.search(_WHEN.sub(" ", line)) is not None


_WHEN: Final = re.compile(r"\d{1,2}(?=[月日号季]|个月|年)|(?<=月)\d{1,2}")
_ANEW: Final = re.compile("重新?[报发来]\\D{0,12}\\d|改[成为]|应该是")
_REMINDED: Final = re.compile("提醒|催")
_NEWCOMER: Final = re.compile(
    "啥也|啥都|什么都|不懂|不会|不知道|不晓得|不清楚|不熟|头绪|从哪|从何|教|(?<!手续)(?<!流程)(?<!这个)(?:怎么|咋)(?!变更|交接|换|登记)|新手|前任"
)
_OURS: Final = re.compile("(?:我们?|咱们?).{0,3}(?:报|填|管|负责)(?:的)?[吗么不嘛吧？?]")
