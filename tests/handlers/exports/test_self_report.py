"""自评报告: what is known stands in it, what is not is marked, and nothing else is said."""

import pytest

from handlers.exports.scope import Scope
from handlers.exports.self_report import SelfReport, self_report
from store.database import Store
from store.records import EvidenceKind
from tests.scene import Scene

POLICE = "公安局"


@pytest.fixture
async def city(memory: Store) -> Scene:
    """Gives 平顶山 with contacts of two bureaus."""
    scene = await Scene.open(memory, "pingdingshan-2021", "2022-01-12 10:00", deadline="2022-01-17 18:00")
    await scene.person("song", "农业农村局", name="宋莉")
    await scene.person("wan", POLICE, name="万鹏")
    return scene


async def report(scene: Scene, scope: Scope) -> SelfReport:
    return await scene.store.read(
        lambda uow: self_report(uow, scene.campaign, scene.library, scope, scene.now)
    )


async def hand_in(scene: Scene, unit: str, kind: EvidenceKind, code: str, text: str) -> None:
    await scene.store.run(
        lambda uow: uow.evidence.add(
            campaign_id=scene.campaign.id,
            code=code,
            subject="平顶山市",
            unit=unit,
            contact_id=None,
            inbox_id=None,
            kind=kind,
            text=text,
            at=scene.now,
        )
    )


async def test_the_printed_form_bears_the_units_name_and_marks_what_is_to_be_written(city: Scene) -> None:
    found = await report(city, Scope(POLICE))
    assert found.title == "公安局2021年度质量工作考核自评报告"
    assert [(part.heading, part.gap) for part in found.parts] == [
        ("一、2021年质量工作情况", ""),
        ("（一）质量工作总体概况", "质量工作总体概况的文字"),
        (
            "（二）党中央、国务院和省委、省政府关于质量工作部署落实情况",
            "党中央、国务院和省委、省政府关于质量工作部署落实情况",
        ),
        ("二、工作亮点", "工作亮点"),
        ("三、工作存在的问题", "工作存在的问题"),
        ("四、下一步工作措施", "下一步工作措施"),
    ]


async def test_what_was_reported_stands_in_it_with_its_evidence(city: Scene) -> None:
    await city.say("song", "5.1 自评0.5分")
    await hand_in(city, "农业农村局", "text", "5.1", "平农〔2021〕45号 关于合格证的通知")
    overview = (await report(city, Scope("农业农村局"))).parts[1]
    (row,) = [row for row in overview.rows if row.leaf.startswith("5.1 ")]
    assert (row.full_marks, row.points, row.evidence) == ("1", "0.5", "1件：平农〔2021〕45号")
    assert "已上报1项，已交材料1件" in overview.paragraphs[0]
    assert all(row.reported == "【待填】" for row in overview.rows if not row.leaf.startswith("5.1 "))
    assert not [row for row in overview.rows if "房屋市政" in row.leaf]


@pytest.mark.parametrize("handed_in", [0, 2, 3])
async def test_the_three_bureaus_are_told_how_many_cases_are_wanting(city: Scene, handed_in: int) -> None:
    for number in range(handed_in):
        await hand_in(city, POLICE, "file", "8.3", f"典型案例{number} 打击假冒")
    annex = (await report(city, Scope(POLICE))).annex
    assert len(annex) == 3
    assert sum("【待填：案例" in line for line in annex) == 3 - handed_in


async def test_nobody_else_is_asked_for_cases_and_too_many_are_pointed_out(city: Scene) -> None:
    assert "可以没有" in (await report(city, Scope("农业农村局"))).annex[0]
    for number in range(6):
        await hand_in(city, "农业农村局", "file", "5.1", f"典型案例{number} 鲁山县")
    annex = (await report(city, Scope("农业农村局"))).annex
    assert "请删去1个" in annex[6]
    assert "重点县区成效案例不超过3个" in annex[7]


async def test_a_document_without_a_form_is_followed_in_its_own_order(county: Scene) -> None:
    await county.say("wang", "②98")
    found = await report(county, Scope())
    assert [part.heading for part in found.parts] == ["总体情况", "正表", "存在的问题", "下一步措施"]
    assert len(found.parts[1].rows) == 20
    assert "原文没有规定自评报告的格式" in found.parts[0].paragraphs[0]
    assert any("失4分" in text for text in found.parts[-2].paragraphs)
    assert found.annex == ()
