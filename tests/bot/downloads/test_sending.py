"""What is sent to who asked for something: the file, a link to it, or why there is none."""

import re
from dataclasses import dataclass

import pytest

from bot.channels.attachments import Attachment
from bot.documents.rendering import LARGEST_FILE, Renderer
from bot.links import link_maker
from handlers.exports.orders import Order
from tests.bot.documents.desk import PAPER, PICTURE
from tests.bot.downloads.window import Window
from tests.scene import CHANNEL


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
