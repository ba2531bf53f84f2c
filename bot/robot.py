"""智能机器人 put together: its lease, its one connection, its channel and its ears."""

from urllib.parse import urlsplit

from bot.accounts import RobotAccount
from bot.channels.aibot.channel import AibotChannel
from bot.channels.aibot.connection import TIMING, Timing
from bot.channels.aibot.hearing import Hearing, Reveal
from bot.channels.aibot.media import MediaSource, may_be_public
from bot.channels.aibot.messages import NAME
from bot.channels.aibot.robot import Robot
from bot.clock import Clock
from bot.metrics import Metrics
from bot.pipeline import Pipeline
from bot.sole_owner import TERMS, SoleOwner, Terms
from handlers.pushing import undelivered
from store.database import Store

DRAIN_SECONDS = 3.0


def lease_name(account: RobotAccount) -> str:
    """The lease that decides which of several processes connects."""
    return f"{NAME}:{account.bot_id}"


class RobotParts:
    """The robot of one process; `channel` is what the delivery and the fetching of files need of it."""

    def __init__(
        self,
        account: RobotAccount,
        store: Store,
        clock: Clock,
        metrics: Metrics,
        *,
        proxy: str | None = None,
        paces: tuple[Timing, Terms] = (TIMING, TERMS),
    ) -> None:
        self._store = store
        self._clock = clock
        self._metrics = metrics
        timing, terms = paces
        owner = SoleOwner(store, lease_name(account), terms)
        self.robot = Robot(account, owner, metrics, self._alarm, timing=timing, proxy=proxy)
        public = account.url.startswith("wss:") and may_be_public(urlsplit(account.url).hostname or "")
        self.channel = AibotChannel(
            self.robot, MediaSource(public_only=public, proxy=proxy), self._has_spoken
        )
        self._hearing: Hearing | None = None

    def listen(self, pipeline: Pipeline, reveal: Reveal | None = None) -> None:
        """Hand what is heard to the pipeline; `reveal` finds the account behind an encrypted one."""
        self._hearing = Hearing(self.robot, self.channel, pipeline.take, self._clock, self._metrics, reveal)

    async def run(self) -> None:
        """Live until `stop`, then let what is under way end."""
        await self.robot.run()
        if self._hearing is not None:
            await self._hearing.drain(DRAIN_SECONDS)

    def stop(self) -> None:
        """Leave the platform; `run` returns then."""
        self.robot.stop()

    async def _alarm(self, why: str, fence: int) -> None:
        now = self._clock.now()
        await self._store.run(lambda uow: undelivered.warn_of_robot(uow, why, str(fence), now))

    async def _has_spoken(self, account: str) -> bool:
        found = await self._store.read(lambda uow: uow.accounts.find(NAME, account))
        return found is not None
