"""Who comes back, moves, is renamed or reached otherwise: each said back, nobody twice on the roster."""

import pytest

from store.records import Contact
from tests.scene import Scene


async def people(scene: Scene, name: str) -> list[Contact]:
    rows = await scene.store.read(lambda uow: uow.roster.list(scene.campaign.id))
    return [row for row in rows if row.name == name]


@pytest.mark.parametrize("text", ["王敏退休了", "王敏已经调走了", "王敏不干了", "停用 王敏"])
async def test_who_leaves_is_off_duty_only_after_a_yes(text: str, county: Scene) -> None:
    assert "将停用县城建局 王敏" in await county.say("zhou", text)
    assert (await people(county, "王敏"))[0].active
    await county.say("zhou", "是")
    assert not (await people(county, "王敏"))[0].active
    assert "还没有绑定" in await county.say("wang", "我的任务")


async def test_who_comes_back_has_the_old_account(county: Scene) -> None:
    await county.say("zhou", "王敏退休了")
    await county.say("zhou", "是")
    assert "将重新启用县城建局 王敏" in await county.say("zhou", "启用 王敏")
    await county.say("zhou", "是")
    assert "县城建局" in await county.say("wang", "我的任务")
    assert "没有停用过的" in await county.say("zhou", "启用 王敏")


async def test_who_moves_speaks_for_the_new_unit(county: Scene) -> None:
    await county.say("wang", "2 98")
    assert "由县城建局调到县旅游局" in await county.say("zhou", "王敏调到旅游局了")
    assert "县城建局" in await county.say("wang", "我的任务")
    await county.say("zhou", "是")
    assert "县旅游局" in await county.say("wang", "我的任务")
    assert (await county.submissions())[0].unit == "县城建局"


async def test_who_takes_over_and_is_there_already_is_not_entered_twice(county: Scene) -> None:
    await county.person("", "县城建局", name="赵新")
    assert "赵新已在名册" in await county.say("zhou", "王敏调走了换赵新")
    assert "绑定码：" in await county.say("zhou", "是")
    assert len(await people(county, "赵新")) == 1


async def test_how_somebody_is_reached_is_kept_by_its_kind(county: Scene) -> None:
    for text in (
        "把王敏的电话改成13900001111",
        "王敏座机 0410-1234567",
        "王敏邮箱改为wm@x.gov.cn",
        "王敏职务副科长",
    ):
        assert "已改：县城建局 王敏" in await county.say("zhou", text)
    (row,) = await people(county, "王敏")
    assert (row.mobile, row.telephone, row.email, row.title) == (
        "13900001111",
        "0410-1234567",
        "wm@x.gov.cn",
        "副科长",
    )


async def test_a_name_is_changed_after_a_yes(county: Scene) -> None:
    await county.say("zhou", "改名 王敏 王闽")
    assert await people(county, "王闽") == []
    await county.say("zhou", "是")
    assert len(await people(county, "王闽")) == 1


@pytest.mark.parametrize("text", ["李四退休了", "王敏邮箱错了", "把截止时间调到7月3日", "城建局调到第一"])
async def test_other_words_change_nobody(text: str, county: Scene) -> None:
    before = await county.store.read(lambda uow: uow.roster.list(county.campaign.id))
    await county.say("zhou", text)
    await county.say("zhou", "是")
    assert await county.store.read(lambda uow: uow.roster.list(county.campaign.id)) == before


@pytest.mark.parametrize(
    "text", ["王敏退休了", "王敏调到旅游局了", "改名 王敏 王闽", "把王敏的电话改成13900001111"]
)
async def test_only_the_office_changes_the_roster(text: str, county: Scene) -> None:
    before = await county.store.read(lambda uow: uow.roster.list(county.campaign.id))
    for account in ("chen", "li", "sun"):
        await county.say(account, text)
        await county.say(account, "是")
    assert await county.store.read(lambda uow: uow.roster.list(county.campaign.id)) == before


@pytest.mark.parametrize("text", ["把城建局覆盖率改成98", "代填 城建局 覆盖率 98", "替城建局报一下覆盖率98"])
async def test_the_office_enters_for_a_unit_after_a_yes(text: str, county: Scene) -> None:
    await county.say("wang", "2 100")
    assert "100%→98%" in await county.say("zhou", text)
    assert len(await county.submissions()) == 1
    await county.say("zhou", "是")
    assert (await county.submissions())[-1].given == {"coverage_percent": "98"}
