"""谁没交: which units have not handed in what is due besides the leaves."""

from datetime import datetime

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
