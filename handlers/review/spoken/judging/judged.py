"""What a line that rules nothing says of waiting reports made a draft: of exactly those named, with exactly its words."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.numbers import numeral
from handlers.review.spoken.judging import drafts, pointed
from handlers.review.spoken.judging.weighing import Part, parts_of, ways_of
from handlers.review.spoken.mentioned import without_compared
from handlers.review.spoken.narrowing import unfitting
from handlers.review.spoken.places import Sheet, at_hand
from handlers.review.spoken.said import Said
from handlers.review.spoken.short import left_out
from handlers.review.spoken.verdicts import Verdict
from handlers.review.waiting import QueueItem, listed_items, waiting
from handlers.wording import circled

_MOST: Final = 3


def _judged(text: str, sheet: Sheet, context: Context) -> list[Part]:
    """The parts of the line, where each is about reports that wait and says something of them; [] for anything else."""
    parts = [part for part in parts_of(text, sheet, context) if part.places]
    for part in parts:
        words = without_compared("，".join(one.unmarked for one in part.clauses))
        if not part.judged or unfitting(words, part.places, sheet.items, context, figures=True):
            return []
    places = [place for part in parts for place in part.places]
    return parts if len(places) == len(set(places)) else []


def weighed(text: str, context: Context, *, acting: bool = False) -> Reply | None:
    """The draft of what the line says; with `acting` only where it orders something beside what it asks."""
    if len(text) > _LONGEST or _NO_JUDGEMENT.search(text):
        return None
    listed = listed_items(context)
    items: list[QueueItem | None] = listed if listed is not None else [*waiting(context)]
    if not items:
        return None
    sheet = Sheet(items, at_hand(items, context, opened=listed is not None))
    parts = _judged(text, sheet, context)
    if not parts or not all(part.tells for part in parts) or (acting and not any(one.acts for one in parts)):
        return None
    if not _as_many(text, {place for part in parts for place in part.places}):
        return None
    return _drafted(parts, text, sheet, context)


def _as_many(text: str, places: Collection[int]) -> bool:
    """Whether so many are meant as the words count: 那两项 is no five."""
    counts = [numeral(found["count"] or found["lines"]) for found in _THOSE.finditer(text)]
    return not counts or len(places) in counts


_THOSE: Final = re.compile(
    r"[那这](?P<count>[两二三四五六七八九\d])[个件]|(?<!第)(?P<lines>[两二三四五六七八九])项"
)
_LONGEST: Final = 160
_NO_JUDGEMENT: Final = re.compile(
    r"(?:过|退|审|批|点|弄|搞|通过|退回)错|撤|收回|拿回|恢复|反悔|重新审|替我|代审|回避|避嫌|爱人|老婆|老公|亲戚|老单位|参与|不能审"
    r"|昨天|前天|上次|上回|上周|已经?(?:通过|过|退)|假如|万一|催|截止|打开|解锁"
)


def _drafted(parts: Sequence[Part], text: str, sheet: Sheet, context: Context) -> Reply | None:
    """The draft, or the choice where one of the parts leaves one; None where one of them says too little."""
    ways, given = [], []
    for part in parts:
        points = pointed.points_in(part, sheet) if part.marked is not None else None
        earned = points is not None and not part.bad and points.earned(context)
        if points is not None and not earned:
            given.append(points)
        else:
            passes = Said(part.places, Verdict.ACCEPT, sure=False, named=True)
            ways.append([passes] if earned else [] if part.marked is not None else ways_of(part, text))
    if not all(ways) or len(given) > 1:
        return None
    if not ways:
        return pointed.offered(given[0], sheet, context)
    then = given[0].words(str(given[0].points), context) if given else ""
    known = [_materials(part, sheet) for part in parts if any(one.asks for one in part.clauses)]
    known += left_out(text, [way[0] for way in ways], sheet.items, context)
    return _asked(ways, sheet, context, drafts.Beside(known=known, then=then))


def _asked(ways: Sequence[Sequence[Said]], sheet: Sheet, context: Context, beside: drafts.Beside) -> Reply:
    count = min(_MOST, max(len(way) for way in ways))
    every = [[way[min(at, len(way) - 1)] for way in ways] for at in range(count)]
    if count > 1:
        return drafts.choices(every, sheet.items, context, beside, "怎么办？")
    if not beside.then and all(one.verdict is Verdict.HOLD for one in every[0]):
        held = "".join(circled(place) for one in every[0] for place in one.places)
        return Reply(f"{held}先不动，还在待审里。")
    return drafts.said_back(every[0], sheet.items, context, beside)


def _materials(part: Part, sheet: Sheet) -> str:
    """What is there to answer a question beside: how much evidence came."""
    items = [(place, sheet.items[place - 1]) for place in part.places]
    return "、".join(f"{circled(place)}证明材料{item.evidence}件" for place, item in items if item) + "。"
