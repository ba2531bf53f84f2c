"""Files that were brought: what becomes of them, what is refused, and what their sender is told."""

from datetime import timedelta
from hashlib import sha256

import pytest

from tests.bot.files import SAMPLES, picture
from tests.bot.upload.desk import Desk, pdf

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
