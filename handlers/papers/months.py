"""每月一报: how many months' reports were handed in in time, late or not at all, counted from what was registered."""

from handlers.access import Act
from handlers.calendar.deadlines import Deadlines
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.papers.due import all_papers, seats_with_papers
from handlers.people.speaker import Seat
from handlers.wording import local

_JANUARY = 1


def months(_text: str, context: Context) -> Reply | None:
    """月报情况: of the speaker's unit, for the office of whoever reports each month; None where nobody does."""
    is_office = context.speaker.role == "office"
    seats = seats_with_papers(context.deadlines) if is_office else [context.seat]
    told = [f"{seat.unit}：{counted}" for seat in seats if (counted := months_counted(seat, context))]
    return Reply("\n".join(told)) if told else None


def months_counted(seat: Seat, context: Context) -> str:
    """“按登记：按时3个月、逾期1个月、没报1个月（5月）。”, with what it is good for; "" where nothing is due monthly."""
    deadlines, handed = context.deadlines, context.arranged.handed_in
    papers = [paper for paper in all_papers(deadlines, seat) if paper.lapses]
    if not papers:
        return ""
    found = [(paper, handed.get((paper.id, paper.unit))) for paper in papers]
    late = sum(row is not None and bool(row.value["late"]) for _, row in found)
    on_time = sum(row is not None for _, row in found) - late
    missed = [local(paper.due).month for paper, row in found if row is None and paper.due < context.now]
    names = f"（{'、'.join(f'{month}月' for month in missed)}）" if missed else ""
    counted = f"按登记：按时{on_time}个月、逾期{late}个月、没报{len(missed)}个月{names}。"
    return f"{counted}{_before(deadlines)}年终填“按时上报的月数”时照此核对。"


def _before(deadlines: Deadlines) -> str:
    """What of the year nobody could register."""
    opened = local(deadlines.campaign.opened_at)
    if opened.year != deadlines.campaign.year or opened.month == _JANUARY:
        return ""
    return f"{opened.month}月以前机器人没有登记，按实际加上。"


COMMAND = Command(
    Act.DETAIL,
    "月报情况",
    words("月报情况 每月信息情况 报了几个月 月报报了几个月 每月信息报了几个月 按时报了几个月"),
    months,
)
