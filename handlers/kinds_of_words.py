"""Lines known by the kinds of words in them, in whatever order: what several rooms ask before they read closer."""

import re
from collections.abc import Callable, Sequence

from handlers.context import Context
from handlers.messages import Reply

Answer = Callable[[str, Context], Reply | None]
Kind = tuple[re.Pattern[str], Answer]
"""What tells a kind from its first character on, and what answers it; None where it is none after all."""


def all_of(*kinds: str, without: str = "") -> re.Pattern[str]:
    """A text that holds a word of each kind, and none of those `without`."""
    none = rf"(?!.*(?:{without}))" if without else ""
    return re.compile(none + "".join(rf"(?=.*(?:{kind}))" for kind in kinds), re.IGNORECASE | re.DOTALL)


def kind(answer: Answer, *words: str, without: str = "") -> Kind:
    """What answers a text with a word of each kind, and none of those `without`."""
    return all_of(*words, without=without), answer


def first_answer(text: str, context: Context, kinds: Sequence[Kind]) -> Reply | None:
    """The answer of the first kind that has one; None for anything else."""
    for telling, answer in kinds:
        if telling.match(text):
            told = answer(text, context)
            if told is not None:
                return told
    return None
