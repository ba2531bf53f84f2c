"""我审了多少: a reviewer's own decisions, and how long reports waited for them."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.review.decisions import effective
from handlers.review.waiting import waiting
from store.records import Review

_HOUR = 3600
_MINUTE = 60


def my_reviews(_text: str, context: Context) -> Reply:
    """How many were accepted, returned and assessed, the mean wait, and what is left."""
    campaign = context.speaker.campaign.id
    own = effective(context.uow.reviews.of_contact(campaign, context.speaker.contact.id))
    waits = [wait for row in own if row.act != "assess" and (wait := _wait(context, row)) is not None]
    mean = f"，从上报到审定平均用时{_told(sum(waits, timedelta()) / len(waits))}" if waits else ""
    return Reply(f"您{tally(own)}{mean}；还有{len(waiting(context))}件待审。")


def tally(rows: Sequence[Review]) -> str:
    """已审2件：通过1，退回1，其中评分0件."""
    acts = Counter(row.act for row in rows)
    accepted, returned = acts["accept"], acts["return"]
    return f"已审{accepted + returned}件：通过{accepted}，退回{returned}，其中评分{acts['assess']}件"


def _wait(context: Context, row: Review) -> timedelta | None:
    """How long the decided revision had waited."""
    history = context.uow.submissions.history(row.campaign_id, row.code, row.subject)
    return next((row.at - said.at for said in history if said.revision == row.revision), None)


def _told(wait: timedelta) -> str:
    seconds = int(wait.total_seconds())
    hours, minutes = divmod(seconds // _MINUTE, _HOUR // _MINUTE)
    if hours:
        return f"{hours}小时{minutes}分"
    return f"{minutes}分{seconds % _MINUTE}秒" if minutes else f"{seconds}秒"


COMMAND = Command(Act.REVIEW, "我审了多少", words("我审了多少 我的审核 审核统计 我审了几件"), my_reviews)
