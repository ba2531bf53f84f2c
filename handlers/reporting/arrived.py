"""收到没有: whether the last report has arrived, how it stands, and who reviews it."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.receipts import values_text, where_text
from handlers.reporting.about.asked import LONGEST, ROLES
from handlers.reporting.withdraw import effective
from handlers.review.decisions import STATUS_NAMES, records_of
from handlers.wording import clip, clock, leaf_name

_RECEIVED: Final = re.compile("(?:报|数|刚[才刚发]).{0,6}(?:收到|收着|进去|成功|存上|记上)了?(?:没|吗|么)")
_REVIEWED: Final = re.compile("谁.{0,3}[审核批](?!过|完)|审核[员人]?是谁|[归由]谁[审核]")
_WHO_REVIEWS: Final = (
    "您报的数由考核部门的审核员审，质强办统一核定；审没审过回“我的任务”看。有事请联系质强办。"
)


def answer(text: str, context: Context) -> Reply | None:
    """How the speaker's last report stands, or who reviews it; None where neither is asked."""
    if context.speaker.role not in ROLES or len(text) > LONGEST:
        return None
    if _RECEIVED.search(text):
        return _received(context)
    return Reply(_WHO_REVIEWS) if _REVIEWED.search(text) else None


def _received(context: Context) -> Reply:
    own = effective(
        context.uow.submissions.of_contact(context.speaker.campaign.id, context.speaker.contact.id)
    )
    if not own:
        return Reply("还没有收到您报的数。直接发“序号 数值”就行。")
    last = own[-1]
    criterion = context.rubric.criterion(last.code)
    records = records_of(context.uow, last.campaign_id, [last.code], last.subject)
    state = STATUS_NAMES[records[last.code, last.subject].status]
    values = clip(values_text(criterion, last.given), 80) + where_text(context, criterion, last.subject)
    return Reply(
        f"收到了，最近一次是{clock(last.at)}报的：{leaf_name(criterion)} {values}，{state}。全部情况回“我的任务”。"
    )
