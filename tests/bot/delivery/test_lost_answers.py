"""What may have arrived is asked for again while the platform recognises it, and else left to a person."""

import asyncio
from dataclasses import replace

import pytest

from bot.sandbox.faults import Fault
from tests.bot.delivery.office import Office


@pytest.mark.parametrize(
    "fault",
    [
        Fault(drop="after"),
        Fault(drop="after", times=3),
        Fault(seconds=3),
        Fault(status=200, page="<html>"),
    ],
)
async def test_a_lost_answer_is_asked_for_again_without_saying_it_twice(office: Office, fault: Fault) -> None:
    office.platform.corp.faults.order("message/send", replace(fault))
    await office.put("remind:1")
    await office.until_settled(seconds=20)
    assert (await office.states(), office.read()) == (["sent"], ["remind:1"])
    bodies = [
        body for path, body in office.platform.corp.calls if path == "message/send" and "msgtype" in body
    ]
    assert all(body == bodies[0] for body in bodies)


async def test_an_answer_lost_for_longer_than_the_platform_remembers_is_left_to_a_person(
    office: Office,
) -> None:
    office.platform.corp.faults.order("message/send", Fault(times=None, drop="after"))
    await office.put("remind:1")
    await office.until_settled(minutes=3)
    (row,) = await office.rows()
    assert (row.state, office.read()) == ("ambiguous", ["remind:1"])
    called = office.platform.count("message/send")
    office.later(hours=10)
    await office.rounds(3)
    assert office.platform.count("message/send") == called


async def test_a_message_left_by_a_killed_process_is_taken_up_and_said_once(office: Office) -> None:
    await office.put("remind:1")
    # It died after the platform had the message and before it could write that down.
    now = office.clock.now()
    (leased,) = await office.store.run(lambda uow: uow.outbox.claim("wecom", now, "killed", 45, 10))
    await office.channel.send(leased.recipient, leased.content, leased.key, turn=leased.turn)
    await office.rounds()
    assert await office.states() == ["sending"]
    office.later(seconds=46)
    await office.until_settled()
    assert (await office.states(), office.read()) == (["sent"], ["remind:1"])


async def test_a_message_left_by_a_process_killed_hours_ago_is_left_to_a_person(office: Office) -> None:
    await office.put("remind:1")
    now = office.clock.now()
    await office.store.run(lambda uow: uow.outbox.claim("wecom", now, "killed", 45, 10))
    office.later(hours=5)
    await office.until_settled()
    assert (await office.states(), office.read()) == (["ambiguous"], [])


async def test_a_message_that_may_have_arrived_is_still_known_to_after_it_was_put_back(
    office: Office,
) -> None:
    await office.put("remind:1")
    now = office.clock.now()
    await office.store.run(lambda uow: uow.outbox.claim("wecom", now, "killed", 45, 10))
    office.later(seconds=46)
    office.delivery.stop()
    await office.rounds()
    assert await office.states() == ["pending"]
    office.delivery = office.open()
    office.later(hours=5)
    await office.until_settled()
    assert (await office.states(), office.read()) == (["ambiguous"], [])


async def test_a_stop_while_a_document_is_uploaded_leaves_it_as_if_never_tried(office: Office) -> None:
    office.delivery = office.replica()
    await office.put_document()
    held = asyncio.Event()
    office.platform.corp.faults.order("media/upload", Fault(until=held))
    sending = asyncio.create_task(office.rounds())
    for _ in range(500):
        if office.platform.count("media/upload"):
            break
        await asyncio.sleep(0.01)
    sending.cancel()
    await asyncio.wait((sending,))
    (row,) = await office.rows()
    assert (row.state, row.attempts, row.outcome_unknown) == ("pending", 0, False)
    held.set()
    await office.until_settled()
    assert await office.states() == ["sent"]
    assert len(office.platform.corp.member("wangmin").bubbles) == 1


async def test_a_stop_while_it_is_sent_may_have_said_it(office: Office) -> None:
    await office.put("remind:1")
    held = asyncio.Event()
    office.platform.corp.faults.order("message/send", Fault(until=held))
    sending = asyncio.create_task(office.rounds())
    for _ in range(500):
        if office.platform.count("message/send"):
            break
        await asyncio.sleep(0.01)
    sending.cancel()
    await asyncio.wait((sending,))
    (row,) = await office.rows()
    assert (row.state, row.attempts, "stopped" in row.answer) == ("pending", 1, True)
    held.set()
