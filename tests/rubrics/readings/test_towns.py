"""Every town and row of 如皋's table gives what a second reading of the table gives, and so does every total."""

import random
from fractions import Fraction

import pytest

from rubrics.cases import answer
from tests.rubrics.readings import towns_2018
from tests.rubrics.readings.second import text
from tests.rubrics.readings.towns_2018 import ROWS, TOWNS, Judged, has_task, input_of, judged, tried


def asked(code: str, town: str, inputs: object) -> dict[str, object]:
    case = {"id": 1, "rubric": "rugao-2018-towns", "code": code, "subject": town, "inputs": inputs}
    return answer(case)


def seen(given: object) -> Judged:
    assert isinstance(given, dict)
    return given["met"], None if given["ratio"] is None else Fraction(given["ratio"])


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_met_or_missed_in_every_town(row: str) -> None:
    for town in TOWNS:
        for value in tried(row):
            given = asked(row, town, {input_of(row): value})
            assert given["points"] is None
            assert seen(given) == judged(row, town, value), (town, value)


@pytest.mark.parametrize("town", TOWNS)
def test_a_towns_total_counts_its_tasks(town: str) -> None:
    chosen = random.Random(town)
    for _ in range(5):
        reported = {row: chosen.choice(tried(row)) for row in ROWS if chosen.random() > 0.2}
        given = asked("$total", town, {"facts": {row: {input_of(row): reported[row]} for row in reported}})
        rows = {row: judged(row, town, reported[row]) if row in reported else (None, None) for row in ROWS}
        idle = [row for row in reported if reported[row] is None]
        tasks = [row for row in ROWS if has_task(row, town) and row not in idle]
        assert given["rows"] == {
            row: {"met": met, "ratio": shown(ratio)} for row, (met, ratio) in rows.items()
        }
        assert (given["assigned"], given["met"]) == (len(tasks), sum(met is True for met, _ in rows.values()))
        assert given["missing"] == [row for row in tasks if row not in reported]
        assert (given["points"], given["full"], given["grade"]) == (None, None, None)


def shown(ratio: Fraction | None) -> str | None:
    return None if ratio is None else text(ratio)


def test_the_table_has_the_printed_totals() -> None:
    printed = {"1": 18, "2": 20, "3": 4, "4": 17, "5": 5, "11": 17, "12": 62, "13": 17}
    for row, (_, goals) in towns_2018.COUNTED.items():
        assert sum(int(goal) for goal in goals.split() if goal != "-") == printed[row]
