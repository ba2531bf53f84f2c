"""Overlays are taken whole or refused whole, and every fault is told."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from rubrics import load
from rubrics.overlays import parse_overlay
from scoring.errors import ScoringError
from tests.rubrics.overlay import (
    ZIYANG,
    applied,
    overlay,
    points,
    refused,
    scored,
    weights,
)


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
