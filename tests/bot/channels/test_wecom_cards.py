"""Cards on the wire: shown where the platform can, as words where it cannot, changed after a click."""

import pytest

from bot.channels.base import DeliveryError, Outcome
from bot.channels.wecom_api import WecomApi
from bot.channels.wecom_cards import button_card, key_of, task_id
from bot.channels.wecom_push import WecomChannel
from bot.sandbox.platform import Platform

KEY = "remind:12:前三季度:345:2015-09-28"
CARD = {
    "title": "【提醒】还有2项没报",
    "text": "9月30日截止",
    "buttons": [["还差什么", "看清单"], ["稍后", "稍后"]],
}
CONTENT = {"text": "【提醒】还有2项没报，9月30日截止", "card": CARD}


@pytest.fixture
def channel(api: WecomApi, platform: Platform) -> WecomChannel:
    return WecomChannel(api, platform.corp.app.agent_id)


async def test_a_card_is_shown_with_its_buttons(channel: WecomChannel, platform: Platform) -> None:
    sent = await channel.send("wangmin", CONTENT, KEY)
    (bubble,) = platform.corp.member("wangmin").bubbles
    assert (bubble.content.kind, bubble.content.title) == ("template_card", "【提醒】还有2项没报")
    assert [button["text"] for button in bubble.content.card["button_list"]] == ["看清单", "稍后"]  # type: ignore[attr-defined]
    assert sent.answer["response_code"] == bubble.response_code


async def test_a_click_comes_back_as_the_words_and_the_key(channel: WecomChannel) -> None:
    card = button_card(CARD, KEY)
    assert card is not None
    assert key_of(str(card["task_id"])) == KEY
    assert [button["key"] for button in card["button_list"]] == ["还差什么", "稍后"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("task", ["taskid111", "k-", "k-////", "k-gICA", "k-A"])
def test_a_foreign_task_id_stays_as_it_is(task: str) -> None:
    assert key_of(task) == task


def test_a_key_too_long_for_a_task_id_goes_out_as_words() -> None:
    assert button_card(CARD, "x" * 100) is None
    assert len(task_id("x" * 90)) <= 128


async def test_an_office_that_wants_words_gets_words(api: WecomApi, platform: Platform) -> None:
    channel = WecomChannel(api, platform.corp.app.agent_id, cards=False)
    await channel.send("wangmin", CONTENT, KEY)
    assert platform.corp.member("wangmin").texts() == [CONTENT["text"]]


async def test_a_platform_without_cards_is_asked_once(channel: WecomChannel, platform: Platform) -> None:
    platform.fail_next("message/send", 40008)
    for number in range(3):
        await channel.send("wangmin", CONTENT, f"{KEY}{number}", turn=number)
    kinds = [bubble.content.kind for bubble in platform.corp.member("wangmin").bubbles]
    assert (kinds, platform.count("message/send")) == (["text"] * 3, 4)


async def test_a_card_that_is_refused_for_itself_goes_out_as_words(
    channel: WecomChannel, platform: Platform
) -> None:
    platform.fail_next("message/send", 40058)
    for number in range(2):
        await channel.send("wangmin", CONTENT, f"{KEY}{number}", turn=number)
    kinds = [bubble.content.kind for bubble in platform.corp.member("wangmin").bubbles]
    assert kinds == ["text", "template_card"]


async def test_other_refusals_are_not_answered_with_words(channel: WecomChannel, platform: Platform) -> None:
    platform.fail_next("message/send", 81013)
    with pytest.raises(DeliveryError) as refused:
        await channel.send("wangmin", CONTENT, KEY)
    assert refused.value.outcome is Outcome.REFUSED


async def test_the_pressed_card_shows_what_was_chosen_once(channel: WecomChannel, platform: Platform) -> None:
    await channel.send("wangmin", CONTENT, KEY)
    (bubble,) = platform.corp.member("wangmin").bubbles
    code = platform.corp.click_code(bubble)
    update = {"card_update": {"response_code": code, "label": "已选：稍后"}}
    sent = await channel.send("wangmin", update, "card:1")
    assert (bubble.content.button, sent.messages) == ("已选：稍后", 0)
    with pytest.raises(DeliveryError):
        await channel.send("wangmin", update, "card:1")
