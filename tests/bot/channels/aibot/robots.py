"""Robots as tests run them: in a hurry, with every alarm noted."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.accounts import RobotAccount
from bot.channels.aibot.connection import Timing
from bot.channels.aibot.frames import Frame
from bot.channels.aibot.robot import Robot
from bot.metrics import Metrics
from bot.sandbox.robot import RobotPlatform
from bot.sole_owner import SoleOwner, Terms
from store.database import Store

HURRY = Timing(first_pause=0.01, longest_pause=0.02)
TERMS = Terms(lease=40.0, look=0.02)


@dataclass
class Machines:
    """The one real time of several machines, which a test may move on."""

    ahead: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class Replica:
    """One process' robot, running; `alarms` and `heard` are what came of it."""

    robot: Robot
    metrics: Metrics
    task: asyncio.Task[None]
    alarms: list[str]
    heard: list[Frame]

    async def die(self) -> None:
        """End as a killed process does: nothing is tidied up."""
        self.task.cancel()
        await asyncio.wait((self.task,))


async def eventually(so: Callable[[], bool]) -> None:
    """Wait until something of our own is so that nobody tells of."""
    for _ in range(2000):
        if so():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never came to be so")


def account_on(platform: RobotPlatform, secret: str = "") -> RobotAccount:
    url = platform.base_url.replace("http", "ws", 1)
    return RobotAccount(platform.bot_id, secret or platform.secret, url)


@asynccontextmanager
async def replica(
    platform: RobotPlatform,
    store: Store,
    *,
    timing: Timing = HURRY,
    secret: str = "",
    machines: Machines | None = None,
) -> AsyncIterator[Replica]:
    """Run a robot until the block ends."""
    alarms: list[str] = []
    heard: list[Frame] = []
    metrics = Metrics()

    async def alarm(why: str, fence: int) -> None:
        del fence
        alarms.append(why)
        platform.changed.fire()

    owner = SoleOwner(store, f"aibot:{platform.bot_id}", TERMS, (machines or Machines()).now)
    robot = Robot(account_on(platform, secret), owner, metrics, alarm, timing=timing)
    robot.received = heard.append
    made = Replica(robot, metrics, asyncio.create_task(robot.run()), alarms, heard)
    try:
        yield made
    finally:
        robot.stop()
        await asyncio.wait_for(asyncio.wait((made.task,)), 5)


async def lease_note(store: Store, platform: RobotPlatform) -> str:
    lease = await store.read(lambda uow: uow.leases.find(f"aibot:{platform.bot_id}"))
    return lease.note if lease else ""
