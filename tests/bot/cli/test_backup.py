import os
from contextlib import closing
from pathlib import Path

import pytest

from store.sqlite_driver import driver
from tests.console import Kaohe


def test_a_backup_is_a_whole_database_of_its_own(
    kaohe: Kaohe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaohe("campaign", "open", "rugao-2018", "--name", "甲")
    with closing(driver.connect(tmp_path / "kaohe.db", isolation_level=None)) as served:
        # What was committed last is still in the log beside the file, and somebody is just writing.
        kaohe("campaign", "open", "rugao-2018", "--name", "乙")
        served.execute("BEGIN IMMEDIATE")
        served.execute("UPDATE campaign SET name = '丙' WHERE name = '甲'")
        done = kaohe("backup", str(tmp_path / "copy.db"))
        served.execute("ROLLBACK")
    assert (done.code, done.out) == (0, "")
    assert "核对无误" in done.err
    assert [file.name for file in tmp_path.glob("copy*")] == ["copy.db"]
    monkeypatch.setenv("KAOHE_DATABASE_URL", f"sqlite:///{tmp_path / 'copy.db'}")
    assert [row["name"] for row in kaohe("campaign", "list", "--json").rows] == ["甲", "乙"]


def test_a_backup_replaces_no_file(kaohe: Kaohe, tmp_path: Path) -> None:
    kept = tmp_path / "copy.db"
    kept.write_text("older")
    refused = kaohe("backup", str(kept))
    assert (refused.code, refused.err) == (1, f"{kept}：已经有这个文件，不覆盖\n")
    assert kept.read_text() == "older"


def test_without_a_database_nothing_is_made(
    kaohe: Kaohe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAOHE_DATABASE_URL", f"sqlite:///{tmp_path / 'other.db'}")
    refused = kaohe("backup", str(tmp_path / "copy.db"))
    assert (refused.code, refused.err) == (1, f"{tmp_path / 'other.db'}：没有这个文件或文件夹\n")
    assert not list(tmp_path.glob("copy*"))
    assert not (tmp_path / "other.db").exists()


def test_a_damaged_database_is_said_and_leaves_no_copy(kaohe: Kaohe, tmp_path: Path) -> None:
    kaohe("campaign", "open", "rugao-2018", "--name", "甲")
    with (tmp_path / "kaohe.db").open("r+b") as file:
        file.seek(8 * 4096)
        file.write(os.urandom(40 * 4096))
    refused = kaohe("backup", str(tmp_path / "copy.db"))
    assert refused.code == 1
    assert refused.err.startswith("数据库：")
    assert len(refused.err.splitlines()) == 1
    assert not list(tmp_path.glob("copy*"))


def test_postgresql_is_sent_to_its_own_program(kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAOHE_DATABASE_URL", "postgresql+psycopg://kaohe@db/kaohe")
    refused = kaohe("backup", "copy.db")
    assert refused.code == 1
    assert "pg_dump" in refused.err
