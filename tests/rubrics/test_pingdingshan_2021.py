"""平顶山 2021: marks that add up, deductions off the first domain, what is handed in, nobody's name."""

import re
from collections.abc import Mapping
from decimal import Decimal

import pytest

from rubrics import folder_of, load
from scoring.decimals import ZERO, plain
from scoring.engine import score_leaf, score_sheet
from scoring.sheet import ScoreSheet

CITY = load("pingdingshan-2021")
INCIDENTS = ("2.1", "2.2", "2.3", "2.4", "2.5")
ASSESSED = tuple(item for item in CITY.criteria if item.full_marks is not None)


def sheet(share: str = "full", **events: int) -> ScoreSheet:
    """Every line at its full mark (or 0); `e21=2` makes two events of 2.1."""
    facts: dict[str, Mapping[str, object]] = {
        item.code: {"assessed_points": plain(item.full_marks or ZERO) if share == "full" else "0"}
        for item in ASSESSED
    }
    facts |= {code: {"event_count": events.get(f"e{code.replace('.', '')}", 0)} for code in INCIDENTS}
    return score_sheet(CITY, facts | {"V1": {"event_status": "none"}})


def test_63_lines_make_the_five_domains_and_100() -> None:
    assert len(ASSESSED) == 63
    printed = {section.name: (section.printed, section.rows) for section in CITY.sections}
    assert all(marks == rows for marks, rows in printed.values())
    found = sheet()
    assert (found.points, found.full, found.missing) == (Decimal(100), Decimal(100), ())
    assert {name: plain(points) for name, points in found.sections.items()} == {
        "一": "30",
        "二": "14",
        "三": "29.5",
        "四": "16",
        "五": "10.5",
    }


def test_events_take_at_most_6_off_the_first_domain() -> None:
    found = sheet(e21=9, e22=1, e23=1, e24=1, e25=1)
    assert (found.points, found.sections["一"]) == (Decimal(94), Decimal(24))
    assert sum(CITY.criterion(code).max_deduction for code in INCIDENTS) == 6


def test_the_first_domain_does_not_go_below_0() -> None:
    found = sheet("none", e21=2, e25=1)
    assert (found.points, found.sections["一"]) == (Decimal(0), Decimal(0))


def test_an_unreported_event_line_is_missing_and_takes_nothing_off() -> None:
    facts = {item.code: {"assessed_points": plain(item.full_marks or ZERO)} for item in ASSESSED}
    found = score_sheet(CITY, facts)
    assert (found.points, found.missing) == (Decimal(100), (*INCIDENTS, "V1"))
    assert found.pending


def test_106_focus_items_are_asked_for_and_never_change_the_points() -> None:
    assert sum(len(item.focus_items) for item in CITY.criteria) == 106
    for criterion in ASSESSED:
        names = [f"focus_{number}" for number, _ in enumerate(criterion.focus_items, 1)]
        bare = score_leaf(CITY, criterion.code, {"assessed_points": "0.1"})
        full = score_leaf(CITY, criterion.code, {"assessed_points": "0.1"} | dict.fromkeys(names, True))
        assert full.error is None
        assert full.points == bare.points == Decimal("0.1")


def test_a_focus_item_is_worded_as_evidence() -> None:
    criterion = CITY.criterion("8.3")
    item = criterion.input("focus_2")
    assert item.label == "有印证材料：成功侦破重大刑事典型案件情况"
    assert (item.optional, item.affects_points, item.source) == (True, False, "contact")


def test_the_province_scores_and_the_city_office_enters() -> None:
    item = CITY.criterion("1.1").input("assessed_points")
    assert item.by == ("省政府各单位", "省质量强省战略工作领导小组办公室")
    assert item.entered_by == ("市质量强市工作领导小组办公室",)


def test_the_schedule_falls_on_half_days() -> None:
    due = {duty.id: duty.due for duty in CITY.schedule}
    assert due["contacts"] == "2022-01-10T12:00:00+08:00"
    assert due["self_report"] == due["evidence"] == "2022-01-17T18:00:00+08:00"
    assert due["county_contacts"] is due["consolidate"] is None
    assert {item.due for item in CITY.criteria if item.code != "V1"} == {"2022-01-17"}


def test_materials_are_data() -> None:
    materials = CITY.materials
    assert list(materials.evidence_kinds) == ["文件", "文稿", "图片", "信息", "宣传资料"]
    assert materials.evidence_kinds["图片"] == ("要有文字说明",)
    assert materials.contact_fields == ("姓名", "性别", "单位", "职务", "电话、传真", "手机", "邮箱")
    cases = materials.example_cases
    assert cases is not None
    assert (cases.most, cases.most_of_counties) == (5, 3)
    assert dict(cases.required) == {"公安局": 3, "住房和城乡建设局": 3, "文化广电和旅游局": 3}
    units = {unit for item in CITY.criteria for unit in item.named_units}
    assert set(cases.required) <= units
    assert len(units) == 13
    assert set(CITY.unit_aliases.values()) <= units


def test_a_document_may_print_nothing_about_materials() -> None:
    assert load("rugao-2018").materials.example_cases is None


@pytest.mark.parametrize("name", ["rubric.toml", "source.txt", "cases.toml"])
def test_nobodys_name_number_or_mailbox_is_kept(name: str) -> None:
    text = (folder_of("pingdingshan-2021") / name).read_text("utf-8")
    assert re.findall(r"[\w.]+@\w+\.\w+|\b1\d{10}\b|\b\d{7,8}\b", text) == []
    assert re.findall(r"联\s*系\s*人：(?!（略）).*", text) == []


def test_the_form_of_the_self_assessment_is_the_printed_one() -> None:
    form = CITY.materials.report_form
    assert form is not None
    source = "".join((folder_of("pingdingshan-2021") / "source.txt").read_text("utf-8").split())
    printed = [form.title, *(heading.text for heading in form.headings), form.annex]
    places = [source.rindex("".join(text.split())) for text in printed]
    assert places == sorted(places)
    assert [heading.level for heading in form.headings] == [1, 2, 2, 1, 1, 1]
