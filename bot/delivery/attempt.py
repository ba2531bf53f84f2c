"""One attempt at one message: whether it is still wanted, the call, and what its answer means."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.channels.base import Channel, DeliveryError, Outcome, Sent
from bot.channels.wecom_errors import OVER_FREQUENCY, refused_address
from bot.clock import Clock
from bot.delivery.budget import Budget
from bot.delivery.lane import Lane
from bot.delivery.lease import Lease, LostLeaseError
from bot.delivery.pace import Pace
from bot.delivery.retrying import History, judge
from bot.metrics import Metrics
from handlers.pushing import undelivered
from handlers.reminding.wanted import off_the_hour
from store.database import Store
from store.errors import StoreError
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork

CROWDED_SECONDS = 10.0
MADE = "made"
"""What a content with a document went out as, kept before it is sent."""
_PART_BYTES = 1900
_UNWANTED = "no longer wanted"

Wanted = Callable[[UnitOfWork, OutboxRow, datetime], bool]
"""Whether a message still makes sense; asked just before it is sent."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all attempts of one process share."""

    store: Store
    wanted: Wanted
    clock: Clock
    metrics: Metrics


class Attempts:
    """The attempts on one channel."""

    def __init__(
        self, around: Surroundings, channel: Channel, pace: Pace, lane: Lane, budget: Budget
    ) -> None:
        self._around = around
        self._store = around.store
        self._clock = around.clock
        self._channel = channel
        self._pace = pace
        self._lane = lane
        self._budget = budget

    async def deliver(self, row: OutboxRow, claimed_at: float) -> datetime | None:
        """Try to send a leased message and record what came of it; raises StoreError where that failed.

        Return when it is tried again, None where it is done with.
        """
        now = self._clock.now()
        history = History.of(row)
        if not history.may_repeat(now, recognised=self._channel.recognises):
            await self._close(row, "ambiguous", history.note(row))
            return None
        try:
            came = await self._attempt(row, claimed_at, now, history.done)
        except DeliveryError as error:
            return await self._failed(row, error)
        except LostLeaseError:
            _log.warning("lease_lost", outbox_id=row.id)
            return await self.postpone(row, now)
        except StoreError:
            raise
        except asyncio.CancelledError:
            # Nothing was sent; where it was stopped in sending, that is recorded, and this is too late.
            await self.postpone(row, now)
            raise
        except Exception as error:  # noqa: BLE001 -- a message that cannot be made must not stop the others
            _log.exception("message_not_made", outbox_id=row.id)
            return await self._settle(row, DeliveryError(Outcome.RETRY, type(error).__name__))
        if isinstance(came, _NotNow):
            return came.until
        await self._passed(row, came)
        return None

    async def postpone(self, row: OutboxRow, until: datetime) -> datetime:
        """Put back what was not tried."""
        await self._store.run(lambda uow: uow.outbox.release(row, until))
        return until

    async def _attempt(self, row: OutboxRow, claimed_at: float, now: datetime, done: int) -> "Sent | _NotNow":
        """Send what is not there yet where it is still to be sent, with a lease that outlasts the call."""
        if (look := await self._look(row, now)) is not None:
            return look
        lease, content = Lease(self._store, self._clock, self._pace.clock, row, claimed_at), row.content
        if "document" in content:
            content = await self._made(row, lease)
        await lease.freshen()
        try:
            async with asyncio.timeout(lease.left):
                return await self._channel.send(row.recipient, content, row.key, done, row.turn)
        except TimeoutError:
            raise DeliveryError(Outcome.AMBIGUOUS, "no end in time") from None
        except asyncio.CancelledError:
            await self._settle(row, DeliveryError(Outcome.AMBIGUOUS, "stopped"))
            raise

    async def _made(self, row: OutboxRow, lease: Lease) -> Mapping[str, object]:
        """The content with its document made; what may have arrived is repeated as it was, to the byte."""
        if MADE in row.content and History.of(row).unsure_since is not None:
            made: Mapping[str, object] = row.content[MADE]
            return made
        plain = {name: value for name, value in row.content.items() if name != MADE}
        made = await lease.during(lambda: self._channel.prepare(plain))
        if not await self._store.run(lambda uow: uow.outbox.keep(row, {**plain, MADE: dict(made)})):
            raise LostLeaseError
        return made

    async def _look(self, row: OutboxRow, now: datetime) -> "_NotNow | None":
        """None where it is to be sent now; otherwise it is closed or put back here."""
        wanted, crowded = await self._store.read(lambda uow: self._asked(uow, row, now))
        if not wanted:
            self._count(row, "superseded")
            history = History.of(row)
            # It may have arrived before it was superseded: that is not forgotten.
            answer = _UNWANTED if history.unsure_since is None else history.note(row, reason=_UNWANTED)
            await self._store.run(lambda uow: uow.outbox.supersede(row.id, answer, now, row.attempts))
            return _NotNow(None)
        if (later := off_the_hour(row, now)) is not None:
            return _NotNow(await self.postpone(row, later))
        if crowded:
            return _NotNow(await self.postpone(row, now + timedelta(seconds=CROWDED_SECONDS)))
        return None

    def _asked(self, uow: UnitOfWork, row: OutboxRow, now: datetime) -> tuple[bool, bool]:
        """Whether the message is still wanted, and whether its recipient's quota is used up by others."""
        limits = self._pace.limits if self._pace.shared else {}
        crowded = any(
            uow.outbox.reached_since(row.channel, now - timedelta(seconds=window), now, row.recipient)
            + min(messages_of(row), most)
            > most
            for window, most in limits.items()
        )
        return self._around.wanted(uow, row, now), crowded

    async def _passed(self, row: OutboxRow, sent: Sent) -> None:
        self._lane.passed()
        self._around.metrics.lane_stopped.labels(row.channel).set(0)
        self._note(row, sent.messages)
        answer = json.dumps(sent.answer, ensure_ascii=False)
        if row.recipient.lower() in sent.unreached:
            await self._close(row, "refused", answer)
            return
        self._count(row, "sent")
        at = self._clock.now()
        await self._store.run(lambda uow: uow.outbox.sent(row.id, row.attempts, answer, at, sent.messages))

    async def _failed(self, row: OutboxRow, error: DeliveryError) -> datetime | None:
        """Tell trouble of the channel, which leaves the message as it is, from trouble of the message."""
        self._count(row, error.outcome.value)
        if error.outcome in {Outcome.STOP, Outcome.CONFIG}:
            return await self._stop_lane(row, error)
        if error.outcome is Outcome.REFUSED:
            self._lane.passed()
        else:
            self._lane.failed()
        if reached := messages_of(row) if error.outcome is Outcome.AMBIGUOUS else error.done:
            self._note(row, reached)
        return await self._settle(row, error)

    async def _stop_lane(self, row: OutboxRow, error: DeliveryError) -> datetime:
        lane, misset = self._lane, error.outcome is Outcome.CONFIG
        if error.code == OVER_FREQUENCY:
            lane.limit()
        else:
            lane.stop(error.retry_after or (lane.LONGEST if misset else None))
        self._around.metrics.lane_stopped.labels(row.channel).set(1)
        tell = _log.error if misset else _log.warning
        tell("channel_stopped", channel=row.channel, code=error.code, reason=error.reason)
        if address := refused_address(error):
            self._around.metrics.untrusted.labels(address).set(1)
        now = self._clock.now()
        # Another message goes first when the lane is tried again: it may have been this one's fault.
        until = now + timedelta(seconds=lane.stopped_for + 1)

        def put_back(uow: UnitOfWork) -> None:
            if error.done:
                history = replace(History.of(row), done=error.done)
                answer = history.note(row, **error.answer)
                uow.outbox.retry_unsure(row, answer, until, now, error.done)
            else:
                uow.outbox.release(row, until)
            if misset:
                undelivered.warn_of_setting(uow, row.channel, error.code, error.reason, now)

        await self._store.run(put_back)
        return until

    async def _settle(self, row: OutboxRow, error: DeliveryError) -> datetime | None:
        now = self._clock.now()
        verdict = judge(row, error, now, recognised=self._channel.recognises)
        again_at, answer = verdict.again_at, verdict.answer
        if again_at is None:
            await self._close(row, verdict.state, answer)
            return None
        reached = messages_of(row) if error.outcome is Outcome.AMBIGUOUS else error.done
        if reached:
            await self._store.run(lambda uow: uow.outbox.retry_unsure(row, answer, again_at, now, reached))
        else:
            await self._store.run(lambda uow: uow.outbox.retry(row, answer, again_at))
        return again_at

    async def _close(self, row: OutboxRow, state: str, answer: str) -> None:
        """Give the message up, aloud."""
        self._around.metrics.abandoned.labels(state).inc()
        _log.error("message_given_up", outbox_id=row.id, key=row.key, state=state, answer=answer)
        now = self._clock.now()

        def close(uow: UnitOfWork) -> None:
            ends = {"refused": uow.outbox.refuse, "dead": uow.outbox.dead, "ambiguous": uow.outbox.ambiguous}
            if ends[state](row.id, row.attempts, answer, now):
                undelivered.tell(uow, row, state, answer, now)

        await self._store.run(close)

    def _note(self, row: OutboxRow, messages: int) -> None:
        self._pace.note(row.recipient, messages)
        self._budget.note(messages)

    def _count(self, row: OutboxRow, outcome: str) -> None:
        self._around.metrics.sends.labels(row.channel, outcome).inc()


@dataclass(frozen=True, slots=True)
class _NotNow:
    """It was not sent: put back until then, or closed."""

    until: datetime | None


def messages_of(row: OutboxRow) -> int:
    """As how many messages of the platform it goes out, or a little more."""
    return max(1, -(-len(row.text.encode()) // _PART_BYTES)) + ("document" in row.content)
