"""One line of a conversation: who says it where, after what, what must be heard, and what it stores."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from tests.scenarios.casts import CASTS, Person

Said = tuple[str, str]
"""Who says what; a text of “@2015-06-24 10:15” moves the clock, “#image” sends a picture."""
Stored = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Case:
    """One line as it is played, with `people` put on its roster besides those of its cast.

    `before` is said first; `facts` must stand in the answer, `never` must not; `silent` means no answer at all.
    `stored` is what the line and the answers `then` store, as {code or code|subject: inputs}; with `asks` nothing
    of it before them. `kinds` are the matters and `arranges` the arrangements that are registered.
    """

    speaker: str
    facts: tuple[str, ...]
    before: tuple[Said, ...] = ()
    never: tuple[str, ...] = ()
    stored: Stored | None = None
    then: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    arranges: tuple[str, ...] = ()
    asks: bool = False
    silent: bool = False
    people: tuple[Person, ...] = ()

    @property
    def scene(self) -> str:
        """Where it plays: the scene that the speaker is in, the county's for somebody unknown."""
        return next(
            (scene for scene, casts in CASTS.items() for cast in casts if self.speaker in cast.accounts),
            "T15",
        )

    @property
    def wanted(self) -> Stored:
        """What has to be stored, nothing by default."""
        return self.stored or {}


class More(TypedDict, total=False):
    """What else a table may say of a line."""

    never: tuple[str, ...]
    then: tuple[str, ...]
    kinds: tuple[str, ...]
    arranges: tuple[str, ...]
    asks: bool
    silent: bool
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of a line: the answer, what the line and its answers stored, and what was registered."""

    reply: str
    at_once: Stored
    stored: Stored
    kinds: tuple[str, ...]
    arranged: tuple[str, ...]

    def faults(self, case: Case) -> list[str]:
        """What is not as the case wants it, values first; nothing for a line that is led to the right place."""
        return self.wrong(case) + self.missed(case)

    def wrong(self, case: Case) -> list[str]:
        """The values that are stored and were not meant, or were meant and are not stored."""
        at_once = {} if case.asks else case.wanted
        pairs = (("at once", self.at_once, at_once), ("stored", self.stored, case.wanted))
        return [f"{when} {dict(found)}" for when, found, wanted in pairs if found != wanted]

    def missed(self, case: Case) -> list[str]:
        """The facts that are not in the answer, what is in it against the rule, and what else is amiss."""
        lacks = [f"lacks {fact}" for fact in case.facts if fact not in self.reply]
        said = [f"says {word}" for word in (*case.never, "系统出错") if word in self.reply]
        silence = (
            [] if case.silent == (not self.reply) else ["is silent" if not self.reply else "is not silent"]
        )
        other = [
            f"registers {found}"
            for found, wanted in ((self.kinds, case.kinds), (self.arranged, case.arranges))
            if found != wanted
        ]
        return lacks + said + silence + other
