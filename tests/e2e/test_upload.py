"""The upload page on a phone: several files, a broken connection, a link that is too old or somebody else's."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.bot.files import picture
from tests.e2e.acting import open_scene, phone, say
from tests.e2e.cutting import Line, line_to

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
MEGABYTE = 1 << 20


@pytest.fixture
def mobile(browser: "Browser", address: str) -> Iterator["Page"]:
    """A phone's window of its own, with no cookies; the test fails where a script or the policy complains."""
    del address  # The server has to outlive the window.
    context = browser.new_context(
        locale="zh-CN", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
    yield page
    context.close()
    assert complaints == []


def link(page: "Page", address: str, name: str = "王敏") -> str:
    """The link that the bot gives this person of 铁岭."""
    open_scene(page, address, "铁岭县 2015")
    own = phone(page, name)
    assert "打开上传页" in say(own, "上传")
    found: str | None = own.locator(".reply a", has_text="打开上传页").last.get_attribute("href")
    assert found is not None
    return found


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    """Three files as a contact has them: a large PDF, a small one and a picture."""
    files = {"工作方案.pdf": 9 * MEGABYTE, "监督台账.pdf": 1000}
    paths = []
    for name, size in files.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(b"%PDF-1.7\n".ljust(size, b"\n"))
    paths.append(tmp_path / "现场照片.png")
    paths[-1].write_bytes(picture())
    return paths


def choose(mobile: "Page", *paths: Path) -> None:
    mobile.locator("#chooser").set_input_files([str(path) for path in paths])


def file(mobile: "Page", path: Path) -> "Locator":
    return mobile.locator("#files li", has_text=path.name)


def test_three_files_are_uploaded_and_the_bot_says_so(
    page: "Page", mobile: "Page", address: str, papers: list[Path]
) -> None:
    mobile.goto(link(page, address))
    mobile.get_by_text("选择文件").wait_for()
    assert urlsplit(mobile.url).path == "/upload"
    assert mobile.evaluate("document.documentElement.scrollWidth") == 390
    choose(mobile, *papers)
    mobile.locator("#place").select_option(index=1)
    send = mobile.get_by_role("button", name="上传3个文件")
    send.click()
    file(mobile, papers[2]).get_by_text("图片要写一句说明").wait_for()
    for path in papers[:2]:
        file(mobile, path).get_by_text("已保存").wait_for()
        assert file(mobile, path).locator("progress").evaluate("bar => bar.value / bar.max") == 1
    file(mobile, papers[2]).get_by_label("说明").fill("6月10日工地检查")
    mobile.get_by_role("button", name="上传1个文件").click()
    mobile.locator("#summary").get_by_text("已保存3个").wait_for()
    assert mobile.evaluate("document.documentElement.scrollWidth") == 390
    own = phone(page, "王敏")
    own.locator(".push", has_text="个文件，已保存").first.wait_for()


def through(line: Line, url: str) -> str:
    return url.replace(f":{urlsplit(url).port}/", f":{line.port}/")


def break_off(mobile: "Page", line: Line, url: str, paper: Path, after: int) -> "Locator":
    """Begin to upload the file on a line that breaks after so many bytes; the file as the page shows it."""
    mobile.goto(through(line, url))
    mobile.get_by_text("选择文件").wait_for()
    choose(mobile, paper)
    line.cut_after(after)
    mobile.get_by_role("button", name="上传1个文件").click()
    item = file(mobile, paper)
    item.get_by_text("连接断了").wait_for()
    return item


def test_a_broken_connection_is_taken_up_where_it_broke(
    page: "Page", mobile: "Page", address: str, papers: list[Path]
) -> None:
    url = link(page, address)
    with line_to(urlsplit(url).port or 0) as line:
        item = break_off(mobile, line, url, papers[0], 4 * MEGABYTE)
        assert line.cut.is_set()
        assert 0.2 < item.locator("progress").evaluate("bar => bar.value / bar.max") < 0.6
        line.mend()
        item.get_by_text("已保存").wait_for()
        assert line.sent < 11 * MEGABYTE


def test_the_same_file_goes_on_after_the_page_was_loaded_anew(
    page: "Page", mobile: "Page", address: str, papers: list[Path]
) -> None:
    url = link(page, address)
    with line_to(urlsplit(url).port or 0) as line:
        break_off(mobile, line, url, papers[0], 6 * MEGABYTE)
        line.mend()
        mobile.on("dialog", lambda dialog: dialog.accept())
        mobile.goto("about:blank")
        before = line.sent
        mobile.goto(f"http://127.0.0.1:{line.port}/upload")
        left = mobile.get_by_label("上次没传完的文件")
        left.get_by_text("工作方案.pdf").wait_for()
        choose(mobile, papers[0])
        file(mobile, papers[0]).get_by_text("接着传").wait_for()
        mobile.get_by_role("button", name="上传1个文件").click()
        file(mobile, papers[0]).get_by_text("已保存").wait_for()
        assert line.sent - before < 6 * MEGABYTE
        playwright.expect(left).to_be_hidden()


def test_what_is_not_taken_says_why(
    page: "Page", mobile: "Page", address: str, papers: list[Path], tmp_path: Path
) -> None:
    mobile.goto(link(page, address))
    mobile.get_by_text("选择文件").wait_for()
    huge, program, page_file = tmp_path / "录像.mp4", tmp_path / "安装.exe", tmp_path / "网页.docx"
    with huge.open("wb") as written:
        written.truncate(50 * MEGABYTE + 1)
    program.write_bytes(b"MZ")
    page_file.write_bytes(b"<html><body>")
    choose(mobile, huge, program, page_file, papers[1])
    file(mobile, huge).get_by_text("超过50MB").wait_for()
    mobile.get_by_role("button", name="上传3个文件").click()
    file(mobile, program).get_by_text("程序").wait_for()
    file(mobile, page_file).get_by_text("没有保存").wait_for()
    file(mobile, papers[1]).get_by_text("已保存").wait_for()


def test_an_upload_can_be_cancelled(page: "Page", mobile: "Page", address: str, papers: list[Path]) -> None:
    url = link(page, address)
    with line_to(urlsplit(url).port or 0) as line:
        item = break_off(mobile, line, url, papers[0], 3 * MEGABYTE)
        line.mend()
        with mobile.expect_response(lambda answer: answer.request.method == "DELETE"):
            item.get_by_role("button", name="取消").click()
        playwright.expect(item).to_have_count(0)
        mobile.reload()
        mobile.get_by_text("选择文件").wait_for()
        playwright.expect(mobile.get_by_text("上次没传完的")).to_be_hidden()


def test_a_stolen_link_opens_nothing_and_the_owner_is_told(
    page: "Page", mobile: "Page", address: str, browser: "Browser"
) -> None:
    url = link(page, address)
    mobile.goto(url)
    mobile.get_by_text("选择文件").wait_for()
    thief = browser.new_context().new_page()
    thief.goto(url)
    thief.get_by_text("已经在另一台设备或浏览器上打开").wait_for()
    assert "王敏" not in thief.content()
    thief.context.close()
    phone(page, "王敏").locator(".push", has_text="另一台设备或浏览器").wait_for()


def test_an_expired_link_says_where_to_get_another(page: "Page", mobile: "Page", address: str) -> None:
    url = link(page, address)
    page.get_by_role("button", name="＋1天").click()
    phone(page, "王敏").locator(".push").first.wait_for()
    mobile.goto(url)
    mobile.get_by_text("链接已过期").wait_for()
    assert "发“上传”" in mobile.content()


def test_a_browser_without_scripts_gets_a_form(
    page: "Page", browser: "Browser", address: str, papers: list[Path]
) -> None:
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    plain.goto(link(page, address))
    plain.get_by_role("button", name="打开上传页").click()
    plain.locator("select[name=place]").select_option(index=1)
    plain.locator("input[name=caption]").fill("6月10日工地检查")
    plain.locator("input[type=file][name=file]").set_input_files([str(path) for path in papers])
    plain.get_by_role("button", name="上传", exact=True).click()
    for path in papers:
        plain.get_by_text(f"{path.name}：已保存").wait_for()
    plain.context.close()
