"""What a person of bad will can send to the upload page: every call is answered in words and changes nothing."""

import asyncio
import json

import pytest
from aiohttp import FormData

from bot.keys import DRAFTS
from bot.upload import body, form
from tests.bot.upload.desk import Browser, Desk, pdf

ODD = ("\x00", "\ud800", "\u202e", "密", "'\";--", "\uffff")


async def raw(desk: Desk, head: bytes, sent: bytes = b"") -> bytes:
    """The status line that is answered to these bytes."""
    host, port = desk.address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(head + b"\r\nHost: x\r\n\r\n" + sent)
    async with asyncio.timeout(10):
        line = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return line


def known(browser: Browser) -> bytes:
    """The cookie and the seal as header lines."""
    (cookie,) = (f"{one.key}={one.value}" for one in browser.http.cookie_jar)
    return f"Cookie: {cookie}\r\nX-Kaohe: {browser.http.headers['X-Kaohe']}".encode()


@pytest.mark.parametrize("odd", ODD)
async def test_odd_characters_in_every_field_are_taken_out_or_refused(desk: Desk, odd: str) -> None:
    browser, data = await desk.entered(), pdf(500)
    begun = await browser.call("POST", "files", name=f"方{odd}案.pdf", size=500, modified=odd * 2)
    assert begun.status == 200
    await browser.put(begun["id"], 0, data)
    assert (await browser.finish(begun["id"], data, odd)).status in (200, 422)
    done = await browser.finish(begun["id"], data, "", f"检{odd}查")
    assert (done.status, done["state"]) == (200, "done")
    (row,) = await desk.evidence()
    assert f"{row.caption}{row.original_name}".isprintable()


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b"\xff\xfe",
        b"[" * 9000,
        b'{"name":{},"size":[]}',
        b'{"size":1e999,"name":"a"}',
    ]
    + [
        json.dumps({"name": "a.pdf", "size": size, "modified": "1"}).encode()
        for size in (True, 1.5, "9", None)
    ]
    + [b'{"name":"a.pdf","size":%s,"modified":"1"}' % (b"9" * 4000)],
)
async def test_what_is_no_question_is_refused(desk: Desk, sent: bytes) -> None:
    browser = await desk.entered()
    for path in ("files", "files/1/finish"):
        assert (await browser.call("POST", path, sent)).status in (401, 422)
    assert desk.parts() == []


async def test_an_encoding_that_nobody_knows_harms_nothing(desk: Desk) -> None:
    browser = await desk.entered()
    head = b"POST /upload/files HTTP/1.1\r\nContent-Type: application/json; charset=none\r\nContent-Length: 2\r\n"
    assert b" 422 " in await raw(desk, head + known(browser), b"{}")


@pytest.mark.parametrize("header", [b"X-Kaohe: \xff\xfe", b"X-Kaohe: a\r\nCookie: kaohe_upload=\xff"])
async def test_bytes_that_are_no_text_are_no_seal(desk: Desk, header: bytes) -> None:
    head = b"GET /upload/state HTTP/1.1\r\n" + header
    assert (await raw(desk, head)).split()[1] in (b"400", b"401")
    cookie = known(await desk.entered()).splitlines()[0]
    assert b" 401 " in await raw(desk, b"GET /upload/state HTTP/1.1\r\n" + cookie + b"\r\nX-Kaohe: \xff")


async def test_a_question_that_never_comes_is_not_waited_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(body, "SILENCE_SECONDS", 0.05)
    browser = await desk.entered()
    head = b"POST /upload/files HTTP/1.1\r\nContent-Length: 900\r\n" + known(browser)
    assert b" 422 " in await raw(desk, head)
    for opening in (known(browser), b"X-Kaohe: a", b"A: b"):
        head = b"PUT /upload/files/1?offset=0 HTTP/1.1\r\nContent-Length: 9000\r\n" + opening
        assert (await raw(desk, head, b"x")).split()[1] in (b"401", b"403")


async def test_another_file_of_the_same_name_and_size_does_not_become_half_of_both(desk: Desk) -> None:
    browser, first, second = await desk.entered(), pdf(2000, "one"), pdf(2000, "two")
    number = (await browser.begin("方案.pdf", 2000))["id"]
    await browser.put(number, 0, first[:1000])
    assert (await browser.begin("方案.pdf", 2000))["offset"] == 1000
    await browser.put(number, 1000, second[1000:])
    torn = await browser.finish(number, second)
    assert (torn.status, torn["offset"]) == (409, 0)
    await browser.put(number, 0, second)
    assert (await browser.finish(number, second))["state"] == "done"
    assert len(desk.kept()) == 1


@pytest.mark.parametrize("sha256", ["", "0" * 63, "G" * 64, "A" * 64, "../" * 21 + "x"])
async def test_a_fingerprint_that_is_none_is_refused(desk: Desk, sha256: str) -> None:
    browser = await desk.entered()
    number = (await browser.begin("方案.pdf", 300))["id"]
    await browser.put(number, 0, pdf(300))
    assert (await browser.call("POST", f"files/{number}/finish", sha256=sha256)).status == 422
    assert desk.kept() == set()


async def test_a_piece_for_what_is_over_leaves_nothing_behind(desk: Desk) -> None:
    browser, data = await desk.entered(), pdf(1000)
    number = (await browser.begin("方案.pdf", 1000))["id"]
    await browser.put(number, 0, data)
    answers = await asyncio.gather(
        browser.finish(number, data),
        *(browser.put(number, 0, data) for _ in range(6)),
        browser.call("DELETE", f"files/{number}"),
        *(browser.finish(number, data) for _ in range(3)),
    )
    assert {answer.status for answer in answers} <= {200, 409, 422, 507}
    state = (await browser.call("GET", f"files/{number}"))["state"]
    assert len(await desk.evidence()) == (state == "done")
    assert not desk.app[DRAFTS].size(number)
    assert not list((desk.data / "evidence" / "incoming").glob("*"))


async def test_more_than_a_day_takes_is_not_brought_by_beginning_often(desk: Desk) -> None:
    browser = await desk.entered()
    answers = [await browser.begin(f"{number}.pdf", 1 << 20) for number in range(12)]
    assert [answer.status for answer in answers].count(200) == 8


async def test_no_more_than_forty_are_begun(desk: Desk) -> None:
    browser = await desk.entered()
    answers = [await browser.begin(f"{number}.pdf", 1) for number in range(41)]
    assert [answer.status for answer in answers] == [200] * 40 + [422]
    assert "没传完的已有40个" in answers[-1]["problem"]


@pytest.mark.parametrize("cut", [80, 150, 400])
async def test_a_form_that_breaks_off_is_not_called_a_failing_disk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, cut: int
) -> None:
    monkeypatch.setattr(form, "SILENCE_SECONDS", 0.05)
    browser = await desk.entered()
    seal = browser.http.headers["X-Kaohe"]
    fields = f'--b\r\nContent-Disposition: form-data; name="seal"\r\n\r\n{seal}\r\n'
    file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
    sent = fields.encode() + file.encode() + pdf(900)
    head = b"POST /upload/form HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n"
    assert b" 400 " in await raw(desk, head + known(browser), sent[:cut])
    assert desk.parts() == []


@pytest.mark.parametrize("seal", ["", "密", "a" * 64])
async def test_a_form_of_a_foreign_page_is_refused(desk: Desk, seal: str) -> None:
    browser = await desk.entered()
    brought = FormData({"seal": seal})
    brought.add_field("file", pdf(300), filename="a.pdf")
    async with browser.http.post("/upload/form", data=brought) as answer:
        assert (answer.status, "不是上传页发来的" in await answer.text()) == (403, True)
    assert desk.kept() == set()
