"""材料齐全程度: appended, the newest wins, and nothing is ever changed."""

import pytest

from store.database import Store
from store.records import CompletenessLevel
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.store import given


async def test_the_newest_of_a_leaf_and_subject_wins(store: Store, database_url: str) -> None:
    campaign_id = (await store.run(given.campaign)).id

    def say(uow: UnitOfWork, code: str, level: CompletenessLevel) -> None:
        uow.completeness.add(
            campaign_id=campaign_id,
            code=code,
            subject="甲县",
            level=level,
            reason="缺会议纪要",
            contact_id=given.contact(uow, campaign_id),
            inbox_id=None,
            at=given.NOW,
        )

    await store.run(lambda uow: say(uow, "3.1", "none"))
    await store.run(lambda uow: say(uow, "3.2", "partial"))
    await store.run(lambda uow: say(uow, "3.1", "full"))
    newest = await store.read(lambda uow: uow.completeness.of_campaign(campaign_id))
    assert {key: (row.level, row.contact_name) for key, row in newest.items()} == {
        ("3.1", "甲县"): ("full", "张"),
        ("3.2", "甲县"): ("partial", "张"),
    }
    for change in ("UPDATE completeness SET level = 'full'", "DELETE FROM completeness"):
        with pytest.raises(Exception, match="append-only"):
            raw_sql.run(database_url, change)
