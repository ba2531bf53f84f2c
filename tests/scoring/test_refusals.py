"""What is refused about a whole sheet: the named error, the sentence, the name of what was wrong."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from rubrics import load
from scoring.engine import score_sheet
from scoring.errors import ScoringError
from scoring.grading import grade

TIELING, RUGAO, EZHOU, TOWNS = map(load, ("tieling-2015", "rugao-2018", "ezhou-2013", "rugao-2018-towns"))
NO_VETO = replace(RUGAO, veto=None)
ENDLESS = replace(RUGAO, total_max=None)

REFUSED: dict[str, tuple[Callable[[], object], tuple[str, str, str]]] = {
    "a milestone where there are none": (
        lambda: score_sheet(RUGAO, {}, milestone="H1"),
        ("unknown_input", "rugao-2018 不分考核节点。", "milestone"),
    ),
    "a policy where there are no milestones": (
        lambda: score_sheet(RUGAO, {}, policy="min"),
        ("unknown_input", "rugao-2018 不分考核节点。", "milestone"),
    ),
    "no milestone where there are some": (
        lambda: score_sheet(TIELING, {}),
        ("missing_input", "还缺“考核节点”（milestone）。", "milestone"),
    ),
    "an unknown milestone": (
        lambda: score_sheet(TIELING, {}, milestone="H2"),
        ("bad_choice", "考核节点应为以下之一：H1、Q3、Y、annual。", "milestone"),
    ),
    "a policy for a milestone's own sheet": (
        lambda: score_sheet(TIELING, {}, milestone="H1", policy="min"),
        ("inconsistent", "年度合成办法（policy）只用于年度（annual）合计。", "policy"),
    ),
    "an unknown policy": (
        lambda: score_sheet(TIELING, {}, milestone="annual", policy="max"),
        (
            "bad_choice",
            "年度合成办法应为以下之一：latest、item_mean、min、sum、year_end_only。",
            "policy",
        ),
    ),
    "a section that takes no policy": (
        lambda: score_sheet(EZHOU, {}, section_policies={"5": "cap"}),
        ("unknown_input", "ezhou-2013 的“5”没有可选的折算办法。", "5"),
    ),
    "an unknown policy of a section": (
        lambda: score_sheet(EZHOU, {}, section_policies={"4": "max"}),
        ("bad_choice", "“4”的折算办法应为以下之一：scale、cap、raw。", "4"),
    ),
    "a total below the scale": (
        lambda: grade(RUGAO, Decimal("-0.01")),
        ("out_of_range", "总分应在0与105之间。", "total"),
    ),
    "a total above the scale": (
        lambda: grade(RUGAO, Decimal("105.01")),
        ("out_of_range", "总分应在0与105之间。", "total"),
    ),
    "a total below nothing where no scale ends": (
        lambda: grade(ENDLESS, Decimal(-1)),
        ("out_of_range", "总分不能小于0。", "total"),
    ),
    "a veto where there is none": (
        lambda: grade(NO_VETO, Decimal(1), "none"),
        ("unknown_input", "rugao-2018 没有否决项。", "veto"),
    ),
    "an unknown status of the veto": (
        lambda: grade(RUGAO, Decimal(1), "maybe"),
        ("bad_choice", "否决状态应为以下之一：none、preliminary、confirmed。", "veto"),
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_by_name(what: str) -> None:
    ask, expected = REFUSED[what]
    with pytest.raises(ScoringError) as refused:
        ask()
    assert (refused.value.code, refused.value.message, refused.value.input) == expected
