"""Faults that tests order from the platform: refusals, delays, lost answers, pages instead of JSON."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Fault:
    """What happens to the next `times` calls of one path; None means every call from now on.

    `errcode` answers so without doing anything. `status` and `page` answer with that HTTP status or HTML page
    without doing anything. `seconds` waits first, and `until` for that event. `drop` cuts the connection:
    "before" the call has any effect, or "after" it.
    """

    times: int | None = 1
    errcode: int | None = None
    errmsg: str = "ordered by the test"
    status: int | None = None
    page: str = ""
    seconds: float = 0
    until: asyncio.Event | None = None
    drop: str = ""


class Faults:
    """The ordered faults by path, used up first in, first out."""

    def __init__(self) -> None:
        self._ordered: dict[str, deque[Fault]] = defaultdict(deque)

    def order(self, path: str, fault: Fault) -> None:
        """Let `fault` happen to the calls of `path`, such as "message/send"."""
        self._ordered[path].append(fault)

    def slow(self, path: str, seconds: float) -> None:
        """Let every call of `path` take so long, and succeed."""
        self.order(path, Fault(times=None, seconds=seconds))

    def clear(self) -> None:
        """Forget everything that was ordered."""
        self._ordered.clear()

    def take(self, path: str) -> Fault | None:
        """Return the fault of this call and count it down."""
        waiting = self._ordered[path]
        if not waiting:
            return None
        fault = waiting[0]
        if fault.times is not None:
            fault.times -= 1
            if fault.times <= 0:
                waiting.popleft()
        return fault


async def suffer(fault: Fault, request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer `request` in the way that `fault` orders."""
    await asyncio.sleep(fault.seconds)
    if fault.until is not None:
        await fault.until.wait()
    if fault.drop == "before":
        return _cut(request)
    if fault.errcode is not None:
        return web.json_response({"errcode": fault.errcode, "errmsg": fault.errmsg})
    if fault.status is not None or fault.page:
        return web.Response(status=fault.status or 200, text=fault.page, content_type="text/html")
    answer = await handler(request)
    return _cut(request) if fault.drop == "after" else answer


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
