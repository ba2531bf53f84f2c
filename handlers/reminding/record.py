"""催办记录: who was reminded when, and what the platform said of it; what failed is told plainly."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, time, timedelta

from handlers.access import Act, may
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.wording import SHANGHAI, clip, clock, local, shown
from store.records import Contact, OutboxRow

LISTED = 12
DAYS = 7
KINDS = {
    "remind": "提醒",
    "late": "逾期通知",
    "urge": "催办",
    "summary": "汇总",
    "average": "目标值通知",
    "relay": "转达",
}
RESULTS = {"review": "审核结果"}
STATES = {
    "pending": "待发",
    "sending": "发送中",
    "sent": "已送达",
    "refused": "没送到",
    "dead": "没送到",
    "ambiguous": "不确定是否送达，没有重发",
    "superseded": "没发：到时已不需要或已过时",
}
_REASONS = (
    ("unlicenseduser", "账号没有接口许可，请管理员分配"),
    ("invaliduser", "企业微信里没有这个账号，或不在应用可见范围"),
    ("81013", "企业微信里没有这个账号，或不在应用可见范围"),
    ("60111", "企业微信里没有这个账号"),
    ("60020", "服务器IP不在企业可信IP里，请管理员添加"),
    ("45009", "超过平台频率，稍后自动再发"),
    ("48002", "应用没有发消息的权限，请管理员检查"),
)
_BAD = ("refused", "dead", "ambiguous")


def record(text: str, context: Context) -> Reply:
    """The last days' reminders of the campaign, the failed ones first; a unit's or a person's where named."""
    return _record(text, KINDS, "提醒、催办", context)


def results(text: str, context: Context) -> Reply:
    """退回的那家通知了没有: whoever reported is told at once of what was decided; what became of those messages."""
    named_ = text if _wanted(text, _people(context), context) - {0} else ""
    told = _record(named_, RESULTS, "审核结果通知", context).text
    return Reply(f"退回、通过时机器人当场通知填报人（附原因），不用另发。{told}")


def _people(context: Context) -> dict[int, Contact]:
    return {person.id: person for person in context.uow.roster.list(context.speaker.campaign.id)}


def _record(text: str, kinds: Mapping[str, str], called: str, context: Context) -> Reply:
    since = datetime.combine(local(context.now).date() - timedelta(days=DAYS), time(0), SHANGHAI)
    people = _people(context)
    wanted = _wanted(text, people, context)
    rows = [
        row
        for row in context.uow.outbox.of_campaign(context.speaker.campaign.id, since)
        if row.key.split(":")[0] in kinds
        and row.contact_id in people
        and (not wanted or row.contact_id in wanted)
    ]
    if not rows:
        return Reply(f"近{DAYS}天没有{'这个单位（人）的' if text.strip() else ''}{called}记录。")
    counts = Counter(STATES[row.state].split("：")[0] for row in rows)
    head = f"近{DAYS}天{called}{len(rows)}条：" + "、".join(
        f"{name}{count}" for name, count in counts.items()
    )
    rows.sort(key=lambda row: (row.state not in _BAD, -row.id))
    lines = [_row(row, people[row.contact_id or 0]) for row in rows]
    foot = ["看一家回“催办记录 单位”；没送到的回“没发出去的”看，“重发 1”再发。"]
    foot = foot if kinds is KINDS and may(context.speaker.role, Act.RESEND) else []
    return Reply("\n".join([f"{head}。", *shown(lines, LISTED, "……另有{}条"), *foot]))


def outcome(row: OutboxRow) -> str:
    """What became of a message, in words."""
    if row.state not in _BAD:
        return STATES[row.state]
    reason = next((told for mark, told in _REASONS if _has(row.answer, mark)), "")
    return f"{STATES[row.state]}{'：' + (reason or clip(row.answer, 30)) if reason or row.answer else ''}"


def _row(row: OutboxRow, person: Contact) -> str:
    at = row.sent_at or row.closed_at or row.not_before
    kind = {**KINDS, **RESULTS}[row.key.split(":")[0]]
    return f"{clock(at)} {person.unit} {person.name} {kind}：{outcome(row)}"


def _wanted(text: str, people: dict[int, Contact], context: Context) -> frozenset[int]:
    """Who is named, by unit or by name; empty for everybody."""
    said = text.strip()
    if not said:
        return frozenset()
    units = mentions(said, context).units
    aliases = context.rubric.unit_aliases
    return frozenset(
        person.id
        for person in people.values()
        if person.name in said or aliases.get(person.unit, person.unit) in units or person.subject in units
    ) or frozenset({0})


def _has(answer: str, mark: str) -> bool:
    """Whether the platform's answer names that error: a list that is not empty, or the code."""
    with suppress(ValueError):
        read = json.loads(answer)
        if isinstance(read, dict) and mark in read:
            return bool(read[mark])
    return re.search(rf"(?<!\w){mark}(?!\w)", answer) is not None


COMMAND = Command(
    Act.URGE,
    "催办记录 城建局",
    words("催办记录 提醒记录 催报记录 发送记录 提醒情况 谁收到提醒了 提醒发了吗 没送到的"),
    record,
    re.compile(r"(?:催办|提醒|催报|发送)记录[\s:：]*(?P<rest>.{2,30})"),
)
