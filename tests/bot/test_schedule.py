import asyncio

import pytest
from apscheduler.triggers.interval import IntervalTrigger

from bot.metrics import Metrics
from bot.schedule import REMIND, Ticks


async def test_a_tick_comes_again_after_it_failed() -> None:
    metrics = Metrics()
    ticks = Ticks(metrics)
    came = asyncio.Event()
    tries: list[int] = []

    async def tick() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise LookupError
        came.set()

    ticks.add("remind", IntervalTrigger(seconds=0.05), tick)
    ticks.start()
    await asyncio.wait_for(came.wait(), 5)
    ticks.stop()
    exposed = metrics.exposition().decode()
    assert 'kaohe_ticks_total{outcome="failed",tick="remind"} 1.0' in exposed
    assert 'kaohe_ticks_total{outcome="done",tick="remind"}' in exposed


async def test_a_tick_that_was_missed_is_made_up_for_once() -> None:
    """An event loop that was blocked for long must not lose a reminder, nor hurry through all of them."""
    ticks = Ticks(Metrics())
    ticks.add("remind", REMIND, lambda: asyncio.sleep(0))
    (job,) = ticks._scheduler.get_jobs()
    ticks.start()
    (job,) = ticks._scheduler.get_jobs()
    assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
    ticks.stop()


async def test_the_schedule_is_kept_in_memory_only() -> None:
    ticks = Ticks(Metrics())
    ticks.start()
    assert [type(store).__name__ for store in ticks._scheduler._jobstores.values()] == ["MemoryJobStore"]
    ticks.stop()


async def test_a_tick_can_be_run_at_once() -> None:
    ticks = Ticks(Metrics())
    ran = asyncio.Event()

    async def tick() -> None:
        ran.set()

    ticks.add("remind", REMIND, tick)
    await ticks.run("remind")
    assert ran.is_set()


async def test_a_tick_under_way_at_the_end_is_no_failure(caplog: pytest.LogCaptureFixture) -> None:
    ticks = Ticks(Metrics())
    began = asyncio.Event()

    async def tick() -> None:
        began.set()
        await asyncio.Event().wait()

    ticks.add("remind", IntervalTrigger(seconds=0.05), tick)
    ticks.start()
    await asyncio.wait_for(began.wait(), 5)
    ticks.stop()
    for _ in range(5):
        await asyncio.sleep(0)
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []
