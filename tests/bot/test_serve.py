import asyncio
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bot.sandbox.callback import Delivery
from bot.sandbox.faults import Fault
from bot.sandbox.platform import Platform
from store.database import Store
from tests.bot.serving import Server, serving, settings_of
from tests.scene import Scene

NOW = "2018-11-20 10:00"
PEOPLE = ("wangmin", "chenhong", "zhaoliang")


def rehearsing(platform: Platform, url: str, folder: Path) -> dict[str, str]:
    at = NOW.replace(" ", "T") + "+08:00"
    return {**settings_of(platform, url, folder), "KAOHE_REHEARSAL_AT": at}


@pytest.fixture
async def scene(store: Store, platform: Platform) -> Scene:
    """如皋 in November 2018 with contacts of one bureau."""
    opened = await Scene.open(store, "rugao-2018", NOW)
    for account in PEOPLE:
        platform.corp.add_member(account)
        await opened.person(account, "市场监管局")
    return opened


@pytest.fixture
def settings(platform: Platform, database_url: str, tmp_path: Path) -> dict[str, str]:
    return rehearsing(platform, database_url, tmp_path)


async def connect(platform: Platform, server: Server) -> None:
    await server.until_ready()
    platform.callback.url = f"{server.address}/wecom/callback"


async def test_a_contact_reports_and_the_platform_gets_every_answer(
    scene: Scene, platform: Platform, settings: dict[str, str], tmp_path: Path
) -> None:
    async with serving(settings, tmp_path) as server:
        await connect(platform, server)
        assert await platform.callback.verify()
        said = await platform.say("WangMin", "上报 19.2 98.5%")
        assert (said.status, said.attempts, said.problem) == (200, 1, "")
        assert "98.5" in said.reply["Content"]
        assert (await platform.send_event("WangMin", "enter_agent")).status == 200
        assert await server.terminate() == 0
    (submission,) = await scene.submissions()
    assert (submission.code, submission.unit, submission.contact_name) == ("19.2", "市场监管局", "wangmin")
    for secret in (platform.corp.app.secret, platform.corp.app.token, platform.corp.app.aes_key, "98.5"):
        assert secret not in server.log
    assert '"level": "error"' not in server.log


async def test_reports_killed_under_load_are_counted_once_when_they_are_sent_again(
    scene: Scene, platform: Platform, settings: dict[str, str], tmp_path: Path
) -> None:
    """Whatever was acknowledged is there after the kill; whatever was not is there after it is sent again."""
    said = [(PEOPLE[number % len(PEOPLE)], f"19.2 {80 + number / 10}%") for number in range(90)]
    async with serving(settings, tmp_path) as server:
        await connect(platform, server)
        acknowledged = asyncio.Semaphore(0)
        sending = [asyncio.create_task(_say(platform, *words, acknowledged)) for words in said]
        for _ in range(10):
            await acknowledged.acquire()
        await server.kill()
        first = await asyncio.gather(*sending)
    taken = {str(delivery.fields["MsgId"]) for delivery in first if delivery.status == 200}
    assert 10 <= len(taken) < len(first)
    assert taken <= set(await _counted(scene))
    async with serving(settings, tmp_path) as server:
        await connect(platform, server)
        again = await asyncio.gather(*(platform.redeliver(delivery) for delivery in first))
        assert {delivery.status for delivery in again} == {200}
        assert await server.terminate() == 0
    assert await _counted(scene) == Counter(str(delivery.fields["MsgId"]) for delivery in first)
    for before, after in zip(first, again, strict=True):
        assert before.status != 200 or before.reply["Content"] == after.reply["Content"]


async def _say(platform: Platform, userid: str, text: str, acknowledged: asyncio.Semaphore) -> Delivery:
    delivery = await platform.say(userid, text)
    if delivery.status == 200:
        acknowledged.release()
    return delivery


async def _counted(scene: Scene) -> Counter[str]:
    """The platform's numbers of the messages that became a submission, and how often."""
    return Counter((row.message_key or "").split("|")[2] for row in await scene.submissions())


async def test_a_told_server_ends_in_order_with_messages_and_pushes_under_way(
    scene: Scene, platform: Platform, settings: dict[str, str], tmp_path: Path
) -> None:
    now = scene.now
    platform.corp.faults.order("message/send", Fault(seconds=1.0))

    await scene.store.run(
        lambda uow: uow.outbox.add(
            key="k", channel="wecom", recipient="wangmin", text="【提醒】", not_before=now, created_at=now
        )
    )
    async with serving(settings, tmp_path) as server:
        await connect(platform, server)
        said = [asyncio.create_task(platform.say("wangmin", f"帮助 {number}")) for number in range(20)]
        await said[0]
        assert await server.terminate() == 0
        await asyncio.gather(*said)
    row = await scene.store.read(lambda uow: uow.outbox.by_key("k"))
    assert row is not None
    assert (row.state, row.lease_until) in {("sent", None), ("pending", None)}


async def test_a_placeholder_stops_the_start_with_one_line(
    platform: Platform, sqlite_url: str, tmp_path: Path
) -> None:
    settings = rehearsing(platform, sqlite_url, tmp_path) | {
        "KAOHE_WECOM_SECRET": "changeme",
        "KAOHE_WECOM_AES_KEY": "your-aes-key",
    }
    del settings["KAOHE_WECOM_TOKEN"]
    async with serving(settings, tmp_path) as server:
        assert await asyncio.wait_for(server._process.wait(), 20) == 1
    (line,) = server.log.splitlines()
    for name in ("KAOHE_WECOM_SECRET", "KAOHE_WECOM_AES_KEY", "KAOHE_WECOM_TOKEN"):
        assert name in line


async def test_an_empty_folder_is_enough_to_start(platform: Platform, tmp_path: Path) -> None:
    settings = rehearsing(platform, "sqlite+aiosqlite:///data/kaohe.db", tmp_path)
    async with serving(settings, tmp_path) as server:
        await connect(platform, server)
        assert (await platform.say("wangmin", "你好")).status == 200
        assert await server.terminate() == 0


def test_a_running_bot_has_loaded_nothing_that_only_a_few_of_its_days_need() -> None:
    seldom = {"alembic", "psycopg", "docx", "lxml", "xlsxwriter", "PIL"}
    code = f"import sys, bot.app, bot.cli.serve; print({seldom} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "set()\n"
