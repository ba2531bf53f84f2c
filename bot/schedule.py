"""The scheduler: a few fixed ticks that wake; what is due stands in the tables."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.metrics import Metrics

# Away from the full minute, at which the platform is busy.
REMIND = CronTrigger(second=7, timezone="UTC")
GROUP = CronTrigger(minute="4,24,44", second=23, timezone="UTC")
SWEEP = IntervalTrigger(minutes=30, timezone="UTC")
RECOVER = IntervalTrigger(seconds=10, timezone="UTC")

Tick = Callable[[], Awaitable[None]]
_log = structlog.get_logger()


class Ticks:
    """Runs each tick at its times, one at a time; a missed one is made up for once.

    A tick that fails is counted and told, and comes again at its next time.
    """

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._ticks: dict[str, Tick] = {}
        self._stopped = False
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def add(self, name: str, trigger: CronTrigger | IntervalTrigger, tick: Tick) -> None:
        """Run `tick` at the times of `trigger`."""
        self._ticks[name] = tick
        self._scheduler.add_job(self.run, trigger, [name], id=name)

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()

    def stop(self) -> None:
        """End; a tick under way is not waited for."""
        self._stopped = True
        self._scheduler.shutdown(wait=False)

    async def run(self, name: str) -> None:
        """Do what the tick of that name does, now."""
        outcome = "done"
        try:
            await self._ticks[name]()
        except asyncio.CancelledError:
            if not self._stopped:
                raise
            return  # what was under way at the end is no failure: the next start does it
        except Exception:  # noqa: BLE001 -- whatever a tick meets, the next one comes
            _log.exception("tick_failed", tick=name)
            outcome = "failed"
        self._metrics.ticks.labels(name, outcome).inc()
