import asyncio
import socket

import pytest
from aiohttp import web

from tests.console import Kaohe, Ran


async def asked(kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch, status: int) -> Ran:
    """Ask a server whose /healthz answers with this status."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status)

    app = web.Application()
    app.router.add_get("/healthz", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    monkeypatch.setenv("KAOHE_PORT", str(runner.addresses[0][1]))
    monkeypatch.setenv("KAOHE_HOST", "0.0.0.0")
    ran = await asyncio.to_thread(kaohe, "healthcheck")
    await runner.cleanup()
    return ran


async def test_a_server_that_answers_is_alive(kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (await asked(kaohe, monkeypatch, 200)).code == 0


async def test_a_server_that_fails_is_not(kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = await asked(kaohe, monkeypatch, 500)
    assert (ran.code, ran.err) == (1, "服务不正常：500\n")


def test_nobody_there_is_one_line(kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        monkeypatch.setenv("KAOHE_PORT", str(taken.getsockname()[1]))
        ran = kaohe("healthcheck")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert ran.err.startswith("服务没有应答：")
