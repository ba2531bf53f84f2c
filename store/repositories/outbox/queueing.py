"""What goes into the outbox, and what a person changes about it there."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NotRequired, TypedDict, Unpack

from sqlalchemy import Text, bindparam, func, select, update

from store.repository import Repository, among
from store.tables import OUTBOX
from store.types import JsonObject
from store.upserting import insert_once


class NewPush(TypedDict):
    """`key` is unique for ever; what is said is `text`, or `content` where the sender renders it."""

    key: str
    channel: str
    recipient: str
    text: NotRequired[str]
    content: NotRequired[JsonObject]
    not_before: datetime
    urgent: NotRequired[bool]
    campaign_id: NotRequired[int | None]
    contact_id: NotRequired[int | None]
    created_at: datetime


_UNTRIED = {
    "state": "pending",
    "attempts": 0,
    "answered_attempts": 0,
    "lease_owner": "",
    "answer": "",
    "messages": 1,
    "chosen": "",
    "turn": 0,
}
_ADD = insert_once(OUTBOX, "key", gives="key")
_REWORD = (
    update(OUTBOX)
    .where(OUTBOX.c.key == bindparam("this_key"), OUTBOX.c.state == "pending", OUTBOX.c.attempts == 0)
    .values(content=bindparam("new_content"))
    .returning(OUTBOX.c.id)
)
_CHOOSE = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("row_id"), OUTBOX.c.chosen == "")
    .values(chosen=bindparam("words"))
    .returning(OUTBOX.c.id)
)
_REQUEUE = (
    update(OUTBOX)
    .where(
        OUTBOX.c.id == bindparam("row_id"),
        among(OUTBOX.c.state, "refused", "dead", "ambiguous", "superseded"),
    )
    .values(
        state="pending",
        not_before=bindparam("again_at"),
        first_attempt_at=None,
        closed_at=None,
        answered_attempts=OUTBOX.c.attempts,
        lease_owner="",
    )
    .returning(OUTBOX.c.id)
)
_OF_RECIPIENT = update(OUTBOX).where(
    OUTBOX.c.channel == bindparam("of_channel"), OUTBOX.c.recipient == bindparam("of_recipient")
)
_DROP = _OF_RECIPIENT.where(OUTBOX.c.state == "pending").values(
    state="superseded", answer=bindparam("new_answer"), closed_at=bindparam("at")
)
_ERASE = _OF_RECIPIENT.values(recipient=bindparam("pseudonym"))
_KEYS_WITH = select(OUTBOX.c.id, OUTBOX.c.key).where(
    OUTBOX.c.key != func.replace(OUTBOX.c.key, bindparam("words", type_=Text), "")
)
_REKEY = update(OUTBOX).where(OUTBOX.c.id == bindparam("row_id")).values(key=bindparam("new_key"))


class Queueing(Repository):
    """Messages put in, reworded, answered by a button, put back, and freed of a person's name."""

    def add(self, **push: Unpack[NewPush]) -> bool:
        """Put a message in, to go out from `not_before` on; False where its key is there already."""
        return bool(self.add_all([push]))

    def add_all(self, pushes: Sequence[NewPush]) -> frozenset[str]:
        """Put the messages in; return the keys of those that were not there already."""
        return frozenset(key for (key,) in self._add_many(_ADD, [_row_of(push) for push in pushes]))

    def reword(self, key: str, text: str) -> bool:
        """Change what a message says that nobody has begun to send; False where it is too late for that."""
        return self._hit(_REWORD, {"this_key": key, "new_content": {"text": text}})

    def choose(self, row_id: int, words: str) -> bool:
        """Keep which button of the message's card was pressed; False where one was pressed before."""
        return self._hit(_CHOOSE, {"row_id": row_id, "words": words})

    def requeue(self, row_id: int, not_before: datetime) -> bool:
        """Send a closed message again after all; False where it is waiting, in sending or sent."""
        return self._hit(_REQUEUE, {"row_id": row_id, "again_at": not_before})

    def erase(self, channel: str, recipient: str, pseudonym: str, at: datetime) -> None:
        """Drop what waits for a recipient, and put a pseudonym in its place, in everybody's keys as well."""
        whose = {"of_channel": channel, "of_recipient": recipient}
        self._run(_DROP, {**whose, "new_answer": "recipient erased", "at": at})
        self._run(_ERASE, {**whose, "pseudonym": pseudonym})
        # A key may tell whom a message was about, or whose own message it follows from.
        part = re.compile(rf"(?<![^:|]){re.escape(recipient)}(?![^:|])")
        for row_id, key in self._connection.rows(_KEYS_WITH, {"words": recipient}):
            if part.search(key):
                self._run(_REKEY, {"row_id": row_id, "new_key": part.sub(pseudonym, key)})


def _row_of(push: NewPush) -> dict[str, Any]:
    """The new row of the outbox; every one has the same columns in the same order."""
    return {
        "key": push["key"],
        "channel": push["channel"],
        "recipient": push["recipient"],
        "content": _content(push.get("text"), push.get("content")),
        "not_before": push["not_before"],
        "created_at": push["created_at"],
        "urgent": push.get("urgent", False),
        "campaign_id": push.get("campaign_id"),
        "contact_id": push.get("contact_id"),
        **_UNTRIED,
    }


def _content(text: str | None, content: JsonObject | None) -> JsonObject:
    if text is None and content is None:
        raise ValueError("a message needs a text or a content")
    return {**(content or {}), **({} if text is None else {"text": text})}
