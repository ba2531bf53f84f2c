"""Each kind of rule: its boundaries and the sentences that explain it."""

import pytest

from scoring.decimals import plain
from scoring.engine import score_leaf
from scoring.model import Rubric
from scoring.sheet import Line
from tests.scoring.papers import criterion_toml, rubric_of

RATE = '{ name = "rate", type = "percent", label = "合格率", nullable = true }'
N = '{ name = "n", type = "count", label = "件数" }'
TARGET = '{ name = "target", type = "count", label = "目标数" }'
POSITIVE = TARGET.replace(" }", ", min = 1 }")
DONE = '{ name = "done", type = "bool", label = "已做" }'


def scored(marks: str, inputs: str, rule: str, values: dict[str, object], more: str = "") -> Line:
    rubric = rubric_of(criterion_toml("1", marks, inputs, rule, more))
    line = score_leaf(rubric, "1", values)
    assert line.error is None, line.error
    return line


def points(line: Line) -> str:
    assert line.points is not None
    return plain(line.points)


LEVEL = """{ name = "level", type = "choice", label = "材料", choices = [
  { value = "full", label = "齐全", points = 4 }, { value = "none", label = "无", points = 0 } ] }"""


def test_levels_give_the_points_of_the_chosen_level() -> None:
    line = scored("4", LEVEL, '{ kind = "levels", input = "level" }', {"level": "full"})
    assert points(line) == "4"
    assert line.why().steps == ("材料：齐全，得4分。",)


def test_a_checklist_names_what_holds_and_what_does_not() -> None:
    rule = (
        '{ kind = "checklist", items = [{ when = "done", points = 1 }, { when = "n >= 2", points = 0.5 }] }'
    )
    line = scored("1.5", f"{DONE}, {N}", rule, {"done": True, "n": 1})
    assert points(line) == "1"
    assert line.why().steps == ("已做（是）：符合，得1分。", "件数≥2：不符合，得0分（本项0.5分）。")


STATES = """{ kind = "states", states = [
  { when = "n > target", points = 3, bonus = 2 }, { when = "n = target", points = 3 } ], otherwise = 0 }"""


@pytest.mark.parametrize(
    ("n", "base", "bonus", "step"),
    [
        (5, "3", "2", "件数＞目标数：得3分，另加2分。"),
        (4, "3", "0", "件数＝目标数：得3分。"),
        (3, "0", "0", "不属于以上给分情形，得0分。"),
    ],
)
def test_the_first_state_that_holds_gives_points_and_bonus(n: int, base: str, bonus: str, step: str) -> None:
    line = scored("3", f"{N}, {TARGET}", STATES, {"n": n, "target": 4})
    assert line.base is not None
    assert (plain(line.base), plain(line.bonus), line.why().steps) == (base, bonus, (step,))


BANDS = """{ kind = "bands", of = "rate", bands = [
  { at_least = 90, points = 2 }, { above = 80, points = 1 } ], otherwise = 0, null = 2 }"""


@pytest.mark.parametrize(
    ("rate", "expected", "step"),
    [
        ("90", "2", "合格率 90：属于“≥90”这一档，得2分。"),
        ("89.99", "1", "合格率 89.99：属于“＞80”这一档，得1分。"),
        ("80", "0", "合格率 80：不在给分段内（≥90、＞80），得0分。"),
        (None, "2", "合格率：本年度无此类情况，得2分。"),
    ],
)
def test_bands_take_their_printed_bounds(rate: object, expected: str, step: str) -> None:
    line = scored("2", RATE, BANDS, {"rate": rate})
    assert (points(line), line.why().steps) == (expected, (step,))


@pytest.mark.parametrize(
    ("rate", "expected"), [("80", "2"), ("80.01", "1"), ("84.99", "1"), ("85", "0"), ("100", "0")]
)
def test_bands_can_be_bounded_from_above(rate: str, expected: str) -> None:
    rule = """{ kind = "bands", of = "rate", bands = [
      { at_most = 80, points = 2 }, { below = 85, points = 1 } ], otherwise = 0 }"""
    assert points(scored("2", RATE, rule, {"rate": rate})) == expected


@pytest.mark.parametrize(
    ("n", "target", "expected"),
    [(3, 100, "1"), (2, 100, "0.5"), (1, 33, "1"), (0, 0, "1"), (1, 34, "0.5"), (0, 9, "0")],
)
def test_a_percentage_of_another_input_is_compared_without_dividing(
    n: int, target: int, expected: str
) -> None:
    rule = """{ kind = "bands", of = "n", percent_of = "target", bands = [
      { at_least = 3, points = 1 }, { at_least = 1, points = 0.5 } ], otherwise = 0 }"""
    line = scored("1", f"{N}, {TARGET}", rule, {"n": n, "target": target})
    assert points(line) == expected
    assert f"件数 {n} 与 目标数 {target} 的百分比" in line.why().steps[0]


def test_a_null_without_printed_points_is_missing() -> None:
    rule = '{ kind = "bands", of = "rate", bands = [{ at_least = 90, points = 2 }], otherwise = 0 }'
    rubric = rubric_of(criterion_toml("1", "2", RATE, rule))
    line = score_leaf(rubric, "1", {"rate": None})
    assert (line.state, line.points) == ("missing", None)


def test_deductions_are_told_one_by_one_and_floored() -> None:
    rule = """{ kind = "deduct", deductions = [
      { points = 1, when = "not done" }, { each = 0.2, count = "n", at_most = 1 } ] }"""
    line = scored("2", f"{DONE}, {N}", rule, {"done": False, "n": 6})
    assert points(line) == "0"
    assert line.why().steps == (
        "已做（否）：扣1分。",
        "件数 6：6 × 0.2分，扣1分（最多扣1分）。",
        "2 － 1 － 1 ＝ 0分。",
    )
    spared = scored("2", f"{DONE}, {N}", rule, {"done": True, "n": 0})
    assert spared.why().steps == ("件数 0：0 × 0.2分，扣0分（最多扣1分）。", "不扣分，得2分。")


def test_a_deduction_below_the_floor_says_so() -> None:
    line = scored("1", N, '{ kind = "deduct", deductions = [{ each = 0.5, count = "n" }] }', {"n": 3})
    assert points(line) == "0"
    assert line.why().steps[-2:] == ("1 － 1.5 ＝ -0.5分。", "按最低0分、最高1分计，得0分。")


def test_unmet_conditions_are_counted_and_named() -> None:
    rule = '{ kind = "deduct", deductions = [{ each = 0.5, unmet = ["done", "n = 0"] }] }'
    inputs = f"{DONE}, {N}"
    line = scored("1", inputs, rule, {"done": False, "n": 1})
    assert points(line) == "0"
    assert line.why().steps[0] == "未符合2项（已做（是）；件数＝0）：2 × 0.5分，扣1分。"
    assert (
        scored("1", inputs, rule, {"done": True, "n": 0}).why().steps[0] == "各项均符合：0 × 0.5分，扣0分。"
    )


@pytest.mark.parametrize(
    ("rate", "expected"),
    [("98", "1"), ("100", "1"), ("97.99", "0.8"), ("93", "0.8"), ("92.99", "0.6"), ("0", "0")],
)
def test_a_begun_step_of_a_shortfall_counts_whole(rate: str, expected: str) -> None:
    rule = """{ kind = "deduct", deductions = [
      { each = 0.2, actual = "rate", target_value = 98, step = 5 } ] }"""
    assert points(scored("1", RATE, rule, {"rate": rate})) == expected


def test_a_shortfall_tells_how_much_is_short() -> None:
    rule = '{ kind = "deduct", deductions = [{ each = 0.5, actual = "n", target = "target" }] }'
    inputs = f"{N}, {TARGET}"
    line = scored("1", inputs, rule, {"n": 4, "target": 5})
    assert line.why().steps[0] == "件数 4，应达 5，少 1：1 × 0.5分，扣0.5分。"
    full = scored("1", inputs, rule, {"n": 5, "target": 5})
    assert full.why().steps[0] == "件数 5，应达 5，不少：0 × 0.5分，扣0分。"
    stepped = (
        '{ kind = "deduct", deductions = [{ each = 0.2, actual = "rate", target_value = 98, step = 5 }] }'
    )
    shown = scored("1", RATE, stepped, {"rate": "90"}).why().steps[0]
    assert shown == "合格率 90，应达 98，少 8，每5为一档，不足一档按一档：2 × 0.2分，扣0.4分。"


PROPORTIONAL = '{ kind = "proportional", actual = "n", target = "target", zero_below = 2 }'


@pytest.mark.parametrize(
    ("n", "target", "expected", "step"),
    [
        (2, 3, "1.33", "件数 2 ÷ 目标数 3 × 2，四舍五入到0.01，得1.33分。"),
        (3, 3, "2", "件数 3 达到 目标数 3，得2分。"),
        (2, 0, "2", "件数 2 达到 目标数 0，得2分。"),
        (1, 3, "0", "件数 1 低于 2，得0分。"),
    ],
)
def test_a_proportional_share_is_rounded_once(n: int, target: int, expected: str, step: str) -> None:
    line = scored("2", f"{N}, {TARGET}", PROPORTIONAL, {"n": n, "target": target})
    assert (points(line), line.why().steps) == (expected, (step,))


def test_a_tally_is_bonus_up_to_its_cap() -> None:
    rule = '{ kind = "tally", items = [{ count = "n", points = 2 }, { count = "target", points = 0.5 }] }'
    line = scored("5", f"{N}, {TARGET}", rule, {"n": 3, "target": 0})
    assert line.base is not None
    assert (points(line), plain(line.base), plain(line.bonus)) == ("5", "0", "5")
    assert line.why().steps == ("件数 3 × 2分 ＝ 6分。", "合计6分，最多加5分，加5分。")


def test_the_assessor_gives_the_points() -> None:
    given = '{ name = "assessed_points", type = "points", label = "评分", max = 2, from = "assessor" }'
    line = scored("2", given, '{ kind = "assessed", input = "assessed_points" }', {"assessed_points": "1.25"})
    assert (points(line), line.why().steps) == ("1.25", ("评分：1.25分。",))


PARTS = """
  { kind = "checklist", label = "甲", marks = 1, requires = "done", items = [
    { when = "n >= 1", points = 1 } ] },
  { kind = "deduct", label = "乙", marks = 1, deductions = [{ each = 1, count = "n" }] }
"""


def test_parts_stay_within_their_own_marks_and_add_up() -> None:
    line = scored("2", f"{DONE}, {N}", PARTS, {"done": True, "n": 3})
    assert points(line) == "1"
    assert line.why().steps[-1] == "合计 1 ＋ 0 ＝ 1分。"


def test_a_part_whose_condition_fails_gives_nothing() -> None:
    line = scored("2", f"{DONE}, {N}", PARTS, {"done": False, "n": 0})
    assert points(line) == "1"
    assert line.why().steps[0] == "甲：前提“已做（是）”不符合，得0分。"


def test_derived_quantities_are_rounded_once_and_shown() -> None:
    derive = """derive = [
      { name = "ratio", label = "比例（‰）", of = "n", per = "target", times = 1000 },
      { name = "both", label = "合计", plus = ["n", "target"], minus = ["ratio"] },
    ]"""
    rule = '{ kind = "bands", of = "ratio", bands = [{ at_least = 7, points = 1 }], otherwise = 0 }'
    gap = 'gap = [{ when = "both < 0", note = "差额为负，原文未定分。" }]'
    line = scored("1", f"{N}, {POSITIVE}", rule, {"n": 13, "target": 2000}, f"{derive}\n{gap}")
    assert points(line) == "1"
    assert not line.gap
    assert line.why().steps[:2] == (
        "比例（‰） ＝ 件数 13 ÷ 目标数 2000 × 1000，四舍五入取整得 7。",
        "合计 ＝ 件数 13 ＋ 目标数 2000 － 比例（‰） 7 ＝ 2006。",
    )
    negative = scored("1", f"{N}, {POSITIVE}", rule, {"n": 3, "target": 1}, f"{derive}\n{gap}")
    assert negative.gap
    assert negative.why().steps[-1] == "差额为负，原文未定分。"


def test_a_negative_line_lies_between_its_floor_and_zero() -> None:
    rule = '{ kind = "deduct", from = 0, floor = -2, marks = 0, deductions = [{ each = 1, count = "n" }] }'
    assert points(scored("", N, rule, {"n": 1})) == "-1"
    assert points(scored("", N, rule, {"n": 10})) == "-2"


@pytest.fixture(scope="module")
def towns() -> Rubric:
    inputs = '{ name = "n", type = "count", label = "申报数" }'
    more = 'targets = { "甲镇" = 6 }'
    rates = "target_for_all = 0.3"
    rate = '{ name = "rate", type = "number", label = "事故率", nullable = true }'
    return rubric_of(
        'name = "towns"\ntitle = "任务"\nsubjects = ["甲镇", "乙镇"]\n'
        + criterion_toml("1", "", inputs, '{ kind = "target", input = "n", compare = "at_least" }', more)
        + criterion_toml("2", "", rate, '{ kind = "target", input = "rate", compare = "below" }', rates)
    )


@pytest.mark.parametrize(
    ("code", "subject", "values", "step"),
    [
        ("1", "甲镇", {"n": 5}, "申报数 5，目标 6：未完成；完成率 5 ÷ 6 ＝ 0.8333。"),
        ("1", "乙镇", {"n": 5}, "本镇（区、街道）无此项任务，不评判。"),
        ("2", "甲镇", {"rate": "0.3"}, "事故率 0.3，须低于 0.3：未完成。"),
        ("2", "乙镇", {"rate": "0.29"}, "事故率 0.29，须低于 0.3：完成。"),
        ("2", "乙镇", {"rate": None}, "事故率：无抽查批次，不评判，不计入任务数。"),
    ],
)
def test_a_target_is_judged_and_told(
    towns: Rubric, code: str, subject: str, values: dict[str, object], step: str
) -> None:
    assert score_leaf(towns, code, values, subject=subject).why().steps == (step,)
