"""每月一报 of 铁岭: each month's report is registered in time or late, and counted for the year's line."""

import pytest

from store.database import Store
from tests.scene import Scene, at

OFFICE = "质量强县工作领导小组办公室"


@pytest.fixture
async def county(memory: Store) -> Scene:
    """Give the county from April on, with whoever sends its information every month."""
    scene = await Scene.open(memory, "tieling-2015", "2015-04-20 10:00", opened="2015-04-01 09:00")
    await scene.person("ban", OFFICE)
    await scene.person("zhou", OFFICE, "office")
    await scene.person("wang", "县城建局")
    return scene


async def say(scene: Scene, when: str, words: str, account: str = "ban") -> str:
    """Say it then."""
    scene.now = at(when)
    return await scene.say(account, words)


async def test_months_are_counted_in_time_late_and_missed(county: Scene) -> None:
    said = await say(county, "2015-04-20 10:00", "4月信息已交")
    assert "按登记：按时1个月、逾期0个月、没报0个月。4月以前机器人没有登记，按实际加上。" in said
    said = await say(county, "2015-06-02 10:00", "5月信息已交")
    assert "记为逾期" in said
    assert "按时1个月、逾期1个月、没报0个月" in said
    told = await say(county, "2015-07-03 10:00", "月报情况")
    assert f"{OFFICE}：按登记：按时1个月、逾期1个月、没报1个月（6月）。" in told
    assert "照此核对" in told
    await say(county, "2015-07-03 10:01", "撤回4月信息已交")
    assert "按时0个月、逾期1个月、没报2个月（4月、6月）" in await say(
        county, "2015-07-03 10:02", "月报情况", "zhou"
    )


async def test_who_reports_nothing_every_month_is_not_told_of_months(county: Scene) -> None:
    assert "按登记" not in await county.say("wang", "月报情况")
