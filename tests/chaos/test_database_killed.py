"""PostgreSQL killed under load: what was acknowledged is there, and the next message is soon acknowledged."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.callback import Delivery
from bot.sandbox.platform import Platform
from store.migrate import migrate
from tests import raw_sql
from tests.bot.serving import serving, settings_of
from tests.postgres import Cluster, cluster

AGAIN_SECONDS = 5.0
SENDERS = 8


@pytest.fixture
async def own_postgres() -> AsyncIterator[tuple[Cluster, str]]:
    """A server of the test's own, migrated."""
    with cluster() as server:
        url = server.url.render_as_string(hide_password=False)
        await asyncio.to_thread(migrate, url)
        yield server, url


async def test_postgres_killed_under_load_loses_nothing_that_was_acknowledged(
    own_postgres: tuple[Cluster, str], platform: Platform, tmp_path: Path, messages: int
) -> None:
    server, url = own_postgres
    done: list[tuple[float, Delivery]] = []
    under_load = asyncio.Event()
    rounds = max(3, messages // 100)

    async def talk(sender: int) -> None:
        account = f"p{sender}"
        platform.corp.add_member(account)
        for number in range(rounds):
            delivery = await platform.say(account, f"帮助 {number}")
            done.append((time.monotonic(), delivery))
            if len(done) == SENDERS:
                under_load.set()

    async with serving(settings_of(platform, url, tmp_path), tmp_path) as kaohe:
        await kaohe.until_ready()
        platform.callback.url = f"{kaohe.address}/wecom/callback"
        talks = asyncio.gather(*(talk(sender) for sender in range(SENDERS)))
        await under_load.wait()
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)
        back = time.monotonic()
        await talks
    again = min(at for at, delivery in done if at > back and delivery.status == 200)
    assert again - back <= AGAIN_SECONDS
    acknowledged = {str(delivery.fields["MsgId"]) for _, delivery in done if delivery.status == 200}
    kept = {key.split("|")[2] for (key,) in raw_sql.run(url, "SELECT message_key FROM inbox")}
    late = len(list((tmp_path / "data" / "late").glob("*.json")))
    assert len(acknowledged - kept) <= late
    assert len(acknowledged) >= SENDERS
