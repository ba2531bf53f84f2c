from datetime import UTC, datetime
from functools import partial

import pytest

from store.database import Store
from store.unit_of_work import UnitOfWork
from tests import raw_sql

NOW = datetime(2015, 6, 24, 2, tzinfo=UTC)


def _campaign(uow: UnitOfWork) -> int:
    campaign = uow.campaigns.open(
        name="县", rubric="tieling-2015", rubric_version="v", year=2015, subjects=("县",), opened_at=NOW
    )
    return campaign.id


def _accept(uow: UnitOfWork, campaign_id: int, code: str) -> int:
    return uow.reviews.add(
        campaign_id=campaign_id,
        code=code,
        subject="县",
        revision=1,
        act="accept",
        unit="质强办",
        contact_id=None,
        inbox_id=None,
        at=NOW,
    )


async def test_decisions_on_a_leaf_are_numbered_and_kept_in_order(store: Store) -> None:
    campaign_id = await store.run(_campaign)
    for code in ("T17-H1", "T18-H1", "T17-H1"):
        await store.run(partial(_accept, campaign_id=campaign_id, code=code))
    history = await store.read(lambda uow: uow.reviews.history(campaign_id, "T17-H1", "县"))
    assert [row.number for row in history] == [1, 2]
    everything = await store.read(lambda uow: uow.reviews.of_campaign(campaign_id))
    assert [row.code for row in everything] == ["T17-H1", "T18-H1", "T17-H1"]


async def test_a_decision_cannot_be_changed_or_deleted(store: Store, database_url: str) -> None:
    campaign_id = await store.run(_campaign)
    await store.run(lambda uow: _accept(uow, campaign_id, "T17-H1"))
    for statement in ("UPDATE review SET reason = 'x'", "DELETE FROM review"):
        with pytest.raises(Exception, match="append-only"):
            raw_sql.run(database_url, statement)
    assert len(await store.read(lambda uow: uow.reviews.of_campaign(campaign_id))) == 1
