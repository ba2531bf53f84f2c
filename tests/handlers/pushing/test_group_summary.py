"""群通报: only where the office wants it, once a day that is due, with units and counts and nothing else."""

from datetime import datetime, timedelta

from handlers.pushing import group_summary
from tests.scene import Scene


async def announced(scene: Scene, now: datetime) -> int:
    return await scene.store.run(lambda uow: group_summary.announce(uow, now, scene.library))


def monday(scene: Scene) -> datetime:
    """The Monday after, at ten."""
    return scene.now + timedelta(days=7 - scene.now.weekday())


async def test_nothing_is_posted_before_the_office_wants_it(county: Scene) -> None:
    assert await announced(county, monday(county)) == 0
    assert "将开启群通报" in await county.say("zhou", "开启群通报")
    assert "已开启群通报" in await county.say("zhou", "是")
    assert await announced(county, monday(county)) == 1
    assert "已关闭群通报" in await county.say("zhou", "关闭群通报")
    assert await announced(county, monday(county) + timedelta(days=7)) == 0


async def test_it_is_posted_once_on_a_day_that_is_due(county: Scene) -> None:
    await county.say("zhou", "开启群通报")
    await county.say("zhou", "是")
    assert await announced(county, monday(county) + timedelta(days=2)) == 0
    assert [await announced(county, monday(county)) for _ in range(2)] == [1, 0]
    (row,) = await county.outbox()
    assert (row.channel, row.recipient) == ("webhook", "group")


async def test_it_holds_units_and_counts_but_no_values_points_or_names(county: Scene) -> None:
    await county.say("wang", "2 98")
    said = await county.say("zhou", "群通报样子")
    assert "| 责任单位 | 应报 | 已报 | 还差 |" in said
    assert "| 县城建局 |" in said
    posted, _, told = said.partition("（只是样子，没有发到群里")
    assert told
    for name in ("王敏", "陈静", "孙涛", "98", "分"):
        assert name not in posted
    assert await county.outbox() == ()


async def test_only_the_office_turns_it_on(county: Scene) -> None:
    assert "您不能" in await county.say("sun", "开启群通报")
    assert await announced(county, monday(county)) == 0
