"""Dear patterns, tried only on a text with one of the characters that everything they fit has."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_Put = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Sieve:
    """A pattern that fits nothing without any of the `characters`."""

    pattern: re.Pattern[str]
    characters: frozenset[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it fits."""
        return None if self.characters.isdisjoint(text) else self.pattern.search(text)

    def sub(self, put: _Put, text: str) -> str:
        """The text with that in the place of all that it fits."""
        return text if self.characters.isdisjoint(text) else self.pattern.sub(put, text)


def sieve(characters: str, pattern: str) -> Sieve:
    """That pattern, which fits nothing without any of the characters."""
    return Sieve(re.compile(pattern), frozenset(characters))
