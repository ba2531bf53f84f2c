from pathlib import Path

import pytest

from tests.console import Kaohe
from tests.rubrics.example import write_example


def test_doubts_are_printed_and_are_no_failure(kaohe: Kaohe) -> None:
    told = kaohe("rubric", "check", "ziyang-2016")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("ziyang-2016：错误0处，疑点6处，已定口径的存疑")
    assert "原文第31行 分段有缺口：94与95之间（如94.5）没有印出。 “95分及以上” “85—94分”" in told.out


def test_many_codes_are_shortened(kaohe: Kaohe) -> None:
    assert "4.1…6.3（17项） 没有分值" in kaohe("rubric", "check", "ziyang-2016").out


def test_all_rubrics_are_checked_when_none_is_named(
    kaohe: Kaohe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_example(tmp_path / "own")
    monkeypatch.setenv("KAOHE_RUBRICS_DIR", str(tmp_path / "own"))
    told = kaohe("rubric", "check")
    headings = [line for line in told.out.splitlines() if not line.startswith(" ")]
    assert (told.code, len(headings)) == (0, 7)
    assert "example-2026：错误0处，疑点0处，已定口径的存疑0处" in headings


def test_a_program_reads_the_doubts_as_json_lines(kaohe: Kaohe) -> None:
    rows = kaohe("rubric", "check", "--json", "rugao-2018").rows
    (doubt,) = [row for row in rows if row["kind"] == "same_points"]
    assert (doubt["rubric"], doubt["codes"], doubt["line"]) == ("rugao-2018", ["19.1"], 515)
    assert doubt["sentence"] == "相邻两档都得1分。"
    assert len(doubt["quotes"]) == 2


def test_every_mistake_of_a_folder_is_told_at_once_by_code_and_line(kaohe: Kaohe, tmp_path: Path) -> None:
    folder = write_example(tmp_path / "own")
    text = (folder / "rubric.toml").read_text("utf-8")
    wrong = text.replace("points = 60 }", "points = 50 }").replace('count = "overdue"', 'count = "late"')
    (folder / "rubric.toml").write_text(wrong.replace('kind = "levels"', 'kind = "steps"'), "utf-8")
    told = kaohe("rubric", "check", str(folder))
    assert (told.code, told.out) == (1, "example-2026：错误4处，疑点0处，已定口径的存疑0处\n")
    assert told.err.splitlines() == [
        "example-2026 第28行 考核要点2.rule[1]：没有“steps”这种评分方式",
        "example-2026 第15行 考核要点1：最多可得50分，与分值60分不符",
        "example-2026 第47行 考核要点3：规则用到未定义的“late”",
        "example-2026 第47行 考核要点3：规则没有用到填报项“overdue”",
    ]


def test_a_worked_case_that_fails_is_a_mistake(kaohe: Kaohe, tmp_path: Path) -> None:
    folder = write_example(tmp_path / "own")
    file = folder / "cases.toml"
    file.write_text(
        file.read_text("utf-8").replace('overdue = 4 }, points = "5"', 'overdue = 4 }, points = "6"'), "utf-8"
    )
    told = kaohe("rubric", "check", str(folder), "--json")
    assert (told.code, told.rows) == (
        1,
        [
            {
                "rubric": "example-2026",
                "kind": "error",
                "where": "cases.toml 考核要点3",
                "line": None,
                "sentence": "{'overdue': 4} 的 points 应为 6，算得 5",
            }
        ],
    )


def test_a_folder_without_the_files_is_told_so(kaohe: Kaohe, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    told = kaohe("rubric", "check", str(tmp_path / "empty"))
    assert told.code == 1
    assert told.err == "empty rubric.toml：没有这个文件\nempty source.txt：没有这个文件\n"


def test_an_unknown_name_is_one_line(kaohe: Kaohe) -> None:
    told = kaohe("rubric", "check", "nowhere-2020")
    assert (told.code, told.err.count("\n")) == (1, 1)
