"""卡片: a push with buttons as the outbox keeps it, and what a pressed button says, once."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers.context import Context
from handlers.messages import Push, Reply
from handlers.people.speaker import Speaker
from handlers.people.speaking import as_asked
from store.records import OutboxRow
from store.types import JsonObject
from store.ways import home_of

PRESSED = "template_card_event"
"""The event of a pressed button: its key is what the button says, its title the key of the push."""


def content_of(message: Push) -> JsonObject:
    """What the outbox keeps of a push: the words, and the card for whom it can be shown to."""
    if message.card is None:
        return {"text": message.text}
    buttons = [[words, label] for words, label in message.card.buttons]
    card = {"title": message.card.title, "text": message.card.text, "buttons": buttons}
    return {"text": message.text, "card": card}


def pressed(context: Context, say: Callable[[str, Context], Reply]) -> Reply:
    """Do what the button says, the first time; the outbox says the answer and changes the card.

    The platform takes no words in answer to this event.
    """
    row = context.uow.outbox.by_key(context.incoming.title)
    sender = (home_of(context.incoming.channel), context.incoming.sender)
    if row is None or (home_of(row.channel), row.recipient) != sender:
        return Reply()
    labels, words = _labels(row), context.incoming.event_key
    if words not in labels:
        return Reply()
    if context.uow.outbox.choose(row.id, words):
        answer, chosen = say(words, _meant(row, words, context)), words
    else:
        found = context.uow.outbox.by_key(row.key)
        chosen = found.chosen if found is not None else words
        answer = Reply(
            f"这张卡片已经点过“{labels.get(chosen, chosen)}”，没有再办一次。要办别的请直接发文字。"
        )
    _queue("card", {"card_update": _update(row, chosen, context)}, context)
    if answer.text:
        _queue("reply", {"text": answer.text}, context)
    return Reply()


def _labels(row: OutboxRow) -> Mapping[str, str]:
    """The label of each button by what it says."""
    return dict((row.content.get("card") or {}).get("buttons", ()))


def _meant(row: OutboxRow, words: str, context: Context) -> Context:
    """The words as a text of the person whom the card was for, in that person's campaign."""
    incoming = replace(context.incoming, kind="text", text=words)
    account = context.speaker.account
    person = next((one for one in account.contacts if one.id == row.contact_id), None)
    campaign = context.uow.campaigns.get(person.campaign_id) if person is not None else None
    if person is None or campaign is None:
        return replace(context, incoming=incoming)
    return replace(context, incoming=incoming, speaker=Speaker(as_asked(account, person), person, campaign))


def _update(row: OutboxRow, chosen: str, context: Context) -> JsonObject:
    """The label in the place of the buttons and, for a platform that wants all of it, the card that has only that."""
    label = f"已选：{_labels(row).get(chosen, chosen)}"
    card = {**row.content["card"], "buttons": [[chosen, label]]}
    return {"response_code": context.incoming.response_code, "label": label, "key": row.key, "card": card}


def _queue(what: str, content: JsonObject, context: Context) -> None:
    """Say it at once, under a key that makes it unique."""
    incoming = context.incoming
    context.uow.outbox.add(
        key=f"{what}:{context.inbox_id if context.inbox_id is not None else incoming.message_id}",
        channel=incoming.channel,
        recipient=incoming.sender,
        content=content,
        not_before=context.now,
        urgent=True,
        created_at=context.now,
    )
