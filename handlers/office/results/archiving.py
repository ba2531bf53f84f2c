"""归档: a milestone is locked once nothing stands in the way; nothing more is reported or reviewed on it."""

import re
from collections.abc import Mapping
from typing import Any

from handlers.access import Act
from handlers.calendar.deadlines import scope_name
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.office.results.readiness_check import check
from handlers.pushing.pushes import tell
from handlers.wording import clip, notified

LOCK = "lock"
UNLOCK = "unlock_milestone"
CLOSE = "close_campaign"
_WORDS = {"半年": "H1", "前三季度": "Q3", "三季度": "Q3", "年终": "Y", "全年": "Y", "年底": "Y"}


def lock(text: str, context: Context) -> Reply:
    """Check what stands in the way; where nothing does, ask."""
    milestone = _milestone(text, context)
    name = scope_name(context.rubric, milestone)
    named = next((word for word in _WORDS if word in text), "")
    if named == "半年" and not milestone:
        return Reply(f"这份细则没有“{named}”节点，没有归档。要归档全部指标发“归档”，先检查再确认。")
    if milestone in context.arranged.locked:
        return Reply(f"{name}已经归档。要改先“解除归档 {name} 原因”。")
    found = check(milestone, context)
    if not found.passed:
        return Reply(
            f"{name}不能归档，前置检查未满足：{found.text}。处理完再发“{name}归档”；待审回“待审”，没报回“没报”。"
        )
    if _WONDERS.search(text):
        return Reply(f"前置检查通过：{found.text}。还没有归档；要归档请回“{name}归档”。")
    lines = [
        f"将归档{name}：之后不能再上报、撤回和审核，得分定为核定分；会通知联络员。",
        f"前置检查通过：{found.text}。",
    ]
    return confirming.ask(context, LOCK, {"milestone": milestone}, lines)


_WONDERS = re.compile("差|缺|什么|啥|哪|几|能|可以|可不可以|[吗没么?？]$")
"""Who asks whether it may be done has not said that it shall be."""


def apply_lock(state: Mapping[str, Any], context: Context) -> Reply:
    """Lock it, unless something has come in since."""
    milestone = str(state["milestone"])
    name, found = scope_name(context.rubric, milestone), check(milestone, context)
    if not found.passed:
        return Reply(f"刚有新的变化，没有归档：{found.text}。")
    arrangement = arrange(context, "lock", {"locked": True}, milestone=milestone)
    text = (
        f"【归档】《{context.speaker.campaign.name}》{name}已归档，不再接受上报和更正；有异议请联系质强办。"
    )
    people = context.uow.roster.list(context.speaker.campaign.id)
    told = tell(context, f"lock:{arrangement}", people, text)
    return Reply(f"{name}已归档，{notified(told)}。要改回“解除归档 {name} 原因”。")


def unlock(text: str, context: Context) -> Reply:
    """解除归档, with a reason."""
    milestone = _milestone(text, context)
    name = scope_name(context.rubric, milestone)
    if milestone not in context.arranged.locked:
        return Reply(f"{name}没有归档，不用解除。")
    reason = re.sub(rf"{'|'.join(_WORDS)}|节点|全部指标|原因|[\s:：,，]+", " ", text).strip()
    if not reason:
        return Reply(f"解除归档要写原因：“解除归档 {name} 原因……”。没有改动。")
    lines = [f"将解除{name}的归档，联络员又能更正，原因：{clip(reason, 60)}。"]
    return confirming.ask(context, UNLOCK, {"milestone": milestone, "reason": reason}, lines)


def apply_unlock(state: Mapping[str, Any], context: Context) -> Reply:
    """Open it again."""
    milestone, reason = str(state["milestone"]), str(state["reason"])
    arrange(context, "lock", {"locked": False}, milestone=milestone, reason=reason)
    return Reply(f"已解除{scope_name(context.rubric, milestone)}的归档，原因已留痕。")


def close(_text: str, context: Context) -> Reply:
    """结束考核: no more reminders; everything stays readable."""
    found = check(None, context)
    lines = [
        f"将结束《{context.speaker.campaign.name}》：不再提醒、推送，数据都留着，可以查。",
        f"现在：{found.text}。",
    ]
    return confirming.ask(context, CLOSE, {}, lines)


def apply_close(_state: Mapping[str, Any], context: Context) -> Reply:
    """Close the campaign."""
    campaign = context.speaker.campaign
    if campaign.state == "closed":
        return Reply(f"《{campaign.name}》已经结束了，没有改动。")
    context.uow.campaigns.close(campaign.id)
    context.uow.audit.record(context.now, context.actor, "campaign.close", f"campaign:{campaign.id}", {})
    return Reply(f"《{campaign.name}》已结束，不再提醒。重新开始由信息人员在后台办理。")


def _milestone(text: str, context: Context) -> str:
    known = {node.id for node in context.rubric.milestones}
    named = next((of for word, of in _WORDS.items() if word in text and of in known), None)
    return named or context.milestone or ""


COMMANDS = (
    Command(
        Act.LOCK,
        "半年节点归档",
        words("归档 锁定 封账"),
        lock,
        re.compile(
            r"(?P<rest>(?:半年|前三季度|三季度|年终|全年|年底|全部指标)(?:节点)?的?(?:归档|锁定|封账)|(?:归档|锁定)(?:半年|前三季度|年终|全年).{0,4}|.{0,8}(?:归档|封账).{0,3}(?:还)?(?:差|缺|要|有)(?:什么|啥|哪些|哪|几).{0,4}|.{0,6}(?:能|可以|可不可以|能不能)(?:归档|封账|锁定)了?[吗没么?？]*)"
        ),
    ),
    Command(
        Act.LOCK,
        "解除归档 半年节点 补材料",
        words("解除归档"),
        unlock,
        re.compile(r"(?:解除|取消|撤销)归档[\s:：]*(?P<rest>.{1,100})"),
    ),
    Command(Act.LOCK, "结束考核", words("结束考核 关闭考核 考核结束 关闭考核任务 结束考核任务"), close),
)
CONFIRMATIONS = {
    LOCK: Confirmation(Act.LOCK, apply_lock, changes=frozenset({"lock"})),
    UNLOCK: Confirmation(Act.LOCK, apply_unlock, changes=frozenset({"lock"})),
    CLOSE: Confirmation(Act.LOCK, apply_close),
}
