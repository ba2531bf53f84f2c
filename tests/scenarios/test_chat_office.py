"""What the office arranges by chat, from the first word to what others hear of it."""

import pytest

from handlers.notices import remind
from tests.scenarios.conftest import Enter
from tests.scenarios.lines.office import LI_SI
from tests.scenarios.play import Play
from tests.scene import at


async def test_a_new_campaign_is_opened_and_talked_about(enter: Enter) -> None:
    play = await enter("T15")
    await play.say("zhouning", "新建考核 铁岭县2016年度质量工作")
    reply = await play.say("zhouning", "1")
    assert "已建《铁岭县2016年度质量工作》" in reply
    campaigns = await play.store.read(lambda uow: uow.campaigns.list())
    assert [row.name for row in campaigns][-1] == "铁岭县2016年度质量工作"
    assert "铁岭县2016年度质量工作" in await play.say("zhouning", "切换")
    assert "2015年度县政府质量工作考核" in await play.say("zhouning", "切换 1")


async def test_a_new_campaign_is_of_the_year_that_is_named_with_the_units_and_the_day_that_are_said(
    enter: Enter,
) -> None:
    play = await enter("Z16")
    drafted = await play.say("duhao", "建一个2017年的考核")
    assert "被考核单位：雁江区、安岳县、乐至县（文件没有写明，同现在这次考核）" in drafted
    assert "时限：2017-12-29 18:00（原文未规定，没定之前暂按2017年最后一个工作日）" in drafted
    assert "没有改动" in await play.say("duhao", "时限2016年12月30日")
    assert "时限：2018-01-20 18:00。" in await play.say("duhao", "时限1月20日")
    assert "被考核单位：雁江区、安岳县。" in await play.say("duhao", "单位 雁江区、安岳县")
    assert "已建《2017年度资阳市质量工作考核》" in await play.say("duhao", "是")
    opened = (await play.store.read(lambda uow: uow.campaigns.list()))[-1]
    assert (opened.year, opened.subjects, opened.deadline) == (
        2017,
        ("雁江区", "安岳县"),
        at("2018-01-20 18:00"),
    )


async def test_a_campaign_whose_document_names_no_units_is_not_opened_before_they_are_said(
    enter: Enter,
) -> None:
    play = await enter("R18")
    await play.say("fengxue", "我要新开一个考核：2019年度如皋市质量工作考核")
    assert "没有写明是哪几家" in await play.say("fengxue", "4")
    assert "没有写明是哪几家" in await play.say("fengxue", "是")
    assert "被考核单位：甲区、乙区。" in await play.say("fengxue", "甲区、乙区")
    await play.say("fengxue", "取消")
    assert "2019年度如皋市质量工作考核" not in await play.say("fengxue", "切换")


async def test_who_leaves_is_replaced_and_the_newcomer_is_bound_by_the_code(enter: Enter) -> None:
    play = await enter("T15")
    await play.enrol(LI_SI)
    await play.say("lisi", "1 齐全")
    await play.say("zhouning", "李四调走了换王五")
    reply = await play.say("zhouning", "是")
    code = reply.partition("绑定码：")[2][:6]
    assert "还没有绑定" in await play.say("lisi", "我的任务")
    play.platform.corp.add_member("wangwu", "王五")
    assert "绑定成功：县旅游局 王五（联络员）" in await play.say("wangwu", f"绑定 {code}")
    assert "县旅游局" in await play.say("wangwu", "我的任务")
    (stored,) = await play.submissions()
    assert stored.contact_name == "李四"


async def test_a_moved_deadline_holds_for_lists_and_reminders_and_everybody_is_told(enter: Enter) -> None:
    play = await enter("T15")
    await play.say("zhouning", "半年节点改到7月3号")
    assert "请回“原因" in await play.say("zhouning", "是")
    assert await play.arrangements() == ()
    reply = await play.say("zhouning", "原因 省局延期")
    assert "6月30日18:00→7月3日18:00" in reply
    assert await play.arrangements() == ("deadline",)
    (told,) = await play.pushes("wangmin")
    assert "省局延期" in told
    assert "7月3日截止，还剩7个工作日" in await play.say("wangmin", "我的任务")
    play.move_to("2015-07-02 10:00")
    assert "逾期" not in await play.say("wangmin", "2 100")
    (stored,) = await play.submissions()
    assert not stored.late


async def test_one_unit_gets_more_time_for_one_leaf(enter: Enter) -> None:
    play = await enter("T15")
    reply = await play.say("zhouning", "城建局② 延到7月3日 原因检测报告在路上")
    assert "县城建局 ②新开工建筑工程质量监督覆盖率" in reply
    assert "已延期" in await play.say("zhouning", "是")
    assert "检测报告在路上" in (await play.pushes("wangmin"))[0]
    assert await play.pushes("chenjing") == []
    play.move_to("2015-07-02 10:00")
    await play.say("wangmin", "T17-H1 100")
    await play.say("wangmin", "T16-H1 有方案并有证明材料")
    late = {row.code: row.late for row in await play.submissions()}
    assert late == {"T17-H1": False, "T16-H1": True}


async def test_an_average_target_is_provisional_until_all_have_reported_and_then_announced(
    enter: Enter,
) -> None:
    play = await enter("E13")
    await play.say("xieyun", "制造业目标90")
    await play.say("xieyun", "用平均值")
    await play.say("hujie", "制造业产品质量合格率 鄂城区96 华容区93")
    assert "暂估94.5%" in await play.say("xieyun", "目标")
    assert not [text for text in (await _reminded(play)).values() if "【目标值】" in text]
    await play.say("hujie", "制造业产品质量合格率 梁子湖区99")
    queued = await _reminded(play)
    assert "目标按平均值定为96" in queued["hujie"]
    assert "目标按平均值定为96" in queued["xieyun"]
    row = await play.say("linfeng", "制造业合格率")
    assert "华容区：93%" in row
    assert "暂得8/10分" in row  # three points below the mean of 96
    assert not [text for text in (await _reminded(play)).values() if "【目标值】" in text]


async def test_the_office_enters_for_a_town_and_the_town_is_told(enter: Enter) -> None:
    play = await enter("R18")
    await play.say("yaoqin", "九华 江苏名牌2 体系认证4")
    assert "目标就是2，与您说的一致" in await play.say("yaoqin", "1")
    assert await play.submissions() == ()
    await play.say("yaoqin", "九华 江苏名牌2 体系认证4")
    assert "代九华填报2项" in await play.say("yaoqin", "2")
    stored = await play.submissions()
    assert [(row.code, row.subject, row.unit, row.contact_name) for row in stored] == [
        ("1", "九华", "九华", "姚琴"),
        ("12", "九华", "九华", "姚琴"),
    ]
    assert any("【代填】" in text for text in await play.pushes("gaofei"))


async def test_a_veto_is_registered_in_steps_and_leaders_hear_at_once(enter: Enter) -> None:
    play = await enter("Z16")
    assert "先“登记否决" in await play.say("duhao", "认定否决 安岳县某厂事件")
    await play.say("duhao", "登记否决 安岳县某厂事件，据省局通报")
    assert "已告知1位领导" in await play.say("duhao", "是")
    assert "待认定" in (await play.pushes("yeqing"))[0]
    assert "待认定1起" in await play.say("yeqing", "出了事是不是直接d")
    await play.say("duhao", "认定否决 安岳县某厂事件，省局〔2016〕9号")
    await play.say("duhao", "是")
    assert "等次一律为“d”" in (await play.pushes("yeqing"))[1]
    stored = await play.submissions()
    assert [row.inputs for row in stored] == [{"event_status": "preliminary"}, {"event_status": "confirmed"}]


async def test_an_archived_milestone_takes_nothing_more_and_can_be_opened_again(enter: Enter) -> None:
    play = await enter("T15")
    await play.say("wangmin", "2 100")
    await play.say("liqiang", "待审")
    await play.say("liqiang", "1通过")
    assert "前置检查通过" in await play.say("zhouning", "半年节点归档")
    assert "已归档" in await play.say("zhouning", "是")
    assert "已归档，没有入库" in await play.say("wangmin", "1 齐全")
    assert "写原因" in await play.say("zhouning", "解除归档 半年节点")
    await play.say("zhouning", "解除归档 半年节点 补方案")
    await play.say("zhouning", "是")
    assert "已收" in await play.say("wangmin", "1 齐全")


async def test_published_results_reach_each_contact_with_its_own_unit_only(enter: Enter) -> None:
    play = await enter("T15")
    await play.say("wangmin", "2 100")
    assert "还不能发布" in await play.say("zhouning", "发布结果")
    await play.say("liqiang", "待审")
    await play.say("liqiang", "1通过")
    assert "还不齐，没有发布：未报" in await play.say("zhouning", "发布结果")
    assert "将发布核定结果" in await play.say("zhouning", "是")
    assert "已发布" in await play.say("zhouning", "是")
    result = (await play.pushes("wangmin"))[-1]
    assert "县城建局：核定4/12分" in result
    other = (await play.pushes("chenjing"))[-1]
    assert "县旅游局：核定0/8分" in other
    assert "城建局" not in other
    assert "县（本级）：核定4分" in (await play.pushes("suntao"))[-1]


async def test_a_broadcast_goes_to_everybody_after_a_yes(enter: Enter) -> None:
    play = await enter("T15")
    reply = await play.say("zhouning", "通知全体：明天下午3点开会")
    assert "将发给9人" in reply
    assert await play.pushes("wangmin") == []
    assert "已发给9人" in await play.say("zhouning", "是")
    for account in ("wangmin", "suntao", "ligang"):
        assert (await play.pushes(account))[-1] == "【通知】质强办：明天下午3点开会"
    assert await play.pushes("zhouning") == []


async def test_a_taught_word_is_everybodys(enter: Enter) -> None:
    play = await enter("R18")
    await play.say("wulin", "绿牌子 62")
    assert await play.submissions() == ()
    assert "记住了" in await play.say("fengxue", "“绿牌子”=27.1")
    await play.say("wulin", "绿牌子 62")
    (stored,) = await play.submissions()
    assert (stored.code, stored.contact_name) == ("27.1", "吴琳")
    assert "已删除" in await play.say("fengxue", "删除别名 绿牌子")


async def test_what_was_not_understood_is_listed_for_the_office(enter: Enter) -> None:
    play = await enter("T15")
    await play.say("wangmin", "阿巴阿巴")
    await play.say("chenjing", "阿巴阿巴")
    reply = await play.say("zhouning", "没看懂的")
    assert "“阿巴阿巴” 2次" in reply
    assert "来自2人" in reply


async def test_an_erased_person_is_masked_everywhere_and_its_history_stays(enter: Enter) -> None:
    play = await enter("T15")
    await play.enrol(LI_SI)
    await play.say("lisi", "1 齐全")
    await play.say("zhouning", "停用 李四")
    await play.say("zhouning", "是")
    await play.say("zhouning", "把离职的李四信息删了")
    assert "已抹去" in await play.say("zhouning", "是")
    (stored,) = await play.submissions()
    assert stored.contact_name == "李*"
    people = await play.store.read(lambda uow: uow.roster.list(play.campaigns[0].id))
    (gone,) = [row for row in people if row.name == "李*"]
    assert (gone.mobile, gone.email, gone.account, gone.active) == ("", "", None, False)
    assert await play.store.read(lambda uow: uow.accounts.find("wecom", "lisi")) is None
    assert await play.store.read(lambda uow: uow.audit.verify()) is None


async def test_a_pasted_roster_is_checked_by_row_and_taken_whole(enter: Enter) -> None:
    play = await enter("T15")
    assert "第2行：细则里没有单位“县铁路局”" in await play.say(
        "zhouning", "姓名\t单位\t角色\n赵六\t县铁路局\t联络员"
    )
    await play.say("zhouning", "姓名\t单位\t角色\n赵六\t县财政局\t联络员")
    assert "县财政局 赵六 绑定码" in await play.say("zhouning", "确认导入")


async def test_a_further_reminder_goes_out_on_the_last_afternoon_to_who_still_owes(enter: Enter) -> None:
    play = await enter("T15")
    await play.say("wangmin", "1 有方案并有证明材料\n2 100\n3 有证明材料")
    await play.say("zhouning", "当天下午再催一次 3点")
    await _reminded(play, "2015-06-30 09:10")
    queued = await _reminded(play, "2015-06-30 15:01")
    assert "chenjing" in queued
    assert "wangmin" not in queued
    assert await _reminded(play, "2015-06-30 15:02") == {}


async def test_the_plan_of_tomorrow_queues_nothing(enter: Enter) -> None:
    play = await enter("T15")
    reply = await play.say("zhouning", "提醒计划")
    assert "6月25日（下一个工作日）会发5条" in reply
    assert "县城建局 王敏" in reply
    assert await play.pushes("wangmin") == []


async def test_a_day_declared_off_is_one(enter: Enter) -> None:
    play = await enter("T15")
    await play.say("zhouning", "6月25日别发")
    assert await _reminded(play, "2015-06-25 09:10") == {}
    assert "还剩3个工作日" in await play.say("wangmin", "我的任务")
    await play.say("zhouning", "6月25日上班")
    assert await _reminded(play, "2015-06-25 09:10")


@pytest.mark.parametrize(
    "text",
    ["半年节点改到7月3号 原因x", "制造业目标95", "把王敏设为审核员", "绑定码 陈静", "通知全体：开会", "半年节点归档",
     "把离职的王敏信息删了", "发布结果", "没看懂的", "谁改过", "登记否决 某事"],
)  # fmt: skip
async def test_a_contact_does_none_of_the_offices_work(text: str, enter: Enter) -> None:
    play = await enter("T15")
    await play.say("wangmin", text)
    await play.say("wangmin", "是")
    assert await play.arrangements() == ()
    assert await play.submissions() == ()
    people = await play.store.read(lambda uow: uow.roster.list(play.campaigns[0].id))
    assert [row.role for row in people if row.name == "王敏"] == ["contact"]


async def _reminded(play: Play, now: str = "2013-12-11 09:10") -> dict[str, str]:
    """What the tick of that time queues: {account: text}."""
    moment = at(now)
    pushes = await play.store.run(lambda uow: remind(uow, moment, play.library))
    return {push.recipient: push.text for push in pushes}
