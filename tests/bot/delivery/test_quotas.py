"""How many messages go out, to one person and in all, whoever sends them."""

import asyncio
from datetime import UTC, datetime

import pytest

import bot.delivery.way
from bot.delivery.way import HELD_AT_ONCE
from bot.sandbox.platform import Platform
from tests.bot.delivery.office import Office


async def test_nobody_gets_more_than_thirty_a_minute_and_nothing_is_dropped(office: Office) -> None:
    for number in range(70):
        await office.put(f"m{number}")
    await office.rounds(5)
    assert len(office.read()) == 30
    office.later(seconds=59)
    await office.rounds(3)
    assert len(office.read()) == 30
    office.platform.corp._recent.clear()
    office.later(seconds=2)
    await office.rounds(5)
    assert office.read() == [f"m{number}" for number in range(60)]
    assert office.platform.corp.discarded == []


async def test_a_restart_does_not_forget_whom_it_has_written_to(office: Office, platform: Platform) -> None:
    for number in range(30):
        await office.put(f"m{number}")
    await office.rounds(3)
    office.shared = True
    office.delivery = office.open()
    await office.put("one more")
    await office.rounds(3)
    assert len(office.read()) == 30
    office.platform.corp._recent.clear()
    office.later(seconds=70)
    await office.rounds(2)
    assert office.read()[-1] == "one more"


async def test_two_processes_send_each_message_once(office: Office) -> None:
    for number in range(25):
        await office.put(f"m{number}", recipient="wangmin" if number % 2 else "chenhong")
    loops = [office.open() for _ in range(3)]
    for _ in range(3):
        await asyncio.gather(*(loop.round() for loop in loops))
    assert await office.states() == ["sent"] * 25
    assert len(office.read()) + len(office.read("chenhong")) == 25
    assert office.platform.count("message/send") == 25


async def test_routine_messages_wait_for_tomorrow_when_the_day_is_nearly_used_up(office: Office) -> None:
    office.daily = 10
    office.delivery = office.open()
    for number in range(9):
        await office.put(f"m{number}", recipient="wangmin" if number % 2 else "chenhong")
    await office.rounds(2)
    await office.put("routine", recipient="chenhong")
    await office.put("urgent", urgent=True)
    office.later(seconds=31)
    await office.rounds(2)
    rows = {row.key: row for row in await office.rows()}
    assert (rows["urgent"].state, rows["routine"].state) == ("sent", "pending")
    assert rows["routine"].not_before == datetime(2015, 6, 25, 1, 7, tzinfo=UTC)
    office.later(hours=25)
    await office.rounds(2)
    assert (await office.rows())[-2].state == "sent"


async def test_all_processes_together_stay_below_the_platforms_ceiling(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.delivery.way, "CALLS_A_MINUTE", HELD_AT_ONCE + 10)
    for number in range(25):
        office.platform.corp.add_member(f"p{number}")
        await office.put(f"m{number}", recipient=f"p{number}")
    loops = [office.open() for _ in range(3)]
    for sent in (10, 20, 25):
        for loop in loops:
            await loop.round()
        assert (await office.states()).count("sent") == office.platform.count("message/send") == sent
        office.later(seconds=61)
