"""待办事项: the open matters, and one of them in full."""

import re
from collections.abc import Sequence

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.passed_on import passed_on
from handlers.matters.register import KIND_NAMES, SEEN_BY_LEADERS, standing
from handlers.messages import Reply
from handlers.wording import clip, clock, leaf_name, shown
from store.records import Matter

LISTED = 15


def listing(text: str, context: Context) -> Reply:
    """What is open, the oldest first; with the names of kinds (交接|联系人) only those."""
    word = "异议" if text.strip() == "申诉" else text.strip()
    rows = [row for row in seen(context) if _is_of(row, word)]
    asked = passed_on(word, context) if context.speaker.role == "office" else []
    if not rows and not asked:
        return Reply(_none_open(word, context))
    lines = [f"第{row.number}号 {KIND_NAMES[row.kind]} {_summary(row, context)}" for row in rows]
    foot = "回“事项 号”看全文" + ("；“办结 号 结果”办结。" if context.speaker.role == "office" else "。")
    head = f"待办{len(rows)}件（原文未规定办理期限）："
    matters = [head, *shown(lines, LISTED, "……另有{}件"), foot] if rows else []
    handed = [f"近30天转来{len(asked)}条：", *shown(asked[::-1], LISTED, "……另有{}条")] if asked else []
    return Reply("\n".join([*matters, *handed]))


def _is_of(row: Matter, word: str) -> bool:
    return any(part in KIND_NAMES[row.kind] for part in word.split("|"))


def _none_open(word: str, context: Context) -> str:
    """That none is open, with those that are settled; who may not read them is told how many there are."""
    of_kind = [
        row
        for row in context.uow.matters.of_campaign(context.speaker.campaign.id)
        if _is_of(row, word) and (context.speaker.role == "office" or row.kind in SEEN_BY_LEADERS or word)
    ]
    still = sum(row.closed_at is None for row in of_kind)
    settled = f"，已办结{len(of_kind) - still}件" if len(of_kind) > still else ""
    called = clip(word.partition("|")[0], 8) or "事项"
    if not still:
        return f"没有待办的{called}{settled}。"
    return f"待办的{called}{still}件{settled}；内容只给质强办看，由质强办办理。"


def one(text: str, context: Context) -> Reply:
    """One matter with all its words."""
    row = find(text, seen(context))
    if row is None:
        return Reply("没有这个号的待办事项，回“待办事项”看清单。")
    more = context.uow.audit.details(f"matter:{row.campaign_id}:{row.number}", "matter.more")
    about = [part for part in (row.unit, row.subject, _leaf(row, context)) if part]
    return Reply(
        f"第{row.number}号 {KIND_NAMES[row.kind]}（{clock(row.at)}，{row.contact_name or '本人已注销'}）\n"
        f"{'，'.join(about) or '没有写明是哪一项'}\n{clip(row.text, 600)}"
        + "".join(f"\n补充：{clip(one['text'], 200)}" for one in more)
    )


def seen(context: Context) -> tuple[Matter, ...]:
    """The open matters that the speaker may see: the office all, a leader what is about events."""
    rows = standing(context)
    if context.speaker.role == "office":
        return rows
    return tuple(row for row in rows if row.kind in SEEN_BY_LEADERS)


def find(text: str, rows: Sequence[Matter]) -> Matter | None:
    """The matter of that number."""
    number = re.sub(r"\D", "", text)
    return next((row for row in rows if str(row.number) == number), None)


def _summary(row: Matter, context: Context) -> str:
    leaf = _leaf(row, context)
    who = " ".join(part for part in (row.unit, row.contact_name or "", clock(row.at), leaf) if part)
    return f"{who}：{clip(row.text, 40)}"


def _leaf(row: Matter, context: Context) -> str:
    criterion = context.rubric.by_code.get(row.code)
    return f"{row.code} {leaf_name(criterion, 14)}" if criterion else ""


COMMANDS = (
    Command(
        Act.MATTERS,
        "待办事项",
        words("待办事项 事项 待处理事项 有什么事项 申诉台账 异议台账"),
        listing,
        re.compile(
            r"(?:有没有人提?|有(?=.{2,4}[吗没])|有几个|有多少|有没有|看看?|谁提了?|哪些)(?:提|的)?(?P<rest>申诉|异议|疑似事件|交接申请|延期申请|解锁申请|加分提议)(?:吗|没有?)?[?？]?"
        ),
    ),
    Command(Act.MATTERS, "事项 3", words(""), one, re.compile(r"事项\s*(?P<rest>第?\d{1,5}号?)")),
)
