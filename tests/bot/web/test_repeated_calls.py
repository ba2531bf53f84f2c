"""The same message delivered again has no second effect; different ones are both kept."""

import asyncio
import time
from pathlib import Path

from bot.pipeline import Patience
from store.database import Store
from tests.bot.channels.callers import (
    call,
    inner_xml,
)
from tests.bot.small_app import Client, client_of, small_app
from tests.bot.web.calling import answer, kept, opened, post


async def test_a_replayed_call_has_no_second_effect(client: Client, sqlite_store: Store) -> None:
    made = call()
    answers = [opened((await post(client, made))[1]) for _ in range(3)]
    assert (len(set(answers)), await kept(sqlite_store)) == (1, 1)


async def test_the_same_message_under_a_new_signature_has_no_second_effect(
    client: Client, sqlite_store: Store
) -> None:
    inner = inner_xml(Content="91.5")
    for _ in range(3):
        assert (await post(client, call(inner)))[0] == 200
    assert await kept(sqlite_store) == 1


async def test_three_deliveries_at_once_get_the_same_answer(client: Client, sqlite_store: Store) -> None:
    inner = inner_xml(Content="91.5")
    answers = await asyncio.gather(*(post(client, call(inner)) for _ in range(3)))
    assert {opened(body) for _, body in answers} == {"已记录：91.5"}
    assert await kept(sqlite_store) == 1


async def test_two_different_events_of_one_second_are_both_kept(client: Client, sqlite_store: Store) -> None:
    now = int(time.time())
    for key in ("1", "2"):
        made = call(inner_xml(MsgType="event", Event="click", EventKey=key, CreateTime=now, MsgId=None))
        assert (await post(client, made))[0] == 200
    assert await kept(sqlite_store) == 2


async def test_a_call_replayed_after_a_restart_has_no_second_effect(
    client: Client, sqlite_store: Store, sqlite_url: str, tmp_path: Path
) -> None:
    made = call()
    first = opened((await post(client, made))[1])
    reopened = await Store.open(sqlite_url)
    async with client_of(
        small_app(reopened, sqlite_url, tmp_path / "again", answer, Patience(thought=0))
    ) as restarted:
        assert opened((await post(restarted, made))[1]) == first
    await reopened.close()
    assert await kept(sqlite_store) == 1


async def test_an_event_with_the_longest_key_is_taken_in_on_every_database(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    key = "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(3000))
    made = call(inner_xml(MsgType="event", Event="click", EventKey=key, MsgId=None))
    async with client_of(small_app(store, database_url, tmp_path, answer, Patience(thought=0))) as client:
        assert (await post(client, made))[0] == 200
        assert (await post(client, made))[0] == 200
    assert await kept(store) == 1
