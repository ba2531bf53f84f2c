"""抹去个人信息: what is left of a person, of its account and of its messages."""

import pytest

from store.database import Store
from store.unit_of_work import UnitOfWork
from tests.store import given


async def test_an_erased_person_keeps_its_history_under_a_masked_name(store: Store) -> None:
    campaign = await store.run(given.campaign)

    def work(uow: UnitOfWork) -> int:
        person = given.contact(uow, campaign.id, "zhang")
        uow.roster.change(person, mobile="13900000000", telephone="1", email="a@b.cn", title="科员")
        uow.roster.erase(person, "张*")
        return person

    person = await store.run(work)
    left = await store.read(lambda uow: uow.roster.get(person))
    assert left is not None
    assert (left.name, left.unit, left.role, left.active) == ("张*", "城建局", "contact", False)
    assert (left.mobile, left.telephone, left.email, left.title, left.account) == ("", "", "", "", None)


async def test_an_erased_account_is_a_pseudonym_everywhere_and_gets_nothing_more(store: Store) -> None:
    def work(uow: UnitOfWork) -> int:
        uow.accounts.speaker("wecom", "zhang")
        entry = given.message(uow, "1000002|55|zhang")
        assert given.push(uow, "p1")
        uow.accounts.erase("wecom", "zhang", "erased-7")
        uow.inbox.erase("wecom", "zhang", "erased-7")
        uow.outbox.erase("wecom", "zhang", "erased-7", given.NOW)
        return entry.id

    entry_id = await store.run(work)

    def check(uow: UnitOfWork) -> None:
        assert uow.accounts.find("wecom", "zhang") is None
        assert uow.accounts.find("wecom", "erased-7") is not None
        row = uow.inbox.get(entry_id)
        assert row is not None
        assert (row.sender, row.message_key) == ("erased-7", "1000002|55|erased-7")
        (push,) = uow.outbox.list()
        assert (push.recipient, push.state) == ("erased-7", "superseded")

    await store.read(check)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("undelivered:wecom:zhang:81013:2015-06:qin", "undelivered:wecom:erased-7:81013:2015-06:qin"),
        ("matter:1:2:app|55|zhang:9", "matter:1:2:app|55|erased-7:9"),
        ("relay:1:msg-5|zhang", "relay:1:msg-5|erased-7"),
        ("relay:1:msg-5|zhangwei", "relay:1:msg-5|zhangwei"),
        ("relay:1:msg-5|ZHANG", "relay:1:msg-5|ZHANG"),
    ],
)
async def test_an_erased_account_stands_in_no_key_of_anybodys_messages(
    store: Store, before: str, after: str
) -> None:
    def work(uow: UnitOfWork) -> list[str]:
        assert given.push(uow, before, recipient="qin")
        uow.outbox.erase("wecom", "zhang", "erased-7", given.NOW)
        return [row.key for row in uow.outbox.list()]

    assert await store.run(work) == [after]


async def test_an_account_with_signs_that_a_pattern_knows_is_erased_like_any_other(store: Store) -> None:
    def work(uow: UnitOfWork) -> list[str]:
        for key in ("relay:1|z_h%a", "relay:1|zxhxa"):
            assert given.push(uow, key, recipient="qin")
        uow.outbox.erase("wecom", "z_h%a", "erased-7", given.NOW)
        return [row.key for row in uow.outbox.list()]

    assert await store.run(work) == ["relay:1|erased-7", "relay:1|zxhxa"]
