import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.console import Kaohe

CASE = {"id": "a", "rubric": "rugao-2018", "code": "19.2", "inputs": {"provincial_pass_rate": "91.5"}}


def test_each_line_of_a_file_is_answered_in_order(kaohe: Kaohe, tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_bytes(json.dumps(CASE).encode() + b'\nnot json\n{"id": "c"}')
    ran = kaohe("score", "--cases", str(file))
    assert (ran.code, ran.err) == (0, "")
    assert [row["id"] for row in ran.rows] == ["a", None, "c"]
    assert [row.get("points") for row in ran.rows] == ["0.5", None, None]
    assert [row.get("error") for row in ran.rows] == [None, "bad_type", "missing_input"]


def test_cases_come_from_standard_input(kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(CASE).encode())))
    assert kaohe("score", "--cases", "-").rows[0]["points"] == "0.5"


def test_a_file_that_cannot_be_read_ends_with_2(kaohe: Kaohe, tmp_path: Path) -> None:
    ran = kaohe("score", "--cases", str(tmp_path / "nothing.jsonl"))
    assert (ran.code, ran.out) == (2, "")
    assert "读不了" in ran.err


def test_a_person_gets_points_clause_and_steps(kaohe: Kaohe) -> None:
    ran = kaohe("score", "rugao-2018", "19.2", "provincial_pass_rate=91.5")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[:2] == ["19.2 产品省级监督抽查合格率达92%以上。（1分）", "得分：0.5（满分1分）"]
    assert lines[2].startswith("条文：产品省级监督抽查合格率达92%（含92%）以上的得1分")
    assert "  产品省级监督抽查合格率（%） 91.5：属于“≥90”这一档，得0.5分。" in lines


@pytest.mark.parametrize(
    ("words", "result"),
    [
        (
            ("rugao-2018", "25", "geo_trademarks=1", "geo_products=0", "geo_agri_products=0"),
            "得分：1（满分2分）",
        ),
        (
            ("rugao-2018", "20.2", "other_acceptance_rate=null"),
            "得分：2（满分2分，原文未定分，待考核方核定）",
        ),
        (("rugao-2018", "2", "leading_body_formed=是", "operating_effectively=否"), "得分：0（满分2分）"),
        (("rugao-2018", "V1", "event_status=none"), "得分：不计分"),
        (("rugao-2018-towns", "12", "new_certified_enterprises=6", "--subject", "如城街道"), "结果：完成"),
        (("rugao-2018-towns", "12", "new_certified_enterprises=1", "--subject", "如城街道"), "结果：未完成"),
    ],
)
def test_values_are_read_by_their_inputs_type(kaohe: Kaohe, words: tuple[str, ...], result: str) -> None:
    ran = kaohe("score", *words)
    assert ran.out.splitlines()[1] == result


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rugao-2018", "19.2"), "19.2 还缺：“产品省级监督抽查合格率（%）”。"),
        (("rugao-2018", "19.2", "provincial_pass_rate=92%"), "应为百分数"),
        (("rugao-2018", "19.2", "rate=92"), "没有填报项“rate”"),
        (("rugao-2018", "19.2", "92"), "“92”应写成 填报项=值。"),
        (("rugao-2018", "25", "geo_trademarks=一"), "应为非负整数"),
        (("rugao-2018", "19"), "没有编号为“19”的考核要点"),
        (("nowhere-2020", "1"), "没有名为“nowhere-2020”的考核细则"),
    ],
)
def test_what_cannot_be_scored_is_one_line_and_ends_with_1(
    kaohe: Kaohe, words: tuple[str, ...], said: str
) -> None:
    ran = kaohe("score", *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert said in ran.err


def test_wrong_usage_ends_with_2(kaohe: Kaohe) -> None:
    assert kaohe("score").code == 2
    assert kaohe("score", "rugao-2018").code == 2


def test_a_reader_that_has_had_enough_is_not_called_a_bad_input(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_bytes((json.dumps(CASE).encode() + b"\n") * 2000)
    command = [sys.executable, "-m", "bot", "score", "--cases", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdout.readline()
        ran.stdout.close()
        said = ran.stderr.read()
    assert (ran.returncode, said) == (1, b"")
