"""猜: which commands a text that nothing understood most likely means, by the speaker's role."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from handlers.access import Act, may
from handlers.context import Context
from handlers.suggesting.alike import SLOTS
from handlers.suggesting.likeness import Like, Likeness
from handlers.suggesting.named import Named, named_in
from handlers.suggesting.said_by_leaders import SAID_BY_LEADERS
from handlers.suggesting.said_by_office import SAID_BY_OFFICE
from handlers.suggesting.said_by_reviewers import SAID_BY_REVIEWERS
from handlers.suggesting.said_by_units import SAID_BY_UNITS
from handlers.suggesting.suggestion import Suggestion, Way

SUGGESTIONS: Final = (*SAID_BY_UNITS, *SAID_BY_LEADERS, *SAID_BY_REVIEWERS, *SAID_BY_OFFICE)
LONGEST: Final = 60
"""What is longer tells rather than asks."""
MOST: Final = 3
_NEAR: Final = 0.24
_CLEAR: Final = 0.5
_BEYOND: Final = 0.65
"""From which a command of somebody else's is refused rather than own ones offered."""
_AHEAD: Final = 1.35
"""How many times as like as the next one a clear one is."""
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
    """What may be meant, the likest first, at most three; `clear` when the first stands out and only tells.

    `beyond` is what clearly is meant but not the speaker's to do.
    """

    meant: tuple[Meant, ...] = ()
    clear: bool = False
    beyond: Act | None = None


def guess(text: str, context: Context) -> Guess:
    """What the text may mean; nothing for one that is like no command."""
    if len(text) > LONGEST:
        return Guess()
    named, role = named_in(text, context), context.speaker.role
    near = [like for like in likeness().near(named.text) if like.likeness >= _NEAR]
    allowed = [like for like in near if may(role, like.suggestion.act)]
    if near and near[0] not in allowed and _stands_out(near, allowed, _BEYOND):
        return Guess(beyond=near[0].suggestion.act)
    if not allowed:
        return Guess()
    best = allowed[0].likeness
    found = {like: _meant(like.suggestion, named) for like in allowed if like.likeness >= best * _BEHIND}
    meant = tuple(dict.fromkeys(found.values()))
    others = [like for like, one in found.items() if one != meant[0]]
    clear = meant[0].way is Way.TELLS and _stands_out(allowed, others)
    return Guess(meant[: 1 if clear else MOST], clear)


@cache
def likeness() -> Likeness:
    """All suggestions, made ready once."""
    return Likeness(SUGGESTIONS)


def _stands_out(near: Sequence[Like], others: Sequence[Like], least: float = _CLEAR) -> bool:
    first = near[0].likeness
    return first >= least and (not others or first >= others[0].likeness * _AHEAD)


def _meant(one: Suggestion, named: Named) -> Meant:
    """The command with what the text names, where it takes that and the text names it for certain."""
    for about in one.about:
        for written, slot in SLOTS.items():
            if written in about and slot in named.fills:
                way = one.filled if one.filled is not None else one.way
                return Meant(about.replace(written, named.fills[slot]), way, one.act)
    return Meant(one.words, one.way, one.act)
