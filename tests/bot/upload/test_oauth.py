"""The page opened from the app's menu: the platform tells who it is."""

import pytest
from yarl import URL

from bot.channels.wecom_api import WecomApi
from bot.member import STATE
from bot.sandbox.api import MEMBER
from bot.sandbox.platform import Platform
from tests.bot.upload.desk import Browser, Desk

AGENT = "Mozilla/5.0 wxwork/4.1.20 MicroMessenger/7.0.1"


def member(desk: Desk, account: str) -> Browser:
    """The built-in browser of that member; "" for somebody from outside."""
    browser = desk.browser(AGENT)
    browser.http.cookie_jar.update_cookies({MEMBER: account}, URL(desk.platform.base_url))
    return browser


async def redirected(browser: Browser, url: str) -> str:
    async with browser.http.get(URL(url), allow_redirects=False) as answer:
        assert answer.status in (302, 303), await answer.text()
        return answer.headers["Location"]


async def test_a_member_is_let_in_without_a_link(desk: Desk) -> None:
    browser = member(desk, "Song")
    status, text = await browser.read("/upload")
    assert (status, "宋莉" in text) == (200, True)
    assert len(await browser.places()) > 0


async def test_the_page_of_the_platform_is_asked_as_it_demands(desk: Desk) -> None:
    asked = URL(await redirected(member(desk, "song"), "/upload"))
    assert asked.fragment == "wechat_redirect"
    assert asked.query["appid"] == desk.platform.corp.app.corp_id
    assert asked.query["agentid"] == str(desk.platform.corp.app.agent_id)
    assert (asked.query["scope"], asked.query["response_type"]) == ("snsapi_base", "code")
    assert asked.query["redirect_uri"] == f"{desk.address}/upload/oauth"
    assert asked.query["state"].isalnum()
    assert len(asked.query["state"]) <= 128


async def test_a_code_and_its_state_are_good_for_once(desk: Desk) -> None:
    browser = member(desk, "song")
    back = await redirected(browser, await redirected(browser, "/upload"))
    assert await redirected(browser, back) == "/upload"
    status, text = await browser.read(back)
    assert (status, "没能确认" in text) == (403, True)
    thief = member(desk, "gao")
    state = URL(back).query["state"]
    thief.http.cookie_jar.update_cookies({STATE: state}, URL(f"{desk.address}/upload/oauth"))
    status, text = await thief.read(back)
    assert (status, "没能确认" in text) == (503, True)


@pytest.mark.parametrize("given", ["", "x", "密"])
async def test_a_state_that_is_not_this_browsers_is_refused(desk: Desk, given: str) -> None:
    code = desk.platform.corp.oauth.issue("song")
    browser = member(desk, "song")
    await redirected(browser, "/upload")
    status, _ = await browser.read(f"{desk.address}/upload/oauth?code={code}&state={given}")
    assert status == 403
    assert (await browser.call("GET", "state")).status == 401


async def test_a_stranger_is_told_to_bind_and_an_outsider_kept_out(desk: Desk) -> None:
    desk.platform.corp.add_member("stranger")
    status, text = await member(desk, "stranger").read("/upload")
    assert (status, "绑定" in text) == (403, True)
    status, text = await member(desk, "").read("/upload")
    assert (status, "本单位" in text) == (403, True)


async def test_another_browser_is_told_to_take_a_link(desk: Desk) -> None:
    status, text = await desk.browser("Mozilla/5.0 Chrome/120").read("/upload")
    assert (status, "发“上传”" in text) == (403, True)


async def test_opening_from_the_menu_voids_a_link_given_before(desk: Desk) -> None:
    link = await desk.link()
    await member(desk, "song").read("/upload")
    status, text = await desk.browser().open(link)
    assert (status, "作废" in text) == (410, True)


async def test_a_link_that_was_passed_on_inside_the_platform_opens_the_page_of_whoever_opens_it(
    desk: Desk,
) -> None:
    link = await desk.link("song")
    status, text = await member(desk, "gao").open(link)
    assert (status, "高洋" in text, "宋莉" in text) == (200, True, False)
    owner = member(desk, "song")
    for _ in range(2):
        status, text = await owner.open(link)
        assert (status, "宋莉" in text) == (200, True)


async def test_a_reviewer_has_no_upload_page(desk: Desk) -> None:
    status, text = await member(desk, "du").read("/upload")
    assert (status, "不能交材料" in text) == (403, True)


async def test_the_api_tells_whose_a_code_is(platform: Platform, api: WecomApi) -> None:
    code = platform.corp.oauth.issue("WangMin")
    assert await api.member_of(code) == "wangmin"
    assert await api.member_of(platform.corp.oauth.issue("")) == ""
