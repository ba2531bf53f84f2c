"""Files on their way: offsets, broken connections, pieces twice or at once, and uploads that were left."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from hashlib import sha256

import pytest

from bot.keys import DRAFTS, STORE
from bot.upload import body
from bot.upload.sweeping import sweep
from tests.bot.upload.desk import Browser, Desk, pdf

MEGABYTE = 1 << 20


async def test_the_server_tells_where_to_go_on(desk: Desk) -> None:
    browser, data = await desk.entered(), pdf(1000)
    begun = await browser.begin("方案.pdf", 1000)
    number = begun["id"]
    assert begun["offset"] == 0
    assert (await browser.put(number, 0, data[:400]))["offset"] == 400
    for offset in (0, 399, 401, 600):
        wrong = await browser.put(number, offset, data[offset : offset + 100])
        assert (wrong.status, wrong["offset"]) == (409, 400)
    assert (await browser.begin("方案.pdf", 1000))["offset"] == 400
    assert (await browser.call("GET", f"files/{number}"))["offset"] == 400
    too_long = await browser.put(number, 400, data[400:] + b"more")
    assert (too_long.status, too_long["offset"]) == (409, 400)
    unfinished = await browser.finish(number, data)
    assert (unfinished.status, unfinished["offset"]) == (409, 400)
    await browser.put(number, 400, data[400:])
    assert (await browser.finish(number, data))["state"] == "done"
    assert desk.kept() == {sha256(data).hexdigest()}


@pytest.mark.parametrize("offset", ["", "-1", "1e3", "x", "9" * 13, "٣"])
async def test_an_offset_that_is_no_number_is_refused(desk: Desk, offset: str) -> None:
    browser = await desk.entered()
    number = (await browser.begin("方案.pdf", 1000))["id"]
    assert (await browser.call("PUT", f"files/{number}?offset={offset}", b"x")).status == 422


async def test_of_pieces_at_the_same_time_one_is_taken(desk: Desk) -> None:
    browser, data = await desk.entered(), pdf(MEGABYTE)
    number = (await browser.begin("方案.pdf", MEGABYTE))["id"]
    answers = await asyncio.gather(*(browser.put(number, 0, data) for _ in range(8)))
    assert [answer.status for answer in answers].count(200) == 1
    assert {answer.status for answer in answers} == {200, 409}
    assert (await browser.finish(number, data))["state"] == "done"


async def test_finished_many_times_it_is_one_piece_of_evidence(desk: Desk) -> None:
    browser, data = await desk.entered(), pdf(2000)
    number = (await browser.begin("方案.pdf", 2000))["id"]
    await browser.put(number, 0, data)
    answers = await asyncio.gather(*(browser.finish(number, data) for _ in range(6)))
    assert {answer.status for answer in answers} <= {200, 409}
    again = await browser.finish(number, data)
    assert (again.status, again["state"]) == (200, "done")
    assert len(await desk.evidence()) == 1
    assert len(await desk.pushes()) == 1
    assert (await browser.put(number, 0, data))["state"] == "done"


async def test_what_was_changed_on_its_way_is_sent_again(desk: Desk) -> None:
    browser, data = await desk.entered(), pdf(1000)
    number = (await browser.begin("方案.pdf", 1000))["id"]
    await browser.put(number, 0, data[:-1] + b"?")
    torn = await browser.finish(number, data)
    assert (torn.status, torn["offset"], "差错" in torn["problem"]) == (409, 0, True)
    assert await desk.evidence() == ()
    await browser.put(number, 0, data)
    assert (await browser.finish(number, data))["state"] == "done"


@asynccontextmanager
async def by_hand(
    desk: Desk, browser: Browser, number: int, head: str, data: bytes
) -> AsyncIterator[asyncio.StreamReader]:
    """Send the beginning of a PUT on a connection that is closed at the end of the block."""
    host, port = desk.address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    (cookie,) = (f"{one.key}={one.value}" for one in browser.http.cookie_jar)
    seal = f"X-Kaohe: {browser.http.headers['X-Kaohe']}"
    lines = (f"PUT /upload/files/{number}?offset=0 HTTP/1.1", "Host: x", seal, f"Cookie: {cookie}")
    writer.write("\r\n".join([*lines, head, ""]).encode() + data)
    await writer.drain()
    try:
        yield reader
    finally:
        writer.close()
        await writer.wait_closed()


async def test_what_came_before_the_connection_broke_is_kept(desk: Desk) -> None:
    browser, data = await desk.entered(), pdf(MEGABYTE)
    number = (await browser.begin("方案.pdf", MEGABYTE))["id"]
    async with by_hand(desk, browser, number, f"Content-Length: {MEGABYTE}\r\n", data[:700_000]):
        async with asyncio.timeout(10):
            while (await browser.call("GET", f"files/{number}"))["offset"] < body.GATHERED:
                pass
    offset = (await browser.begin("方案.pdf", MEGABYTE))["offset"]
    assert body.GATHERED <= offset <= 700_000
    async with asyncio.timeout(10):
        while (answer := await browser.put(number, offset, data[offset:])).status == 409:
            offset = answer.said.get("offset", offset)
    assert (await browser.finish(number, data))["state"] == "done"
    assert desk.kept() == {sha256(data).hexdigest()}


async def test_a_sender_that_falls_silent_gives_way(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "SILENCE_SECONDS", 0.05)
    browser, data = await desk.entered(), pdf(1000)
    number = (await browser.begin("方案.pdf", 1000))["id"]
    async with by_hand(desk, browser, number, "Content-Length: 1000\r\n", data[:300]) as reader:
        async with asyncio.timeout(10):
            assert b"200" in await reader.readline()
        assert (await browser.put(number, 300, data[300:]))["offset"] == 1000


@pytest.mark.parametrize("head", ["Transfer-Encoding: chunked\r\n", "Content-Length: 9000000\r\n", ""])
async def test_a_piece_without_a_fitting_length_is_refused(desk: Desk, head: str) -> None:
    browser = await desk.entered()
    number = (await browser.begin("方案.pdf", 1000))["id"]
    end = b"0\r\n\r\n" if "chunked" in head else b""
    async with by_hand(desk, browser, number, head, end) as reader, asyncio.timeout(10):
        assert b"422" in await reader.readline()
    assert (await browser.call("GET", f"files/{number}"))["offset"] == 0


async def test_a_cancelled_upload_is_gone(desk: Desk) -> None:
    browser = await desk.entered()
    number = (await browser.begin("方案.pdf", 1000))["id"]
    await browser.put(number, 0, pdf(400))
    assert (await browser.call("DELETE", f"files/{number}"))["state"] == "cancelled"
    assert desk.parts() == []
    assert (await browser.begin("方案.pdf", 1000))["offset"] == 0
    assert (await browser.finish(number, pdf(1000)))["state"] == "cancelled"
    assert await desk.evidence() == ()


async def test_a_lost_file_of_pieces_begins_anew(desk: Desk) -> None:
    browser, data = await desk.entered(), pdf(1000)
    number = (await browser.begin("方案.pdf", 1000))["id"]
    await browser.put(number, 0, data[:600])
    desk.app[DRAFTS].discard(number)
    lost = await browser.put(number, 600, data[600:])
    assert (lost.status, lost["offset"]) == (409, 0)


async def test_what_nobody_goes_on_with_is_swept_and_nothing_else(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.upload.drafts._STILL_SECONDS", -1)
    browser, store, drafts = await desk.entered(), desk.app[STORE], desk.app[DRAFTS]
    old = (await browser.begin("旧.pdf", 1000))["id"]
    await browser.put(old, 0, pdf(400))
    desk.clock.move_to(desk.clock.now() + timedelta(days=2))
    browser = await desk.entered()
    new = (await browser.begin("新.pdf", 1000))["id"]
    await browser.put(new, 0, pdf(400))
    drafts.path(999).write_bytes(b"of a killed process")
    await sweep(store, drafts, desk.clock.now())
    assert desk.parts() == sorted([f"{old}.part", f"{new}.part"])
    await sweep(store, drafts, desk.clock.now() + timedelta(days=1, minutes=1))
    assert desk.parts() == [f"{new}.part"]
    assert (await browser.begin("旧.pdf", 1000))["offset"] == 0
