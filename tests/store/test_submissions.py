"""What was reported: the last act on each leaf, every act before it, and no way to change one."""

import asyncio
from decimal import Decimal
from functools import partial

import pytest

from store.database import Store
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.store import given

Leaf = tuple[str, str, str | None]


async def _campaign_id(store: Store) -> int:
    return (await store.run(given.campaign)).id


def _current(
    uow: UnitOfWork, campaign_id: int, subject: str | None = None, codes: tuple[str, ...] | None = None
) -> list[Leaf]:
    found = uow.submissions.current(campaign_id, subject, codes)
    return [(row.subject, row.code, None if row.inputs is None else row.inputs["actual"]) for row in found]


async def test_the_current_state_is_the_last_act_on_each_leaf_of_each_subject(store: Store) -> None:
    campaign_id = await _campaign_id(store)

    def act(uow: UnitOfWork) -> None:
        given.report(uow, campaign_id, "3.1", "甲县", "1")
        given.report(uow, campaign_id, "3.10", "甲县", "2")
        given.report(uow, campaign_id, "3.1", "乙县", "3")
        given.report(uow, campaign_id, "3.1", "甲县", "4")
        given.report(uow, campaign_id, "3.10", "甲县", None)

    await store.run(act)
    first, second, withdrawn = ("乙县", "3.1", "3"), ("甲县", "3.1", "4"), ("甲县", "3.10", None)
    assert sorted(await store.read(partial(_current, campaign_id=campaign_id)), key=str) == sorted(
        [first, second, withdrawn], key=str
    )
    of = partial(_current, campaign_id=campaign_id)
    assert await store.read(partial(of, subject="甲县")) == [second, withdrawn]
    assert await store.read(partial(of, subject="甲县", codes=("3.10",))) == [withdrawn]
    assert await store.read(partial(of, subject="甲县", codes=("3.1", "3.10"))) == [second, withdrawn]
    assert {row[0] for row in await store.read(partial(of, codes=("3.1",)))} == {"甲县", "乙县"}
    assert await store.read(partial(of, subject="甲县", codes=())) == []
    assert await store.read(partial(of, subject="甲县", codes=("9",))) == []


async def test_campaigns_are_kept_apart(store: Store) -> None:
    one = await _campaign_id(store)
    other = (await store.run(partial(given.campaign, name="另一个"))).id
    await store.run(lambda uow: given.report(uow, one))
    assert await store.read(partial(_current, campaign_id=other)) == []
    assert len(await store.read(lambda uow: uow.submissions.all())) == 1
    assert await store.read(lambda uow: uow.submissions.all(other)) == ()


async def test_the_history_has_every_act_in_order_with_who_and_which_message(store: Store) -> None:
    campaign_id = await _campaign_id(store)

    def act(uow: UnitOfWork) -> None:
        contact_id = given.contact(uow, campaign_id)
        entry = given.message(uow, "m1")
        given.report(uow, campaign_id)
        uow.submissions.add(
            campaign_id=campaign_id,
            code="19.2",
            subject="甲县",
            act="amend",
            given={"actual": "92"},
            inputs={"actual": "92"},
            unit="城建局",
            contact_id=contact_id,
            inbox_id=entry.id,
            at=given.NOW,
            late=True,
            note="晚报",
        )

    await store.run(act)
    first, second = await store.read(lambda uow: uow.submissions.history(campaign_id, "19.2", "甲县"))
    assert (first.act, first.revision, first.contact_name, first.message_key) == ("report", 1, None, None)
    assert (second.act, second.revision, second.contact_name, second.message_key) == ("amend", 2, "张", "m1")
    assert (second.late, second.note, second.at) == (True, "晚报", given.NOW)
    assert second.contact_id is not None
    last = await store.read(lambda uow: uow.submissions.last_of(campaign_id, second.contact_id or 0))
    assert last == second
    assert await store.read(lambda uow: uow.submissions.last_of(campaign_id, second.id + 99)) is None
    own = await store.read(lambda uow: uow.submissions.of_contact(campaign_id, second.contact_id or 0))
    assert own == (second,)


async def test_a_value_comes_back_with_every_digit_that_was_given(store: Store, database_url: str) -> None:
    campaign_id = await _campaign_id(store)
    value = "0.1000000000000000055511151231257827021181583404541015625"
    await store.run(lambda uow: given.report(uow, campaign_id, actual=value))
    (row,) = await store.read(lambda uow: uow.submissions.all())
    assert row.inputs == {"actual": value}
    assert value in str(raw_sql.run(database_url, "SELECT inputs FROM submission"))


async def test_a_decimal_is_kept_as_its_digits_and_a_float_is_refused(store: Store) -> None:
    campaign_id = await _campaign_id(store)

    def report(uow: UnitOfWork, value: object) -> int:
        return uow.submissions.add(
            campaign_id=campaign_id,
            code="1",
            subject="甲县",
            act="report",
            given={"values": [value]},
            inputs={},
            unit="",
            contact_id=None,
            inbox_id=None,
            at=given.NOW,
            late=False,
        )

    await store.run(partial(report, value=Decimal("91.50")))
    with pytest.raises(Exception, match="float"):
        await store.run(partial(report, value=91.5))
    assert [row.given for row in await store.read(lambda uow: uow.submissions.all())] == [
        {"values": ["91.50"]}
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE submission SET inputs = '{}'",
        "UPDATE submission SET note = 'x' WHERE id = 1",
        "DELETE FROM submission",
        "DELETE FROM submission WHERE id = 1",
    ],
)
async def test_a_submission_cannot_be_changed_or_deleted(
    store: Store, database_url: str, statement: str
) -> None:
    campaign_id = await _campaign_id(store)
    await store.run(lambda uow: given.report(uow, campaign_id))
    before = await store.read(lambda uow: uow.submissions.all())
    with pytest.raises(Exception, match="submission is append-only"):
        raw_sql.run(database_url, statement)
    assert await store.read(lambda uow: uow.submissions.all()) == before


async def test_the_submissions_of_postgresql_cannot_be_truncated(postgres_url: str) -> None:
    with pytest.raises(Exception, match="submission is append-only"):
        raw_sql.run(postgres_url, "TRUNCATE submission CASCADE")


async def test_a_submission_of_sqlite_cannot_be_replaced(sqlite_url: str) -> None:
    store = await Store.open(sqlite_url)
    campaign_id = await _campaign_id(store)
    await store.run(lambda uow: given.report(uow, campaign_id))
    before = await store.read(lambda uow: uow.submissions.all())
    columns = "campaign_id, code, subject, revision, act, given, unit, at, late, note"
    for identity in ("id", "99"):
        copy = (
            f"INSERT OR REPLACE INTO submission (id, {columns}) SELECT {identity}, {columns} FROM submission"
        )
        with pytest.raises(Exception, match="append-only"):
            raw_sql.run(sqlite_url, copy)
    assert await store.read(lambda uow: uow.submissions.all()) == before
    await store.close()


async def test_amendments_by_two_programs_at_once_never_lose_one_of_them(
    store: Store, database_url: str
) -> None:
    campaign_id = await _campaign_id(store)
    other = await Store.open(database_url)

    def amend(uow: UnitOfWork, name: str) -> None:
        before = uow.submissions.current(campaign_id, "甲县", ["19.2"])
        inputs = {**((before[0].inputs or {}) if before else {}), name: "1"}
        uow.submissions.add(
            campaign_id=campaign_id,
            code="19.2",
            subject="甲县",
            act="amend" if before else "report",
            given={name: "1"},
            inputs=inputs,
            unit=name,
            contact_id=None,
            inbox_id=None,
            at=given.NOW,
            late=False,
        )

    for turn in range(5):
        pair = [store.run(partial(amend, name=f"a{turn}")), other.run(partial(amend, name=f"b{turn}"))]
        await asyncio.gather(*pair)
    await other.close()
    (last,) = await store.read(lambda uow: uow.submissions.current(campaign_id))
    assert last.revision == 10
    assert last.inputs == {f"{unit}{turn}": "1" for turn in range(5) for unit in "ab"}
