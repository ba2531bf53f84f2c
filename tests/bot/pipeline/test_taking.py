"""A message that nobody waits for is answered by the outbox alone."""

from dataclasses import replace

import pytest

from handlers.messages import Incoming
from store.errors import StoreUnavailableError
from tests.bot.pipeline.desk import Desk, Gate, message


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
