"""Files on their way: offsets, broken connections, full disks, and what becomes of them in the end."""

import asyncio
import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from hashlib import sha256

import pytest

from bot.keys import DRAFTS, STORE
from bot.upload import body
from bot.upload.sweeping import sweep
from tests.bot.files import SAMPLES, picture
from tests.bot.upload.desk import Browser, Desk, pdf

MEGABYTE = 1 << 20


async def test_three_files_become_evidence_and_one_receipt(desk: Desk) -> None:
    browser = await desk.entered()
    first, second = (await browser.places())[:2]
    files = {"方案.pdf": pdf(2_500_000), "台账.xlsx": SAMPLES["xlsx"], "现场.png": picture()}
    for name, data in files.items():
        place, caption = (second, "6月10日工地检查") if name.endswith("png") else (first, "")
        answer = await browser.bring(name, data, place, caption)
        assert (answer.status, answer["state"]) == (200, "done")
    rows = await desk.evidence()
    assert [(row.original_name, row.kind, row.state) for row in rows] == [
        ("方案.pdf", "file", "stored"),
        ("台账.xlsx", "file", "stored"),
        ("现场.png", "image", "stored"),
    ]
    assert [f"{row.code}|{row.subject}" for row in rows] == [first, first, second]
    assert rows[2].caption == "6月10日工地检查"
    assert [row.way for row in rows] == ["upload"] * 3
    assert [row.category for row in rows] == ["文稿", "", "图片"]
    assert (
        desk.kept() == {sha256(data).hexdigest() for data in files.values()} == {row.sha256 for row in rows}
    )
    assert desk.parts() == []
    (told,) = await desk.pushes()
    assert "收到您上传的3个文件，已保存" in told
    assert all(f"“{name}”" in told for name in files)


async def test_what_is_not_filed_on_the_page_is_filed_in_the_chat(desk: Desk) -> None:
    browser = await desk.entered()
    assert (await browser.bring("方案.pdf", pdf(500))).status == 200
    assert (await browser.bring("总结.pdf", pdf(600))).status == 200
    (told,) = await desk.pushes()
    assert "还没有归类" in told
    assert "已归到" in await desk.say("song", "都归1")
    assert {row.code is None for row in await desk.evidence()} == {False}


async def test_a_receipt_that_has_left_is_followed_by_another(desk: Desk) -> None:
    browser = await desk.entered()
    await browser.bring("方案.pdf", pdf(500))
    later = desk.clock.now() + timedelta(minutes=1)
    (row,) = await desk.scene.store.run(lambda uow: uow.outbox.claim("wecom", later, "sender", 60, 9))
    await browser.bring("总结.pdf", pdf(600))
    first, second = await desk.pushes()
    assert (first, "1个文件" in second, "总结" in second) == (row.text, True, True)


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


async def test_too_large_too_much_and_empty_are_refused_before_a_byte_is_sent(desk: Desk) -> None:
    browser = await desk.entered()
    assert "超过3MB" in (await browser.begin("方案.pdf", 3 * MEGABYTE + 1))["problem"]
    assert "空文件" in (await browser.begin("方案.pdf", 0))["problem"]
    for number in range(2):
        assert (await browser.begin(f"{number}.pdf", 3 * MEGABYTE)).status == 200
    refused = await browser.begin("2.pdf", 3 * MEGABYTE)
    assert (refused.status, "今天上传的合计超过8MB" in refused["problem"]) == (422, True)
    assert (await browser.begin("0.pdf", 3 * MEGABYTE)).status == 200
    assert (await (await desk.entered("gao")).begin("2.pdf", 3 * MEGABYTE)).status == 200
    desk.clock.move_to(desk.clock.now() + timedelta(hours=14))
    assert (await (await desk.entered()).begin("2.pdf", 3 * MEGABYTE)).status == 200


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("方案.pdf", b"MZ" + bytes(300), "程序"),
        ("方案.docx", b"<html><script>alert(1)</script>", "网页"),
        ("方案.docx", SAMPLES["docx"][:-30], "损坏"),
    ],
)
async def test_what_is_refused_by_its_content_leaves_nothing(
    desk: Desk, name: str, data: bytes, why: str
) -> None:
    browser = await desk.entered()
    answer = await browser.bring(name, data)
    assert (answer.status, answer["state"], why in answer["problem"]) == (422, "cancelled", True)
    assert (desk.parts(), desk.kept(), await desk.evidence()) == ([], set(), ())
    assert await desk.pushes() == []


async def test_a_program_is_refused_by_its_name(desk: Desk) -> None:
    answer = await (await desk.entered()).begin("通知.pdf.exe", 100)
    assert (answer.status, "程序" in answer["problem"]) == (422, True)


@pytest.mark.parametrize("name", ["../../etc/passwd.pdf", "..\\..\\x.pdf", "\u202efdp.exe.pdf", "a\x00b.pdf"])
async def test_a_name_is_only_a_name(desk: Desk, name: str) -> None:
    browser = await desk.entered()
    assert (await browser.bring(name, pdf(300))).status == 200
    (row,) = await desk.evidence()
    assert not set(row.original_name) & set("/\\\x00\u202e")
    assert row.original_name.endswith(".pdf")
    assert {path.parent.name for path in desk.data.rglob("*.pdf")} == set()


async def test_a_picture_wants_words_and_waits_for_them(desk: Desk) -> None:
    browser = await desk.entered()
    place = (await browser.places())[0]
    answer = await browser.bring("现场.png", picture(), place)
    assert (answer.status, answer["state"], "说明" in answer["problem"]) == (422, "open", True)
    (left,) = (await browser.call("GET", "state"))["unfinished"]
    assert (left["name"], left["place"], left["offset"]) == ("现场.png", place, len(picture()))
    assert (await browser.finish(left["id"], picture(), place, "工地检查"))["state"] == "done"


async def test_a_place_that_is_not_the_persons_own_is_refused(desk: Desk) -> None:
    other = (await (await desk.entered("gao")).places())[0]
    answer = await (await desk.entered()).bring("方案.pdf", pdf(300), other)
    assert (answer.status, answer["state"]) == (422, "open")
    assert await desk.evidence() == ()


@pytest.mark.parametrize("where", ["name", "caption"])
async def test_what_is_marked_secret_leaves_nothing_and_the_office_is_told(desk: Desk, where: str) -> None:
    browser = await desk.entered()
    mark = "机密★1年"
    name, caption = (f"{mark}.pdf", "") if where == "name" else ("方案.pdf", mark)
    answer = await browser.bring(name, pdf(300), "", caption)
    assert (answer.status, "密级标志" in answer["problem"]) == (422, True)
    assert (desk.parts(), desk.kept(), await desk.evidence()) == ([], set(), ())
    (told,) = await desk.pushes("qin")
    assert ("疑似涉密" in told, mark in told) == (True, False)
    content = b"".join(path.read_bytes() for path in desk.data.parent.rglob("*.db*"))
    assert "疑似涉密".encode() in content
    assert mark.encode() not in content


async def test_a_cancelled_upload_is_gone(desk: Desk) -> None:
    browser = await desk.entered()
    number = (await browser.begin("方案.pdf", 1000))["id"]
    await browser.put(number, 0, pdf(400))
    assert (await browser.call("DELETE", f"files/{number}"))["state"] == "cancelled"
    assert desk.parts() == []
    assert (await browser.begin("方案.pdf", 1000))["offset"] == 0
    assert (await browser.finish(number, pdf(1000)))["state"] == "cancelled"
    assert await desk.evidence() == ()


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond `size` bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def test_on_a_full_disk_nothing_is_said_to_be_saved_and_it_goes_on_later(desk: Desk) -> None:
    browser, data = await desk.entered(), pdf(2 * MEGABYTE)
    number = (await browser.begin("方案.pdf", len(data)))["id"]
    with files_up_to(1_500_000):
        assert (await browser.put(number, 0, data[:MEGABYTE])).status == 200
        full = await browser.put(number, MEGABYTE, data[MEGABYTE:])
        assert (full.status, "磁盘满了" in full["problem"], "没有保存" in full["problem"]) == (
            507,
            True,
            True,
        )
    offset = (await browser.call("GET", f"files/{number}"))["offset"]
    assert MEGABYTE <= offset <= 1_500_000
    assert (await browser.put(number, offset, data[offset:])).status == 200
    with files_up_to(1_500_000):
        assert (await browser.finish(number, data)).status == 507
    assert (await desk.evidence(), desk.kept(), await desk.pushes()) == ((), set(), [])
    assert (await browser.finish(number, data))["state"] == "done"
    assert desk.kept() == {sha256(data).hexdigest()}


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


async def test_a_database_that_is_gone_is_said_to_be_busy(desk: Desk) -> None:
    browser = await desk.entered()
    await desk.app[STORE].close()
    answer = await browser.begin("方案.pdf", 100)
    assert (answer.status, "没有保存" in answer["problem"]) == (503, True)
