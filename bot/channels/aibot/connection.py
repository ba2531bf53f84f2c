"""One live connection: subscribed, kept awake, and every request answered or known not to be."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from weakref import WeakValueDictionary

import aiohttp

from bot.channels.aibot import frames
from bot.channels.aibot.frames import Frame
from bot.channels.base import DeliveryError, Outcome

KICKED = "kicked"
"""Why a connection ended: another one took its place."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds: between pings, for an answer, for connecting; the first and the longest pause before the next.

    With `missed` pings unanswered in a row the connection is dead.
    """

    ping: float = 30.0
    missed: int = 2
    answer: float = 5.0
    connect: float = 10.0
    first_pause: float = 1.0
    longest_pause: float = 30.0


TIMING = Timing()


class Connection:
    """The client's end of one WebSocket. `received` is told of each message and event as it comes.

    `begun` is told when the platform has taken the subscription.
    """

    def __init__(
        self,
        socket: aiohttp.ClientWebSocketResponse,
        timing: Timing,
        received: Callable[[Frame], None],
        begun: Callable[[], None],
    ) -> None:
        self.subscribed = False
        self.proven = False
        """Whether the platform has answered a ping: it keeps this connection."""
        self._socket = socket
        self._timing = timing
        self._received = received
        self._begun = begun
        self._waiting: dict[str, asyncio.Future[Frame]] = {}
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def run(self, bot_id: str, secret: str) -> str:
        """Subscribe and stay until the connection ends; return why it did.

        Raises DeliveryError where the platform does not take the subscription.
        """
        reading = asyncio.create_task(self._read())
        living = asyncio.create_task(self._live(bot_id, secret))
        try:
            await asyncio.wait((reading, living), return_when=asyncio.FIRST_COMPLETED)
            return living.result() if living.done() else reading.result()
        finally:
            self.subscribed = False
            for task in (reading, living):
                task.cancel()
            try:
                await asyncio.gather(reading, living, return_exceptions=True)
            finally:  # Whoever stops the bot may not wait for these two, but the socket has to be closed.
                for answer in self._waiting.values():
                    answer.cancel()
                await self._socket.close()

    async def request(self, command: str, body: Mapping[str, object], req_id: str) -> Frame:
        """Send a request and return the platform's answer; those with one id go one after the other.

        Raises DeliveryError: AMBIGUOUS where no answer came in time or the connection ended before one did.
        """
        async with self._turns.setdefault(req_id, asyncio.Lock()):
            answer = await self._answer(command, body, req_id)
        if (error := frames.error_of(answer)) is not None:
            raise error
        return answer

    async def _answer(self, command: str, body: Mapping[str, object] | None, req_id: str) -> Frame:
        waiting: asyncio.Future[Frame] = asyncio.get_running_loop().create_future()
        self._waiting[req_id] = waiting
        try:
            async with asyncio.timeout(self._timing.answer):
                await self._socket.send_str(frames.write(command, req_id, body))
                await asyncio.wait((waiting,))
            if waiting.cancelled():
                raise DeliveryError(Outcome.AMBIGUOUS, "the connection ended")
            return waiting.result()
        except TimeoutError:
            raise DeliveryError(Outcome.AMBIGUOUS, "no answer") from None
        except (aiohttp.ClientError, ConnectionError):
            raise DeliveryError(Outcome.RETRY, "the connection ended") from None
        finally:
            if self._waiting.get(req_id) is waiting:
                del self._waiting[req_id]

    async def _read(self) -> str:
        """Take in what comes until the connection ends; return why it did."""
        async for message in self._socket:
            frame = frames.read(message.data) if message.type is aiohttp.WSMsgType.TEXT else None
            if frame is None:
                continue
            if frames.is_kick(frame):
                return KICKED
            if frame.get("cmd") in {frames.MESSAGE, frames.EVENT}:
                self._received(frame)
                continue
            waiting = self._waiting.get(frames.req_id_of(frame))
            if waiting is not None and not waiting.done():
                waiting.set_result(frame)
        return f"closed {self._socket.close_code}"

    async def _live(self, bot_id: str, secret: str) -> str:
        """Subscribe, then ping until too many pings in a row are not answered."""
        await self.request(frames.SUBSCRIBE, {"bot_id": bot_id, "secret": secret}, frames.new_id())
        self.subscribed = True
        self._begun()
        unanswered = 0
        while unanswered < self._timing.missed:
            await asyncio.sleep(self._timing.ping)
            with suppress(DeliveryError):
                await self._answer(frames.PING, None, frames.new_id())
                self.proven, unanswered = True, -1
            unanswered += 1
        return "no answer to pings"
