from pathlib import Path

from store.sqlite_driver import driver
from tests.console import Kaohe


def test_an_untouched_chain_is_whole(kaohe: Kaohe) -> None:
    kaohe("campaign", "open", "rugao-2018", "--name", "甲")
    kaohe("campaign", "open", "rugao-2018", "--name", "乙")
    assert kaohe("audit", "verify").out == "审计链完好，共2行\n"


def test_a_changed_row_is_found(kaohe: Kaohe, tmp_path: Path) -> None:
    for name in ("甲", "乙", "丙"):
        kaohe("campaign", "open", "rugao-2018", "--name", name)
    with driver.connect(tmp_path / "kaohe.db") as database:
        for (trigger,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute("UPDATE audit SET actor = 'nobody' WHERE seq = 2")
    database.close()
    found = kaohe("audit", "verify")
    assert (found.code, found.out, found.err) == (1, "", "审计链从第2行起对不上\n")
