"""Who writes to the bot: created at the first word, with the conversation and the roster entries."""

import asyncio
from functools import partial

from store.database import Store
from store.records import Account
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.store import given


def _speaker(uow: UnitOfWork, userid: str = "zhang") -> Account:
    return uow.accounts.speaker("wecom", userid)


async def test_a_new_sender_is_created_once_and_knows_nothing(store: Store, database_url: str) -> None:
    first = await store.run(_speaker)
    assert await store.run(_speaker) == first
    assert (first.channel, first.userid, first.dialog, first.contacts) == ("wecom", "zhang", None, ())
    assert (first.binding_failures, first.misunderstandings, first.locked_until) == (0, 0, None)
    assert raw_sql.run(database_url, "SELECT count(*) FROM account") == [(1,)]


async def test_first_words_at_the_same_time_to_two_programs_create_one_account(
    store: Store, database_url: str
) -> None:
    other = await Store.open(database_url)
    accounts = await asyncio.gather(*(each.run(_speaker) for each in (store, other) for _ in range(10)))
    await other.close()
    assert len({account.id for account in accounts}) == 1


async def test_a_sender_comes_with_the_active_roster_entries_bound_to_it(store: Store) -> None:
    def enrol(uow: UnitOfWork) -> list[int]:
        first, second = given.campaign(uow, "a").id, given.campaign(uow, "b").id
        left = given.contact(uow, given.campaign(uow, "c").id, "zhang")
        uow.roster.deactivate(left)
        given.contact(uow, first, "li")
        given.contact(uow, first)
        return [given.contact(uow, first, "zhang"), given.contact(uow, second, "zhang", role="reviewer")]

    expected = await store.run(enrol)
    account = await store.run(_speaker)
    assert [contact.id for contact in account.contacts] == expected
    assert [contact.role for contact in account.contacts] == ["contact", "reviewer"]
    assert account.contacts == tuple(
        [await store.read(lambda uow, n=n: uow.roster.get(n)) for n in expected]  # type: ignore[misc]
    )


async def test_finding_an_account_creates_nothing(store: Store) -> None:
    assert await store.read(lambda uow: uow.accounts.find("wecom", "zhang")) is None
    account = await store.run(_speaker)
    assert await store.read(lambda uow: uow.accounts.find("wecom", "zhang")) == account


async def test_a_dialog_is_kept_until_it_is_taken_away(store: Store) -> None:
    account = await store.run(_speaker)
    dialog = {"asks": "which", "choices": ["3.1", "3.10"], "value": {"actual": "91.50"}}
    until = given.NOW + given.MINUTE
    await store.run(lambda uow: uow.accounts.set_dialog(account, dialog, until))
    kept = await store.run(_speaker)
    assert (kept.dialog, kept.dialog_expires_at) == (dialog, until)
    await store.run(lambda uow: uow.accounts.set_dialog(account, None, None))
    assert await store.run(_speaker) == account


async def test_wrong_codes_are_counted_until_they_are_forgotten(store: Store) -> None:
    account = await store.run(_speaker)
    await store.run(lambda uow: uow.accounts.note_binding_failure(account, None))
    await store.run(lambda uow: uow.accounts.note_binding_failure(account, given.NOW))
    locked = await store.run(_speaker)
    assert (locked.binding_failures, locked.locked_until) == (2, given.NOW)
    await store.run(lambda uow: uow.accounts.clear_binding_failures(account))
    assert await store.run(_speaker) == account


async def test_the_campaign_and_the_misunderstandings_of_an_account_are_its_own(store: Store) -> None:
    campaign = await store.run(given.campaign)
    account = await store.run(_speaker)
    other = await store.run(partial(_speaker, userid="li"))
    await store.run(lambda uow: uow.accounts.set_current_campaign(account, campaign.id))
    await store.run(lambda uow: uow.accounts.set_misunderstandings(account, 2))
    changed = await store.run(_speaker)
    assert (changed.current_campaign_id, changed.misunderstandings) == (campaign.id, 2)
    assert await store.run(partial(_speaker, userid="li")) == other


async def test_units_of_one_sender_in_two_programs_never_work_on_an_old_state(
    store: Store, database_url: str
) -> None:
    other = await Store.open(database_url)

    def count_up(uow: UnitOfWork) -> None:
        account = _speaker(uow)
        uow.accounts.set_misunderstandings(account, account.misunderstandings + 1)

    async def climb(program: Store) -> None:
        for _ in range(50):
            await program.run(count_up)

    await asyncio.gather(climb(store), climb(other), climb(store), climb(other))
    await other.close()
    assert (await store.run(_speaker)).misunderstandings == 200
