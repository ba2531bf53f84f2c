"""通知收到了没: to whom the office's last messages went, and what became of each."""

from datetime import timedelta
from itertools import groupby
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.reminding.record import outcome
from handlers.wording import clip, clock, listed
from store.records import OutboxRow

_LOOK_BACK: Final = timedelta(days=14)
_KINDS: Final = ("broadcast:", "relay:", "deadline:", "extension:")
_MOST: Final = 3
_NAMED: Final = 6
_NOT_READ: Final = "平台不告诉对方看没看，只知道送没送到。"


def last_sent(context: Context) -> Reply:
    """The last few messages to others, each with how many it reached and whom it did not."""
    rows = context.uow.outbox.of_campaign(context.speaker.campaign.id, context.now - _LOOK_BACK)
    sent = sorted((row for row in rows if row.key.startswith(_KINDS)), key=lambda row: row.id)
    messages = [list(own) for _, own in groupby(sent, key=lambda row: row.key.rpartition(":")[0])]
    if not messages:
        return Reply(f"近14天没有发过通知。{_NOT_READ}催办、提醒发给了谁回“催办记录”。")
    lines = [_line(own, context) for own in messages[: -_MOST - 1 : -1]]
    return Reply("\n".join([*lines, _NOT_READ, "没送到的回“没发出去的”看原因、重发。"]))


def _line(own: list[OutboxRow], context: Context) -> str:
    states = [outcome(row).split("：")[0] for row in own]
    counts = "、".join(f"{state}{states.count(state)}人" for state in dict.fromkeys(states))
    lacking = [row for row, state in zip(own, states, strict=True) if state != "已送达"]
    people = [context.uow.roster.get(row.contact_id) for row in lacking if row.contact_id is not None]
    names = [f"{person.unit}{person.name}" for person in people if person is not None]
    whom = f"（还没送到：{listed(names, _NAMED, '人')}）" if 0 < len(names) < len(own) else ""
    return f"{clock(own[0].created_at)} {clip(own[0].text, 40)}：{counts}{whom}。"
