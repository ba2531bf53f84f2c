"""Who has opened a signed link."""

import asyncio

from store.database import Store
from store.records import LinkPass
from tests.store.given import MINUTE, NOW, campaign, contact

UNTIL = NOW + 15 * MINUTE


async def person(store: Store) -> int:
    return await store.run(lambda uow: contact(uow, campaign(uow).id, "zhang"))


async def test_the_first_browser_alone_gets_a_link(store: Store) -> None:
    who = await person(store)

    async def claim(browser: str) -> bool:
        wanted = LinkPass("a", who, browser, UNTIL)
        return await store.run(lambda uow: uow.link_passes.claim(wanted, NOW))

    won = await asyncio.gather(*(claim(f"browser {number}") for number in range(8)))
    assert won.count(True) == 1
    found = await store.read(lambda uow: uow.link_passes.of("a"))
    assert found == LinkPass("a", who, f"browser {won.index(True)}", UNTIL)


async def test_a_link_can_be_handed_over_and_is_forgotten_once_it_has_expired(store: Store) -> None:
    who = await person(store)
    first, second = LinkPass("a", who, "one", UNTIL), LinkPass("b", who, "two", UNTIL + MINUTE)
    assert not await store.run(lambda uow: uow.link_passes.hand_over("a", "three"))
    assert await store.run(lambda uow: uow.link_passes.claim(first, NOW))
    assert await store.run(lambda uow: uow.link_passes.hand_over("a", "three"))
    found = await store.read(lambda uow: uow.link_passes.of("a"))
    assert found is not None
    assert found.session_hash == "three"
    assert await store.run(lambda uow: uow.link_passes.claim(second, UNTIL))
    assert await store.read(lambda uow: uow.link_passes.of("a")) is None
    assert await store.read(lambda uow: uow.link_passes.of("b")) == second
