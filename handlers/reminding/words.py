"""提醒的话: short, the reader's own tasks only, and what to type; the same on a card with buttons."""

from collections.abc import Sequence
from itertools import groupby, islice
from operator import attrgetter

from handlers.board import BoardLine
from handlers.calendar.deadlines import milestone_name
from handlers.lookups.progress import missing_rows
from handlers.messages import Card
from handlers.papers.words import besides
from handlers.reminding.places import Part
from handlers.wording import clip, listed, month_day

LISTED = 10
LISTED_OF_SEVERAL = 5
ON_CARD = 3
LATER = "稍后提醒"
REPORTED = "报了"


def text_of(parts: Sequence[Part]) -> str:
    """What is missing, until when, and how to answer at once."""
    if len(parts) > 1:
        return _of_several(parts)
    part = parts[0]
    papers = _besides(part)
    if not part.lines:
        return "\n".join([f"【提醒】{_place(part)}：", *papers, "现在没空回“稍后”。"])
    rows = _rows(part, LISTED, "……另有{}项，回“还差什么”看全部")
    return "\n".join([f"{_head(part)}：", *rows, *_longer(part), *papers, _foot(part)])


def card_of(parts: Sequence[Part]) -> Card:
    """The same for who can be shown a card."""
    lines = [line for part in parts for line in part.lines]
    main = next(part for part in parts if part.lines)
    first = main.lines[0].duty.ordinal
    until = _until(main)
    rows = _on_card(lines, several=main.of_several)
    rows += [f"另有：{paper.name}{month_day(paper.due)}" for part in parts for paper in part.papers[:1]]
    return Card(
        title=f"{''.join(main.nodes[:1]) if len(main.nodes) == 1 else ''}还有{len(lines)}项没报",
        text="\n".join([f"{main.place.contact.unit}{'，' + until if until else ''}", *rows]),
        buttons=((REPORTED, "报了"), (LATER, "稍后"), (f"详情 {first}", "看要求")),
    )


def _on_card(lines: Sequence[BoardLine], *, several: bool) -> list[str]:
    if not several:
        rows, told = [clip(line.title, 30) for line in lines[:ON_CARD]], ON_CARD
    else:
        rows, told = [], 0
        for title, alike in islice(groupby(lines, key=attrgetter("title")), ON_CARD):
            subjects = [line.subject for line in alike]
            rows.append(f"{clip(title, 30)}（{listed(subjects, 3, '家')}）")
            told += len(subjects)
    return [*rows, *([f"……另有{len(lines) - told}项"] if len(lines) > told else [])]


def _head(part: Part) -> str:
    until, place = _until(part), _place(part)
    if part.opening:
        return f"【开始填报】{place}：您负责的{len(part.lines)}项可以报了{'，' + until if until else ''}"
    return f"【提醒】{place}：{until + '，' if until else ''}还有{len(part.lines)}项没报"


def _foot(part: Part) -> str:
    first = part.lines[0]
    how = f"直接回“{first.how_to_report}”上报，回“详情 {first.duty.ordinal}”看要求"
    if part.opening:
        return f"{how}。不急，到时再提醒您。"
    if part.due is not None and part.due < part.place.book.now:
        return f"{how}。补报照收，记为逾期。{_begun(part)}"
    return f"{how}；现在没空回“稍后”。{_begun(part)}"


def _of_several(parts: Sequence[Part]) -> str:
    count = sum(len(part.lines) for part in parts)
    lines = [f"【提醒】您在{len(parts)}个考核任务里共{count}项没报："]
    for part in parts:
        until = _until(part)
        lines.append(f"《{part.place.book.campaign.name}》{_place(part)}{'，' + until if until else ''}：")
        lines += [*_rows(part, LISTED_OF_SEVERAL, "……另有{}项"), *_longer(part)]
        lines += _besides(part)
    first, others = parts[0], parts[1:]
    if not first.lines:
        return "\n".join([*lines, "现在没空回“稍后”。"])
    names = "”或“".join(f"切换 {part.place.book.campaign.name}" for part in others)
    lines.append(
        f"报《{first.place.book.campaign.name}》直接回“{first.lines[0].how_to_report}”；"
        f"报别的先回“{names}”。现在没空回“稍后”。"
    )
    return "\n".join(lines)


def _rows(part: Part, most: int, more: str) -> list[str]:
    """The first lines, a row a leaf."""
    return missing_rows(part.lines, most, more, several=part.of_several)


def _longer(part: Part) -> list[str]:
    """“①其中华容区延到1月20日18:00。”: for which assessed units alone there is more time."""
    deadlines = part.place.book.deadlines
    if not deadlines.arranged.extensions or not part.of_several:
        return []
    names = part.place.seat.names
    marks = {line.mark: line.criterion for line in part.lines}
    told = {mark: deadlines.longer(leaf, *names) for mark, leaf in marks.items()}
    return [f"{mark}{words.removeprefix('；')}。" for mark, words in told.items() if words]


def _place(part: Part) -> str:
    return f"{part.place.contact.unit}{'·' + part.nodes[0] if len(part.nodes) == 1 else ''}"


def _until(part: Part) -> str:
    """“6月30日截止，还剩3个工作日”; of several milestones the first."""
    until = part.place.book.until(part.due)
    return f"最早的{until}" if until and (len(part.nodes) > 1 or _longer(part)) else until


def _begun(part: Part) -> str:
    """“前三季度节点的3项也可以报了，9月30日截止，不急。”; "" where nothing has begun."""
    book = part.place.book
    if not part.begun or book.milestone is None:
        return ""
    due = book.deadlines.milestones.get(book.milestone)
    until = f"，{month_day(due)}截止" if due is not None else ""
    return f"\n{milestone_name(book.rubric, book.milestone)}节点的{part.begun}项也可以报了{until}，不急。"


def _besides(part: Part) -> list[str]:
    return besides(part.papers, part.place.book.deadlines, part.place.book.now)
