"""One account in two campaigns: what was asked in one is never answered in the other."""

import pytest

from handlers.campaign.campaigns import Opening, open_campaign
from store.records import Role
from store.unit_of_work import UnitOfWork
from tests.scene import CHANNEL, Scene


@pytest.fixture
async def both(county: Scene) -> Scene:
    """王敏 reports in this year's campaign, and is the office's person of a rehearsal of the same rubric."""
    await _open(county, "演练", "office")
    return county


async def _open(scene: Scene, name: str, role: Role) -> None:
    def work(uow: UnitOfWork) -> None:
        opened = open_campaign(uow, scene.library, "tieling-2015", Opening(name), scene.now)
        for unit, account, as_role in (("县城建局", "wang", role), ("县旅游局", "chen", "contact")):
            contact = uow.roster.add(campaign_id=opened.id, name=account, unit=unit, role=as_role)
            assert uow.roster.bind(contact, CHANNEL, account, scene.now)

    await scene.store.run(work)


async def switch_to(scene: Scene, name: str) -> None:
    assert "现在说的是" in await scene.say("wang", f"切换 {name}")


async def test_a_correction_asked_for_in_one_campaign_is_not_made_in_another(both: Scene) -> None:
    await switch_to(both, "tieling-2015")
    await both.say("wang", "2 98")
    assert "98%" in await both.say("wang", "不是98是89")
    await switch_to(both, "演练")
    assert "没有等您确认的事" in await both.say("wang", "是")
    rows = await both.store.read(lambda uow: uow.submissions.all())
    assert [row.inputs for row in rows] == [{"coverage_percent": "98"}]


async def test_the_question_is_still_there_in_its_own_campaign(both: Scene) -> None:
    await switch_to(both, "tieling-2015")
    await both.say("wang", "2 98")
    await both.say("wang", "不是98是89")
    await switch_to(both, "演练")
    await switch_to(both, "tieling-2015")
    assert "98%→89%" in await both.say("wang", "是")


async def test_what_the_office_was_asked_is_not_sent_by_a_contact(both: Scene) -> None:
    await switch_to(both, "演练")
    assert "回“是”" in await both.say("wang", "催办")
    await switch_to(both, "tieling-2015")
    assert "没有等您确认的事" in await both.say("wang", "是")
    assert await both.outbox() == ()


async def test_nothing_is_stored_in_a_campaign_that_has_ended(both: Scene) -> None:
    await switch_to(both, "tieling-2015")
    await both.say("wang", "2 98")
    await both.store.run(lambda uow: uow.campaigns.close(both.campaign.id))
    assert "已经结束" in await both.say("wang", "2 99")
    assert "已经结束" in await both.say("wang", "撤回")
    assert [row.inputs for row in await both.submissions()] == [{"coverage_percent": "98"}]


async def test_who_is_in_two_campaigns_is_asked_for_which_one_a_report_is(county: Scene) -> None:
    await _open(county, "演练", "contact")
    asked = await county.say("chen", "1 齐全")
    assert "报给哪个考核的？还没有入库" in asked
    assert "《演练》" in asked
    assert await county.store.read(lambda uow: uow.submissions.all()) == ()
    place = next(line[0] for line in asked.splitlines() if "《tieling-2015》" in line)
    told = await county.say("chen", place)
    assert told.startswith("《tieling-2015》\n已收")
    assert "已收" in await county.say("chen", "2 完成任务并有证明材料 0")
    rows = await county.store.read(lambda uow: uow.submissions.all())
    assert {row.campaign_id for row in rows} == {county.campaign.id}


async def test_who_has_just_switched_is_not_asked(county: Scene) -> None:
    await _open(county, "演练", "contact")
    await county.say("chen", "切换 演练")
    assert "已收" in await county.say("chen", "1 齐全")
    (row,) = await county.store.read(lambda uow: uow.submissions.all())
    assert row.campaign_id != county.campaign.id
