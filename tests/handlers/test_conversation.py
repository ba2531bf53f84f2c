"""Whole conversations: what a person says and the facts in what he hears."""

import pytest

from handlers.commands import COMMANDS
from handlers.evidence.keeping import give_up
from tests.scene import Scene, at


async def hears(scene: Scene, account: str, text: str, *facts: str) -> str:
    """Say it and check that every fact is in the answer."""
    reply = await scene.say(account, text)
    for fact in facts:
        assert fact in reply, reply
    return reply


async def test_a_stranger_learns_only_how_to_bind(county: Scene) -> None:
    for text in ("我的任务", "现在多少分", "1 100", "谁没报", "你好"):
        reply = await hears(county, "nobody", text, "还没有绑定")
        assert "县" not in reply
    assert await county.submissions() == ()


async def test_the_list_shows_the_running_milestone_with_its_deadline(county: Scene) -> None:
    await hears(
        county,
        "wang",
        "我的任务",
        "县城建局·半年节点（6月30日截止，还剩4个工作日）：共3项，还差3项",
        "②新开工建筑工程质量监督覆盖率确保达到100% 4分：未报",
    )


@pytest.mark.parametrize(
    "text",
    [
        "覆盖率100%",
        "覆盖率100",
        "2 100%",
        "②100",
        "上报 T17-H1 100",
        "新开工建筑工程质量监督覆盖率百分之百",
        "２ １００％",
    ],
)
async def test_a_report_is_stored_in_whatever_form_it_comes(county: Scene, text: str) -> None:
    await hears(county, "wang", text, "已收：②", "100%（半年）", "暂得4/4分", "覆盖率达到100%得4分", "还缺①③")
    (stored,) = await county.submissions()
    assert (stored.code, stored.inputs, stored.contact_name) == (
        "T17-H1",
        {"coverage_percent": "100"},
        "王敏",
    )


@pytest.mark.parametrize(
    "text", ["覆盖率985", "覆盖率约90", "覆盖率0.98", "98", "asdf", "无", "同上次一样", "明天天气"]
)
async def test_what_is_not_certain_is_never_stored(county: Scene, text: str) -> None:
    await county.say("wang", text)
    assert await county.submissions() == ()


async def test_several_rows_get_a_receipt_each(county: Scene) -> None:
    reply = await hears(county, "wang", "1 齐全\n2 99.5\n3 不全", "①", "②", "③", "您的任务都报齐了")
    assert reply.count("已收") == 3
    assert [row.code for row in await county.submissions()] == ["T16-H1", "T17-H1", "T18-H1"]


async def test_a_leaf_of_another_bureau_is_refused_and_its_bureau_named(county: Scene) -> None:
    reply = await county.say("wang", "旅游市场安全监测 齐全")
    assert "县旅游局" in reply
    assert await county.submissions() == ()


async def test_the_same_report_twice_is_one(county: Scene) -> None:
    await county.say("wang", "2 100")
    await hears(county, "wang", "2 100", "没有重复记录")
    assert len(await county.submissions()) == 1


async def test_a_correction_is_confirmed_and_keeps_the_history(county: Scene) -> None:
    await county.say("wang", "2 98")
    await hears(county, "wang", "不是98是89", "98%", "89%", "1 ")
    assert len(await county.submissions()) == 1
    await hears(county, "wang", "是", "98%→89%")
    assert [row.act for row in await county.submissions()] == ["report", "amend"]


async def test_a_withdrawal_brings_back_what_was_there_before(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("wang", "2 100")
    await hears(county, "wang", "撤回", "已撤回", "98%")
    await hears(county, "wang", "撤回", "未报")
    await hears(county, "wang", "撤回", "没有可以撤回的")
    await hears(county, "wang", "我的任务", "②新开工建筑工程质量监督覆盖率确保达到100% 4分：未报")
    assert [row.act for row in await county.submissions()] == ["report", "amend", "withdraw", "withdraw"]


async def test_a_stale_yes_is_refused(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("wang", "不是98是89")
    county.now = at("2015-06-24 10:31")
    await hears(county, "wang", "是", "没有等您确认的事")
    assert len(await county.submissions()) == 1


async def test_a_question_can_be_cancelled(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("wang", "不是98是89")
    await hears(county, "wang", "取消", "已取消")
    await hears(county, "wang", "是", "没有等您确认的事")
    assert len(await county.submissions()) == 1


async def test_the_third_misunderstanding_offers_a_person(county: Scene) -> None:
    first, second, third = [await county.say("wang", text) for text in ("asdf", "qwer", "zxcv")]
    assert "没看懂" in first
    assert second != first
    assert "周宁" in third
    await county.say("wang", "我的任务")
    assert await county.say("wang", "asdf") == first


async def test_thanks_get_no_lecture(county: Scene) -> None:
    for text in ("谢谢", "好的", "👌", "收到"):
        assert len(await county.say("wang", text)) < 20


async def test_a_contact_sees_nothing_of_other_units(county: Scene) -> None:
    await county.say("chen", "1 齐全")
    for text in ("排名", "现在多少分", "谁没报", "丢分", "催办", "绑定情况", "待审", "县旅游局得了多少"):
        reply = await county.say("wang", text)
        assert "您不能" in reply, text
        assert "陈静" not in reply
    reply = await county.say("wang", "为什么 T20-H1")
    assert "只能查看本单位" in reply


async def test_a_supervisor_sees_the_list_but_cannot_report(county: Scene) -> None:
    await hears(county, "zhao", "我的任务", "共3项")
    await county.say("zhao", "2 100")
    assert await county.submissions() == ()


async def test_why_gives_value_clause_steps_and_version_in_six_lines(county: Scene) -> None:
    await county.say("wang", "2 99.5")
    reply = await hears(county, "wang", "为什么 2", "暂得0/4分", "99.5%", "低于100%得0分", "T17-H1", "版本")
    assert reply.count("\n") <= 5


async def test_a_report_after_the_deadline_is_stored_and_said_to_be_late(county: Scene) -> None:
    county.now = at("2015-07-02 09:00")
    await hears(county, "wang", "T17-H1 100", "逾期")
    (stored,) = await county.submissions()
    assert stored.late


async def test_an_early_report_needs_the_code(county: Scene) -> None:
    await hears(county, "wang", "T17-Q3 100", "（前三季度）")
    (stored,) = await county.submissions()
    assert stored.code == "T17-Q3"


async def test_a_picture_is_filed_with_its_caption(county: Scene) -> None:
    reply = await county.send("wang", "image", media_id="m1")
    assert "归到哪一项" in reply
    await hears(county, "wang", "1 6月10日工地检查", "已归到①", "6月10日工地检查")
    (row,) = await county.store.read(lambda uow: uow.evidence.list(county.campaign.id))
    assert (row.code, row.caption, row.state) == ("T16-H1", "6月10日工地检查", "pending")


async def test_a_report_between_picture_and_filing_is_still_a_report(county: Scene) -> None:
    await county.send("wang", "image", media_id="m1")
    await hears(county, "wang", "②100", "已收")
    await hears(county, "wang", "②验收现场", "已归到②")


async def test_a_picture_without_a_caption_is_pointed_out(county: Scene) -> None:
    await county.send("wang", "image", media_id="m1")
    await hears(county, "wang", "1", "没有文字说明")


async def test_a_failed_download_is_told_to_the_sender(county: Scene) -> None:
    await county.send("wang", "image", media_id="m1")
    await county.store.run(lambda uow: give_up(uow, 1, "图片已过期", county.now))
    (push,) = await county.outbox()
    assert "没存成功" in push.text
    assert push.recipient == "wang"


async def test_words_can_be_evidence(county: Scene) -> None:
    await hears(county, "wang", "材料 3 平农〔2021〕45号", "已归到③")
    await hears(county, "wang", "我的材料", "文字材料1")


async def test_a_leader_gets_the_total_from_one_character(county: Scene) -> None:
    await county.say("wang", "2 100")
    for text in ("分", "？？", "现在多少分"):
        await hears(county, "sun", text, "暂得4/80分", "半年节点", "还剩4个工作日", "市场监督管理局9项")
    await hears(county, "sun", "排名", "1 县城建局 4/12")
    await hears(county, "sun", "谁没报", "未报19项")
    await hears(county, "sun", "城建局", "暂得4/12分", "还差2项")


async def test_losses_name_leaf_points_and_unit(county: Scene) -> None:
    await county.say("wang", "2 99")
    await hears(county, "sun", "丢分", "共丢4分", "T17-H1", "县城建局")


async def test_urging_asks_first_and_reminds_only_who_owes(county: Scene) -> None:
    await county.say("wang", "1 齐全\n2 100\n3 齐全")
    reply = await hears(county, "sun", "催办", "以您的名义", "县旅游局 陈静", "吴越", "回“是”")
    assert "王敏" not in reply
    assert await county.outbox() == ()
    await hears(county, "sun", "是", "已发给1人")
    (push,) = await county.outbox()
    assert push.recipient == "chen"
    assert "孙涛" in push.text


async def test_the_office_sees_who_is_bound(county: Scene) -> None:
    await hears(county, "zhou", "绑定情况", "名册7人，已绑定6人", "吴越（联络员）未绑定")


@pytest.mark.parametrize(
    "text", ["", "   ", "\n", "字" * 5000, "😀😀😀", "'; DROP TABLE submission;--", "{name}{0}", "%s%d"]
)
async def test_odd_texts_get_an_answer_and_store_nothing(county: Scene, text: str) -> None:
    assert await county.say("wang", text)
    assert await county.submissions() == ()


async def test_a_description_of_braces_does_not_break_the_answer(county: Scene) -> None:
    await hears(county, "wang", "详情 {0}", "没有找到")


@pytest.mark.parametrize("kind", ["voice", "video", "link", "location", "file", "unknown"])
async def test_every_kind_of_message_is_answered(county: Scene, kind: str) -> None:
    assert await county.send("wang", kind, media_id="m" if kind != "link" else "", url="u")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["②100②100", "2 100\n2 100", "2 100\n②100"])
async def test_a_leaf_that_is_named_twice_with_one_value_is_stored_once(county: Scene, text: str) -> None:
    await county.say("wang", text)
    assert [row.inputs for row in await county.submissions()] == [{"coverage_percent": "100"}]


@pytest.mark.parametrize("text", ["2 99\n2 100", "2 99\n2 100\n2 99", "②99②100", "②99，覆盖率98"])
async def test_of_two_values_for_one_leaf_neither_is_stored(county: Scene, text: str) -> None:
    await county.say("wang", text)
    assert await county.submissions() == ()


async def test_doubtful_rows_are_asked_one_after_the_other(county: Scene) -> None:
    reply = await hears(county, "wang", "2 99\n2 100", "99%", "另有1条也要确认")
    assert "还等您回答" not in reply
    await hears(county, "wang", "不是", "没有入库", "100%")
    await hears(county, "wang", "1", "已收：②", "100%")
    assert [row.inputs for row in await county.submissions()] == [{"coverage_percent": "100"}]


@pytest.mark.parametrize("text", ["2 10十%", "②十00", "覆盖率百分之九十9"])
async def test_figures_in_two_ways_of_writing_at_once_are_asked_about(county: Scene, text: str) -> None:
    await county.say("wang", text)
    assert await county.submissions() == ()


@pytest.mark.parametrize(
    "figures", ["1", "①", "1 2", "1 98%", "19.2 91.370", "①② 3", "2018.6.1", "13900000000"]
)
def test_no_command_is_made_of_figures_alone(figures: str) -> None:
    assert [one for one in COMMANDS if one.read(figures, figures) is not None] == []
