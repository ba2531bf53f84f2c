"""Social opinion (社会评价): beside the total, on top of it, or inside the hundred."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from scoring.decimals import plain
from scoring.engine import score_leaf, score_sheet
from scoring.explanation import explain_sheet
from scoring.model import Rubric
from tests.rubrics.overlay import ZIYANG, applied, points, refused, scored, weights

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
