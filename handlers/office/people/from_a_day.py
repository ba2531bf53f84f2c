"""下周起由孙晓接手: who takes over on a day to come; the roster changes at once, so the office is reminded on that day."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from handlers import dialogs
from handlers.calendar.dates import day_in
from handlers.calendar.hours import AFTER_OPENING
from handlers.context import Context
from handlers.messages import Push, Reply
from handlers.people.enrolled import MOBILE
from handlers.pushing.pushes import push
from handlers.wording import SHANGHAI, local, month_day
from store.records import Contact

QUESTION: Final = "from_a_day"
_SINCE: Final = re.compile(
    r"(?:\d[日号]?|[周期拜][一二三四五六日天]|[明后]天)(?:[（(][^）)]{1,6}[）)])?(?:上午|下午|\d+点|上班)?(?:起|开始|以?后|之后|正式|再|才|就?由|到岗|提醒我|叫我)"
    r"|从.{1,8}(?:起|开始)|(?P<week>下个?(?:周|星期|礼拜))(?:起|开始|以?后|就|再|才|由|换)|(?P<month>下个?月)(?:初|起|开始|以?后|就|再|才|由|换)"
)
_MONDAY: Final = 7


def starts_on(text: str, context: Context) -> date | None:
    """The day to come from which on the words have it; None where it is to be now."""
    today, found = local(context.now).date(), _SINCE.search(text)
    if found is None:
        return None
    day = day_in(MOBILE.sub(" ", text), today)
    if day is None and found["week"]:
        day = today + timedelta(days=_MONDAY - today.weekday())
    if day is None and found["month"]:
        day = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return day if day is not None and day > today else None


def ask(old: Contact, new: str, mobile: str, day: date, context: Context) -> Reply:
    """Whether to be reminded on that day or to change it now; neither is done."""
    head = f"{old.unit}联络员{month_day(day)}起由{old.name}换成{new}"
    state = {"old": old.id, "new": new, "mobile": mobile, "day": day.isoformat()}
    dialogs.ask(context, QUESTION, state, again=head)
    told = f"（{mobile}）" if mobile else "（手机没有给，可以直接发号码补上）"
    return Reply(
        f"{head}{told}。"
        "换人是当场生效的，不能约到那天；还没有改动：\n"
        f"1 到{month_day(day)}上午提醒您，那天再换（这之前还是{old.name}）\n"
        f"2 现在就换（先给您看再确认）\n回序号，都不要回“取消”。"
    )


def remind(state: Mapping[str, Any], old: Contact, context: Context) -> Reply:
    """Queue the reminder to the speaker himself."""
    own, day = context.speaker.contact, date.fromisoformat(state["day"])
    order = f"{old.unit}{old.name}换成{state['new']} {state['mobile']}".strip()
    opens = datetime.combine(day, context.arranged.hours.opens, SHANGHAI) + AFTER_OPENING
    said = month_day(local(context.now).date())
    text = f"【提醒】您{said}说的：今天起{old.unit}由{state['new']}接{old.name}。现在换就回“{order}”。"
    if own.channel is not None and own.account is not None:
        key = f"handover:{own.campaign_id}:{own.id}:{context.incoming.message_id}"
        push(context.uow, Push(key, own.channel, own.account, text, opens, urgent=True), own, context.now)
    return Reply(f"好的，名册没有改动。{month_day(day)}{opens:%H:%M}提醒您换；到时回“{order}”就办。")
