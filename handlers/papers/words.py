"""报送件的话: what is open besides the leaves, until when, and how to say that it was handed in."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from handlers.calendar.deadlines import Deadlines
from handlers.context import Context
from handlers.papers.due import Paper, open_papers, seats_with_papers
from handlers.papers.forms import partly
from handlers.wording import clock, listed, shown

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


NAMED = 6


def not_handed_in(deadlines: Deadlines, now: datetime) -> list[str]:
    """“另有事项没交：联系人名单（1月10日12:00截止）12家：公安局、水利局…”, one line a paper."""
    units: dict[str, list[str]] = {}
    first: dict[str, Paper] = {}
    for seat in seats_with_papers(deadlines):
        for paper in open_papers(deadlines, seat, now):
            first.setdefault(paper.id, paper)
            units.setdefault(paper.id, []).append(paper.unit)
    papers = sorted(first.values(), key=lambda paper: paper.due)
    rows = [
        f"{paper.name}（{clock(paper.due)}截止）{len(units[paper.id])}家：{listed(units[paper.id], NAMED, '家')}"
        for paper in papers
    ]
    return [f"另有事项没交：{row}" if not at else row for at, row in enumerate(rows)]


def counted(rows: Sequence[str]) -> list[str]:
    """Several such lines as one: how many lack each paper, whose names are asked for; one alone as it stands."""
    found = [row for row in map(_ROW.match, rows) if row is not None]
    if len(found) <= 1:
        return [*rows]
    counts = "、".join(f"{row['name']}{row['count']}" for row in found)
    return [f"另有事项没交：{counts}；是哪些家回“谁没交{found[0]['name']}”。"]


_ROW: Final = re.compile(r"(?:另有事项没交：)?(?P<name>[^（]+)（[^）]*）(?P<count>\d+家)")
