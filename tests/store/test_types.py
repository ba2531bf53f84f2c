"""How values are stored: times as moments, JSON without floats."""

import enum
from collections import OrderedDict
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest

from store.database import Store
from store.records import Campaign
from store.types import canonical_json, exact_json
from tests import raw_sql
from tests.store import given


async def _with_deadline(store: Store, deadline: datetime) -> Campaign:
    opened = await store.run(partial(given.campaign, deadline=deadline))
    campaign = await store.read(lambda uow: uow.campaigns.get(opened.id))
    assert campaign is not None
    return campaign


@pytest.mark.parametrize(
    "zone",
    [ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York"), timezone(timedelta(hours=-11, minutes=-30))],
    ids=str,
)
async def test_a_time_of_any_zone_comes_back_as_the_same_moment_in_utc(
    store: Store, zone: timezone | ZoneInfo
) -> None:
    deadline = datetime(2015, 1, 1, 0, 30, 0, 123456, tzinfo=zone)
    kept = (await _with_deadline(store, deadline)).deadline
    assert kept == deadline
    assert kept is not None
    assert kept.utcoffset() == timedelta(0)


async def test_times_of_different_zones_are_compared_as_moments(store: Store, database_url: str) -> None:
    china = timezone(timedelta(hours=8))
    await store.run(lambda uow: given.push(uow, "a", datetime(2015, 6, 24, 9, 30, tzinfo=china)))
    claimed = await store.run(lambda uow: uow.outbox.claim("wecom", given.NOW, "one", 60, 10))
    assert [row.key for row in claimed] == ["a"]
    if database_url.startswith("sqlite"):
        assert raw_sql.run(database_url, "SELECT not_before FROM outbox") == [("2015-06-24 01:30:00.000000",)]


async def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    naive = given.NOW.replace(tzinfo=None)
    with pytest.raises(ValueError, match="zone"):
        await _with_deadline(store, naive)
    assert await store.read(lambda uow: uow.campaigns.list()) == ()


def test_json_keeps_the_order_and_the_digits() -> None:
    value = OrderedDict(
        b=Decimal("1.50"), a=[1, True, None, "质量"], c=MappingProxyType({"x": Decimal("1E+3")})
    )
    assert exact_json(value) == '{"b":"1.50","a":[1,true,null,"质量"],"c":{"x":"1E+3"}}'
    assert canonical_json({"b": 1, "a": 2}) == canonical_json({"a": 2, "b": 1}) == '{"a":2,"b":1}'


class _Level(enum.Enum):
    FULL = "full"


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        {"a": [{"b": 0.1}]},
        (1.0,),
        float("nan"),
        {1, 2},
        b"bytes",
        given.NOW,
        _Level.FULL,
        {"a": frozenset()},
    ],
    ids=repr,
)
@pytest.mark.parametrize("write", [exact_json, canonical_json])
def test_what_json_would_change_is_refused(value: object, write: object) -> None:
    assert callable(write)
    with pytest.raises(TypeError):
        write(value)
