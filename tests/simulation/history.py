"""One simulated history: real inbox, outbox and ticks of several processes over one database, virtual time."""

import asyncio
import contextvars
import logging
import random
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from typing import Any, cast

import aiohttp
import structlog

import bot.delivery.way
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
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork
from tests.simulation.database import Database
from tests.simulation.plan import Plan, Said
from tests.simulation.platform import SimulatedPlatform
from tests.simulation.virtual_loop import PROCESS, VirtualLoop

START = datetime(2015, 6, 24, 1, 0, tzinfo=UTC)
SETTLED_SECONDS = 3 * 3600.0
"""Virtual seconds after the last fault within which everything has to come to its end."""
LOOK_SECONDS = 5.0
TICK_SECONDS = 9.0
POLL_SECONDS = 20.0
_DELIVERIES = 4
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What the platform was answered to a delivery of a message."""

    number: int
    seconds: float
    text: str


@dataclass(slots=True)
class History:
    """What happened."""

    plan: Plan
    database: Database
    platform: SimulatedPlatform
    acknowledged: list[Acknowledged] = field(default_factory=list)
    ended: float = 0.0
    settled: bool = False


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


class _World:
    """The history while it happens."""

    def __init__(self, plan: Plan, loop: VirtualLoop) -> None:
        self.plan = plan
        self.loop = loop
        self.dice = Random(plan.seed + 1)
        self.skew = 0.0
        self.database = Database(plan, self.dice)
        self.platform = SimulatedPlatform(plan, self.dice, loop.time)
        self.history = History(plan, self.database, self.platform)
        self.replicas = [_Replica(self) for _ in range(plan.replicas)]
        self.processes = 0

    def now(self) -> datetime:
        """What the clocks of the machines show."""
        return START + timedelta(seconds=self.loop.time() + self.skew)

    async def happen(self) -> None:
        """Let everything happen, and wait until all has come to its end."""
        for replica in self.replicas:
            replica.start()
        tasks = [
            asyncio.create_task(self._deliver(said, n))
            for said in self.plan.said
            for n in range(said.copies + 1)
        ]
        tasks += [
            asyncio.create_task(self._kill(kill.at, kill.replica, kill.away)) for kill in self.plan.kills
        ]
        tasks += [asyncio.create_task(self._jump(at, by)) for at, by in self.plan.jumps]
        await asyncio.gather(*tasks)
        last = self.plan.calm_from
        await asyncio.sleep(max(0.0, last - self.loop.time()))
        pause = LOOK_SECONDS
        while not self._is_settled() and self.loop.time() < last + SETTLED_SECONDS:
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, 300.0)
        self.history.settled = self._is_settled()
        self.history.ended = self.loop.time()

    def _is_settled(self) -> bool:
        waiting = self.database.rows("SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending')")
        if waiting != [(0,)] or any(len(replica.disk) for replica in self.replicas):
            return False
        keys = {key for (key,) in self.database.rows("SELECT key FROM outbox")}
        late = (self.now() - START).total_seconds() - TICK_SECONDS
        return all(
            f"remind:{due.number}" in keys or f"receipt:{due.done_by}" in keys or due.at > late
            for due in self.plan.dues
        )

    async def _deliver(self, said: Said, copy: int) -> None:
        """What the platform does with a message: again and again until it is acknowledged, at most four times."""
        await asyncio.sleep(said.at + (self.dice.uniform(0, 6) if copy else 0.0))
        incoming = Incoming(
            "wecom",
            f"message:{said.number}",
            said.sender,
            "text",
            START + timedelta(seconds=said.at),
            str(said.number),
        )
        for _ in range(_DELIVERIES):
            begun = self.loop.time()
            replica = self.dice.choice(self.replicas)
            answered: asyncio.Future[Reply | None] = self.loop.create_future()
            replica.receive(incoming, answered)
            await asyncio.wait((answered,), timeout=_PATIENCE)
            reply = answered.result() if answered.done() else None
            if reply is not None:
                self.history.acknowledged.append(
                    Acknowledged(said.number, self.loop.time() - begun, reply.text)
                )
                return
            await asyncio.sleep(0.1)

    async def _kill(self, at: float, index: int, away: float) -> None:
        await asyncio.sleep(at)
        self.replicas[index].kill()
        await asyncio.sleep(away)
        self.replicas[index].start()

    async def _jump(self, at: float, by: float) -> None:
        await asyncio.sleep(at)
        self.skew += by


class _Replica:
    """One machine with a disk, on which a process runs or not."""

    def __init__(self, world: _World) -> None:
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
        around = Surroundings(store, _asked, clock, _metrics())
        delivery = Delivery(around, {channel.name: channel}, lambda _name: Pace(clock=world.loop.time))
        pipeline = Pipeline(store, _answer, clock, self.disk, _metrics())
        pipeline.listeners.append(lambda _incoming: delivery.wake())
        ticks = Ticks(_metrics())

        async def remind() -> None:
            if await store.run(lambda uow: _remind(uow, world)):
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


def _answer(incoming: Incoming, uow: UnitOfWork, now: datetime, inbox_id: int) -> Reply:
    """A message has one effect that counts, one that is pushed, and an answer."""
    uow.audit.record(now, incoming.sender, "effect", f"inbox:{inbox_id}", {"message": incoming.text})
    _push(uow, f"receipt:{incoming.text}", incoming.sender, now)
    return Reply(f"answer:{incoming.text}")


def _remind(uow: UnitOfWork, world: _World) -> int:
    now = world.now()
    due = [one for one in world.plan.dues if START + timedelta(seconds=one.at) <= now]
    open_ = [one for one in due if uow.outbox.by_key(f"receipt:{one.done_by}") is None]
    return sum(_push(uow, f"remind:{one.number}", one.person, now, f"receipt:{one.done_by}") for one in open_)


def _asked(uow: UnitOfWork, row: OutboxRow, now: datetime) -> bool:
    return wanted(uow, row, now)


def wanted(uow: UnitOfWork, row: OutboxRow, _now: datetime) -> bool:
    """Whether what a reminder is about is still open."""
    return not row.content.get("unless") or uow.outbox.by_key(row.content["unless"]) is None


def _push(uow: UnitOfWork, key: str, person: str, now: datetime, unless: str = "") -> bool:
    content = {"text": key, "unless": unless}
    return uow.outbox.add(
        key=key, channel="wecom", recipient=person, content=content, not_before=now, created_at=now
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Without a log, and with a seeded chance in the code under simulation."""
    state, poll, before = random.getstate(), bot.delivery.way.POLL_SECONDS, structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    bot.delivery.way.POLL_SECONDS = POLL_SECONDS
    try:
        yield
    finally:
        bot.delivery.way.POLL_SECONDS = poll
        random.setstate(state)
        structlog.configure(**before)


def happen(plan: Plan) -> History:
    """Let the plan happen and return what did."""
    loop = VirtualLoop()
    with _quiet():
        random.seed(plan.seed)
        world = _World(plan, loop)
        try:
            loop.run_until_complete(world.happen())
        finally:
            loop.bury()
            loop.close()
    return world.history
