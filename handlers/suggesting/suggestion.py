"""猜的意思: a command that a text may mean, with the ways in which people ask for it."""

from dataclasses import dataclass
from enum import Enum, auto

from handlers.access import Act


class Way(Enum):
    """What may be done with a command that was not typed but guessed."""

    TELLS = auto()
    """It only reads: it may be done at once."""
    DOES = auto()
    """It writes, notifies or decides: only the person's choice does it."""
    SHOWN = auto()
    """It needs particulars: the choice shows how it is typed."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`words` are the command as it is typed; `about`, where given, is it with a `{unit}`, `{leaf}` or `{person}`.

    `said` are the typical ways to ask for it.
    """

    act: Act
    way: Way
    words: str
    said: tuple[str, ...]
    about: tuple[str, ...] = ()
    filled: Way | None = None
    """What may be done with `about` once it is filled, where that differs."""


def tells(act: Act, words: str, said: str, *about: str) -> Suggestion:
    """A command that only reads; `said` is separated by blanks."""
    return Suggestion(act, Way.TELLS, words, tuple(said.split()), about)


def does(act: Act, words: str, said: str, *about: str) -> Suggestion:
    """A command that changes or sends something."""
    return Suggestion(act, Way.DOES, words, tuple(said.split()), about)


def shown(act: Act, words: str, said: str, *about: str, filled: Way = Way.DOES) -> Suggestion:
    """A command of which only the form can be offered, unless the text names what `about` takes."""
    return Suggestion(act, Way.SHOWN, words, tuple(said.split()), about, filled)
