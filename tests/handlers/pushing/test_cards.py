"""Cards: a pressed button says its words once, as the person and in the campaign that the card was for."""

from dataclasses import dataclass

import pytest

from handlers import conversation
from handlers.messages import Card, Incoming, Push
from handlers.pushing.pushes import push
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork
from tests.handlers.people.test_speaking import _open as open_another
from tests.scene import CHANNEL, Scene

KEY = "remind:1:H1:1:2015-06-24"


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed on the card of a push, in the second whose last digits are `number`."""

    words: str
    account: str = "wang"
    number: int = 1
    key: str = KEY


@pytest.fixture
async def carded(county: Scene) -> Scene:
    """王敏 has been sent a card with two buttons."""

    def work(uow: UnitOfWork) -> None:
        person = next(one for one in uow.roster.list(county.campaign.id) if one.account == "wang")
        card = Card("【提醒】还有3项没报", "县城建局", (("2 98", "报98%"), ("还差什么", "看清单")))
        assert push(uow, Push(KEY, CHANNEL, "wang", "还有3项没报", county.now, card=card), person, county.now)

    await county.store.run(work)
    return county


async def press(scene: Scene, pressed: Press) -> str:
    incoming = Incoming(
        CHANNEL,
        f"click-{pressed.number}",
        pressed.account,
        "event",
        scene.now,
        title=pressed.key,
        event="template_card_event",
        event_key=pressed.words,
        response_code=f"code-{pressed.number}",
    )
    return await scene.store.run(
        lambda uow: conversation.answer(incoming, uow, scene.now, scene.library).text
    )


async def queued(scene: Scene) -> list[OutboxRow]:
    return [row for row in await scene.outbox() if row.key != KEY]


async def test_a_pressed_button_says_its_words_and_the_card_shows_it(carded: Scene) -> None:
    assert await press(carded, Press("2 98")) == ""
    assert [row.inputs for row in await carded.submissions()] == [{"coverage_percent": "98"}]
    update, said = await queued(carded)
    changed = update.content["card_update"]
    assert (changed["response_code"], changed["label"], changed["key"]) == ("code-1", "已选：报98%", KEY)
    assert changed["card"] == {
        "title": "【提醒】还有3项没报",
        "text": "县城建局",
        "buttons": [["2 98", "已选：报98%"]],
    }
    assert "98%" in said.text
    assert update.urgent
    assert said.urgent


async def test_a_card_works_once(carded: Scene) -> None:
    await press(carded, Press("2 98"))
    await press(carded, Press("2 98", number=2))
    await press(carded, Press("还差什么", number=3))
    assert len(await carded.submissions()) == 1
    rows = await queued(carded)
    assert [row.content["card_update"]["label"] for row in rows if "card_update" in row.content] == [
        "已选：报98%"
    ] * 3
    assert [row.text.startswith("这张卡片已经点过“报98%”") for row in rows if row.text] == [False, True, True]


@pytest.mark.parametrize(
    "wrong",
    [
        Press("2 98", account="chen"),
        Press("2 99"),
        Press("2 98", key="remind:2"),
    ],
)
async def test_what_is_not_on_somebodys_own_card_does_nothing(carded: Scene, wrong: Press) -> None:
    assert await press(carded, wrong) == ""
    assert await carded.submissions() == ()
    assert await queued(carded) == []


async def test_the_words_are_said_in_the_campaign_of_the_card(carded: Scene) -> None:
    await open_another(carded, "演练", "office")
    assert "现在说的是" in await carded.say("wang", "切换 演练")
    await press(carded, Press("2 98"))
    assert [row.campaign_id for row in await carded.submissions()] == [carded.campaign.id]
