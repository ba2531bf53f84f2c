import asyncio
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.base import Channel, Download
from bot.channels.wecom_api import WecomApi
from bot.channels.wecom_push import WecomChannel
from bot.clock import MovableClock
from bot.intake import Intake
from bot.media import MediaFetcher
from bot.metrics import Metrics
from bot.sandbox.corp import Corp
from bot.sandbox.faults import Fault
from bot.sandbox.platform import Platform
from handlers.evidence import keeping
from store.database import Store
from store.folder_files import FolderFiles
from store.records import Evidence
from store.unit_of_work import UnitOfWork
from tests.bot.files import picture

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"0" * 2000
START = datetime(2021, 12, 1, 1, 0, tzinfo=UTC)
LIFETIME = timedelta(days=3)


class NotingChannel(WecomChannel):
    """Says when a download begins."""

    def __init__(self, api: WecomApi, agent_id: int) -> None:
        super().__init__(api, agent_id)
        self.begun = asyncio.Event()

    def download(self, media_id: str) -> AbstractAsyncContextManager[Download]:
        self.begun.set()
        return super().download(media_id)


class Shelf:
    """A download loop that a test drives round by round, with one contact who has sent something."""

    def __init__(self, store: Store, api: WecomApi, platform: Platform, folder: Path) -> None:
        self.store = store
        self.platform = platform
        self.clock = MovableClock(START)
        self.files = FolderFiles(folder)
        channel = self.channel = NotingChannel(api, platform.corp.app.agent_id)
        self.channels: Mapping[str, Channel] = {channel.name: channel}
        self.fetcher = MediaFetcher(store, self.channels, Intake(self.files), keeping, self.clock, Metrics())

    async def send(self, data: bytes = PNG, name: str = "照片.png") -> str:
        """Somebody sends a picture; returns its media_id."""
        media_id = self.platform.corp.media.keep("image", name, data, "image/png")

        def work(uow: UnitOfWork) -> None:
            campaign = uow.campaigns.by_name("考核") or uow.campaigns.get(_campaign(uow))
            assert campaign is not None
            contact = uow.roster.add(campaign_id=campaign.id, name="王敏", unit="质监局", role="contact")
            uow.roster.bind(contact, "wecom", "wangmin", START)
            entry = uow.inbox.begin(
                channel="wecom",
                message_key=media_id,
                sender="wangmin",
                kind="image",
                text="",
                payload={},
                sent_at=START,
                received_at=START,
            )
            uow.evidence.add(
                campaign_id=campaign.id,
                code=None,
                subject="铁岭市",
                unit="质监局",
                contact_id=contact,
                kind="image",
                media_id=media_id,
                inbox_id=entry.id,
                at=START,
                fetch_deadline=START + LIFETIME,
            )

        await self.store.run(work)
        return media_id

    async def row(self) -> Evidence:
        found = await self.store.read(lambda uow: uow.evidence.get(1))
        assert found is not None
        return found

    async def told(self) -> list[str]:
        return [row.text for row in await self.store.read(lambda uow: uow.outbox.list())]

    def later(self, **span: float) -> None:
        self.clock.move_to(self.clock.now() + timedelta(**span))


def _campaign(uow: UnitOfWork) -> int:
    return uow.campaigns.open(
        name="考核",
        rubric="tieling-2015",
        rubric_version="1",
        year=2015,
        subjects=("铁岭市",),
        deadline=None,
        overlay=None,
        opened_at=START,
    ).id


@pytest.fixture
def shelf(store: Store, api: WecomApi, platform: Platform, tmp_path: Path) -> Shelf:
    return Shelf(store, api, platform, tmp_path / "evidence")


async def test_what_was_sent_is_kept_with_its_name_and_kind(shelf: Shelf) -> None:
    await shelf.send()
    await shelf.fetcher.round()
    row = await shelf.row()
    assert (row.state, row.size, row.mime, row.original_name) == ("stored", len(PNG), "image/png", "照片.png")
    assert row.sha256 is not None
    assert shelf.files.path(row.sha256).read_bytes() == PNG


async def test_the_kind_is_what_the_bytes_say(shelf: Shelf) -> None:
    await shelf.send(b"%PDF-1.7 " + b"0" * 2000, "照片.png")
    await shelf.fetcher.round()
    assert (await shelf.row()).mime == "application/pdf"


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


async def test_two_processes_fetch_a_file_once(shelf: Shelf) -> None:
    await shelf.send()
    other = MediaFetcher(shelf.store, shelf.channels, Intake(shelf.files), keeping, shelf.clock, Metrics())
    await asyncio.gather(shelf.fetcher.round(), other.round())
    assert ((await shelf.row()).state, shelf.platform.count("media/get")) == ("stored", 1)


async def test_the_running_loop_fetches_when_it_is_woken_and_ends_when_it_is_told(shelf: Shelf) -> None:
    task = asyncio.create_task(shelf.fetcher.run())
    await shelf.send()
    shelf.fetcher.wake()
    await asyncio.wait_for(shelf.channel.begun.wait(), 5)
    shelf.fetcher.stop()
    await asyncio.wait_for(task, 5)
    assert (await shelf.row()).state == "stored"


async def test_a_loop_that_is_cut_off_leaves_the_file_to_the_next_one(shelf: Shelf) -> None:
    shelf.platform.corp.faults.order("media/get", Fault(seconds=0.8))
    await shelf.send()
    task = asyncio.create_task(shelf.fetcher.run())
    await asyncio.wait_for(shelf.channel.begun.wait(), 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    after = MediaFetcher(shelf.store, shelf.channels, Intake(shelf.files), keeping, shelf.clock, Metrics())
    shelf.later(seconds=1)
    await after.round()
    assert (await shelf.row()).state == "stored"


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
