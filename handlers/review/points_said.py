"""Points for a leaf as an assessor's words give them: of which leaf, to which unit, how many, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import leaves_about, topic_of
from handlers.reading.numbers import numeral
from handlers.reading.widths import clean
from handlers.review.assessed_only import takes_points
from handlers.review.deciding import DEDUCTIONS
from handlers.review.rulings import untold
from handlers.review.waiting import waiting
from scoring.model import Criterion

_CODE: Final = re.compile(r"[A-Z]\d\d-[A-Z]\d?|(?<![\d.A-Z])(?:[A-Z]\.)?\d{1,2}(?:\.\d{1,2})?(?![\d.])")
_PIECE: Final = re.compile(
    r"(?P<words>\D*?)(?P<points>\d{1,2}(?:\.\d{1,2})?)\s*(?P<unit>分)?(?![\d.%％个家件起次月日号点])"
)
_CHINESE: Final = re.compile(
    r"(?:[一二两三四五六七八九]|(?<=[给打评扣判得])十)(?:点[一二三四五六七八九]{1,2})?(?=分(?![之钟析类]))"
    r"|(?<=[给打评扣判个])[一二两三四五六七八九]点[一二三四五六七八九]{1,2}"
)
"""十分清楚 gives no points."""
_OWN: Final = re.compile("自评(?:的|得|了|打|分|是|为|[:：\\s])*$")
"""自评2分 is what the unit gives itself."""
_GIVES: Final = re.compile(r"给|评|打|扣|得|核")
_BETWEEN: Final = re.compile(r"我|给|评|打|扣|得|核定?|这一?[块项]|那一?[块项]|分|[:：,，。、\s]|的|就|只|个")
_LEAST_WORDS: Final = 2
_UNIT_WORDS: Final = 8
"""So many characters may stand before a figure that is not said to be points: a unit's name."""


@dataclass(frozen=True, slots=True)
class Said:
    """Points for one assessed unit as they were said; `deduct` where so many are taken off."""

    subject: str
    points: Decimal
    deduct: bool


def in_digits(text: str) -> str:
    """三分 as 3分, in plain signs."""
    return _CHINESE.sub(lambda found: str(numeral(found[0]) or found[0]), clean(text).strip())


def leaf_in(words: str, context: Context) -> tuple[Criterion | None, str]:
    """The leaf that the words name by code, or by name beside a unit; and what else they say."""
    for found in _CODE.finditer(words):
        if found[0] in context.rubric.by_code and ("." in found[0] or words.startswith(found[0])):
            return context.rubric.criterion(found[0]), f"{words[: found.start()]} {words[found.end() :]}"
        break
    piece = _PIECE.match(words)
    if piece is None or not _GIVES.search(piece["words"]):
        return None, words
    named = mentions(piece["words"], context)
    topic = topic_of(_BETWEEN.sub("", named.rest))
    if len(topic) < _LEAST_WORDS:
        alone = [item for item in waiting(context) if {item.unit, item.subject} & set(named.units)]
        return (alone[0].criterion, words) if len(alone) == 1 and not topic else (None, words)
    leaves = leaves_about(topic, [leaf for leaf in context.running if takes_points(leaf)])
    return (leaves[0], words) if len(leaves) == 1 else (None, words)


def other_leaf(text: str, context: Context) -> Criterion | None:
    """8.1 of 不是这个，是8.1社会公众满意度, said to a draft of another item; a bare figure is none."""
    found = _NOT_THAT.fullmatch(clean(text).strip())
    return leaf_in(found["leaf"], context)[0] if found is not None else None


def points_of(rows: Sequence[Sequence[Any]]) -> list[Said]:
    """What a draft gives to each, as points that another leaf may be given; none where it takes any off."""
    plain = all(len(given) == 1 and given.keys().isdisjoint(DEDUCTIONS) for _, given, *_ in rows)
    figures = [(str(unit), str(next(iter(given.values()), ""))) for unit, given, *_ in rows if plain]
    if not all(_FIGURE.fullmatch(figure) for _, figure in figures):
        return []  # What stands there is a level's name.
    return [Said(unit, Decimal(figure), deduct=False) for unit, figure in figures]


_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?")


_NOT_THAT: Final = re.compile(
    r"(?:错了|不对|不是(?:这|那)?[个项]?)[,，\s]*应?该?是(?P<leaf>(?=.*[\u4e00-\u9fff]{2}).{2,30})"
)


def points_in(rest: str, context: Context) -> tuple[Sequence[Said | None], str] | None:
    """The points that the words give, each with its unit, and why; None where their figures are no points."""
    pieces = [piece for piece in _PIECE.finditer(rest) if not _OWN.search(piece["words"])]
    if not pieces or not _is_about_points(rest, pieces):
        return None
    reason = re.sub(r"^(?:吧|了|算了|呗)+[\s,，]*", "", rest[pieces[-1].end() :].strip(" ,，。;；:："))
    return [_said(piece, context) for piece in pieces], untold(reason)


def _is_about_points(rest: str, pieces: Sequence[re.Match[str]]) -> bool:
    """Whether the figures are points: given or taken in words, or beside nothing but units."""
    if _GIVES.search(rest) or any(piece["unit"] for piece in pieces):
        return True
    return all(len(piece["words"].strip()) <= _UNIT_WORDS for piece in pieces)


def _said(piece: re.Match[str], context: Context) -> Said | None:
    subjects = context.speaker.campaign.subjects
    named = [unit for unit in mentions(piece["words"], context).units if unit in subjects]
    subject = subjects[0] if len(subjects) == 1 else named[0] if len(named) == 1 else None
    return Said(subject, Decimal(piece["points"]), "扣" in piece["words"]) if subject is not None else None
