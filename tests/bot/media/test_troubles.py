"""A platform in trouble, or one that lies: nothing half is kept, and the sender is told."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.wecom_api import WecomApi
from bot.sandbox.corp import Corp
from bot.sandbox.faults import Fault
from bot.sandbox.platform import Platform
from store.database import Store
from tests.bot.media.shelf import PNG, Shelf


async def test_a_platform_in_trouble_is_asked_again(shelf: Shelf) -> None:
    shelf.platform.corp.faults.order("media/get", Fault(times=3, status=502))
    await shelf.send()
    for _ in range(4):
        await shelf.fetcher.round()
        shelf.later(minutes=11)
    assert (await shelf.row()).state == "stored"


@pytest.mark.parametrize(
    "fault",
    [
        # The client itself asks once more where a connection that was kept turns out to be closed.
        Fault(drop="before", times=2),
        Fault(drop="after", times=2),
        Fault(status=200, page="<html>"),
        Fault(errcode=-1),
    ],
)
async def test_a_download_that_breaks_keeps_nothing_and_is_tried_again(shelf: Shelf, fault: Fault) -> None:
    shelf.platform.corp.faults.order("media/get", replace(fault))
    await shelf.send()
    await shelf.fetcher.round()
    assert ((await shelf.row()).state, list(shelf.files._root.rglob("*.*"))) == ("pending", [])
    shelf.later(minutes=1)
    await shelf.fetcher.round()
    assert (await shelf.row()).state == "stored"


async def test_what_the_platform_has_dropped_is_given_up_and_the_sender_is_told(shelf: Shelf) -> None:
    shelf.platform.corp.media.forget(await shelf.send())
    await shelf.fetcher.round()
    assert (await shelf.row()).state == "failed"
    (told,) = await shelf.told()
    assert "企业微信上已经没有这个文件" in told


async def test_what_never_comes_is_given_up_after_three_days_and_the_sender_is_told(shelf: Shelf) -> None:
    shelf.platform.corp.faults.order("media/get", Fault(times=None, status=500))
    await shelf.send()
    for _ in range(30):
        await shelf.fetcher.round()
        shelf.later(hours=4)
    assert (await shelf.row()).state == "failed"
    (told,) = await shelf.told()
    assert "三天内没能从企业微信取到" in told


class Liar:
    """A platform that answers every download with these bytes."""

    def __init__(self) -> None:
        self.answer = b""
        self.downloads = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await reader.readuntil(b"\r\n\r\n")
        token = b'{"errcode":0,"access_token":"t","expires_in":7200}'
        if b"media/get" in request:
            self.downloads += 1
            writer.write(self.answer)
        else:
            writer.write(_answer(token, len(token), b"application/json"))
        await writer.drain()
        writer.close()


def _answer(body: bytes, length: int, kind: bytes = b"application/octet-stream") -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (kind, length, body)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (_answer(PNG, len(PNG) + 5000), "pending"),
        (_answer(PNG, 10**15), "pending"),
        (_answer(b"", 0), "pending"),
        (_answer(b'{"errcode":40007,"errmsg":"invalid media_id"}', 45), "failed"),
        (_answer(b"<html>login</html>", 18, b"image/png"), "pending"),
        (_answer(b"MZ" + bytes(500), 502, b"image/jpeg"), "failed"),
        (_answer(PNG, len(PNG), b"text/html"), "stored"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n\x89PNG\r", "pending"),
    ],
    ids=["longer", "endless", "empty", "40007", "page", "program", "wrong type", "broken off"],
)
async def test_a_platform_that_lies_never_makes_half_a_file_evidence(
    store: Store, corp: Corp, platform: Platform, tmp_path: Path, answer: bytes, state: str
) -> None:
    liar = Liar()
    liar.answer = answer
    server = await asyncio.start_server(liar.serve, "127.0.0.1")
    port = server.sockets[0].getsockname()[1]
    async with server, WecomApi(f"http://127.0.0.1:{port}", "corp", "secret", timeout=1.0) as api:
        shelf = Shelf(store, api, platform, tmp_path)
        await shelf.send()
        await shelf.fetcher.round()
        row = await shelf.row()
    assert (row.state, bool(row.sha256)) == (state, state == "stored")
    assert liar.downloads >= 1
    assert len(list(shelf.files.kept())) == (1 if state == "stored" else 0)
