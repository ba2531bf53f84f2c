"""One simulated history: real inbox, outbox and ticks of several processes over one database, virtual time."""

import asyncio
import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import structlog

import bot.delivery.way
from handlers.messages import Incoming, Reply
from tests.simulation.database import Database
from tests.simulation.plan import Plan, Said
from tests.simulation.platform import SimulatedPlatform
from tests.simulation.replica import TICK_SECONDS, Replica
from tests.simulation.virtual_loop import VirtualLoop
from tests.simulation.world import START, World

SETTLED_SECONDS = 3 * 3600.0
"""Virtual seconds after the last fault within which everything has to come to its end."""
LOOK_SECONDS = 5.0
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


class _Happening:
    """The history while it happens."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.plan = world.plan
        self.loop = world.loop
        self.history = History(world.plan, world.database, world.platform)
        self.replicas = [Replica(world) for _ in range(world.plan.replicas)]

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
        waiting = self.world.database.rows(
            "SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending')"
        )
        if waiting != [(0,)] or any(len(replica.disk) for replica in self.replicas):
            return False
        keys = {key for (key,) in self.world.database.rows("SELECT key FROM outbox")}
        late = (self.world.now() - START).total_seconds() - TICK_SECONDS
        return all(
            f"remind:{due.number}" in keys or f"receipt:{due.done_by}" in keys or due.at > late
            for due in self.plan.dues
        )

    async def _deliver(self, said: Said, copy: int) -> None:
        """What the platform does with a message: again and again until it is acknowledged, at most four times."""
        await asyncio.sleep(said.at + (self.world.dice.uniform(0, 6) if copy else 0.0))
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
            replica = self.world.dice.choice(self.replicas)
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
        self.world.skew += by


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
        happening = _Happening(World(plan, loop))
        try:
            loop.run_until_complete(happening.happen())
        finally:
            loop.bury()
            loop.close()
    return happening.history
