"""Verifying the log of acts while the bot goes on working."""

from store.database import Store
from store.repositories.audit import ChainCheck
from store.unit_of_work import UnitOfWork

_BATCH = 5_000


async def verify(store: Store, batch: int = _BATCH) -> int | None:
    """Return the number of the first row that is not what was written, or None when all are.

    It reads `batch` rows at a time, each in a unit of its own, so that nobody who writes must wait long.
    """
    chain = ChainCheck()

    def step(uow: UnitOfWork) -> None:
        chain.take(uow.audit.rows(chain.seq, batch), uow.audit.head())

    while not chain.done:
        await store.read(step)
    return chain.bad
