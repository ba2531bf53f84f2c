"""Bureaus of two districts that go by one name: neither sees or changes what the other handed in."""

import pytest

from store.database import Store
from tests.scene import Scene


@pytest.fixture
async def districts(memory: Store) -> Scene:
    """鄂州 with two districts, each with a contact of its own 质监分局."""
    subjects = ("东山区", "西河区")
    scene = await Scene.open(
        memory, "ezhou-2013", "2013-12-10 10:00", deadline="2013-12-20", subjects=subjects
    )
    await scene.person("east", "质监分局", subject="东山区", name="东方")
    await scene.person("west", "质监分局", subject="西河区", name="西门")
    return scene


async def test_each_lists_its_own_evidence(districts: Scene) -> None:
    await districts.say("east", "材料 1 东山文件一号")
    await districts.say("east", "材料 2 东山文件二号")
    assert "已交2件" in await districts.say("east", "我的材料")
    assert "已交0件" in await districts.say("west", "我的材料")


async def test_a_caption_goes_to_ones_own_pictures_only(districts: Scene) -> None:
    for account in ("east", "west"):
        await districts.send(account, "image", media_id=f"m-{account}")
        await districts.say(account, "1")
    await districts.say("west", "说明 1 西河现场检查")
    rows = await districts.store.read(lambda uow: uow.evidence.list(districts.campaign.id))
    assert {row.subject: row.caption for row in rows} == {"东山区": "", "西河区": "西河现场检查"}


async def test_each_has_its_own_reports(districts: Scene) -> None:
    await districts.say("east", "4.5 是")
    assert "还没有上报" in await districts.say("west", "为什么 4.5")
    assert "没有可以撤回" in await districts.say("west", "撤回 4.5")
    assert "是" in await districts.say("east", "为什么 4.5")


async def test_neither_takes_back_what_the_other_registered(districts: Scene) -> None:
    await districts.say("east", "申诉 4.5 我们已经建立了制度")
    assert "没有等着" in await districts.say("west", "异议撤回吧")
    assert "没有等着办的第1号" in await districts.say("west", "收回事项 1")
    assert "已撤回第1号" in await districts.say("east", "收回事项 1")
    assert "没有等着办的第1号" in await districts.say("east", "收回事项 1")
