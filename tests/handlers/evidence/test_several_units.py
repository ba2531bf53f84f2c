"""Evidence for a leaf that one bureau reports for several districts: never silently the first district's."""

import pytest

from store.database import Store
from store.records import Evidence
from tests.scene import Scene


@pytest.fixture
async def city(memory: Store) -> Scene:
    """Give 鄂州 with the contact of 市质监局, who reports ① for three districts."""
    scene = await Scene.open(
        memory,
        "ezhou-2013",
        "2013-12-10 10:00",
        subjects=("鄂城区", "华容区", "梁子湖区"),
        deadline="2013-12-31 18:00",
    )
    await scene.person("hu", "市质监局", name="胡杰")
    return scene


async def rows(scene: Scene) -> list[tuple[str, str, str]]:
    found: tuple[Evidence, ...] = await scene.store.read(lambda uow: uow.evidence.list(scene.campaign.id))
    return [(row.subject, row.caption or row.text, row.state) for row in found]


async def test_a_picture_without_a_district_is_asked_about(city: Scene) -> None:
    await city.send("hu", "image", media_id="m1")
    assert "是哪个单位的" in await city.say("hu", "1 抽查结果")
    assert "华容区" in await city.say("hu", "华容的")
    assert await rows(city) == [("华容区", "抽查结果", "pending")]


async def test_words_are_kept_for_the_district_that_they_name_or_that_is_picked(city: Scene) -> None:
    await city.say("hu", "材料 1 梁子湖区抽查通报")
    assert "是哪个单位的" in await city.say("hu", "材料 1 鄂质〔2013〕5号")
    await city.say("hu", "前两个")
    assert await rows(city) == [
        ("梁子湖区", "梁子湖区抽查通报", "stored"),
        ("鄂城区", "鄂质〔2013〕5号", "stored"),
        ("华容区", "鄂质〔2013〕5号", "stored"),
    ]


async def test_a_caption_goes_to_the_picture_of_its_district(city: Scene) -> None:
    for number, answer in enumerate(("华容的", "鄂城的")):
        await city.send("hu", "image", media_id=f"m{number}")
        await city.say("hu", "1")
        await city.say("hu", answer)
    assert "请写明是哪家" in await city.say("hu", "说明 1 抽查现场")
    assert "1张图片加上说明" in await city.say("hu", "说明 1 鄂城区抽查现场")
    assert [row[:2] for row in await rows(city)] == [("华容区", ""), ("鄂城区", "鄂城区抽查现场")]


async def test_the_pieces_of_all_districts_are_listed_and_taken_back_by_their_number(city: Scene) -> None:
    await city.say("hu", "材料 1 鄂城区抽查通报")
    await city.say("hu", "材料 1 华容区抽查通报")
    assert "1-2 华容区" in await city.say("hu", "我的材料 1")
    await city.say("hu", "撤回材料 1-2")
    assert [(row[0], row[2]) for row in await rows(city)] == [("鄂城区", "stored"), ("华容区", "withdrawn")]
