"""Planted bugs: each is put into the code under simulation, and some seed has to find it."""

import asyncio
import random
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any, Unpack
from unittest.mock import patch

import bot.channels.wecom_errors
import bot.delivery.attempt
import bot.delivery.retrying
import bot.delivery.way
from bot.channels.base import DeliveryError, Outcome, Sent
from bot.channels.wecom_api import WecomApi
from bot.channels.wecom_push import WecomChannel
from bot.channels.wecom_token import AccessToken
from bot.delivery.attempt import Attempts
from bot.delivery.lane import Lane
from bot.delivery.loop import Delivery
from bot.delivery.way import Way
from bot.pipeline import Pipeline
from bot.schedule import Ticks
from bot.turn import Turn
from handlers.messages import Incoming, Reply
from store.records import InboxEntry, OutboxRow
from store.repositories.inbox import Inbox, NewMessage
from store.repositories.outbox import claiming
from tests.simulation import effects, replica

Bug = Callable[[], AbstractContextManager[object]]

_send = WecomChannel.send
_api_send = WecomApi.send
_begin = Inbox.begin
_receive = Pipeline.receive
_failed = Attempts._failed
_run_tick = Ticks.run


async def _lost_is_sent(
    channel: WecomChannel, recipient: str, content: Mapping[str, object], key: str, done: int, turn: int
) -> Sent:
    try:
        return await _send(channel, recipient, content, key, done, turn)
    except DeliveryError as error:
        if error.outcome is not Outcome.AMBIGUOUS:
            raise
        return Sent({}, {})


async def _lost_is_retried_as_new(
    channel: WecomChannel, recipient: str, content: Mapping[str, object], key: str, done: int, turn: int
) -> Sent:
    return await _send(channel, recipient, content, key, done, turn + random.randrange(1, 900))


async def _without_duplicate_check(api: WecomApi, message: Mapping[str, object]) -> Mapping[str, Any]:
    return await _api_send(api, {**message, "enable_duplicate_check": 0})


async def _trouble_is_refusal(attempts: Attempts, row: OutboxRow, error: DeliveryError) -> datetime | None:
    if error.outcome in {Outcome.STOP, Outcome.CONFIG}:
        error.outcome = Outcome.REFUSED
    return await _failed(attempts, row, error)


async def _acknowledged_at_once(pipeline: Pipeline, incoming: Incoming) -> Reply:
    replica.spawn(_receive(pipeline, incoming))
    return Reply("later")


def _never_repeated(inbox: Inbox, **message: Unpack[NewMessage]) -> InboxEntry:
    message["message_key"] = f"{random.random()}:{message['text']}"
    return _begin(inbox, **message)


async def _pause(seconds: float) -> None:
    await asyncio.sleep(seconds)


async def _one_round_fails(_delivery: Delivery, way: Way) -> None:
    async with asyncio.TaskGroup() as group:
        while True:
            await _pause(await way.begin(group))


async def _tick_ends(ticks: Ticks, name: str) -> None:
    await ticks._ticks[name]()


async def _fetched_without_end(token: AccessToken, refused: str = "") -> str:
    if not token._token or token._token == refused:
        token._token, _ = await token._fetch()
    return token._token


def _unreached_is_sent(answer: Mapping[str, Any]) -> Sent:
    return Sent(dict(answer), {})


def _claiming(**without: bool) -> AbstractContextManager[object]:
    kept = [
        part for name, part in (("busy", claiming._busy), ("held", claiming._held)) if name not in without
    ]
    return patch.object(claiming, "_CLAIM", claiming._claiming(*kept))


def _without_expired() -> AbstractContextManager[object]:
    due = claiming._row.c.state == "pending"
    with patch.object(claiming, "_is_due", due & (claiming._row.c.not_before <= claiming._now)):
        return patch.object(claiming, "_CLAIM", claiming._claiming(claiming._busy, claiming._held))


def _no_wrong_clock(now: datetime) -> dict[str, datetime]:
    far = now + timedelta(days=36500)
    return {"now": now, "astray": far, "overlong": far}


def _unknown_is_known() -> AbstractContextManager[object]:
    return patch.object(OutboxRow, "outcome_unknown", property(lambda _row: False))


BUGS: dict[str, Bug] = {
    "acknowledged before the commit": lambda: patch.object(Pipeline, "receive", _acknowledged_at_once),
    "a repeated message is a new one": lambda: patch.object(Inbox, "begin", _never_repeated),
    "the late answer is not put into the outbox": lambda: patch.object(Turn, "is_late", lambda _turn: False),
    "the caller goes though the answer is on its way": lambda: patch.object(
        Turn, "give_up", lambda _turn: True
    ),
    "a late message is not kept on disk": lambda: patch.object(replica.Disk, "keep", replica.Disk.forget),
    "a lost answer counts as sent": lambda: patch.object(WecomChannel, "send", _lost_is_sent),
    "a repetition is worded anew": lambda: patch.object(WecomChannel, "send", _lost_is_retried_as_new),
    "the duplicate check is not asked for": lambda: patch.object(WecomApi, "send", _without_duplicate_check),
    "a lost answer is repeated after hours": lambda: patch.object(
        bot.delivery.retrying, "REPEATABLE", timedelta(days=9)
    ),
    "an attempt without an answer is forgotten": _unknown_is_known,
    "trouble of the channel closes the message": lambda: patch.object(
        Attempts, "_failed", _trouble_is_refusal
    ),
    "45009 does not stop the channel": lambda: patch.object(Lane, "limit", lambda lane: lane.stop(0.01)),
    "a busy platform is given up at once": lambda: patch.object(bot.delivery.retrying, "PAUSES", (5.0,)),
    "an invalid recipient counts as sent": lambda: patch("bot.channels.wecom_push._sent", _unreached_is_sent),
    "a lease that ran out is not retaken": _without_expired,
    "two processes write to one person": lambda: _claiming(busy=True),
    "a later message overtakes one that is retried": lambda: _claiming(held=True),
    "a wrong clock's times are believed": lambda: patch.object(claiming, "_moments", _no_wrong_clock),
    "nobody asks whether it is still wanted": lambda: patch.object(effects, "wanted", lambda *_: True),
    "the loop ends at the first error": lambda: patch.object(Delivery, "_go_on", _one_round_fails),
    "a tick that fails is the last": lambda: patch.object(Ticks, "run", _tick_ends),
    "a token is fetched again and again": lambda: patch.object(AccessToken, "get", _fetched_without_end),
}
