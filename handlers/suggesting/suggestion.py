"""猜的意思: a command that a text may mean, with the ways in which people ask for it."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from handlers import dialogs
from handlers.access import Act
from handlers.context import Context

OFFERED: Final = "suggestion"
"""The open question which of a few commands is meant: it stands for one message."""


def goes_on(order: str, context: Context) -> None:
    """A name said next fills the order's slot, 为什么 {unit} 3.1; anything else is a message of its own."""
    dialogs.ask(context, OFFERED, {"choices": [], "order": order, "half": True})


class Way(Enum):
    """What may be done with what was not typed but guessed."""

    TELLS = auto()
    """It only reads: it may be done at once."""
    ASKS = auto()
    """It writes or notifies, but lists what it would do and waits for a 是: it may be begun at once."""
    DOES = auto()
    """It writes, notifies or decides: only the person's choice does it."""
    SHOWN = auto()
    """It needs particulars: the choice shows how it is typed."""
    BEYOND = auto()
    """Nobody of that role may do it: he is told so."""
    TALK = auto()
    """It asks for nothing: `words` are what to say to it, "" for a report, which is no command."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`words` are the command as it is typed; `about`, where given, is it with a `{unit}`, `{leaf}` or `{person}`.

    `said` are the typical ways to ask for it, by the person who would say so; `place` is whose words they are.
    """

    place: str
    act: Act
    way: Way
    words: str
    said: tuple[tuple[str, ...], ...]
    about: tuple[str, ...] = ()
    filled: Way | None = None
    """What may be done with `about` once it is filled, where that differs."""
    form: str = ""
    """How an offer shows it, where its words are an example or the speaker's own; a form to fill for what is SHOWN."""
    offers: tuple[str, ...] = ()
    """Below talk, the words of the commands that may help."""
    order: str = ""
    """What is SHOWN as an order with `{slots}` (`filling`): filled from the text, or asked for slot by slot."""
    only: str = ""
    """A pattern: what takes something away is thought of only where the text itself speaks of it."""
