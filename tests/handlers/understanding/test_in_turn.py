"""Several drafts of one sentence: a 是 confirms only what could be read before it was sent."""

from datetime import timedelta

import pytest

from tests.scene import Scene

BOTH = "催一下县城建局，然后锁定"


def later(scene: Scene, seconds: float) -> None:
    scene.now += timedelta(seconds=seconds)


async def test_a_yes_tapped_twice_does_not_confirm_the_draft_that_the_first_one_brought_up(
    county: Scene,
) -> None:
    await county.say("zhou", BOTH)
    later(county, 20)
    assert "接着是“锁定”" in await county.say("zhou", "是")
    later(county, 1)
    assert "来得太快，下一件没有办" in await county.say("zhou", "是")
    later(county, 5)
    assert "已归档" in await county.say("zhou", "是")


@pytest.mark.parametrize("first", ["是", "取消"])
async def test_no_later_yes_confirms_a_draft_that_another_took_the_place_of(
    county: Scene, first: str
) -> None:
    await county.say("zhou", "归档")
    later(county, 20)
    assert "（前面那份没有办：" in await county.say("zhou", "通知全体：明天开会")
    later(county, 20)
    assert "还等您回答" not in await county.say("zhou", first)
    later(county, 20)
    assert "没有等您确认" in await county.say("zhou", "是")


async def test_what_asks_no_more_does_not_hide_the_draft_behind_it(county: Scene) -> None:
    await county.say("zhou", "县旅游局陈静换成马骏，再催一下陈静，再通知县城建局后天开会")
    later(county, 20)
    told = await county.say("zhou", "是")
    assert "接着是“催一下陈静”" in told
    assert "【通知】后天开会" in told


async def test_all_of_them_can_be_dropped_at_once(county: Scene) -> None:
    for off in ("都取消", "算了，都不办了", "全部取消", "都不发了"):
        await county.say("zhou", BOTH)
        assert await county.say("zhou", off) == "好的，2件都不办了，没有改动。"
        assert "没有等您确认" in await county.say("zhou", "是")
