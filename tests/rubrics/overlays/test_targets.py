"""Targets, units and deadlines that an overlay sets."""

from decimal import Decimal
from typing import Any

import pytest

from rubrics import load
from rubrics.overlays import parse_overlay
from scoring.engine import score_leaf
from tests.rubrics.overlay import ZIYANG, applied, overlay, points, refused, scored


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
