"""Eighty hostile addresses: stored as text, and nobody is ever called."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.sandbox.platform import Platform
from store.database import Store
from tests.bot.serving import serving
from tests.bot.test_serve import connect, rehearsing
from tests.scene import Scene

HOSTS = (
    "127.0.0.1",
    "localhost",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
    "0",
    "0.0.0.0",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "user:pass@127.0.0.1",
    "qyapi.weixin.qq.com@127.0.0.1",
    "127.0.0.1.",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "LOCALHOST",
)
SHAPES = (
    "http://{}:{}/secret",
    "https://{}:{}/secret",
    "http://{}:{}/redirect?to=http://169.254.169.254/latest/meta-data/",
    "//{}:{}/x.png",
)
OTHERS = (
    "file:///etc/passwd",
    "gopher://127.0.0.1:{}/_GET",
    "dict://127.0.0.1:{}/info",
    "ftp://127.0.0.1:{}/x",
    "ldap://127.0.0.1:{}/x",
    "jar:http://127.0.0.1:{}!/x",
    "data:text/html,<script>alert(1)</script>",
    "javascript:alert(1)",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/",
    "\\\\127.0.0.1\\share",
    "http://127.0.0.1:{}\\@qyapi.weixin.qq.com/",
    "http://127.0.0.1:{}#@qyapi.weixin.qq.com/",
    "http://127.0.0.1%2f@qq.com:{}/",
    "view-source:http://127.0.0.1:{}/",
    "http://127.0.0.1:{}/%0d%0aHost:%20evil",
)


def addresses(port: int) -> list[str]:
    return [shape.format(host, port) for host in HOSTS for shape in SHAPES] + [
        other.format(port) for other in OTHERS
    ]


@asynccontextmanager
async def decoy() -> AsyncIterator[tuple[int, list[str]]]:
    """Listen on this machine; give the port and who has called."""
    calls: list[str] = []

    def called(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        calls.append(str(writer.get_extra_info("peername")))
        writer.close()

    server = await asyncio.start_server(called, "0.0.0.0")
    async with server:
        yield server.sockets[0].getsockname()[1], calls


async def test_addresses_are_words(
    platform: Platform, sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await Store.open(sqlite_url)
    scene = await Scene.open(store, "rugao-2018", "2018-11-20 10:00")
    await scene.person("wangmin", "市场监管局")
    async with (
        decoy() as (port, calls),
        serving(rehearsing(platform, sqlite_url, tmp_path), tmp_path) as bot,
    ):
        await connect(platform, bot)
        sent = addresses(port)
        assert len(sent) == 80
        for number, url in enumerate(sent):
            said = await platform.send_link("wangmin", url, f"报道{number}", "现场")
            assert (said.status, said.problem) == (200, "")
        # The loops of the running bot have had their turn before this answer comes.
        await platform.say("wangmin", "我的材料")
        assert calls == []
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()
        await writer.wait_closed()
    assert len(calls) == 1  # The decoy hears who calls it.
    rows = await store.read(lambda uow: uow.evidence.list(scene.campaign.id))
    await store.close()
    assert [(row.kind, row.state, row.sha256) for row in rows] == [("link", "stored", None)] * len(sent)
    assert [row.url for row in rows] == sent
