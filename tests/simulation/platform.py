"""The platform of a simulated history, at the seam of the HTTP client: what it was asked, what it delivered."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Self

import aiohttp

from tests.simulation.plan import Plan
from tests.simulation.virtual_loop import PROCESS

REMEMBERED = 4 * 3600.0
TIMEOUT = 10.0
_ANSWERS: Mapping[str, tuple[int, bytes]] = {
    "html": (200, b"<html>busy</html>"),
    "empty": (200, b""),
    "errcode text": (200, b'{"errcode": "0", "errmsg": "ok"}'),
    "list": (200, b"[0]"),
    "gzip lie": (200, b"\x1f\x8b\x08\x00"),
    "500": (500, b"{}"),
    "502": (502, b""),
    "503": (503, b""),
    "429": (429, b""),
}


@dataclass(frozen=True, slots=True)
class Call:
    """One call as the platform saw it: when it came and ended, from which process, and what was answered."""

    at: float
    ended: float
    process: int
    path: str
    body: bytes
    answer: str | int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that a person got."""

    at: float
    called_at: float
    recipient: str
    text: str


@dataclass(slots=True)
class SimulatedPlatform:
    """Answers calls, suffers the plan's faults, recognises repetitions for four hours of its own time."""

    plan: Plan
    dice: Random
    time: Callable[[], float]
    calls: list[Call] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    tokens: int = 0
    _seen: dict[bytes, float] = field(default_factory=dict)

    def request(
        self, _method: str, url: str, *, params: Mapping[str, str], data: object, **_more: object
    ) -> "_Asked":
        """In the place of aiohttp's session."""
        return _Asked(self, url.partition("/cgi-bin/")[2], params, data)

    async def answer(self, path: str, params: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
        """Take a call and suffer what is planned; raises what aiohttp would."""
        called_at = self.time()
        await asyncio.sleep(self.dice.uniform(0.001, 0.05))
        fault = self._fault(path)
        self.calls.append(Call(called_at, self.time(), PROCESS.get(), path, body, fault))
        if fault == "unreachable":
            raise aiohttp.ConnectionTimeoutError
        if fault == "cut before":
            raise aiohttp.ServerDisconnectedError
        if fault == "slow before":
            await self._hang()
        if isinstance(fault, int) and fault:
            return 200, json.dumps({"errcode": fault, "errmsg": "from ip: 10.0.0.9, hint"}).encode()
        if fault in _ANSWERS:
            return _ANSWERS[str(fault)]
        done = json.dumps({"errcode": 0, "errmsg": "ok", **self._do(path, params, body, called_at)}).encode()
        await asyncio.sleep(self.dice.uniform(0.001, 0.05))
        if fault == "cut after":
            raise aiohttp.ServerDisconnectedError
        if fault == "slow after":
            await self._hang()
        return 200, done

    def _fault(self, path: str) -> str | int:
        for episode in self.plan.episodes:
            holds = episode.path == path and episode.start <= self.time() < episode.end
            if holds and self.dice.random() < episode.chance:
                return episode.fault
        return 0

    async def _hang(self) -> None:
        await asyncio.sleep(TIMEOUT)
        raise TimeoutError

    def _do(self, path: str, params: Mapping[str, str], body: bytes, called_at: float) -> dict[str, object]:
        if path == "gettoken":
            self.tokens += 1
            return {"access_token": f"token{self.tokens}", "expires_in": 7200}
        message = json.loads(body)
        if message["touser"] in self.plan.unreachable:
            return {"msgid": "none", "invaliduser": message["touser"]}
        before = self._seen.get(body) if message["enable_duplicate_check"] else None
        if before is None or self.time() - before > REMEMBERED:
            text = message["text"]["content"]
            self.arrivals.append(Arrival(self.time(), called_at, message["touser"], text))
        self._seen[body] = self.time()
        return {"msgid": f"m{len(self.arrivals)}"}

    async def close(self) -> None:
        """As a session does."""


class _Asked:
    """The context manager that a request is, and its response."""

    headers: Mapping[str, str] = {}

    def __init__(
        self, platform: SimulatedPlatform, path: str, params: Mapping[str, str], data: object
    ) -> None:
        self._platform = platform
        self._path = path
        self._params = params
        self._body = data if isinstance(data, bytes) else b""
        self.status = 0
        self._left = b""

    async def __aenter__(self) -> Self:
        self.status, self._left = await self._platform.answer(self._path, self._params, self._body)
        return self

    async def __aexit__(self, *_error: object) -> None:
        pass

    @property
    def content(self) -> Self:
        """The body as a stream."""
        return self

    async def readany(self) -> bytes:
        """All that is left of the body."""
        left, self._left = self._left, b""
        return left
