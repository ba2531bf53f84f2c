"""The listening socket: bounded in connections and in how long one may be silent."""

import asyncio
import resource
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from aiohttp import web

_SPARE_FILES = 256
"""Files, database and calls to the platform need descriptors too."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Connections at a time, and two times in seconds.

    After `silence` a connection without a whole request is closed. `finish` is what requests get at the end.
    """

    connections: int = 4096
    silence: float = 15.0
    finish: float = 6.0


@asynccontextmanager
async def listening(
    app: web.Application, host: str, port: int, limits: Limits = Limits()
) -> AsyncIterator[tuple[str, int]]:
    """Start the application and serve it until the block ends; gives the address in use.

    At the end no connection is accepted any more, the requests under way are answered, then the parts of
    the application stop. Raises OSError where the address cannot be had.
    """
    runner = web.AppRunner(
        app,
        access_log=None,
        keepalive_timeout=limits.silence,
        # A refused body is not read to its end.
        lingering_time=0,
        auto_decompress=False,
        shutdown_timeout=limits.finish,
    )
    await runner.setup()
    server = None
    try:
        server = await asyncio.get_running_loop().create_server(
            _Door(runner, _affordable(limits.connections)), host, port, backlog=1024
        )
        yield server.sockets[0].getsockname()[:2]
    finally:
        if server is not None:
            server.close()
        await runner.cleanup()


class _Door:
    """Makes the protocol of each new connection; when all are taken, the oldest gives way.

    Refusing the newest instead would let whoever opens connections and says nothing shut everybody out.
    """

    def __init__(self, runner: web.AppRunner, most: int) -> None:
        self._runner = runner
        self._most = most

    def __call__(self) -> asyncio.Protocol:
        server = self._runner.server
        if server is None:
            raise ConnectionAbortedError("the bot is stopping")
        if len(server.connections) >= self._most:
            server.connections[0].force_close()
        return server()


def _affordable(connections: int) -> int:
    """Ask for the file descriptors that the connections need; return how many connections there may be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + _SPARE_FILES
    if soft < wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
    return max(min(connections, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - _SPARE_FILES), 1)
