"""What may be said to each kind of question that a leader is asked."""

from handlers.drafts.confirming import Answer
from handlers.leading.orders import relaying
from handlers.leading.over_time import what_if

ANSWERS: dict[str, Answer] = {
    relaying.WHOM: relaying.answer_whom,
    what_if.QUESTION: what_if.answer,
    **{kind: asked.answer for kind, asked in relaying.CONFIRMATIONS.items()},
}
