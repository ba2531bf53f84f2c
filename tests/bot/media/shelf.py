"""A download loop that a test drives round by round, on a stand-in platform."""

import asyncio
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.channels.base import Channel, Download
from bot.channels.wecom_api import WecomApi
from bot.channels.wecom_push import WecomChannel
from bot.clock import MovableClock
from bot.intake import Intake
from bot.media import MediaFetcher
from bot.metrics import Metrics
from bot.sandbox.platform import Platform
from handlers.evidence import keeping
from store.database import Store
from store.folder_files import FolderFiles
from store.records import Evidence
from store.unit_of_work import UnitOfWork

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"0" * 2000
START = datetime(2021, 12, 1, 1, 0, tzinfo=UTC)
LIFETIME = timedelta(days=3)


class NotingChannel(WecomChannel):
    """Says when a download begins."""

    def __init__(self, api: WecomApi, agent_id: int) -> None:
        super().__init__(api, agent_id)
        self.begun = asyncio.Event()

    def download(self, media_id: str) -> AbstractAsyncContextManager[Download]:
        self.begun.set()
        return super().download(media_id)


class Shelf:
    """A download loop that a test drives round by round, with one contact who has sent something."""

    def __init__(self, store: Store, api: WecomApi, platform: Platform, folder: Path) -> None:
        self.store = store
        self.platform = platform
        self.clock = MovableClock(START)
        self.files = FolderFiles(folder)
        channel = self.channel = NotingChannel(api, platform.corp.app.agent_id)
        self.channels: Mapping[str, Channel] = {channel.name: channel}
        self.fetcher = MediaFetcher(store, self.channels, Intake(self.files), keeping, self.clock, Metrics())

    async def send(self, data: bytes = PNG, name: str = "照片.png") -> str:
        """Somebody sends a picture; returns its media_id."""
        media_id = self.platform.corp.media.keep("image", name, data, "image/png")

        def work(uow: UnitOfWork) -> None:
            campaign = uow.campaigns.by_name("考核") or uow.campaigns.get(_campaign(uow))
            assert campaign is not None
            contact = uow.roster.add(campaign_id=campaign.id, name="王敏", unit="质监局", role="contact")
            uow.roster.bind(contact, "wecom", "wangmin", START)
            entry = uow.inbox.begin(
                channel="wecom",
                message_key=media_id,
                sender="wangmin",
                kind="image",
                text="",
                payload={},
                sent_at=START,
                received_at=START,
            )
            uow.evidence.add(
                campaign_id=campaign.id,
                code=None,
                subject="铁岭市",
                unit="质监局",
                contact_id=contact,
                kind="image",
                media_id=media_id,
                inbox_id=entry.id,
                at=START,
                fetch_deadline=START + LIFETIME,
            )

        await self.store.run(work)
        return media_id

    async def row(self) -> Evidence:
        found = await self.store.read(lambda uow: uow.evidence.get(1))
        assert found is not None
        return found

    async def told(self) -> list[str]:
        return [row.text for row in await self.store.read(lambda uow: uow.outbox.list())]

    def later(self, **span: float) -> None:
        self.clock.move_to(self.clock.now() + timedelta(**span))


def _campaign(uow: UnitOfWork) -> int:
    return uow.campaigns.open(
        name="考核",
        rubric="tieling-2015",
        rubric_version="1",
        year=2015,
        subjects=("铁岭市",),
        deadline=None,
        overlay=None,
        opened_at=START,
    ).id
