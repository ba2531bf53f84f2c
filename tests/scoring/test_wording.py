"""The words of single steps, where several conditions, bands or verdicts come together."""

from decimal import Decimal

import pytest

from scoring.conditions import Value, parse_condition
from scoring.rules import Deduct, EqualSplit, ShortfallBands, Unpriced
from scoring.rules.base import Context
from scoring.rules.deduct import Counted, Deduction
from scoring.rules.equal_split import Share
from scoring.rules.shortfall import ShortfallBand

LABELS = Context(
    {
        "short": "差距",
        "late": "逾期",
        "number": "件数",
        "done": "已做",
        "actual": "实现值",
        "target": "目标值",
    }
)
BANDS = tuple(ShortfallBand(Decimal(within), Decimal(deduct)) for within, deduct in ((1, 1), (3, 2), (10, 5)))


@pytest.mark.parametrize(
    ("short", "step"),
    [
        ("0", "差距 0，达到目标值，得9分。"),
        ("2", "差距 2，在1—3一段（含3），扣2分，得7分。"),
        ("10.5", "差距 10.5，超过10，得0分。"),
    ],
)
def test_a_shortfall_names_its_band_or_the_last_bound(short: str, step: str) -> None:
    rule = ShortfallBands("short", Decimal(9), BANDS)
    assert rule.steps({"short": Decimal(short)}, LABELS) == [step]


def test_a_deduction_names_its_condition_and_its_count() -> None:
    each = Deduction(Decimal("0.5"), Counted("number"), parse_condition("late"))
    steps = Deduct(Decimal(2), (each,)).steps({"late": True, "number": Decimal(3)}, LABELS)
    assert steps == ["逾期（是），件数 3：3 × 0.5分，扣1.5分。", "2 － 1.5 ＝ 0.5分。"]


def test_a_share_names_all_its_conditions() -> None:
    share = Share((parse_condition("done"), parse_condition("number >= 2")))
    values: dict[str, Value] = {"done": True, "number": Decimal(2)}
    assert EqualSplit((share,), Decimal(1)).steps(values, LABELS)[0] == "已做（是），且件数≥2：符合。"


@pytest.mark.parametrize(
    ("actual", "verdict"),
    [("97", "达到目标值；实现值÷目标值＝1。"), ("48.5", "未达到目标值；实现值÷目标值＝0.5。")],
)
def test_a_value_without_marks_is_still_held_against_its_target(actual: str, verdict: str) -> None:
    rule = Unpriced("actual", "target")
    steps = rule.steps({"actual": Decimal(actual), "target": Decimal(97)}, LABELS)
    assert steps == ["原文没有印分值和评分标准（另行制定），没有补充方案不计分。", verdict]
