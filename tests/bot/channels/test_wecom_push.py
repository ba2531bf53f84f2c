from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.attachments import Attachment
from bot.channels.base import DeliveryError, Outcome
from bot.channels.wecom_api import WecomApi
from bot.channels.wecom_push import DISTINCT_SECONDS, DUPLICATE_CHECK_SECONDS, WecomChannel
from bot.delivery.retrying import REPEATABLE
from bot.sandbox.faults import Fault
from bot.sandbox.platform import Platform

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 2000


async def draw(document: Mapping[str, Any], _channel: str) -> Attachment:
    return Attachment("image", f"{document['name']}.png", PNG, "image/png")


@pytest.fixture
def channel(api: WecomApi, platform: Platform) -> WecomChannel:
    return WecomChannel(api, platform.corp.app.agent_id, draw)


async def show(channel: WecomChannel, content: Mapping[str, object]) -> None:
    await channel.send("wangmin", await channel.prepare(content), "k")


def read_by(platform: Platform, userid: str) -> list[str]:
    return [bubble.content.text for bubble in platform.corp.member(userid).bubbles]


async def test_a_text_arrives(channel: WecomChannel, platform: Platform) -> None:
    sent = await channel.send("wangmin", {"text": "【提醒】还有2项没报"}, "k")
    assert read_by(platform, "wangmin") == ["【提醒】还有2项没报"]
    assert sent.answer["msgid"]
    assert sent.unreached == {}


async def test_messages_in_the_same_words_arrive_each_and_a_repetition_of_one_does_not(
    channel: WecomChannel, platform: Platform
) -> None:
    for turn in (1, 2, 3, 2, 601, 900):
        await channel.send("wangmin", {"text": "【提醒】还有2项没报"}, f"k{turn}", turn=turn)
    assert len(read_by(platform, "wangmin")) == 5


def test_a_message_is_repeated_for_less_than_the_platform_remembers_any_of_them() -> None:
    assert timedelta(seconds=DUPLICATE_CHECK_SECONDS - DISTINCT_SECONDS + 1) > REPEATABLE


async def test_a_long_text_arrives_whole_in_several_messages(
    channel: WecomChannel, platform: Platform
) -> None:
    lines = [f"{number} 产品质量省级监督抽查合格率" for number in range(120)]
    await channel.send("wangmin", {"text": "\n".join(lines)}, "k")
    parts = read_by(platform, "wangmin")
    assert len(parts) > 1
    assert [line for part in parts for line in part.splitlines()[:-1]] == lines


async def test_a_card_arrives(channel: WecomChannel, platform: Platform) -> None:
    card = {"title": "汇总", "description": "铁岭 88.5分", "url": "https://example.org/a"}
    await channel.send("wangmin", {"textcard": card}, "k")
    assert platform.corp.member("wangmin").bubbles[0].content.title == "汇总"


async def test_a_document_is_drawn_uploaded_and_sent(channel: WecomChannel, platform: Platform) -> None:
    await show(channel, {"document": {"name": "排名"}, "text": "排名如图"})
    picture, words = platform.corp.member("wangmin").bubbles
    assert platform.corp.media.get(picture.content.media_id).data == PNG
    assert words.content.text == "排名如图"


async def test_a_repeated_message_is_recognised_by_the_platform(
    channel: WecomChannel, platform: Platform
) -> None:
    for _ in range(3):
        await show(channel, {"document": {"name": "排名"}, "text": "排名如图"})
    assert len(platform.corp.member("wangmin").bubbles) == 2
    assert platform.count("message/send") == 6


async def test_an_account_without_licence_is_reported(channel: WecomChannel, platform: Platform) -> None:
    with pytest.raises(DeliveryError) as failed:
        await channel.send("liqiang", {"text": "好"}, "k")
    assert (failed.value.outcome, failed.value.code) == (Outcome.REFUSED, 81013)


@pytest.mark.parametrize("recipient", ["", "@all", "wangmin|chenhong"])
async def test_only_one_member_at_a_time_is_written_to(
    channel: WecomChannel, platform: Platform, recipient: str
) -> None:
    with pytest.raises(DeliveryError) as failed:
        await channel.send(recipient, {"text": "好"}, "k")
    assert failed.value.outcome is Outcome.REFUSED
    assert platform.count("message/send") == 0


@pytest.mark.parametrize("content", [{}, {"text": ""}, {"text": " \n"}, {"other": 1}])
async def test_nothing_to_say_is_refused(channel: WecomChannel, content: dict[str, object]) -> None:
    with pytest.raises(DeliveryError) as failed:
        await channel.send("wangmin", content, "k")
    assert failed.value.outcome is Outcome.REFUSED


async def say(_document: Mapping[str, Any], channel: str) -> str:
    return f"太大了，请用链接下载（{channel}）"


async def test_words_in_place_of_a_document_are_said(api: WecomApi, platform: Platform) -> None:
    await show(WecomChannel(api, platform.corp.app.agent_id, say), {"document": {}})
    assert read_by(platform, "wangmin") == ["太大了，请用链接下载（wecom）"]


async def huge(_document: Mapping[str, Any], _channel: str) -> Attachment:
    return Attachment("file", "a.zip", bytes(20 * 1024 * 1024 + 1), "application/zip")


async def test_a_file_that_the_platform_refuses_is_told(api: WecomApi, platform: Platform) -> None:
    await show(WecomChannel(api, platform.corp.app.agent_id, huge), {"document": {}})
    (words,) = read_by(platform, "wangmin")
    assert "没有收下（错误码45001）" in words


async def test_an_upload_that_breaks_off_is_made_again(channel: WecomChannel, platform: Platform) -> None:
    platform.corp.faults.order("media/upload", Fault(drop="after"))
    with pytest.raises(DeliveryError) as failed:
        await show(channel, {"document": {"name": "排名"}})
    assert failed.value.outcome is Outcome.RETRY
    await show(channel, {"document": {"name": "排名"}})
    assert len(platform.corp.member("wangmin").bubbles) == 1
