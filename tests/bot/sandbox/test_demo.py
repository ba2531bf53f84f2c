"""The demo without a browser: its page's calls, every message by way of the callback and the API."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, ClientTimeout, FormData

from bot.sandbox.demo import running_demo
from bot.sandbox.scenes import Scene, all_scenes
from handlers.board import duties_at
from handlers.campaign.library import Library
from handlers.people.speaker import Seat
from store.database import Store

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
OWN = {"X-Kaohe": "demo"}
State = Mapping[str, Any]


class Visitor:
    """What the page does, by hand."""

    def __init__(self, http: ClientSession, scene: str) -> None:
        self.http = http
        self.scene = scene

    async def act(self, act: str, **asked: object) -> Mapping[str, Any]:
        async with self.http.post(f"/scenes/{self.scene}/{act}", json=asked, headers=OWN) as answer:
            read: Mapping[str, Any] = await answer.json()
            return read

    async def until(self, wanted: Callable[[State], bool]) -> State:
        """The first state of the stream of events that `wanted` takes."""
        async with (
            asyncio.timeout(10),
            self.http.get(f"/scenes/{self.scene}/events", timeout=ClientTimeout()) as stream,
        ):
            async for line in stream.content:
                if line.startswith(b"data:"):
                    state: State = json.loads(line.removeprefix(b"data:"))
                    if wanted(state):
                        return state
        raise AssertionError("the stream ended")

    async def state(self) -> State:
        return await self.until(lambda state: True)

    async def say(self, account: str, text: str) -> str:
        """The bot's reply."""
        before = len((await self.state())["talks"][account])
        assert await self.act("say", account=account, text=text) == {"problem": ""}
        state = await self.until(lambda state: len(state["talks"][account]) >= before + 2)
        reply: str = state["talks"][account][before + 1]["text"]
        return reply


@pytest.fixture
async def http(tmp_path: Path) -> AsyncIterator[ClientSession]:
    async with running_demo(tmp_path, 0) as address, ClientSession(address) as session:
        yield session


@pytest.fixture
async def tieling(http: ClientSession) -> Visitor:
    visitor = Visitor(http, "tieling-2015")
    await visitor.act("enter")
    return visitor


def holds(folder: Path, data: bytes) -> bool:
    return any(path.is_file() and path.read_bytes() == data for path in folder.rglob("*"))


def is_push(bubble: Mapping[str, Any]) -> bool:
    return str(bubble["way"]) == "push"


async def test_a_report_moves_the_board(tieling: Visitor) -> None:
    before = (await tieling.state())["board"]
    assert before["subjects"][0]["points"] == "0"
    reply = await tieling.say("tl.wangmin", "新开工建筑工程质量监督覆盖率100%")
    assert "4/4" in reply
    after = (await tieling.state())["board"]
    assert (after["subjects"][0]["points"], after["reported"]) == ("4", before["reported"] + 1)
    assert [line["points"] for line in after["lines"]] == ["4"]
    assert "4/" in await tieling.say("tl.chenjing", "现在多少分")


async def test_the_next_working_day_brings_the_reminder(tieling: Visitor) -> None:
    assert "2015年6月17日" in (await tieling.state())["now"]
    await tieling.act("clock", move="workday")
    state = await tieling.until(lambda state: any(map(is_push, state["talks"]["tl.wangmin"])))
    assert "2015年6月18日" in state["now"]
    (push,) = filter(is_push, state["talks"]["tl.wangmin"])
    assert (push["kind"], "还剩7个工作日" in push["text"]) == ("template_card", True)
    assert push["at"].startswith("6月18日")
    pressed = {"account": "tl.wangmin", "bubble": push["number"], "key": push["buttons"][0]["key"]}
    await tieling.act("click", **pressed)
    state = await tieling.until(
        lambda state: any(bubble["button"] for bubble in state["talks"]["tl.wangmin"])
    )
    label = push["buttons"][0]["text"]
    assert f"已选：{label}" in [bubble["button"] for bubble in state["talks"]["tl.wangmin"]]


async def test_the_clock_goes_to_the_eve_of_the_deadline_and_beyond_it(tieling: Visitor) -> None:
    await tieling.act("clock", move="eve")
    assert "6月29日" in (await tieling.state())["now"]
    await tieling.act("clock", move="overdue")
    assert "7月1日" in (await tieling.state())["now"]
    await tieling.act("clock", at="2015-06-20T09:00")
    assert "6月20日 周六 09:00" in (await tieling.state())["now"]
    assert "看不懂" in (await tieling.act("clock", at="gestern"))["problem"]
    await tieling.act("clock", at="2016-02-01T09:00")
    assert "没有截止时间" in (await tieling.act("clock", move="eve"))["problem"]


async def test_a_picture_becomes_evidence_and_can_be_seen(tieling: Visitor, tmp_path: Path) -> None:
    form = FormData({"account": "tl.wangmin"})
    form.add_field("file", PNG, filename="现场.png")
    async with tieling.http.post(f"/scenes/{tieling.scene}/attach", data=form, headers=OWN) as answer:
        assert await answer.json() == {"problem": ""}
    state = await tieling.until(lambda state: len(state["talks"]["tl.wangmin"]) >= 2)
    said = state["talks"]["tl.wangmin"][0]
    assert (said["kind"], said["way"]) == ("image", "said")
    async with tieling.http.get(f"/media/{said['media']}") as picture:
        assert (picture.content_type, await picture.read()) == ("image/png", PNG)
    async with asyncio.timeout(10):
        while not holds(tmp_path, PNG):
            await tieling.state()


async def test_a_newcomer_binds_with_a_fresh_code(tieling: Visitor) -> None:
    assert "绑定" in await tieling.say("tl.zhouting", "我的任务")
    code = (await tieling.act("code", account="tl.zhouting"))["code"]
    assert "绑定成功" in await tieling.say("tl.zhouting", f"绑定 {code}")
    assert "已经绑定" in (await tieling.act("code", account="tl.zhouting"))["problem"]


async def test_each_scene_keeps_its_own_time_and_rests_while_another_is_played(tieling: Visitor) -> None:
    await tieling.act("clock", move="workday")
    await tieling.until(lambda state: any(map(is_push, state["talks"]["tl.wangmin"])))
    rugao = Visitor(tieling.http, "rugao-2018")
    await rugao.act("enter")
    assert "2018年" in (await rugao.state())["now"]
    await rugao.act("clock", move="workday")
    await rugao.until(lambda state: any(map(is_push, state["talks"]["rg.liqiang"])))
    elsewhere = await tieling.state()
    assert not elsewhere["active"]
    assert len([*filter(is_push, elsewhere["talks"]["tl.wangmin"])]) == 1
    await tieling.act("enter")
    assert "2015年6月18日" in (await tieling.state())["now"]


@pytest.mark.usefixtures("http")
async def test_no_campaign_is_open_until_its_scene_is_entered(tmp_path: Path) -> None:
    store = await Store.open(f"sqlite+aiosqlite:///{tmp_path / 'kaohe.db'}")
    campaigns = await store.read(lambda uow: uow.campaigns.list())
    await store.close()
    assert [campaign.state for campaign in campaigns] == ["closed"] * len(all_scenes())


async def test_only_the_page_may_act_and_only_for_its_people(tieling: Visitor) -> None:
    path = f"/scenes/{tieling.scene}/say"
    async with tieling.http.post(path, json={"account": "tl.wangmin", "text": "撤回"}) as answer:
        assert answer.status == 403
    assert "没有这个人" in (await tieling.act("say", account="rg.liqiang", text="帮助"))["problem"]
    async with tieling.http.post("/scenes/nowhere/enter", headers=OWN) as answer:
        assert answer.status == 404


async def test_the_page_loads_nothing_but_its_own_files(http: ClientSession) -> None:
    async with http.get("/") as answer:
        html = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'")
    assert "unsafe" not in policy
    assert "style=" not in html
    assert "onclick" not in html
    for path in ("/static/demo.js", "/static/demo.css", "/icon.svg", "/fonts/noto-sans-sc.woff2"):
        async with http.get(path) as answer:
            assert answer.status == 200


@pytest.mark.parametrize("scene", all_scenes(), ids=lambda scene: scene.rubric)
def test_everyone_who_reports_has_something_to_report(scene: Scene) -> None:
    library = Library()
    rubric = library.rubric(scene.rubric)
    if scene.overlay is not None:
        rubric = scene.overlay.applied_to(rubric)
    first = rubric.milestones[0].id if rubric.milestones else None
    for person in scene.people:
        if person.role == "contact":
            unit = rubric.unit_aliases.get(person.unit, person.unit)
            seat = Seat(person.role, unit, person.subject, scene.subjects or rubric.subjects)
            assert duties_at(rubric, seat, first), person.name


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", "10.0.0.1"])
async def test_a_foreign_name_that_leads_to_this_machine_opens_nothing(
    http: ClientSession, host: str
) -> None:
    for path in ("/", "/scenes/tieling-2015/events", "/static/demo.js", "/cgi-bin/gettoken"):
        async with http.get(path, headers={"Host": host}) as answer:
            assert answer.status == 403
    async with http.post("/scenes/tieling-2015/enter", headers={**OWN, "Host": host}) as answer:
        assert answer.status == 403


async def test_this_machine_has_several_names(http: ClientSession) -> None:
    for host in ("localhost:8080", "127.0.0.1", "[::1]:8080"):
        async with http.get("/", headers={"Host": host}) as answer:
            assert answer.status == 200


BAD_BODIES = [
    b"",
    b"{",
    b"[]",
    b"1",
    b'"x"',
    b"null",
    b'{"account": null}',
    b'{"account": "tl.wangmin"}',
    b"\xff\xfe",
    b"[" * 50_000,
]


@pytest.mark.parametrize("act", ["say", "click", "attach", "code", "clock"])
async def test_whatever_is_posted_to_the_demo_is_refused_in_good_order(http: ClientSession, act: str) -> None:
    headers = {**OWN, "Content-Type": "application/json"}
    for body in BAD_BODIES:
        async with http.post(f"/scenes/tieling-2015/{act}", data=body, headers=headers) as answer:
            assert 400 <= answer.status < 500, body[:20]
            assert "problem" in await answer.json(), body[:20]


async def test_the_clock_goes_nowhere_that_no_calendar_reaches(http: ClientSession) -> None:
    for at in (
        "9999-12-31T23:59",
        "0001-01-01T00:00",
        "1999-12-31T23:59",
        "２０１８年",
        "2018-13-01",
        "x" * 10_000,
    ):
        async with http.post("/scenes/tieling-2015/clock", json={"at": at}, headers=OWN) as answer:
            assert answer.status == 409


@pytest.mark.parametrize(
    "text", ["\x00\x07", "]]></Content>", "\u202e\u200b", "<script>alert(1)</script>", "字" * 5000]
)
async def test_odd_words_in_the_demo_are_answered_or_refused(http: ClientSession, text: str) -> None:
    content = {"account": "tl.wangmin", "text": text}
    async with http.post("/scenes/tieling-2015/say", json=content, headers=OWN) as answer:
        assert answer.status in (200, 409)
