"""Points for a leaf that is named by itself: within the bounds, with a reason, after 是, by whom it is for."""

import pytest

from store.database import Store
from tests.scene import Scene


@pytest.fixture
async def city(memory: Store) -> Scene:
    """Give a city with a bureau that reports, a reviewer and the office."""
    scene = await Scene.open(memory, "pingdingshan-2021", "2022-01-12 10:00")
    await scene.person("wan", "公安局", name="万鹏")
    await scene.person("bai", "市场监督管理局", "reviewer", name="白雪")
    await scene.person("qin", "市场监督管理局", "office", name="秦芳")
    return scene


async def reviews(scene: Scene) -> list[tuple[str, str, object]]:
    rows = await scene.store.read(lambda uow: uow.reviews.of_campaign(scene.campaign.id))
    return [(row.act, row.code, dict(row.given)) for row in rows]


async def test_points_need_a_reason_and_a_yes(city: Scene) -> None:
    assert "要写理由" in await city.say("bai", "8.3 公安局给0.8分")
    assert "理由：缺台账" in await city.say("bai", "缺台账")
    assert await reviews(city) == []
    await city.say("bai", "是")
    assert await reviews(city) == [("assess", "8.3", {"assessed_points": "0.8"})]


async def test_what_was_reported_is_accepted_with_its_points_and_its_contact_told(city: Scene) -> None:
    await city.say("wan", "8.3 自评0.8")
    await city.say("bai", "8.3 公安局给0.6分 缺台账")
    await city.say("bai", "是")
    assert [act for act, *_ in await reviews(city)] == ["assess", "accept"]
    assert "核定说明：缺台账" in [row.text for row in await city.outbox() if row.recipient == "wan"][-1]
    assert "已撤销" in await city.say("bai", "撤销")


async def test_a_command_or_another_leaf_is_no_reason(city: Scene) -> None:
    await city.say("bai", "8.3 公安局给0.8分")
    for text in ("待审", "帮助", "8.3 公安局给0.5分", "是", "7"):
        await city.say("bai", text)
    await city.say("bai", "取消")
    assert await reviews(city) == []


async def test_points_keep_to_the_printed_bounds(city: Scene) -> None:
    assert "不能大于4" in await city.say("bai", "8.3 公安局给9分 好")
    await city.say("bai", "是")
    assert await reviews(city) == []


async def test_nobody_but_a_reviewer_gives_points(city: Scene) -> None:
    await city.say("wan", "8.3 公安局给0.8分 缺台账")
    await city.say("wan", "是")
    assert await reviews(city) == []


async def test_a_return_is_not_reasoned_with_a_command(county: Scene) -> None:
    await county.say("wang", "2 98")
    await county.say("li", "待审")
    await county.say("li", "1退回")
    assert "待审1件" in await county.say("li", "待审")
    assert "请先" not in await county.say("li", "我审了多少")
    assert await reviews(county) == []
