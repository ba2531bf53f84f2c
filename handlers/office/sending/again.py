"""刚才那条通知也发安监局一份, 通知里时间写错了，改成10点，重新发: the last notice to others, or put right."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from handlers.context import Context
from handlers.drafts.redrafting import corrected
from handlers.messages import Reply
from handlers.office.sending.broadcasting import draft
from handlers.people.whom import MARK, Heard
from handlers.wording import clip
from store.records import OutboxRow

_LOOK_BACK: Final = timedelta(days=14)
_HEAD: Final = "【通知】质强办："
_LAST: Final = (
    r"(?:把|那|就)?(?:刚才|刚刚|刚|上面|上一?|前面|今天|昨天)的?发?的?[那这]?[条个份]?(?:通知|消息)"
)
_MORE: Final = r"(?:也|再|都|同样|一样|照样|另外|帮我|[,，\s])*"
_TO_OTHERS: Final = re.compile(
    rf"{_LAST}(?:的)?{_MORE}(?:(?:发|转发?|通知|告诉)(?:给|一份给|到)?{MARK}|(?:给|跟){MARK}{_MORE}(?:发|转|说)){_MORE}(?:一?[次份遍下声])?[吧了]*"
    rf"|{_MORE}给{MARK}{_MORE}(?:发|转)(?:一?[份次遍下])?{_LAST}[吧了]*"
)
_CORRECTED: Final = re.compile(
    r"(?:刚才|刚刚|上面|前面)?(?:发?的)?[那这]?[条个]?的?通知(?:里面?|上|中)?的?(?P<said>.{2,40}?)[,，\s]*(?:重新?|再|补|更正)(?:发|通知|说)(?:一?[下遍次条份个]|出去|更正|通知)*[吧了]*"
)


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """The draft; None for other words, or where nothing was sent lately."""
    words = text.strip().rstrip("。.!！")
    if _STOPPED.fullmatch(words):
        return _stopped(_last(context), context)
    if _RECALLED.fullmatch(words):
        rows = _last(context)
        return Reply(_gone(rows)) if rows else None
    to_others = len(heard.whom) == 1 and _TO_OTHERS.fullmatch(heard.marked) is not None
    said = _CORRECTED.fullmatch(text.strip().rstrip("。.!！")) if not to_others else None
    rows = _last(context) if to_others or said is not None else []
    if not rows:
        return None
    words = rows[0].text.removeprefix(_HEAD)
    if to_others:
        return draft(sorted(heard.whom[0].people), heard.whom[0].called, words, context)
    new = corrected(words, said["said"].strip(" ,，")) if said is not None else None
    if new is None:
        return Reply(f"上一条通知是：{words}\n没认出要改成什么，没有发。请把改好的整条再发：“通知……：……”。")
    people = [row.contact_id for row in rows if row.contact_id is not None]
    return draft(people, "上次收到的人", f"（更正）{new}", context)


_RECALLED: Final = re.compile(
    rf"(?:能不能|可以|帮我|麻烦)*{_LAST}(?:能不能|可以|给我|帮我|再|,|，|\s)*(?:撤[回销]|收回|撤了|取消|作废)(?:来|掉|一下|了|吧|吗|不)*[?？]?"
    rf"|(?:撤[回销]|收回|取消|作废)(?:一下)?{_LAST}"
)


_STOPPED: Final = re.compile(
    r"(?:等等|等一?下|慢着|[,，\s])*(?:先|都|暂时)*(?:别|不要|不用|甭)再?(?:群发|发|推)了?(?:吧|啊|先)*"
)
_JUST_NOW: Final = timedelta(hours=24)


def _stopped(rows: Sequence[OutboxRow], context: Context) -> Reply:
    """先别发了 with no draft open: that the last notice is out; else what goes on by itself, and how it is stopped."""
    by_itself = "机器人按时限自动发的提醒照旧；哪天不要发说“7月6日别发”，哪家先不提醒说“先别催 单位名”。"
    lately = rows and rows[0].created_at >= context.now - _JUST_NOW
    return Reply(f"{_gone(rows)}\n{by_itself}" if lately else f"没有等着您确认的通知，没有改动。{by_itself}")


def _gone(rows: Sequence[OutboxRow]) -> str:
    """What was sent stays with those who have it; it may be put right."""
    words = clip(rows[0].text.removeprefix(_HEAD), 40)
    return (
        f"撤不回来：“{words}”已经发给{len(rows)}人。没有改动。\n"
        "写错了说“通知里时间写错了，改成10点，重新发”；不算数了发“通知全体：前面那条通知作废”，都先给您看。"
    )


def _last(context: Context) -> list[OutboxRow]:
    """The messages of the last notice, one for each who got it."""
    rows = context.uow.outbox.of_campaign(context.speaker.campaign.id, context.now - _LOOK_BACK)
    sent = [row for row in rows if row.key.startswith("broadcast:") and row.text.startswith(_HEAD)]
    last = max(sent, key=lambda row: row.id).key.rpartition(":")[0] if sent else ""
    return [row for row in sent if row.key.rpartition(":")[0] == last]
