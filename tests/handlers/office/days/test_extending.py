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


@pytest.mark.parametrize("text", ["取消城建局②的延期", "城建局的延期取消吧", "取消延期"])
async def test_an_extension_is_taken_back_after_a_yes_and_its_unit_told(county: Scene, text: str) -> None:
    await county.say("zhou", "城建局② 延到7月3日 原因材料在审")
    await county.say("zhou", "是")
    assert "将取消延期：县城建局 T17-H1" in await county.say("zhou", text)
    assert "已取消" in await county.say("zhou", "是")
    assert [bool(row.value) for row in await extensions(county)] == [True, False]
    assert "延期取消" in [row.text for row in await county.outbox() if row.recipient == "wang"][-1]
    assert "没有这样的延期" in await county.say("zhou", text)


async def test_an_extension_of_another_unit_is_left_alone(county: Scene) -> None:
    await county.say("zhou", "城建局② 延到7月3日 原因材料在审")
    await county.say("zhou", "是")
    assert "没有这样的延期" in await county.say("zhou", "取消旅游局的延期")
    await county.say("zhou", "是")
    assert len(await extensions(county)) == 1


async def test_all_units_mean_the_deadline_itself(county: Scene) -> None:
    assert "节点截止" in await county.say("zhou", "所有单位延期到7月3号 原因省局延期")
    await county.say("zhou", "取消")
    assert await extensions(county) == []


async def test_what_stands_before_a_new_deadline_is_its_reason(county: Scene) -> None:
    assert "原因：省里说数据七月才出来" in await county.say("zhou", "省里说数据七月才出来 截止改成7月8号吧")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("旅游局全部项延到7月5号 人手不够", {"T10-H1", "T20-H1"}),
        ("旅游局想缓两天，人手不够，都延", {"T10-H1", "T20-H1"}),
        ("给旅游局的旅游市场安全监测宽限到7月2号 人手不够", {"T20-H1"}),
    ],
)
async def test_one_item_or_all_of_a_unit_get_more_time_with_the_reason_that_was_said(
    county: Scene, text: str, codes: set[str]
) -> None:
    assert "人手不够" in await county.say("zhou", text)
    await county.say("zhou", "是")
    found = await extensions(county)
    assert {row.code for row in found} == codes
    assert {(row.unit, row.reason) for row in found} == {("县旅游局", "人手不够")}


async def test_all_is_an_answer_to_which_item_and_the_next_words_are_the_reason(county: Scene) -> None:
    await county.say("zhou", "旅游局缓到7月2号")
    assert "要写原因" in await county.say("zhou", "全部")
    assert "延期：6月30日18:00→7月2日18:00" in await county.say("zhou", "章还没盖")
    assert "7月3日18:00" in await county.say("zhou", "多给一天")
    await county.say("zhou", "是")
    assert {row.value["due"][:10] for row in await extensions(county)} == {"2015-07-03"}
    assert "T10-H1" in await county.say("zhou", "旅游局的延期不算了 收回")
    await county.say("zhou", "是")
    assert [bool(row.value) for row in await extensions(county)] == [True, True, False, False]


@pytest.mark.parametrize("text", ["①", "1", "第一项"])
async def test_a_place_while_a_yes_is_waited_for_is_no_report(county: Scene, text: str) -> None:
    await county.say("zhou", "城建局② 延到7月3日 原因材料在审")
    assert "回“是”办理" in await county.say("zhou", text)
    assert await county.submissions() == ()
