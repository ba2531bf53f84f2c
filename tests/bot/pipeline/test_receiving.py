"""A message is handled once, in its turn, and answered where it came from."""

import asyncio
import threading
from pathlib import Path

import pytest

from bot.channels.words import split
from bot.pipeline import CUT_SHORT, FAILED, MOST_PARTS, Patience
from handlers.messages import Incoming
from store.database import Store
from tests.bot.pipeline.desk import Desk, message


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


async def test_listeners_hear_of_each_message_after_its_commit(desk: Desk) -> None:
    heard: list[str] = []
    desk.pipeline.listeners.append(lambda incoming: heard.append(incoming.text))
    await desk.receive(message(text="一"))
    assert heard == ["一"]
