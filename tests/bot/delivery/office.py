"""A delivery loop that a test drives round by round."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.channels.attachments import Attachment
from bot.channels.wecom_api import WecomApi
from bot.channels.wecom_push import WecomChannel
from bot.clock import MovableClock
from bot.delivery.attempt import Surroundings
from bot.delivery.loop import Delivery
from bot.delivery.pace import Pace
from bot.metrics import Metrics
from bot.sandbox.platform import Platform
from store.database import Store
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork

START = datetime(2015, 6, 24, 1, 2, tzinfo=UTC)


async def written(document: Mapping[str, Any], _channel: str) -> Attachment:
    return Attachment("file", f"{document['name']}.txt", b"0" * 2000, "text/plain")


class Office:
    """A delivery loop that a test drives round by round, on a store, against the stand-in platform.

    Time stands still between the rounds, for the outbox and for the quotas.
    """

    def __init__(self, store: Store, api: WecomApi, platform: Platform) -> None:
        self.store = store
        self.platform = platform
        self.clock = MovableClock(START)
        self.seconds = 0.0
        self.shared = False
        self.daily: int | None = None
        self.unwanted: set[str] = set()
        self.metrics = Metrics()
        self.channel = WecomChannel(api, platform.corp.app.agent_id)
        self.api = api
        self.delivery = self.open()

    def replica(self) -> Delivery:
        """The delivery loop of another process, which makes documents by itself."""
        self.channel = WecomChannel(self.api, self.platform.corp.app.agent_id, written)
        return self.open()

    def open(self) -> Delivery:
        """A delivery loop as after a restart."""
        around = Surroundings(self.store, self.wanted, self.clock, self.metrics)
        return Delivery(around, {self.channel.name: self.channel}, self.pace)

    def pace(self, channel: str) -> Pace:
        return Pace(shared=self.shared, daily=self.daily, clock=lambda: self.seconds)

    def wanted(self, uow: UnitOfWork, row: OutboxRow, now: datetime) -> bool:
        return row.key not in self.unwanted

    async def put(
        self, key: str, text: str = "", recipient: str = "wangmin", *, urgent: bool = False
    ) -> None:
        def work(uow: UnitOfWork) -> None:
            assert uow.outbox.add(
                key=key,
                channel="wecom",
                recipient=recipient,
                text=text or key,
                not_before=self.clock.now(),
                urgent=urgent,
                created_at=self.clock.now(),
            )

        await self.store.run(work)

    async def put_document(self) -> None:
        """Order a document for 王敏."""

        def work(uow: UnitOfWork) -> None:
            now, content = self.clock.now(), {"document": {"name": "目录"}}
            assert uow.outbox.add(
                key="order:1",
                channel="wecom",
                recipient="wangmin",
                content=content,
                not_before=now,
                created_at=now,
            )

        await self.store.run(work)

    def later(self, **span: float) -> None:
        """Let time pass."""
        passed = timedelta(**span)
        self.seconds += passed.total_seconds()
        self.clock.move_to(self.clock.now() + passed)

    async def rounds(self, number: int = 1) -> None:
        for _ in range(number):
            await self.delivery.round()

    async def until_settled(self, **span: float) -> None:
        """Round after round, `span` apart, until nothing waits any more."""
        for _ in range(200):
            await self.delivery.round()
            if not any(row.state in {"pending", "sending"} for row in await self.rows()):
                return
            self.later(**(span or {"seconds": 1}))
        raise AssertionError("the outbox never settles")

    async def rows(self) -> tuple[OutboxRow, ...]:
        return await self.store.read(lambda uow: uow.outbox.list())

    async def states(self) -> list[str]:
        return [row.state for row in await self.rows()]

    def read(self, userid: str = "wangmin") -> list[str]:
        return [bubble.content.text for bubble in self.platform.corp.member(userid).bubbles]
