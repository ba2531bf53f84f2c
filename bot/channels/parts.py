"""The several messages that one content may be on a channel: said in turn, from the first that is not there yet."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from bot.channels.base import DeliveryError

P = TypeVar("P")


async def one_by_one(parts: Sequence[P], done: int, say: Callable[[int, P], Awaitable[None]]) -> None:
    """Say the parts behind the first `done`; a DeliveryError that `say` raises tells how many are there by then."""
    for number, part in enumerate(parts[done:], done):
        try:
            await say(number, part)
        except DeliveryError as error:
            error.done = number
            raise
