"""领导的问题: what leaders (and the office) ask in their own words, each subject in a file."""

from handlers.confirming import Answer
from handlers.leading import relaying

ANSWERS: dict[str, Answer] = {
    relaying.WHOM: relaying.answer_whom,
    **{kind: asked.answer for kind, asked in relaying.CONFIRMATIONS.items()},
}
"""What may be said to each kind of question that this folder asks."""
