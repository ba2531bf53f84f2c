"""What was acknowledged is there after the process or the server was killed in the middle of its work."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path

import pytest

from store.database import Store
from store.errors import StoreError
from store.unit_of_work import UnitOfWork
from tests.postgres import Cluster, Databases, cluster
from tests.store import given

KEEP_GOING = """
import asyncio, itertools, sys
from functools import partial
from store.database import Store
from tests.store.test_crashes import take_in

async def client(store, numbers):
    for n in numbers:
        await store.run(partial(take_in, key=f"{sys.argv[2]}-{n}"))
        print(f"{sys.argv[2]}-{n}", flush=True)

async def main():
    store = await Store.open(sys.argv[1])
    numbers = itertools.count()
    await asyncio.gather(*(client(store, numbers) for _ in range(5)))

asyncio.run(main())
"""
ROOT = Path(__file__).parents[2]


def take_in(uow: UnitOfWork, key: str) -> None:
    """Do to the database what a message does: nothing of it may be there without the rest."""
    entry = given.message(uow, key)
    if entry.repeated:
        return
    given.push(uow, key)
    uow.audit.record(given.NOW, "zhang", "report", key, {"inbox": entry.id})
    uow.inbox.finish(entry.id, "已入账", given.NOW)


def _run_until_killed(url: str, name: str, acknowledged: int) -> set[str]:
    """Run a program that stores messages, kill it, and return the keys that it had acknowledged."""
    command = [sys.executable, "-c", KEEP_GOING, url, name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        assert program.stdout is not None
        keys = {program.stdout.readline().strip() for _ in range(acknowledged)}
        program.send_signal(signal.SIGKILL)
        keys |= {line.strip() for line in program.stdout if line.endswith("\n")}
    return keys


async def _check_nothing_is_lost_or_half(store: Store, acknowledged: set[str]) -> None:
    def read(uow: UnitOfWork) -> tuple[set[str], set[str], int, int | None]:
        sent = {row.key for row in uow.outbox.list()}
        logged = {row.object for row in uow.audit.rows(0, 1_000_000)}
        return sent, logged, uow.audit.head()[0], uow.audit.verify()

    sent, logged, head, bad = await store.read(read)
    assert acknowledged - sent == set()
    assert sent == logged
    assert (head, bad) == (len(sent), None)

    def repeat(uow: UnitOfWork) -> list[str]:
        return [key for key in acknowledged if given.message(uow, key).reply != "已入账"]

    assert await store.run(repeat) == []


@pytest.mark.parametrize("acknowledged", [3, 60])
async def test_a_killed_program_loses_nothing_that_it_acknowledged(
    database_url: str, acknowledged: int
) -> None:
    keys = await asyncio.to_thread(_run_until_killed, database_url, "a", acknowledged)
    keys |= await asyncio.to_thread(_run_until_killed, database_url, "b", acknowledged)
    assert len(keys) >= 2 * acknowledged
    store = await Store.open(database_url)
    await _check_nothing_is_lost_or_half(store, keys)
    await store.close()


@pytest.fixture(scope="module")
def server(postgres: Databases) -> Iterator[Cluster]:
    """Give a PostgreSQL server that may be killed, which one that is given from outside is not."""
    del postgres  # It tells whether there are to be tests on PostgreSQL at all.
    if "TEST_DATABASE_URL" in os.environ:
        pytest.skip("the server of TEST_DATABASE_URL is not ours to kill")
    with cluster() as own:
        yield own


@pytest.fixture
async def store(server: Cluster) -> AsyncIterator[Store]:
    """Give a store on the server that may be killed."""
    databases = Databases(server.url)
    url = databases.migrated()
    opened = await Store.open(url)
    yield opened
    await opened.close()
    databases.drop(url)
    databases.close()


async def _client(store: Store, name: str, stop: asyncio.Event, done: asyncio.Queue[str]) -> None:
    n = 0
    while not stop.is_set():
        key = f"{name}-{n}"
        try:
            await store.run(partial(take_in, key=key))
        except StoreError:
            continue  # As the platform does: the same message is delivered again.
        done.put_nowait(key)
        n += 1


async def test_a_killed_server_loses_nothing_and_the_store_goes_on_by_itself(
    store: Store, server: Cluster
) -> None:
    stop, done = asyncio.Event(), asyncio.Queue[str]()
    clients = [asyncio.create_task(_client(store, f"{n}", stop, done)) for n in range(5)]
    acknowledged = set[str]()
    for _ in range(3):
        acknowledged |= {await done.get() for _ in range(20)}
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)
    acknowledged |= {await done.get() for _ in range(20)}
    stop.set()
    await asyncio.gather(*clients)
    acknowledged |= {done.get_nowait() for _ in range(done.qsize())}
    await _check_nothing_is_lost_or_half(store, acknowledged)


async def test_a_restart_between_two_units_is_not_noticed(store: Store, server: Cluster) -> None:
    await asyncio.gather(*(store.run(partial(take_in, key=f"before-{n}")) for n in range(20)))
    await asyncio.to_thread(server.kill)
    await asyncio.to_thread(server.start)
    await asyncio.gather(*(store.run(partial(take_in, key=f"after-{n}")) for n in range(20)))
    keys = {f"{when}-{n}" for when in ("before", "after") for n in range(20)}
    await _check_nothing_is_lost_or_half(store, keys)
