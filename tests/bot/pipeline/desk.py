"""A pipeline with a look behind it, and a handler that can be kept waiting."""

import asyncio
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.clock import SystemClock
from bot.metrics import Metrics
from bot.pipeline import Patience, Pipeline
from bot.spool import Spool
from handlers.messages import Incoming, Reply
from store.database import Store
from store.records import InboxRow, OutboxRow
from store.unit_of_work import UnitOfWork

USUAL = Patience()
HURRIED = Patience(reply=0.1, commit=0.5, drain=2.0, thought=0, messages=50)


def message(number: int = 1, sender: str = "wangmin", text: str = "上报 19.2 91.5%") -> Incoming:
    return Incoming("wecom", f"ww|1|{number}|{sender}", sender, "text", datetime.now(UTC), text=text)


class Conversation:
    """Counts each message that it handles, in the store and in the same transaction."""

    def __init__(self) -> None:
        self.does: Callable[[Incoming], str] = lambda incoming: f"已记录：{incoming.text}"

    def answer(self, incoming: Incoming, uow: UnitOfWork, now: datetime, inbox_id: int) -> Reply:
        account = uow.accounts.speaker(incoming.channel, incoming.sender)
        uow.accounts.set_misunderstandings(account, account.misunderstandings + 1)
        return Reply(self.does(incoming))


class Desk:
    """A pipeline with a look behind it."""

    def __init__(self, store: Store, folder: Path, patience: Patience = USUAL) -> None:
        self.store = store
        self.conversation = Conversation()
        self.spool = Spool(folder / "late")
        self.metrics = Metrics()
        self.pipeline = Pipeline(
            store, self.conversation.answer, SystemClock(), self.spool, self.metrics, patience
        )

    async def receive(self, incoming: Incoming) -> str:
        return (await self.pipeline.receive(incoming)).text

    async def handled(self, sender: str = "wangmin") -> int:
        account = await self.store.run(lambda uow: uow.accounts.speaker("wecom", sender))
        return account.misunderstandings

    async def outbox(self) -> tuple[OutboxRow, ...]:
        return await self.store.read(lambda uow: uow.outbox.list())

    async def inbox(self) -> InboxRow | None:
        """The first message that was taken in; a number that was rolled back is not used again everywhere."""
        rows = await self.store.read(lambda uow: [uow.inbox.get(number) for number in range(1, 5)])
        return next((row for row in rows if row is not None), None)

    async def answers_by_outbox(self) -> list[str]:
        """What the outbox says once every message has been handled."""
        await self.pipeline.drain()
        return [row.text for row in await self.outbox()]


class Gate:
    """Keeps a handler waiting until it is opened, and says when one is there."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._opened = threading.Event()
        self.reached = asyncio.Event()

    def __call__(self, incoming: Incoming) -> str:
        self._loop.call_soon_threadsafe(self.reached.set)
        assert self._opened.wait(10)
        return f"迟到：{incoming.text}"

    def open(self) -> None:
        self._opened.set()
