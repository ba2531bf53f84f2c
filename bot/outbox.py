"""The delivery loop: what stands in the outbox goes out once, in order for each person, to a known end."""

import asyncio
import contextlib
import json
import os
import secrets
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

import structlog

from bot.channels.base import Channel, DeliveryError, Outcome, Sent
from bot.clock import Clock
from bot.metrics import Metrics
from bot.pace import Lane, Pace
from bot.retrying import History, judge, put_back
from store.database import Store
from store.errors import StoreError
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork

LEASE_SECONDS = 45
ABOUT_TO_END = 30.0
"""Seconds after which a claimed message is put back rather than begun: its lease must outlast the attempt."""
CLAIMED_AT_ONCE = 40
SENT_AT_ONCE = 8
POLL_SECONDS = 2.0
GATHER_SECONDS = 0.1
ELSEWHERE_SECONDS = 60.0
CROWDED_SECONDS = 10.0

Wanted = Callable[[UnitOfWork, OutboxRow, datetime], bool]
"""Whether a message still makes sense; asked just before it is sent."""

_log = structlog.get_logger()


class Delivery:
    """Sends the messages of all channels of this process."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        wanted: Wanted,
        clock: Clock,
        metrics: Metrics,
        pace: Pace,
    ) -> None:
        self._store = store
        self._channels = channels
        self._wanted = wanted
        self._clock = clock
        self._metrics = metrics
        self._pace = pace
        self._lanes = {name: Lane(pace.clock) for name in channels}
        # Until when a person's messages wait, by the bot's clock, and how long that holds by ours.
        self._held: dict[tuple[str, str], tuple[datetime, float]] = {}
        self._owner = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._woken = asyncio.Event()
        self._stopping = False
        self._sending = asyncio.Semaphore(SENT_AT_ONCE)

    def wake(self) -> None:
        """Look at once: something may have been put into the outbox."""
        self._woken.set()

    async def run(self) -> None:
        """Deliver until `stop`."""
        while not self._stopping:
            try:
                pause = await self.round()
            except Exception:  # noqa: BLE001 -- a loop that ended would leave all the rest unsent
                _log.exception("outbox_waits")
                pause = POLL_SECONDS
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._woken.wait()
            self._woken.clear()
            # What is put in one after the other is looked for once.
            await asyncio.sleep(GATHER_SECONDS)

    def stop(self) -> None:
        """Begin no further message; `run` ends when those under way have."""
        self._stopping = True
        self.wake()

    async def round(self) -> float:
        """Send what is due now; return for how many seconds there is nothing more to do."""
        stopped = min((lane.stopped_for for lane in self._lanes.values()), default=POLL_SECONDS)
        if stopped:
            return stopped
        now = self._clock.now()
        due = await self._store.read(lambda uow: uow.outbox.next_due())
        if due is None or due > now:
            return POLL_SECONDS if due is None else min((due - now).total_seconds(), POLL_SECONDS)
        on_trial = any(lane.on_trial for lane in self._lanes.values())
        limit = 1 if on_trial else CLAIMED_AT_ONCE
        rows = await self._store.run(lambda uow: uow.outbox.claim(now, self._owner, LEASE_SECONDS, limit))
        people: dict[tuple[str, str], list[OutboxRow]] = defaultdict(list)
        for row in rows:
            people[row.channel, row.recipient].append(row)
        begun = self._pace.clock()
        self._held = {person: hold for person, hold in self._held.items() if hold[1] > begun}
        async with asyncio.TaskGroup() as group:
            for messages in people.values():
                group.create_task(self._to_one_person(messages, begun))
        return 0.0

    async def _to_one_person(self, rows: Sequence[OutboxRow], begun: float) -> None:
        """Send one after the other; where one has to wait, those after it wait too."""
        async with self._sending:
            for row in rows:
                try:
                    until = self._obstacle(row, begun)
                    if until is None:
                        await self._deliver(row)
                    else:
                        await self._put_back(row, until)
                except StoreError as error:
                    # The lease runs out and the message is taken up again, knowing that it may have arrived.
                    _log.warning("outbox_unrecorded", outbox_id=row.id, error=type(error).__name__)

    def _obstacle(self, row: OutboxRow, begun: float) -> datetime | None:
        """Until when the message cannot be sent, None where it can."""
        now = self._clock.now()
        lane = self._lanes.get(row.channel)
        if lane is None:
            return now + timedelta(seconds=ELSEWHERE_SECONDS)
        if self._stopping or self._pace.clock() - begun > ABOUT_TO_END:
            return row.not_before
        held, _ = self._held.get((row.channel, row.recipient), (now, 0.0))
        if held > now:
            # To the very moment at which the message before it is tried again: then the ids keep the order.
            return held
        wait = max(lane.stopped_for, self._pace.wait(row.recipient))
        return now + timedelta(seconds=wait) if wait else None

    async def _deliver(self, row: OutboxRow) -> None:
        now = self._clock.now()
        if not History.of(row).may_repeat(now):
            await self._close(row, "ambiguous", put_back(row))
            return
        try:
            if not await self._is_ready(row, now):
                return
            sent = await self._channels[row.channel].send(row.recipient, row.content, row.key)
        except DeliveryError as error:
            await self._failed(row, error)
        except StoreError:
            raise
        except asyncio.CancelledError:
            await self._settle(row, DeliveryError(Outcome.AMBIGUOUS, "stopped"))
            raise
        except Exception as error:  # noqa: BLE001 -- a message that cannot be made must not stop the others
            _log.exception("message_not_made", outbox_id=row.id)
            await self._settle(row, DeliveryError(Outcome.RETRY, type(error).__name__))
        else:
            await self._passed(row, sent)

    async def _is_ready(self, row: OutboxRow, now: datetime) -> bool:
        """Whether to send it now; otherwise it is closed or put back here."""
        wanted, crowded = await self._store.read(lambda uow: self._look(uow, row, now))
        if crowded:
            await self._put_back(row, now + timedelta(seconds=CROWDED_SECONDS))
        elif not wanted:
            self._count(row, "superseded")
            await self._store.run(
                lambda uow: uow.outbox.supersede(row.id, "no longer wanted", now, row.attempts)
            )
        return wanted and not crowded

    def _look(self, uow: UnitOfWork, row: OutboxRow, now: datetime) -> tuple[bool, bool]:
        """Whether the message is still wanted, and whether its recipient's quota is used up by others."""
        limits = self._pace.limits if self._pace.shared else {}
        crowded = any(
            uow.outbox.sent_since(row.recipient, now - timedelta(seconds=window)) >= most
            for window, most in limits.items()
        )
        return self._wanted(uow, row, now), crowded

    async def _passed(self, row: OutboxRow, sent: Sent) -> None:
        self._lanes[row.channel].passed()
        self._metrics.lane_stopped.labels(row.channel).set(0)
        self._pace.note(row.recipient)
        answer = json.dumps(sent.answer, ensure_ascii=False)
        if row.recipient.lower() in sent.unreached:
            await self._close(row, "refused", answer)
            return
        self._count(row, "sent")
        await self._store.run(lambda uow: uow.outbox.sent(row.id, row.attempts, answer, self._clock.now()))

    async def _failed(self, row: OutboxRow, error: DeliveryError) -> None:
        """Tell trouble of the channel, which leaves the message as it is, from trouble of the message."""
        lane = self._lanes[row.channel]
        self._count(row, error.outcome.value)
        if error.outcome in {Outcome.STOP, Outcome.CONFIG}:
            lane.stop(error.retry_after or (lane.LONGEST if error.outcome is Outcome.CONFIG else None))
            tell = _log.error if error.outcome is Outcome.CONFIG else _log.warning
            self._metrics.lane_stopped.labels(row.channel).set(1)
            tell("channel_stopped", channel=row.channel, code=error.code, reason=error.reason)
            # Another message goes first when the lane is tried again: it may have been this one's fault.
            await self._put_back(row, self._clock.now() + timedelta(seconds=lane.stopped_for + 1))
            return
        if error.outcome is Outcome.REFUSED:
            lane.passed()
        else:
            lane.failed()
        if error.outcome is Outcome.AMBIGUOUS:
            self._pace.note(row.recipient)
        await self._settle(row, error)

    async def _settle(self, row: OutboxRow, error: DeliveryError) -> None:
        verdict = judge(row, error, self._clock.now())
        if verdict.again_at is None:
            await self._close(row, verdict.state, verdict.answer)
        else:
            await self._put_back(row, verdict.again_at, verdict.answer)

    async def _put_back(self, row: OutboxRow, until: datetime, answer: str | None = None) -> None:
        pause = (until - self._clock.now()).total_seconds()
        self._held[row.channel, row.recipient] = (until, self._pace.clock() + pause)
        noted = put_back(row) if answer is None else answer
        await self._store.run(lambda uow: uow.outbox.retry(row.id, row.attempts, noted, until))

    async def _close(self, row: OutboxRow, state: str, answer: str) -> None:
        """Give the message up, aloud."""
        self._metrics.abandoned.labels(state).inc()
        _log.error("message_given_up", outbox_id=row.id, key=row.key, state=state, answer=answer)
        now = self._clock.now()

        def close(uow: UnitOfWork) -> bool:
            ends = {"refused": uow.outbox.refuse, "dead": uow.outbox.dead, "ambiguous": uow.outbox.ambiguous}
            return ends[state](row.id, row.attempts, answer, now)

        await self._store.run(close)

    def _count(self, row: OutboxRow, outcome: str) -> None:
        self._metrics.sends.labels(row.channel, outcome).inc()
