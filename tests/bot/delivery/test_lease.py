"""Leases: nobody else sends what is under way however long its document takes, and a stalled process sends nothing."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

import pytest

from bot.delivery import lease
from bot.sandbox.faults import Fault
from store.records import OutboxRow
from tests.bot.delivery.office import Office


@asynccontextmanager
async def uploading(office: Office) -> AsyncIterator[asyncio.Event]:
    """While one process uploads a document; it goes on at the event, and has ended with the block."""
    goes_on = asyncio.Event()
    office.platform.corp.faults.order("media/upload", Fault(until=goes_on))
    await office.put_document()
    first = asyncio.create_task(office.replica().round())

    async def begun() -> bool:
        return office.platform.count("media/upload") == 1

    await until(begun)
    yield goes_on
    goes_on.set()
    await asyncio.wait_for(first, 30)


async def until(so: Callable[[], Awaitable[bool]]) -> None:
    """Wait until something is so that nobody tells of."""
    for _ in range(2000):
        if await so():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never came to be so")


async def the_row(office: Office) -> OutboxRow:
    (row,) = await office.rows()
    return row


async def renewed(office: Office) -> bool:
    """Whether the lease has been taken anew since the time was moved on."""
    until = (await the_row(office)).lease_until
    return until is not None and until - office.clock.now() > timedelta(seconds=lease.LEASE_SECONDS - 10)


def files(office: Office) -> int:
    return len(office.platform.corp.member("wangmin").bubbles)


async def test_a_slow_upload_is_not_begun_again_by_another_process(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "RENEW_SECONDS", 0.005)
    async with uploading(office):
        for _ in range(4):
            office.later(seconds=30)
            await until(partial(renewed, office))
            await office.replica().round()
    assert (files(office), office.platform.count("media/upload")) == (1, 1)
    assert await office.states() == ["sent"]


async def test_a_process_that_stalled_in_an_upload_does_not_send_what_another_one_has_sent(
    office: Office,
) -> None:
    async with uploading(office):
        office.later(seconds=60)
        await office.replica().round()
        assert files(office) == 1
    assert (files(office), office.platform.count("media/upload")) == (1, 2)
    assert await office.states() == ["sent"]


async def test_what_nobody_took_over_from_a_stalled_process_is_put_back_as_not_tried(office: Office) -> None:
    async with uploading(office):
        office.later(seconds=60)
    row = await the_row(office)
    assert (row.state, row.attempts, files(office)) == ("pending", 0, 0)
    await office.replica().round()
    assert files(office) == 1


async def test_a_document_that_is_never_made_is_tried_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "MAKING_SECONDS", 0.05)
    async with uploading(office):

        async def put_back() -> bool:
            return await office.states() == ["pending"]

        await until(put_back)
        assert files(office) == 0
    office.later(minutes=1)
    await office.replica().round()
    assert files(office) == 1
