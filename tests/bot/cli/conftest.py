import logging
import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.console import Kaohe, Ran


@pytest.fixture
def kaohe(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Kaohe:
    """Runs `kaohe …` in an empty folder with a migrated database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KAOHE_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("KAOHE_DATA_DIR", str(tmp_path / "data"))
    # A command sends all logs to its standard error; they go back when the test ends.
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr(logging.getLogger(), "level", logging.WARNING)

    def run(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["kaohe", *words])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return run
