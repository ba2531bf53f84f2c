"""`kaohe score --overlay`: a document that leaves its marks open is scored with what an office signed."""

import json
from pathlib import Path

import pytest

from tests.console import Kaohe
from tests.rubrics.overlay import overlay

CASE = {
    "id": "a",
    "rubric": "ziyang-2016",
    "code": "1.2",
    "inputs": {"actual_percent": "95", "target_percent": "96", "overlay": "made-up"},
}


@pytest.fixture
def written(tmp_path: Path) -> str:
    file = tmp_path / "overlay.json"
    file.write_text(json.dumps(overlay()), "utf-8")
    return str(file)


def test_cases_name_a_loaded_overlay(kaohe: Kaohe, tmp_path: Path, written: str) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps(CASE), "utf-8")
    assert kaohe("score", "--cases", str(file)).rows[0]["error"] == "overlay_invalid"
    ran = kaohe("score", "--cases", str(file), "--overlay", written)
    assert (ran.code, ran.rows[0]["points"]) == (0, "7.92")


def test_a_person_is_told_which_overlay_scored(kaohe: Kaohe, written: str) -> None:
    values = ("actual_percent=95", "target_percent=96")
    assert "须有补充方案" in kaohe("score", "ziyang-2016", "1.2", *values).err
    ran = kaohe("score", "ziyang-2016", "1.2", *values, "--overlay", written)
    assert ran.code == 0
    assert "得分：7.92（满分8分）" in ran.out
    assert "+made-up@" in ran.out


@pytest.mark.parametrize("content", [None, "[", "{}"])
def test_an_overlay_that_cannot_be_read_ends_with_2(
    kaohe: Kaohe, tmp_path: Path, content: str | None
) -> None:
    file = tmp_path / "wrong.json"
    if content is not None:
        file.write_text(content, "utf-8")
    ran = kaohe("score", "ziyang-2016", "V1", "event_status=none", "--overlay", str(file))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("读不了补充方案")
    assert "wrong.json" in ran.err
    assert ran.err.count("\n") == 1


def test_an_overlay_that_does_not_fit_is_one_line_and_ends_with_1(kaohe: Kaohe, tmp_path: Path) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps(overlay(kinds={"1.1": "magic"})), "utf-8")
    ran = kaohe("score", "ziyang-2016", "V1", "event_status=none", "--overlay", str(file))
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "“1.1”的评分方式应为以下之一" in ran.err
