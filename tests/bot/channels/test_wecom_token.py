import asyncio

import pytest

from bot.channels.base import DeliveryError
from bot.channels.wecom_token import AccessToken


class Platform:
    """Gives tokens t1, t2 … that live as long as it is told, at a time that it is told."""

    def __init__(self, lifetime: float = 7200) -> None:
        self.lifetime = lifetime
        self.now = 1000.0
        self.given = 0
        self.token = AccessToken(self.give, lambda: self.now)

    async def give(self) -> tuple[str, float]:
        await asyncio.sleep(0)
        self.given += 1
        return f"t{self.given}", self.lifetime


async def test_callers_at_once_share_one_fetch() -> None:
    platform = Platform()
    assert set(await asyncio.gather(*(platform.token.get() for _ in range(50)))) == {"t1"}


async def test_a_token_is_renewed_five_minutes_before_its_end() -> None:
    platform = Platform()
    await platform.token.get()
    platform.now += 7200 - 301
    assert await platform.token.get() == "t1"
    platform.now += 2
    assert await platform.token.get() == "t2"


async def test_a_short_lived_token_is_not_fetched_for_every_call() -> None:
    platform = Platform(lifetime=60)
    await platform.token.get()
    platform.now += 29
    assert await platform.token.get() == "t1"


async def test_callers_who_were_all_refused_share_one_fetch() -> None:
    platform = Platform()
    await platform.token.get()
    assert set(await asyncio.gather(*(platform.token.get(refused="t1") for _ in range(50)))) == {"t2"}


async def test_a_third_fetch_within_a_minute_waits() -> None:
    platform = Platform()
    await platform.token.get()
    platform.now += 10
    await platform.token.get(refused="t1")
    platform.now += 10
    with pytest.raises(DeliveryError) as refused:
        await platform.token.get(refused="t2")
    assert refused.value.retry_after == 40
    platform.now += 40
    assert await platform.token.get(refused="t2") == "t3"
