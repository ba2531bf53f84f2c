"""Who is let in by a signed link that was passed on, lost, looked at by programs, or opened twice."""

import pytest

from bot.documents.rendering import KIND, target_of
from handlers.exports.looking import LOOK
from handlers.exports.orders import Order
from tests.bot.downloads.window import Window


def link(window: Window, kind: str, reviewer: int) -> str:
    """A link of that kind for the reviewer."""
    if kind == LOOK:
        return window.look(reviewer)
    return window.link(KIND, reviewer, target_of(Order("item", reviewer, evidence_id=1)))


@pytest.fixture(params=[KIND, LOOK])
async def url(request: pytest.FixtureRequest, window: Window) -> str:
    """A link that was made for the reviewer bai."""
    return link(window, request.param, await window.person("bai", "reviewer"))


async def test_the_browser_that_opens_it_first_can_do_so_again_and_no_other(window: Window, url: str) -> None:
    for _ in range(3):
        assert await window.status(url) == 200
    thief = window.browser()
    for method in ("GET", "POST", "GET"):
        status, body, _ = await thief.read(url, method)
        assert (status, "已经在另一台设备" in body.decode()) == (403, True)
    (told,) = await window.pushes()
    assert told[0] == "bai"
    assert "另一台设备或浏览器" in told[1]


async def test_a_program_that_only_looks_at_it_does_not_use_it_up(window: Window, url: str) -> None:
    preview = window.browser("LinkPreview/1.0")
    for method in ("GET", "HEAD", "GET"):
        status, body, headers = await preview.read(url, method)
        assert (status, headers.get("Set-Cookie"), "45号" in body.decode()) == (200, None, False)
    assert await window.status(url) == 200
    assert await window.pushes() == []


async def test_the_browser_is_known_by_a_cookie_of_this_link_alone(window: Window, url: str) -> None:
    async with window.browsers[0].http.post(url, allow_redirects=False) as answer:
        cookie = answer.headers["Set-Cookie"]
    path = url.removeprefix(window.address)
    assert all(part in cookie for part in ("HttpOnly", "SameSite=Lax", f"Path={path}", "Max-Age=900"))
    thief = window.browser()
    thief.http.cookie_jar.update_cookies({"kaohe_link": "guessed"})
    assert (await thief.read(url))[0] == 403


async def test_in_the_platforms_own_browser_its_owner_alone_is_let_in(window: Window, url: str) -> None:
    status, body, _ = await window.member("song").open(url)
    assert (status, "发给别人的" in body.decode()) == (403, True)
    assert [recipient for recipient, _ in await window.pushes()] == ["bai"]
    owner = window.member("bai")
    for _ in range(2):
        assert (await owner.open(url))[0] == 200


async def test_the_owner_takes_it_back_from_whoever_was_first(window: Window, url: str) -> None:
    assert await window.status(url) == 200
    assert (await window.member("bai").open(url))[0] == 200
    assert await window.status(url) == 403


async def test_the_button_does_not_get_round_the_platforms_word(window: Window, url: str) -> None:
    status, body, _ = await window.member("song").open(url, "POST")
    assert (status, "发给别人的" in body.decode()) == (403, True)
    status, body, _ = await window.browsers[0].read(f"{url}/me?code=x&state=y")
    assert (status, "没能确认您的身份" in body.decode()) == (403, True)


async def test_nothing_on_the_page_opens_without_the_page(window: Window) -> None:
    reviewer = await window.person("bai", "reviewer")
    url = window.look(reviewer)
    for address in (f"{url}/1", f"{url}/2", f"{url}/2/small"):
        assert await window.status(address) == 403
    assert await window.status(url) == 200
    assert await window.status(f"{url}/2/small") == 200
    assert (await window.browser().read(f"{url}/2/small"))[0] == 403
