"""资阳 prints 年末 and no day for its self-report: the office sees that and may set one."""

import pytest

from handlers.notices import remind
from store.database import Store
from tests.scene import Scene, at


@pytest.fixture
async def ziyang(memory: Store) -> Scene:
    """Give the city with one district, whose contact is not late with anything."""
    scene = await Scene.open(
        memory, "ziyang-2016", "2016-12-12 10:00", opened="2016-12-12 09:00", subjects=("雁江区",)
    )
    await scene.person("office", "市质监局", "office", name="质强办")
    await scene.person("yan", "雁江区", subject="雁江区", name="联络员")
    return scene


async def reminder_of(scene: Scene, now: str) -> str:
    """What the district is told at that moment."""
    scene.now = at(now)
    pushes = await scene.store.run(lambda uow: remind(uow, at(now), scene.library))
    return "".join(push.text for push in pushes if push.recipient == "yan")


async def test_what_has_no_printed_day_is_shown_and_not_guessed(ziyang: Scene) -> None:
    plan = await ziyang.say("office", "提醒计划")
    assert "原文未规定日期、不会提醒：目标备案（每年年初）、自评报告及相关材料（年末）" in plan
    assert "自评报告" not in await reminder_of(ziyang, "2016-12-13 09:00")


async def test_the_day_that_the_office_sets_is_reminded_of_and_can_be_dropped(ziyang: Scene) -> None:
    told = await ziyang.say("office", "自评报告定在12月20日")
    assert "12月20日18:00截止（原文“年末”没有印日期）" in told
    assert "自评报告" not in (await ziyang.say("office", "提醒计划")).split("原文未规定日期")[1]
    assert "质强办定在12月20日18:00" in await ziyang.say("yan", "自评报告什么时候交")
    assert "自评报告" in await reminder_of(ziyang, "2016-12-15 09:00")
    await ziyang.say("yan", "自评报告已交")
    assert "自评报告" not in await reminder_of(ziyang, "2016-12-19 09:00")
    await ziyang.say("office", "取消自评报告的日期")
    assert "具体日期原文未规定" in await ziyang.say("yan", "自评报告什么时候交")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("自评报告定在12月1日", "已经过去"),
        ("自评报告定在月底吧", "定在哪一天"),
        ("取消自评报告的日期", "没有另定过日期"),
    ],
)
async def test_a_day_that_cannot_be_set_changes_nothing(ziyang: Scene, words: str, answer: str) -> None:
    assert answer in await ziyang.say("office", words)
    assert "自评报告及相关材料（年末）" in await ziyang.say("office", "提醒计划")


async def test_only_the_office_sets_a_day(ziyang: Scene) -> None:
    await ziyang.say("yan", "自评报告定在12月20日")
    assert "具体日期原文未规定" in await ziyang.say("yan", "自评报告什么时候交")


async def test_a_printed_day_stays_as_printed(memory: Store) -> None:
    scene = await Scene.open(memory, "pingdingshan-2021", "2022-01-05 10:00")
    await scene.person("office", "市场监督管理局", "office", name="质强办")
    assert "原文印着“1月17日下午下班前”" in await scene.say("office", "自评报告定在1月20日")
