"""People talk to the robot: the whole bot, with the robot alone, against the stand-in platform."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot import keys
from bot.app import create_app
from bot.channels.aibot.hearing import GREETING
from bot.clock import MovableClock
from bot.sandbox.platform import listen, serving
from bot.sandbox.robot import RobotPlatform
from bot.settings import Settings
from handlers import group_chat
from handlers.messages import Card, Push
from handlers.people.binding import HOW_TO_BIND
from handlers.people.enrolment import fresh_code
from handlers.pushing import pushes
from store.database import Store
from store.records import Evidence, OutboxRow
from tests.bot.channels.aibot.robots import eventually
from tests.scene import Scene

NOW = "2018-11-20 10:02"
PDF = b"%PDF-1.4\n" + b"0" * 300_000
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"0" * 2000


@dataclass
class Office:
    """An office whose bot runs with the robot alone."""

    scene: Scene
    robots: RobotPlatform
    app: web.Application

    async def evidence(self) -> tuple[Evidence, ...]:
        return await self.scene.store.read(lambda uow: uow.evidence.list(self.scene.campaign.id))

    async def kept(self, state: str) -> Evidence:
        """The first piece of evidence that comes to that state."""
        found: list[Evidence] = []
        for _ in range(500):
            found = [one for one in await self.evidence() if one.state == state]
            if found:
                break
            await asyncio.sleep(0.02)
        return found[0]

    async def sent(self, wanted: Callable[[OutboxRow], bool], state: str) -> OutboxRow:
        """The first message of the outbox that comes to that state."""
        found: list[OutboxRow] = []
        for _ in range(500):
            found = [row for row in await self.scene.outbox() if wanted(row) and row.state == state]
            if found:
                break
            await asyncio.sleep(0.02)
        return found[0]


@asynccontextmanager
async def running(robots: RobotPlatform, store: Store, url: str, folder: Path) -> AsyncIterator[Office]:
    scene = await Scene.open(store, "rugao-2018", NOW)
    settings = Settings.model_construct(
        database_url=url,
        data_dir=folder / "data",
        aibot_id=robots.bot_id,
        aibot_secret=SecretStr(robots.secret),
        aibot_ws_url=robots.base_url.replace("http", "ws", 1),
    )
    app = create_app(settings, clock=MovableClock(scene.now))
    async with serving(app, listen()):
        await robots.until(lambda: robots.connected)
        await eventually(lambda: app[keys.ROBOT].robot.connected)
        yield Office(scene, robots, app)


@pytest.fixture
async def office(
    robots: RobotPlatform, sqlite: Store, sqlite_url: str, tmp_path: Path
) -> AsyncIterator[Office]:
    async with running(robots, sqlite, sqlite_url, tmp_path) as made:
        await made.scene.person("wangmin", "市场监管局")
        yield made


async def test_a_contact_of_the_roster_reports_and_is_answered(office: Office) -> None:
    await office.robots.say("WangMin", "上报 19.2 98.5%")
    answer = await office.robots.answer("wangmin", "已收")
    assert answer.req_id  # It answers to the message rather than coming out of the blue.
    (stored,) = await office.scene.submissions()
    assert (stored.code, stored.message_key) == ("19.2", "msg-1|wangmin")


async def test_a_repeated_message_has_one_effect_and_one_answer(office: Office) -> None:
    said = await office.robots.say("wangmin", "上报 19.2 98.5%")
    await office.robots.answer("wangmin", "已收")
    await asyncio.gather(*(office.robots.deliver(said) for _ in range(3)))
    await office.robots.say("wangmin", "我的任务")
    await office.robots.answer("wangmin", "98.5")
    assert len(await office.scene.submissions()) == 1
    assert sum("已收：" in text for text in office.robots.texts("wangmin")) == 1


async def test_messages_that_come_in_another_order_are_each_handled_once(office: Office) -> None:
    bodies = [office.robots.message("wangmin", "text", {"content": f"19.2 {value}"}) for value in (91, 92)]
    for body in (bodies[1], bodies[0], bodies[1], bodies[0]):
        await office.robots.deliver(body)
    await office.robots.answer("wangmin", "91%")
    given = [row.given for row in await office.scene.submissions()]
    assert len(given) == 2


async def test_somebody_on_no_roster_binds_by_code_and_is_then_reached(office: Office) -> None:
    store, robots = office.scene.store, office.robots
    await robots.say("chenhong", "在吗")
    await robots.answer("chenhong", HOW_TO_BIND)
    person = await office.scene.person("", "市场监管局", name="陈红")
    code = await store.run(lambda uow: fresh_code(uow, person, office.scene.now))
    await robots.say("chenhong", f"绑定 {code}")
    await robots.answer("chenhong", "绑定成功")
    await push(office, "chenhong", "明天截止。")
    assert (await robots.answer("chenhong", "明天截止")).text == "明天截止。"


async def push(office: Office, recipient: str, text: str) -> None:
    now = office.scene.now
    await office.scene.store.run(
        lambda uow: uow.outbox.add(
            key=text, channel="wecom", recipient=recipient, text=text, not_before=now, created_at=now
        )
    )
    office.app[keys.DELIVERY].wake()


async def test_who_has_never_spoken_is_not_spoken_to(office: Office) -> None:
    await push(office, "wangmin", "明天截止。")
    refused = await office.sent(lambda row: row.text == "明天截止。", "refused")
    assert "没有和机器人说过话" in refused.answer
    assert office.robots.shown == []


async def test_a_group_hears_where_to_talk_and_nothing_else(office: Office) -> None:
    await office.robots.say("wangmin", "上报 19.2 98.5%", group="Group-1")
    await office.robots.answer("Group-1", "单独聊天")
    await office.robots.say("stranger", "排名", group="Group-1")
    await eventually(lambda: len(office.robots.texts("Group-1")) == 2)
    assert set(office.robots.texts("Group-1")) == {group_chat.ANSWER}
    assert await office.scene.submissions() == ()
    assert await office.scene.store.read(lambda uow: uow.accounts.find("aibot", "wangmin")) is None


async def test_a_file_is_fetched_opened_and_kept_under_its_name(office: Office) -> None:
    await office.robots.send_file("wangmin", PDF, "2018年质量发展/方案“定稿”.pdf")
    await office.robots.answer("wangmin", "归到哪一项")
    stored = await office.kept("stored")
    assert (stored.original_name, stored.mime) == ("方案“定稿”.pdf", "application/pdf")
    assert stored.size == len(PDF)
    assert stored.fetch_deadline is not None
    assert abs(stored.fetch_deadline - stored.at - timedelta(minutes=5)) < timedelta(seconds=5)


async def test_a_file_that_is_gone_is_told_of(office: Office) -> None:
    body = office.robots.message("wangmin", "file", office.robots.keep(PDF, "方案.pdf"))
    office.robots.expire_files()
    await office.robots.deliver(body)
    await office.robots.answer("wangmin", "没存成功")
    assert (await office.kept("failed")).sha256 is None


async def test_words_sent_with_pictures_say_where_they_belong(office: Office) -> None:
    await office.robots.send_mixed("wangmin", "1 6月10日企业检查", PNG, PNG + b"1")
    await office.robots.answer("wangmin", "已归到")
    pieces = await office.evidence()
    assert [piece.kind for piece in pieces] == ["image", "image"]


async def test_a_quoted_file_is_handed_in_again(office: Office) -> None:
    body: dict[str, Any] = office.robots.message("wangmin", "text", {"content": "1"})
    body["quote"] = {"msgtype": "file", "file": office.robots.keep(PDF, "方案.pdf")}
    await office.robots.deliver(body)
    await office.robots.answer("wangmin", "已归到")
    assert (await office.kept("stored")).original_name == "方案.pdf"


async def test_quoted_words_are_no_report(office: Office) -> None:
    body: dict[str, Any] = office.robots.message("wangmin", "text", {"content": "我的任务"})
    body["quote"] = {"msgtype": "text", "text": {"content": "上报 19.2 98.5%"}}
    await office.robots.deliver(body)
    await office.robots.answer("wangmin", "项")
    assert await office.scene.submissions() == ()


@pytest.mark.parametrize("code", [846605, 846608])
async def test_an_answer_that_comes_too_late_for_its_message_is_sent_by_itself(
    office: Office, code: int
) -> None:
    office.robots.trouble.codes.append(code)
    await office.robots.say("wangmin", "上报 19.2 98.5%")
    answer = await office.robots.answer("wangmin", "已收")
    assert (answer.req_id, answer.body["chat_type"]) == ("", 1)


async def test_an_answer_survives_the_end_of_the_connection(office: Office) -> None:
    def end_first(*_: object) -> None:
        office.robots.abort()

    office.app[keys.PIPELINE].listeners.insert(0, end_first)
    await office.robots.say("wangmin", "上报 19.2 98.5%")
    await office.robots.until(lambda: office.robots.subscriptions == 2)
    office.app[keys.PIPELINE].listeners.remove(end_first)
    await office.robots.answer("wangmin", "已收", seconds=20)
    assert len(await office.scene.submissions()) == 1


async def test_who_opens_the_conversation_is_greeted_before_having_spoken(office: Office) -> None:
    await office.robots.enter("wangmin")
    await office.robots.answer("wangmin", GREETING)
    assert await office.scene.store.read(lambda uow: uow.accounts.find("aibot", "wangmin")) is None


async def test_the_office_is_told_once_that_the_robot_has_stopped(office: Office) -> None:
    await office.scene.person("zhao", "质强办", role="office")
    await office.robots.kick()
    told = await office.sent(lambda row: "智能机器人" in row.text, "pending")
    assert (told.recipient, "另有程序" in told.text) == ("zhao", True)
    assert sum("智能机器人" in row.text for row in await office.scene.outbox()) == 1


async def test_without_an_app_there_is_no_callback(office: Office) -> None:
    paths = {resource.canonical for resource in office.app.router.resources()}
    assert "/healthz" in paths
    assert "/wecom/callback" not in paths


async def shown_card(office: Office) -> str:
    """Show 王敏 a card with two buttons; return its id."""
    await office.robots.say("wangmin", "在吗")
    await eventually(lambda: bool(office.robots.shown))
    contact = (await office.scene.store.read(lambda uow: uow.roster.list(office.scene.campaign.id)))[0]
    card = Card("提醒", "还有没报的", (("我的任务", "看清单"), ("报了", "都报了")))
    message = Push("remind:1", "wecom", "wangmin", "还有没报的", office.scene.now, card=card)
    await office.scene.store.run(lambda uow: pushes.push(uow, message, contact, office.scene.now))
    office.app[keys.DELIVERY].wake()
    await office.robots.until(lambda: any(one.task_id for one in office.robots.shown))
    return next(one.task_id for one in office.robots.shown if one.task_id)


def labels(office: Office, task: str) -> list[str]:
    return [button["text"] for button in office.robots.card(task)["button_list"]]


async def test_a_pressed_button_says_its_words_once_and_the_card_shows_it(office: Office) -> None:
    task = await shown_card(office)
    assert labels(office, task) == ["看清单", "都报了"]
    await office.robots.click("wangmin", "我的任务", task)
    await office.robots.answer("wangmin", "市场监管局")
    assert labels(office, task) == ["已选：看清单"]
    assert office.robots.card(task)["sub_title_text"] == "还有没报的"
    await office.robots.click("wangmin", "我的任务", task)
    await office.robots.answer("wangmin", "已经点过")
    assert labels(office, task) == ["已选：看清单"]
    updates = [row for row in await office.scene.outbox() if "card_update" in row.content]
    assert [row.state for row in updates] == ["sent", "sent"]
    assert sum("市场监管局" in text for text in office.robots.texts("wangmin")) == 1


async def test_a_press_that_is_delivered_again_changes_and_says_nothing_more(office: Office) -> None:
    task = await shown_card(office)
    press = await office.robots.click("wangmin", "我的任务", task)
    await office.robots.answer("wangmin", "市场监管局")
    await office.robots.deliver(press)
    await office.robots.say("wangmin", "帮助")
    await office.robots.answer("wangmin", "用法")
    assert sum("card_update" in row.content for row in await office.scene.outbox()) == 1


async def test_a_card_that_cannot_be_changed_in_time_holds_up_no_answer(office: Office) -> None:
    task = await shown_card(office)
    office.robots.presses.clock = itertools.count(step=6).__next__
    await office.robots.click("wangmin", "我的任务", task)
    await office.robots.answer("wangmin", "市场监管局")
    assert labels(office, task) == ["看清单", "都报了"]
    (update,) = [row for row in await office.scene.outbox() if "card_update" in row.content]
    assert (update.state, update.attempts) == ("refused", 1)
