"""The links to the upload page and the uploads under way."""

import asyncio
from datetime import timedelta

from store.database import Store
from store.records import Upload
from store.unit_of_work import UnitOfWork
from tests.store.given import MINUTE, NOW, campaign, contact, push

LATER = NOW + 480 * MINUTE


async def person(store: Store) -> int:
    return await store.run(lambda uow: contact(uow, campaign(uow).id, "zhang"))


def begun(
    uow: UnitOfWork, contact_id: int, name: str = "方案.pdf", size: int = 1000, minutes: int = 0
) -> Upload:
    return uow.uploads.begin(
        NOW + minutes * MINUTE, contact_id=contact_id, name=name, size=size, modified="17"
    )


def taken_in(uow: UnitOfWork, upload: Upload, receipt: str) -> int:
    evidence = uow.evidence.add(
        campaign_id=1,
        code=None,
        subject="甲县",
        unit="城建局",
        contact_id=None,
        kind="file",
        inbox_id=None,
        at=NOW,
    )
    assert uow.uploads.become(upload.id, evidence, receipt)
    return evidence


async def test_the_first_browser_alone_gets_a_link(store: Store) -> None:
    who = await person(store)
    await store.run(lambda uow: uow.upload_passes.issue(who, "a", NOW))

    async def claim(browser: str) -> bool:
        return await store.run(lambda uow: uow.upload_passes.claim(who, "a", browser, LATER))

    won = await asyncio.gather(*(claim(f"browser {number}") for number in range(8)))
    assert won.count(True) == 1
    holder = f"browser {won.index(True)}"
    found = await store.read(lambda uow: uow.upload_passes.of_session(holder))
    assert found == await store.read(lambda uow: uow.upload_passes.of(who))
    assert found is not None
    assert (found.contact_id, found.link, found.bound_at, found.session_until) == (who, "a", NOW, LATER)


async def test_a_new_link_puts_the_old_one_and_its_browser_out(store: Store) -> None:
    who = await person(store)

    def work(uow: UnitOfWork) -> None:
        uow.upload_passes.issue(who, "a", NOW)
        assert uow.upload_passes.claim(who, "a", "first", LATER)
        uow.upload_passes.issue(who, "b", NOW)
        assert uow.upload_passes.of_session("first") is None
        assert not uow.upload_passes.claim(who, "a", "second", LATER)
        assert uow.upload_passes.claim(who, "b", "second", LATER)

    await store.run(work)


async def test_the_same_file_goes_on_where_it_was_left(store: Store) -> None:
    who = await person(store)
    ids = await asyncio.gather(*(store.run(lambda uow: begun(uow, who).id) for _ in range(4)))
    assert len(set(ids)) == 1
    again = await store.run(lambda uow: begun(uow, who, minutes=5))
    assert again.id == ids[0]
    other = await store.run(lambda uow: begun(uow, who, size=1001))
    assert other.id != ids[0]
    unfinished = await store.read(lambda uow: uow.uploads.unfinished(who))
    assert [(row.id, row.touched_at) for row in unfinished] == [(ids[0], NOW + 5 * MINUTE), (other.id, NOW)]


async def test_an_upload_is_ended_once(store: Store) -> None:
    who = await person(store)
    upload = await store.run(lambda uow: begun(uow, who))
    ended = await asyncio.gather(
        *(store.run(lambda uow: uow.uploads.close(upload.id, "done", NOW)) for _ in range(6))
    )
    assert ended.count(True) == 1
    assert not await store.run(lambda uow: uow.uploads.describe(upload.id, "1", "甲县", "说明"))
    fresh = await store.run(lambda uow: begun(uow, who))
    assert fresh.id != upload.id


async def test_an_upload_becomes_one_piece_of_evidence(store: Store) -> None:
    who = await person(store)

    def work(uow: UnitOfWork) -> None:
        first, second = begun(uow, who), begun(uow, who, "照片.jpg")
        assert uow.uploads.last_receipt(who) == ""
        evidence = taken_in(uow, first, "receipt 1")
        assert not uow.uploads.become(first.id, evidence + 1, "receipt 1")
        taken_in(uow, second, "receipt 1")
        assert [row.name for row in uow.uploads.of_receipt("receipt 1")] == ["方案.pdf", "照片.jpg"]
        assert uow.uploads.last_receipt(who) == "receipt 1"

    await store.run(work)


async def test_nobody_gets_at_the_upload_of_another(store: Store) -> None:
    who = await person(store)
    upload = await store.run(lambda uow: begun(uow, who))
    assert await store.read(lambda uow: uow.uploads.get(upload.id, who + 1)) is None
    assert await store.read(lambda uow: uow.uploads.get(upload.id, who)) == upload


async def test_what_was_brought_today_is_added_up_without_what_was_given_up(store: Store) -> None:
    who = await person(store)

    def work(uow: UnitOfWork) -> tuple[int, int]:
        begun(uow, who, "昨天", 5, minutes=-1)
        begun(uow, who, "a", 10)
        uow.uploads.close(begun(uow, who, "b", 100).id, "cancelled", NOW)
        uow.uploads.close(begun(uow, who, "c", 2_000_000_000).id, "done", NOW)
        begun(uow, who, "d", 2_000_000_000)
        return uow.uploads.bytes_since(who, NOW), uow.uploads.bytes_since(who + 1, NOW)

    assert await store.run(work) == (4_000_000_010, 0)


async def test_an_upload_with_which_nobody_goes_on_expires(store: Store) -> None:
    who = await person(store)

    def work(uow: UnitOfWork) -> tuple[int, int, frozenset[int], int]:
        old = begun(uow, who, "old")
        fresh = begun(uow, who, "new", minutes=1)
        expired = uow.uploads.expire(NOW + timedelta(seconds=30))
        return old.id, fresh.id, uow.uploads.open_ids(), expired

    old, fresh, still_open, expired = await store.run(work)
    assert (still_open, expired) == (frozenset({fresh}), 1)
    found = await store.read(lambda uow: uow.uploads.get(old, who))
    assert found is not None
    assert found.state == "expired"


async def test_a_waiting_message_can_be_reworded_until_it_is_being_sent(store: Store) -> None:
    await store.run(lambda uow: push(uow, "receipt"))
    assert await store.run(lambda uow: uow.outbox.reword("receipt", "收到2个文件"))
    (row,) = await store.run(lambda uow: uow.outbox.claim("wecom", NOW, "me", 60, 5))
    assert row.text == "收到2个文件"
    assert not await store.run(lambda uow: uow.outbox.reword("receipt", "收到3个文件"))
    assert await store.run(lambda uow: uow.outbox.retry(row, "busy", NOW))
    assert not await store.run(lambda uow: uow.outbox.reword("receipt", "收到3个文件"))
    assert not await store.run(lambda uow: uow.outbox.reword("nothing", "收到3个文件"))
