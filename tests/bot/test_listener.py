import asyncio
import resource
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web

from bot.listener import Limits, listening


def app_with(*, slow: asyncio.Event | None = None) -> web.Application:
    async def hello(request: web.Request) -> web.Response:
        if slow is not None:
            await slow.wait()
        return web.Response(text=f"{len(await request.read())}")

    app = web.Application()
    app.router.add_post("/", hello)
    return app


@asynccontextmanager
async def half_open(
    address: tuple[str, int], said: bytes, number: int
) -> AsyncIterator[list[asyncio.Task[bytes]]]:
    """Connections that say something and then nothing more; each task ends when its connection is closed."""
    connections = [await asyncio.open_connection(*address) for _ in range(number)]
    for _, writer in connections:
        writer.write(said)
    reading = [asyncio.create_task(reader.read()) for reader, _ in connections]
    yield reading
    for _, writer in connections:
        writer.close()


@pytest.mark.parametrize("said", [b"", b"POST / HT", b"POST / HTTP/1.1\r\nHost: x\r\nX-A: b"])
async def test_a_connection_without_a_whole_request_is_closed(said: bytes) -> None:
    async with (
        listening(app_with(), "127.0.0.1", 0, Limits(silence=0.3)) as address,
        half_open(address, said, 3) as reading,
    ):
        began = time.perf_counter()
        await asyncio.wait_for(asyncio.gather(*reading), 5)
        assert time.perf_counter() - began < 3


async def test_a_connection_at_rest_after_a_request_is_closed() -> None:
    async with listening(app_with(), "127.0.0.1", 0, Limits(silence=0.3)) as address:
        reader, writer = await asyncio.open_connection(*address)
        writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\nPOST / HT")
        assert (await asyncio.wait_for(reader.read(), 5)).startswith(b"HTTP/1.1 200")
        writer.close()


async def test_half_open_connections_do_not_keep_others_out() -> None:
    async with (
        listening(app_with(), "127.0.0.1", 0, Limits(connections=20, silence=30)) as address,
        half_open(address, b"POST / HTTP/1.1\r\nHost: x\r\n", 60) as reading,
        ClientSession() as session,
    ):
        for _ in range(5):
            began = time.perf_counter()
            async with session.post(f"http://{address[0]}:{address[1]}/", data=b"abc") as response:
                assert await response.text() == "3"
            assert time.perf_counter() - began < 1
        closed = sum(task.done() for task in reading)
        assert closed >= 40


async def test_the_requests_under_way_are_answered_before_the_end() -> None:
    slow = asyncio.Event()
    async with ClientSession() as session:
        async with listening(app_with(slow=slow), "127.0.0.1", 0) as (host, port):
            asking = asyncio.create_task(session.post(f"http://{host}:{port}/", data=b"abc"))
            await asyncio.sleep(0.1)
            asyncio.get_running_loop().call_later(0.2, slow.set)
        assert (await asking).status == 200


async def test_a_taken_address_is_an_error_and_starts_nothing() -> None:
    started: list[str] = []

    async def part(app: web.Application) -> AsyncIterator[None]:
        started.append("started")
        yield
        started.append("stopped")

    second = app_with()
    second.cleanup_ctx.append(part)
    async with listening(app_with(), "127.0.0.1", 0) as (host, port):
        with pytest.raises(OSError, match=str(port)):
            async with listening(second, host, port):
                pass
    assert started in ([], ["started", "stopped"])


async def test_there_are_never_more_connections_than_descriptors() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    async with listening(app_with(), "127.0.0.1", 0, Limits(connections=10**9)):
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] <= before[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, before)
