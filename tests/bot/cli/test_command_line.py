import subprocess
import sys
from importlib import import_module
from pathlib import Path

from bot.cli import COMMANDS, command_line
from bot.cli.failures import EXPECTED
from tests.console import Kaohe

HEAVY = {"sqlalchemy", "aiohttp", "pydantic", "wechatpy", "typst", "alembic"}


def test_every_command_has_a_module_with_its_name() -> None:
    for name in COMMANDS:
        module = import_module(f"bot.cli.{name}")
        assert hasattr(module, "app") or callable(getattr(module, name)), name


def test_the_list_of_commands_loads_none_of_them() -> None:
    script = "import sys; from bot.cli import command_line; command_line(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert HEAVY.isdisjoint(loaded.stdout.split())


def test_the_list_names_every_command(kaohe: Kaohe) -> None:
    listed = kaohe("--help")
    assert listed.code == 0
    assert [name for name in COMMANDS if name not in listed.out] == []


def test_wrong_usage_ends_with_2(kaohe: Kaohe) -> None:
    for words in (
        ["nowhere"],
        [],
        ["campaign", "nothing"],
        ["roster", "import"],
        ["campaign", "list", "--nope"],
    ):
        wrong = kaohe(*words)
        assert (wrong.code, words) == (2, words)


def test_a_wrong_setting_is_one_line(kaohe: Kaohe, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("KAOHE_PORT=many\nKAOHE_TIMEZONE=Mars/Base\n")
    wrong = kaohe("campaign", "list")
    assert (wrong.code, wrong.out, wrong.err.count("\n")) == (1, "", 1)
    assert "KAOHE_PORT" in wrong.err
    assert "KAOHE_TIMEZONE" in wrong.err


def test_a_database_that_is_not_migrated_is_one_line(kaohe: Kaohe, tmp_path: Path) -> None:
    (tmp_path / "kaohe.db").unlink()
    wrong = kaohe("campaign", "list")
    assert (wrong.code, wrong.err) == (1, "数据库还没有建好或不是最新，请先运行 kaohe migrate\n")


def test_each_expected_error_exists() -> None:
    for name in EXPECTED:
        module, _, kind = name.rpartition(".")
        assert issubclass(getattr(import_module(module), kind), Exception)


def test_an_unknown_word_loads_nothing() -> None:
    assert [command.name for command in command_line("nowhere").registered_commands] == list(COMMANDS)
