import asyncio

from store.database import Store
from tests.store.given import MINUTE, NOW

PLACES = 20


async def take(store: Store, minutes: int = 0) -> int | None:
    now = NOW + minutes * MINUTE
    return await store.run(lambda uow: uow.code_tries.take(now, now - 10 * MINUTE))


async def test_there_are_twenty_places_until_one_is_ten_minutes_old(store: Store) -> None:
    assert await take(store) is not None
    assert None not in [await take(store, 5) for _ in range(PLACES - 1)]
    assert await take(store, 9) is None
    assert await take(store, 10) is not None
    assert await take(store, 10) is None


async def test_a_place_given_back_is_free_at_once(store: Store) -> None:
    places = [await take(store) for _ in range(PLACES)]
    assert places[7] is not None
    await store.run(lambda uow: uow.code_tries.give_back(places[7] or 0))
    assert await take(store) == places[7]
    assert await take(store) is None


async def test_several_programs_at_once_never_take_more_places_than_there_are(
    store: Store, database_url: str
) -> None:
    others = [await Store.open(database_url) for _ in range(2)]
    taken = await asyncio.gather(*(take(each) for each in (store, *others) for _ in range(PLACES)))
    assert len([place for place in taken if place is not None]) <= PLACES
    assert len(set(taken) - {None}) == len([place for place in taken if place is not None])
    for other in others:
        await other.close()


async def test_places_of_a_later_time_are_free_where_the_clock_was_set_back(store: Store) -> None:
    assert None not in [await take(store, 600) for _ in range(PLACES)]
    assert await take(store) is not None
