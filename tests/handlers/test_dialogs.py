"""Open questions: kept while something else is said, repeated in one line, restored from below another."""

from datetime import timedelta

import pytest

from tests.scene import Scene

ASKED = "还等您回答"


async def test_a_report_in_the_middle_of_a_question_is_taken_and_the_question_repeated(county: Scene) -> None:
    await county.send("wang", "image", media_id="m1")
    reply = await county.say("wang", "②100")
    assert "已收" in reply
    assert reply.splitlines()[-1] == f"（{ASKED}：1件材料归到哪一项）"
    reply = await county.say("wang", "1 6月10日工地检查")
    assert "已归到①" in reply
    assert ASKED not in reply
    assert ASKED not in await county.say("wang", "我的任务")


async def test_a_question_waits_below_a_later_one(county: Scene) -> None:
    await county.send("wang", "image", media_id="m1")
    reply = await county.say("wang", "覆盖率：全覆盖")
    assert "回1" in reply
    assert ASKED not in reply
    reply = await county.say("wang", "1")
    assert "已收：②" in reply
    assert f"{ASKED}：1件材料归到哪一项" in reply
    assert "已归到②" in await county.say("wang", "②验收现场")


async def test_cancel_closes_the_last_question_alone(county: Scene) -> None:
    await county.send("wang", "image", media_id="m1")
    await county.say("wang", "覆盖率：全覆盖")
    assert "归到哪一项" in await county.say("wang", "取消")
    assert "1件材料没有归入" in await county.say("wang", "取消")
    assert "没有等您回答的问题" in await county.say("wang", "取消")
    assert await county.submissions() == ()


async def test_thanks_cancel_nothing(county: Scene) -> None:
    await county.say("wang", "覆盖率：全覆盖")
    await county.say("wang", "谢谢")
    assert "已收：②" in await county.say("wang", "1")


async def test_a_question_below_expires_in_its_own_time(county: Scene) -> None:
    await county.send("wang", "image", media_id="m1")
    county.now += timedelta(minutes=20)
    await county.say("wang", "覆盖率：全覆盖")
    county.now += timedelta(minutes=20)
    assert ASKED not in await county.say("wang", "1")


async def test_a_list_outlives_the_question_that_came_from_it(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("li", "待审")
    await county.say("li", "1退回")
    await county.say("li", "取消")
    assert "①退回" in await county.say("li", "1退回 缺报告")


async def test_what_is_not_understood_puts_the_open_question_again_then_in_other_words(county: Scene) -> None:
    await county.say("wang", "覆盖率0.98")
    assert f"{ASKED}：“覆盖率0.98”是哪个意思？" in await county.say("wang", "哇啦哇啦")
    second = await county.say("wang", "叽里咕噜")
    assert "请只回一个序号" in second
    assert "1 ②" in second
    assert "周宁" in await county.say("wang", "嘟嘟嘟")
    assert "98%" in await county.say("wang", "1")


async def test_a_digit_beyond_the_choices_is_no_value(county: Scene) -> None:
    await county.say("wang", "98")
    assert "没有“2”这个序号" in await county.say("wang", "2")
    assert await county.submissions() == ()
    assert "已收：②" in await county.say("wang", "97.5%")


@pytest.mark.parametrize("text", ["算了 先不催", "先不催了", "不发了", "算了吧", "别催了，以后再说", "取消"])
async def test_a_question_is_dropped_in_plain_words(text: str, county: Scene) -> None:
    assert "回“是”发送" in await county.say("zhou", "催办")
    assert "已取消" in await county.say("zhou", text)
    await county.say("zhou", "是")
    assert not [row for row in await county.outbox() if row.key.startswith("urge:")]


@pytest.mark.parametrize("text", ["发送", "发吧", "对的", "行"])
async def test_a_question_is_agreed_to_in_plain_words(text: str, county: Scene) -> None:
    await county.say("zhou", "催城建局")
    assert "已发给1人" in await county.say("zhou", text)
