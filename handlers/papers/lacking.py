"""谁没交: which units have not handed in what is due besides the leaves."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from handlers.calendar.deadlines import Deadlines
from handlers.papers.due import Paper, open_papers, seats_with_papers
from handlers.wording import clock, listed

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
