"""An office played through a year: contacts who answer, ignore, answer late, choose hours or leave, and outages.

Planning and the second look before sending are the real ones on a real store; only the wire is left out: what would
be handed to the platform is written down with the moment.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from handlers.board import BoardLine
from handlers.campaign.library import Library
from handlers.notices import Position, open_campaigns, remind_some
from handlers.reminding.book import Book, Books
from handlers.reminding.told import Owed
from handlers.reminding.wanted import still_wanted
from handlers.wording import SHANGHAI
from scoring.model import Input
from store.database import Store
from store.records import Campaign, Contact, OutboxRow
from store.unit_of_work import UnitOfWork
from tests.scene import CHANNEL

STEPS = tuple(
    time.fromisoformat(at) for at in ("08:33", "09:21", "10:04", "12:31", "15:04", "17:40", "21:15")
)
"""When an office is looked at on each day, unless it is said when."""
_ANSWERS: dict[str, object] = {
    "percent": "100",
    "count": 0,
    "money": "1",
    "number": "1",
    "points": "1",
    "bool": True,
}

Outage = tuple[datetime, datetime]


@dataclass(frozen=True)
class Sent:
    """A message that was handed to the platform."""

    at: datetime
    row: OutboxRow

    @property
    def kind(self) -> str:
        """remind, late or summary."""
        return self.row.key.split(":")[0]

    @property
    def owed(self) -> tuple[Owed, ...]:
        """The lines that it says are missing, one by one."""
        return tuple(replace(one, codes=(code,)) for one in Owed.read(self.row.content) for code in one.codes)


@dataclass
class Office:
    """One store with campaigns and people, and how each of them behaves."""

    store: Store
    library: Library
    stopped: tuple[Outage, ...] = ()
    """When nothing of the bot runs."""
    unreachable: tuple[Outage, ...] = ()
    """When the platform takes nothing."""
    steps: tuple[time, ...] = STEPS
    """When it is looked at on each day."""
    behave: Callable[["Moment"], None] = lambda _: None
    sent: list[Sent] = field(default_factory=list)
    untrue: list[tuple[datetime, str, Owed]] = field(default_factory=list)
    """Lines that a message said are missing though they had been reported."""

    async def play(self, first: date, last: date) -> None:
        """Play every day from the first to the last."""
        for now in _moments(first, last, self.steps):
            await self.store.run(lambda uow, now=now: self._step(uow, now))  # type: ignore[misc]

    async def rows(self) -> tuple[OutboxRow, ...]:
        """Everything that was ever queued."""
        return await self.store.read(lambda uow: uow.outbox.list())

    def _step(self, uow: UnitOfWork, now: datetime) -> None:
        if not _within(now, self.stopped):
            place = Position(open_campaigns(uow))
            while place.campaigns:
                _, place = remind_some(uow, place, self.library, now)
            if not _within(now, self.unreachable):
                self._deliver(uow, now)
        self.behave(Moment(uow, self.library, now, self))

    def _deliver(self, uow: UnitOfWork, now: datetime) -> None:
        for row in uow.outbox.claim(CHANNEL, now, "office", 45, 1000):
            if not still_wanted(uow, row, now, self.library):
                uow.outbox.supersede(row.id, "no longer wanted", now, row.attempts)
                continue
            uow.outbox.sent(row.id, row.attempts, "{}", now)
            sent = Sent(now, row)
            self.sent.append(sent)
            self.untrue += [
                (now, row.key, line)
                for line in sent.owed
                if any(
                    found.inputs
                    for found in uow.submissions.current(line.campaign_id, line.subject, line.codes)
                )
            ]


@dataclass(frozen=True)
class Moment:
    """What a person sees when it acts."""

    uow: UnitOfWork
    library: Library
    now: datetime
    office: Office
    rosters: dict[int, tuple[Contact, ...]] = field(default_factory=dict)

    def contact(self, name: str, campaign: Campaign) -> Contact:
        """Somebody by name."""
        if campaign.id not in self.rosters:
            self.rosters[campaign.id] = self.uow.roster.list(campaign.id)
        return next(one for one in self.rosters[campaign.id] if one.name == name)

    def missing(self, contact: Contact) -> tuple[Book, tuple[BoardLine, ...]]:
        """What somebody still has to report."""
        book = Books(self.uow, self.library, self.now).of(contact.campaign_id)
        assert book is not None
        return book, book.missing(book.seat(contact))

    def was_told(self, contact: Contact, within: timedelta) -> bool:
        """Whether a reminder has reached the account so recently."""
        return any(
            one.row.recipient == contact.account and one.kind == "remind" and self.now - one.at < within
            for one in reversed(self.office.sent[-20:])
        )

    def report(self, contact: Contact, lines: tuple[BoardLine, ...]) -> None:
        """Report them completely."""
        for line in lines:
            wanted = line.missing or line.duty.inputs
            inputs = {**line.known, **{item.name: _answer(item) for item in wanted}}
            self.uow.submissions.add(
                campaign_id=contact.campaign_id,
                code=line.criterion.code,
                subject=line.subject,
                act="report",
                given=inputs,
                inputs=inputs,
                unit=contact.unit,
                contact_id=contact.id,
                inbox_id=None,
                at=self.now,
                late=False,
            )

    def hand_in(self, paper: str, unit: str) -> None:
        """Let the unit say that it has handed the paper in."""
        (campaign,) = [one for one in self.uow.campaigns.list() if one.state == "open"]
        self.uow.arrangements.add(
            campaign_id=campaign.id,
            kind="handed",
            code=paper,
            unit=unit,
            value={"handed": True},
            contact_id=None,
            inbox_id=None,
            at=self.now,
        )


def _answer(item: Input) -> object:
    return item.choices[0].value if item.type == "choice" else _ANSWERS[item.type]


def _moments(first: date, last: date, steps: tuple[time, ...]) -> Iterator[datetime]:
    day = first
    while day <= last:
        for at in steps if day.weekday() < 5 or day.day % 2 else steps[1::4]:  # some weekends in full
            yield datetime.combine(day, at, SHANGHAI)
        day += timedelta(days=1)


def _within(now: datetime, spans: tuple[Outage, ...]) -> bool:
    return any(begin <= now < end for begin, end in spans)
