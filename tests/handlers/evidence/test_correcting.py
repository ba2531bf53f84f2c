"""Pieces that were wrong: asked about first, taken back or put elsewhere at one tap, kept once they were judged."""

import pytest

from store.database import Store
from store.records import Evidence
from tests.scene import Scene


@pytest.fixture
async def city(memory: Store) -> Scene:
    """Give 平顶山 with a contact of 农业农村局 who has sent a picture for ③."""
    scene = await Scene.open(memory, "pingdingshan-2021", "2022-01-12 10:00", deadline="2022-01-17 18:00")
    await scene.person("song", "农业农村局", name="宋莉")
    await scene.person("bai", "市场监督管理局", role="reviewer", name="白雪")
    await scene.send("song", "image", media_id="m1")
    await scene.say("song", "3 合格证检查")
    return scene


async def rows(scene: Scene) -> list[tuple[str | None, str]]:
    found: tuple[Evidence, ...] = await scene.store.read(lambda uow: uow.evidence.list(scene.campaign.id))
    return [(row.code, row.state) for row in found]


async def test_a_wrong_picture_is_taken_back_after_a_yes(city: Scene) -> None:
    assert "回1" in await city.say("song", "刚才那张图片发错了，不要了")
    assert await rows(city) == [("5.1", "pending")]
    assert "已撤回1件" in await city.say("song", "对")
    assert await rows(city) == [("5.1", "withdrawn")]


async def test_a_no_leaves_it(city: Scene) -> None:
    await city.say("song", "照片删了吧")
    assert "没有改动" in await city.say("song", "不对")
    assert await rows(city) == [("5.1", "pending")]


async def test_a_picture_on_the_wrong_line_is_moved_after_a_yes(city: Scene) -> None:
    await city.say("song", "刚才那张归错了，应该是第4项的")
    assert "已归到④" in await city.say("song", "1")
    assert await rows(city) == [("5.2", "pending")]


async def test_what_waits_for_its_place_waits_no_more_once_it_is_taken_back(city: Scene) -> None:
    await city.send("song", "image", media_id="m2")
    await city.say("song", "这张发错了，不要了")
    assert "还等您回答" not in await city.say("song", "1")
    assert await rows(city) == [("5.1", "pending"), (None, "withdrawn")]


async def test_a_judged_piece_is_neither_asked_about_nor_taken_back(city: Scene) -> None:
    await city.say("song", "刚才那张图片发错了，不要了")
    await city.say("song", "第3项自评0.9分")
    await city.say("bai", "待审")
    await city.say("bai", "1通过")
    assert "已核定通过" in await city.say("song", "1")
    assert "已核定通过" in await city.say("song", "刚才那张图片发错了，不要了")
    assert await rows(city) == [("5.1", "pending")]


async def test_evidence_in_a_report_is_no_piece(city: Scene) -> None:
    await city.say("song", "第4项材料不全，做错了一部分")
    assert await rows(city) == [("5.1", "pending")]
