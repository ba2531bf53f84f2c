import csv
from pathlib import Path

import pytest

from tests.console import Kaohe

# Three working days before the half-year's deadline of 铁岭.
AT = "2015-06-25T09:00:07+08:00"


@pytest.fixture
def campaign(kaohe: Kaohe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """铁岭 with one contact who has reported nothing."""
    monkeypatch.setenv("KAOHE_WECOM_API_BASE", "http://127.0.0.1:9")
    monkeypatch.setenv("KAOHE_REHEARSAL_AT", "2015-06-01T09:00+08:00")
    with (tmp_path / "roster.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["姓名", "单位", "角色", "企业微信账号"])
        writer.writerow(["王敏", "县城建局", "联络员", "wangmin"])
    assert kaohe("campaign", "open", "tieling-2015", "--name", "铁岭").code == 0
    assert kaohe("roster", "import", str(tmp_path / "roster.csv"), "--campaign", "铁岭").code == 0


def test_a_reminder_is_put_into_the_outbox_once(campaign: None, kaohe: Kaohe) -> None:
    (push,) = kaohe("remind", "--at", AT, "--json").rows
    assert (push["channel"], push["recipient"]) == ("wecom", "wangmin")
    assert kaohe("remind", "--at", AT, "--json").rows == []
    (row,) = kaohe("outbox", "--json").rows
    assert (row["key"], row["text"], row["state"]) == (push["key"], push["text"], "pending")


def test_a_dry_run_only_tells(campaign: None, kaohe: Kaohe) -> None:
    would = kaohe("remind", "--at", AT, "--dry-run", "--json").rows
    assert kaohe("outbox", "--json").rows == []
    assert kaohe("remind", "--at", AT, "--json").rows == would


def test_nobody_is_reminded_at_night(campaign: None, kaohe: Kaohe) -> None:
    ran = kaohe("remind", "--at", "2015-06-25T23:00+08:00", "--json")
    assert (ran.code, ran.rows, ran.err) == (0, [], "这一刻没有要发的提醒\n")


def test_a_time_without_a_zone_is_the_offices(campaign: None, kaohe: Kaohe) -> None:
    without = kaohe("remind", "--at", "2015-06-25T09:00:07", "--dry-run", "--json").rows
    assert without == kaohe("remind", "--at", AT, "--dry-run", "--json").rows


def test_a_time_that_is_none_is_told_in_one_line(campaign: None, kaohe: Kaohe) -> None:
    ran = kaohe("remind", "--at", "明天", "--json")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
