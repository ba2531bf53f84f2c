"""Who gets to the upload page: the person who was given the link, in one browser, for a time."""

import re
from datetime import timedelta

import pytest

from bot.keys import LINKS
from store.unit_of_work import UnitOfWork
from tests.bot.upload.desk import Desk, pdf


async def test_the_bot_gives_a_link_that_opens_the_persons_own_page(desk: Desk) -> None:
    browser = desk.browser()
    status, text = await browser.open(await desk.link())
    assert status == 200
    assert all(words in text for words in ("宋莉", "农业农村局", "选择文件"))
    assert "高洋" not in text


async def test_every_file_that_the_page_names_is_there(desk: Desk) -> None:
    browser = desk.browser()
    _, text = await browser.open(await desk.link())
    named = re.findall(r'(?:src|href)="(/upload/static/[^"]+)"', text)
    assert any(path.endswith("icon.svg") for path in named)
    assert {(await browser.read(path))[0] for path in named} == {200}


async def test_the_token_is_not_in_the_address_of_the_page_nor_sent_to_anybody(desk: Desk) -> None:
    browser, link = desk.browser(), await desk.link()
    async with browser.http.post(link) as answer:
        assert answer.url.path == "/upload"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
        (first,) = answer.history
        cookie = first.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert "Path=/upload" in cookie
        assert link.rpartition("/")[2] not in await answer.text()


async def test_looking_at_a_link_does_not_use_it_up(desk: Desk) -> None:
    link = await desk.link()
    preview = desk.browser("LinkPreview/1.0")
    for _ in range(3):
        status, text = await preview.read(link)
        assert (status, "宋莉" in text) == (200, False)
    status, text = await desk.browser().open(link)
    assert "宋莉" in text
    assert await desk.pushes() == []


async def test_a_second_browser_is_kept_out_and_the_owner_told_once(desk: Desk) -> None:
    link = await desk.link()
    await desk.browser().open(link)
    thief = desk.browser()
    for method in ("GET", "POST", "GET"):
        status, text = await thief.read(link, method)
        assert (status, "已经在另一台设备" in text, "宋莉" in text) == (410, True, False)
    assert (await thief.call("GET", "state")).status == 401
    (told,) = await desk.pushes()
    assert "另一台设备或浏览器" in told


async def test_the_owner_can_open_the_link_again_in_the_same_browser(desk: Desk) -> None:
    link, browser = await desk.link(), desk.browser()
    for _ in range(3):
        status, text = await browser.open(link)
        assert (status, "宋莉" in text) == (200, True)
    assert await desk.pushes() == []


async def test_an_expired_link_opens_nothing_but_who_has_opened_it_goes_on(desk: Desk) -> None:
    early, late = await desk.link("song"), await desk.link("gao")
    owner = desk.browser()
    await owner.open(early)
    desk.clock.move_to(desk.clock.now() + timedelta(minutes=30))
    status, text = await desk.browser().open(late)
    assert (status, "已过期" in text) == (410, True)
    status, text = await owner.open(early)
    assert (status, "宋莉" in text) == (200, True)


async def test_a_page_left_open_overnight_is_no_longer_good(desk: Desk) -> None:
    browser = await desk.entered()
    desk.clock.move_to(desk.clock.now() + timedelta(hours=8))
    answer = await browser.call("GET", "state")
    assert (answer.status, "失效" in answer["problem"]) == (401, True)
    status, text = await browser.read("/upload")
    assert (status, "发“上传”" in text) == (410, True)


@pytest.mark.parametrize("change", ["kind", "cut", "added", "other"])
async def test_an_altered_link_opens_nothing(desk: Desk, change: str) -> None:
    link = await desk.link()
    head, _, token = link.rpartition("/")
    altered = {
        "kind": desk.app[LINKS].sign("files", 1, "x", desk.clock.now() + timedelta(minutes=5)),
        "cut": token[:-1],
        "added": f"{token}A",
        "other": token.replace(token[3], "Q" if token[3] != "Q" else "R", 1),
    }[change]
    for method in ("GET", "POST"):
        status, text = await desk.browser().read(f"{head}/{altered}", method)
        assert (status, "不对或不完整" in text) == (410, True)


async def test_a_new_link_voids_the_old_one_and_its_page(desk: Desk) -> None:
    first = await desk.link()
    browser = desk.browser()
    await browser.open(first)
    second = await desk.link()
    assert (await browser.call("GET", "state")).status == 401
    status, text = await desk.browser().open(first)
    assert (status, "作废" in text) == (410, True)
    status, text = await browser.open(second)
    assert (status, "宋莉" in text) == (200, True)


@pytest.mark.parametrize("parting", ["unbound", "bound anew", "left"])
async def test_who_is_parted_from_the_account_is_out(desk: Desk, parting: str) -> None:
    browser, unopened = await desk.entered("song"), await desk.link("gao")
    now = desk.clock.now() + timedelta(minutes=1)

    def part(uow: UnitOfWork) -> None:
        for person in uow.roster.list(desk.scene.campaign.id, role="contact"):
            if parting == "left":
                uow.roster.deactivate(person.id)
                continue
            uow.roster.unbind(person.id)
            if parting == "bound anew":
                assert uow.roster.bind(person.id, "wecom", f"new{person.id}", now)

    await desk.scene.store.run(part)
    assert (await browser.call("GET", "state")).status == 401
    assert (await browser.begin("a.pdf", 10)).status == 401
    status, text = await desk.browser().open(unopened)
    assert (status, "作废" in text) == (410, True)


async def test_an_ended_campaign_takes_nothing(desk: Desk) -> None:
    browser = await desk.entered()
    await desk.scene.store.run(lambda uow: uow.campaigns.close(desk.scene.campaign.id))
    answer = await browser.begin("a.pdf", 10)
    assert (answer.status, "已经结束" in answer["problem"]) == (401, True)


async def test_nobody_reaches_the_files_of_another(desk: Desk) -> None:
    song, gao = await desk.entered("song"), await desk.entered("gao")
    begun = await song.begin("a.pdf", 40)
    number = begun["id"]
    for answer in (
        await gao.call("GET", f"files/{number}"),
        await gao.put(number, 0, pdf(40)),
        await gao.finish(number, pdf(40)),
        await gao.call("DELETE", f"files/{number}"),
    ):
        assert answer.status == 401
    assert (await song.call("GET", f"files/{number}"))["offset"] == 0


async def test_a_foreign_page_can_make_no_call(desk: Desk) -> None:
    browser = await desk.entered()
    del browser.http.headers["X-Kaohe"]
    assert (await browser.begin("a.pdf", 10)).status == 403


async def test_a_page_does_not_act_for_whoever_opens_a_link_later_in_the_same_browser(desk: Desk) -> None:
    browser = await desk.entered("song")
    seal = browser.http.headers["X-Kaohe"]
    await browser.open(await desk.link("gao"))
    assert (await browser.begin("a.pdf", 10)).status == 200
    browser.http.headers["X-Kaohe"] = seal
    answer = await browser.begin("b.pdf", 10)
    assert (answer.status, "别的上传链接" in answer["problem"]) == (401, True)


async def test_without_a_link_the_page_says_where_to_get_one(desk: Desk) -> None:
    status, text = await desk.browser().read("/upload")
    assert (status, "发“上传”" in text) == (403, True)


async def test_a_reviewer_is_given_no_link(desk: Desk) -> None:
    assert "href" not in await desk.say("du", "上传")


async def test_without_a_public_address_the_bot_says_how_else(desk: Desk) -> None:
    said = await desk.scene.say("song", "上传")
    assert "还没有开通上传页" in said
    assert "纸质报送" in said
