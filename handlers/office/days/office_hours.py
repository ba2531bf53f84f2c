"""办公时间: the office says when it works; 下班前 and the hours of routine messages go by it from then on."""

import re
from datetime import time

from handlers.access import Act
from handlers.calendar.hours import OfficeHours
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.reading.widths import clean

HOW = "请这样发：“办公时间 8:30-12:00 14:00-17:30”。没有改动。"
_TIME = re.compile(r"(?P<half>上午|下午)?\s*(?P<hour>\d{1,2})\s*[:：点时]\s*(?P<minute>\d{2}|半)?")
_NOON = 12
_LEAST, _MOST = 2, 4


def office_hours(text: str, context: Context) -> Reply:
    """Show the hours, or set them: two times are opening and closing, four give the noon break too."""
    if not text.strip():
        return Reply(f"现在的办公时间：{_called(context.arranged.hours)}。{HOW.removesuffix('没有改动。')}")
    times = [_time(found) for found in _TIME.finditer(clean(text))]
    known = [at for at in times if at is not None]
    if len(known) not in (_LEAST, _MOST) or len(known) != len(times) or sorted(set(known)) != known:
        return Reply(f"没看懂上下班时间。{HOW}")
    noon = known[1] if len(known) == _MOST else min(max(time(_NOON), known[0]), known[-1])
    hours = OfficeHours(known[0], noon, known[-1])
    arrange(
        context, "hours", {name: getattr(hours, name).isoformat() for name in ("opens", "noon", "closes")}
    )
    return Reply(
        f"已设办公时间：{_called(hours)}。“下班前”“上午下班前”的时限和提醒、汇总的发送时段都按它算，已排的自动重排。"
    )


def _time(found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), 30 if found["minute"] == "半" else int(found["minute"] or 0)
    if found["half"] == "下午" and hour < _NOON:
        hour += _NOON
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _called(hours: OfficeHours) -> str:
    return f"{hours.opens:%H:%M}上班，上午{hours.noon:%H:%M}下班，下午{hours.closes:%H:%M}下班"


COMMANDS = (
    Command(
        Act.CALENDAR,
        "办公时间 8:30-12:00 14:00-17:30",
        words("办公时间 上下班时间 上班时间 下班时间"),
        office_hours,
        re.compile(
            r"(?:办公|上下班|上班|作息)时间(?:改成|改为|改到|是|为|设为)?[\s:：]*(?P<rest>.{3,60})", re.DOTALL
        ),
    ),
)
