"""花名册: people, their accounts, and the codes that bind the two."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from store.database import Store
from store.errors import BrokenRuleError
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.store import given

UNTIL = given.NOW + timedelta(minutes=10)


async def _two_contacts(store: Store) -> tuple[int, int, int]:
    def add(uow: UnitOfWork) -> tuple[int, int, int]:
        campaign_id = given.campaign(uow).id
        return campaign_id, given.contact(uow, campaign_id), given.contact(uow, campaign_id)

    return await store.run(add)


async def test_a_person_is_kept_with_everything_that_was_said_of_it(store: Store) -> None:
    said = {
        "name": "李四",
        "gender": "女",
        "unit": "农业农村局",
        "title": "科长",
        "telephone": "000-0000000",
        "mobile": "00000000000",
        "email": "li@example.org",
        "subject": "甲县",
    }

    def add(uow: UnitOfWork) -> int:
        return uow.roster.add(campaign_id=given.campaign(uow).id, role="reviewer", **said)

    contact_id = await store.run(add)
    contact = await store.read(lambda uow: uow.roster.get(contact_id))
    assert contact is not None
    assert {name: getattr(contact, name) for name in said} == said
    assert (contact.role, contact.active, contact.account, contact.bound_at) == ("reviewer", True, None, None)
    assert await store.read(lambda uow: uow.roster.get(contact_id + 1)) is None


async def test_a_role_that_does_not_exist_is_refused(store: Store) -> None:
    def add(uow: UnitOfWork) -> int:
        return given.contact(uow, given.campaign(uow).id, role="boss")  # type: ignore[arg-type]

    with pytest.raises(BrokenRuleError):
        await store.run(add)


async def test_a_list_that_was_read_is_read_again_once_something_was_written(store: Store) -> None:
    def work(uow: UnitOfWork) -> list[list[str]]:
        campaign_id = given.campaign(uow).id
        contact_id = given.contact(uow, campaign_id)

        def read() -> list[str]:
            return [row.unit for row in uow.roster.list(campaign_id)]

        before = read()
        uow.roster.change(contact_id, unit="县安监局")
        changed = read()
        given.contact(uow, campaign_id)
        return [before, changed, read()]

    before, changed, added = await store.run(work)
    assert before != changed == ["县安监局"]
    assert added[0] == "县安监局"
    assert len(added) == len(changed) + 1


async def test_people_are_listed_by_role_and_unit(store: Store) -> None:
    def add(uow: UnitOfWork) -> int:
        campaign_id = given.campaign(uow).id
        given.contact(uow, campaign_id)
        given.contact(uow, campaign_id, role="leader")
        uow.roster.add(campaign_id=campaign_id, name="王", unit="质监局", role="contact")
        given.contact(uow, given.campaign(uow, "另一个").id)
        return campaign_id

    campaign_id = await store.run(add)

    def units(uow: UnitOfWork, **wanted: str) -> list[str]:
        return [row.unit for row in uow.roster.list(campaign_id, **wanted)]  # type: ignore[arg-type]

    assert await store.read(units) == ["城建局", "城建局", "质监局"]
    assert await store.read(partial(units, role="contact")) == ["城建局", "质监局"]
    assert await store.read(partial(units, unit="质监局")) == ["质监局"]
    assert await store.read(partial(units, role="leader", unit="质监局")) == []


async def test_what_is_said_of_a_person_can_be_changed(store: Store) -> None:
    _, one, other = await _two_contacts(store)
    await store.run(lambda uow: uow.roster.change(one, mobile="1", title="局长"))
    changed = await store.read(lambda uow: uow.roster.get(one))
    untouched = await store.read(lambda uow: uow.roster.get(other))
    assert changed is not None
    assert untouched is not None
    assert (changed.mobile, changed.title, changed.name) == ("1", "局长", "张")
    assert (untouched.mobile, untouched.title) == ("", "")


async def test_an_account_is_one_person_of_a_campaign_only(store: Store) -> None:
    _, one, other = await _two_contacts(store)
    assert await store.run(lambda uow: uow.roster.bind(one, "wecom", "zhang", given.NOW))
    assert await store.run(lambda uow: uow.roster.bind(one, "wecom", "zhang", given.NOW))
    assert not await store.run(lambda uow: uow.roster.bind(other, "wecom", "zhang", given.NOW))
    assert await store.run(lambda uow: uow.roster.bind(other, "wechat", "zhang", given.NOW))
    await store.run(lambda uow: uow.roster.unbind(one))
    assert await store.run(lambda uow: uow.roster.bind(other, "wecom", "zhang", given.NOW))
    unbound = await store.read(lambda uow: uow.roster.get(one))
    assert unbound is not None
    assert (unbound.channel, unbound.account, unbound.bound_at) == (None, None, None)


async def test_a_code_binds_once_and_only_until_it_expires(store: Store) -> None:
    _, one, _ = await _two_contacts(store)
    assert await store.run(lambda uow: uow.roster.issue_code(one, "123456", UNTIL))
    assert await store.run(lambda uow: uow.roster.redeem("654321", given.NOW)) is None
    assert await store.run(lambda uow: uow.roster.redeem("123456", UNTIL)) is None
    held = await store.run(lambda uow: uow.roster.holder("123456", UNTIL - timedelta(seconds=1)))
    assert held is not None
    assert await store.run(lambda uow: uow.roster.holder("123456", UNTIL)) is None
    redeemed = await store.run(lambda uow: uow.roster.redeem("123456", UNTIL - timedelta(seconds=1)))
    assert redeemed is not None
    assert redeemed.id == one
    assert await store.run(lambda uow: uow.roster.redeem("123456", given.NOW)) is None


async def test_a_code_used_at_the_same_time_in_two_programs_works_once(
    store: Store, database_url: str
) -> None:
    _, one, _ = await _two_contacts(store)
    await store.run(lambda uow: uow.roster.issue_code(one, "123456", UNTIL))
    other = await Store.open(database_url)
    redeemed = await asyncio.gather(
        *(
            each.run(lambda uow: uow.roster.redeem("123456", given.NOW))
            for each in (store, other)
            for _ in range(5)
        )
    )
    await other.close()
    assert [contact.id for contact in redeemed if contact is not None] == [one]


async def test_a_new_code_ends_the_old_one_and_two_people_never_have_the_same(store: Store) -> None:
    _, one, other = await _two_contacts(store)
    await store.run(lambda uow: uow.roster.issue_code(one, "111111", UNTIL))
    await store.run(lambda uow: uow.roster.issue_code(one, "222222", UNTIL))
    assert await store.run(lambda uow: uow.roster.redeem("111111", given.NOW)) is None
    assert not await store.run(lambda uow: uow.roster.issue_code(other, "222222", UNTIL))
    assert await store.run(lambda uow: uow.roster.issue_code(other, "111111", UNTIL))


async def test_a_code_is_not_stored_in_clear(store: Store, database_url: str) -> None:
    _, one, _ = await _two_contacts(store)
    await store.run(lambda uow: uow.roster.issue_code(one, "123456", UNTIL))
    assert "123456" not in str(raw_sql.run(database_url, "SELECT code_hash FROM contact"))


async def test_a_person_off_duty_cannot_use_a_code(store: Store) -> None:
    _, one, _ = await _two_contacts(store)
    await store.run(lambda uow: uow.roster.issue_code(one, "123456", UNTIL))
    await store.run(lambda uow: uow.roster.deactivate(one))
    assert await store.run(lambda uow: uow.roster.redeem("123456", given.NOW)) is None
    contact = await store.read(lambda uow: uow.roster.get(one))
    assert contact is not None
    assert not contact.active
