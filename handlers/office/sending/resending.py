"""没发出去的: what did not arrive, why, and sending it again after a person has decided so."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.pushing.undelivered import STATES, reason
from handlers.wording import clip, clock, shown
from store.records import OutboxRow, OutboxState

QUESTION = "resend"
LISTED = 12
LOOK_BACK = timedelta(days=30)
_UNDELIVERED: tuple[OutboxState, ...] = ("refused", "dead", "ambiguous")


def undelivered(_text: str, context: Context) -> Reply:
    """List what did not arrive in the last thirty days, the newest first."""
    rows = _rows(context)
    if not rows:
        return Reply("最近30天没有发不出去的消息。")
    lines = [f"最近30天没有送达的{len(rows)}条："]
    lines += shown(
        [f"{place} {_line(row, context)}" for place, row in enumerate(rows, 1)], LISTED, "……另有{}条"
    )
    lines.append("回“重发 序号”再发一条，回“重发 全部”都再发。“不知是否送达”的可能已经收到，重发会收到两遍。")
    return Reply("\n".join(lines))


def resend(text: str, context: Context) -> Reply:
    """重发 1, 重发 全部: say what would be sent again, and ask."""
    rows, wanted = _rows(context), text.strip()
    chosen = rows if wanted in ("全部", "所有") else [row for row in rows[:LISTED] if _is(wanted, row, rows)]
    if not chosen:
        return Reply("没有这一条。回“没发出去的”看清单和序号。没有重发。")
    lines = [f"将重发{len(chosen)}条：", *shown([_line(row, context) for row in chosen], 5, "……另有{}条")]
    if doubtful := sum(row.state == "ambiguous" for row in chosen):
        lines.append(f"其中{doubtful}条可能已经收到，重发会收到两遍。")
    return confirming.ask(context, QUESTION, {"rows": [row.id for row in chosen]}, lines)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Put them back; what somebody else has put back meanwhile is left alone."""
    done = [row for row in state["rows"] if context.uow.outbox.requeue(row, context.now)]
    for row in done:
        context.uow.audit.record(context.now, context.actor, "outbox.requeue", f"outbox:{row}", {})
    return Reply(f"已放回队列{len(done)}条，马上再发；结果回“没发出去的”看。")


def _rows(context: Context) -> list[OutboxRow]:
    """Of the speaker's campaign or of none (answers), newest first."""
    since, campaign = context.now - LOOK_BACK, context.speaker.campaign.id
    found = [row for state in _UNDELIVERED for row in context.uow.outbox.list(state)]
    own = [row for row in found if row.campaign_id in (None, campaign) and row.created_at >= since]
    return sorted((row for row in own if "card_update" not in row.content), key=lambda row: -row.id)


def _is(wanted: str, row: OutboxRow, rows: list[OutboxRow]) -> bool:
    return wanted.isascii() and wanted.isdecimal() and rows.index(row) + 1 == int(wanted)


def _line(row: OutboxRow, context: Context) -> str:
    person = context.uow.roster.get(row.contact_id) if row.contact_id is not None else None
    whom = f"{person.unit} {person.name}" if person is not None else row.recipient
    said = clip(row.text.splitlines()[0], 24) if row.text else "（文件）"
    return f"{clock(row.created_at)} {whom}：{said}（{STATES[row.state]}，{reason(row.answer)}）"


CONFIRMATIONS = {QUESTION: Confirmation(Act.RESEND, apply)}
COMMANDS = (
    Command(
        Act.RESEND,
        "没发出去的",
        words("没发出去的 没发出去 没送达 没送达的 发送失败 发送失败的 谁没收到 没收到的 哪些没发出去"),
        undelivered,
    ),
    Command(
        Act.RESEND,
        "重发 1",
        words(""),
        resend,
        re.compile(r"重(?:新)?发(?:送)?[\s:：]*第?(?P<rest>\d{1,3}|全部|所有)条?"),
    ),
)
