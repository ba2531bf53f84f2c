"""Whoever is slow is answered by the outbox, once and whole."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.words import split
from bot.pipeline import FAILED
from handlers.messages import Incoming
from store.errors import StoreUnavailableError
from tests.bot.pipeline.desk import HURRIED, Desk, Gate, message


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
