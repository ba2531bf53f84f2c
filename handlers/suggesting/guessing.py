"""猜: which commands a text that nothing understood most likely means, by the speaker's role."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from handlers.access import Act, may
from handlers.context import Context
from handlers.suggesting.alike import LEAF, SLOTS, UNIT
from handlers.suggesting.likeness import Like, Likeness
from handlers.suggesting.named import Named, named_in
from handlers.suggesting.phrasebook import SPEAKERS, TALK, suggestions
from handlers.suggesting.suggestion import Suggestion, Way

LONGEST: Final = 60
"""What is longer tells rather than asks."""
MOST: Final = 3
_NEAR: Final = 0.04
"""What is less like anything means nothing."""
_CLEAR: Final = {
    Way.TELLS: (0.15, 2.2),
    Way.ASKS: (0.15, 2.2),
    Way.BEYOND: (0.12, 1.3),
    Way.TALK: (0.12, 1.2),
}
"""By way, the least likeness of what clearly is meant, and how many times as like as the next one it is."""
_LIKELY: Final = {Way.TELLS: (0.1, 1.3), Way.ASKS: (0.1, 1.1)}
"""The same of what is told at once, though the next ones are named beside it."""
_TOLD: Final = frozenset(_LIKELY)
_OFFERED: Final = _TOLD | {Way.DOES, Way.SHOWN}
_OTHERS: Final = 0.8
"""What a likeness to the words of another kind of speaker counts."""
_BEHIND: Final = 0.4
"""The share of the best likeness from which another one is offered too."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A command that may be meant, as it is typed, and what may be done with it."""

    words: str
    way: Way
    act: Act


@dataclass(frozen=True, slots=True)
class Guess:
    """What may be meant, the likest first, at most three; `told` where the first only tells and is likely meant.

    `beyond` is what clearly is meant but not the speaker's to do; `talk` what to say to words that ask for nothing,
    `about` the command that tells of what is named in them.
    """

    meant: tuple[Meant, ...] = ()
    told: bool = False
    beyond: Act | None = None
    talk: str | None = None
    about: str = ""


def guess(text: str, context: Context) -> Guess:
    """What the text may mean; nothing for one that is like no command."""
    if len(text) > LONGEST:
        return Guess()
    named, role = named_in(text, context), context.speaker.role
    found = ranked(named, role)
    return replace(found, about=_about(named, role))


def ranked(named: Named, role: str) -> Guess:
    """What may be meant to somebody of that role."""
    found: dict[Meant, Like] = {}
    for like in ranked_of(likeness().near(named.text), role):
        found.setdefault(_meant(like.suggestion, named), like)
    if not found:
        return Guess()
    meant = next(iter(found))
    likes = list(found.values())
    clear = meant.way in _CLEAR and _stands_out(likes, *_CLEAR[meant.way])
    if meant.way is Way.BEYOND and clear:
        return Guess(beyond=meant.act)
    if meant.way is Way.TALK and (clear or not meant.words):
        return Guess(talk=meant.words)
    told = meant.way in _LIKELY and _stands_out(likes, *_LIKELY[meant.way])
    least = likes[0].likeness * _BEHIND
    offered = [one for one, like in found.items() if like.likeness >= least and one.way in _OFFERED]
    return Guess(tuple(offered[: 1 if clear else MOST]), told)


def ranked_of(near: Sequence[Like], role: str) -> list[Like]:
    """What somebody of that role may mean; the words of others count for less than his own."""
    own = (TALK, *(place for place in SPEAKERS[role] if place != "units"), SPEAKERS[role][0])
    weighed = [
        Like(one.suggestion, one.likeness * (1.0 if one.suggestion.place in own else _OTHERS))
        for one in near
        if heard_from(role, one.suggestion)
    ]
    return sorted([one for one in weighed if one.likeness >= _NEAR], key=lambda one: -one.likeness)


@cache
def likeness() -> Likeness:
    """All suggestions, made ready once."""
    return Likeness(suggestions())


def heard_from(role: str, one: Suggestion) -> bool:
    """Whether somebody of that role says so."""
    places = SPEAKERS[role]
    if one.way is Way.BEYOND:
        return one.place == places[0] and not may(role, one.act)
    return one.place in places and may(role, one.act)


def _stands_out(likes: Sequence[Like], least: float, ahead: float) -> bool:
    first = likes[0].likeness
    return first >= least and (len(likes) == 1 or first >= likes[1].likeness * ahead)


def _about(named: Named, role: str) -> str:
    """The command that tells how the one item or unit stands that the text names, where the role may have it."""
    if LEAF in named.fills:
        return f"详情 {named.fills[LEAF]}"
    if UNIT in named.fills and may(role, Act.UNIT):
        return f"{named.fills[UNIT]}的情况"
    if UNIT in named.fills and may(role, Act.REVIEW):
        return f"只看{named.fills[UNIT]}"
    return ""


def _meant(one: Suggestion, named: Named) -> Meant:
    """The command with what the text names, where it takes that and the text names it for certain."""
    for about in one.about:
        for written, slot in SLOTS.items():
            if written in about and slot in named.fills:
                way = one.filled if one.filled is not None else one.way
                return Meant(about.replace(written, named.fills[slot]), way, one.act)
    return Meant(one.words, one.way, one.act)
