"""刚发过: the same words to the same people, which somebody else has sent while they waited here for their 是."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from handlers.context import Context
from handlers.dialogs import OWN
from handlers.wording import local
from store.records import OutboxRow

SOON: Final = timedelta(minutes=10)
_SEEN: Final = "seen"
"""Where the state keeps the last message that its asker was told of: what comes after it is told anew."""


def just_sent(
    kind: str,
    people: Collection[int],
    is_same: Callable[[OutboxRow], bool],
    state: Mapping[str, Any],
    context: Context,
) -> tuple[str, Mapping[str, Any]] | None:
    """What to say of it and the state to ask with again; None where one of the people has not had it.

    Whoever sent it is not told by himself; what the speaker sends once more is meant so.
    """
    own = context.speaker.contact.id
    rows = [
        row
        for row in context.uow.outbox.of_campaign(context.speaker.campaign.id, context.now - SOON)
        if row.key.startswith(f"{kind}:") and row.content.get("by") not in (None, own) and is_same(row)
    ]
    others = set(people) - {row.content["by"] for row in rows}
    if not rows or not others or not others <= {row.contact_id for row in rows}:
        return None
    last = max(rows, key=lambda row: row.id)
    if last.id <= int(state.get(_SEEN, 0)):
        return None
    sender = context.uow.roster.get(int(last.content["by"]))
    who = sender.name if sender is not None else "另一位同事"
    said = (
        f"{who}{local(last.created_at):%H:%M}刚把同样的话发给了这{len(others)}人，还没有再发。要再发一遍吗？"
    )
    return said, {**{name: state[name] for name in state if name not in OWN}, _SEEN: last.id}


def leaves_alike(row: OutboxRow, at: datetime | None) -> bool:
    """Whether it leaves as that one: at once, or at the same hour."""
    return row.not_before == at if at is not None else row.not_before <= row.created_at
