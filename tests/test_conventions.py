"""What the project promises about itself."""

import ast
import re
import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
import typer
from importlinter.cli import lint_imports

from bot.cli import COMMANDS, command_line
from bot.setting_files import PREFIX
from bot.settings import ServerSettings, Settings, SettingsError
from tests.chat_reference import chat_reference

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "scoring", "rubrics", "store")
LOCKS = (
    "requirements.txt",
    "requirements-s3.txt",
    "requirements-test.txt",
    "requirements-e2e.txt",
    "requirements-bench.txt",
)
# Put together here so that this file does not hold what it forbids.
FOREIGN = re.compile("|".join([r"py" + r"pi\.org", r"python" + r"hosted", r"/ro" + r"ot/", r"/wo" + r"rk/"]))


def tracked() -> Iterator[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout of the repository")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    yield from (ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


def floats(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if (isinstance(node, ast.Constant) and isinstance(node.value, float)) or (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
        ):
            yield f"{file.relative_to(ROOT)}:{node.lineno}"


@pytest.mark.parametrize("room", ["scoring", "rubrics"])
def test_no_float_is_made_where_points_are_reckoned(room: str) -> None:
    files = list((ROOT / room).rglob("*.py"))
    assert files
    assert [found for file in files for found in floats(file)] == []


def test_the_rooms_import_one_way() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_ours_and_not_a_package_of_the_same_name(room: str) -> None:
    found = import_module(room).__file__
    assert found is not None
    assert Path(found).is_relative_to(ROOT)


def test_the_wheel_holds_the_rubrics_and_the_migrations_but_no_tests(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == set(ROOMS)
    data = [
        *ROOT.glob("rubrics/*/*.toml"),
        *ROOT.glob("rubrics/*/source.txt"),
        *ROOT.glob("store/migrations/**/*.py"),
    ]
    assert len(data) > 6
    assert [file for file in data if str(file.relative_to(ROOT)) not in names] == []


def commands() -> Iterator[str]:
    for name in COMMANDS:
        app = command_line(name)
        group = next((found.typer_instance for found in app.registered_groups), None)
        if group is None:
            yield f"kaohe {name}"
        else:
            yield from (f"kaohe {name} {word}" for word in words(group))


def words(group: typer.Typer) -> Iterator[str]:
    for command in group.registered_commands:
        name = command.name or (command.callback and command.callback.__name__)
        assert isinstance(name, str)
        yield name.replace("_", "-")


def test_every_command_is_documented() -> None:
    text = (ROOT / "docs/commands.md").read_text("utf-8")
    assert [command for command in commands() if f"`{command}" not in text] == []


def test_everything_that_can_be_said_is_documented() -> None:
    written = (ROOT / "docs/chat.md").read_text("utf-8")
    assert written == chat_reference(), "run `make docs`"


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs/deployment.md").read_text("utf-8")
    names = [f"{PREFIX}{field.upper()}" for field in Settings.model_fields]
    assert [name for name in names if f"`{name}`" not in text] == []


def test_the_example_names_real_settings_and_does_not_start_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    named = set(re.findall(rf"^#?({PREFIX}\w+)=", example, re.MULTILINE))
    assert named - {f"{PREFIX}{field.upper()}" for field in Settings.model_fields} == set()
    (tmp_path / ".env").write_text(example, "utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError) as refused:
        ServerSettings.load()
    assert [
        name for name in ServerSettings.needed if f"{PREFIX}{name.upper()}" not in str(refused.value)
    ] == []


def test_no_file_names_a_registry_or_a_folder_of_the_machine_it_was_written_on() -> None:
    texts = (
        file for file in tracked() if file.suffix not in {".png", ".otf", ".ttf", ".woff2", ".docx", ".xlsx"}
    )
    assert [str(file) for file in texts if FOREIGN.search(file.read_text("utf-8"))] == []


def test_the_locks_agree_on_every_version() -> None:
    # One lock may hold several versions of a package, each for some versions of Python.
    versions: dict[str, set[frozenset[str]]] = defaultdict(set)
    for lock in LOCKS:
        found: dict[str, set[str]] = defaultdict(set)
        pinned = re.findall(r"^([a-z0-9-]+)(?:\[.*?\])?==(\S+)", (ROOT / lock).read_text(), re.MULTILINE)
        for name, version in pinned:
            found[name].add(version)
        for name, several in found.items():
            versions[name].add(frozenset(several))
    assert len(versions) > 50
    assert [name for name, sets in versions.items() if len(sets) > 1] == []
