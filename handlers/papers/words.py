"""报送件的话: what is open besides the leaves, until when, and how to say that it was handed in."""

from collections.abc import Sequence
from datetime import datetime

from handlers.calendar.deadlines import Deadlines
from handlers.context import Context
from handlers.papers.due import Paper, open_papers
from handlers.papers.forms import partly
from handlers.wording import clock, shown

LISTED = 4


def own_papers(context: Context) -> tuple[Paper, ...]:
    """What the speaker's unit still has to hand in."""
    return open_papers(context.deadlines, context.seat, context.now)


def besides(papers: Sequence[Paper], deadlines: Deadlines, now: datetime) -> list[str]:
    """“另有事项：联系人名单1月10日12:00截止，还剩3个工作日。交了回“联系人名单已交”。”; nothing where none is open."""
    if not papers:
        return []
    rows = shown(
        [
            f"{paper.name}{partly(paper, deadlines.arranged)}{clock(paper.due)}截止，{deadlines.left(now, paper.due)}"
            for paper in papers
        ],
        LISTED,
        "另有{}件",
    )
    return [f"另有事项：{'；'.join(rows)}。交了回“{papers[0].name}已交”。"]
