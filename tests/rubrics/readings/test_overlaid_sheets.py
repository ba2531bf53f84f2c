"""资阳 under a made-up overlay: points, blocks, grades and their gaps, reckoned without the engine."""

import random
from fractions import Fraction

import pytest

from rubrics.cases import answer
from tests.rubrics.overlay import NUMBERS, overlay, weights
from tests.rubrics.readings.second import F, Said, half_up, text

GRADES = (("a", 95), ("b", 85), ("c", 60))
GAPS = ((94, 95), (84, 85), (59, 60))


def proportional(weight: Fraction, chosen: random.Random) -> tuple[Said, Fraction]:
    actual, target = F(chosen.randrange(10001), 100), F(chosen.randrange(1, 10001), 100)
    said = {"actual_percent": text(actual), "target_percent": text(target)}
    return said, weight if actual >= target else half_up(weight * actual / target)


def assessed(weight: Fraction, chosen: random.Random) -> tuple[Said, Fraction]:
    least = chosen.choice((0, 80, 95))
    points = F(chosen.randrange(int(weight * least), int(weight * 100) + 1), 100)
    return {"assessed_points": text(points)}, points


def graded(total: Fraction, status: str | None) -> str | None:
    if status != "none":
        return "d" if status == "confirmed" else None
    return next((grade for grade, least in GRADES if total >= least), "d")


@pytest.mark.parametrize("seed", range(60))
def test_an_overlaid_sheet_adds_up_and_is_graded(seed: int) -> None:
    chosen = random.Random(f"ziyang {seed}")
    facts: dict[str, Said] = {"8.1": {"satisfaction_percent": "77"}}
    blocks = {"goals": F(0), "measures": F(0)}
    for code, weight in weights().items():
        if chosen.random() > 0.03:
            made = proportional if code in NUMBERS else assessed
            facts[code], points = made(F(str(weight)), chosen)
            blocks["goals" if code in (*NUMBERS, "E.1") else "measures"] += points
    status = chosen.choice(("none", "none", "preliminary", "confirmed", None))
    if status is not None:
        facts["V1"] = {"event_status": status}
    total = sum(blocks.values(), F(0))
    given = answer(
        {"rubric": "ziyang-2016", "code": "$total", "inputs": {"facts": facts, "overlay": overlay()}}
    )
    assert given["points"] == text(total)
    assert given["sections"] == {name: text(points) for name, points in blocks.items()}
    assert (given["full"], given["reference"]) == ("100", {"8.1": "77"})
    assert (given["grade"], given["in_gap"]) == (
        graded(total, status),
        any(low < total < high for low, high in GAPS),
    )
    assert (given["veto"], given["pending"]) == (status == "confirmed", status in ("preliminary", None))
    absent = {*weights(), "V1"} - facts.keys()
    missing = given["missing"]
    assert isinstance(missing, list)
    assert set(missing) == absent
