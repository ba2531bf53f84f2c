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
from bot.delivery.pace import CALLS_A_MINUTE, Pace
from store.errors import StoreError
from store.records import OutboxRow

LEASE_SECONDS = 45
ABOUT_TO_END = 30.0
"""Seconds after which a claimed message is put back rather than begun: its lease must outlast the attempt."""
CLAIMED_AT_ONCE = 64
SENT_AT_ONCE = 16
POLL_SECONDS = 2.0
HELD_SECONDS = 0.25
"""What is due may be held up by what another process is sending to the same people."""
_ALL = "all"

_log = structlog.get_logger()


class Way:
    """Sends the messages of one channel."""

    def __init__(self, around: Surroundings, channel: Channel, pace: Pace) -> None:
        self.name = channel.name
        self._channel = channel
        self._store = around.store
        self._clock = around.clock
        self._pace = pace
        self._total = Pace({60.0: CALLS_A_MINUTE}, clock=pace.clock)
        self._lane = Lane(pace.clock)
        self._budget = Budget(around.store, channel.name, pace)
        self._attempts = Attempts(around, channel, pace, self._lane, self._budget)
        self._owner = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._sending = asyncio.Semaphore(SENT_AT_ONCE)
        self._held_for = HELD_SECONDS
        self.stopping = False

    async def round(self) -> float:
        """Send what is due now; return for how many seconds there is nothing more to do."""
        if not self._channel.ready:
            return POLL_SECONDS  # Another process holds the connection, and sends.
        pause = max(self._lane.stopped_for, self._total.wait(_ALL, CLAIMED_AT_ONCE))
        if pause:
            return pause
        now, name = self._clock.now(), self.name
        due = await self._store.read(lambda uow: uow.outbox.next_due(name, now))
        if due is None or due > now:
            return POLL_SECONDS if due is None else min((due - now).total_seconds(), POLL_SECONDS)
        await self._budget.look(now)
        limit = 1 if self._lane.on_trial else CLAIMED_AT_ONCE
        rows = await self._store.run(
            lambda uow: uow.outbox.claim(name, now, self._owner, LEASE_SECONDS, limit)
        )
        people: dict[str, list[OutboxRow]] = defaultdict(list)
        for row in rows:
            people[row.recipient].append(row)
        begun = self._pace.clock()
        async with asyncio.TaskGroup() as group:
            for messages in people.values():
                in_order = sorted(messages, key=lambda row: (not row.urgent, row.id))
                group.create_task(self._to_one_person(in_order, begun))
        # Evenly at the platform's own rate: a burst would only make callbacks wait.
        await asyncio.sleep(max(0.0, len(rows) * 60.0 / CALLS_A_MINUTE - (self._pace.clock() - begun)))
        return self._pause(found=bool(rows))

    def _pause(self, *, found: bool) -> float:
        """Longer and longer while everything that is due is held up."""
        pause = 0.0 if found else self._held_for
        self._held_for = HELD_SECONDS if found else min(2 * self._held_for, POLL_SECONDS)
        return pause

    async def _to_one_person(self, rows: Sequence[OutboxRow], begun: float) -> None:
        """Send one after the other; where one has to wait, those after it wait too."""
        held: datetime | None = None
        async with self._sending:
            for row in rows:
                held = held or self._obstacle(row, begun)
                try:
                    if held is None:
                        held = await self._attempts.deliver(row)
                    else:
                        await self._attempts.postpone(row, held)
                except StoreError as error:
                    # The lease runs out and the message is taken up again, knowing that it may have arrived.
                    _log.warning("outbox_unrecorded", outbox_id=row.id, error=type(error).__name__)

    def _obstacle(self, row: OutboxRow, begun: float) -> datetime | None:
        """Until when the message cannot be sent, None where it can."""
        now = self._clock.now()
        if self.stopping or self._pace.clock() - begun > ABOUT_TO_END:
            return row.not_before
        wait = max(self._lane.stopped_for, self._pace.wait(row.recipient, messages_of(row)))
        if wait:
            return now + timedelta(seconds=wait)
        self._total.note(_ALL)
        return self._budget.closed_until(now, urgent=row.urgent)
