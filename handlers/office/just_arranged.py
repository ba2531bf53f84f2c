"""刚办的不要了: what was arranged a moment ago is offered to be taken back, where nothing else waits to be called off."""

from datetime import date, time, timedelta
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.suggesting.offering import choose
from handlers.wording import month_day
from store.records import Arrangement

_WITHIN: Final = timedelta(minutes=10)


def take_back(context: Context) -> Reply | None:
    """The order that undoes the speaker's last arrangement, to be chosen; None where there is none of just now."""
    own = [row for row in context.arranged.rows if row.contact_id == context.speaker.contact.id]
    if not own or context.now - own[-1].at > _WITHIN:
        return None
    undone = _undone(own[-1])
    if undone is None:
        return None
    return choose("没有等您回答的问题。刚才办的要取消吗？还没有改动。", (undone,), context)


def _undone(row: Arrangement) -> tuple[str, str] | None:
    """(the order, how it is shown)."""
    if row.kind == "reminder" and row.value.get("wanted"):
        at = f"{time.fromisoformat(row.value['at']):%H:%M}"
        return f"取消{at}的提醒", f"取消刚加的截止当天{at}的提醒"
    if row.kind == "day" and "day" in row.value:
        day = date.fromisoformat(row.value["day"])
        back = "别发" if row.value["works"] else "上班"
        return (
            f"{day.month}月{day.day}日{back}",
            f"{month_day(day)}改回{'非工作日' if back == '别发' else '工作日'}",
        )
    if row.kind == "target" and row.value:
        return f"取消目标 {row.code}", f"取消刚设的{row.code}的目标"
    if row.kind == "publicity" and row.value:
        return "取消公示期", "取消刚设的公示期"
    if row.kind == "alias" and (row.code or row.unit):
        return f"删除别名 {row.value['words']}", f"删除刚教的别名“{row.value['words']}”"
    return None
