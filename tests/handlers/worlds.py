"""Two campaigns that differ only in what one person may not know: whatever he is told, it must be told in both alike.

Everybody of a scene is on the roster and somebody of every unit that the document names besides. Values, evidence,
reviews, extensions, matters and telephones hold a number each; in the second campaign what the person may not see holds
other numbers, other states and other names.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Final

from handlers.campaign.library import Library
from scoring.model import Rubric
from store.database import Store
from store.records import Campaign
from tests.handlers.permissions import Person, sees
from tests.scenarios.casts import CASTS
from tests.scenarios.casts import Cast as SceneCast

STRANGER = Person("nobody", "contact", "")
"""Somebody who is on no roster."""
_MARKS: Final = ("61.", "83."), ("77", "88"), ("密文", "秘话"), ("1390", "1580"), ("名", "姓")


@dataclass(frozen=True, slots=True)
class Fact:
    """What one number stands for: of a leaf, of a unit, or a person; `text` is how it stands in what is said."""

    kind: str
    text: str
    unit: str = ""
    code: str = ""
    subject: str = ""
    role: str = ""
    contact_id: int | None = None


@dataclass
class World:
    """A campaign as `speaker` may know it; `other` tells the second one from the first."""

    store: Store
    library: Library
    campaign: Campaign
    rubric: Rubric
    now: datetime
    speaker: Person
    other: bool
    people: list[Person] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: (n for n in count(10001) if n % 10))

    @property
    def subjects(self) -> tuple[str, ...]:
        """The assessed units."""
        return self.campaign.subjects

    @property
    def recused(self) -> str:
        """The unit that a reviewer who speaks has stepped back from."""
        return next(person.unit for person in self.people if person.role == "contact")

    def say(self, fact: Fact, mark: int = 2) -> str:
        """A fresh number that stands for the fact, in the words of this world."""
        text = f"{_MARKS[mark][self.swapped(fact)]}{next(self._numbers)}"
        self.facts.append(replace(fact, text=text))
        return text

    def swapped(self, fact: Fact) -> bool:
        """Whether the fact is another one here than in the first campaign."""
        return self.other and not may_know(self.speaker, fact, self)


def may_know(person: Person, fact: Fact, world: World) -> bool:
    """Whether the fact may be told to that person, by the contract's table of roles."""
    own = fact.contact_id is not None and fact.contact_id == person.contact_id
    if person.contact_id == 0 or own or person.role in ("office", "leader"):
        return person.contact_id != 0
    if fact.kind == "person":
        return _of_his(person, fact) or fact.role in ("office", "leader") or person.role == "reviewer"
    if person.role == "reviewer" and fact.unit == world.recused:
        return False
    if fact.kind in ("value", "review") or (fact.kind == "evidence" and person.role == "reviewer"):
        return sees(person, world.rubric.by_code[fact.code], fact.subject, world)
    return _of_his(person, fact)


def _of_his(person: Person, fact: Fact) -> bool:
    """Whether it is of the person's own unit, and of the assessed unit that he answers for."""
    return fact.unit == person.unit and person.subject in ("", fact.subject)


def scene_casts() -> Iterator[tuple[str, SceneCast]]:
    """Every campaign of the scenes, with the scene that it plays in."""
    for scene, casts in CASTS.items():
        yield from ((scene, cast) for cast in casts)
