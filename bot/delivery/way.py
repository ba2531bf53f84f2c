"""The way of one channel: what is due is claimed and sent, to each person one after the other."""

import asyncio
import os
import secrets
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from bot.channels.base import Channel
from bot.delivery.attempt import Attempts, Surroundings, messages_of
from bot.delivery.budget import Budget
from bot.delivery.lane import Lane
from bot.delivery.lease import LEASE_SECONDS
from bot.delivery.pace import CALLS_A_MINUTE, Ceiling, Pace
from store.errors import StoreError
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork

ABOUT_TO_END = 30.0
"""Seconds after which a claimed message is put back rather than begun: its lease is about to run out."""
HELD_AT_ONCE = 192
"""Messages that a process has leased at one time."""
CLAIMED_AT_LEAST = 64
"""For fewer free places nothing is claimed while others are being sent."""
SENT_AT_ONCE = 96
POLL_SECONDS = 2.0
BLOCKED_SECONDS = 0.25
"""What is due may be held up by what another process is sending to the same people."""

_log = structlog.get_logger()


class Way:
    """Sends the messages of one channel; `woken` is set where it shall look at once."""

    def __init__(self, around: Surroundings, channel: Channel, pace: Pace) -> None:
        self.name = channel.name
        self.woken = asyncio.Event()
        self.stopping = False
        self._channel = channel
        self._store = around.store
        self._clock = around.clock
        self._pace = pace
        self._ceiling = Ceiling(pace.clock)
        self._lane = Lane(pace.clock)
        self._budget = Budget(around.store, channel.name, pace)
        self._attempts = Attempts(around, channel, pace, self._lane, self._budget)
        self._owner = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._sending = asyncio.Semaphore(SENT_AT_ONCE)
        self._held = 0
        self._done_with_some = asyncio.Event()
        self._more_is_due = False
        self._blocked_for = 0.0

    async def begin(self, group: asyncio.TaskGroup) -> float:
        """Begin to send what is due; return for how many seconds there is nothing more to begin.

        A message that takes its time, such as a large file, holds up none but its own recipient's.
        """
        if not self._channel.ready:
            return POLL_SECONDS  # Another process holds the connection, and sends.
        await self._until_there_is_room()
        if pause := max(self._lane.stopped_for, self._ceiling.wait(HELD_AT_ONCE)):
            return pause
        now = self._clock.now()
        if not self._more_is_due and (pause := await self._until_due(now)):
            return pause
        await self._budget.look(now)
        limit = 1 if self._lane.on_trial else HELD_AT_ONCE - self._held
        rows = await self._store.run(lambda uow: self._claim(uow, now, limit))
        self._hand_out(rows, group)
        self._more_is_due = len(rows) == limit
        return self._pause(found=bool(rows))

    async def _until_there_is_room(self) -> None:
        """A channel on trial has one message under way, and no other."""
        while self._held > (0 if self._lane.on_trial else HELD_AT_ONCE - CLAIMED_AT_LEAST):
            self._done_with_some.clear()
            await self._done_with_some.wait()

    async def _until_due(self, now: datetime) -> float:
        due = await self._store.read(lambda uow: uow.outbox.next_due(self.name, now))
        return POLL_SECONDS if due is None else min(max(0.0, (due - now).total_seconds()), POLL_SECONDS)

    def _claim(self, uow: UnitOfWork, now: datetime, limit: int) -> tuple[OutboxRow, ...]:
        """Lease what is due, as far as all processes together stay below the platform's ceiling."""
        reached = uow.outbox.reached_since(self.name, now - timedelta(minutes=1), now)
        room = min(limit, CALLS_A_MINUTE - HELD_AT_ONCE - reached)
        return uow.outbox.claim(self.name, now, self._owner, LEASE_SECONDS, room) if room > 0 else ()

    def _hand_out(self, rows: Sequence[OutboxRow], group: asyncio.TaskGroup) -> None:
        """Evenly at the platform's own rate: a burst would only make callbacks wait."""
        people: dict[str, list[OutboxRow]] = defaultdict(list)
        for row in rows:
            people[row.recipient].append(row)
        claimed_at = self._pace.clock()
        for messages in people.values():
            self._held += len(messages)
            after = self._ceiling.turn(len(messages))
            in_order = sorted(messages, key=lambda row: (not row.urgent, row.id))
            group.create_task(self._to_one_person(in_order, claimed_at, after))

    def _pause(self, *, found: bool) -> float:
        """Longer and longer while everything that is due is held up."""
        self._blocked_for = 0.0 if found else min(2 * self._blocked_for or BLOCKED_SECONDS, POLL_SECONDS)
        return self._blocked_for

    async def _to_one_person(self, rows: Sequence[OutboxRow], claimed_at: float, after: float) -> None:
        """Send one after the other; where one has to wait, those after it wait too."""
        held: datetime | None = None
        try:
            await asyncio.sleep(after)
            async with self._sending:
                for row in rows:
                    held = await self._one(row, claimed_at, held or self._obstacle(row, claimed_at))
        except Exception:  # noqa: BLE001 -- a task that raised would end all others of the channel
            _log.exception("outbox_waits", channel=self.name)
        finally:
            self._let_go(len(rows))

    async def _one(self, row: OutboxRow, claimed_at: float, held: datetime | None) -> datetime | None:
        """Send the message or put it back; return until when those after it have to wait."""
        try:
            if held is None:
                return await self._attempts.deliver(row, claimed_at)
            return await self._attempts.postpone(row, held)
        except StoreError as error:
            # The lease runs out and the message is taken up again, knowing that it may have arrived; until
            # then nobody knows what came of it, so that those after it go back to wait behind it.
            _log.warning("outbox_unrecorded", outbox_id=row.id, error=type(error).__name__)
            return held or self._clock.now()

    def _let_go(self, messages: int) -> None:
        """There is room again, and perhaps something is due to the same person."""
        self._held -= messages
        self._done_with_some.set()
        if self._blocked_for:
            self.woken.set()

    def _obstacle(self, row: OutboxRow, claimed_at: float) -> datetime | None:
        """Until when the message cannot be sent, None where it can."""
        now = self._clock.now()
        if self.stopping or self._pace.clock() - claimed_at > ABOUT_TO_END:
            return row.not_before
        wait = max(self._lane.stopped_for, self._pace.wait(row.recipient, messages_of(row)))
        if wait:
            return now + timedelta(seconds=wait)
        self._ceiling.note()
        return self._budget.closed_until(now, urgent=row.urgent)
