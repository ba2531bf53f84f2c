"""What leaders ask in numbers: forecast, trials, changes, rules; figures are worked out by hand."""

import pytest

from tests.scene import Scene, at


async def hears(scene: Scene, text: str, *facts: str) -> str:
    reply = await scene.say("sun", text)
    for fact in facts:
        assert fact in reply, reply
    return reply


async def test_a_forecast_is_an_interval_that_narrows_with_every_report(county: Scene) -> None:
    await hears(county, "半年能到70吗", "推算区间0—80分", "还要再得70分；未报的项最多还能丢10分")
    await county.say("wang", "1 不全\n2 99")
    await hears(county, "半年能到70吗", "推算区间2—74分", "还要再得68分；未报的项最多还能丢4分", "未报的18项")
    await hears(county, "能到75分吗", "也只有74分", "还差1分", "已丢的6分")
    await hears(county, "能到2分吗", "已到2分")


async def test_a_whole_years_forecast_names_how_the_year_is_made(county: Scene) -> None:
    await county.say("wang", "2 100")
    reply = await hears(county, "年底能到90吗", "0—100分", "原文未规定", "取各项最后一个节点")
    assert "半年节点现暂得4/80分" in reply


async def test_what_is_reported_for_the_last_milestone_counts_for_the_year(county: Scene) -> None:
    await county.say("wang", "T17-Y 100")
    await hears(county, "年底能到90吗", "4—100分", "还要再得86分")


async def test_a_trial_with_a_value_says_what_would_change_and_stores_nothing(county: Scene) -> None:
    await county.say("wang", "2 100")
    before = await county.submissions()
    await hears(county, "要是城建局覆盖率98 得几分", "试算（不入库）", "现4分→0分，减4分", "合计4→0分")
    assert await county.submissions() == before


async def test_a_trial_of_an_unknown_matter_asks(county: Scene) -> None:
    await hears(county, "要是城建局那个啥 扣多少", "试算哪一项")


async def test_changes_are_told_since_yesterday_leaf_by_leaf(county: Scene) -> None:
    await county.say("wang", "2 98")
    county.now = at("2015-06-26 10:00")
    await hears(county, "和昨天比", "各项都没有变化")
    await county.say("wang", "2 100")
    await county.say("wang", "1 齐全")
    reply = await hears(county, "和上次比", "昨天此时", "暂得0→8分（+8）", "没报齐19→18项")
    assert "T17-H1" in reply
    assert "更正，+4分" in reply
    assert "新报，+4分" in reply


async def test_where_nothing_was_reported_there_is_nothing_to_compare(county: Scene) -> None:
    await hears(county, "和上次比", "还没有任何上报")
    await hears(county, "趋势", "没有趋势可看")
    await hears(county, "跟去年比怎么样", "无法比较")


async def test_units_that_cost_most_come_first(county: Scene) -> None:
    await county.say("wang", "1 齐全\n2 100\n3 有证明材料")
    reply = await hears(county, "哪些单位拖后腿", "1 市场监督管理局 0/39分，差39分（未报9项）")
    assert "县城建局" not in reply


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("加分最多加几分", "T04-Y"),
        ("出了事是不是直接d", "没有否决项"),
        ("得d会怎么样", "原文未规定"),
        ("整改报告什么时候交", "原文未规定"),
        ("等次怎么分", "原文未规定"),
        ("能评上a级不", "没有印等次"),
        ("原文 质量年", "“"),
        ("原文 量子", "没有“量子”"),
    ],
)
async def test_where_the_document_is_silent_that_is_said(county: Scene, text: str, fact: str) -> None:
    await hears(county, text, fact)


async def test_a_unit_without_work_of_its_own_is_named_as_taking_part(county: Scene) -> None:
    await hears(county, "公安局", "县公安局没有牵头填报的项", "T08-H1")


async def test_an_item_beyond_the_last_is_refused(county: Scene) -> None:
    await hears(county, "第九十九项", "没有第99项")


async def test_a_relay_without_words_or_to_nobody_known_sends_nothing(county: Scene) -> None:
    await hears(county, "跟城建局说一声 明天交", "县城建局 赵亮（分管领导）")
    await county.say("sun", "取消")
    await hears(county, "是", "没有等您确认的事")
    assert await county.outbox() == ()


async def test_a_no_leaves_everything_as_it_is(county: Scene) -> None:
    await county.say("sun", "跟城建局说一声 明天交")
    await hears(county, "否", "没有改动")
    assert await county.outbox() == ()


async def test_what_a_leader_is_told_fits_the_platforms_message(county: Scene) -> None:
    for text in ("一页纸", "三句话", "排名", "没报", "拖后腿", "年底能到90吗", "趋势", "城建局", "食药"):
        assert len((await county.say("sun", text)).encode()) <= 2048, text
