"""Overlays: read from files, taken whole or refused whole, and what they make of a document."""

import json
import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics import load
from rubrics.errors import RubricError
from rubrics.line_prices import KINDS
from rubrics.overlays import OverlayDocument, parse_overlay, read_overlay
from scoring.decimals import plain
from scoring.engine import score_leaf, score_sheet
from scoring.errors import ScoringError
from scoring.explanation import explain_sheet
from scoring.model import Rubric
from scoring.sheet import Line
from tests.rubrics.overlay import GOALS, MEASURES, SIGNATURE, overlay, weights

ZIYANG = load("ziyang-2016")


def applied(**changed: object) -> Rubric:
    return parse_overlay(overlay(**changed)).applied_to(ZIYANG)


def refused(rubric: Rubric = ZIYANG, **changed: object) -> str:
    with pytest.raises(ScoringError) as error:
        parse_overlay(overlay(**changed)).applied_to(rubric)
    assert error.value.code == "overlay_invalid"
    assert "\n" not in error.value.message
    return error.value.message


def scored(rubric: Rubric, code: str, **values: object) -> Line:
    line = score_leaf(rubric, code, values)
    assert line.error is None, line.error
    return line


def points(line: Line) -> str:
    assert line.points is not None
    return plain(line.points)


# Files


def test_toml_and_json_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(overlay(**SIGNATURE, targets={"1.1": "98.5"})), "utf-8")
    lines = ['id = "made-up"', 'default_kind = "assessed"', *(f'{k} = "{v}"' for k, v in SIGNATURE.items())]
    lines[-1] = "date = 2016-03-01"
    lines += ["[weights]", *(f'"{code}" = {mark}' for code, mark in {**GOALS, **MEASURES}.items())]
    lines += ["[kinds]", *(f'"{code}" = "proportional"' for code in ("1.1", "1.2", "1.3", "2.1", "3.1"))]
    lines += ["[targets]", '"1.1" = 98.5', "[social]", 'mode = "reference"']
    (tmp_path / "b.toml").write_text("\n".join(lines), "utf-8")
    one, other = read_overlay(tmp_path / "a.json"), read_overlay(tmp_path / "b.toml")
    assert one.id == other.id == "made-up"
    assert one.unsigned == other.unsigned == ()
    for found in (one, other):
        assert points(score_leaf(found.applied_to(ZIYANG), "1.1", {"actual_percent": "97"})) == "7.88"


def test_what_is_read_can_be_stored_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(
        'id = "a"\ndate = 2016-03-01\nweights = { "1.1" = 7.50 }\nunits = { "1.1" = ["局"] }', "utf-8"
    )
    found = read_overlay(file)
    assert found.data == {
        "id": "a",
        "date": "2016-03-01",
        "weights": {"1.1": "7.5"},
        "units": {"1.1": ["局"]},
    }
    again = parse_overlay(json.loads(json.dumps(found.data)))
    assert (again.id, again.digest) == (found.id, found.digest)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.toml", "id = ", "a.toml 有1处问题"),
        ("a.json", "{", "a.json 有1处问题"),
        ("a.json", "[" * 100_000, "a.json 有1处问题"),
        ("a.json", "[]", "补充方案应为一张表，并有自己的“id”"),
        ("a.toml", 'name = "x"', "补充方案应为一张表，并有自己的“id”"),
    ],
)
def test_a_file_that_is_no_overlay_is_refused(tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(RubricError, match=said):
        read_overlay(tmp_path / name)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"none\.toml"):
        read_overlay(tmp_path / "none.toml")


# Validity


def test_a_whole_overlay_is_taken() -> None:
    rubric = applied()
    assert not rubric.unpriced
    assert [(section.name, section.rows) for section in rubric.sections] == [
        ("goals", Decimal(40)),
        ("measures", Decimal(60)),
    ]
    assert rubric.version.startswith(f"{ZIYANG.version}+made-up@")
    assert rubric.criterion("1.1").reading == (
        "补充方案“made-up”定分值8分，按比例给分（实现值÷目标值×分值，达到目标值得满分，四舍五入到0.01）；得分在0至8分之间。"
    )


def test_a_weight_of_0_is_taken_where_the_sum_holds() -> None:
    rubric = applied(weights=weights(w51="7", w52="0"))
    assert points(scored(rubric, "5.2", assessed_points="0")) == "0"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"w11": "7.99"}, "质量目标各项分值合计39.99分，应恰为40分"),
        ({"w63": "2"}, "质量措施各项分值合计59分，应恰为60分"),
        ({"w11": "9", "w63": "2"}, "质量措施各项分值合计59分，应恰为60分"),
        ({"w11": None}, "补充方案.weights：缺“1.1”"),
        ({"w99": "0"}, "补充方案.weights：不认识“9.9”"),
        ({"w81": "0"}, "补充方案.weights：不认识“8.1”"),
        ({"w11": "-1", "w12": "17"}, "“1.1”不能小于0"),
        ({"w11": "8.001", "w12": "7.999"}, "“1.1”最多两位小数"),
        ({"w11": "八"}, "“1.1”应为数字"),
        ({"w11": 8.0}, "“1.1”应为数字"),
        ({"w11": True}, "“1.1”应为数字"),
    ],
)
def test_weights_are_complete_known_and_exact(changed: dict[str, Any], said: str) -> None:
    assert said in refused(weights=weights(**changed))


def test_a_veto_has_no_weight() -> None:
    assert "否决项没有分值" in refused(weights={**weights(), "V1": "0"})


def test_a_document_without_a_veto_is_priced_alike() -> None:
    lines = tuple(item for item in ZIYANG.criteria if item.code != "V1")
    bare = replace(ZIYANG, criteria=lines, veto=None)
    assert not parse_overlay(overlay()).applied_to(bare).unpriced
    assert "不认识“V1”" in refused(bare, weights={**weights(), "V1": "0"})


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kinds": {"1.1": "magic"}}, "“1.1”的评分方式应为以下之一：assessed、checklist、levels"),
        ({"kinds": {"9.9": "assessed"}}, "补充方案.kinds：不认识“9.9”"),
        ({"kinds": {"1.1": 5}}, "“1.1”应为文字"),
        ({"default_kind": "magic"}, "“default_kind”的评分方式应为以下之一"),
        ({"kinds": {"4.1": "proportional"}}, "没有实现值和目标值，不能用“proportional”"),
        ({"kinds": {"1.1": "ratio_bands"}}, "补充方案.params.1.1：缺“bands”：这种评分方式要有自己的数"),
        ({"kinds": {"1.1": "shortfall_bands"}}, "缺“bands”"),
        ({"kinds": {"4.1": "levels"}}, "缺“levels”"),
        ({"kinds": {"4.1": "checklist"}}, "缺“items”"),
        ({"params": {"1.1": {"bands": []}}}, "补充方案.params.1.1：不认识“bands”"),
        ({"params": {"9.9": {}}}, "补充方案.params：不认识“9.9”"),
        ({"params": {"8.1": {}}}, "补充方案.params：不认识“8.1”"),
        ({"weights": 5}, "补充方案.weights：应为表"),
        ({"surprise": 1}, "补充方案：不认识“surprise”"),
        ({"base": "rugao-2018"}, "是 rugao-2018 的补充方案，不是 ziyang-2016 的"),
        ({"date": "三月"}, "“date”应为日期，如 2016-12-31"),
        ({"date": 2016}, "“date”应为文字"),
        ({"issuer": 1}, "“issuer”应为文字"),
        ({"blocks": {"goals": "40"}}, "才另定“blocks”"),
    ],
)
def test_what_does_not_fit_is_refused(changed: dict[str, Any], said: str) -> None:
    assert said in refused(**changed)


def test_every_error_is_told_at_once() -> None:
    message = refused(weights=weights(w11="-1", w99="1"), kinds={"1.2": "magic"}, date="x", surprise=1)
    for said in (
        "不能小于0",
        "不认识“9.9”",
        "“1.2”的评分方式",
        "“date”应为日期",
        "不认识“surprise”",
        "应恰为40分",
    ):
        assert said in message


def test_points_of_a_kind_reach_the_weight_exactly() -> None:
    bands = {"bands": [{"at_least": "100", "points": "9"}]}
    said = refused(kinds={"1.1": "ratio_bands"}, params={"1.1": bands})
    assert "最多可得9分，与分值8分不符" in said


@pytest.mark.parametrize("data", [None, 5, "made-up", [], {}, {"id": ""}, {"id": 5}])
def test_an_overlay_is_a_table_with_an_id(data: object) -> None:
    with pytest.raises(ScoringError, match="id"):
        parse_overlay(data)


def test_a_document_that_prints_its_marks_takes_no_others() -> None:
    message = refused(load("rugao-2018"))
    assert "原文已印分值和评分标准，不能另定“weights”" in message
    assert "不认识" not in message


# Kinds


def test_a_proportion_is_rounded_once_and_capped() -> None:
    rubric = applied()
    values = {"actual_percent": "95", "target_percent": "96"}
    assert points(scored(rubric, "1.2", **values)) == "7.92"
    assert points(scored(rubric, "1.2", **{**values, "actual_percent": "99"})) == "8"
    assert points(scored(rubric, "1.2", **{**values, "actual_percent": "0"})) == "0"


def test_assessed_points_stay_within_the_weight() -> None:
    rubric = applied()
    assert points(scored(rubric, "4.1", assessed_points="4")) == "4"
    for entered, code in (("4.01", "out_of_range"), ("-0.01", "out_of_range"), ("1.005", "out_of_range")):
        line = score_leaf(rubric, "4.1", {"assessed_points": entered})
        assert line.error is not None
        assert line.error.code == code
    assert scored(rubric, "E.1", assessed_points="5", facts_text="优良").points == 5


def test_a_line_with_numbers_may_be_left_to_the_assessor() -> None:
    rubric = applied(kinds={})
    assert points(scored(rubric, "1.1", assessed_points="6.5", actual_percent="97")) == "6.5"
    assert (
        rubric.criterion("1.1").input("assessed_points").label == "主要农产品质量安全监测合格率：考核组评分"
    )


RATIO = {"bands": [{"at_least": "100", "points": "8"}, {"at_least": 90, "points": "5.5"}], "otherwise": "1"}


@pytest.mark.parametrize(("actual", "expected"), [("90", "8"), ("81", "5.5"), ("80.99", "1")])
def test_a_ratio_falls_into_bands(actual: str, expected: str) -> None:
    rubric = applied(kinds={"1.1": "ratio_bands"}, params={"1.1": RATIO})
    assert points(scored(rubric, "1.1", actual_percent=actual, target_percent="90")) == expected


SHORT = {"bands": [{"within": "1", "deduct": "1"}, {"within": "5", "deduct": "4"}]}


@pytest.mark.parametrize(("actual", "expected"), [("90", "8"), ("89", "7"), ("85", "4"), ("84.99", "0")])
def test_a_shortfall_falls_into_bands(actual: str, expected: str) -> None:
    rubric = applied(kinds={"1.1": "shortfall_bands"}, params={"1.1": SHORT})
    assert points(scored(rubric, "1.1", actual_percent=actual, target_percent="90")) == expected


def test_an_overlay_leaves_no_range_open() -> None:
    bands = {"bands": [{"within": "1", "deduct": "1", "up_to": "2"}]}
    assert "扣分须是定数" in refused(kinds={"1.1": "shortfall_bands"}, params={"1.1": bands})


LEVELS = {
    "levels": [{"value": "good", "label": "好", "points": "4"}, {"value": "none", "label": "无", "points": 0}]
}


def test_levels_are_chosen_and_may_be_overruled() -> None:
    rubric = applied(kinds={"4.1": "levels"}, params={"4.1": LEVELS})
    assert points(scored(rubric, "4.1", level="good")) == "4"
    assert points(scored(rubric, "4.1", level="good", assessed_points="3.25")) == "3.25"


def test_a_checklist_adds_its_items() -> None:
    items = {"items": [{"label": "开会", "points": "1"}, {"label": "建机构", "points": "3"}]}
    rubric = applied(kinds={"4.1": "checklist"}, params={"4.1": items})
    assert points(scored(rubric, "4.1", item_1=True, item_2=False)) == "1"
    assert [item.label for item in rubric.criterion("4.1").inputs] == [
        "开会",
        "建机构",
        "质量发展规划制定与实施：考核组评分",
    ]


def test_a_kind_without_listed_assessor_points_takes_none() -> None:
    rubric = applied(kinds={"1.1": "ratio_bands"}, params={"1.1": RATIO})
    assert "assessed_points" not in rubric.criterion("1.1").input_by_name
    items = {"items": [{"label": "开会", "points": "8"}]}
    assert "assessed_points" not in (
        applied(kinds={"1.1": "checklist"}, params={"1.1": items}).criterion("1.1").input_by_name
    )


@given(
    st.decimals(0, 100, places=2),
    st.decimals(0, 100, places=2),
    st.decimals("0.01", 100, places=2),
    st.sampled_from(["proportional", "ratio_bands", "shortfall_bands"]),
)
def test_more_is_never_worse_and_never_beyond_the_weight(
    one: Decimal, other: Decimal, target: Decimal, kind: str
) -> None:
    params = {"ratio_bands": {"1.1": RATIO}, "shortfall_bands": {"1.1": SHORT}}.get(kind, {})
    rubric = applied(kinds={"1.1": kind}, params=params)
    low, high = (
        scored(rubric, "1.1", actual_percent=f"{rate:f}", target_percent=f"{target:f}").points
        for rate in sorted((one, other))
    )
    assert low is not None
    assert high is not None
    assert 0 <= low <= high <= 8


# Targets, units, deadlines


def test_a_target_of_the_overlay_stands_in_and_an_approved_filing_wins() -> None:
    rubric = applied(targets={"1.1": "98"})
    assert points(scored(rubric, "1.1", actual_percent="49")) == "4"
    assert points(scored(rubric, "1.1", actual_percent="49", target_percent="49")) == "8"


def test_each_subject_has_its_own_target() -> None:
    written = parse_overlay(overlay(targets={"1.1": {"雁江区": "98", "安岳县": "49"}}))
    for subject, expected in (("雁江区", "4"), ("安岳县", "8")):
        line = score_leaf(ZIYANG, "1.1", {"actual_percent": "49"}, subject=subject, overlay=written)
        assert points(line) == expected
    for other in (None, "乐至县"):
        line = score_leaf(ZIYANG, "1.1", {"actual_percent": "49"}, subject=other, overlay=written)
        assert line.state == "missing"


def test_what_is_applied_is_kept_and_not_once_for_every_name() -> None:
    written = parse_overlay(overlay(targets={"1.1": {"雁江区": "98"}}))
    assert written.applied_to(ZIYANG, "雁江区") is written.applied_to(ZIYANG, "雁江区")
    assert written.applied_to(ZIYANG, "谁") is written.applied_to(ZIYANG)


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ({"1.1": "0"}, "“1.1”：“备案目标值（%）”应大于0"),
        ({"1.1": "101"}, "不能大于100"),
        ({"1.1": {"雁江区": "-1"}}, "“雁江区”：“备案目标值（%）”应大于0"),
        ({"1.1": "多"}, "“1.1”应为数字"),
        ({"4.1": "5"}, "考核要点4.1没有由办公室定的数"),
        ({"9.9": "5"}, "补充方案.targets：不认识“9.9”"),
    ],
)
def test_targets_fit_their_input(targets: dict[str, Any], said: str) -> None:
    assert said in refused(targets=targets)


def test_units_and_deadlines_are_set() -> None:
    rubric = applied(
        units={"1.1": ["市农业局", "市质监局"]}, deadlines={"1.1": "2016-12-10", "self_report": "2016-12-20"}
    )
    line = rubric.criterion("1.1")
    assert (line.named_units, line.reporter, line.reported_by) == (
        ("市农业局", "市质监局"),
        "市农业局",
        "unit",
    )
    assert (line.due, line.deadline) == ("2016-12-10", "2016-12-10")
    assert rubric.criterion("1.2").reported_by == "subject"
    assert {duty.id: duty.due for duty in rubric.schedule} == {
        "targets": None,
        "self_report": "2016-12-20",
        "rectification": None,
    }
    assert "“1.1”应为日期" in refused(deadlines={"1.1": "年底"})
    assert "补充方案.units：不认识“9.9”" in refused(units={"9.9": ["局"]})


def test_any_document_takes_targets_and_deadlines() -> None:
    rugao = load("rugao-2018")
    written = parse_overlay({"id": "如皋", "targets": {"27.2": 4}, "deadlines": {"27.2": "2018-12-10"}})
    criterion = written.applied_to(rugao).criterion("27.2")
    assert (criterion.input("target").default, criterion.due) == (Decimal(4), "2018-12-10")
    ezhou = parse_overlay({"id": "鄂州", "targets": {"1.2": "96.5"}}).applied_to(load("ezhou-2013"))
    assert points(scored(ezhou, "1.2", actual_percent="96.5")) == "5"


# 社会评价

BONUS = {"mode": "bonus", "weight": "3", "kind": "proportional", "target": "90"}
BLOCKS = {"goals": "38", "measures": "57"}
SMALLER = weights(w11="6", w41="1")
INSIDE = {"mode": "inside", "weight": "5", "kind": "proportional", "target": "90"}


def full_facts(rubric: Rubric) -> dict[str, dict[str, object]]:
    facts: dict[str, dict[str, object]] = {}
    for item in rubric.criteria:
        if "actual_percent" in item.input_by_name:
            facts[item.code] = {"actual_percent": "96", "target_percent": "96"}
        elif item.code == "V1":
            facts["V1"] = {"event_status": "none"}
        elif item.code == "8.1":
            facts["8.1"] = {"satisfaction_percent": "45"}
        else:
            facts[item.code] = {"assessed_points": plain(item.full_marks or Decimal(0))}
    return facts


def test_a_reference_stays_beside_the_total() -> None:
    sheet = score_sheet(applied(), full_facts(applied()))
    assert (sheet.points, sheet.bonus, sheet.grade) == (Decimal(100), None, "a")
    assert sheet.references == {"8.1": Decimal(45)}
    assert score_sheet(applied(social=None), {}).missing[-1] == "8.1"


def test_a_bonus_comes_on_top_and_the_total_stays_100() -> None:
    rubric = applied(social=BONUS)
    sheet = score_sheet(rubric, full_facts(rubric))
    assert (sheet.points, sheet.full, sheet.bonus) == (Decimal(100), Decimal(100), Decimal("1.5"))
    facts = full_facts(rubric) | {"4.1": {"assessed_points": "2"}}
    assert score_sheet(rubric, facts).points == Decimal("99.5")
    line = scored(rubric, "8.1", satisfaction_percent="90")
    assert (points(line), line.base, line.bonus) == ("3", Decimal(0), Decimal(3))


def test_inside_the_hundred_the_blocks_give_way() -> None:
    rubric = applied(social=INSIDE, blocks=BLOCKS, weights=SMALLER)
    sheet = score_sheet(rubric, full_facts(rubric))
    assert (sheet.points, sheet.full) == (Decimal("97.5"), Decimal(100))
    assert {name: plain(marks) for name, marks in sheet.sections.items()} == {
        "goals": "38",
        "measures": "57",
        "social": "2.5",
    }
    assert "社会评价（8.1）合计2.5分，小计2.5分。" in explain_sheet(sheet).steps


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"social": {"mode": "bonus"}}, "补充方案.social：缺“weight”；补充方案.social：缺“kind”"),
        ({"social": {**BONUS, "target": "0"}}, "“target”应大于0、不超过100"),
        ({"social": {**BONUS, "kind": "assessed"}}, "补充方案.social：不认识“target”"),
        ({"social": {**BONUS, "kind": "magic"}}, "“kind”的评分方式应为以下之一"),
        ({"social": {"mode": "maybe"}}, "“mode”应为以下之一：reference、bonus、inside"),
        ({"social": {"mode": "reference", "weight": "3"}}, "补充方案.social：不认识“weight”"),
        ({"social": INSIDE}, "补充方案.blocks：缺“goals”"),
        ({"social": INSIDE, "blocks": {**BLOCKS, "goals": "39"}}, "合计101分，应恰为100分"),
        ({"social": INSIDE, "blocks": {**BLOCKS, "social": "5"}}, "补充方案.blocks：不认识“social”"),
        ({"social": INSIDE, "blocks": BLOCKS}, "质量目标各项分值合计40分，应恰为38分"),
    ],
)
def test_social_opinion_is_complete_or_refused(changed: dict[str, Any], said: str) -> None:
    assert said in refused(**changed)


def test_the_target_of_social_opinion_may_come_with_the_report() -> None:
    rubric = applied(social={"mode": "bonus", "weight": "3", "kind": "proportional"})
    assert points(scored(rubric, "8.1", satisfaction_percent="45", target_percent="90")) == "1.5"
    assert score_leaf(rubric, "8.1", {"satisfaction_percent": "45"}).state == "missing"


def test_social_opinion_may_be_left_to_the_assessor() -> None:
    rubric = applied(social={"mode": "bonus", "weight": "3", "kind": "assessed"})
    assert points(scored(rubric, "8.1", assessed_points="2.5", satisfaction_percent="90")) == "2.5"


def test_a_document_without_social_opinion_takes_no_word_about_it() -> None:
    assert "不认识“social”" in refused(replace(ZIYANG, criteria=ZIYANG.criteria[:-1]))


# Signature


def test_an_unsigned_overlay_is_told_with_every_total() -> None:
    unsigned: OverlayDocument = parse_overlay(overlay())
    assert unsigned.unsigned == ("base", "issuer", "document", "date")
    assert score_sheet(ZIYANG, {}, overlay=unsigned).warnings == ("overlay_unsigned",)
    signed = parse_overlay(overlay(**SIGNATURE))
    assert signed.unsigned == ()
    assert score_sheet(ZIYANG, {}, overlay=signed).warnings == ()
    assert parse_overlay(overlay(**{**SIGNATURE, "issuer": ""})).unsigned == ("issuer",)


def test_the_version_tells_which_overlay_scored() -> None:
    one, other = (parse_overlay(overlay(document=number)).applied_to(ZIYANG) for number in ("1号", "2号"))
    assert one.version != other.version


# The document


def test_the_example_of_the_document_is_an_overlay() -> None:
    text = (Path(__file__).parents[2] / "docs" / "overlay-format.md").read_text("utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    written = parse_overlay(tomllib.loads(example, parse_float=Decimal))
    assert written.unsigned == ()
    line = score_leaf(ZIYANG, "2.1", {"actual_percent": "99"}, subject="雁江区", overlay=written)
    assert points(line) == "6"
    for kind in KINDS:
        assert f"| `{kind}` |" in text
