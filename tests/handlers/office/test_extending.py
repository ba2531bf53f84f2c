"""延期 whose item or reason is still missing: the question stays the extension's own."""

import pytest

from store.records import Arrangement
from tests.scene import Scene


async def extensions(scene: Scene) -> list[Arrangement]:
    rows = await scene.store.read(lambda uow: uow.arrangements.of_campaign(scene.campaign.id))
    return [row for row in rows if row.kind == "extension"]


@pytest.mark.parametrize("place", ["②", "2", "第二个"])
async def test_the_item_is_answered_by_its_place_and_what_follows_the_day_is_the_reason(
    county: Scene, place: str
) -> None:
    assert "的哪一项？" in await county.say("zhou", "城建局延期到7月3号 等市里数据")
    assert "原因：等市里数据" in await county.say("zhou", place)
    assert "已延期" in await county.say("zhou", "是")
    (row,) = await extensions(county)
    assert (row.unit, row.code, row.reason) == ("县城建局", "T17-H1", "等市里数据")


async def test_a_place_that_is_not_in_the_list_is_asked_again_and_reports_nothing(county: Scene) -> None:
    await county.say("zhou", "城建局延期到7月3号 等市里数据")
    assert "的哪一项？" in await county.say("zhou", "9")
    assert "将单独给县城建局" in await county.say("zhou", "②")
    await county.say("zhou", "取消")
    assert await extensions(county) == []
    assert await county.submissions() == ()


async def test_a_missing_reason_is_asked_for_and_a_number_is_none(county: Scene) -> None:
    assert "要写原因" in await county.say("zhou", "城建局② 延到7月3日")
    assert "要写原因" in await county.say("zhou", "1")
    assert "原因：材料在审" in await county.say("zhou", "原因 材料在审")
    await county.say("zhou", "是")
    assert [row.reason for row in await extensions(county)] == ["材料在审"]


async def test_an_hour_behind_the_day_is_no_reason(county: Scene) -> None:
    assert "要写原因" in await county.say("zhou", "城建局② 延到7月3日 12:00")
