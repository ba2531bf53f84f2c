"""What may be said to each kind of question that a leader is asked."""

from handlers.drafts.confirming import Answer
from handlers.leading.orders import relaying

ANSWERS: dict[str, Answer] = {
    relaying.WHOM: relaying.answer_whom,
    **{kind: asked.answer for kind, asked in relaying.CONFIRMATIONS.items()},
}
