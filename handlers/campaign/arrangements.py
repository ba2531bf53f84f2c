"""安排: what the office has arranged for a campaign, as the rest of the conversation asks for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import NamedTuple

from handlers.calendar.hours import USUAL, OfficeHours
from handlers.calendar.working_days import OfficeCalendar
from scoring.model import Criterion
from store.records import Arrangement, ArrangementKind
from store.unit_of_work import UnitOfWork


class Extended(NamedTuple):
    """What may be reported later: a leaf by a unit, for all assessed units ("") or for one of them."""

    unit: str
    code: str
    subject: str = ""

    @property
    def named(self) -> str:
        """市质监局, 市质监局（华容区）."""
        return f"{self.unit}（{self.subject}）" if self.subject else self.unit


@dataclass(frozen=True)
class Arranged:
    """Everything that was arranged, oldest first; for each scope the newest counts."""

    rows: tuple[Arrangement, ...] = ()

    @cached_property
    def deadlines(self) -> Mapping[str, datetime]:
        """{milestone: when it is due now}; "" for the leaves that belong to none."""
        return {row.milestone: _moment(row) for row in self._standing("deadline") if not row.code}

    @cached_property
    def paper_days(self) -> Mapping[str, datetime]:
        """{id of a printed duty: when it is due}, where the document prints no day."""
        return {row.code: _moment(row) for row in self._standing("deadline") if row.code}

    @cached_property
    def extensions(self) -> Mapping[Extended, datetime]:
        """{what was extended: until when}."""
        return {
            Extended(row.unit, row.code, row.subject): _moment(row) for row in self._standing("extension")
        }

    def extended(self, code: str, units: Iterable[str], subject: str = "") -> datetime | None:
        """Until when a unit that goes by those names may report the leaf of that assessed unit.

        None where it was given no more time; of two extensions, for all and for this assessed unit, the later one counts.
        """
        if not self.extensions:
            return None
        keys = {Extended(unit, code, about) for unit in units if unit for about in ("", subject)}
        return max((self.extensions[key] for key in keys if key in self.extensions), default=None)

    @cached_property
    def targets(self) -> Mapping[tuple[str, str], Arrangement]:
        """{(code, assessed unit): what was set for its target}; "" for every assessed unit."""
        return {(row.code, row.unit): row for row in self._standing("target")}

    @cached_property
    def calendar(self) -> OfficeCalendar:
        """The days that the office has declared off or worked, and the years of which it has given all."""
        rows = [row.value for row in self._all("day")]
        days = {date.fromisoformat(value["day"]): value["works"] for value in rows if "day" in value}
        return OfficeCalendar(
            days_off=frozenset(day for day, works in days.items() if works is False),
            workdays=frozenset(day for day, works in days.items() if works),
            published_years=frozenset(value["published"] for value in rows if "published" in value),
        )

    @cached_property
    def hours(self) -> OfficeHours:
        """When the office works on a working day."""
        row = next((row for row in reversed(self.rows) if row.kind == "hours"), None)
        if row is None:
            return USUAL
        return OfficeHours(*(time.fromisoformat(row.value[name]) for name in ("opens", "noon", "closes")))

    @cached_property
    def group_summaries(self) -> bool:
        """Whether the group robot is to post how far the units are."""
        said = [bool(row.value["wanted"]) for row in self._all("group")]
        return bool(said) and said[-1]

    @cached_property
    def handed_in(self) -> Mapping[tuple[str, str], Arrangement]:
        """{(id of the printed duty, unit): what was said of its being handed in}."""
        return {(row.code, row.unit): row for row in self._standing("handed") if "forms" not in row.value}

    @cached_property
    def partly_in(self) -> Mapping[tuple[str, str], Arrangement]:
        """The same of those that came in one of the forms that are wanted, not in all."""
        return {(row.code, row.unit): row for row in self._standing("handed") if "forms" in row.value}

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """{taught words: the code or item that they mean}."""
        taught = {row.value["words"]: row.code for row in self._all("alias")}
        return {words: code for words, code in taught.items() if code}

    @cached_property
    def unit_names(self) -> Mapping[str, str]:
        """{what the office calls a unit besides: the unit as it is printed}."""
        taught = {row.value["words"]: row.unit for row in self._all("alias")}
        return {words: unit for words, unit in taught.items() if unit}

    @cached_property
    def reporters(self) -> Mapping[str, str]:
        """{code: the unit that reports it now}, where the office has given it to another than the printed one."""
        return {row.code: str(row.value["unit"]) for row in self._standing("reporter")}

    @cached_property
    def reminders(self) -> tuple[time, ...]:
        """At which times of a deadline's day those who still owe are reminded once more."""
        wanted = {time.fromisoformat(row.value["at"]): row.value["wanted"] for row in self._all("reminder")}
        return tuple(sorted(at for at, on in wanted.items() if on))

    @cached_property
    def locked(self) -> frozenset[str]:
        """The milestones that are archived; "" for the leaves that belong to none."""
        states = {row.milestone: bool(row.value["locked"]) for row in self._all("lock")}
        return frozenset(milestone for milestone, locked in states.items() if locked)

    def is_locked(self, criterion: Criterion) -> bool:
        """Whether the milestone that the leaf counts for is archived."""
        return (criterion.milestone or criterion.sheet or "") in self.locked

    @cached_property
    def publication(self) -> Arrangement | None:
        """The last publication of results, None before there is one."""
        return next((row for row in reversed(self.rows) if row.kind == "publication"), None)

    @cached_property
    def publicity(self) -> Arrangement | None:
        """From when to when results are shown (公示期), None where that is not set."""
        return next(self._standing("publicity"), None)

    def _all(self, kind: ArrangementKind) -> Iterator[Arrangement]:
        return (row for row in self.rows if row.kind == kind)

    def _standing(self, kind: ArrangementKind) -> Iterator[Arrangement]:
        """The newest row of each scope that was not taken back."""
        newest = {(row.milestone, row.code, row.unit, row.subject): row for row in self._all(kind)}
        return (row for row in newest.values() if row.value)


NOTHING = Arranged()


def arranged_for(uow: UnitOfWork, campaign_id: int) -> Arranged:
    """What was arranged for the campaign; one query a unit of work, however often it is asked."""
    rows = uow.arrangements.of_campaign(campaign_id)
    return Arranged(rows) if rows else NOTHING


def _moment(row: Arrangement) -> datetime:
    return datetime.fromisoformat(row.value["due"])
