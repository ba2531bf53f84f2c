"""Which assessed unit is the lowest: by its total, not by what nobody reports."""

from store.database import Store
from tests.scene import Scene


async def test_the_district_with_the_lowest_total_is_named(memory: Store) -> None:
    scene = await Scene.open(
        memory,
        "ezhou-2013",
        "2013-12-10 10:00",
        deadline="2013-12-31 18:00",
        subjects=("鄂城区", "华容区", "梁子湖区"),
    )
    await scene.person("he", "市质监局", "reviewer", name="何平")
    await scene.person("lu", "市政府", "leader", name="陆明")
    assert "分不出最差的" in await scene.say("lu", "哪个区最差")
    for text in ("5.6 鄂城区给满分 做得好", "5.6 梁子湖区给满分 做得好"):
        assert "将评5.6" in await scene.say("he", text)
        await scene.say("he", "是")
    assert "最低的是华容区" in await scene.say("lu", "哪个区最差")
