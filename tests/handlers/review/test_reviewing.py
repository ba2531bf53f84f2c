from datetime import timedelta

import pytest

from handlers.review.rulings import Ruling, read_rulings
from tests.scene import Scene


async def hears(scene: Scene, account: str, text: str, *facts: str) -> str:
    reply = await scene.say(account, text)
    for fact in facts:
        assert fact in reply, reply
    return reply


async def pushed(scene: Scene, account: str) -> list[str]:
    return [row.text for row in await scene.outbox() if row.recipient == account]


@pytest.mark.parametrize(
    ("text", "rulings"),
    [
        ("1通过", (Ruling((1,), accept=True, reason=""),)),
        ("通过 1", (Ruling((1,), accept=True, reason=""),)),
        ("过1、3", (Ruling((1, 3), accept=True, reason=""),)),
        ("退 2 缺公章", (Ruling((2,), accept=False, reason="缺公章"),)),
        ("2退回，数据和去年一样", (Ruling((2,), accept=False, reason="数据和去年一样"),)),
        (
            "1通过2通过3退回没章",
            (
                Ruling((1,), accept=True, reason=""),
                Ruling((2,), accept=True, reason=""),
                Ruling((3,), accept=False, reason="没章"),
            ),
        ),
        ("1通过吗", ()),
        ("我不通过 1", ()),
        ("通过", ()),
    ],
)
def test_rulings_are_read_as_they_are_typed(text: str, rulings: tuple[Ruling, ...]) -> None:
    assert read_rulings(text) == rulings


async def test_return_resubmit_accept_takes_few_messages(county: Scene) -> None:
    await county.say("wang", "2 98")
    await hears(county, "li", "待审", "待审1件", "县城建局", "98%", "没有证明材料")
    await hears(county, "li", "1退回 缺检测报告", "①退回“缺检测报告”")
    (notice,) = await pushed(county, "wang")
    assert "退回，原因：缺检测报告。请改好后重发，如“T17-H1 数值”" in notice
    await hears(county, "wang", "还差什么", "②", "被退回（缺检测报告）")
    await hears(county, "wang", "2 100", "98%→100%")
    await hears(county, "li", "待审", "退回后重报")
    await hears(county, "li", "1通过", "①通过")
    assert "已通过" in (await pushed(county, "wang"))[-1]
    await hears(county, "sun", "现在多少分", "已核定4分，待核定0分")


async def test_what_was_accepted_is_locked_until_the_office_unlocks_it(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("li", "待审")
    await county.say("li", "过 1")
    await hears(county, "wang", "2 100", "已核定通过，不能直接改")
    await hears(county, "wang", "撤回", "不能撤回")
    await hears(county, "li", "解锁 T17-H1 补数", "您不能解锁")
    await hears(county, "zhou", "解锁 T17-H1", "写原因")
    await hears(county, "zhou", "解锁 T17-H1 补一个项目", "原因：补一个项目")
    await hears(county, "zhou", "是", "已解锁")
    await hears(county, "wang", "2 100", "98%→100%")


async def test_a_return_needs_a_reason(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("li", "待审")
    await hears(county, "li", "1退回", "要写原因", "1 缺红头文件")
    assert await pushed(county, "wang") == []
    await hears(county, "li", "2", "退回“图片没有说明”")
    assert "图片没有说明" in (await pushed(county, "wang"))[0]


async def test_numbers_of_an_old_list_never_hit_something_else(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("li", "待审")
    await county.say("wang", "2 100")
    await hears(county, "li", "1通过", "刚被更改")
    await hears(county, "li", "9通过", "不在清单里")


async def test_without_a_list_nothing_is_decided(county: Scene) -> None:
    await county.say("wang", "2 98")
    await hears(county, "li", "1通过", "还没看过清单", "①")
    await hears(county, "li", "我审了多少", "已审0件")


async def test_all_without_risk_are_accepted_after_a_yes(county: Scene) -> None:
    await county.say("wang", "1 齐全\n2 100")
    await county.say("wang", "材料 2 检测报告〔2015〕3号")
    await hears(county, "li", "待审", "待审2件，其中1件要留意")
    await hears(county, "li", "全部通过", "将通过1件", "新开工建筑工程", "另有1件")
    await hears(county, "li", "是", "已通过1件")
    await hears(county, "li", "我审了多少", "通过1", "还有1件待审")


async def test_a_decision_can_be_taken_back_for_five_minutes(county: Scene) -> None:
    await county.say("wang", "2 100")
    await county.say("li", "待审")
    await county.say("li", "1通过")
    await hears(county, "li", "撤销", "回到待审")
    assert "已撤销" in (await pushed(county, "wang"))[-1]
    await county.say("li", "待审")
    await county.say("li", "1通过")
    county.now += timedelta(minutes=6)
    await hears(county, "li", "撤销", "没有可以撤销")


async def test_points_lie_on_the_printed_levels(county: Scene) -> None:
    await county.say("wang", "1 齐全")
    await county.say("li", "待审")
    await hears(county, "li", "评 1 3 缺过程记录", "只有4/2/0这几档")
    await hears(county, "li", "评 1 2", "要写理由")
    await hears(county, "li", "评 1 2 缺过程记录", "核定2/4分", "缺过程记录")
    await hears(county, "sun", "对照", "上报暂得4分，核定2分", "暂得4→核定2（缺过程记录）")


async def test_nobody_reviews_his_own_report(county: Scene) -> None:
    await hears(county, "zhou", "我的任务", "①")
    await county.say("zhou", "1 有奖励制度")
    await hears(county, "zhou", "待审", "没有待审的件")
    await hears(county, "li", "待审", "待审1件")


async def test_only_reviewers_see_the_queue(county: Scene) -> None:
    for account in ("wang", "zhao", "sun"):
        await hears(county, account, "待审", "您不能审核上报")


async def test_who_reports_the_item_now_hears_that_it_came_back(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("zhou", "T17-H1改由县旅游局报")
    await county.say("zhou", "是")
    await county.say("li", "待审")
    await county.say("li", "1退回 缺检测报告")
    assert "退回，原因：缺检测报告" in (await pushed(county, "chen"))[-1]
    assert not [one for one in await pushed(county, "wang") if "缺检测报告" in one]
    await county.say("li", "撤销")
    assert "回到待审" in (await pushed(county, "chen"))[-1]


async def test_nobody_is_told_of_what_the_office_did_not_enter(county: Scene) -> None:
    await county.say("zhou", "替城建局报 T17-H1 100")
    await county.say("wang", "2 90")
    await hears(county, "zhou", "是", "没有入库", "也没有通知")
    assert not [one for one in await pushed(county, "wang") if "代填" in one]
