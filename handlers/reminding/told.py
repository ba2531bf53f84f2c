"""说过的: what people were told last, and how a new message is queued and noted together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.messages import Push
from handlers.papers.due import Paper
from handlers.people.speaker import Seat
from handlers.pushing.cards import content_of
from store.records import Contact, Notice
from store.repositories.outbox import NewPush
from store.types import JsonObject
from store.unit_of_work import UnitOfWork

DAILY = 4
"""The most routine messages that a person gets on one day; what is left waits for the next."""
_REPEATED = re.compile(r":(?P<number>\d+)$")


@dataclass(frozen=True, slots=True)
class Owed:
    """Lines that a message says are missing, by which they are looked at again before it is sent.

    `unit` owes these `codes` of the assessed unit `subject`, as a person of the assessed unit `seat` ("": of none).
    """

    campaign_id: int
    unit: str
    seat: str
    subject: str
    codes: tuple[str, ...]

    @classmethod
    def read(cls, content: JsonObject) -> "tuple[Owed, ...]":
        """What a message of the outbox says is missing."""
        return tuple(
            cls(campaign, unit, seat, subject, tuple(codes.split(" ")))
            for campaign, unit, seat, subject, codes in content.get("owed", ())
        )

    def written(self) -> list[object]:
        """The same as the outbox keeps it: the codes in one string, since there may be many."""
        return [self.campaign_id, self.unit, self.seat, self.subject, " ".join(self.codes)]


def paper_code(paper: Paper) -> str:
    """How a paper stands among the codes of missing lines."""
    return f"@{paper.id}"


def owed_of(campaign_id: int, seat: Seat, codes: Mapping[str, Sequence[str]]) -> Iterator[Owed]:
    """These lines of one seat: {assessed unit: codes}."""
    for subject, own in codes.items():
        yield Owed(campaign_id, seat.unit, seat.subject, subject, tuple(own))


@dataclass(frozen=True, slots=True)
class Saying:
    """One message to one person, with the things that it tells and the lines that it says are missing.

    `about` holds (contact id, thing): a person may be several contacts, one in each campaign.
    """

    push: Push
    contact: Contact
    about: tuple[tuple[int, str], ...]
    day: date
    owed: tuple[Owed, ...] = ()


class Told:
    """What some people were told last of each thing; what was given up unsent counts as not told."""

    def __init__(self, rows: Iterable[Notice]) -> None:
        self._rows: dict[int, dict[str, Notice]] = defaultdict(dict)
        for row in rows:
            self._rows[row.contact_id][row.about] = row

    def day(self, contact_id: int, about: str) -> date | None:
        """The day on which the person was told of it last, None where never or where it is to be said again."""
        row = self._of(contact_id).get(about)
        if row is None or not row.day or row.outbox_state == "superseded":
            return None
        return date.fromisoformat(row.day)

    def known(self, contact_id: int, about: str) -> bool:
        """Whether a message about it was ever queued."""
        return about in self._of(contact_id)

    def is_full(self, day: date, people: Iterable[int] | None = None) -> bool:
        """Whether that person (of these contact ids, else of all that are known) has had all messages of the day."""
        return self.left(day, people) <= 0

    def left(self, day: date, people: Iterable[int] | None = None) -> int:
        """How many more messages of that day the person may have."""
        on = day.isoformat()
        rows = (row for one in (self._rows if people is None else people) for row in self._of(one).values())
        return DAILY - len({row.key for row in rows if row.key and row.day == on})

    def next_key(self, people: Iterable[int], base: str) -> tuple[str, int]:
        """The key of that person's next message of this kind and day, and how many there were before it."""
        used = {row.key for one in people for row in self._of(one).values()}
        numbers = [_number(key, base) for key in used if key == base or key.startswith(f"{base}:")]
        count = max(numbers, default=0)
        return (f"{base}:{count + 1}", count) if count else (base, 0)

    def _of(self, contact_id: int) -> Mapping[str, Notice]:
        return self._rows.get(contact_id, {})


def queue(uow: UnitOfWork, sayings: Sequence[Saying], now: datetime) -> tuple[Saying, ...]:
    """Put the messages into the outbox and note what they tell; return those that were not queued before."""
    by_key = {saying.push.key: saying for saying in reversed(sayings)}
    once = [saying for saying in sayings if by_key[saying.push.key] is saying]
    added = uow.outbox.add_all([_written(saying, now) for saying in once])
    fresh = tuple(saying for saying in once if saying.push.key in added)
    uow.notices.mark_all(
        (contact_id, about, saying.day, saying.push.key)
        for saying in fresh
        for contact_id, about in saying.about
    )
    return fresh


def _written(saying: Saying, now: datetime) -> NewPush:
    """The message as the outbox takes it, with the lines that it says are missing."""
    message, contact = saying.push, saying.contact
    owed = [one.written() for one in saying.owed]
    return {
        "key": message.key,
        "channel": message.channel,
        "recipient": message.recipient,
        "content": {**content_of(message), **({"owed": owed} if owed else {})},
        "not_before": message.not_before,
        "urgent": message.urgent,
        "campaign_id": contact.campaign_id,
        "contact_id": contact.id,
        "created_at": now,
    }


def _number(key: str, base: str) -> int:
    found = _REPEATED.fullmatch(key.removeprefix(base))
    return int(found["number"]) if found else 1
