"""考核任务: opened, found, changed and closed."""

from functools import partial

import pytest

from store.database import Store
from store.errors import BrokenRuleError
from store.unit_of_work import UnitOfWork
from tests.store import given


async def test_an_opened_campaign_is_found_by_id_and_by_name(store: Store) -> None:
    opened = await store.run(given.campaign)
    assert (opened.subjects, opened.state, opened.deadline, opened.overlay) == (
        ("甲县", "乙县"),
        "open",
        None,
        None,
    )
    assert await store.read(lambda uow: uow.campaigns.get(opened.id)) == opened
    assert await store.read(lambda uow: uow.campaigns.by_name("铁岭 2015")) == opened
    assert await store.read(lambda uow: uow.campaigns.by_name("铁岭")) is None
    assert await store.read(lambda uow: uow.campaigns.get(opened.id + 1)) is None


async def test_two_campaigns_cannot_have_one_name(store: Store) -> None:
    opened = await store.run(given.campaign)
    with pytest.raises(BrokenRuleError):
        await store.run(given.campaign)
    assert await store.read(lambda uow: uow.campaigns.list()) == (opened,)


async def test_a_campaign_is_changed_and_its_neighbour_is_not(store: Store) -> None:
    opened = await store.run(given.campaign)
    neighbour = await store.run(partial(given.campaign, name="另一个"))
    overlay = {"targets": {"甲县": {"19.2": "95.00"}}}

    def change(uow: UnitOfWork) -> None:
        uow.campaigns.set_overlay(opened.id, overlay)
        uow.campaigns.close(opened.id)

    await store.run(change)
    changed, untouched = await store.read(lambda uow: uow.campaigns.list())
    assert (changed.overlay, changed.state) == (overlay, "closed")
    assert untouched == neighbour

    def undo(uow: UnitOfWork) -> None:
        uow.campaigns.set_overlay(opened.id, None)
        uow.campaigns.reopen(opened.id)

    await store.run(undo)
    assert await store.read(lambda uow: uow.campaigns.get(opened.id)) == opened
