from datetime import time

import pytest

from handlers.calendar.deadlines import Deadlines, deadlines_of
from tests.scene import Scene, at


async def deadlines(scene: Scene) -> Deadlines:
    rubric = scene.library.rubric(scene.campaign.rubric)
    return await scene.store.read(lambda uow: deadlines_of(uow, scene.campaign, rubric))


async def test_what_the_office_closes_at_is_when_a_printed_day_ends(county: Scene) -> None:
    assert "08:30上班，上午12:00下班，下午18:00下班" in await county.say("zhou", "办公时间")
    said = await county.say("zhou", "办公时间 9:00-12:00 13:30-17:30")
    assert "09:00上班，上午12:00下班，下午17:30下班" in said
    found = await deadlines(county)
    assert found.arranged.hours.opens == time(9)
    assert found.milestones["H1"] == at("2015-06-30 17:30")


@pytest.mark.parametrize(
    "words", ["办公时间 8点", "办公时间 17:30-8:30", "办公时间 8:30-25:00", "上班时间改为随便"]
)
async def test_hours_that_are_not_understood_change_nothing(county: Scene, words: str) -> None:
    assert "没有改动" in await county.say("zhou", words)
    assert (await deadlines(county)).arranged.hours.closes == time(18)


async def test_only_the_office_sets_its_hours(county: Scene) -> None:
    await county.say("wang", "办公时间 9:00-17:30")
    assert (await deadlines(county)).arranged.hours.opens == time(8, 30)


async def test_a_deadline_is_moved_to_half_a_day(county: Scene) -> None:
    assert "7月3日12:00" in await county.say("zhou", "半年节点改到7月3号上午下班前 原因省局延期")
    await county.say("zhou", "是")
    assert (await deadlines(county)).milestones["H1"] == at("2015-07-03 12:00")


async def test_one_leaf_is_extended_to_an_hour(county: Scene) -> None:
    assert "7月3日16:00" in await county.say("zhou", "城建局② 延到7月3日16:00 原因材料在审")
    await county.say("zhou", "是")
    found = await deadlines(county)
    (extended,) = found.arranged.extensions.values()
    assert extended == at("2015-07-03 16:00")
