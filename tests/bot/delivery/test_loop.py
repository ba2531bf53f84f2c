import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.wecom_api import WecomApi
from bot.channels.wecom_push import WecomChannel
from bot.clock import MovableClock
from bot.delivery.attempt import Surroundings
from bot.delivery.loop import Delivery
from bot.delivery.pace import Pace
from bot.metrics import Metrics
from bot.sandbox.faults import Fault
from bot.sandbox.platform import Platform
from store.database import Store
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork

START = datetime(2015, 6, 24, 1, 0, tzinfo=UTC)


class Office:
    """A delivery loop that a test drives round by round, on a store, against the stand-in platform.

    Time stands still between the rounds, for the outbox and for the quotas.
    """

    def __init__(self, store: Store, api: WecomApi, platform: Platform) -> None:
        self.store = store
        self.platform = platform
        self.clock = MovableClock(START)
        self.seconds = 0.0
        self.shared = False
        self.daily: int | None = None
        self.unwanted: set[str] = set()
        self.metrics = Metrics()
        self.channel = WecomChannel(api, platform.corp.app.agent_id)
        self.delivery = self.open()

    def open(self) -> Delivery:
        """A delivery loop as after a restart."""
        around = Surroundings(self.store, self.wanted, self.clock, self.metrics)
        return Delivery(around, {self.channel.name: self.channel}, self.pace)

    def pace(self, channel: str) -> Pace:
        return Pace(shared=self.shared, daily=self.daily, clock=lambda: self.seconds)

    def wanted(self, uow: UnitOfWork, row: OutboxRow, now: datetime) -> bool:
        return row.key not in self.unwanted

    async def put(
        self, key: str, text: str = "", recipient: str = "wangmin", *, urgent: bool = False
    ) -> None:
        def work(uow: UnitOfWork) -> None:
            assert uow.outbox.add(
                key=key,
                channel="wecom",
                recipient=recipient,
                text=text or key,
                not_before=self.clock.now(),
                urgent=urgent,
                created_at=self.clock.now(),
            )

        await self.store.run(work)

    def later(self, **span: float) -> None:
        """Let time pass."""
        passed = timedelta(**span)
        self.seconds += passed.total_seconds()
        self.clock.move_to(self.clock.now() + passed)

    async def rounds(self, number: int = 1) -> None:
        for _ in range(number):
            await self.delivery.round()

    async def until_settled(self, **span: float) -> None:
        """Round after round, `span` apart, until nothing waits any more."""
        for _ in range(200):
            await self.delivery.round()
            if not any(row.state in {"pending", "sending"} for row in await self.rows()):
                return
            self.later(**(span or {"seconds": 1}))
        raise AssertionError("the outbox never settles")

    async def rows(self) -> tuple[OutboxRow, ...]:
        return await self.store.read(lambda uow: uow.outbox.list())

    async def states(self) -> list[str]:
        return [row.state for row in await self.rows()]

    def read(self, userid: str = "wangmin") -> list[str]:
        return [bubble.content.text for bubble in self.platform.corp.member(userid).bubbles]


@pytest.fixture
async def office(store: Store, api: WecomApi, platform: Platform) -> Office:
    return Office(store, api, platform)


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


async def test_a_busy_platform_is_asked_again(office: Office) -> None:
    office.platform.fail_next("message/send", -1)
    await office.put("remind:1")
    await office.until_settled()
    assert (await office.states(), office.read()) == (["sent"], ["remind:1"])
    assert office.platform.count("message/send") == 2


async def test_a_platform_that_stays_busy_is_asked_four_times_in_all(office: Office) -> None:
    office.platform.fail_next("message/send", -1, times=None)
    await office.put("remind:1")
    await office.until_settled(seconds=30)
    assert await office.states() == ["dead"]
    assert office.platform.count("message/send") == 4
    assert b'kaohe_abandoned_total{state="dead"} 1.0' in office.metrics.exposition()


async def test_a_message_that_was_given_up_can_be_put_back(office: Office) -> None:
    office.platform.fail_next("message/send", -1, times=None)
    await office.put("remind:1")
    await office.until_settled(seconds=30)
    (row,) = await office.rows()
    assert await office.store.run(lambda uow: uow.outbox.requeue(row.id, office.clock.now()))
    office.platform.corp.faults.clear()
    office.platform.fail_next("message/send", -1)
    office.later(minutes=5)
    await office.until_settled(seconds=30)
    assert (await office.states(), office.read()) == (["sent"], ["remind:1"])


async def test_over_frequency_stops_the_channel_for_a_minute(office: Office) -> None:
    office.platform.fail_next("message/send", 45009)
    for userid in ("wangmin", "chenhong"):
        await office.put(f"remind:{userid}", recipient=userid)
    # Both may be on their way already when the first answer comes.
    await office.rounds()
    called = office.platform.count("message/send")
    assert called <= 2
    assert await office.delivery.round() >= 59
    office.later(seconds=50)
    await office.rounds(3)
    assert office.platform.count("message/send") == called
    await office.until_settled(seconds=10)
    assert await office.states() == ["sent", "sent"]


async def test_a_wrong_setting_stops_the_channel_and_loses_nothing(office: Office) -> None:
    office.platform.fail_next("message/send", 60020, times=None)
    for number in range(3):
        await office.put(f"remind:{number}")
    await office.rounds(5)
    assert office.platform.count("message/send") == 1
    assert await office.states() == ["pending"] * 3
    office.platform.corp.faults.clear()
    await office.until_settled(seconds=30)
    assert sorted(office.read()) == [f"remind:{number}" for number in range(3)]


async def test_a_platform_away_for_hours_gets_everything_in_order_when_it_is_back(office: Office) -> None:
    office.platform.corp.faults.order("message/send", Fault(times=None, status=503))
    for number in range(6):
        await office.put(f"remind:{number}")
    for _ in range(60):
        await office.rounds(8)
        office.later(minutes=2)
    assert set(await office.states()) == {"pending"}
    office.platform.corp.faults.clear()
    await office.until_settled(seconds=20)
    assert await office.states() == ["sent"] * 6
    assert office.read() == [f"remind:{number}" for number in range(6)]


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
    await office.channel.send(leased.recipient, leased.content, leased.key)
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


@pytest.mark.parametrize(
    ("recipient", "page"),
    [
        ("zhaolei", ""),
        ("nobody", ""),
        ("liqiang", '{"errcode": 0, "errmsg": "ok", "msgid": "m", "unlicenseduser": "LiQiang"}'),
        ("liqiang", '{"errcode": 0, "errmsg": "ok", "msgid": "m", "invaliduser": "a|liqiang"}'),
    ],
)
async def test_a_person_who_cannot_be_reached_is_not_counted_as_sent(
    office: Office, recipient: str, page: str
) -> None:
    if page:
        office.platform.corp.faults.order("message/send", Fault(status=200, page=page))
    await office.put("remind:1", recipient=recipient)
    await office.rounds(3)
    assert await office.states() == ["refused"]
    assert office.platform.count("message/send") == 1


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


async def test_an_address_that_is_not_trusted_is_shown(office: Office) -> None:
    fault = Fault(errcode=60020, errmsg="not allow to access from your ip, from ip: 10.0.0.9, more info")
    office.platform.corp.faults.order("message/send", fault)
    await office.put("remind:1")
    await office.rounds()
    assert b'kaohe_untrusted_address{ip="10.0.0.9"} 1.0' in office.metrics.exposition()


async def test_a_token_that_is_never_taken_is_fetched_twice_a_minute_at_most(office: Office) -> None:
    office.platform.fail_next("message/send", 42001, times=None)
    for number in range(5):
        await office.put(f"m{number}", recipient=f"p{number}")
    for _ in range(60):
        await office.rounds()
        office.later(seconds=1)
    assert office.platform.count("gettoken") <= 2
    assert await office.states() == ["pending"] * 5


async def test_after_ten_minutes_without_the_platform_all_is_sent_in_order(office: Office) -> None:
    office.platform.corp.faults.order("message/send", Fault(times=None, status=503))
    for number in range(40):
        office.platform.corp.add_member(f"p{number % 10}")
        await office.put(f"m{number}", str(number), recipient=f"p{number % 10}")
    for _ in range(60):
        await office.rounds()
        office.later(seconds=10)
    office.platform.corp.faults.clear()
    back = office.clock.now()
    await office.until_settled(seconds=5)
    assert office.clock.now() - back <= timedelta(minutes=15)
    assert set(await office.states()) == {"sent"}
    for person in range(10):
        read = [int(text) for text in office.read(f"p{person}")]
        assert read == list(range(person, 40, 10))


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
