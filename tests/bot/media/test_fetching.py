"""What people sent is fetched once and kept, also when processes come and go."""

import asyncio

import pytest

from bot.intake import Intake
from bot.media import MediaFetcher
from bot.metrics import Metrics
from bot.sandbox.faults import Fault
from handlers.evidence import keeping
from tests.bot.media.shelf import PNG, Shelf


async def test_what_was_sent_is_kept_with_its_name_and_kind(shelf: Shelf) -> None:
    await shelf.send()
    await shelf.fetcher.round()
    row = await shelf.row()
    assert (row.state, row.size, row.mime, row.original_name) == ("stored", len(PNG), "image/png", "照片.png")
    assert row.sha256 is not None
    assert shelf.files.path(row.sha256).read_bytes() == PNG


async def test_two_processes_fetch_a_file_once(shelf: Shelf) -> None:
    await shelf.send()
    other = MediaFetcher(shelf.store, shelf.channels, Intake(shelf.files), keeping, shelf.clock, Metrics())
    await asyncio.gather(shelf.fetcher.round(), other.round())
    assert ((await shelf.row()).state, shelf.platform.count("media/get")) == ("stored", 1)


async def test_the_running_loop_fetches_when_it_is_woken_and_ends_when_it_is_told(shelf: Shelf) -> None:
    task = asyncio.create_task(shelf.fetcher.run())
    await shelf.send()
    shelf.fetcher.wake()
    await asyncio.wait_for(shelf.channel.begun.wait(), 5)
    shelf.fetcher.stop()
    await asyncio.wait_for(task, 5)
    assert (await shelf.row()).state == "stored"


async def test_a_loop_that_is_cut_off_leaves_the_file_to_the_next_one(shelf: Shelf) -> None:
    shelf.platform.corp.faults.order("media/get", Fault(seconds=0.8))
    await shelf.send()
    task = asyncio.create_task(shelf.fetcher.run())
    await asyncio.wait_for(shelf.channel.begun.wait(), 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    after = MediaFetcher(shelf.store, shelf.channels, Intake(shelf.files), keeping, shelf.clock, Metrics())
    shelf.later(seconds=1)
    await after.round()
    assert (await shelf.row()).state == "stored"
