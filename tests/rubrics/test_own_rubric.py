"""An office's own rubric, written from scratch as the page on the format shows it."""

from decimal import Decimal
from pathlib import Path

import pytest

from rubrics import Problem, RubricError, available, folder_of, load
from rubrics.checks import check
from rubrics.worked import WorkedCase, outcome, worked_cases, wrong_cases
from scoring.engine import score_sheet
from tests.rubrics.example import write_example


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    write_example(tmp_path / "own")
    return tmp_path / "own"


def test_it_stands_beside_the_shipped_ones_under_its_folders_name(directory: Path) -> None:
    assert set(available(directory)) - set(available()) == {"example-2026"}
    assert folder_of("example-2026", directory) == directory / "example_2026"
    with pytest.raises(RubricError):
        load("example-2026")


def test_its_worked_cases_come_out(directory: Path) -> None:
    rubric, folder = load("example-2026", directory), folder_of("example-2026", directory)
    cases = list(worked_cases(folder))
    assert {case.code for case in cases} == set(rubric.by_code)
    assert len(cases) == 12
    assert wrong_cases(rubric, folder) == ()


def test_it_scores_a_whole_sheet(directory: Path) -> None:
    facts: dict[str, dict[str, object]] = {"1": {"pass_rate": "95"}, "2": {"papers": "one"}}
    facts["3"] = {"overdue": 0}
    sheet = score_sheet(load("example-2026", directory), facts)
    assert (sheet.points, sheet.full, sheet.grade) == (Decimal(93), Decimal(100), "优秀")


def test_a_clean_rubric_leaves_no_doubt(directory: Path) -> None:
    assert check(load("example-2026", directory), folder_of("example-2026", directory)) == ()


def test_a_case_that_does_not_come_out_is_named(directory: Path) -> None:
    folder = folder_of("example-2026", directory)
    file = folder / "cases.toml"
    file.write_text(
        file.read_text("utf-8").replace('"94.99" }, points = "40"', '"94.99" }, points = "60"'), "utf-8"
    )
    expected = Problem("cases.toml 考核要点1", "{'pass_rate': '94.99'} 的 points 应为 60，算得 40")
    assert wrong_cases(load("example-2026", directory), folder) == (expected,)


NO_CASES = ["[[criteria]", "[[criteria]]", "criteria = 1", "x = 1"]
NO_CASE = ["cases = 1", "cases = [1]", "cases = [{ points = '1' }]"]


@pytest.mark.parametrize("text", [*NO_CASES, *(f"[[criteria]]\ncode = '1'\n{case}" for case in NO_CASE)])
def test_a_file_of_cases_that_is_none_is_said_to_be_so(directory: Path, text: str) -> None:
    folder = folder_of("example-2026", directory)
    (folder / "cases.toml").write_text(text, "utf-8")
    with pytest.raises(RubricError, match=r"cases\.toml"):
        list(worked_cases(folder))


def test_a_case_of_an_unknown_line_comes_out_as_an_error(directory: Path) -> None:
    case = WorkedCase("example_2026", "9", {}, {"points": "1"}, None)
    assert outcome(load("example-2026", directory), case)["error"] == "unknown_code"
    folder = folder_of("example-2026", directory)
    (folder / "cases.toml").unlink()
    assert list(worked_cases(folder)) == []
