"""The delivery loop: what stands in the outbox goes out once, in order for each person, to a known end."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping

import structlog

from bot.channels.base import Channel
from bot.delivery.attempt import Surroundings
from bot.delivery.pace import Pace
from bot.delivery.way import POLL_SECONDS, Way

GATHER_SECONDS = 0.1

_log = structlog.get_logger()


class Delivery:
    """Sends the messages of all channels of this process, each channel by itself.

    `pace` gives the quotas of the channel of that name.
    """

    def __init__(
        self, around: Surroundings, channels: Mapping[str, Channel], pace: Callable[[str], Pace]
    ) -> None:
        self._ways = [Way(around, channel, pace(name)) for name, channel in channels.items()]
        self._stopping = False

    def wake(self) -> None:
        """Look at once: something may have been put into the outbox."""
        for way in self._ways:
            way.woken.set()

    async def run(self) -> None:
        """Deliver until `stop`."""
        async with asyncio.TaskGroup() as group:
            for way in self._ways:
                group.create_task(self._go_on(way))

    def stop(self) -> None:
        """Begin no further message; `run` ends when those under way have."""
        self._stopping = True
        for way in self._ways:
            way.stopping = True
        self.wake()

    async def round(self) -> float:
        """Send what is due now on every channel; return for how many seconds there is nothing more to do."""
        async with asyncio.TaskGroup() as group:
            return min([await way.begin(group) for way in self._ways])

    async def _go_on(self, way: Way) -> None:
        async with asyncio.TaskGroup() as group:
            while not self._stopping:
                try:
                    pause = await way.begin(group)
                except Exception:  # noqa: BLE001 -- a loop that ended would leave all the rest unsent
                    _log.exception("outbox_waits", channel=way.name)
                    pause = POLL_SECONDS
                if not pause:
                    continue
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await way.woken.wait()
                way.woken.clear()
                # What is put in one after the other is looked for once.
                await asyncio.sleep(GATHER_SECONDS)
