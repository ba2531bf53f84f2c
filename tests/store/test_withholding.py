"""Withholding: while it lasts only what is named is written, and an act that was refused leaves no trace."""

import pytest

from store.database import Store
from store.errors import WithheldError
from store.unit_of_work import UnitOfWork
from tests.store.given import NOW


def _refused(uow: UnitOfWork) -> None:
    account = uow.accounts.speaker("wecom", "wangmin")

    def act() -> None:
        with uow.withholding({"account"}):
            assert uow.withholds("outbox")
            assert not uow.withholds("account")
            uow.accounts.set_misunderstandings(account, 1)
            uow.audit.record(NOW, "contact:1", "close", "campaign:1", {})
            uow.campaigns.close(1)

    with pytest.raises(WithheldError):
        act()
    assert uow.audit.waiting == 0
    assert not uow.withholds("outbox")


async def test_what_is_not_named_is_not_written_and_not_logged(store: Store) -> None:
    await store.run(_refused)
    account = await store.run(lambda uow: uow.accounts.speaker("wecom", "wangmin"))
    assert account.misunderstandings == 1
