"""The machines of a history: each has a disk, and a process that runs on it or not."""

import asyncio
import contextvars
from collections.abc import Coroutine
from functools import cache
from typing import Any, cast

import aiohttp

from bot.channels.wecom_api import WecomApi
from bot.channels.wecom_push import WecomChannel
from bot.delivery.attempt import Surroundings
from bot.delivery.loop import Delivery
from bot.delivery.pace import Pace
from bot.metrics import Metrics
from bot.pipeline import Pipeline
from bot.schedule import Ticks
from bot.spool import Spool
from handlers.messages import Incoming, Reply
from store.errors import StoreError
from tests.simulation import effects
from tests.simulation.virtual_loop import PROCESS
from tests.simulation.world import World

TICK_SECONDS = 9.0


@cache
def _metrics() -> Metrics:
    return Metrics()


class Disk(Spool):
    """A process's folder of messages, which outlives it."""

    def __init__(self) -> None:
        self.kept: dict[str, Incoming] = {}

    def __len__(self) -> int:
        return len(self.kept)

    async def keep(self, incoming: Incoming) -> None:
        await asyncio.sleep(0.005)
        self.kept[incoming.message_id] = incoming

    async def forget(self, incoming: Incoming) -> None:
        """What a disk does that keeps nothing."""

    def drop(self, incoming: Incoming) -> None:
        self.kept.pop(incoming.message_id, None)

    async def waiting(self) -> tuple[Incoming, ...]:
        await asyncio.sleep(0.001)
        return tuple(self.kept.values())


class Replica:
    """One machine with a disk, on which a process runs or not."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.disk = Disk()
        self.pipeline: Pipeline | None = None
        self.process = 0
        self._context = contextvars.copy_context()

    def start(self) -> None:
        """Begin a process, unless there is one."""
        if self.process:
            return
        self.world.processes += 1
        self.process = self.world.processes
        self._context = contextvars.copy_context()
        self._context.run(PROCESS.set, self.process)
        spawn(self._live(), self._context)

    def kill(self) -> None:
        """End it where it is."""
        self.world.loop.kill(self.process)
        self.process = 0
        self.pipeline = None

    def receive(self, incoming: Incoming, answered: "asyncio.Future[Reply | None]") -> None:
        """Hand a delivery to the process; without one the connection is refused."""
        if self.pipeline is None:
            answered.set_result(None)
        else:
            spawn(_take(self.pipeline, incoming, answered), self._context)

    async def _live(self) -> None:
        world = self.world
        store, clock = world.database.store(), world
        api = WecomApi("http://platform", "corp", "secret", clock=world.loop.time)
        api._session = cast("aiohttp.ClientSession", world.platform)
        channel = WecomChannel(api, 1, cards=False)
        around = Surroundings(store, effects.asked, clock, _metrics())
        delivery = Delivery(around, {channel.name: channel}, lambda _name: Pace(clock=world.loop.time))
        pipeline = Pipeline(store, effects.answer, clock, self.disk, _metrics())
        pipeline.listeners.append(lambda _incoming: delivery.wake())
        ticks = Ticks(_metrics())

        async def remind() -> None:
            if await store.run(lambda uow: effects.remind(uow, world.plan.dues, world.now())):
                delivery.wake()

        ticks._ticks |= {"remind": remind, "recover": pipeline.recover}
        await self._recovered(pipeline)
        self.pipeline = pipeline
        spawn(delivery.run())
        while True:
            await ticks.run("remind")
            await ticks.run("recover")
            await asyncio.sleep(TICK_SECONDS)

    async def _recovered(self, pipeline: Pipeline) -> None:
        """A process whose start fails is started again."""
        while True:
            try:
                await pipeline.recover()
            except StoreError:
                await asyncio.sleep(1)
            else:
                return


def spawn(call: Coroutine[Any, Any, object], context: contextvars.Context | None = None) -> None:
    """Let it run, in the process that asks or in that of the context."""
    _ = asyncio.get_running_loop().create_task(call, context=context)


async def pause(seconds: float) -> None:
    """Wait."""
    await asyncio.sleep(seconds)


async def _take(pipeline: Pipeline, incoming: Incoming, answered: "asyncio.Future[Reply | None]") -> None:
    try:
        reply: Reply | None = await pipeline.receive(incoming)
    except StoreError:
        reply = None
    if not answered.done():
        answered.set_result(reply)
