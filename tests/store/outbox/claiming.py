"""What the tests of the outbox do with it: put messages in, claim what is due, see what became of one."""

from datetime import timedelta

from store.database import Store
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork
from tests.store import given

LATER = given.NOW + timedelta(minutes=5)


def claim(uow: UnitOfWork, owner: str = "one", limit: int = 10, after: int = 0) -> tuple[OutboxRow, ...]:
    return uow.outbox.claim("wecom", given.NOW + timedelta(seconds=after), owner, 60, limit)


async def put(store: Store, *keys: str) -> None:
    await store.run(lambda uow: [given.push(uow, key) for key in keys])


async def state_of(store: Store, key: str) -> tuple[str, str]:
    row = await store.read(lambda uow: uow.outbox.by_key(key))
    assert row is not None
    return row.state, row.answer
