"""The loop: what is due goes out once, in order, and what is not stays."""

import asyncio
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.channels.wecom_api import WecomApi
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork
from tests.bot.delivery.office import START, Office


async def test_what_is_due_is_sent_once_with_the_platforms_answer_on_record(office: Office) -> None:
    await office.put("remind:1", "【提醒】还有2项没报")
    await office.rounds(3)
    (row,) = await office.rows()
    assert office.read() == ["【提醒】还有2项没报"]
    assert (row.state, json.loads(row.answer)["errcode"] if "errcode" in row.answer else 0) == ("sent", 0)
    assert json.loads(row.answer)["msgid"]


async def test_what_is_not_due_waits(office: Office) -> None:
    await office.put("remind:1")
    office.clock.move_to(START - timedelta(minutes=4))
    assert await office.delivery.round() > 0
    assert office.read() == []


async def test_a_routine_message_held_up_until_the_full_hour_waits_a_minute_more(office: Office) -> None:
    await office.put("remind:1")
    await office.put("reply:1", urgent=True)
    office.clock.move_to(START.replace(minute=30))
    await office.rounds(2)
    assert office.read() == ["reply:1"]
    office.later(seconds=61)
    await office.rounds(2)
    assert office.read() == ["reply:1", "remind:1"]


async def test_urgent_messages_go_first_and_each_person_reads_in_order(office: Office) -> None:
    for number in range(5):
        await office.put(f"routine:{number}")
    await office.put("reply:1", urgent=True)
    await office.rounds(2)
    assert office.read() == ["reply:1", *(f"routine:{number}" for number in range(5))]


async def test_a_message_no_longer_wanted_is_closed_unsent(office: Office) -> None:
    await office.put("remind:1")
    office.unwanted.add("remind:1")
    await office.rounds(2)
    assert (await office.states(), office.read()) == (["superseded"], [])


async def test_a_message_that_cannot_be_made_does_not_stop_the_others(office: Office) -> None:
    def broken(uow: UnitOfWork, row: OutboxRow, now: datetime) -> bool:
        if row.key == "bad":
            raise LookupError("no such rubric")
        return True

    office.wanted = broken  # type: ignore[method-assign]
    office.delivery = office.open()
    await office.put("bad")
    await office.put("good", recipient="chenhong")
    await office.until_settled(seconds=60)
    assert await office.states() == ["dead", "sent"]


async def test_a_message_of_a_channel_that_is_not_here_waits(office: Office) -> None:
    def work(uow: UnitOfWork) -> None:
        now = office.clock.now()
        uow.outbox.add(key="k", channel="aibot", recipient="x", text="t", not_before=now, created_at=now)

    await office.store.run(work)
    await office.rounds(3)
    assert await office.states() == ["pending"]


async def test_the_running_loop_sends_when_it_is_woken_and_ends_when_it_is_told(office: Office) -> None:
    task = asyncio.create_task(office.delivery.run())
    await office.put("remind:1")
    office.delivery.wake()
    await office.platform.until("wangmin", lambda bubble: bubble.content.text == "remind:1")
    office.delivery.stop()
    await asyncio.wait_for(task, 5)
    assert await office.states() == ["sent"]


async def test_a_loop_that_is_told_to_end_puts_back_what_it_has_not_begun(office: Office) -> None:
    for number in range(5):
        await office.put(f"m{number}")
    office.delivery.stop()
    await office.rounds()
    rows = await office.rows()
    assert {(row.state, row.lease_until) for row in rows} == {("pending", None)}
    assert office.read() == []


async def test_a_channel_that_another_process_holds_is_left_to_it(office: Office) -> None:
    await office.put("a")
    office.channel.ready = False
    await office.rounds(2)
    (row,) = await office.store.read(lambda uow: uow.outbox.list())
    assert (row.state, row.attempts) == ("pending", 0)
    office.channel.ready = True
    await office.rounds()
    (row,) = await office.store.read(lambda uow: uow.outbox.list())
    assert row.state == "sent"


async def test_a_message_that_takes_its_time_holds_up_nobody_else(
    office: Office, api: WecomApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, goes_on, send = asyncio.Event(), asyncio.Event(), api.send

    async def slow_for_wangmin(message: Mapping[str, object]) -> Mapping[str, Any]:
        if message["touser"] == "wangmin":
            begun.set()
            await goes_on.wait()
        return await send(message)

    monkeypatch.setattr(api, "send", slow_for_wangmin)
    task = asyncio.create_task(office.delivery.run())
    for key in ("slow", "after the slow one"):
        await office.put(key)
    office.delivery.wake()
    await begun.wait()
    await office.put("quick", recipient="chenhong")
    office.delivery.wake()
    await office.platform.until("chenhong", lambda bubble: bubble.content.text == "quick")
    assert office.read() == []
    goes_on.set()
    await office.platform.until("wangmin", lambda bubble: bubble.content.text == "after the slow one")
    assert office.read() == ["slow", "after the slow one"]
    office.delivery.stop()
    await asyncio.wait_for(task, 5)
