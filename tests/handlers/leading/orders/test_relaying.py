"""Whom a message is passed on to: whoever still owes is no name."""

import pytest

from tests.scene import Scene


@pytest.mark.parametrize("who", ["zhou", "sun"])
@pytest.mark.parametrize(
    "text",
    ["给还没交的挨个发个提醒", "跟没报的单位讲一声", "给没报的单位都说一下", "通知一下还没报的单位 抓紧"],
)
async def test_all_who_owe_are_listed_and_urged_after_a_yes(county: Scene, who: str, text: str) -> None:
    reply = await county.say(who, text)
    assert "提醒2人" in reply
    assert "哪一位" not in reply
    assert await county.outbox() == ()
    await county.say(who, "是")
    assert {row.recipient for row in await county.outbox()} == {"wang", "chen"}


async def test_own_words_go_along_with_what_each_owes(county: Scene) -> None:
    reply = await county.say("zhou", "给还没交的挨个发个提醒，就说17号下班前必须交")
    assert "提醒2人" in reply
    assert "附一句：17号下班前必须交" in reply
