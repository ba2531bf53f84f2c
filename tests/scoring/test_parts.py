"""Parts put together: caps, bonuses, flags, and what is known of a rule when it is made."""

from dataclasses import replace
from decimal import Decimal

from rubrics import load
from scoring.conditions import parse_condition
from scoring.decimals import round_half_up
from scoring.derived import Sum
from scoring.engine import score_sheet
from scoring.grading import graded
from scoring.model import GradeBand, GradeScale
from scoring.rule import Part, Rule
from scoring.rules import Assessed, EqualSplit, States, Unpriced
from scoring.rules.base import Context
from scoring.rules.equal_split import Share
from scoring.rules.states import State

LABELS = Context({"points": "评分", "a": "甲", "b": "乙", "c": "丙", "yes": "是否"})
ENTERED = Assessed("points")
MORE = States((State(parse_condition("yes"), Decimal(1), Decimal(2)),))
HALF = EqualSplit((Share((parse_condition("yes"),)),), Decimal(1))


def test_a_part_stays_within_floor_and_cap_and_says_so() -> None:
    part = Part(ENTERED, cap=Decimal(2), floor=Decimal(1))
    given = {
        points: part.score({"points": Decimal(points)}, LABELS).points for points in ("0", "1", "2", "3")
    }
    assert given == {"0": 1, "1": 1, "2": 2, "3": 2}
    assert part.steps({"points": Decimal(3)}, LABELS)[-1] == "按最低1分、最高2分计，得2分。"
    open_ended = Part(ENTERED, floor=Decimal(1))
    assert open_ended.steps({"points": Decimal(0)}, LABELS)[-1] == "按最低1分、最高不限分计，得1分。"


def test_bonuses_and_flags_of_all_parts_count() -> None:
    rule = Rule((Part(MORE), Part(MORE), Part(HALF)))
    outcome = rule.score({"yes": True}, LABELS)
    assert (outcome.points, outcome.bonus, outcome.provisional) == (Decimal(3), Decimal(4), True)
    assert Rule((Part(HALF), Part(MORE))).score({"yes": True}, LABELS).provisional
    assert not Rule((Part(MORE), Part(MORE))).score({"yes": True}, LABELS).provisional


def test_a_rule_knows_whether_it_waits_for_an_overlay() -> None:
    assert Rule((Part(Unpriced()),)).unpriced is True
    assert Rule((Part(ENTERED),)).unpriced is False


def test_every_addend_of_a_derived_quantity_is_written_out() -> None:
    left = Sum("left", "余数", plus=("a",), minus=("b", "c"))
    values = {"a": Decimal(9), "b": Decimal(2), "c": Decimal(3)}
    assert left.value(values) == 4
    assert left.step(values, LABELS.labels) == "余数 ＝ 甲 9 － 乙 2 － 丙 3 ＝ 4。"


def test_a_long_number_is_rounded_exactly() -> None:
    assert round_half_up(Decimal("1" * 60 + ".005"), 2) == Decimal("1" * 60 + ".01")


def test_a_total_in_a_printed_gap_is_said_to_be_there_whatever_the_veto() -> None:
    bands = (GradeBand("优", Decimal(90), "90分以上"), GradeBand("良", None, "89分以下"))
    rugao = replace(load("rugao-2018"), grades=GradeScale(bands, ((Decimal(89), Decimal(90)),)))
    for veto in (None, "none", "preliminary", "confirmed"):
        assert graded(rugao, Decimal("89.5"), veto).in_gap is True
        assert graded(rugao, Decimal(89), veto).in_gap is False
    plain_scale = replace(rugao, veto=None)
    assert graded(plain_scale, Decimal("89.5"), None).in_gap is True
    assert graded(plain_scale, Decimal(90), None).in_gap is False


def test_the_first_policy_of_a_section_is_taken_where_none_is_chosen() -> None:
    ezhou = load("ezhou-2013")
    full = {
        code: {item.name: True for item in criterion.inputs if item.type == "bool"}
        for code, criterion in ezhou.by_code.items()
        if code.startswith("4.")
    }
    for policy, all_points, of_one in (("scale", "16", "2.67"), ("cap", "16", "3"), ("raw", "18", "3")):
        sections = (
            replace(item, policies=(policy,)) if item.name == "4" else item for item in ezhou.sections
        )
        rubric = replace(ezhou, sections=tuple(sections))
        assert score_sheet(rubric, full).sections["4"] == Decimal(all_points)
        assert score_sheet(rubric, {"4.1": full["4.1"]}).sections["4"] == Decimal(of_one)
