"""A newcomer plays the whole loop in the browser: tasks, report, picture, board, leader, clock, reminder."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.e2e.acting import notice, open_scene, phone, say, send_picture, total, touch

if TYPE_CHECKING:
    from playwright.sync_api import Page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


@dataclass(frozen=True)
class Play:
    """Who reports what in a scene, and the points that it gives."""

    scene: str
    contact: str
    leader: str
    report: str
    points: str


PLAYS = (
    Play("铁岭县 2015", "王敏", "陈静", "新开工建筑工程质量监督覆盖率100%", "4"),
    Play("如皋市 2018", "李强", "郑毅", "13.3 100%", "0.5"),
)


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.scene)
def test_the_whole_loop(page: "Page", address: str, play: Play) -> None:
    picture = notice(page, address)
    open_scene(page, address, play.scene)
    own = phone(page, play.contact)
    assert "还差" in touch(own, "我的任务")
    assert total(page) == "0"
    assert f"暂得{play.points}/" in say(own, play.report)
    page.get_by_label("得分板").locator(".total b").get_by_text(play.points, exact=True).wait_for()
    send_picture(own, picture)
    own.locator(".reply").nth(2).wait_for()
    assert f"暂得{play.points}/" in touch(phone(page, play.leader), "现在多少分")
    phone(page, play.contact)
    page.get_by_role("button", name="下一个工作日").click()
    own.locator(".push").get_by_text("没报").first.wait_for()


def test_a_newcomer_is_bound_at_a_touch(page: "Page", address: str) -> None:
    open_scene(page, address, "铁岭县 2015")
    newcomer = phone(page, "周婷")
    assert "绑定码" in say(newcomer, "你好")
    assert "绑定成功" in touch(newcomer, "绑定（取一个新绑定码）")


def test_markup_is_shown_as_it_was_typed(page: "Page", address: str) -> None:
    open_scene(page, address, "铁岭县 2015")
    own = phone(page, "王敏")
    text = '<img src=x onerror="document.title=1"><b>覆盖率</b>'
    say(own, text)
    assert own.locator(".said").last.inner_text() == text
    assert own.locator(".talk img[src=x], .talk b").count() == 0


def test_the_keyboard_is_enough(page: "Page", address: str) -> None:
    open_scene(page, address, "铁岭县 2015")
    own = phone(page, "王敏")
    field = own.get_by_label("给考核机器人发消息")
    field.focus()
    page.keyboard.type("帮助")
    page.keyboard.press("Enter")
    own.locator(".reply").last.get_by_text("报数").wait_for()
    page.keyboard.press("Shift+Tab")
    assert own.get_by_label("发图片或文件").evaluate("element => element === document.activeElement")


def test_a_phone_shows_one_person_at_a_time(page: "Page", address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_scene(page, address, "铁岭县 2015")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    leader = phone(page, "陈静")
    assert "分" in touch(leader, "现在多少分")
    playwright.expect(leader).to_be_in_viewport(ratio=0.98)
    page.get_by_role("button", name="得分板").click()
    playwright.expect(page.get_by_label("得分板")).to_be_in_viewport(ratio=0.98)
    playwright.expect(leader).not_to_be_in_viewport()
    assert page.get_by_label("得分板").get_by_text("各单位填报").is_visible()


def test_chinese_is_drawn_with_the_shipped_font(page: "Page", address: str) -> None:
    open_scene(page, address, "铁岭县 2015")
    page.evaluate("document.fonts.ready.then(() => null)")
    assert page.evaluate("document.fonts.check('16px \"Kaohe Sans\"', '考核')")
    assert page.evaluate("[...document.fonts].map((face) => face.status)") == ["loaded"]


def test_a_reviewer_rules_and_the_contact_is_told(page: "Page", address: str) -> None:
    open_scene(page, address, "铁岭县 2015")
    say(phone(page, "刘洋"), "1 有证明材料")
    reviewer = phone(page, "孙悦")
    assert "市场监督管理局" in touch(reviewer, "待审")
    assert "通过" in touch(reviewer, "全部通过")
