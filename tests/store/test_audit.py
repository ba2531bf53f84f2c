"""The log of acts: a chain without gaps in which the first changed row is found."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from functools import partial

import pytest

from store.audit import verify
from store.database import Store
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.store import given

ROWS = 12
# What a tamperer with all rights does first.
OPEN = {
    "sqlite": ("DROP TRIGGER audit_changed", "DROP TRIGGER audit_deleted", "DROP TRIGGER audit_added"),
    "postgresql": ("ALTER TABLE audit DISABLE TRIGGER USER",),
}
TAMPERED = {
    "edited": ("UPDATE audit SET actor = 'someone' WHERE seq = 5", 5),
    "detail edited": ('UPDATE audit SET detail = \'{"n":"500"}\' WHERE seq = 5', 5),
    "space added": ("UPDATE audit SET detail = detail || ' ' WHERE seq = 12", 12),
    "moved in time": ("UPDATE audit SET at = (SELECT at FROM audit WHERE seq = 2) WHERE seq = 7", 7),
    "first edited": ("UPDATE audit SET act = 'x' WHERE seq = 1", 1),
    "own hash edited": ("UPDATE audit SET hash = 'x' WHERE seq = 4", 4),
    "link edited": ("UPDATE audit SET prev_hash = 'x' WHERE seq = 4", 4),
    "deleted": ("DELETE FROM audit WHERE seq = 6", 6),
    "first deleted": ("DELETE FROM audit WHERE seq = 1", 1),
    "last deleted": ("DELETE FROM audit WHERE seq = 12", 12),
    "end deleted": ("DELETE FROM audit WHERE seq > 8", 9),
    "all deleted": ("DELETE FROM audit", 1),
    "numbers closed up": ("DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3", 3),
    "swapped": (
        "UPDATE audit SET seq = -seq WHERE seq IN (4, 9); UPDATE audit SET seq = 13 + seq WHERE seq < 0",
        4,
    ),
    "added behind the end": (
        "INSERT INTO audit SELECT 13, at, actor, act, object, detail, hash, hash FROM audit WHERE seq = 12",
        13,
    ),
}


def _record(uow: UnitOfWork, n: int) -> None:
    at = given.NOW + timedelta(seconds=n)
    uow.audit.record(at, "zhang", "report", f"submission:{n}", {"n": str(n), "名": "质量“强”市\\"})


async def _filled(store: Store, rows: int = ROWS) -> None:
    def record(uow: UnitOfWork) -> None:
        for n in range(rows):
            _record(uow, n)

    await store.run(record)


async def test_rows_are_numbered_without_gaps_and_each_carries_the_hash_before_it(store: Store) -> None:
    await _filled(store)
    rows = await store.read(lambda uow: uow.audit.rows())
    assert [row.seq for row in rows] == list(range(1, ROWS + 1))
    assert [row.prev_hash for row in rows[1:]] == [row.hash for row in rows[:-1]]
    assert await store.read(lambda uow: uow.audit.head()) == (ROWS, rows[-1].hash)
    assert await store.read(lambda uow: uow.audit.verify()) is None


async def test_an_empty_log_is_whole(store: Store) -> None:
    assert await store.read(lambda uow: uow.audit.verify()) is None


@pytest.mark.parametrize("how", TAMPERED)
async def test_the_first_row_that_was_tampered_with_is_named(
    store: Store, database_url: str, how: str
) -> None:
    await _filled(store)
    statements, first_bad = TAMPERED[how]
    raw_sql.run(database_url, *OPEN[database_url.split("+", maxsplit=1)[0]], *statements.split(";"))
    assert await store.read(lambda uow: uow.audit.verify()) == first_bad
    assert await verify(store, batch=5) == first_bad


@pytest.mark.parametrize("batch", [1, 5, ROWS, 100])
async def test_a_whole_log_is_verified_in_batches(store: Store, batch: int) -> None:
    await _filled(store)
    assert await verify(store, batch=batch) is None


@pytest.mark.parametrize(
    "statement", ["UPDATE audit SET act = 'x'", "DELETE FROM audit", "DELETE FROM audit WHERE seq=1"]
)
async def test_a_row_cannot_be_changed_or_deleted(store: Store, database_url: str, statement: str) -> None:
    await _filled(store)
    with pytest.raises(Exception, match="audit is append-only"):
        raw_sql.run(database_url, statement)
    assert await store.read(lambda uow: uow.audit.verify()) is None


async def test_a_row_that_does_not_continue_the_chain_cannot_be_added(
    store: Store, database_url: str
) -> None:
    await _filled(store)
    for seq, source in ((13, 11), (14, 12), (12, 11), (0, 1)):
        columns = "at, actor, act, object, detail, hash, hash"
        insert = f"INSERT INTO audit SELECT {seq}, {columns} FROM audit WHERE seq = {source}"
        with pytest.raises(Exception, match="chain"):
            raw_sql.run(database_url, insert)


async def test_writers_at_the_same_time_make_one_chain(store: Store, database_url: str) -> None:
    other = await Store.open(database_url)
    await asyncio.gather(
        *(each.run(partial(_record, n=n)) for each in (store, other) for n in range(25)),
    )
    await other.close()
    assert (await store.read(lambda uow: uow.audit.head()))[0] == 50
    assert await store.read(lambda uow: uow.audit.verify()) is None


async def test_a_unit_that_fails_leaves_no_gap(store: Store) -> None:
    def fail(uow: UnitOfWork) -> None:
        _record(uow, 1)
        raise LookupError

    with pytest.raises(LookupError):
        await store.run(fail)
    await _filled(store, 2)
    assert [row.seq for row in await store.read(lambda uow: uow.audit.rows())] == [1, 2]


async def test_the_same_moment_said_in_another_zone_is_the_same_row(store: Store) -> None:
    china = timezone(timedelta(hours=8))
    at = datetime(2015, 6, 24, 9, 30, 0, 120000, tzinfo=china)
    await store.run(lambda uow: uow.audit.record(at, "zhang", "report", "x", {}))
    (row,) = await store.read(lambda uow: uow.audit.rows())
    assert row.at.isoformat() == "2015-06-24T01:30:00.120000+00:00"
    assert row.at.tzinfo is UTC
    assert await store.read(lambda uow: uow.audit.verify()) is None


async def test_what_cannot_be_hashed_the_same_for_ever_is_refused(store: Store) -> None:
    def record(uow: UnitOfWork, at: datetime, value: object) -> None:
        uow.audit.record(at, "zhang", "report", "x", {"value": value})

    with pytest.raises(TypeError, match="float"):
        await store.run(partial(record, at=given.NOW, value=1.5))
    with pytest.raises(TypeError, match="object"):
        await store.run(partial(record, at=given.NOW, value=object()))
    with pytest.raises(ValueError, match="zone"):
        await store.run(partial(record, at=given.NOW.replace(tzinfo=None), value=""))
