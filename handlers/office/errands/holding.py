"""先别催: automatic reminders to a unit's contacts are held back until a day, and let go again."""

import re
from datetime import datetime, timedelta
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.calendar.dates import day_in, days_in
from handlers.calendar.printed import at_hour
from handlers.calendar.working_days import add_working_days
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.people.whom import Heard, Whom
from handlers.wording import clock, listed, local
from store.records import Contact

_HOLDS: Final = re.compile(
    r"(?:先|就|暂时|都)?(?:别|不要|不用|甭|暂停|停掉?|不必|免了?)(?!再?[忘光只漏等拖])(?:再|老|给|去|对|往|自动|一直|天天)*[^,，。;；]{0,8}?(?:催|提醒|打扰|烦|发(?=他|她|东西|消息))(?!过)"
    r"|(?:催办|提醒|催).{0,3}(?:先|都|暂时)?(?:停|缓|免)(?:一?停|一?缓|下|了|掉)?"
)
_MAY: Final = re.compile(r"可以(?:催|提醒)")
"""可以催城建局了, where nothing is held back: urge it."""
_RESUMES: Final = re.compile(
    r"(?:恢复|重新|继续|照常|接着)(?:开始|自动|给)?.{0,10}?(?:催|提醒)|可以(?:催|提醒).{0,10}了"
)
_ASKED: Final = re.compile(r"[?？吗]\s*$|谁|为什么|怎么|[了过]没有?\s*$|月\d+[日号].{0,8}\d+[日号]|放假|休息")
_ALL: Final = re.compile(r"所有|全部|自动(?:提醒|催)|都(?:先)?(?:别|不|停)|一律")
_MOST: Final = 14
"""Nobody is left alone for longer by a word said in passing."""


def hold(heard: Heard, text: str, context: Context) -> Reply | None:
    """电话打过了，农发局说下午报，今天就别再催他们了: None where no reminder is held back or let go."""
    whom = heard.one or (_everybody(context) if _ALL.search(text) else None)
    if whom is None or whom.owing or _ASKED.search(text):
        return None
    if _RESUMES.search(heard.marked):
        people = _contacts(whom, context)
        held = any(_is_held(person, context) for person in people) or _MAY.search(heard.marked) is None
        return _let_go(people, context) if held and len(heard.whom) <= 1 else None
    if not _HOLDS.search(heard.marked):
        return None
    people = _contacts(whom, context)
    return _held(people, text, context) if people else Reply(_nobody(whom))


def _nobody(whom: Whom) -> str:
    if whom.called == ROLE_NAMES["leader"]:
        return "没有改动：领导的摘要由领导本人说了算，他回“先别发了”就停；您没要发的，我不会另外发。"
    return f"{whom.called}在名册里没有联络员，本来就收不到提醒。没有改动。"


def _held(people: list[Contact], text: str, context: Context) -> Reply:
    until = _until(text, context)
    for person in people:
        context.uow.subscriptions.snooze(person.id, until, context.now)
    _record(people, until, context)
    names = listed([f"{person.unit}{person.name}" for person in people], 6, "人")
    return Reply(
        f"好的，没有催。{names}在{clock(until)}前不发自动提醒，到时没报齐再提醒；时限不变，逾期通报照常。\n"
        f"恢复回“恢复提醒 {people[0].unit}”；要真给时间，说“{people[0].unit}延到某日 原因……”。"
    )


def _everybody(context: Context) -> Whom:
    people = context.uow.roster.list(context.speaker.campaign.id, role="contact")
    return Whom(frozenset(person.id for person in people), "联络员", everybody=True)


def _is_held(person: Contact, context: Context) -> bool:
    kept = context.uow.subscriptions.of(person.id)
    return kept is not None and kept.snoozed_until is not None and kept.snoozed_until > context.now


def _let_go(people: list[Contact], context: Context) -> Reply | None:
    if not people:
        return None
    for person in people:
        context.uow.subscriptions.snooze(person.id, None, context.now)
    _record(people, None, context)
    names = listed([f"{person.unit}{person.name}" for person in people], 6, "人")
    return Reply(f"已恢复：{names}照常自动提醒。现在就催回“催 {people[0].unit}”。")


def _until(text: str, context: Context) -> datetime:
    """Until the next working morning, or for the days that are said, or until the day that is."""
    today, arranged = local(context.now).date(), context.arranged
    days = days_in(text)
    if days is None and re.search("这两天|两天", text):
        days = 2
    named = day_in(re.sub("今天|今日", "", text), today)
    if re.search("这周|本周", text) and named is None:
        day = today + timedelta(days=7 - today.weekday())
    elif days is not None:
        day = add_working_days(today, min(days, _MOST), arranged.calendar)
    elif named is not None and today < named <= today + timedelta(days=_MOST):
        day = named
    else:
        day = add_working_days(today, 1, arranged.calendar)
    return at_hour(f"{context.arranged.hours.opens:%H:%M}", day)


def _contacts(whom: Whom, context: Context) -> list[Contact]:
    people = enrolled(context, "contact")
    return [person for person in people if person.id in whom.people]


def _record(people: list[Contact], until: datetime | None, context: Context) -> None:
    detail = {"people": [person.id for person in people], "until": until.isoformat() if until else ""}
    context.uow.audit.record(
        context.now, context.actor, "hold", f"campaign:{context.speaker.campaign.id}", detail
    )
