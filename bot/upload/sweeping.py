"""What is left of uploads with which nobody goes on, and how much one person may bring."""

import asyncio
from datetime import datetime, timedelta

from bot.settings import Settings
from bot.upload.drafts import Drafts
from handlers.evidence.uploading import Limits
from store.database import Store
from store.unit_of_work import UnitOfWork

ABANDONED = timedelta(days=3)
_MEGABYTE = 1 << 20


def upload_limits(settings: Settings) -> Limits:
    """The limits that are set."""
    return Limits(settings.upload_megabytes * _MEGABYTE, settings.upload_day_megabytes * _MEGABYTE)


async def sweep(store: Store, drafts: Drafts, now: datetime) -> None:
    """End the uploads that were left, and remove the bytes of all that are over."""

    def work(uow: UnitOfWork) -> frozenset[int]:
        uow.uploads.expire(now - ABANDONED)
        return uow.uploads.open_ids()

    wanted = await store.run(work)
    await asyncio.to_thread(drafts.sweep, wanted)
