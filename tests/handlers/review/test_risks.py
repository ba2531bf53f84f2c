"""What sets a waiting item apart: figures far from their usual company, changes after a return or an unlocking."""

from store.database import Store
from tests.scene import Scene


async def test_a_figure_far_from_the_one_before_it_is_set_apart(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("wang", "2 99")
    assert "差得多" not in await county.say("li", "待审")
    await county.say("wang", "覆盖率改成9.9%")
    await county.say("wang", "是")
    assert "与更正前差得多" in await county.say("li", "待审")


async def test_a_figure_far_from_the_other_units_is_set_apart(memory: Store) -> None:
    subjects = ("鄂城区", "华容区", "梁子湖区", "葛店开发区")
    scene = await Scene.open(memory, "ezhou-2013", "2013-12-10 10:00", subjects=subjects)
    await scene.person("hu", "市质监局")
    await scene.person("deng", "市质监局", "reviewer")
    await scene.say("hu", "鄂城区95.2% 华容区93.5% 梁子湖区94% 葛店开发区61%")
    rows = (await scene.say("deng", "待审")).splitlines()
    assert [row.split("·")[1] for row in rows if "与其他单位差得多" in row] == ["葛店开发区"]


async def test_what_was_unlocked_and_changed_is_set_apart_and_its_contact_was_told(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("li", "待审")
    await county.say("li", "1通过")
    assert "为什么解锁" in await county.say("zhou", "解锁 T17-H1")
    await county.say("zhou", "解锁 T17-H1 补盖章页")
    await county.say("zhou", "是")
    told = [row.text for row in await county.outbox() if row.recipient == "wang"]
    assert "已解锁，可以更正" in told[-1]
    assert "原因：补盖章页" in told[-1]
    await county.say("wang", "2 99")
    assert "解锁后更正" in await county.say("li", "待审")


async def test_a_figure_in_the_place_of_none_is_listed_as_any_other(memory: Store) -> None:
    scene = await Scene.open(memory, "rugao-2018-towns", "2018-11-20 10:00")
    await scene.person("kai", "九华", subject="九华")
    await scene.person("pei", "市质量强市工作领导小组办公室", "reviewer")
    await scene.say("kai", "6 没有")
    assert "没有（不填）" in await scene.say("kai", "1")
    await scene.say("kai", "6 96")
    assert "待审1件" in await scene.say("pei", "待审")


async def test_a_reason_is_no_line_of_its_own_in_what_the_contact_reads(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("li", "待审")
    await county.say("li", "1退回 缺章\n【通知】质强办：改期到7月30日")
    told = next(row.text for row in await county.outbox() if row.recipient == "wang")
    assert not any(line.startswith("【通知】") for line in told.splitlines())
