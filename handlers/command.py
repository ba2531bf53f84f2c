"""A command: a thing that people ask for, and how a message is recognised as it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.access import Act
from handlers.context import Context
from handlers.messages import Reply

Handler = Callable[[str, Context], Reply | None]
"""Does it and answers; None where the words turn out to mean something else."""


@dataclass(frozen=True, slots=True)
class Command:
    """A thing that people ask for.

    `words` are whole messages; `pattern`, where given, must match the whole message and its group `rest`
    (without one the whole message) is what the handler gets. `usage` is what the documentation shows.
    The words of a `shy` command may as well mean something else: who may not do it is not told so, and the
    message is read on.
    """

    act: Act
    usage: str
    words: frozenset[str]
    run: Handler
    pattern: re.Pattern[str] | None = None
    shy: bool = False

    def read(self, text: str, bare: str) -> str | None:
        """The words for the handler where the message is this command, else None."""
        if bare in self.words:
            return ""
        found = self.pattern.fullmatch(text) if self.pattern else None
        if found is None:
            return None
        rest = found["rest"] if "rest" in found.re.groupindex else None
        return text if rest is None else rest.strip()


class CommandList:
    """Commands in the order in which a message is held against them."""

    def __init__(self, commands: Sequence[Command]) -> None:
        self._commands = commands
        self._words = frozenset(word for command in commands for word in command.words)
        patterns = [command.pattern.pattern for command in commands if command.pattern is not None]
        # Nearly every message is a report: one pattern says so, where each command's own would cost more.
        self._any = re.compile(
            "|".join(_GROUP.sub("(?:", pattern) for pattern in patterns), re.DOTALL | re.IGNORECASE
        )

    def knows(self, text: str) -> bool:
        """Whether the whole message is the words of a command, whatever signs stand around them."""
        return _bare(text) in self._words

    def meant(self, text: str) -> list[tuple[Command, str]]:
        """The commands that the message may be, each with the words for its handler."""
        bare = _bare(text)
        if bare not in self._words and (_FIGURES.fullmatch(text) or self._any.fullmatch(text) is None):
            return []
        return [(one, rest) for one in self._commands if (rest := one.read(text, bare)) is not None]


_FIGURES = re.compile(r"[0-9①-⑳.%\s]+")
"""No command is made of figures alone: nearly every report is."""
_GROUP = re.compile(r"\(\?P<\w+>")
_NOISE = re.compile(r"[\s。.，,!！~～、]+")


def _bare(text: str) -> str:
    return _NOISE.sub("", text).lower()


def nameless(pattern: re.Pattern[str]) -> str:
    """The pattern without the names of its groups, to stand in a command's."""
    return _GROUP.sub("(?:", pattern.pattern)


def saying(text: str) -> Handler:
    """Answers always the same."""
    return lambda _text, _context: Reply(text)


def words(written: str) -> frozenset[str]:
    """Whole messages, separated by blanks."""
    return frozenset(written.split())


def command(act: Act, usage: str, said: str, run: Handler, pattern: str, *, shy: bool = False) -> Command:
    """A command known by whole messages, separated by blanks, and by a pattern."""
    return Command(act, usage, words(said), run, re.compile(pattern), shy)


def shy(act: Act, usage: str, run: Handler, pattern: str, flags: int = 0) -> Command:
    """A shy command that is known by its pattern alone."""
    return Command(act, usage, frozenset(), run, re.compile(pattern, flags), shy=True)
