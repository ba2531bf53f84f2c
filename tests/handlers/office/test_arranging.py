"""What the office arranges by chat, and what it is refused."""

import pytest

from store.records import Arrangement
from tests.scene import Scene, at


async def hears(scene: Scene, text: str, *facts: str) -> str:
    reply = await scene.say("zhou", text)
    for fact in facts:
        assert fact in reply, reply
    return reply


async def arranged(scene: Scene) -> tuple[Arrangement, ...]:
    return await scene.store.read(lambda uow: uow.arrangements.of_campaign(scene.campaign.id))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("改到6月20号 原因x", "已经过去"),
        ("城建局② 延到6月25日 原因x", "要晚于"),
        ("城建局② 延到7月3日", "要写原因"),
        ("城建局⑨ 延到7月3日 原因x", "的哪一项"),
        ("当天早上6点再催一次", "不发"),
        ("“覆”=T17-H1", "别名要"),
        ("删除别名 没有的", "没有“没有的”"),
        ("把孙涛设为局长", ""),
        ("绑定码 没这人", "没有在岗的"),
        ("解除归档 半年节点 x", "没有归档"),
        ("取消15:00的提醒", "没有这个时间"),
        ("城建局目标95", "没有改动"),
        ("登记否决 某事", "没有否决项"),
        ("新建考核", "叫什么"),
    ],
)
async def test_what_cannot_be_done_changes_nothing_and_says_why(county: Scene, text: str, fact: str) -> None:
    await hears(county, text, fact)
    assert await arranged(county) == ()


async def test_a_deadline_is_moved_with_its_reason_and_who_did_it(county: Scene) -> None:
    await hears(county, "半年节点改到7月3号 原因省局延期", "原因：省局延期", "回“是”")
    await hears(county, "是", "已改", "已通知4人")
    (row,) = await arranged(county)
    assert (row.kind, row.milestone, row.reason, row.contact_name) == ("deadline", "H1", "省局延期", "周宁")
    await hears(county, "时限安排", "半年节点 7月3日18:00", "省局延期")


async def test_a_moved_deadline_on_a_day_off_is_pointed_out(county: Scene) -> None:
    await hears(county, "改到7月4号 原因x", "7月4日不是工作日")


async def test_a_word_is_taught_for_the_item_and_meant_for_the_running_milestone(county: Scene) -> None:
    await hears(county, "“绿牌子”=T17-H1", "记住了", "T17-H1")
    await hears(county, "别名", "“绿牌子”＝T17")
    await county.say("wang", "绿牌子 100")
    county.now = at("2015-07-02 09:00")
    await county.say("wang", "绿牌子100")
    assert [row.code for row in await county.submissions()] == ["T17-H1", "T17-Q3"]


async def test_a_taught_word_inside_a_longer_one_is_not_meant(county: Scene) -> None:
    await hears(county, "“牌子”=T17-H1", "记住了")
    await county.say("wang", "绿牌子 100")
    assert await county.submissions() == ()


async def test_a_printed_name_cannot_be_taught_to_mean_another_leaf(county: Scene) -> None:
    await hears(county, "“建立县质量工作奖励制度”=T17-H1", "不能教成别的")
    assert await arranged(county) == ()


async def test_the_offices_own_value_leaves_the_contacts_report_alone(county: Scene) -> None:
    await county.say("zhou", "N1 11")
    kinds = {row.kind for row in await arranged(county)}
    codes = {row.code for row in await county.submissions()}
    assert kinds <= {"target"}
    assert codes <= {"N1"}


async def test_the_office_enters_for_a_unit_after_a_yes_and_does_not_review_it(county: Scene) -> None:
    await hears(county, "城建局 覆盖率100", "代县城建局填报1项", "②", "回“是”")
    assert await county.submissions() == ()
    await hears(county, "是", "由您代县城建局填报1项", "由别人审核")
    (stored,) = await county.submissions()
    assert (stored.code, stored.unit, stored.contact_name) == ("T17-H1", "县城建局", "周宁")
    assert "没有待审" in await hears(county, "待审")
    assert "待审1件" in await county.say("li", "待审")
    (told,) = [row.text for row in await county.outbox() if row.recipient == "wang"]
    assert "【代填】" in told


async def test_nobody_changes_his_own_role_and_others_after_a_yes(county: Scene) -> None:
    await hears(county, "把周宁设为审核员", "录审分离")
    await hears(county, "把陈静设为审核员", "由联络员改为审核员")
    await hears(county, "是", "已把县旅游局 陈静改为审核员")
    assert "没有待审" in await county.say("chen", "待审")


async def test_somebody_taken_off_duty_can_say_nothing_more(county: Scene) -> None:
    await hears(county, "停用 王敏", "将停用县城建局 王敏")
    await hears(county, "是", "已停用")
    assert "还没有绑定" in await county.say("wang", "2 100")
    assert await county.submissions() == ()


async def test_the_changes_of_a_unit_are_told_with_names_and_the_log_is_checked(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("wang", "2 100")
    await county.say("chen", "1 齐全")
    reply = await hears(county, "谁改过城建局", "改动2次", "王敏上报 T17-H1", "王敏更正 T17-H1", "核对无误")
    assert "陈静" not in reply


async def test_urging_skips_who_was_told_today(county: Scene) -> None:
    await county.say("zhou", "催办")
    await county.say("zhou", "是")
    reply = await hears(county, "催办", "今天都已提醒过")
    assert "如“催 " in reply
    await hears(county, "催 县城建局", "将提醒1人")


async def test_a_doubt_is_shown_by_its_number_or_its_leaf(county: Scene) -> None:
    await hears(county, "疑点 2", "2/146")
    await hears(county, "疑点 T20-H1", "T20-H1")
    await hears(county, "疑点 999", "共146处")


async def test_a_campaign_that_has_ended_reminds_nobody(county: Scene) -> None:
    await hears(county, "结束考核", "将结束")
    await hears(county, "是", "已结束")
    campaign = await county.store.read(lambda uow: uow.campaigns.get(county.campaign.id))
    assert campaign is not None
    assert campaign.state == "closed"
