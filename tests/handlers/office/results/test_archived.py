"""What is archived is neither reviewed nor unlocked, and an ended campaign can still be looked at."""

from store.database import Store
from store.unit_of_work import UnitOfWork
from tests.scene import Scene


async def archive(scene: Scene, milestone: str) -> None:
    def work(uow: UnitOfWork) -> None:
        uow.arrangements.add(
            campaign_id=scene.campaign.id,
            kind="lock",
            milestone=milestone,
            value={"locked": True},
            contact_id=None,
            inbox_id=None,
            at=scene.now,
        )

    await scene.store.run(work)


async def test_an_archived_value_is_not_unlocked_by_itself(county: Scene) -> None:
    await county.say("wang", "1 齐全")
    await county.say("li", "待审")
    assert "通过" in await county.say("li", "1通过")
    await archive(county, "H1")
    await county.say("zhou", "解锁 T16-H1 写错")
    assert "没有解锁" in await county.say("zhou", "是")


async def test_what_waits_in_an_archived_milestone_is_on_nobodys_list(county: Scene) -> None:
    await county.say("wang", "1 齐全")
    await archive(county, "H1")
    assert "没有待审" in await county.say("li", "待审")


async def test_no_points_are_given_once_all_is_archived(memory: Store) -> None:
    scene = await Scene.open(
        memory, "ziyang-2016", "2016-12-10 10:00", deadline="2016-12-20 18:00", subjects=["安岳县", "乐至县"]
    )
    await scene.person("off", "市质监局", "office")
    await archive(scene, "")
    assert "已归档，没有记录" in await scene.say("off", "5.2 安岳县 2 有台账")


async def test_the_figures_of_an_ended_campaign_can_be_read(county: Scene) -> None:
    await county.say("wang", "1 齐全")
    await county.store.run(lambda uow: uow.campaigns.close(county.campaign.id))
    assert "还没有绑定" not in await county.say("wang", "我的得分")
    assert "已经结束" in await county.say("wang", "2 100")
