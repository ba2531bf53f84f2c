"""逾期升级: 联络员 → 分管领导 → 质强办 → 领导, each step once for each line that is late."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby

from handlers.access import reported_by_subjects
from handlers.calendar.deadlines import milestone_name
from handlers.calendar.hours import slot
from handlers.calendar.working_days import working_days_between
from handlers.messages import Push, Reply
from handlers.papers.due import seats_with_papers
from handlers.people.speaker import Seat
from handlers.reminding.book import Book
from handlers.reminding.told import Saying, Told, owed_of, paper_code
from handlers.wording import leaf_name, local, month_day, shown
from store.records import Contact, Role

LATE = "late"
STEPS: dict[Role, int] = {"supervisor": 1, "office": 2, "leader": 4}
"""From how many working days after the deadline on each hears of a line that is still missing."""
_TOLD_OF_STEPS = "；".join(
    f"满{days}个工作日报{name}"
    for name, days in zip(("分管领导", "质强办", "领导"), STEPS.values(), strict=True)
)
LISTED = 6
NAMED = 5
_MOST_CHECKED = 50
"""Of so many lines it is asked again, before the message is sent, whether they are still missing."""


def escalating() -> Reply:
    """逾期自动通知谁: each step, as it is sent."""
    return Reply(
        f"截止前提醒联络员；逾期没报的先通知联络员，再逐级上报：{_TOLD_OF_STEPS}。报齐就停，每一步只说一次。"
    )


@dataclass(frozen=True, slots=True)
class LateLine:
    """A line that `unit` (its seat's, or the assessed unit) has not reported `days` working days after `due`.

    A paper that was not handed in counts as one: its code is that of `paper_code`, its assessed unit "".
    """

    seat: Seat
    unit: str
    code: str
    subject: str
    title: str
    node: str
    due: datetime
    days: int

    @property
    def about(self) -> str:
        """How it is noted that somebody was told of it: an extended line is another one."""
        day = local(self.due).date().isoformat()
        return f"{LATE}:{self.code}:{self.subject}:{self.unit}:{day}"


def escalations(
    book: Book, people: Sequence[Contact], told: Mapping[int, Told], hours: Mapping[int, time]
) -> Iterator[Saying]:
    """What the people of the campaign are to hear of late lines now; once a day each, each line once.

    `hours` are at what time who has chosen one wants to hear it.
    """
    listening = waiting(book, people, told)
    late = late_lines(book, people) if listening else []
    for person in listening:
        untold = _untold(book, person, late, told[person.id])
        if untold:
            yield _saying(book, person, untold, told[person.id], people, hours.get(person.id))


def waiting(book: Book, people: Iterable[Contact], told: Mapping[int, Told]) -> list[Contact]:
    """Who may have to hear of late lines and has not been looked at today; nobody before the first deadline."""
    if not book.has_ended_any:
        return []
    return [
        person
        for person in people
        if person.role in STEPS
        and person.account is not None
        and told[person.id].day(person.id, LATE) != book.today
        and not told[person.id].is_full(book.today)
    ]


def late_lines(book: Book, people: Iterable[Contact]) -> list[LateLine]:
    """Every line of every unit that is missing although it was due."""
    own = (book.seat(person) for person in people if person.role == "contact")
    found: dict[tuple[str, str, str], LateLine] = {}
    for seat in dict.fromkeys([*own, *_seats(book)]):
        for late in (*_late_leaves(book, seat), *_late_papers(book, seat)):
            found.setdefault((late.unit, late.code, late.subject), late)
    return list(found.values())


def _late_leaves(book: Book, seat: Seat) -> Iterator[LateLine]:
    for line in book.missing(seat):
        due, criterion = book.due(line, seat), line.criterion
        if due is None or due >= book.now:
            continue
        unit = line.subject if reported_by_subjects(book.rubric, criterion) else seat.unit
        whose = f"（{line.subject}）" if len(seat.subjects) > 1 and line.subject != unit else ""
        title = f"{leaf_name(criterion, 30)}{whose}"
        node = milestone_name(book.rubric, criterion.milestone or criterion.sheet)
        yield LateLine(seat, unit, criterion.code, line.subject, title, node, due, _days_late(book, due))


def _late_papers(book: Book, seat: Seat) -> Iterator[LateLine]:
    for paper in book.papers(seat):
        if paper.due < book.now:
            days = _days_late(book, paper.due)
            yield LateLine(seat, paper.unit, paper_code(paper), "", paper.name, "", paper.due, days)


def _days_late(book: Book, due: datetime) -> int:
    return working_days_between(local(due).date(), book.today, book.deadlines.calendar)


def _seats(book: Book) -> Iterator[Seat]:
    """Who reports by the document, whether there is a contact for it or not."""
    subjects = book.campaign.subjects
    for criterion in book.rubric.criteria:
        units = {criterion.reporter, *(unit for item in criterion.inputs for unit in item.by)} - {""}
        for unit in sorted(units) if criterion.reporter else subjects:
            yield Seat.of_unit(unit, subjects)
    yield from seats_with_papers(book.deadlines)


def _untold(book: Book, person: Contact, late: Iterable[LateLine], told: Told) -> list[LateLine]:
    """The late lines that have reached the person's step and that it has not heard of."""
    seat = book.seat(person)
    return [
        one
        for one in late
        if one.days >= STEPS[person.role]
        and (person.role != "supervisor" or one.unit in (seat.unit, seat.subject))
        and told.day(person.id, one.about) is None
    ]


def _saying(
    book: Book,
    person: Contact,
    late: Sequence[LateLine],
    told: Told,
    people: Iterable[Contact],
    wanted: time | None,
) -> Saying:
    base = f"{LATE}:{book.campaign.id}:{person.id}:{book.today.isoformat()}"
    key, _ = told.next_key([person.id], base)
    leaves = slot(book.now, person.id, book.deadlines.arranged.hours, wanted)
    tell = {"supervisor": _to_supervisor, "office": _to_office, "leader": _to_leader}[person.role]
    push = Push(
        key,
        person.channel or "",
        person.account or "",
        tell(book, late, people),
        leaves,
        urgent=person.role == "leader",
    )
    by_seat = groupby(late[:_MOST_CHECKED], key=lambda one: one.seat)
    owed = [line for seat, own in by_seat for line in owed_of(book.campaign.id, seat, _codes(own))]
    about = [(person.id, LATE), *((person.id, one.about) for one in late)]
    return Saying(push, person, tuple(about), book.today, tuple(owed))


def _codes(late: Iterable[LateLine]) -> Mapping[str, Sequence[str]]:
    codes: dict[str, list[str]] = defaultdict(list)
    for one in late:
        codes[one.subject].append(one.code)
    return codes


def _to_supervisor(book: Book, late: Sequence[LateLine], people: Iterable[Contact]) -> str:
    unit = late[0].seat.unit
    names = [person.name for person in people if person.role == "contact" and book.seat(person).unit == unit]
    who = f"已逐日提醒联络员{'、'.join(names)}。" if names else "名册上没有这家的联络员。"
    rows = shown(
        [one.title for one in late],
        LISTED,
        "……另有{}项",
    )
    return "\n".join(
        [
            f"【请关注】{unit}有{len(late)}项逾期没报（{_due(late)}）：",
            *rows,
            f"{who}请您过问一下，报齐后不再打扰；回“还差什么”看清单。",
        ]
    )


def _to_office(book: Book, late: Sequence[LateLine], people: Iterable[Contact]) -> str:
    reachable = {
        book.seat(person).unit for person in people if person.role == "contact" and person.account is not None
    }
    alone = list(dict.fromkeys(one.unit for one in late if one.seat.unit not in reachable))
    lost = f"没有绑定的联络员、提醒发不到：{'、'.join(alone[:NAMED])}{f'等{len(alone)}家' if len(alone) > NAMED else ''}。"
    return "\n".join(
        [
            f"【逾期】《{book.campaign.name}》{_due(late)}，已逐级提醒，仍缺{len(late)}项：{_owing(late)}。",
            *([lost] if alone else []),
            "回“催办”再催一次，回“没报”看明细，要宽限回“单位 序号 延到 日期 原因”。",
        ]
    )


def _to_leader(book: Book, late: Sequence[LateLine], people: Iterable[Contact]) -> str:
    del people
    return (
        f"【逾期】《{book.campaign.name}》{_due(late)}，仍缺{len(late)}项：{_owing(late)}。\n"
        "回“催办”以您的名义提醒，回“没报”看明细。"
    )


def _due(late: Sequence[LateLine]) -> str:
    """“半年节点6月30日截止，已逾期4个工作日”."""
    first = min(late, key=lambda one: one.due)
    return (
        f"{first.node + '节点' if first.node else ''}{month_day(first.due)}截止，已逾期{first.days}个工作日"
    )


def _owing(late: Sequence[LateLine]) -> str:
    counts = Counter(one.unit for one in late).most_common()
    names = "、".join(f"{unit}{count}项" for unit, count in counts[:NAMED])
    return f"{names}等{len(counts)}家" if len(counts) > NAMED else names
