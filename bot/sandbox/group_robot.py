"""The stand-in platform's end of a group robot (消息推送): what is posted into the group, and how much a minute."""

import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web

PATH = "/cgi-bin/webhook/send"
_MINUTE, _MOST_A_MINUTE = 60.0, 20
_MOST_BYTES = 4096


class GroupRobot:
    """The robot of one group; `clock` is in seconds.

    `answer` is said to every call instead of what is true; `codes` are said to the next calls in turn, 0 for the truth.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.posted: list[Mapping[str, Any]] = []
        self.refused: list[int] = []
        self.answer: Callable[[], web.Response] | None = None
        self.codes: deque[int] = deque()
        self._taken: deque[float] = deque(maxlen=_MOST_A_MINUTE)

    async def take(self, request: web.Request) -> web.Response:
        """Answer a call as the platform does."""
        body = await request.json()
        if self.answer is not None:
            return self.answer()
        if code := (self.codes.popleft() if self.codes else 0) or self._code(body):
            self.refused.append(code)
            return web.json_response({"errcode": code, "errmsg": "refused"})
        self._taken.append(self.clock())
        self.posted.append(body)
        return web.json_response({"errcode": 0, "errmsg": "ok"})

    def _code(self, body: Mapping[str, Any]) -> int:
        content = (body.get(str(body.get("msgtype"))) or {}).get("content", "")
        if not content:
            return 44004
        if len(content.encode()) > _MOST_BYTES:
            return 45002
        full = len(self._taken) == _MOST_A_MINUTE
        return 45009 if full and self.clock() - self._taken[0] < _MINUTE else 0


def create_group_robot(robot: GroupRobot) -> web.Application:
    """The application to serve."""
    app = web.Application()
    app.router.add_post(PATH, robot.take)
    return app
