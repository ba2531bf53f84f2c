"""What signed links open, for whom, for how long, and that half a file never passes for a whole one."""

import io
import re
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot import downloads, keys
from bot.channels.attachments import Attachment
from bot.clock import MovableClock
from bot.documents.rendering import KIND, LARGEST_FILE, Renderer, target_of
from bot.links import Links, link_maker
from bot.sandbox.platform import listen, serving
from handlers.exports.looking import LOOK
from handlers.exports.orders import Order
from store.database import Store
from store.records import Role
from tests.bot.documents.desk import AGRICULTURE, PAPER, PICTURE, Desk
from tests.scene import CHANNEL

MINUTES = timedelta(minutes=15)


@dataclass
class Window:
    """A desk behind a running server, and who asks there."""

    desk: Desk
    links: Links
    clock: MovableClock
    address: str
    session: aiohttp.ClientSession

    def link(self, kind: str, contact: int, target: str) -> str:
        return f"{self.address}/{kind}/{self.links.sign(kind, contact, target, self.clock.now() + MINUTES)}"

    def package(self, contact: int) -> str:
        return self.link(KIND, contact, target_of(Order("evidence", contact)))

    def look(self, contact: int, code: str = "1.3") -> str:
        return self.link(LOOK, contact, f"{code}/平顶山市")

    async def get(self, url: str, method: str = "GET") -> tuple[int, bytes, dict[str, str]]:
        async with self.session.request(method, url) as answer:
            return answer.status, await answer.read(), dict(answer.headers)

    async def status(self, url: str) -> int:
        return (await self.get(url))[0]

    async def person(self, account: str, role: Role, unit: str = "市场监督管理局") -> int:
        return await self.desk.scene.person(account, unit, role)


@pytest.fixture
async def window(tmp_path: Path) -> AsyncIterator[Window]:
    """Gives a desk with a file and a picture for 1.3."""
    store = await Store.open("sqlite+aiosqlite:///:memory:")
    desk = await Desk.open(store, tmp_path / "evidence")
    await desk.hand_in(
        "file", "1.3", content=PAPER, original_name="=平农〔2021〕45号.pdf", mime="application/pdf"
    )
    await desk.hand_in("image", "1.3", content=PICTURE, caption="<b>现场</b>", mime="image/png")
    app = web.Application()
    app[keys.STORE], app[keys.FILES], app[keys.LIBRARY] = store, desk.files, desk.scene.library
    app[keys.LINKS], app[keys.CLOCK] = Links([b"k" * 32]), MovableClock(desk.scene.now)
    app.add_routes(downloads.routes)
    async with serving(app, listen()) as address, aiohttp.ClientSession() as session:
        yield Window(desk, app[keys.LINKS], MovableClock(desk.scene.now), address, session)
    await store.close()


async def test_a_package_is_streamed_under_its_name_with_its_length(window: Window) -> None:
    status, body, headers = await window.get(window.package(window.desk.contact))
    assert status == 200
    assert headers["Content-Length"] == str(len(body))
    assert "filename*=UTF-8''%E5%86%9C" in headers["Content-Disposition"]
    assert headers["Content-Disposition"].startswith('attachment; filename="download.zip"')
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"]
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == 4


async def test_a_look_at_the_head_alone_reads_nothing(window: Window) -> None:
    url = window.package(window.desk.contact)
    status, body, headers = await window.get(url, "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) == len((await window.get(url))[1])


async def test_the_link_dies_with_time_and_with_the_role(window: Window) -> None:
    contact = await window.person("other", "contact", AGRICULTURE)
    url = window.package(contact)
    assert await window.status(url) == 200
    await window.desk.scene.store.run(lambda uow: uow.roster.deactivate(contact))
    status, body, _ = await window.get(url)
    assert (status, "不在这次考核的名册上" in body.decode()) == (403, True)
    late = window.links.sign(
        KIND, window.desk.contact, target_of(Order("evidence", 0)), window.clock.now() - MINUTES
    )
    assert "链接已过期" in (await window.get(f"{window.address}/{KIND}/{late}"))[1].decode()


@pytest.mark.parametrize("change", ["kind", "contact", "cut", "target"])
async def test_a_link_that_was_altered_opens_nothing(window: Window, change: str) -> None:
    url = window.package(window.desk.contact)
    token = url.rsplit("/", 1)[1]
    other = window.links.sign(KIND, 999, target_of(Order("evidence", 0)), window.clock.now() + MINUTES)
    altered = {
        "kind": f"{window.address}/{LOOK}/{token}",
        "contact": f"{window.address}/{KIND}/{other.split('.')[0]}.{token.split('.')[1]}",
        "cut": url[:-3],
        "target": window.link(
            KIND, window.desk.contact, target_of(Order("evidence", 0)).replace("evidence", "everything")
        ),
    }
    assert await window.status(altered[change]) == 403


async def test_a_reviewer_opens_a_leaf_and_its_pieces(window: Window) -> None:
    reviewer = await window.person("bai", "reviewer")
    url = window.look(reviewer)
    status, body, headers = await window.get(url)
    page = body.decode()
    assert status == 200
    assert "script" not in headers["Content-Security-Policy"]
    assert "&lt;b&gt;现场&lt;/b&gt;" in page
    assert "width=device-width" in page
    links = [link for link in re.findall(r'(?:href|src)="([^"]+)"', page) if "static" not in link]
    assert len(links) == 3
    opened = {link: await window.get(url.rsplit("/", 1)[0] + "/" + link) for link in links}
    kinds = {link: headers["Content-Type"] for link, (_, _, headers) in opened.items()}
    assert sorted(kinds.values()) == ["application/octet-stream", "image/png", "image/png"]
    assert {body for _, body, _ in opened.values()} == {PAPER, PICTURE}
    paper = next(headers for _, body, headers in opened.values() if body == PAPER)
    assert paper["Content-Disposition"].startswith("attachment")


async def test_nobody_else_looks_and_no_link_leads_to_another_leaf(window: Window) -> None:
    outside = await window.desk.hand_in("file", "1.1", content=PAPER, original_name="别的.pdf")
    reviewer = await window.person("bai", "reviewer")
    assert await window.status(f"{window.look(reviewer)}/{outside}") == 403
    assert await window.status(f"{window.look(reviewer)}/999999") == 403
    assert await window.status(window.look(window.desk.contact)) == 403
    assert await window.status(window.look(await window.person("shi", "leader"))) == 403


async def test_every_opening_is_noted(window: Window) -> None:
    reviewer = await window.person("bai", "reviewer")
    await window.get(f"{window.look(reviewer)}/1")
    rows = await window.desk.scene.store.read(lambda uow: uow.audit.rows())
    last = [row for row in rows if row.act == "open"][-1]
    assert last.actor == f"contact:{reviewer}"
    assert '"evidence_id":1' in last.detail


async def test_a_file_that_was_tampered_with_breaks_off(window: Window) -> None:
    reviewer = await window.person("bai", "reviewer")
    row = await window.desk.scene.store.read(lambda uow: uow.evidence.get(1))
    assert row is not None
    assert row.sha256 is not None
    path = window.desk.files.path(row.sha256)
    path.chmod(0o600)
    path.write_bytes(b"%PDF-6.6 ")
    with pytest.raises(aiohttp.ClientError):
        await window.get(f"{window.look(reviewer)}/1")


@dataclass
class Asked:
    """What is sent to who asked for a package."""

    window: Window
    public: bool = True

    async def answer(self, order: Order, channel: str = CHANNEL) -> Attachment | str:
        desk, scene = self.window.desk, self.window.desk.scene
        links = link_maker(self.window.links, self.window.address) if self.public else None
        render = Renderer(scene.store, desk.files, scene.library, self.window.clock, links)
        return await render(order.written(), channel)


async def test_what_is_too_large_for_a_message_comes_by_a_link(window: Window) -> None:
    await window.desk.hand_in("video", "1.3", content=bytes(LARGEST_FILE), original_name="现场.mp4")
    order = Order("evidence", window.desk.contact)
    said = await Asked(window).answer(order)
    assert isinstance(said, str)
    assert "（20.0MB）超过20MB，请在15分钟内" in said
    url = re.findall(r'href="([^"]+)"', said)[0]
    status, body, _ = await window.get(url)
    assert status == 200
    assert len(body) > LARGEST_FILE
    assert await Asked(window).answer(order) != ""
    assert "kaohe export" in str(await Asked(window, public=False).answer(order))


async def test_where_no_files_can_be_sent_a_link_comes(window: Window) -> None:
    said = await Asked(window).answer(Order("report", window.desk.contact), "wechat")
    assert isinstance(said, str)
    assert "这里发不了文件，请在15分钟内用链接下载" in said
    status, body, headers = await window.get(re.findall(r"https?://\S+", said)[0])
    assert (status, body[:2]) == (200, b"PK")
    assert headers["Content-Disposition"].startswith('attachment; filename="download.docx"')


async def test_a_small_package_comes_as_a_file_and_a_picture_as_one(window: Window) -> None:
    package = await Asked(window).answer(Order("evidence", window.desk.contact))
    assert isinstance(package, Attachment)
    assert (package.kind, package.name) == ("file", "农业农村局材料.zip")
    picture = await Asked(window).answer(Order("item", window.desk.contact, evidence_id=2))
    assert isinstance(picture, Attachment)
    assert (picture.kind, picture.content) == ("image", PICTURE)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"what": "item", "contact_id": 1, "evidence_id": 99}, "没有这件材料"),
        ({"what": "evidence", "contact_id": 99}, "不在这次考核的名册上"),
        ({"what": "all"}, "不认识"),
        ({}, "不认识"),
        ({"what": "evidence", "contact_id": "one"}, "没有做成"),
    ],
)
async def test_who_cannot_have_it_is_told(window: Window, written: dict[str, object], said: str) -> None:
    scene = window.desk.scene
    render = Renderer(scene.store, window.desk.files, scene.library, window.clock, None)
    assert said in str(await render(written, CHANNEL))


async def test_who_was_moved_to_another_role_gets_nothing(window: Window) -> None:
    reviewer = await window.person("bai", "reviewer")
    assert "您现在不能导出" in str(await Asked(window).answer(Order("sheet", reviewer)))


async def test_a_unit_named_in_an_order_never_widens_what_a_contact_may_have(window: Window) -> None:
    made = await Asked(window).answer(Order("evidence", window.desk.contact, unit="市场监督管理局"))
    assert isinstance(made, Attachment)
    assert made.name == "农业农村局材料.zip"


async def test_one_piece_goes_only_to_who_may_see_it(window: Window) -> None:
    police = await window.person("wan", "contact", "公安局")
    assert "没有这件材料" in str(await Asked(window).answer(Order("item", police, evidence_id=1)))
    own = await Asked(window).answer(Order("item", window.desk.contact, evidence_id=1))
    assert isinstance(own, Attachment)
    assert own.content == PAPER
