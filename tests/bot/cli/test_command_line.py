import subprocess
import sys
from importlib import import_module
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from typer.exceptions import TyperException

from bot.cli import COMMANDS, command_line
from bot.cli.failures import EXPECTED
from bot.cli.usage import usage_line
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


def test_no_words_show_the_help_and_end_with_2(kaohe: Kaohe) -> None:
    for words in ([], ["campaign"]):
        shown = kaohe(*words)
        assert (shown.code, shown.err) == (2, "")
        assert "用法：kaohe" in shown.out


@pytest.mark.parametrize("words", ["", *COMMANDS, "campaign open", "demo", "rubric check", "calendar import"])
def test_help_is_chinese_its_frames_whole_and_nothing_cut_short(kaohe: Kaohe, words: str) -> None:
    shown = kaohe(*words.split(), "--help").out
    english = {"Usage", "Options", "Commands", "Arguments", "Show", "<bool>", "[required]", "[default", "…│"}
    assert [word for word in english if word in shown.replace("… │", "…│")] == []
    framed = [line for line in shown.splitlines() if line.startswith(("╭", "│", "╰"))]
    assert {sum(1 + (east_asian_width(sign) in "WF") for sign in line) for line in framed} == {80}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("nowhere", "没有“nowhere”这个命令（用法见 kaohe --help）"),
        ("scor", "没有“scor”这个命令，是不是 score、doctor（用法见 kaohe --help）"),
        ("campaign nothing", "没有“nothing”这个命令（用法见 kaohe campaign --help）"),
        ("roster import", "没有写 file（用法见 kaohe roster import --help）"),
        ("campaign list --nope", "没有“--nope”这个选项（用法见 kaohe campaign list --help）"),
        (
            "campaign open --overla x",
            "没有“--overla”这个选项，是不是 --overlay（用法见 kaohe campaign open --help）",
        ),
        ("demo --port", "选项“--port”后面要写内容（用法见 kaohe --help）"),
        ("demo --keep=1", "选项“--keep”后面不跟内容（用法见 kaohe --help）"),
        ("demo --port 八", "--port：应为整数（用法见 kaohe demo --help）"),
        ("demo --port 65536", "--port：不能大于65535（用法见 kaohe demo --help）"),
        ("demo --port -1", "--port：不能小于0（用法见 kaohe demo --help）"),
        ("outbox requeue 1.5", "ID：应为整数（用法见 kaohe outbox requeue --help）"),
        ("migrate now 立即", "多写了“now 立即”（用法见 kaohe migrate --help）"),
        ("score", "请给出考核细则和编号，或用 --cases 给出文件（用法见 kaohe score --help）"),
    ],
)
def test_wrong_usage_is_told_in_one_chinese_line_and_ends_with_2(kaohe: Kaohe, words: str, said: str) -> None:
    wrong = kaohe(*words.split())
    assert (wrong.code, wrong.out, wrong.err) == (2, "", f"{said}\n")


def test_usage_that_nobody_has_thought_of_is_told_in_chinese_too() -> None:
    assert usage_line(TyperException("Something\nnew.")) == "命令写得不对（用法见 kaohe --help）"


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
