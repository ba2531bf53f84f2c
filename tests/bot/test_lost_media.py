"""A file that the platform no longer has (40007), in the whole bot: what is sent is uploaded anew, what came is told of."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import keys
from bot.app import create_app
from bot.clock import MovableClock
from bot.sandbox.faults import Fault
from bot.sandbox.members import Bubble
from bot.sandbox.platform import Platform, listen, serving
from bot.settings import Settings
from store.records import OutboxRow
from tests.scene import Scene, at

NOW = "2018-11-20 10:00"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(2000)


class Office:
    """The running bot with 王敏 of 市场监管局 and 陈红 of the office."""

    def __init__(
        self, platform: Platform, scene: Scene, wake: Callable[[], None], clock: MovableClock
    ) -> None:
        self.platform = platform
        self.scene = scene
        self._wake = wake
        self._clock = clock

    async def order(self) -> OutboxRow:
        """The one file that was ordered."""
        (row,) = [row for row in await self.scene.outbox() if "document" in row.content]
        return row

    async def tried(self) -> None:
        """Wait until the order has been tried and put back."""
        for _ in range(500):
            if (row := await self.order()).state == "pending" and row.attempts:
                return
            await asyncio.sleep(0.02)
        raise AssertionError("the order was never tried")

    def later(self, **span: float) -> None:
        """Let time pass, and look what is due."""
        self._clock.move_to(self._clock.now() + timedelta(**span))
        self._wake()


@pytest.fixture
async def office(platform: Platform, sqlite_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    own, clock = platform.corp.app, MovableClock(at(NOW))
    settings = Settings.model_construct(
        database_url=sqlite_url,
        data_dir=tmp_path / "data",
        wecom_corp_id=own.corp_id,
        wecom_agent_id=own.agent_id,
        wecom_secret=SecretStr(own.secret),
        wecom_token=SecretStr(own.token),
        wecom_aes_key=SecretStr(own.aes_key),
        wecom_api_base=platform.base_url,
    )
    app = create_app(settings, clock=clock)
    async with serving(app, listen()) as address:
        platform.callback.url = f"{address}/wecom/callback"
        scene = await Scene.open(app[keys.STORE], "rugao-2018", NOW)
        await scene.person("wangmin", "市场监管局")
        await scene.person("chenhong", "质强办", role="office")
        yield Office(platform, scene, app[keys.DELIVERY].wake, clock)


def is_file(bubble: Bubble) -> bool:
    return bubble.content.kind == "file"


async def test_a_table_whose_upload_is_lost_before_it_is_sent_is_uploaded_anew_and_comes_once(
    office: Office,
) -> None:
    platform = office.platform
    platform.corp.faults.order("message/send", Fault(errcode=40007, times=1))
    await platform.say("chenhong", "导出计分表")
    await office.tried()
    office.later(seconds=10)
    bubble = await platform.until("chenhong", is_file, seconds=20)
    assert platform.corp.media.get(bubble.content.media_id).name.endswith(".xlsx")
    assert platform.count("media/upload") == 2
    assert sum(is_file(one) for one in platform.corp.member("chenhong").bubbles) == 1
    assert (await office.order()).attempts == 2


async def test_a_picture_that_the_platform_lost_is_told_to_who_sent_it(office: Office) -> None:
    platform = office.platform
    platform.corp.faults.order("media/get", Fault(errcode=40007, times=None))
    await platform.send_image("wangmin", PNG)
    await platform.until("wangmin", lambda bubble: "没存成功" in bubble.content.text, seconds=20)
    (piece,) = await office.scene.store.read(lambda uow: uow.evidence.list(office.scene.campaign.id))
    assert (piece.state, piece.sha256) == ("failed", None)
