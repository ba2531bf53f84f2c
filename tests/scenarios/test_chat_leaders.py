"""Every line of the chat contract that a leader says, through the encrypted callback of the running bot."""

import pytest

from handlers.notices import remind
from handlers.wording import plain
from store.unit_of_work import UnitOfWork
from tests.scenarios.chat_lines import Line, contract, play_line, with_director_wang
from tests.scenarios.conftest import Enter
from tests.scenarios.play import Play
from tests.scene import at

REPORTED = (("wangmin", "2 100"), ("chenjing", "1 齐全"))
OVERVIEW = (
    "截至6月24日",
    "半年节点",
    "还剩4个工作日",
    "暂得8/80分",
    "已核定0分",
    "市场监督管理局9项",
    "县城建局2项",
)


def county(text: str, *facts: str, absent: tuple[str, ...] = ()) -> Line:
    """A line of the county's leader after two bureaus have reported."""
    return Line("T15", "suntao", text, facts, absent, REPORTED)


LINES = (
    county("现在多少分", *OVERVIEW),
    county("分", *OVERVIEW),
    county("？？", *OVERVIEW),
    county("啥情况了", *OVERVIEW),
    Line(
        "R18",
        "tangbo",
        "各镇完成情况",
        ("14家×13项", "九华 达到1/12，未达1，未报10，无任务1", "无任务"),
        before=(("gaofei", "1 2"), ("gaofei", "12 3")),
    ),
    county(
        "城建局",
        "县城建局·半年：暂得4/12分",
        "100% 得4分（待审）",
        "未报：T16-H1",
        "未报：T18-H1",
        "李刚",
        "催 县城建局",
    ),
    county("谁没交", "未报18项", "市场监督管理局 9项", "县城建局 2项", "催办"),
    Line(
        "T15",
        "suntao",
        "你跟王局长说一声 明天必须交",
        ("以您的名义", "县城建局 王刚（局长）", "即6月25日", "①", "③", "回“是”", "留痕"),
        before=REPORTED,
        prepare=with_director_wang,
    ),
    county("年底能到90吗", "区间0—100分", "假设", "还要再得90分", "原文未规定", "下限", "上限"),
    Line(
        "Z16",
        "yeqing",
        "能评上a级不",
        ("a级要95分及以上", "差95分", "94—95", "94.5", "原文没有规定"),
    ),
    Line("Z16", "yeqing", "出了事是不是直接d", ("考核结果一律为 d 级", "已认定0起", "待认定0起")),
    county("跟去年比怎么样", "2014年的结果没有导入", "无法比较"),
    county("趋势图", "截至6月24日10:02", "来源：填报记录", "6月17日　0/80分", "6月24日　8/80分", "图片"),
    county(
        "第三项是什么",
        "第3项：制定并实施培育品牌发展的制度措施，开展知名品牌创建工作，4分，市场监督管理局",
        "有奖励制度得4分",
    ),
    Line(
        "T15",
        "suntao",
        "把材料发我看看",
        ("县城建局材料1件", "T16-H1", "县质发〔2015〕3号", "发不了原件"),
        before=(*REPORTED, ("wangmin", "材料 1 县质发〔2015〕3号"), ("suntao", "城建局")),
    ),
    county(
        "要是旅游局那个事故算上 扣多少",
        "试算（不入库）",
        "县旅游局 T20-H1",
        "→0分，减4分",
        "完成任务并有证明材料得4分，无证明材料扣2分，未完成得0分",
        "按“未完成”计0分",
        "没有否决项",
    ),
    county("给我个一页纸 明天开会用", "一、总体", "三、失分", "五、需要协调", "未审定", "8分", "Word"),
    county("三句话", "①", "②缺18项，在7家", "③最急", "6月30日截止（还剩4个工作日）", absent=("④",)),
    county("先别发了", "已暂停摘要推送", "否决", "逾期超过3个工作日", "恢复推送"),
    Line("R18", "zhengyi", "加分最多加几分", ("加分最多5分", "加分项合计总得分不超过5分")),
    Line(
        "Z16",
        "yeqing",
        "得d会怎么样",
        ("不得参加年度评奖、授予荣誉称号", "收紧或暂停", "1 个月内", "约谈", "追究"),
    ),
    Line(
        "Z16",
        "yeqing",
        "整改报告什么时候交",
        ("公告后1个月内", "市人民政府", "抄送办公室", "12月5日", "1月5日前", "还没有发布"),
    ),
    Line(
        "P21",
        "shiyu",
        "省里考核准备得咋样了",
        ("联系人", "填报：报齐", "印证材料", "自评报告 1月17日18:00（还剩3个工作日）"),
        absent=("暂得",),
    ),
    county("排明", "责任单位排名", "县旅游局 4/8", "县城建局 4/12"),
    county("呈建局得多少", "按“县城建局”理解", "暂得4/12分", "回全称"),
    county("看一下那个食药的", "第6项、第8项、第9项", "市场监督管理局", "县公安局、县商业局"),
    county(
        "帮我看一下城建局农发局还有旅游局这三个单位啊他们现在是一个什么样的情况",
        "县城建局·半年：暂得4/12分，缺2项",
        "县农发局·半年：暂得0/3分，缺1项",
        "县旅游局·半年：暂得4/8分，缺1项",
    ),
    county("那个什么覆盖率来着百分之多少来着", "覆盖率", "100%（县城建局6月24日报，待审）"),
    Line("T15", "suntao", "好的", (), silent=True),
    county("明天天气", "我不会", "没有记录", "排名", "趋势"),
    county("把各局联络员电话给我", "王敏", "县旅游局 陈静", "聊天里不发", "质强办授权", absent=("139",)),
)


def test_every_line_that_a_leader_says_is_played() -> None:
    assert {(line.scene, line.text) for line in LINES} == contract("leader")


@pytest.mark.parametrize("line", LINES, ids=[line.id for line in LINES])
async def test_a_leader_is_led_to_the_right_place_with_true_facts(line: Line, enter: Enter) -> None:
    play = await enter(line.scene)
    reply = await play_line(play, line)
    assert "系统出错" not in reply


async def test_a_relayed_word_goes_out_in_the_leaders_name_after_a_yes(enter: Enter) -> None:
    play = await enter("T15")
    await with_director_wang(play)
    await play.say("suntao", "你跟王局长说一声 明天必须交")
    assert await play.pushes("wangju") == []
    assert "已转达县城建局 王刚（局长）" in await play.say("suntao", "是")
    (push,) = await play.pushes("wangju")
    assert push.startswith("【转达】孙涛（副县长）：明天必须交（即6月25日）")
    assert "①" in push


async def test_where_nobody_is_called_so_the_leader_chooses(enter: Enter) -> None:
    play = await enter("T15")
    reply = await play.say("suntao", "你跟王局长说一声 明天必须交")
    assert "名册里没有“王局长”" in reply
    assert "1 县城建局 李刚（副局长）" in reply
    assert "李刚" in await play.say("suntao", "1")
    assert "已转达" in await play.say("suntao", "是")
    assert len(await play.pushes("ligang")) == 1


async def test_a_paused_leader_gets_no_summary_but_hears_of_what_is_late(enter: Enter) -> None:
    play = await enter("T15")
    await play.say("suntao", "先别发了")
    queued = await _reminded(play, "2015-06-29 09:00")
    assert "suntao" not in queued
    assert "suntao" not in await _reminded(play, "2015-07-03 09:00")
    late = await _reminded(play, "2015-07-06 09:00")
    assert late["suntao"].startswith("【逾期】")
    assert "已逾期4个工作日，仍缺20项" in late["suntao"]
    assert "suntao" not in await _reminded(play, "2015-07-07 09:00")
    await play.say("suntao", "恢复推送")
    assert (await _reminded(play, "2015-07-13 09:00"))["suntao"].startswith("【汇总】")


async def test_a_leader_chooses_the_day_of_the_summary(enter: Enter) -> None:
    play = await enter("T15")
    assert "每周五" in await play.say("suntao", "每周五早上发我")
    monday = (await _reminded(play, "2015-07-13 09:00")).get("suntao", "")
    assert "【汇总】" not in monday
    assert (await _reminded(play, "2015-07-17 09:00"))["suntao"].startswith("【汇总】")
    assert "每个工作日" in await play.say("suntao", "每天发我")
    assert (await _reminded(play, "2015-07-21 09:00"))["suntao"].startswith("【汇总】")


async def _reminded(play: Play, now: str) -> dict[str, str]:
    """What the tick of that time queues: {account: text}."""
    moment = at(now)
    pushes = await play.store.run(lambda uow: remind(uow, moment, play.library))
    return {push.recipient: push.text for push in pushes}


async def test_a_total_in_a_printed_gap_is_said_to_be_in_one_and_the_least_effort_named(enter: Enter) -> None:
    play = await enter("Z16")
    await play.store.run(lambda uow: _assess_all(uow, play))
    reply = await play.say("yeqing", "雁江区能评上a级不")
    assert "雁江区：现暂得94.5分（按分数为b，落在原文没有规定的空档里，取较低一等" in reply
    assert "还差0.5分" in reply
    assert "未报1项4分，已报丢的1.5分，全补为100分" in reply
    assert "最省力：补4.3" in reply
    assert "→96分" in reply


def _assess_all(uow: UnitOfWork, play: Play) -> None:
    """Give 雁江区 every mark but 1.5 of the 3 of 4.3, and nothing yet on 5.6 (4 marks)."""
    campaign = play.campaigns[0]
    rubric = play.library.rubric_of(uow, campaign)
    for criterion in rubric.criteria:
        if not criterion.full_marks or criterion.code == "5.6":
            continue
        inputs: dict[str, object] = {
            "assessed_points": "1.5" if criterion.code == "4.3" else plain(criterion.full_marks)
        }
        if criterion.kind == "proportional" or "actual_percent" in criterion.input_by_name:
            inputs = {"actual_percent": "100"}
        uow.submissions.add(
            campaign_id=campaign.id,
            code=criterion.code,
            subject="雁江区",
            act="report",
            given=inputs,
            inputs=inputs,
            unit="市质监局",
            contact_id=None,
            inbox_id=None,
            at=play.clock.now(),
            late=False,
        )
