"""The load generator: some connections, each of which sends its next request when the last is answered."""

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Round:
    """What one server did with one batch; latencies in seconds, in the order of completion."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    @property
    def throughput(self) -> float:
        """Answered requests a second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """The latency that this share of the requests did not exceed, in milliseconds."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000


class _Connection(asyncio.Protocol):
    """Keeps one request in flight; reads answers that carry Content-Length."""

    def __init__(self, waiting: deque[bytes], result: Round) -> None:
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting = waiting
        self._result = result
        self._buffer = b""
        self._sent_at = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._next()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, separator, rest = self._buffer.partition(b"\r\n\r\n")
        if not separator:
            return
        length = _content_length(head)
        if len(rest) < length:
            return
        self._buffer = b""
        self._take(head, rest)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(exc or ConnectionError("the server closed the connection"))

    def _take(self, head: bytes, body: bytes) -> None:
        if not head.startswith((b"HTTP/1.1 200", b"HTTP/1.0 200")):
            self.done.set_exception(RuntimeError(head.split(b"\r\n")[0].decode()))
            return
        self._result.latencies.append(time.perf_counter() - self._sent_at)
        self._result.bodies.append(body)
        self._next()

    def _next(self) -> None:
        if self._waiting:
            self._sent_at = time.perf_counter()
            self._transport.write(self._waiting.popleft())
        else:
            self.done.set_result(None)
            self._transport.close()


def _content_length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    raise RuntimeError("an answer without Content-Length")


async def _drive(port: int, requests: Sequence[bytes], connections: int) -> Round:
    result = Round()
    waiting = deque(requests)
    loop = asyncio.get_running_loop()
    started = time.perf_counter()
    opened = [
        (await loop.create_connection(lambda: _Connection(waiting, result), "127.0.0.1", port))[1]
        for _ in range(connections)
    ]
    await asyncio.gather(*(connection.done for connection in opened))
    result.seconds = time.perf_counter() - started
    return result


def drive(port: int, requests: Sequence[bytes], connections: int = 32) -> Round:
    """Send all requests to 127.0.0.1:port; raises where a request is not answered with 200."""
    return asyncio.run(_drive(port, requests, connections))
