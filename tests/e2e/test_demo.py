"""A newcomer plays the whole loop in the browser: tasks, report, picture, board, leader, clock, reminder."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


_NOTICE = """
() => {
  const lines = [
    ["县城建局文件", "color:#c4161c;font-size:34px;letter-spacing:8px;border-bottom:3px solid #c4161c"],
    ["县城建发〔2015〕12号", "font-size:14px;margin-bottom:26px"],
    ["关于印发2015年工程质量监督执法检查方案的通知", "font-size:20px;font-weight:bold;margin-bottom:18px"],
    ["局属各单位：现将方案印发给你们，请认真组织实施。", "font-size:15px;text-align:left"],
  ];
  document.body.replaceChildren(...lines.map(([text, style]) => {
    const line = document.createElement("p");
    line.textContent = text;
    line.style.cssText = style;
    return line;
  }));
  document.body.style.cssText =
    "display:block;width:420px;height:300px;padding:26px;background:#fdfcf8;text-align:center;overflow:hidden";
  return document.fonts.ready.then(() => null);
}
"""


def phone(page: "Page", name: str) -> "Locator":
    """That person's phone, brought into view."""
    page.get_by_role("navigation", name="人物").get_by_role("button", name=name).click()
    return page.get_by_label(f"{name}的手机")


def say(phone: "Locator", text: str) -> str:
    """Type a message; return what the bot answers."""
    replies = phone.locator(".reply")
    count = replies.count()
    field = phone.get_by_label("给考核机器人发消息")
    field.fill(text)
    field.press("Enter")
    replies.nth(count).wait_for()
    return replies.nth(count).inner_text()


def touch(phone: "Locator", saying: str) -> str:
    """Touch a phrase; return what the bot answers."""
    replies = phone.locator(".reply")
    count = replies.count()
    phone.get_by_role("button", name=saying, exact=True).click()
    replies.nth(count).wait_for()
    return replies.nth(count).inner_text()


def total(page: "Page") -> str:
    """The first figure of the score board."""
    return page.get_by_label("得分板").locator(".total b").first.inner_text()


def open_scene(page: "Page", address: str, label: str) -> None:
    page.goto(address)
    page.get_by_role("navigation", name="考核细则").get_by_role("link", name=label).click()
    page.get_by_label("得分板").locator(".total").first.wait_for()


def notice(page: "Page", address: str) -> bytes:
    """A picture such as a contact would take: the first page of an office's notice."""
    desk = page.context.new_page()
    desk.goto(address)
    desk.evaluate(_NOTICE)
    picture = desk.screenshot(clip={"x": 0, "y": 0, "width": 420, "height": 300})
    desk.close()
    return picture


def send_picture(phone: "Locator", picture: bytes) -> None:
    pictures = phone.locator(".picture img")
    count = pictures.count()
    phone.get_by_label("发图片或文件").set_input_files(
        {"name": "工作方案.png", "mimeType": "image/png", "buffer": picture}
    )
    pictures.nth(count).wait_for()
    loaded = "image => image.decode().then(() => image.naturalWidth)"
    assert pictures.nth(count).evaluate(loaded) > 0


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


@pytest.mark.skipif("KAOHE_SCREENSHOT" not in os.environ, reason="KAOHE_SCREENSHOT names no file")
def test_a_picture_for_the_readme(page: "Page", address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 960})
    picture = notice(page, address)
    open_scene(page, address, "铁岭县 2015")
    page.get_by_role("button", name="下一个工作日").click()
    contact = phone(page, "王敏")
    contact.locator(".push").first.wait_for()
    say(contact, "覆盖率100")
    send_picture(contact, picture)
    contact.locator(".reply").nth(1).wait_for()
    touch(phone(page, "陈静"), "现在多少分")
    touch(phone(page, "赵磊"), "催办")
    phone(page, "王敏")
    page.mouse.click(640, 955)
    page.get_by_label("得分板").evaluate(
        "board => Promise.all(board.getAnimations({subtree: true}).map(a => a.finished)).then(() => null)"
    )
    # A Chinese browser writes the time so; this one speaks English only.
    page.get_by_label("拨到这个时间").evaluate(
        "field => { field.type = 'text'; field.value = '2015/06/18 10:07'; }"
    )
    page.screenshot(path=os.environ["KAOHE_SCREENSHOT"])
