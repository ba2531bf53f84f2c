"""What a visitor of the demo does in the browser."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

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
    answer: str = replies.nth(count).inner_text()
    return answer


def touch(phone: "Locator", saying: str) -> str:
    """Touch a phrase; return what the bot answers."""
    replies = phone.locator(".reply")
    count = replies.count()
    phone.get_by_role("button", name=saying, exact=True).click()
    replies.nth(count).wait_for()
    answer: str = replies.nth(count).inner_text()
    return answer


def total(page: "Page") -> str:
    """The first figure of the score board."""
    figure: str = page.get_by_label("得分板").locator(".total b").first.inner_text()
    return figure


def open_scene(page: "Page", address: str, label: str) -> None:
    page.goto(address)
    page.get_by_role("navigation", name="考核细则").get_by_role("link", name=label).click()
    page.get_by_label("得分板").locator(".total").first.wait_for()


def notice(page: "Page", address: str) -> bytes:
    """A picture such as a contact would take: the first page of an office's notice."""
    desk = page.context.new_page()
    desk.goto(address)
    desk.evaluate(_NOTICE)
    picture: bytes = desk.screenshot(clip={"x": 0, "y": 0, "width": 420, "height": 300})
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
