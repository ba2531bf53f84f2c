"""The shipped font draws every character that the product shows: a missing one would vanish silently."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bot.pages.fonts import FONT

ROOT = Path(__file__).parents[3]
_SHOWN = {".html", ".css", ".js", ".toml", ".txt", ".py", ".typ"}
ROOMS = ("bot", "handlers", "rubrics", "scoring", "store")


@cache
def covered() -> frozenset[int]:
    return frozenset(TTFont(FONT).getBestCmap())


def missing(text: str) -> list[str]:
    """The drawn characters of `text` that the font lacks."""
    drawn = {letter for letter in text if unicodedata.category(letter)[0] not in "CZ"}
    return sorted(letter for letter in drawn if ord(letter) not in covered())


def shown_files(room: str) -> list[Path]:
    # The reading room lists what people write, which is not what is shown to them.
    files = (path for path in (ROOT / room).rglob("*") if path.suffix in _SHOWN)
    return [path for path in files if "reading" not in path.parts]


@pytest.mark.parametrize("room", ROOMS)
def test_every_character_of_our_texts_is_drawn(room: str) -> None:
    lacking = {str(path): missing(path.read_text()) for path in shown_files(room)}
    assert {path: letters for path, letters in lacking.items() if letters} == {}


def test_the_government_documents_are_drawn() -> None:
    seeds = sorted((ROOT / ".." / "shared" / "seeds").glob("*.txt"))
    if not seeds:
        pytest.skip("the source documents are not beside the repository")
    assert {path.name: missing(path.read_text()) for path in seeds} == {path.name: [] for path in seeds}


def test_rare_letters_of_names_are_drawn_and_what_is_not_is_noticed() -> None:
    assert missing("王喆赵堃李祎张彧陈镕①⑳㈠％‰≥〓，。：；（）《》“”…—") == []
    assert missing("\U0001f600\u4dae") == ["\u4dae", "\U0001f600"]


def test_the_licence_lies_beside_the_font() -> None:
    licence = FONT.with_name("OFL.txt").read_text()
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert FONT.stat().st_size < 4_000_000
