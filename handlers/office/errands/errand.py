"""交办: a sentence of the office is held against each kind of errand, before the commands of fixed form."""

from collections.abc import Callable
from typing import Final

from handlers.access import Act, may
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.errands import telling, time
from handlers.whom import Heard, hear

LONGEST: Final = 300
"""What is longer is a table or a document."""
_ERRANDS: Final[tuple[tuple[Act, Callable[[Heard, Context], Reply | None]], ...]] = (
    (Act.DEADLINE, time.give),
    (Act.BROADCAST, telling.tell),
)


def run(text: str, context: Context) -> Reply | None:
    """Do what the sentence has done, or ask; None where it is no errand of the speaker's."""
    allowed = [read for act, read in _ERRANDS if may(context.speaker.role, act)]
    if not allowed or len(text) > LONGEST or "\t" in text:
        return None
    heard = hear(text, context)
    return next((reply for read in allowed if (reply := read(heard, context)) is not None), None)
