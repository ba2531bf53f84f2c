"""The robot's life: connected whenever it may be, again after every end, never at war with another connection."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping

import aiohttp
import structlog

from bot.accounts import RobotAccount
from bot.channels.aibot import frames
from bot.channels.aibot.connection import KICKED, TIMING, Connection, Timing
from bot.channels.aibot.frames import Frame
from bot.channels.base import DeliveryError, Outcome
from bot.metrics import Metrics
from bot.sole_owner import SoleOwner
from store.errors import StoreError

REFUSED = "refused"
CONNECTED = "已连接"
_TOLD = {
    KICKED: "另有程序用同一个机器人账号连接，机器人已停下，不再抢连接",
    REFUSED: "企业微信不认机器人ID或Secret，机器人已停下，不再重试",
}
_NOT_CONNECTED_SECONDS = 2.0
_MOST_BYTES = 1024 * 1024

Received = Callable[[Frame], None]
Alarm = Callable[[str, int], Awaitable[None]]
"""Tells people once that the robot has stopped: why, and the fence of the lease it held."""

_log = structlog.get_logger()


class Robot:
    """Keeps the one connection of one 智能机器人, in the process that owns the lease.

    `received` is told of every message and event but the one that another connection took over.
    """

    def __init__(
        self,
        account: RobotAccount,
        owner: SoleOwner,
        metrics: Metrics,
        alarm: Alarm,
        *,
        timing: Timing = TIMING,
        proxy: str | None = None,
    ) -> None:
        self.received: Received = _log_unheard
        self._account = account
        self._owner = owner
        self._metrics = metrics
        self._alarm = alarm
        self._timing = timing
        self._proxy = proxy
        self._connection: Connection | None = None

    @property
    def connected(self) -> bool:
        """Whether messages can go out from this process."""
        return self._connection is not None and self._connection.subscribed

    async def run(self) -> None:
        """Live until `stop`."""
        await self._owner.run(self._stay)

    def stop(self) -> None:
        """Leave the platform and let another process take over; `run` returns then."""
        self._owner.stop()

    async def request(self, command: str, body: Mapping[str, object], req_id: str = "") -> Frame:
        """Send a request, with the id of the message that it answers; raises DeliveryError."""
        if self._connection is None or not self._connection.subscribed:
            raise DeliveryError(Outcome.STOP, "not connected", retry_after=_NOT_CONNECTED_SECONDS)
        return await self._connection.request(command, body, req_id or frames.new_id())

    async def _stay(self, fence: int) -> None:
        """Connect, and again after every end; stop where going on would be war or hammering."""
        pause = self._timing.first_pause
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
            while True:
                why, proven = await self._connect(session)
                if why == KICKED and not await self._still_ours(fence):
                    # Another process of ours took over, as it should; the end of this lease ends this one.
                    await asyncio.Event().wait()
                if why in {KICKED, REFUSED}:
                    await self._rest(_TOLD[why], fence)
                _log.warning("robot_disconnected", reason=why)
                self._owner.note = f"断开，正在重连（{why}）"
                pause = self._timing.first_pause if proven else pause
                # Several robots on one platform shall not come back in step.
                await asyncio.sleep(pause * random.uniform(1.0, 1.2))  # noqa: S311
                pause = min(2 * pause, self._timing.longest_pause)

    async def _connect(self, session: aiohttp.ClientSession) -> tuple[str, bool]:
        """One connection from its beginning to its end; why it ended, and whether it had held for a while."""
        connection = None
        try:
            async with asyncio.timeout(self._timing.connect):
                socket = await session.ws_connect(
                    self._account.url,
                    proxy=self._proxy,
                    max_msg_size=_MOST_BYTES,
                    timeout=aiohttp.ClientWSTimeout(ws_close=1.0),
                )
            connection = self._connection = Connection(socket, self._timing, self.received, self._subscribed)
            why = await connection.run(self._account.bot_id, self._account.secret)
        except DeliveryError as error:
            why = REFUSED if error.outcome is Outcome.CONFIG else f"subscribe: {error.code or error.reason}"
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            why = f"unreachable: {type(error).__name__}"
        finally:
            self._connection = None
            self._metrics.robot_connected.set(0)
        return why, connection is not None and connection.proven

    def _subscribed(self) -> None:
        self._metrics.robot_connected.set(1)
        self._owner.note = CONNECTED
        _log.info("robot_connected")

    async def _still_ours(self, fence: int) -> bool:
        try:
            return await self._owner.holds(fence)
        except StoreError:
            return True  # Not to know is no reason to go on fighting.

    async def _rest(self, why: str, fence: int) -> None:
        """Stay stopped, with the lease held so that no other process begins what would end the same way."""
        self._owner.note = why
        self._metrics.robot_stopped.set(1)
        _log.error("robot_stopped", reason=why)
        while True:
            try:
                await self._alarm(why, fence)
                await asyncio.Event().wait()
            except StoreError as error:
                _log.warning("robot_alarm_waits", error=type(error).__name__)
                await asyncio.sleep(self._timing.longest_pause)


async def reachable(url: str, proxy: str | None, seconds: float) -> bool:
    """Whether a connection could be opened there; nobody is disturbed, for it does not subscribe."""
    try:
        async with (
            asyncio.timeout(seconds),
            aiohttp.ClientSession() as session,
            session.ws_connect(url, proxy=proxy, timeout=aiohttp.ClientWSTimeout(ws_close=1.0)),
        ):
            return True
    except (aiohttp.ClientError, TimeoutError, OSError):
        return False


def _log_unheard(frame: Frame) -> None:
    _log.error("robot_message_unheard", req_id=frames.req_id_of(frame))
