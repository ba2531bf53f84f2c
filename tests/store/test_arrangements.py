"""安排: kept in order, never changed, read once a unit of work."""

import pytest

from store.database import Store
from store.errors import BrokenRuleError
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.store import given


def _arrange(uow: UnitOfWork, campaign_id: int, unit: str = "") -> int:
    return uow.arrangements.add(
        campaign_id=campaign_id,
        kind="extension",
        code="19.2",
        unit=unit,
        value={"due": "2015-07-03T10:00:00+00:00"},
        reason="暴雨",
        contact_id=None,
        inbox_id=None,
        at=given.NOW,
    )


async def test_arrangements_are_kept_in_order_with_their_scope_and_reason(store: Store) -> None:
    campaign = await store.run(given.campaign)
    other = await store.run(lambda uow: given.campaign(uow, "另一个"))

    def work(uow: UnitOfWork) -> None:
        _arrange(uow, campaign.id, "城建局")
        _arrange(uow, campaign.id)
        _arrange(uow, other.id)

    await store.run(work)
    first, second = await store.read(lambda uow: uow.arrangements.of_campaign(campaign.id))
    assert (first.kind, first.milestone, first.code, first.unit) == ("extension", "", "19.2", "城建局")
    assert (first.value, first.reason, first.at) == (
        {"due": "2015-07-03T10:00:00+00:00"},
        "暴雨",
        given.NOW,
    )
    assert second.unit == ""


async def test_a_unit_of_work_sees_what_it_has_just_arranged(store: Store) -> None:
    campaign = await store.run(given.campaign)

    def work(uow: UnitOfWork) -> tuple[int, int]:
        before = len(uow.arrangements.of_campaign(campaign.id))
        _arrange(uow, campaign.id)
        return before, len(uow.arrangements.of_campaign(campaign.id))

    assert await store.run(work) == (0, 1)


async def test_an_arrangement_cannot_be_changed_or_deleted(store: Store, database_url: str) -> None:
    campaign = await store.run(given.campaign)
    await store.run(lambda uow: _arrange(uow, campaign.id))
    for statement in ("UPDATE arrangement SET reason = 'x'", "DELETE FROM arrangement"):
        with pytest.raises(Exception, match="append-only"):
            raw_sql.run(database_url, statement)


async def test_an_unknown_kind_is_refused(store: Store) -> None:
    campaign = await store.run(given.campaign)
    with pytest.raises(BrokenRuleError):
        await store.run(
            lambda uow: uow.arrangements.add(
                campaign_id=campaign.id,
                kind="wish",  # type: ignore[arg-type]
                value={},
                contact_id=None,
                inbox_id=None,
                at=given.NOW,
            )
        )
