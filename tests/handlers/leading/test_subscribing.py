"""How often and at what hour a leader hears the summary."""

import pytest

from store.records import Subscription
from store.unit_of_work import UnitOfWork
from tests.scene import Scene


async def subscription(scene: Scene, name: str) -> Subscription | None:
    def read(uow: UnitOfWork) -> Subscription | None:
        people = uow.roster.list(scene.campaign.id)
        return uow.subscriptions.of(next(row.id for row in people if row.account == name))

    return await scene.store.read(read)


async def test_the_afternoon_is_kept_and_the_hour_that_is_taken_is_said(county: Scene) -> None:
    assert "每周五15:00左右（没说几点" in await county.say("sun", "每周五下午给我发一次情况")
    kept = await subscription(county, "sun")
    assert kept is not None
    assert (kept.weekday, kept.hour) == (4, "15:00")


@pytest.mark.parametrize("text", ["下午4点", "下午4点发", "改到16:00", "下午四点吧"])
async def test_the_hour_alone_is_set_for_what_is_sent(county: Scene, text: str) -> None:
    await county.say("sun", "每周五下午给我发一次情况")
    assert "每周五" in await county.say("sun", text)
    kept = await subscription(county, "sun")
    assert kept is not None
    assert (kept.weekday, kept.hour) == (4, "16:00")


async def test_an_hour_outside_of_the_offices_changes_nothing(county: Scene) -> None:
    await county.say("sun", "每周五下午给我发一次情况")
    assert "没有改动" in await county.say("sun", "晚上9点")
    kept = await subscription(county, "sun")
    assert kept is not None
    assert kept.hour == "15:00"
