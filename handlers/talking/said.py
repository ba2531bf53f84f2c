"""答什么: the shape of an answer to one part of a line, and of what it answers."""

from dataclasses import dataclass
from typing import Final

from handlers.context import Context
from handlers.talking.topic import Topic
from handlers.wording import clip

_SHORT: Final = 24


@dataclass(frozen=True, slots=True)
class Said:
    """The answer, and what may be chosen below it: how it is shown, and what is done as if it had been typed."""

    text: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of a line: its words, the whole line, and what it is about."""

    words: str
    line: str
    beside: bool
    """Whether it stands beside something else that is answered first."""
    topic: Topic
    context: Context

    @property
    def head(self) -> str:
        """The words repeated where they are only a part of what was said."""
        return f"“{clip(self.words, _SHORT)}”：" if self.beside else ""
