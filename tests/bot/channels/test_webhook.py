"""The group robot: a table into the group, and no word of the secret address in what went wrong."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiohttp import web

from bot.channels.base import DeliveryError, Outcome
from bot.channels.webhook import CONTENT_BYTES, WebhookChannel
from bot.sandbox.group_robot import PATH, GroupRobot, create_group_robot
from bot.sandbox.platform import listen, serving


@dataclass(frozen=True)
class Group:
    """A group chat behind the platform's address."""

    robot: GroupRobot
    url: str


@pytest.fixture
async def group() -> AsyncIterator[Group]:
    robot = GroupRobot()
    async with serving(create_group_robot(robot), listen()) as address:
        yield Group(robot, f"{address}{PATH}?key=secret-key-of-the-group")


async def test_a_table_is_posted_as_markdown(group: Group) -> None:
    text = "### 进度\n\n| 责任单位 | 还差 |\n| :-- | --: |\n| 县城建局 | 2 |"
    sent = await WebhookChannel(group.url).send("group", {"text": text}, "k")
    assert group.robot.posted == [{"msgtype": "markdown_v2", "markdown_v2": {"content": text}}]
    assert sent.messages == 1


async def test_a_long_table_goes_out_in_parts_of_what_the_platform_takes(group: Group) -> None:
    text = "\n".join(f"| 第{number}责任单位 | {number} |" for number in range(300))
    sent = await WebhookChannel(group.url).send("group", {"text": text}, "k")
    sizes = [len(body["markdown_v2"]["content"].encode()) for body in group.robot.posted]
    assert sent.messages == len(sizes) > 1
    assert max(sizes) <= CONTENT_BYTES


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        (200, '{"errcode": 93000, "errmsg": "invalid webhook url"}', Outcome.REFUSED),
        (200, '{"errcode": 45009, "errmsg": "api freq out of limit"}', Outcome.STOP),
        (200, "<html>", Outcome.AMBIGUOUS),
        (502, "", Outcome.AMBIGUOUS),
        (404, "", Outcome.CONFIG),
    ],
)
async def test_what_goes_wrong_is_told_apart(group: Group, status: int, body: str, outcome: Outcome) -> None:
    group.robot.answer = lambda: web.Response(status=status, text=body)
    with pytest.raises(DeliveryError) as failed:
        await WebhookChannel(group.url).send("group", {"text": "t"}, "k")
    assert failed.value.outcome is outcome
    assert "secret-key" not in str(failed.value)


async def test_a_closed_address_stops_the_channel() -> None:
    with pytest.raises(DeliveryError) as failed:
        await WebhookChannel("http://127.0.0.1:9/?key=secret-key").send("group", {"text": "t"}, "k")
    assert failed.value.outcome is Outcome.STOP
    assert "secret-key" not in str(failed.value)
