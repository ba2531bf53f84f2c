from functools import partial

import pytest

from store.database import Store
from store.records import MatterKind
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.store import given


def _open(uow: UnitOfWork, campaign_id: int, kind: MatterKind = "appeal", text: str = "专利12件") -> int:
    return uow.matters.open(
        campaign_id=campaign_id, kind=kind, text=text, contact_id=None, inbox_id=None, at=given.NOW
    )


def _close(uow: UnitOfWork, campaign_id: int) -> None:
    (matter,) = uow.matters.standing(campaign_id, ["appeal"])
    uow.matters.close(matter, outcome="维持8件", contact_id=None, inbox_id=None, at=given.NOW + given.MINUTE)


async def test_matters_are_numbered_in_each_campaign(store: Store) -> None:
    first = await store.run(given.campaign)
    second = await store.run(partial(given.campaign, name="鄂州"))
    kinds: tuple[MatterKind, ...] = ("appeal", "incident")
    numbers = [await store.run(partial(_open, campaign_id=first.id, kind=kind)) for kind in kinds]
    assert numbers == [1, 2]
    assert await store.run(partial(_open, campaign_id=second.id)) == 1
    rows = await store.read(lambda uow: uow.matters.of_campaign(first.id))
    assert [(row.number, row.kind, row.text, row.closed_at) for row in rows] == [
        (1, "appeal", "专利12件", None),
        (2, "incident", "专利12件", None),
    ]


async def test_a_decided_matter_keeps_what_was_registered_and_what_was_decided(store: Store) -> None:
    campaign = await store.run(given.campaign)
    for kind in ("appeal", "incident"):
        await store.run(partial(_open, campaign_id=campaign.id, kind=kind))
    await store.run(partial(_close, campaign_id=campaign.id))
    rows = await store.read(lambda uow: uow.matters.of_campaign(campaign.id))
    assert [(row.text, row.outcome, row.closed_at) for row in rows] == [
        ("专利12件", "维持8件", given.NOW + given.MINUTE),
        ("专利12件", None, None),
    ]
    standing = await store.read(lambda uow: uow.matters.standing(campaign.id))
    assert [row.kind for row in standing] == ["incident"]
    assert await store.run(partial(_open, campaign_id=campaign.id)) == 3


async def test_one_unit_of_work_sees_what_it_has_registered_itself(store: Store) -> None:
    campaign = await store.run(given.campaign)

    def work(uow: UnitOfWork) -> list[int]:
        seen = [len(uow.matters.of_campaign(campaign.id))]
        _open(uow, campaign.id)
        seen.append(len(uow.matters.standing(campaign.id)))
        _close(uow, campaign.id)
        return [*seen, len(uow.matters.standing(campaign.id))]

    assert await store.run(work) == [0, 1, 0]


async def test_a_matter_cannot_be_changed_or_deleted(store: Store, database_url: str) -> None:
    campaign = await store.run(given.campaign)
    await store.run(partial(_open, campaign_id=campaign.id))
    for statement in ("UPDATE matter SET text = 'x'", "DELETE FROM matter"):
        with pytest.raises(Exception, match="append-only"):
            raw_sql.run(database_url, statement)
    assert len(await store.read(lambda uow: uow.matters.of_campaign(campaign.id))) == 1


async def test_a_contact_may_wish_to_be_reminded_on_the_eve_alone(store: Store) -> None:
    campaign = await store.run(given.campaign)
    contact = await store.run(lambda uow: given.contact(uow, campaign.id))
    await store.run(lambda uow: uow.subscriptions.set(contact, "eve", 0, given.NOW))
    wish = await store.read(lambda uow: uow.subscriptions.of(contact))
    assert wish is not None
    assert wish.rhythm == "eve"
