import io
import json
import sys
from pathlib import Path

import pytest

from tests.console import Kaohe
from tests.rubrics.example import write_example

FACTS = [
    {"code": "1", "subject": "东镇", "inputs": {"pass_rate": "92"}, "status": "current"},
    {"code": "3", "subject": "东镇", "inputs": {"overdue": 1}, "status": "superseded"},
    {"code": "3", "subject": "东镇", "inputs": {"overdue": 2}, "status": "current"},
    {"code": "1", "subject": "西镇", "inputs": {"pass_rate": "96"}, "status": "current"},
    {"code": "2", "subject": "西镇", "inputs": None, "status": "withdrawn"},
]


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str]:
    """The example, and a version of it in which 90—95% earns 45 and 投诉处理 is gone."""
    old, new = write_example(tmp_path / "old"), write_example(tmp_path / "new")
    text = (new / "rubric.toml").read_text("utf-8").partition('[[criteria]]\ncode = "3"')[0]
    (new / "rubric.toml").write_text(
        text.replace("points = 40", "points = 45").replace("得40分", "得45分"), "utf-8"
    )
    return str(old), str(new)


@pytest.fixture
def facts(tmp_path: Path) -> str:
    file = tmp_path / "facts.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in FACTS), "utf-8")
    return str(file)


def test_what_changes_is_told_leaf_by_leaf(kaohe: Kaohe, versions: tuple[str, str], facts: str) -> None:
    told = kaohe("rubric", "diff", *versions, "--facts", facts)
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[0].startswith("1 条文：达95%（含95%）以上的得60分，达90%（含90%）—95%的得40分")
    assert lines[1].startswith("1 口径：")
    assert lines[2:] == [
        "1 给分规则有改动",
        "3 删：投诉处理 → 无",
        "东镇：2项不同",
        "  1  40 → 45",
        "  3  15 → 不计分",
        "  $total  55 → 45",
        "西镇：1项不同",
        "  3  不计分 → 不计分",
        "  $total  60 → 60",
    ]


def test_a_program_reads_it_as_json_lines_and_facts_may_come_by_standard_input(
    kaohe: Kaohe, versions: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(FACTS[0]).encode()), "utf-8"))
    rows = kaohe("rubric", "diff", *versions, "--facts", "-", "--json").rows
    assert {row["what"] for row in rows if row["kind"] == "change"} == {"条文", "口径", "给分规则", "删"}
    assert next(row for row in rows if row["kind"] == "points") == {
        "kind": "points",
        "subject": "东镇",
        "code": "1",
        "before": "40",
        "after": "45",
    }


def test_the_same_version_changes_nothing(kaohe: Kaohe, versions: tuple[str, str], facts: str) -> None:
    told = kaohe("rubric", "diff", versions[0], versions[0], "--facts", facts)
    assert [line for line in told.out.splitlines() if not line.startswith("  ")] == [
        "东镇：各项得分都不变",
        "西镇：各项得分都不变",
    ]


def test_an_overlay_is_compared_with_the_document_it_completes(kaohe: Kaohe, tmp_path: Path) -> None:
    overlay = {"id": "trial", "weights": {}}
    (tmp_path / "overlay.json").write_text(json.dumps(overlay), "utf-8")
    told = kaohe("rubric", "diff", "ziyang-2016", str(tmp_path / "overlay.json"))
    assert (told.code, told.err.count("\n")) == (1, 1)
    assert told.err.startswith("补充方案“trial”有")
    alone = kaohe("rubric", "diff", str(tmp_path / "overlay.json"), "ziyang-2016")
    assert (alone.code, alone.err) == (1, "补充方案“trial”没有写 base（补充哪一部细则）。\n")


def test_milestones_are_compared_over_the_year_unless_one_is_named(kaohe: Kaohe, tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text('{"code": "T02-H1", "inputs": {"award_system": "none"}}', "utf-8")
    for words in ([], ["--milestone", "H1"]):
        told = kaohe("rubric", "diff", "tieling-2015", "tieling-2015", "--facts", str(file), *words)
        assert (told.code, told.out) == (0, "全部填报：各项得分都不变\n  $total  0 → 0\n")


@pytest.mark.parametrize(
    "line", ["[1]", "{", '{"code": 1, "inputs": {"a": 1}}', '{"code": "1", "inputs": [1]}']
)
def test_facts_that_are_none_are_one_line(
    kaohe: Kaohe, versions: tuple[str, str], tmp_path: Path, line: str
) -> None:
    (tmp_path / "facts.jsonl").write_text(line, "utf-8")
    told = kaohe("rubric", "diff", *versions, "--facts", str(tmp_path / "facts.jsonl"))
    assert (told.code, told.err.count("\n")) == (1, 1)
    assert "第1行" in told.err
