"""Whatever a line holds, `kaohe score --cases` answers it: with points, or with a named error.

`make fuzz` sends 100,000 lines through the command itself.
"""

import json

import pytest

from rubrics.cases import answer_line
from tests.scoring.hostile import lines, real_cases, wrong
from tests.scoring.oddities import RAW

SEED, NUMBER = 2026, 3000


def test_every_hostile_line_is_answered() -> None:
    faults = [
        (line[:300], fault) for line in lines(SEED, NUMBER) if (fault := wrong(line, answer_line(line)))
    ]
    assert faults == []


def test_every_real_case_is_answered() -> None:
    asked = [json.dumps({"id": "real", **case}).encode() for case in real_cases()]
    assert [line for line in asked if wrong(line, answer_line(line))] == []


@pytest.mark.parametrize("line", RAW, ids=lambda line: str(line[:12]))
def test_what_is_no_case_at_all_is_answered(line: bytes) -> None:
    assert json.loads(answer_line(line))["error"] in ("bad_type", "missing_input")


def test_the_lines_are_the_same_for_the_same_seed_and_hold_both_sides() -> None:
    assert list(lines(7, 50)) == list(lines(7, 50)) != list(lines(8, 50))
    answers = [json.loads(answer_line(line)) for line in lines(SEED, 500)]
    refused = sum("error" in answer for answer in answers)
    assert 100 < refused < 450


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (b"Traceback", "not JSON"),
        (b"[]", "not one JSON object"),
        (b'{"id": 1, "error": "oops", "message": "x"}', "without a name"),
        (b'{"id": 1, "error": "bad_type", "message": ""}', "without a name or a message"),
        (b'{"id": 1, "points": "1e2", "why": {"steps": []}}', "points '1e2'"),
        (b'{"id": 1, "why": {"steps": []}}', "points 'absent'"),
        (b'{"id": 1, "points": "1"}', "no explanation"),
        (b'{"id": 2, "points": "1", "why": {"steps": []}}', "or id"),
    ],
)
def test_a_wrong_answer_would_be_noticed(answer: bytes, fault: str) -> None:
    assert fault in (wrong(b'{"id": 1}', answer) or "")
