from pathlib import Path

import pytest

from tests.console import Kaohe

NOTICE = """
year = 2027
off = [2027-01-01, 2027-02-05, 2027-02-08]
work = [2027-01-09]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give the notice for 2027 as a file."""
    path = tmp_path / "2027.toml"
    path.write_text(NOTICE, "utf-8")
    return path


def test_an_imported_year_is_gone_by_and_inherited_by_the_next_campaign(kaohe: Kaohe, file: Path) -> None:
    kaohe("campaign", "open", "rugao-2018", "--name", "甲", "--year", "2027")
    (before,) = kaohe("campaign", "list").out.splitlines()
    assert "当年放假安排未公布" in before
    assert "2027年：放假3天、调休上班1天，已用于：甲" in kaohe("calendar", "import", str(file)).out
    kaohe("campaign", "open", "rugao-2018", "--name", "乙", "--year", "2027")
    for line in kaohe("campaign", "list").out.splitlines():
        assert "未公布" not in line


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("off = []", "year"),
        ("year = 2027\noff = [2026-01-01]", "应是2027年的日期"),
        ("year = 2027\noff = ['x']", "应是2027年的日期"),
        ("year = 2027\noff = [2027-01-01]\nwork = [2027-01-01]", "既在 off 又在 work"),
        ("year = ", "读不了"),
    ],
)
def test_a_file_that_is_wrong_changes_nothing(kaohe: Kaohe, file: Path, text: str, wrong: str) -> None:
    kaohe("campaign", "open", "rugao-2018", "--name", "甲", "--year", "2027")
    file.write_text(text, "utf-8")
    ran = kaohe("calendar", "import", str(file))
    assert (ran.code, ran.out) == (1, "")
    assert wrong in ran.err
    assert "未公布" in kaohe("campaign", "list").out


def test_a_campaign_of_another_year_moves_the_printed_days_along_and_says_so(kaohe: Kaohe) -> None:
    opened = kaohe("campaign", "open", "tieling-2015", "--name", "甲", "--year", "2016").out
    assert "顺延到2016年度（2016-06-30、2016-09-30、2016-12-31）（2016年度的时限原文未规定" in opened
