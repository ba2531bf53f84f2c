"""The plain form, for browsers in which no script runs."""

import re
from collections.abc import Sequence
from io import BytesIO

import pytest
from aiohttp import FormData

from tests.bot.files import picture
from tests.bot.upload.desk import Browser, Desk, pdf
from tests.bot.upload.test_failing_disks import files_up_to

MEGABYTE = 1 << 20


async def send(
    browser: Browser, files: Sequence[tuple[str, bytes]], place: str = "", caption: str = "", seal: str = ""
) -> tuple[int, str]:
    """Fill the form of the page in and send it."""
    _, page = await browser.read("/upload")
    found = re.search(r'name="seal" value="([0-9a-f]+)"', page)
    assert found is not None
    # As browsers do: the names of files in plain UTF-8.
    form = FormData({"seal": seal or found[1], "place": place, "caption": caption}, quote_fields=False)
    for name, data in files:
        form.add_field("file", BytesIO(data), filename=name)
    async with browser.http.post("/upload/form", data=form) as answer:
        return answer.status, re.sub(r"<[^>]+>|\s", "", await answer.text())


async def test_several_files_at_once_become_evidence(desk: Desk) -> None:
    browser = await desk.entered()
    place = (await browser.places())[0]
    files = [("方案.pdf", pdf(2 * MEGABYTE + 5)), ("现场.png", picture())]
    status, text = await send(browser, files, place, "6月10日工地检查")
    assert (status, "方案.pdf：已保存" in text, "现场.png：已保存" in text) == (200, True, True)
    rows = await desk.evidence()
    assert [(row.original_name, row.size, row.caption) for row in rows] == [
        ("方案.pdf", 2 * MEGABYTE + 5, "6月10日工地检查"),
        ("现场.png", len(picture()), "6月10日工地检查"),
    ]
    assert {f"{row.code}|{row.subject}" for row in rows} == {place}
    assert desk.parts() == []


async def test_each_file_is_refused_for_itself(desk: Desk) -> None:
    browser = await desk.entered()
    files = [
        ("大.pdf", pdf(3 * MEGABYTE + 1)),
        ("空.pdf", b""),
        ("通知.pdf.exe", b"MZ"),
        ("方案.docx", b"MZ" + bytes(100)),
        ("秘密★5年.pdf", pdf(100)),
        ("好.pdf", pdf(100)),
    ]
    status, text = await send(browser, files)
    assert status == 200
    for words in (
        "大.pdf：超过3MB",
        "空.pdf：这是空文件",
        "exe：是程序",
        "方案.docx：是程序",
        "密级标志",
        "好.pdf：已保存",
    ):
        assert words in text, words
    assert [row.original_name for row in await desk.evidence()] == ["好.pdf"]
    assert (desk.parts(), len(desk.kept())) == ([], 1)


async def test_a_picture_without_words_is_not_left_half_uploaded(desk: Desk) -> None:
    browser = await desk.entered()
    _, text = await send(browser, [("现场.png", picture())], (await browser.places())[0])
    assert "说明" in text
    assert (await browser.call("GET", "state"))["unfinished"] == []
    assert desk.parts() == []


async def test_a_form_of_another_page_brings_nothing(desk: Desk) -> None:
    browser = await desk.entered()
    status, _ = await send(browser, [("方案.pdf", pdf(100))], seal="0" * 64)
    assert (status, await desk.evidence(), desk.parts()) == (403, (), [])


async def test_what_is_no_form_is_refused(desk: Desk) -> None:
    browser = await desk.entered()
    for data, kind in (
        (b"{}", "application/json"),
        (b"--x\r\n", "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
    ):
        async with browser.http.post("/upload/form", data=data, headers={"Content-Type": kind}) as answer:
            assert answer.status in (200, 400)
    assert await desk.evidence() == ()


async def test_a_stranger_sends_no_form(desk: Desk) -> None:
    async with desk.browser().http.post(
        "/upload/form", data=FormData({"a": "b"}, default_to_multipart=True)
    ) as answer:
        assert answer.status == 410


async def test_on_a_full_disk_the_form_says_so(desk: Desk) -> None:
    browser = await desk.entered()
    with files_up_to(1_500_000):
        _, text = await send(browser, [("方案.pdf", pdf(2 * MEGABYTE))])
    assert ("磁盘满了" in text, "已保存" in text) == (True, False)
    assert (await desk.evidence(), desk.parts()) == ((), [])


@pytest.mark.parametrize("count", [21])
async def test_more_files_than_one_form_may_hold_are_refused(desk: Desk, count: int) -> None:
    browser = await desk.entered()
    _, text = await send(browser, [(f"{number}.pdf", pdf(60)) for number in range(count)])
    assert text.count("已保存") == 20
    assert "一次太多" in text
