"""A total is re-derivable by an outsider: it comes out again from the words of its `why`."""

import random
from collections.abc import Mapping
from decimal import Decimal

import pytest

from rubrics import folder_of, load
from rubrics.cases import answer
from rubrics.worked import worked_cases
from tests.rubrics.overlay import overlay, weights
from tests.scoring.redoing_sheets import redo_sheet

Facts = dict[str, Mapping[str, object]]
POLICIES = ("latest", "item_mean", "min", "sum", "year_end_only")
SHEETS: list[tuple[str, dict[str, str]]] = [
    ("rugao-2018", {}),
    ("pingdingshan-2021", {}),
    *(("ezhou-2013", {"section4_policy": policy}) for policy in ("scale", "cap", "raw")),
    *(("tieling-2015", {"milestone": milestone}) for milestone in ("H1", "Q3", "Y")),
    *(("tieling-2015", {"milestone": "annual", "policy": policy}) for policy in POLICIES),
]
SOCIAL = {"mode": "bonus", "weight": "5", "kind": "proportional", "target": "80"}


def reported(name: str, seed: int) -> Facts:
    """A worked case of every line by chance, one in ten left out."""
    chosen = random.Random(f"{name} {seed}")
    by_code: dict[str, list[Mapping[str, object]]] = {}
    for case in worked_cases(folder_of(name)):
        if "error" not in case.expected:
            by_code.setdefault(case.code, []).append(case.inputs)
    return {code: chosen.choice(cases) for code, cases in by_code.items() if chosen.random() > 0.1}


def asked(name: str, inputs: Mapping[str, object]) -> tuple[Decimal, list[str]]:
    given = answer({"id": 1, "rubric": name, "code": "$total", "inputs": inputs})
    why = given["why"]
    assert isinstance(why, dict)
    return Decimal(str(given["points"])), list(why["steps"])


@pytest.mark.parametrize(("name", "how"), SHEETS)
def test_a_total_comes_out_again_from_its_steps_alone(name: str, how: dict[str, str]) -> None:
    for seed in range(8):
        points, steps = asked(name, {"facts": reported(name, seed), **how})
        assert redo_sheet(steps) == points


@pytest.mark.parametrize(("satisfaction", "total"), [("8", "98.5"), ("32", "100"), ("80", "100")])
def test_a_bonus_that_the_hundred_cuts_short_comes_out_again(satisfaction: str, total: str) -> None:
    rubric = load("ziyang-2016")
    made = {**overlay(), "social": SOCIAL}
    facts: Facts = {
        code: {"actual_percent": "100", "target_percent": "98"}
        for code in ("1.1", "1.2", "1.3", "2.1", "3.1")
    }
    facts |= {code: {"assessed_points": mark} for code, mark in weights().items() if code not in facts}
    facts |= {"6.3": {"assessed_points": "1"}, "8.1": {"satisfaction_percent": satisfaction}}
    assert facts.keys() <= rubric.by_code.keys()
    points, steps = asked("ziyang-2016", {"facts": facts, "overlay": made})
    assert redo_sheet(steps) == points == Decimal(total)


@pytest.mark.parametrize(
    "steps",
    [
        ["1：2分。", "甲（1）合计3分，小计3分。", "总分3分，满分5分。"],
        ["1：2分。", "甲（1）合计2分，小计2分。", "总分3分，满分5分。"],
        [
            "1：17分。",
            "甲（1）合计17分，按 scale：17 × 16 ÷ 18，四舍五入到0.01，小计15.12分。",
            "总分15.12分，满分16分。",
        ],
        ["1：-3分。", "甲（1）合计-3分，小计0分。", "总分0分，满分5分。"],
        ["1：2分（其中加分2分）。", "总分2分，满分5分。"],
        [
            "年度合成办法 min（取最低）：",
            "T-H1：2分。",
            "T-Y：3分。",
            "T（T-H1 2分、T-Y 3分）取3分。",
            "总分3分，满分5分。",
        ],
        ["年度合成办法 min（取最低）：", "T-H1：1分。", "T（T-H1 2分）取2分。", "总分2分，满分5分。"],
    ],
)
def test_a_sum_that_does_not_come_out_is_found(steps: list[str]) -> None:
    with pytest.raises(AssertionError):
        redo_sheet(steps)
