import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from bot.channels.words import split
from bot.clock import SystemClock
from bot.metrics import Metrics
from bot.pipeline import CUT_SHORT, FAILED, MOST_PARTS, Patience, Pipeline
from bot.spool import Spool
from handlers.messages import Incoming, Reply
from store.database import Store
from store.errors import StoreError, StoreUnavailableError
from store.records import InboxRow, OutboxRow
from store.unit_of_work import UnitOfWork

USUAL = Patience()
HURRIED = Patience(reply=0.1, commit=0.5, drain=2.0, thought=0, messages=50)


def message(number: int = 1, sender: str = "wangmin", text: str = "上报 19.2 91.5%") -> Incoming:
    return Incoming("wecom", f"ww|1|{number}|{sender}", sender, "text", datetime.now(UTC), text=text)


class Conversation:
    """Counts each message that it handles, in the store and in the same transaction."""

    def __init__(self) -> None:
        self.does: Callable[[Incoming], str] = lambda incoming: f"已记录：{incoming.text}"

    def answer(self, incoming: Incoming, uow: UnitOfWork, now: datetime, inbox_id: int) -> Reply:
        account = uow.accounts.speaker(incoming.channel, incoming.sender)
        uow.accounts.set_misunderstandings(account, account.misunderstandings + 1)
        return Reply(self.does(incoming))


class Desk:
    """A pipeline with a look behind it."""

    def __init__(self, store: Store, folder: Path, patience: Patience = USUAL) -> None:
        self.store = store
        self.conversation = Conversation()
        self.spool = Spool(folder / "late")
        self.metrics = Metrics()
        self.pipeline = Pipeline(
            store, self.conversation.answer, SystemClock(), self.spool, self.metrics, patience
        )

    async def receive(self, incoming: Incoming) -> str:
        return (await self.pipeline.receive(incoming)).text

    async def handled(self, sender: str = "wangmin") -> int:
        account = await self.store.run(lambda uow: uow.accounts.speaker("wecom", sender))
        return account.misunderstandings

    async def outbox(self) -> tuple[OutboxRow, ...]:
        return await self.store.read(lambda uow: uow.outbox.list())

    async def inbox(self) -> InboxRow | None:
        """The first message that was taken in; a number that was rolled back is not used again everywhere."""
        rows = await self.store.read(lambda uow: [uow.inbox.get(number) for number in range(1, 5)])
        return next((row for row in rows if row is not None), None)

    async def answers_by_outbox(self) -> list[str]:
        """What the outbox says once every message has been handled."""
        await self.pipeline.drain()
        return [row.text for row in await self.outbox()]


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    return Desk(store, tmp_path)


@pytest.fixture
async def hurried(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    """On SQLite, whose handlers have a thread of their own, so that a test can keep one waiting."""
    store = await Store.open(sqlite_url)
    yield Desk(store, tmp_path, HURRIED)
    await store.close()


class Gate:
    """Keeps a handler waiting until it is opened, and says when one is there."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._opened = threading.Event()
        self.reached = asyncio.Event()

    def __call__(self, incoming: Incoming) -> str:
        self._loop.call_soon_threadsafe(self.reached.set)
        assert self._opened.wait(10)
        return f"迟到：{incoming.text}"

    def open(self) -> None:
        self._opened.set()


async def test_a_message_is_handled_and_answered(desk: Desk) -> None:
    assert await desk.receive(message()) == "已记录：上报 19.2 91.5%"
    stored = await desk.inbox()
    assert stored is not None
    assert (stored.state, stored.reply, stored.sender) == ("done", "已记录：上报 19.2 91.5%", "wangmin")
    assert await desk.outbox() == ()


async def test_three_deliveries_at_once_have_one_effect_and_one_answer(desk: Desk) -> None:
    answers = await asyncio.gather(*(desk.receive(message()) for _ in range(3)))
    assert answers == ["已记录：上报 19.2 91.5%"] * 3
    assert await desk.handled() == 1


async def test_three_deliveries_to_three_processes_have_one_effect_and_one_answer(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    stores = [store, await Store.open(database_url), await Store.open(database_url)]
    desks = [Desk(each, tmp_path / str(number)) for number, each in enumerate(stores)]
    for number in range(20):
        answers = await asyncio.gather(*(desk.receive(message(number)) for desk in desks))
        assert len(set(answers)) == 1
    assert await desks[0].handled() == 20
    for each in stores[1:]:
        await each.close()


async def test_a_delivery_days_later_still_gets_the_stored_answer(desk: Desk) -> None:
    first = await desk.receive(message())
    desk.conversation.does = lambda incoming: "再次记录"
    assert await desk.receive(message()) == first


async def test_the_messages_of_one_person_are_handled_in_the_order_of_their_arrival(desk: Desk) -> None:
    seen: list[str] = []

    def see(incoming: Incoming) -> str:
        seen.append(incoming.text)
        return ""

    desk.conversation.does = see
    await asyncio.gather(*(desk.receive(message(number, text=str(number))) for number in range(50)))
    assert seen == [str(number) for number in range(50)]


@pytest.mark.parametrize(("thought", "place"), [(60.0, "MainThread"), (1e-9, "sqlite_0")])
async def test_only_who_took_long_before_is_handled_out_of_the_way_of_the_event_loop(
    sqlite_url: str, tmp_path: Path, thought: float, place: str
) -> None:
    store = await Store.open(sqlite_url)
    desk = Desk(store, tmp_path, Patience(thought=thought))
    desk.conversation.does = lambda _incoming: threading.current_thread().name
    said = [
        await desk.receive(message(1)),
        await desk.receive(message(2)),
        await desk.receive(message(3, "b")),
    ]
    assert said == ["MainThread", place, "MainThread"]
    await store.close()


async def test_no_lock_is_kept_for_a_conversation_at_rest(desk: Desk) -> None:
    await asyncio.gather(*(desk.receive(message(number, sender=f"user{number}")) for number in range(100)))
    assert len(desk.pipeline._locks) == 0


async def test_a_failing_handler_leaves_nothing_but_its_record_and_says_so(desk: Desk) -> None:
    def fail(incoming: Incoming) -> str:
        raise LookupError(incoming.text)

    desk.conversation.does = fail
    assert await desk.receive(message()) == FAILED
    assert await desk.handled() == 0
    stored = await desk.inbox()
    assert stored is not None
    assert (stored.state, stored.error, stored.reply) == ("failed", "LookupError", FAILED)
    assert await desk.store.read(lambda uow: uow.audit.verify()) is None


async def test_a_repeated_delivery_of_a_failed_message_gets_the_same_and_is_not_tried_again(
    desk: Desk,
) -> None:
    tried: list[str] = []

    def fail(incoming: Incoming) -> str:
        tried.append(incoming.text)
        raise LookupError

    desk.conversation.does = fail
    answers = [await desk.receive(message()) for _ in range(3)]
    assert (answers, len(tried)) == ([FAILED] * 3, 1)


async def test_a_failing_message_does_not_hurt_those_beside_it(desk: Desk) -> None:
    def fail_some(incoming: Incoming) -> str:
        if int(incoming.text) % 3 == 0:
            raise LookupError
        return "好"

    desk.conversation.does = fail_some
    answers = await asyncio.gather(*(desk.receive(message(n, text=str(n))) for n in range(30)))
    assert answers == [FAILED if number % 3 == 0 else "好" for number in range(30)]
    assert await desk.handled() == 20


async def test_a_long_answer_continues_in_the_outbox(desk: Desk) -> None:
    text = "\n".join(f"{number} 产品质量省级监督抽查合格率" for number in range(150))
    desk.conversation.does = lambda incoming: text
    parts = split(text, 2048)
    assert await desk.receive(message()) == parts[0]
    assert await desk.receive(message()) == parts[0]
    rows = await desk.outbox()
    assert [(row.key, row.text) for row in rows] == [
        (f"reply:1:{number}", part) for number, part in enumerate(parts[1:], 2)
    ]


async def test_one_message_never_calls_forth_a_flood(desk: Desk) -> None:
    desk.conversation.does = lambda incoming: "没看懂，没有入库。\n" * 4000
    first = await desk.receive(message())
    rows = await desk.outbox()
    assert len(rows) == MOST_PARTS - 1
    assert rows[-1].text == CUT_SHORT
    assert all(len(text.encode()) <= 2048 for text in (first, *(row.text for row in rows)))


async def test_nothing_to_say_is_nothing(desk: Desk) -> None:
    desk.conversation.does = lambda incoming: ""
    assert await desk.receive(message()) == ""
    assert await desk.outbox() == ()


async def test_a_slow_answer_comes_through_the_outbox_once(hurried: Desk) -> None:
    gate = hurried.conversation.does = Gate()
    assert await hurried.receive(message()) == ""
    assert len(hurried.spool) == 1
    gate.open()
    assert await hurried.answers_by_outbox() == ["迟到：上报 19.2 91.5%"]
    assert await hurried.handled() == 1
    assert len(hurried.spool) == 0


async def test_deliveries_repeated_while_an_answer_is_slow_say_it_once(hurried: Desk) -> None:
    gate = hurried.conversation.does = Gate()
    answers = await asyncio.gather(*(hurried.receive(message()) for _ in range(3)))
    assert answers == ["", "", ""]
    gate.open()
    assert await hurried.answers_by_outbox() == ["迟到：上报 19.2 91.5%"]
    assert await hurried.receive(message()) == ""
    assert (await hurried.handled(), len(await hurried.outbox())) == (1, 1)


async def test_a_delivery_repeated_shortly_before_the_answer_gets_it_and_the_outbox_does_not_say_it_again(
    hurried: Desk, tmp_path: Path
) -> None:
    desk = Desk(hurried.store, tmp_path, replace(HURRIED, reply=0.4))
    gate = desk.conversation.does = Gate()
    first = asyncio.create_task(desk.receive(message()))
    await gate.reached.wait()
    second = asyncio.create_task(desk.receive(message()))
    await asyncio.sleep(0)
    gate.open()
    assert await first == await second == "迟到：上报 19.2 91.5%"
    assert await desk.answers_by_outbox() == []


async def test_a_slow_failure_is_told_through_the_outbox(hurried: Desk) -> None:
    gate = Gate()

    def fail(incoming: Incoming) -> str:
        gate(incoming)
        raise LookupError

    hurried.conversation.does = fail
    assert await hurried.receive(message()) == ""
    gate.open()
    assert await hurried.answers_by_outbox() == [FAILED]


async def test_a_slow_long_answer_comes_whole_through_the_outbox(hurried: Desk) -> None:
    gate = Gate()
    text = "\n".join(f"{number} 产品质量省级监督抽查合格率" for number in range(150))

    def slow(incoming: Incoming) -> str:
        gate(incoming)
        return text

    hurried.conversation.does = slow
    assert await hurried.receive(message()) == ""
    gate.open()
    assert await hurried.answers_by_outbox() == list(split(text, 2048))


async def test_a_message_acknowledged_before_a_crash_is_handled_after_the_restart(
    hurried: Desk, tmp_path: Path
) -> None:
    """The caller was told 200 with the message on disk, and the process died with nothing in the database."""
    await hurried.spool.keep(message())
    after = Desk(hurried.store, tmp_path)
    assert len(after.spool) == 1
    await after.pipeline.recover()
    assert [row.text for row in await after.outbox()] == ["已记录：上报 19.2 91.5%"]
    await after.pipeline.recover()
    assert (await after.handled(), len(await after.outbox()), len(after.spool)) == (1, 1, 0)
    assert Spool(tmp_path / "late").__len__() == 0


async def test_a_message_handled_before_a_crash_is_not_handled_again_after_the_restart(
    hurried: Desk, tmp_path: Path
) -> None:
    gate = hurried.conversation.does = Gate()
    assert await hurried.receive(message()) == ""
    gate.open()
    assert await hurried.answers_by_outbox() == ["迟到：上报 19.2 91.5%"]
    await hurried.spool.keep(message())  # It died before the file was gone.
    after = Desk(hurried.store, tmp_path)
    await after.pipeline.recover()
    assert (await after.handled(), len(await after.outbox()), len(after.spool)) == (1, 1, 0)


async def test_a_closed_store_takes_nothing_in(desk: Desk) -> None:
    await desk.store.close()
    with pytest.raises(StoreUnavailableError):
        await desk.receive(message())


async def test_a_store_that_comes_back_gets_what_was_acknowledged(
    hurried: Desk, sqlite_url: str, tmp_path: Path
) -> None:
    await hurried.spool.keep(message())
    await hurried.store.close()
    await hurried.pipeline.recover()
    assert len(hurried.spool) == 1
    store = await Store.open(sqlite_url)
    after = Desk(store, tmp_path)
    await after.pipeline.recover()
    assert await after.handled() == 1
    await store.close()


async def test_a_message_that_the_disk_does_not_take_is_not_acknowledged(
    hurried: Desk, tmp_path: Path
) -> None:
    gate = hurried.conversation.does = Gate()
    (tmp_path / "late").rmdir()
    (tmp_path / "late").write_text("no folder")
    with pytest.raises(StoreError):
        await hurried.receive(message())
    gate.open()
    assert await hurried.answers_by_outbox() == ["迟到：上报 19.2 91.5%"]
    assert await hurried.receive(message()) == ""


@contextmanager
def locked(database_url: str) -> Iterator[None]:
    """Somebody else holds the database, so that nothing can be written."""
    if database_url.startswith("sqlite"):
        with closing(sqlite3.connect(database_url.partition("///")[2], isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
    else:
        with psycopg.connect(database_url.replace("+psycopg", "")) as server:
            server.execute("LOCK TABLE inbox IN EXCLUSIVE MODE")
            yield


async def test_a_database_that_is_held_for_long_is_waited_for_without_keeping_the_platform(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    desk = Desk(store, tmp_path, HURRIED)
    with locked(database_url):
        assert await desk.receive(message()) == ""
        assert len(desk.spool) == 1
    assert await desk.answers_by_outbox() == ["已记录：上报 19.2 91.5%"]
    assert (await desk.handled(), len(desk.spool)) == (1, 0)


async def test_a_flood_is_not_taken_in_without_bound(hurried: Desk) -> None:
    gate = hurried.conversation.does = Gate()
    waiting = [asyncio.create_task(hurried.receive(message(number))) for number in range(50)]
    await gate.reached.wait()
    with pytest.raises(StoreUnavailableError):
        await hurried.receive(message(99))
    gate.open()
    assert await asyncio.gather(*waiting)
    await hurried.pipeline.drain()
    assert await hurried.handled() == 50


async def test_listeners_hear_of_each_message_after_its_commit(desk: Desk) -> None:
    heard: list[str] = []
    desk.pipeline.listeners.append(lambda incoming: heard.append(incoming.text))
    await desk.receive(message(text="一"))
    assert heard == ["一"]


async def test_a_message_that_nobody_waits_for_is_answered_by_the_outbox_once(desk: Desk) -> None:
    for _ in range(3):
        await desk.pipeline.take(message())
    assert await desk.handled() == 1
    assert await desk.answers_by_outbox() == ["已记录：上报 19.2 91.5%"]


async def test_the_answer_to_a_group_goes_to_the_group(desk: Desk) -> None:
    await desk.pipeline.take(replace(message(), group="group:wrX"))
    assert [row.recipient for row in await desk.outbox()] == ["group:wrX"]


async def test_a_message_that_the_database_does_not_take_waits_on_disk(desk: Desk) -> None:
    def away(incoming: Incoming) -> str:
        raise StoreUnavailableError("away")

    works, desk.conversation.does = desk.conversation.does, away
    await desk.pipeline.take(message())
    assert (len(desk.spool), await desk.outbox()) == (1, ())
    desk.conversation.does = works
    await desk.pipeline.recover()
    assert await desk.answers_by_outbox() == ["已记录：上报 19.2 91.5%"]
    assert len(desk.spool) == 0


async def test_a_message_that_takes_long_is_on_disk_before_it_is_let_go(hurried: Desk) -> None:
    gate = hurried.conversation.does = Gate()
    await hurried.pipeline.take(message())
    assert len(hurried.spool) == 1
    gate.open()
    assert await hurried.answers_by_outbox() == ["迟到：上报 19.2 91.5%"]
    assert len(hurried.spool) == 0


async def test_a_message_that_neither_database_nor_disk_takes_is_not_said_to_be_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(incoming: Incoming) -> str:
        raise StoreUnavailableError("away")

    async def full(incoming: Incoming) -> None:
        raise OSError(28, "disk full")

    desk.conversation.does = away
    monkeypatch.setattr(desk.spool, "keep", full)
    with pytest.raises(OSError, match="disk full"):
        await desk.pipeline.take(message())
