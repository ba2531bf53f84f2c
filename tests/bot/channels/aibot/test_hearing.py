"""What is heard is handed on in order, under the account behind it, and never believed to be kept when it is not."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.channels.aibot.channel import AibotChannel
from bot.channels.aibot.hearing import NOT_KEPT, Hearing, Reveal
from bot.channels.aibot.media import MediaSource
from bot.channels.base import DeliveryError, Outcome
from bot.clock import SystemClock
from bot.sandbox.robot import RobotPlatform
from handlers.messages import Incoming
from store.database import Store
from store.errors import StoreUnavailableError
from tests.bot.channels.aibot.robots import HURRY, Replica, eventually, replica
from tests.bot.channels.aibot.test_channel import anybody

OPEN = "woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA"


class Ears:
    """Keeps what it is given, each after `gate` lets it pass."""

    def __init__(self) -> None:
        self.kept: list[Incoming] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.fails = False

    async def take(self, incoming: Incoming) -> None:
        if incoming.text == "慢":
            await self.gate.wait()
        if self.fails:
            raise StoreUnavailableError("neither database nor disk")
        self.kept.append(incoming)


@asynccontextmanager
async def listening(
    robots: RobotPlatform, store: Store, ears: Ears, reveal: Reveal | None = None
) -> AsyncIterator[Replica]:
    async with replica(robots, store, timing=HURRY) as one:
        await eventually(lambda: one.robot.connected)
        channel = AibotChannel(one.robot, MediaSource(public_only=False), anybody)
        hearing = Hearing(one.robot, channel, ears.take, SystemClock(), one.metrics, reveal)
        await robots.close()  # A connection tells the listener that there was when it began.
        await eventually(lambda: robots.subscriptions == 2 and one.robot.connected)
        yield one
        await hearing.drain(5)


async def test_one_person_is_heard_in_order_while_others_are_not_held_up(
    robots: RobotPlatform, sqlite: Store
) -> None:
    ears = Ears()
    ears.gate.clear()
    async with listening(robots, sqlite, ears):
        for account, text in (("wangmin", "慢"), ("wangmin", "二"), ("chenhong", "一")):
            await robots.say(account, text)
        await eventually(lambda: bool(ears.kept))
        assert [one.text for one in ears.kept] == ["一"]
        ears.gate.set()
        await eventually(lambda: len(ears.kept) == 3)
    assert [one.text for one in ears.kept] == ["一", "慢", "二"]


async def test_an_encrypted_account_is_asked_for_once(robots: RobotPlatform, sqlite: Store) -> None:
    ears, asked = Ears(), []

    async def reveal(account: str) -> str:
        asked.append(account)
        if len(asked) == 1:
            raise DeliveryError(Outcome.STOP, "away")
        return "wangmin"

    async with listening(robots, sqlite, ears, reveal):
        for text in ("一", "二", "三"):
            await robots.say(OPEN, text)
        await robots.say("ChenHong", "四")
        await eventually(lambda: len(ears.kept) == 4)
    senders = {one.text: one.sender for one in ears.kept}
    assert senders == {"一": OPEN, "二": "wangmin", "三": "wangmin", "四": "chenhong"}
    assert asked == [OPEN, OPEN]


async def test_who_was_not_kept_is_told(robots: RobotPlatform, sqlite: Store) -> None:
    ears = Ears()
    ears.fails = True
    async with listening(robots, sqlite, ears):
        await robots.say("wangmin", "19.2 98.5%")
        await robots.answer("wangmin", NOT_KEPT)


async def test_whose_press_was_not_kept_is_told(robots: RobotPlatform, sqlite: Store) -> None:
    ears = Ears()
    ears.fails = True
    async with listening(robots, sqlite, ears):
        await robots.click("wangmin", "我的任务", "k-1")
        assert (await robots.answer("wangmin", NOT_KEPT)).req_id == ""


@pytest.mark.parametrize("broken", [{"msgid": ""}, {"from": 7}, {"msgtype": "file", "file": {"url": "x"}}])
async def test_what_is_malformed_is_counted_and_the_rest_goes_on(
    robots: RobotPlatform, sqlite: Store, broken: dict[str, object]
) -> None:
    ears = Ears()
    async with listening(robots, sqlite, ears) as one:
        frame = {**robots.message("wangmin", "text", {"content": "一"}), **broken}
        one.robot.received({"cmd": "aibot_msg_callback", "headers": {"req_id": "r"}, "body": frame})
        await robots.say("wangmin", "二")
        await eventually(lambda: bool(ears.kept))
        assert 'kaohe_refused_calls_total{reason="fields"} 1.0' in one.metrics.exposition().decode()
    assert [one.text for one in ears.kept] == ["二"]
