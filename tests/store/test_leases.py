import asyncio

from store.database import Store
from store.records import Lease
from tests.store.given import MINUTE, NOW

NAME = "aibot:bot-1"


async def take(store: Store, owner: str, minutes: int = 0) -> int | None:
    now = NOW + minutes * MINUTE
    return await store.run(lambda uow: uow.leases.take(NAME, owner, now, now + MINUTE))


async def renew(store: Store, fence: int, minutes: int, note: str = "") -> bool:
    return await store.run(lambda uow: uow.leases.renew(NAME, fence, NOW + (minutes + 1) * MINUTE, note))


async def test_a_lease_is_taken_by_one_until_it_runs_out(store: Store) -> None:
    assert await take(store, "one") == 1
    assert await take(store, "two") is None
    assert await take(store, "one") is None
    assert await take(store, "two", 1) == 2


async def test_a_renewed_lease_is_held_on(store: Store) -> None:
    assert await take(store, "one") == 1
    assert await renew(store, 1, 1, "connected")
    assert await take(store, "two", 1) is None
    found = await store.read(lambda uow: uow.leases.find(NAME))
    assert found == Lease(NAME, "one", 1, NOW + 2 * MINUTE, "connected")


async def test_an_owner_whose_lease_was_taken_over_can_neither_hold_nor_end_it(store: Store) -> None:
    await take(store, "one")
    assert await take(store, "two", 1) == 2
    assert not await renew(store, 1, 5)
    found = await store.read(lambda uow: uow.leases.find(NAME))
    assert found == Lease(NAME, "two", 2, NOW + 2 * MINUTE, "")


async def test_an_owner_that_lets_go_makes_room_at_once(store: Store) -> None:
    await take(store, "one")
    assert await renew(store, 1, -1)
    assert await take(store, "two") == 2


async def test_leases_of_other_names_are_others(store: Store) -> None:
    await take(store, "one")
    assert await store.run(lambda uow: uow.leases.take("another", "two", NOW, NOW + MINUTE)) == 1
    assert await store.read(lambda uow: uow.leases.find("nobody's")) is None


async def test_of_several_programs_at_once_one_takes_it(store: Store, database_url: str) -> None:
    others = [await Store.open(database_url) for _ in range(2)]
    for minutes in (0, 1):  # new, and run out
        tries = (take(each, f"{each}", minutes) for each in (store, *others) for _ in range(4))
        taken = [fence for fence in await asyncio.gather(*tries) if fence is not None]
        assert taken == [minutes + 1]
    for other in others:
        await other.close()
