"""How long a day's plan takes, and what it does to those who write meanwhile: `python -m benchmarks.planning`.

Counties of a hundred towns; each town's contact has sixty leaves of its own, of which every tenth is reported, and all
are due their reminder on that day. KAOHE_PLANNING_CONTACTS says how many contacts there are (100000).
"""

import asyncio
import gc
import json
import os
import resource
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from statistics import median, quantiles

import rubrics
from benchmarks.store import prepare, take_message
from bot.cli.serve import SWITCH_SECONDS
from bot.clock import MovableClock
from bot.planner import Planner
from handlers.campaign.library import Library
from scoring.model import Rubric
from store.database import Store
from store.migrate import migrate
from store.sqlite_driver import driver

CONTACTS = int(os.environ.get("KAOHE_PLANNING_CONTACTS", "100000"))
OF_A_COUNTY = 100
LEAVES = 60
REPORTED = 6
MOST_SECONDS, MOST_MEGABYTES, MOST_WAIT = 20.0, 500.0, 2.0
MESSAGES = 200
EVERY_SECONDS = 0.02
OPENED = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
MORNING = datetime(2026, 12, 28, 1, 3, tzinfo=UTC)
"""Three working days before the deadline of 31 December."""
LATER_DAYS = tuple(
    datetime(*day, 1, 3, tzinfo=UTC) for day in ((2026, 12, 30), (2026, 12, 31), (2027, 1, 4), (2027, 1, 5))
)
"""Working days on each of which everybody is due another one."""


class Sixty(Library):
    """A document of sixty leaves that every town reports for itself."""

    def __init__(self) -> None:
        super().__init__()
        base = rubrics.load("ezhou-2013")
        leaf = base.criterion("4.5")
        leaves = tuple(replace(leaf, code=str(number)) for number in range(1, LEAVES + 1))
        self.made: Rubric = replace(base, criteria=leaves, veto=None, bonus=None)

    def rubric(self, name: str) -> Rubric:
        """The same for every campaign."""
        del name
        return self.made


@dataclass(frozen=True)
class Plan:
    """What a round took: processor and wall seconds, and how many messages it queued."""

    processor: float
    wall: float
    messages: int


@dataclass(frozen=True)
class Town:
    """The town with that number, whose contact has the same: no two are alike in name or in what they report."""

    number: int

    @property
    def county(self) -> int:
        """The id of the campaign."""
        return (self.number - 1) // OF_A_COUNTY + 1

    @property
    def name(self) -> str:
        """The assessed unit."""
        return f"县{self.county}第{self.number}镇"

    @property
    def reported(self) -> list[str]:
        """The codes of its reported leaves."""
        return [str(code) for code in Random(self.number).sample(range(1, LEAVES + 1), REPORTED)]


def fill(path: Path, library: Sixty) -> None:
    """Put the counties into the database; by hand, since the bot would need an hour for it."""
    raw = driver.connect(path)
    opened, one = OPENED.strftime("%Y-%m-%d %H:%M:%S.%f"), library.made
    towns = [Town(number) for number in range(1, CONTACTS + 1)]
    counties = [towns[first : first + OF_A_COUNTY] for first in range(0, CONTACTS, OF_A_COUNTY)]
    raw.executemany(
        "INSERT INTO campaign (id, name, rubric, rubric_version, year, subjects, state, opened_at)"
        " VALUES (?, ?, ?, ?, 2026, ?, 'open', ?)",
        (
            (
                of[0].county,
                f"县{of[0].county}",
                one.name,
                one.version,
                _json([town.name for town in of]),
                opened,
            )
            for of in counties
        ),
    )
    raw.executemany(
        "INSERT INTO contact (id, campaign_id, name, gender, unit, title, telephone, mobile, email, role, subject,"
        " channel, account, bound_at, active) VALUES (?, ?, '联络员', '', ?, '', '', '', '', 'contact', ?,"
        " 'wecom', ?, ?, 1)",
        ((town.number, town.county, town.name, town.name, f"u{town.number}", opened) for town in towns),
    )
    raw.executemany(
        "INSERT INTO submission (campaign_id, code, subject, revision, act, given, inputs, unit, contact_id, at, late,"
        " note) VALUES (?, ?, ?, 1, 'report', '{}', ?, '', ?, ?, 0, '')",
        (
            (town.county, code, town.name, _json({"c1": True}), town.number, opened)
            for town in towns
            for code in town.reported
        ),
    )
    raw.commit()
    raw.close()


async def plan(store: Store, library: Library) -> Plan:
    """Make one round while nobody else wants anything."""
    planner = Planner(store, library, MovableClock(MORNING), lambda: None)
    wall, processor = time.perf_counter(), time.process_time()
    messages = await planner.round()
    return Plan(time.process_time() - processor, time.perf_counter() - wall, messages)


async def waits(store: Store, campaign_id: int, first: int) -> list[float]:
    """How long each of some messages waits to be stored, at a steady fifty a second, in ms."""
    taken = []
    for number in range(first, first + MESSAGES):
        begun = time.perf_counter()
        message = partial(take_message, campaign_id=campaign_id, n=number)
        await store.run(message, brief=True)
        taken.append((time.perf_counter() - begun) * 1e3)
        await asyncio.sleep(EVERY_SECONDS)
    return taken


async def beside(store: Store, library: Library) -> tuple[list[float], list[float]]:
    """The same in turns while nothing and while a plan goes on, since a disk is not equally quick at all times."""
    campaign_id, idle, busy = await store.run(prepare), list[float](), list[float]()
    for turn, day in enumerate(LATER_DAYS):
        idle += await waits(store, campaign_id, 2 * turn * MESSAGES)
        planner = Planner(store, library, MovableClock(day), lambda: None)
        planning = asyncio.create_task(planner.round())
        busy += await waits(store, campaign_id, (2 * turn + 1) * MESSAGES)
        if planning.done():
            print("(the plan was over before the messages were)")
        planning.cancel()
    return idle, busy


def p99(taken: list[float]) -> float:
    """The 99th percentile."""
    return quantiles(taken, n=100)[98]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


async def main() -> None:
    """Fill, plan, plan again, and listen while planning."""
    library = Sixty()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kaohe.db"
        migrate(f"sqlite:///{path}")
        fill(path, library)
        store = await Store.open(f"sqlite+aiosqlite:///{path}")
        # As `kaohe serve` has it once it listens.
        sys.setswitchinterval(SWITCH_SECONDS)
        gc.collect()
        gc.freeze()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        first, again = await plan(store, library), await plan(store, library)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{CONTACTS} contacts x {LEAVES} leaves, all due: {first.messages} messages in {first.processor:.1f} s of"
            f" processor ({first.wall:.1f} s), {memory:.0f} MB at most (before: {before:.0f} MB)"
        )
        print(
            f"again, nothing due: {again.messages} messages in {again.processor:.1f} s ({again.wall:.1f} s)"
        )
        size = CONTACTS / 100_000
        print(
            f"at most {MOST_SECONDS * size:.1f} s: {'yes' if first.processor <= MOST_SECONDS * size else 'NO'}"
        )
        print(f"at most {MOST_MEGABYTES:.0f} MB: {'yes' if memory <= MOST_MEGABYTES else 'NO'}")
        idle, busy = await beside(store, library)
        ratio = p99(busy) / p99(idle)
        print(
            f"a message waits {median(idle):.1f} ms (p99 {p99(idle):.1f}) idle,"
            f" {median(busy):.1f} ms (p99 {p99(busy):.1f}) while planning: {ratio:.1f} x"
        )
        print(f"at most {MOST_WAIT:.0f} x: {'yes' if ratio <= MOST_WAIT else 'NO'}")
        await store.close()


if __name__ == "__main__":
    asyncio.run(main())
