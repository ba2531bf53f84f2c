"""佐证: promised, fetched by one owner, filed, withdrawn."""

import asyncio
from dataclasses import asdict, fields, replace
from datetime import date, timedelta

import pytest

from store.database import Store
from store.files import StoredFile
from store.records import Evidence, ReceivedFile
from store.repositories.evidence import Description, EvidenceFilter
from store.unit_of_work import UnitOfWork
from tests.store import given

FILE = StoredFile("a" * 64, 300)
RECEIVED = ReceivedFile(
    "a" * 64, 300, "file", "application/pdf", "a.exe", "a.pdf", remark="名称与内容不符", picture_hash="0f"
)
LEASE = timedelta(seconds=60)


def _add(
    uow: UnitOfWork,
    campaign_id: int,
    media_id: str = "",
    deadline: timedelta | None = None,
    code: str | None = "3.1",
) -> int:
    return uow.evidence.add(
        campaign_id=campaign_id,
        code=code,
        subject="甲县",
        unit="城建局",
        contact_id=None,
        kind="image" if media_id else "text",
        text="整改完成",
        media_id=media_id,
        inbox_id=None,
        at=given.NOW,
        fetch_deadline=None if deadline is None else given.NOW + deadline,
    )


async def _promised(store: Store, *media_ids: str) -> tuple[int, list[int]]:
    campaign_id = (await store.run(given.campaign)).id
    return campaign_id, await store.run(lambda uow: [_add(uow, campaign_id, name) for name in media_ids])


async def _get(store: Store, evidence_id: int) -> Evidence:
    found = await store.read(lambda uow: uow.evidence.get(evidence_id))
    assert found is not None
    return found


def _claim(uow: UnitOfWork, after: int = 0, limit: int = 10) -> tuple[Evidence, ...]:
    return uow.evidence.claim_fetch(given.NOW + timedelta(seconds=after), "one", LEASE, limit)


async def test_evidence_with_bytes_to_come_is_pending_and_other_evidence_is_stored(store: Store) -> None:
    _, (promised, words) = await _promised(store, "m", "")
    assert [(await _get(store, n)).state for n in (promised, words)] == ["pending", "stored"]
    assert await store.read(lambda uow: uow.evidence.get(99)) is None


async def test_bytes_that_are_here_already_are_stored_with_the_row(store: Store) -> None:
    campaign_id = (await store.run(given.campaign)).id

    def add(uow: UnitOfWork) -> int:
        return uow.evidence.add(
            campaign_id=campaign_id,
            code=None,
            subject="甲县",
            unit="城建局",
            contact_id=given.contact(uow, campaign_id),
            kind="file",
            original_name="报告.pdf",
            mime="application/pdf",
            inbox_id=given.message(uow, "m1").id,
            at=given.NOW,
            file=FILE,
        )

    row = await _get(store, await store.run(add))
    assert (row.state, row.sha256, row.size, row.stored_at) == ("stored", FILE.sha256, 300, given.NOW)
    assert (row.contact_name, row.channel, row.original_name) == ("张", "wecom", "报告.pdf")


async def test_two_owners_never_fetch_the_same(store: Store, database_url: str) -> None:
    await _promised(store, *(f"m{n}" for n in range(30)))
    other = await Store.open(database_url)
    claimed = await asyncio.gather(
        *(each.run(lambda uow: _claim(uow, limit=4)) for each in (store, other) for _ in range(10))
    )
    await other.close()
    ids = [row.id for rows in claimed for row in rows]
    assert len(ids) == len(set(ids)) == 30


async def test_what_the_platform_drops_first_is_fetched_first(store: Store) -> None:
    campaign_id = (await store.run(given.campaign)).id

    def add(uow: UnitOfWork) -> list[int]:
        return [_add(uow, campaign_id, "m", timedelta(days=days)) for days in (3, 1, 2)]

    last, first, second = await store.run(add)
    assert [row.id for row in await store.run(lambda uow: _claim(uow, limit=2))] == [first, second]
    assert [row.id for row in await store.run(_claim)] == [last]


async def test_a_lease_runs_out_and_the_fetch_is_taken_by_another(store: Store) -> None:
    _, (evidence_id,) = await _promised(store, "m")
    await store.run(_claim)
    assert await store.run(lambda uow: _claim(uow, after=59)) == ()
    (again,) = await store.run(lambda uow: _claim(uow, after=60))
    assert (again.id, again.attempts) == (evidence_id, 2)


async def test_fetched_bytes_are_kept_once(store: Store) -> None:
    _, (evidence_id,) = await _promised(store, "m")
    await store.run(_claim)
    later = given.NOW + given.MINUTE
    assert await store.run(lambda uow: uow.evidence.fetched(evidence_id, RECEIVED, later))
    assert not await store.run(lambda uow: uow.evidence.fetched(evidence_id, RECEIVED, later))
    assert not await store.run(lambda uow: uow.evidence.fetch_failed(evidence_id, "late word", None))
    row = await _get(store, evidence_id)
    assert (row.state, row.stored_at) == ("stored", later)
    assert {field.name: getattr(row, field.name) for field in fields(RECEIVED)} == asdict(RECEIVED)
    assert await store.run(lambda uow: _claim(uow, after=3600)) == ()


async def test_a_failed_fetch_is_tried_again_at_its_time_or_never(store: Store) -> None:
    _, (evidence_id,) = await _promised(store, "m")
    await store.run(_claim)
    later = given.NOW + 2 * given.MINUTE
    assert await store.run(lambda uow: uow.evidence.fetch_failed(evidence_id, "timeout", later))
    assert await store.run(lambda uow: _claim(uow, after=119)) == ()
    assert len(await store.run(lambda uow: _claim(uow, after=120))) == 1
    assert await store.run(lambda uow: uow.evidence.fetch_failed(evidence_id, "40007", None))
    row = await _get(store, evidence_id)
    assert (row.state, row.error, row.sha256) == ("failed", "40007", None)
    assert await store.run(lambda uow: _claim(uow, after=3600)) == ()


async def test_evidence_is_filed_to_a_leaf_and_captioned(store: Store) -> None:
    campaign_id = (await store.run(given.campaign)).id
    evidence_id = await store.run(lambda uow: _add(uow, campaign_id, code=None))
    unfiled = await store.read(lambda uow: uow.evidence.list(campaign_id, code=None))
    assert [row.id for row in unfiled] == [evidence_id]
    assert await store.run(lambda uow: uow.evidence.file_to(evidence_id, "3.10", "乙县"))
    assert await store.run(lambda uow: uow.evidence.caption(evidence_id, "执法记录"))
    row = await _get(store, evidence_id)
    assert (row.code, row.subject, row.caption) == ("3.10", "乙县", "执法记录")
    assert await store.read(lambda uow: uow.evidence.list(campaign_id, code=None)) == ()
    assert not await store.run(lambda uow: uow.evidence.file_to(99, "3.10", "乙县"))


async def test_withdrawn_evidence_stays_and_says_who_took_it_back(store: Store) -> None:
    campaign_id, (evidence_id,) = await _promised(store, "m")
    assert await store.run(lambda uow: uow.evidence.withdraw(evidence_id, given.NOW, "zhang"))
    assert not await store.run(lambda uow: uow.evidence.withdraw(evidence_id, given.NOW, "li"))
    row = await _get(store, evidence_id)
    assert (row.state, row.withdrawn_at, row.withdrawn_by) == ("withdrawn", given.NOW, "zhang")
    assert await store.run(_claim) == ()
    assert not await store.run(lambda uow: uow.evidence.fetched(evidence_id, RECEIVED, given.NOW))
    assert await store.read(lambda uow: uow.evidence.list(campaign_id, state="withdrawn")) == (row,)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 2),
        ({"unit": "城建局"}, 2),
        ({"unit": "x"}, 0),
        ({"code": "3.1", "subject": "甲县"}, 2),
        ({"contact_id": 1}, 0),
    ],
)
async def test_evidence_is_listed_by_what_is_known_of_it(
    store: Store, wanted: EvidenceFilter, count: int
) -> None:
    campaign_id, _ = await _promised(store, "a", "b")
    found = await store.read(lambda uow: uow.evidence.list(campaign_id, **wanted))
    assert len(found) == count


async def test_repetitions_and_pictures_are_found_and_what_was_taken_back_is_not(store: Store) -> None:
    _, ids = await _promised(store, "a", "b", "c", "d")
    other = replace(RECEIVED, sha256="b" * 64, picture_hash="")

    def come(uow: UnitOfWork) -> None:
        for number, received in zip(ids, (RECEIVED, RECEIVED, other, RECEIVED), strict=True):
            assert uow.evidence.fetched(number, received, given.NOW)

    await store.run(come)
    assert await store.run(lambda uow: uow.evidence.withdraw(ids[3], given.NOW, "zhang"))

    def found(uow: UnitOfWork) -> list[list[int]]:
        rows = (
            uow.evidence.repeated(),
            uow.evidence.same_bytes("a" * 64),
            uow.evidence.pictures("城建局", "甲县"),
            uow.evidence.pictures("城建局", "乙县"),
            uow.evidence.with_bytes(),
        )
        return [[row.id for row in part] for part in rows]

    one, two, three, four = ids
    assert await store.read(found) == [[one, two], [one, two, four], [one, two], [], [one, two, three, four]]


async def test_what_is_withheld_keeps_no_words(store: Store) -> None:
    _, (evidence_id,) = await _promised(store, "m")
    assert await store.run(lambda uow: uow.evidence.withhold(evidence_id, "secret: 密级栏"))
    row = await _get(store, evidence_id)
    assert (row.state, row.error, row.text, row.original_name) == ("failed", "secret: 密级栏", "", "")
    assert not await store.run(lambda uow: uow.evidence.withhold(evidence_id, "again"))
    assert await store.run(_claim) == ()


async def test_what_is_known_of_evidence_is_kept(store: Store) -> None:
    _, (evidence_id,) = await _promised(store, "m")
    known = Description(
        document_number="平农〔2021〕45号", title="通知", dated=date(2021, 6, 10), category="文件"
    )
    assert await store.run(lambda uow: uow.evidence.describe(evidence_id, **known))
    row = await _get(store, evidence_id)
    assert {name: getattr(row, name) for name in known} == known
    assert not await store.run(lambda uow: uow.evidence.describe(99, **known))
