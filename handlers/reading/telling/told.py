"""What a message says of a list: how far each of its inputs is, in which words, and what says nothing of the kind."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from handlers.reading.telling.naming import Key
from handlers.reading.telling.standings import Standing


@dataclass(slots=True)
class Told:
    """What a message says of the list.

    `facts` are the standings of each input in the order of the message, `pieces` the words they were said with,
    `vague` what is said of several things that cannot be told apart, `rest` the clauses that say nothing of the kind,
    `unnamed` one that says how many points of the heading were done, but not which, `not_ours` the clauses that tell
    of a point of the heading that another office reports.
    """

    facts: dict[Key, list[Standing]] = field(default_factory=dict)
    pieces: dict[Key, list[str]] = field(default_factory=dict)
    vague: list[tuple[str, Standing, tuple[Key, ...]]] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    unnamed: str = ""
    not_ours: list[str] = field(default_factory=list)
    heading: int | None = None

    def add(self, keys: Iterable[Key], standing: Standing, piece: str) -> None:
        """Say that of each of them."""
        for key in keys:
            self.facts.setdefault(key, []).append(standing)
            self.pieces.setdefault(key, []).append(piece)
