"""Two `kaohe serve` on one PostgreSQL, killed again and again: every message arrives, none twice, in order."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bot.sandbox.platform import Platform
from store.database import Store
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.bot.serving import Server, serving, settings_of
from tests.chaos.conftest import SMALL

EACH = 20
"""Messages for one person: fewer than the platform takes in a minute."""
KILL_SECONDS = 2.0
LONGEST_SECONDS = 60.0
_COUNT = "SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending')"
_FORTY_FIVE_SECONDS_LATER = (
    "UPDATE outbox SET lease_until = lease_until - interval '1 minute' "
    "WHERE state = 'sending' AND lease_owner LIKE '{}-%'"
)


async def put(store: Store, platform: Platform, messages: int) -> None:
    now = datetime.now(UTC)

    def work(uow: UnitOfWork) -> None:
        for number in range(messages):
            person = f"p{number // EACH}"
            uow.outbox.add(
                key=f"remind:{number}",
                channel="wecom",
                recipient=person,
                text=str(number),
                not_before=now,
                created_at=now,
            )

    for number in range(-(-messages // EACH)):
        platform.corp.add_member(f"p{number}")
    await store.run(work)


async def open_ones(url: str) -> int:
    return int((await asyncio.to_thread(raw_sql.run, url, _COUNT))[0][0])


class Replicas:
    """Two servers, of which one after the other is killed and started again."""

    def __init__(self, stack: AsyncExitStack, settings: Mapping[str, str], folder: Path) -> None:
        self._stack = stack
        self._settings = settings
        self._folder = folder
        self.running: list[Server] = []

    async def start(self) -> None:
        server = await self._stack.enter_async_context(serving(self._settings, self._folder))
        await server.until_ready()
        self.running.append(server)

    async def kill_one(self) -> int:
        server = self.running.pop(0)
        await server.kill()
        return server.pid


async def test_replicas_that_are_killed_send_every_message_once(
    platform: Platform, postgres_url: str, tmp_path: Path, messages: int
) -> None:
    store = await Store.open(postgres_url)
    await put(store, platform, messages)
    async with AsyncExitStack() as stack:
        replicas = Replicas(stack, settings_of(platform, postgres_url, tmp_path), tmp_path)
        platform.corp.faults.slow("message/send", 0.02)
        await asyncio.gather(replicas.start(), replicas.start())
        async with asyncio.timeout(max(LONGEST_SECONDS, messages / 10)):
            for number in count():
                await asyncio.sleep(KILL_SECONDS if number else 0.3)
                if not await open_ones(postgres_url):
                    break
                pid = await replicas.kill_one()
                if messages <= SMALL:
                    # A short test does not wait for a lease to run out.
                    await asyncio.to_thread(raw_sql.run, postgres_url, _FORTY_FIVE_SECONDS_LATER.format(pid))
                await replicas.start()
    rows = await store.read(lambda uow: uow.outbox.list())
    await store.close()
    assert Counter(row.state for row in rows) == {"sent": messages}
    arrived: dict[str, list[int]] = defaultdict(list)
    for member in platform.corp.members.values():
        arrived[member.userid] = [int(text) for text in member.texts()]
    assert sorted(number for numbers in arrived.values() for number in numbers) == list(range(messages))
    assert all(numbers == sorted(numbers) for numbers in arrived.values())
    assert platform.corp.discarded == []
    assert max(row.attempts for row in rows) > 1, "nobody was killed in the midst of an attempt"
