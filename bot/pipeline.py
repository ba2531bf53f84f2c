"""The road of one message: taken in once, handled in one transaction, answered after the commit."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from weakref import WeakValueDictionary

import structlog

from bot.channels.aibot import messages as aibot
from bot.channels.words import split
from bot.clock import Clock
from bot.metrics import Metrics
from bot.spool import Spool
from bot.turn import Turn
from handlers.messages import Incoming, Reply
from handlers.secrecy import without_secrets
from store.database import Store
from store.errors import StoreError, StoreUnavailableError
from store.records import InboxEntry
from store.unit_of_work import UnitOfWork

FAILED = "系统出错，这条没有保存，请稍后再发一次。"
CUT_SHORT = "后面还有很多，没有全部列出。请分几次发，每次少几行。"
REPLY_BYTES = 2048
_LONGEST_REPLY = {aibot.NAME: aibot.TEXT_BYTES}
MOST_PARTS = 8
"""The platform takes thirty messages a minute for one member; no single message may call forth that many."""

Answer = Callable[[Incoming, UnitOfWork, datetime, int], Reply]
"""What a message means and does, given the time and the id of its inbox row; it never waits."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Patience:
    """How long things may take, in seconds, and how many messages may be under way.

    After `reply` the caller is let go and the outbox answers; `commit` is added where the answer was about to
    come. `drain` is how long a stopping bot lets messages end. Whoever's message held up the event loop for
    longer than `thought`, such as a leader's in a large campaign, has the next one handled out of its way; with
    0 all have.
    """

    reply: float = 4.0
    commit: float = 0.8
    drain: float = 4.0
    thought: float = 0.02
    messages: int = 2000


class Pipeline:
    """Takes messages in, for every channel. The `listeners` are told of each message after its commit."""

    def __init__(
        self,
        store: Store,
        answer: Answer,
        clock: Clock,
        spool: Spool,
        metrics: Metrics,
        patience: Patience = Patience(),
    ) -> None:
        self.listeners: list[Callable[[Incoming], None]] = []
        self._store = store
        self._answer = answer
        self._clock = clock
        self._spool = spool
        self._metrics = metrics
        self._patience = patience
        self._locks: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._under_way: set[asyncio.Task[Reply]] = set()
        self._thinking: set[tuple[str, str]] = set()

    async def receive(self, incoming: Incoming) -> Reply:
        """Handle the message and return what to answer now; every delivery of it gets the same.

        It returns only when the message and its effects are durable or, with nothing to answer now, when at
        least the message is. Raises StoreError where neither could be done: the platform has to repeat it.
        What is marked as secret is gone before anything of it could be written down.
        """
        incoming = without_secrets(incoming)
        if len(self._under_way) >= self._patience.messages:
            raise StoreUnavailableError("too many messages under way")
        turn = Turn()
        task = self._begin(incoming, turn)
        await asyncio.wait((task,), timeout=self._patience.reply)
        if not task.done() and turn.give_up():
            return await self._later(incoming, task)
        if not task.done():
            await asyncio.wait((task,), timeout=self._patience.commit)
        if not task.done():
            raise StoreUnavailableError("the commit takes too long")
        return task.result()

    async def take(self, incoming: Incoming) -> None:
        """Handle a message that is not repeated and whose answer nobody waits for: the outbox says it.

        It returns when the message is durable, in the database or, should that be away, on disk. Raises
        OSError or StoreError where it could be kept in neither.
        """
        incoming = without_secrets(incoming)
        task = self._begin(incoming, Turn(late=True))
        await asyncio.wait((task,), timeout=self._patience.reply)
        if not task.done():
            await self._later(incoming, task)
        elif isinstance(task.exception(), StoreError):
            await self._spool.keep(incoming)
        else:
            task.result()

    async def recover(self) -> None:
        """Handle what was acknowledged before the database could take it; the outbox says the answers."""
        for incoming in await self._spool.waiting():
            try:
                await self._in_turn(incoming, Turn(late=True))
            except StoreError:
                _log.warning("spool_waits", messages=len(self._spool))
                return
            self._spool.drop(incoming)

    async def drain(self) -> None:
        """Let the messages under way end; one that does not is on disk, or was never acknowledged."""
        if self._under_way:
            await asyncio.wait(tuple(self._under_way), timeout=self._patience.drain)

    def _begin(self, incoming: Incoming, turn: Turn) -> asyncio.Task[Reply]:
        task = asyncio.create_task(self._in_turn(incoming, turn))
        self._under_way.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Reply]) -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            task.exception()  # It was told to whoever waited; nobody may be waiting any more.

    async def _later(self, incoming: Incoming, task: asyncio.Task[Reply]) -> Reply:
        """Let the caller go with the message on disk, to be taken off when the database has it."""
        try:
            await self._spool.keep(incoming)
        except OSError:
            raise StoreUnavailableError("the message could not be kept") from None
        self._metrics.messages.labels("late").inc()
        task.add_done_callback(lambda ended: self._forget(incoming, ended))
        return Reply()

    def _forget(self, incoming: Incoming, ended: asyncio.Task[Reply]) -> None:
        if not ended.cancelled() and ended.exception() is None:
            self._spool.drop(incoming)

    async def _in_turn(self, incoming: Incoming, turn: Turn) -> Reply:
        """The messages of one conversation are handled one after the other, in the order of their arrival."""
        key = (incoming.channel, incoming.sender)
        async with self._locks.setdefault(key, asyncio.Lock()):
            reply = await self._handle(incoming, turn)
        for listener in self.listeners:
            listener(incoming)
        return reply

    async def _handle(self, incoming: Incoming, turn: Turn) -> Reply:
        brief = bool(self._patience.thought) and (incoming.channel, incoming.sender) not in self._thinking
        try:
            return await self._store.run(lambda uow: self._take_in(uow, incoming, turn), brief=brief)
        except StoreError as error:
            self._metrics.messages.labels("unavailable").inc()
            _log.warning("store_unavailable", error=type(error).__name__)
            raise
        except Exception as error:  # noqa: BLE001
            # Whatever a handler raised, nothing of it was kept: that is recorded, and the sender is told.
            self._metrics.messages.labels("failed").inc()
            _log.exception("message_failed", message_id=incoming.message_id)
            kind = type(error).__name__
        try:
            return await self._store.run(lambda uow: self._take_in(uow, incoming, turn, kind))
        except Exception as error:
            _log.exception("failure_unrecorded", message_id=incoming.message_id)
            raise StoreUnavailableError("the failure could not be recorded") from error

    def _take_in(self, uow: UnitOfWork, incoming: Incoming, turn: Turn, failure: str | None = None) -> Reply:
        """The unit of work of one message; `failure` is what its handler raised when it was tried before."""
        now, begun = self._clock.now(), time.perf_counter()
        entry = _begin(uow, incoming, now)
        if entry.repeated:
            said = entry.reply
        elif failure is None:
            said = self._answer(incoming, uow, now, entry.id).text
            uow.inbox.finish(entry.id, said, now)
        else:
            said = FAILED
            uow.inbox.fail(entry.id, failure, said, now)
            actor, what = f"{incoming.channel}:{incoming.sender}", f"inbox:{entry.id}"
            uow.audit.record(now, actor, "fail", what, {"error": failure})
        if time.perf_counter() - begun > self._patience.thought:
            self._thinking.add((incoming.channel, incoming.sender))
        return _say(uow, incoming, entry, said, turn.is_late(), now)


def _begin(uow: UnitOfWork, incoming: Incoming, now: datetime) -> InboxEntry:
    media_id = incoming.media.media_id if incoming.media else ""
    more = {
        "title": incoming.title,
        "url": incoming.url,
        "event": incoming.event,
        "event_key": incoming.event_key,
        "media_id": media_id,
        "secret": incoming.secret,
    }
    return uow.inbox.begin(
        channel=incoming.channel,
        message_key=incoming.message_id,
        sender=incoming.sender,
        kind=incoming.kind,
        text=incoming.text,
        payload={name: value for name, value in more.items() if value},
        sent_at=incoming.sent_at,
        received_at=now,
    )


def _say(
    uow: UnitOfWork, incoming: Incoming, entry: InboxEntry, said: str, late: bool, now: datetime
) -> Reply:
    """Return what the caller reads at once, and put the rest, or when it is late all, into the outbox.

    The keys make a repeated delivery, a restart and a second process say nothing twice.
    """
    key = f"reply:{entry.id}"
    if entry.repeated and uow.outbox.by_key(key) is not None:
        return Reply()
    parts = _within_bounds(split(said, _LONGEST_REPLY.get(incoming.channel, REPLY_BYTES)))
    for number, part in enumerate(parts, 1):
        if part and (late or number > 1):
            uow.outbox.add(
                key=key if number == 1 else f"{key}:{number}",
                channel=incoming.channel,
                recipient=incoming.group or incoming.sender,
                text=part,
                not_before=now,
                urgent=True,
                created_at=now,
            )
    return Reply() if late else Reply(parts[0])


def _within_bounds(parts: tuple[str, ...]) -> tuple[str, ...]:
    return parts if len(parts) <= MOST_PARTS else (*parts[: MOST_PARTS - 1], CUT_SHORT)
