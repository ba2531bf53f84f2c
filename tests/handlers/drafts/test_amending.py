"""A message that waits for its 是 is amended or dropped: the old version is never sent."""

import pytest

from handlers.wording import local
from tests.scene import Scene


async def told(scene: Scene, mark: str) -> list[str]:
    return [row.recipient for row in await scene.outbox() if mark in row.text]


@pytest.mark.parametrize("text", ["旅游局就不用发了", "除了旅游局", "旅游局不用通知", "去掉陈静"])
async def test_whoever_is_left_out_of_a_notice_hears_nothing(county: Scene, text: str) -> None:
    assert "将发给" in await county.say("zhou", "通知联络员：明天下午3点开会")
    reply = await county.say("zhou", text)
    assert "不发给县旅游局陈静" in reply
    await county.say("zhou", "是")
    assert "wang" in await told(county, "【通知】")
    assert "chen" not in await told(county, "【通知】")


@pytest.mark.parametrize("text", ["时间写错了", "等一下 我改一下"])
@pytest.mark.parametrize("draft", ["通知联络员：明天下午3点开会", "催 县城建局"])
async def test_what_is_written_wrong_is_dropped_and_a_yes_sends_nothing(
    county: Scene, draft: str, text: str
) -> None:
    assert "回“是”" in await county.say("zhou", draft)
    assert "没有发" in await county.say("zhou", text)
    before = await county.outbox()
    await county.say("zhou", "是")
    assert await county.outbox() == before


async def test_only_whom_the_words_keep_is_urged(county: Scene) -> None:
    assert "提醒" in await county.say("zhou", "催办")
    assert "不发给县旅游局陈静" in await county.say("zhou", "旅游局先别催")
    await county.say("zhou", "是")
    assert "chen" not in await told(county, "【催办】")


async def test_somebody_who_is_not_among_them_changes_nothing(county: Scene) -> None:
    await county.say("zhou", "通知审核员：明天开会")
    assert "名单里没有" in await county.say("zhou", "旅游局就不用发了")
    await county.say("zhou", "是")
    assert await told(county, "【通知】") == ["li"]


async def test_a_question_leaves_the_notice_as_it_is(county: Scene) -> None:
    await county.say("zhou", "通知联络员：明天下午3点开会")
    assert "还等您回答" in await county.say("zhou", "没报")
    await county.say("zhou", "是")
    assert "chen" in await told(county, "【通知】")


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("写错了，是后天", "后天下午3点开会"),
        ("时间改成4点", "明天下午4点开会"),
        ("不是3点 是4点", "明天下午4点开会"),
        ("再加一句 带上材料", "明天下午3点开会；带上材料"),
        ("就说明天的会取消了", "明天的会取消了"),
    ],
)
async def test_a_corrected_message_takes_the_place_of_the_old_one(county: Scene, text: str, new: str) -> None:
    await county.say("zhou", "通知联络员：明天下午3点开会")
    assert f"【通知】{new}\n" in await county.say("zhou", text)
    await county.say("zhou", "是")
    assert {row.text for row in await county.outbox()} == {f"【通知】质强办：{new}"}


async def test_whoever_is_added_gets_the_message_too_and_a_later_hour_is_kept(county: Scene) -> None:
    await county.say("zhou", "通知县城建局：明天下午3点开会")
    assert "2人" in await county.say("zhou", "旅游局也发一份")
    assert "将6月24日15:00发给2人" in await county.say("zhou", "改成下午3点发")
    await county.say("zhou", "是")
    assert {row.recipient for row in await county.outbox()} == {"wang", "chen"}
    assert {local(row.not_before).hour for row in await county.outbox()} == {15}


async def test_what_is_not_understood_of_a_waiting_message_says_that_it_was_not_sent(county: Scene) -> None:
    await county.say("zhou", "通知联络员：明天下午3点开会")
    assert "没有发、也没有改" in await county.say("zhou", "弄得客气点儿嘛")
    assert await county.outbox() == ()
