"""提醒计划: who would get what on the next working day, and a further reminder on the last one."""

import re
from datetime import time

from handlers import notices
from handlers.access import Act
from handlers.calendar.printed import at_hour
from handlers.calendar.working_days import add_working_days
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Push, Reply
from handlers.office.arranging import arrange
from handlers.office.days.paper_days import without_day
from handlers.reading.numbers import whole_number
from handlers.suggesting.offering import ask_slot
from handlers.wording import clip, local, month_day, shown
from store.records import Contact

LISTED = 12
_HOUR = re.compile(r"(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:[:：点时])\s*(?P<minute>\d{2}|半)?")
_AFTERNOON = re.compile("下午|晚上|傍晚")
_MORNING = re.compile("早|上午|凌晨|[:：]")
_EARLY = 7
"""Nothing is sent before that hour: 四点半 is of the afternoon."""


def plan(_text: str, context: Context) -> Reply:
    """What would be queued on the next working day if nothing more were reported; nothing is queued by it."""
    calendar, hours = context.arranged.calendar, context.arranged.hours
    day = add_working_days(local(context.now).date(), 1, calendar)
    morning = at_hour(f"{hours.opens:%H:%M}", day, hours)
    found = notices.remind(context.uow, morning, context.library, dry_run=True)
    own = sorted((push for push in found if _is_ours(push, context)), key=lambda push: push.not_before)
    people = {
        (person.channel, person.account): person
        for person in context.uow.roster.list(context.speaker.campaign.id)
        if person.account is not None
    }
    extra = "、".join(f"{at:%H:%M}" for at in context.arranged.reminders)
    lines = [f"{month_day(day)}（下一个工作日）会发{len(own)}条（演算，没有发送，发前还会再核对一遍）："]
    rows = [_row(push, people.get((push.channel, push.recipient))) for push in own]
    lines += shown(rows, LISTED, "……另有{}条") if own else ["没有要发的。"]
    lines += [rest] if (rest := without_day(context)) else []
    lines.append(f"截止当天另加：{extra or '没有'}；加一次回“当天下午3点再催一次”。发过的回“催办记录”。")
    return Reply("\n".join(lines))


def add(text: str, context: Context) -> Reply:
    """当天下午再催一次 3点."""
    at = time_in(text)
    if at is None:
        return ask_slot("截止当天{hour}再催一次", context)
    hours = context.arranged.hours
    if not hours.includes(at):
        return Reply(f"只能在{hours.opens:%H:%M}—{hours.closes:%H:%M}之间发，{at:%H:%M}不发。没有改动。")
    if at in context.arranged.reminders:
        return Reply(f"截止当天{at:%H:%M}已经加过，只发给未交的。取消回“取消{at:%H:%M}的提醒”。")
    arrange(context, "reminder", {"at": at.isoformat(), "wanted": True})
    return Reply(f"已加：每个节点截止当天{at:%H:%M}再提醒一次，只发给未交的。取消回“取消{at:%H:%M}的提醒”。")


def add_all(text: str, context: Context) -> Reply:
    """当天10点和16点: each hour that is named."""
    hours = [at for found in _HOUR.finditer(text) if (at := time_in(f"{_half(text)}{found[0]}")) is not None]
    if len(hours) <= 1:
        return add(text, context)
    told = [add(f"当天{at:%H:%M}再催一次", context).text for at in dict.fromkeys(hours)]
    return Reply("\n".join(told))


def _half(text: str) -> str:
    found = _AFTERNOON.search(text)
    return found[0] if found is not None and len(_HOUR.findall(text)) == 1 else ""


def remove(text: str, context: Context) -> Reply:
    """取消15:00的提醒."""
    at = time_in(text)
    if at is None or at not in context.arranged.reminders:
        known = "、".join(f"{time_:%H:%M}" for time_ in context.arranged.reminders)
        return Reply(f"没有这个时间的加提醒（现有：{known or '没有'}）。没有改动。")
    arrange(context, "reminder", {"at": at.isoformat(), "wanted": False})
    return Reply(f"已取消截止当天{at:%H:%M}的提醒，其余照常。")


def shift(text: str, context: Context) -> Reply | None:
    """29号改成下午4点，15:00那个取消; None where no reminder of that hour, or no other one, stands."""
    found = _SHIFTS.search(text)
    new = time_in(found["new"]) if found is not None else None
    standing = context.arranged.reminders
    said = {at for one in _HOUR.finditer(text) if (at := time_in(one[0])) in standing}
    old = said - {new} or ({*standing} if len(standing) == 1 else set())
    if found is None or new is None or len(old) != 1 or new in old:
        return None
    if not context.arranged.hours.includes(new):
        return add(f"当天{new:%H:%M}再催一次", context)
    gone = old.pop()
    arrange(context, "reminder", {"at": gone.isoformat(), "wanted": False})
    arrange(context, "reminder", {"at": new.isoformat(), "wanted": True})
    return Reply(
        f"已改：截止当天的加提醒由{gone:%H:%M}改到{new:%H:%M}，只发给未交的。取消回“取消{new:%H:%M}的提醒”。"
    )


def time_in(text: str) -> time | None:
    """The hour that the words give, of the afternoon where they say so; None for none."""
    found = _HOUR.search(text)
    if found is None:
        return None
    hour, minute = whole_number(found["hour"]), found["minute"] or "0"
    noon = 12
    if (_AFTERNOON.search(text) and hour < noon) or (0 < hour < _EARLY and not _MORNING.search(text)):
        hour += noon
    try:
        return time(hour, 30 if minute == "半" else int(minute))
    except ValueError:
        return None


def _is_ours(push: Push, context: Context) -> bool:
    """Whether the message belongs to the campaign that is talked about."""
    return push.key.split(":")[1] == str(context.speaker.campaign.id)


def _row(push: Push, person: Contact | None) -> str:
    whom = f"{person.unit} {person.name}" if person is not None else push.recipient
    return f"{local(push.not_before):%H:%M} {whom}：{clip(push.text.splitlines()[0].rstrip('：'), 50)}"


_SHIFTS = re.compile(rf"(?:改|换|挪|推迟|提前)(?:成|到|在|为)*(?P<new>(?:上午|下午)?\s*{_HOUR.pattern})")
COMMANDS = (
    Command(
        Act.PLAN,
        "当天的提醒改到下午4点",
        words(""),
        shift,
        re.compile(
            r"(?P<rest>(?:当[天日]|截止日?|\d{1,2}[日号]|那天|最后一?天|加的|[那这]个|的|催办?|再?提醒|\d{1,2}[:：点](?:\d\d)?|[上下]午|[\s,，])*"
            r"(?:改|换|挪|推迟|提前)(?:成|到|在|为)*(?:上午|下午)?\s*(?:\d{1,2}[:：点时](?:\d\d|半)?|[一二两三四五六]点半?)钟?(?:再?催|提醒)?[吧了]?"
            r"(?:[\s,，]*(?:[上下]午)?\d{1,2}[:：点时](?:\d\d)?(?:那个|的)?(?:取消|不要|不用|去掉)了?)?)"
        ),
        shy=True,
    ),
    Command(
        Act.PLAN, "提醒计划", words("提醒计划 明天提醒谁 明天发什么 明天催谁 推送计划 明天会发什么"), plan
    ),
    Command(
        Act.PLAN,
        "取消15:00的提醒",
        words(""),
        remove,
        re.compile(r"(?P<rest>取消.{0,6}?\d{1,2}\s*[:：点时].{0,8}提醒)"),
        shy=True,
    ),
    Command(
        Act.PLAN,
        "当天下午3点再催一次",
        words(""),
        add_all,
        re.compile(
            r"(?P<rest>(?:截止)?(?:当[天日]|(?:那|最后)一?天|截止日)(?=.*(?:再|加|多)).{0,14}(?:催|提醒)(?!我).{0,12}|(?:截止)?当天.{0,10}(?:催|提醒).{0,12})"
        ),
        shy=True,
    ),
)
