"""What leaders set going by chat, from the first word to what others hear of it."""

from handlers.notices import remind
from handlers.wording import plain
from store.unit_of_work import UnitOfWork
from tests.scenarios.conftest import Enter
from tests.scenarios.lines.leaders import DIRECTOR_WANG
from tests.scenarios.play import Play
from tests.scene import at


async def test_a_relayed_word_goes_out_in_the_leaders_name_after_a_yes(enter: Enter) -> None:
    play = await enter("T15")
    await play.enrol(DIRECTOR_WANG)
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
