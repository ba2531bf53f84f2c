"""SQLite: what is durable, what happens when the disk is full or another program holds the file."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from store import sqlite
from store.database import Store
from store.errors import CommitUncertainError, StoreUnavailableError
from store.group_commit import GroupCommit, Job, Place
from store.sqlite import connect, wal_is_safe
from store.sqlite_driver import driver
from store.unit_of_work import UnitOfWork
from store.url import parse, sqlite_path
from tests.store import given


@pytest.fixture
def path(sqlite_url: str) -> str:
    """Give the file of a migrated database."""
    return sqlite_path(parse(sqlite_url))


@pytest.fixture
async def store(sqlite_url: str) -> AsyncIterator[Store]:
    """Give a store on that file."""
    opened = await Store.open(sqlite_url)
    yield opened
    await opened.close()


@pytest.fixture
def raw(path: str) -> Iterator[driver.Connection]:
    """Give a connection as the store has it."""
    with closing(connect(path)) as connection:
        yield connection


def _names(path: str) -> list[str]:
    with closing(driver.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM campaign ORDER BY name")]


def _job(name: str) -> Job:
    future = asyncio.get_running_loop().create_future()
    return Job(partial(given.campaign, name=name), future, Place.THREAD)


async def _outcomes(jobs: list[Job]) -> list[object]:
    for job in jobs:
        job.tell()
    return list(await asyncio.gather(*(job.future for job in jobs), return_exceptions=True))


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 3), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_the_write_ahead_log_is_used_only_where_it_is_mended(version: tuple[int, ...], safe: bool) -> None:
    assert wal_is_safe(version) is safe


@pytest.mark.parametrize(
    ("safe", "journal", "synchronous"), [(True, "wal", 2), (False, "truncate", 3)], ids=["mended", "old"]
)
def test_a_connection_commits_durably_in_either_journal(
    path: str, monkeypatch: pytest.MonkeyPatch, safe: bool, journal: str, synchronous: int
) -> None:
    monkeypatch.setattr(sqlite, "wal_is_safe", lambda _version: safe)
    with closing(connect(path)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == (journal,)
        assert raw.execute("PRAGMA synchronous").fetchone() == (synchronous,)
        assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert raw.execute("PRAGMA busy_timeout").fetchone() == (10_000,)


def test_a_file_left_in_the_other_journal_by_another_release_is_taken_over(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for safe in (True, False, True):
        monkeypatch.setattr(sqlite, "wal_is_safe", lambda _version, safe=safe: safe)
        with closing(connect(path)) as raw:
            raw.execute("UPDATE audit_head SET seq = seq")


async def test_units_that_wait_together_share_one_commit(raw: driver.Connection, path: str) -> None:
    commits: list[str] = []
    raw.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)
    jobs = [_job(f"{n}") for n in range(10)]
    GroupCommit(raw).write(jobs)
    await _outcomes(jobs)
    assert commits == ["COMMIT"]
    assert len(_names(path)) == 10


async def test_nobody_is_told_of_success_before_the_commit(raw: driver.Connection) -> None:
    job = _job("a")
    told: list[bool] = []
    raw.set_trace_callback(lambda sql: told.append(job.future.done()) if sql == "COMMIT" else None)
    GroupCommit(raw).write([job])
    assert told == [False]
    await _outcomes([job])


async def test_a_commit_that_fails_fails_every_unit_of_the_group(raw: driver.Connection, path: str) -> None:
    # A deferred foreign key is the one rule that SQLite checks only when it commits.
    raw.execute(
        "CREATE TABLE broken (id INTEGER PRIMARY KEY, "
        "up INTEGER REFERENCES broken (id) DEFERRABLE INITIALLY DEFERRED)"
    )
    raw.execute(
        "CREATE TRIGGER break AFTER INSERT ON campaign WHEN NEW.name = 'b' "
        "BEGIN INSERT INTO broken (up) VALUES (99); END"
    )
    jobs = [_job("a"), _job("b")]
    group = GroupCommit(raw)
    group.write(jobs)
    assert [type(outcome) for outcome in await _outcomes(jobs)] == [StoreUnavailableError] * 2
    assert _names(path) == []
    later = [_job("c")]
    group.write(later)
    await _outcomes(later)
    assert _names(path) == ["c"]


async def test_a_view_that_cannot_be_opened_fails_its_units_and_not_the_next(raw: driver.Connection) -> None:
    def count(uow: UnitOfWork) -> int:
        return len(uow.campaigns.list())

    def job() -> Job:
        return Job(count, asyncio.get_running_loop().create_future(), Place.VIEW)

    raw.execute("BEGIN")
    group, first, second = GroupCommit(raw), job(), job()
    group.read([first])
    group.read([second])
    refused, counted = await _outcomes([first, second])
    assert (type(refused), counted) == (StoreUnavailableError, 0)


async def test_a_file_that_cannot_be_written_is_an_outage(path: str) -> None:
    with closing(driver.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)) as raw:
        job = _job("a")
        GroupCommit(raw).write([job])
        (outcome,) = await _outcomes([job])
    assert isinstance(outcome, StoreUnavailableError)
    assert "readonly" in str(outcome)


async def test_a_commit_whose_end_is_not_known_is_said_to_be_uncertain(raw: driver.Connection) -> None:
    class Failing:
        """The driver's connection, whose commit succeeds and then reports an error, as a bad disk does."""

        in_transaction = False

        def execute(self, sql: str, parameters: tuple[object, ...] = ()) -> driver.Cursor:
            cursor = raw.execute(sql, parameters)
            if sql == "COMMIT":
                raise driver.OperationalError("disk I/O error")
            return cursor

    job = _job("a")
    GroupCommit(Failing()).write([job])  # type: ignore[arg-type]
    assert [type(outcome) for outcome in await _outcomes([job])] == [CommitUncertainError]


async def test_a_full_disk_fails_the_units_that_do_not_fit_and_keeps_the_others(
    raw: driver.Connection, path: str
) -> None:
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={pages + 2}")
    jobs = [_job("a"), _job("b" * 100_000), _job("c")]
    group = GroupCommit(raw)
    group.write(jobs)
    first, second, third = await _outcomes(jobs)
    assert isinstance(second, StoreUnavailableError)
    assert "full" in str(second)
    assert not isinstance(first, Exception)
    assert not isinstance(third, Exception)
    assert _names(path) == ["a", "c"]
    raw.execute(f"PRAGMA max_page_count={pages + 1000}")
    again = [_job("b" * 100_000)]
    group.write(again)
    await _outcomes(again)
    assert len(_names(path)) == 3


@pytest.mark.parametrize("brief", [False, True])
async def test_a_unit_waits_for_another_program_that_holds_the_file_and_the_loop_does_not(
    store: Store, path: str, brief: bool
) -> None:
    with closing(driver.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(store.run(given.campaign, brief=brief))
        for _turn in range(10):
            await asyncio.sleep(0)
        assert not waiting.done()
        other.execute("UPDATE audit_head SET seq = seq")
        other.execute("COMMIT")
    await waiting
    assert _names(path) == ["铁岭 2015"]


async def test_a_file_that_stays_locked_fails_the_unit_and_not_the_store(
    sqlite_url: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_BUSY_SECONDS", 0.05)
    store = await Store.open(sqlite_url)
    with closing(driver.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailableError, match="locked"):
            await store.run(given.campaign)
        other.execute("ROLLBACK")
    await store.run(given.campaign)
    await store.close()
    assert _names(path) == ["铁岭 2015"]


async def test_a_file_of_another_kind_is_said_at_opening(tmp_path: Path) -> None:
    (tmp_path / "kaohe.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreUnavailableError, match="not a database"):
        await Store.open(f"sqlite:///{tmp_path / 'kaohe.db'}")


def test_programs_that_open_a_new_file_at_the_same_moment_all_get_it(tmp_path: Path) -> None:
    def opened(path: str, together: threading.Barrier) -> None:
        together.wait()
        connect(path).close()

    with ThreadPoolExecutor(6) as programs:
        for number in range(60):
            together = threading.Barrier(6)
            opening = [programs.submit(opened, str(tmp_path / f"{number}.db"), together) for _ in range(6)]
            assert [one.exception() for one in opening] == [None] * 6
