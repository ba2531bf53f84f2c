"""What the robot says: answers, pushes, long texts, files, and what happens when the platform is unclear."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest

from bot.channels.aibot.channel import AibotChannel
from bot.channels.aibot.frames import req_id_of
from bot.channels.aibot.media import MediaSource
from bot.channels.attachments import Attachment
from bot.channels.base import DeliveryError, Outcome
from bot.sandbox.robot import RobotPlatform
from store.database import Store
from tests.bot.channels.aibot.robots import HURRY, Replica, eventually, replica

LIMIT = 20480


async def anybody(account: str) -> bool:
    del account
    return True


async def render(document: Mapping[str, object], _channel: str) -> Attachment:
    size = document["size"]
    assert isinstance(size, int)
    return Attachment("file", "目录.docx", bytes(range(256)) * (size // 256), "application/octet-stream")


@pytest.fixture
async def one(robots: RobotPlatform, sqlite: Store) -> AsyncIterator[Replica]:
    async with replica(robots, sqlite, timing=HURRY) as made:
        await eventually(lambda: made.robot.connected)
        yield made


@pytest.fixture
def channel(one: Replica) -> AibotChannel:
    return AibotChannel(one.robot, MediaSource(public_only=False), anybody, render)


async def called(one: Replica, robots: RobotPlatform, channel: AibotChannel, group: str = "") -> None:
    await robots.say("wangmin", "在吗", group)
    await eventually(lambda: bool(one.heard))
    channel.note_call(f"group:{group}" if group else "wangmin", req_id_of(one.heard[-1]))


async def test_a_push_comes_by_itself_and_an_answer_to_its_message(
    one: Replica, robots: RobotPlatform, channel: AibotChannel
) -> None:
    await channel.send("wangmin", {"text": "明天截止"}, "a")
    await called(one, robots, channel)
    await channel.send("wangmin", {"text": "在"}, "b")
    assert [(shown.text, bool(shown.req_id)) for shown in robots.shown] == [
        ("明天截止", False),
        ("在", True),
    ]


async def test_a_group_is_written_to_as_a_group(
    one: Replica, robots: RobotPlatform, channel: AibotChannel
) -> None:
    await channel.send("group:wrX", {"text": "大家好"}, "a")
    assert robots.shown[0].body["chatid"] == "wrX"
    assert robots.shown[0].body["chat_type"] == 2
    await called(one, robots, channel, "wrX")
    await channel.send("group:wrX", {"text": "在"}, "b")
    assert robots.texts("wrX") == ["在"]


async def test_an_answer_that_was_not_acknowledged_is_shown_once(
    robots: RobotPlatform, sqlite: Store
) -> None:
    hurried = type(HURRY)(answer=0.1)
    async with replica(robots, sqlite, timing=hurried) as one:
        await eventually(lambda: one.robot.connected)
        channel = AibotChannel(one.robot, MediaSource(public_only=False), anybody)
        await called(one, robots, channel)
        robots.trouble.unacknowledged = 1
        with pytest.raises(DeliveryError) as unclear:
            await channel.send("wangmin", {"text": "已收"}, "reply:1")
        assert unclear.value.outcome is Outcome.RETRY
        await channel.send("wangmin", {"text": "已收"}, "reply:1")
        assert robots.texts("wangmin") == ["已收"]


@pytest.mark.parametrize("text", ["汉" * 20_000, "a" + "😀" * 12_000, "一行字\n" * 7000])
async def test_long_words_are_cut_between_characters_and_nothing_is_lost(
    robots: RobotPlatform, channel: AibotChannel, text: str
) -> None:
    await channel.send("wangmin", {"text": text}, "a")
    parts = robots.texts("wangmin")
    assert len(parts) > 1
    contents = [shown.body["markdown"]["content"] for shown in robots.shown]
    assert all(len(content.encode()) <= LIMIT for content in contents)
    assert contents == parts
    said = "".join(part.rsplit("\n", 1)[0] for part in parts)
    assert said.replace("\n", "") == text.replace("\n", "")


@pytest.mark.parametrize("size", [512, 512 * 1024, 1300 * 1024])
async def test_a_document_is_handed_over_in_pieces_and_sent_as_a_file(
    robots: RobotPlatform, channel: AibotChannel, size: int
) -> None:
    content = await channel.prepare({"document": {"size": size}, "text": "目录"})
    await channel.send("wangmin", content, "a")
    file, words = robots.shown
    assert file.body["msgtype"] == "file"
    assert len(robots.uploads[file.body["file"]["media_id"]]) == size
    assert words.text == "目录"


@pytest.mark.parametrize("content", [{}, {"text": " "}])
async def test_what_cannot_be_said_is_refused(channel: AibotChannel, content: dict[str, object]) -> None:
    with pytest.raises(DeliveryError) as refused:
        await channel.send("wangmin", content, "a")
    assert refused.value.outcome is Outcome.REFUSED


CARD = {"title": "提醒", "text": "还有3项没报", "buttons": [["我的任务", "看清单"], ["无", "没有变化"]]}


async def test_a_card_is_shown_with_its_buttons_and_its_words_where_it_cannot_be(
    robots: RobotPlatform, channel: AibotChannel
) -> None:
    content = {"text": "还有3项没报，回“我的任务”", "card": CARD}
    await channel.send("wangmin", content, "remind:1")
    card = robots.shown[0].body["template_card"]
    assert [button["key"] for button in card["button_list"]] == ["我的任务", "无"]
    robots.trouble.codes.append(40058)
    await channel.send("wangmin", content, "remind:2")
    assert robots.shown[1].text == "还有3项没报，回“我的任务”"


async def pressed(one: Replica, robots: RobotPlatform, channel: AibotChannel) -> dict[str, Any]:
    """Press a button of the card; return the change of it that follows."""
    await robots.click("wangmin", "无", robots.shown[-1].task_id)
    await eventually(lambda: bool(one.heard))
    req_id = req_id_of(one.heard.pop())
    channel.note_press(req_id)
    card = {**CARD, "buttons": [["无", "已选：没有变化"]]}
    return {
        "card_update": {"response_code": req_id, "label": "已选：没有变化", "key": "remind:1", "card": card}
    }


async def test_a_press_changes_its_card_once(
    one: Replica, robots: RobotPlatform, channel: AibotChannel
) -> None:
    await channel.send("wangmin", {"card": CARD}, "remind:1")
    update = await pressed(one, robots, channel)
    assert (await channel.send("wangmin", update, "card:1")).messages == 0
    (shown,) = robots.shown
    assert [button["text"] for button in robots.card(shown.task_id)["button_list"]] == ["已选：没有变化"]
    with pytest.raises(DeliveryError) as refused:
        await channel.send("wangmin", update, "card:1")
    assert refused.value.outcome is Outcome.REFUSED


async def test_words_are_no_answer_to_a_press(
    one: Replica, robots: RobotPlatform, channel: AibotChannel
) -> None:
    await channel.send("wangmin", {"card": CARD}, "remind:1")
    update = await pressed(one, robots, channel)
    channel.note_call("wangmin", update["card_update"]["response_code"])
    await channel.send("wangmin", {"text": "好的"}, "reply:1")
    assert [(shown.text, shown.req_id) for shown in robots.shown[1:]] == [("好的", "")]


@pytest.mark.parametrize(
    "wrong", [{"key": "remind:2"}, {"response_code": "never heard of"}, {"card": {**CARD, "buttons": []}}]
)
async def test_no_other_card_is_changed(
    one: Replica, robots: RobotPlatform, channel: AibotChannel, wrong: dict[str, object]
) -> None:
    await channel.send("wangmin", {"card": CARD}, "remind:1")
    update = await pressed(one, robots, channel)
    update["card_update"] |= wrong
    with pytest.raises(DeliveryError) as refused:
        await channel.send("wangmin", update, "card:1")
    assert refused.value.outcome is Outcome.REFUSED
    assert len(robots.card(robots.shown[0].task_id)["button_list"]) == 2


async def test_an_apps_link_is_one_here_too(robots: RobotPlatform, channel: AibotChannel) -> None:
    text = '<a href="https://kaohe.example.gov.cn/upload/a.b">上传材料</a>，今天有效'
    await channel.send("wangmin", {"text": text}, "a")
    assert robots.texts("wangmin") == ["[上传材料](https://kaohe.example.gov.cn/upload/a.b)，今天有效"]


async def test_a_file_that_is_not_taken_is_told(robots: RobotPlatform, channel: AibotChannel) -> None:
    await channel.send("wangmin", await channel.prepare({"document": {"size": 21 * 2**20}}), "a")
    (words,) = robots.texts("wangmin")
    assert "没有发成" in words


async def test_a_long_text_says_how_far_it_came_and_goes_on_there(
    robots: RobotPlatform, channel: AibotChannel
) -> None:
    text = "一行字\n" * 7000
    await channel.send("wangmin", {"text": text}, "a")
    whole, robots.shown[:] = robots.texts("wangmin"), []
    robots.trouble.codes.extend([0, -1])
    with pytest.raises(DeliveryError) as failed:
        await channel.send("wangmin", {"text": text}, "b")
    assert (failed.value.outcome, failed.value.done) == (Outcome.RETRY, 1)
    await channel.send("wangmin", {"text": text}, "b", 1)
    assert robots.texts("wangmin") == whole


async def test_a_push_that_was_not_acknowledged_may_have_arrived(
    robots: RobotPlatform, sqlite: Store
) -> None:
    async with replica(robots, sqlite, timing=type(HURRY)(answer=0.1)) as one:
        await eventually(lambda: one.robot.connected)
        channel = AibotChannel(one.robot, MediaSource(public_only=False), anybody)
        robots.trouble.unacknowledged = 1
        with pytest.raises(DeliveryError) as unclear:
            await channel.send("wangmin", {"text": "明天截止"}, "remind:1")
    assert unclear.value.outcome is Outcome.AMBIGUOUS
