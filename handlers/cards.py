"""卡片: a push with buttons as the outbox keeps it, and what a pressed button says."""

from handlers.messages import Push
from store.types import JsonObject


def content_of(message: Push) -> JsonObject:
    """What the outbox keeps of a push: the words, and the card for whom it can be shown to."""
    if message.card is None:
        return {"text": message.text}
    buttons = [[words, label] for words, label in message.card.buttons]
    card = {"title": message.card.title, "text": message.card.text, "buttons": buttons}
    return {"text": message.text, "card": card}
