import os
from decimal import Decimal
from pathlib import Path

import pytest

from rubrics import RubricError
from rubrics.loader import load_content, load_folder
from rubrics.overlays import read_overlay
from rubrics.written import LARGEST, figure


def refusal(file: Path) -> str:
    with pytest.raises(RubricError) as refused:
        read_overlay(file)
    return str(refused.value)


@pytest.mark.parametrize("text", ["1e99999999", "1e-99999999", "9" * 101, "nan", "inf", "-inf"])
def test_a_figure_that_would_fill_pages_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="太长或不是数"):
        figure(text)


def test_a_figure_is_exact() -> None:
    assert figure("2.50") == Decimal("2.50")
    assert str(figure("2.50")) == "2.50"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.json", '{"id": "x", "a": 1e99999999}', "太长或不是数"),
        ("a.toml", 'id = "x"\na = 1e99999999', "太长或不是数"),
        ("a.json", "[" * 100_000 + "]" * 100_000, "补充方案"),
        ("a.toml", "a = " + "[" * 100_000 + "]" * 100_000, "补充方案"),
        ("a.json", '{"id": "x", "a": ' + "9" * 5000 + "}", "补充方案"),
        ("a.json", " " * (LARGEST + 1), "超过4MB"),
    ],
)
def test_an_overlay_made_to_break_the_reader_is_refused(
    tmp_path: Path, name: str, content: str, problem: str
) -> None:
    file = tmp_path / name
    file.write_text(content, "utf-8")
    assert problem in refusal(file)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")
    assert "不是普通文件" in refusal(tmp_path / "a.json")
    (tmp_path / "endless.toml").symlink_to("/dev/zero")
    assert "不是普通文件" in refusal(tmp_path / "endless.toml")


@pytest.mark.parametrize("content", [b"a = 1e99999999", b"a = " + b"[" * 100_000, b"\xff\x00"])
def test_a_rubric_made_to_break_the_reader_is_refused(content: bytes) -> None:
    with pytest.raises(RubricError):
        load_content(content, "own")


def test_a_rubric_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rubric.toml").symlink_to("/dev/zero")
    with pytest.raises(RubricError, match="不是普通文件"):
        load_folder(tmp_path)
