"""What has come is looked at: what is not taken, and what its sender is told."""

import pytest

from store.unit_of_work import UnitOfWork
from tests.bot.files import picture
from tests.bot.media.shelf import START, Shelf


async def test_the_kind_is_what_the_bytes_say(shelf: Shelf) -> None:
    await shelf.send(b"%PDF-1.7 " + b"0" * 2000, "照片.png")
    await shelf.fetcher.round()
    assert (await shelf.row()).mime == "application/pdf"


async def test_what_is_too_large_is_given_up_and_leaves_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.intake.LARGEST_MEGABYTES", 0)
    await shelf.send()
    await shelf.fetcher.round()
    assert (await shelf.row()).state == "failed"
    (told,) = await shelf.told()
    assert "超过50MB" in told
    assert "纸质" in told
    assert [path for path in shelf.files._root.rglob("*") if path.is_file()] == []


async def test_what_is_no_evidence_is_refused_and_the_sender_is_told_why(shelf: Shelf) -> None:
    await shelf.send(b"MZ" + bytes(300), "报告.pdf")
    await shelf.fetcher.round()
    row = await shelf.row()
    assert (row.state, row.sha256, shelf.platform.count("media/get")) == ("failed", None, 1)
    assert await shelf.told() == ["您12月1日发的图片没存成功（是程序或脚本，不收），不能算已交。"]
    assert [path for path in shelf.files._root.rglob("*") if path.is_file()] == []


async def test_a_name_that_is_not_true_is_mended_and_the_sender_is_told(shelf: Shelf) -> None:
    await shelf.send(b"%PDF-1.7 " + b"0" * 2000, "照片.png.exe")
    await shelf.fetcher.round()
    row = await shelf.row()
    assert (row.original_name, row.file_name, row.kind) == ("照片.png.exe", "照片.pdf", "file")
    (told,) = await shelf.told()
    assert "内容是pdf，已按pdf保存" in told


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7 " + b"0" * 2000, "机密★1年 报告.pdf"),
        ("密级：机密\n关于抽查的报告".encode(), "报告.txt"),
        ("秘密★10年".encode("gb18030"), "报告.csv"),
    ],
)
async def test_a_file_that_bears_a_mark_of_secrecy_leaves_nothing_and_the_office_is_told(
    shelf: Shelf, content: bytes, name: str
) -> None:
    await shelf.send(content, name)

    def office(uow: UnitOfWork) -> None:
        person = uow.roster.add(campaign_id=1, name="李", unit="质强办", role="office")
        uow.roster.bind(person, "wecom", "li", START)

    await shelf.store.run(office)
    await shelf.fetcher.round()
    row = await shelf.row()
    assert (row.state, row.sha256, row.original_name, row.file_name) == ("failed", None, "", "")
    assert [path for path in shelf.files._root.rglob("*") if path.is_file()] == []
    to_office, to_sender = sorted(await shelf.told())
    assert "没有保存内容" in (to_sender + to_office)
    assert "疑似涉密文件" in (to_office + to_sender)
    assert "报告" not in to_office + to_sender


async def test_a_file_that_turns_out_to_be_a_picture_needs_words(shelf: Shelf) -> None:
    await shelf.send(picture("JPEG"), "附件")

    def as_file(uow: UnitOfWork) -> None:
        row = uow.evidence.get(1)
        assert row is not None
        uow.evidence.withdraw(1, START, "test")
        uow.evidence.add(
            campaign_id=row.campaign_id,
            code="1.1",
            subject=row.subject,
            unit=row.unit,
            contact_id=row.contact_id,
            kind="file",
            media_id=row.media_id,
            inbox_id=row.inbox_id,
            at=START,
        )

    await shelf.store.run(as_file)
    await shelf.fetcher.round()
    row = await shelf.store.read(lambda uow: uow.evidence.get(2))
    assert row is not None
    assert (row.kind, row.mime, row.file_name) == ("image", "image/jpeg", "附件.jpg")
    (told,) = await shelf.told()
    assert "要有一句文字说明" in told
