"""Draws the picture of the README: `KAOHE_SCREENSHOT=docs/images/demo.png make e2e`."""

import os
from typing import TYPE_CHECKING

import pytest

from tests.e2e.acting import notice, open_scene, phone, say, send_picture, touch

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.skipif("KAOHE_SCREENSHOT" not in os.environ, reason="KAOHE_SCREENSHOT names no file")
def test_a_picture_for_the_readme(page: "Page", address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1000})
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
    page.mouse.click(640, 995)
    page.get_by_label("得分板").evaluate(
        "board => Promise.all(board.getAnimations({subtree: true}).map(a => a.finished)).then(() => null)"
    )
    # A Chinese browser writes the time so; this one speaks English only.
    page.get_by_label("拨到这个时间").evaluate(
        "field => { field.type = 'text'; field.value = '2015/06/18 10:07'; }"
    )
    page.screenshot(path=os.environ["KAOHE_SCREENSHOT"])
