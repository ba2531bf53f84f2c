"""Overlays are read from files, tell whether they are signed, and the document's example is one."""

import json
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from rubrics.errors import RubricError
from rubrics.line_prices import KINDS
from rubrics.overlays import OverlayDocument, parse_overlay, read_overlay
from scoring.engine import score_leaf, score_sheet
from tests.rubrics.overlay import (
    GOALS,
    MEASURES,
    SIGNATURE,
    ZIYANG,
    overlay,
    points,
)


def test_toml_and_json_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(overlay(**SIGNATURE, targets={"1.1": "98.5"})), "utf-8")
    lines = ['id = "made-up"', 'default_kind = "assessed"', *(f'{k} = "{v}"' for k, v in SIGNATURE.items())]
    lines[-1] = "date = 2016-03-01"
    lines += ["[weights]", *(f'"{code}" = {mark}' for code, mark in {**GOALS, **MEASURES}.items())]
    lines += ["[kinds]", *(f'"{code}" = "proportional"' for code in ("1.1", "1.2", "1.3", "2.1", "3.1"))]
    lines += ["[targets]", '"1.1" = 98.5', "[social]", 'mode = "reference"']
    (tmp_path / "b.toml").write_text("\n".join(lines), "utf-8")
    one, other = read_overlay(tmp_path / "a.json"), read_overlay(tmp_path / "b.toml")
    assert one.id == other.id == "made-up"
    assert one.unsigned == other.unsigned == ()
    for found in (one, other):
        assert points(score_leaf(found.applied_to(ZIYANG), "1.1", {"actual_percent": "97"})) == "7.88"


def test_what_is_read_can_be_stored_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(
        'id = "a"\ndate = 2016-03-01\nweights = { "1.1" = 7.50 }\nunits = { "1.1" = ["局"] }', "utf-8"
    )
    found = read_overlay(file)
    assert found.data == {
        "id": "a",
        "date": "2016-03-01",
        "weights": {"1.1": "7.5"},
        "units": {"1.1": ["局"]},
    }
    again = parse_overlay(json.loads(json.dumps(found.data)))
    assert (again.id, again.digest) == (found.id, found.digest)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.toml", "id = ", "a.toml 有1处问题"),
        ("a.json", "{", "a.json 有1处问题"),
        ("a.json", "[" * 100_000, "a.json 有1处问题"),
        ("a.json", "[]", "补充方案应为一张表，并有自己的“id”"),
        ("a.toml", 'name = "x"', "补充方案应为一张表，并有自己的“id”"),
    ],
)
def test_a_file_that_is_no_overlay_is_refused(tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(RubricError, match=said):
        read_overlay(tmp_path / name)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"none\.toml"):
        read_overlay(tmp_path / "none.toml")


def test_an_unsigned_overlay_is_told_with_every_total() -> None:
    unsigned: OverlayDocument = parse_overlay(overlay())
    assert unsigned.unsigned == ("base", "issuer", "document", "date")
    assert score_sheet(ZIYANG, {}, overlay=unsigned).warnings == ("overlay_unsigned",)
    signed = parse_overlay(overlay(**SIGNATURE))
    assert signed.unsigned == ()
    assert score_sheet(ZIYANG, {}, overlay=signed).warnings == ()
    assert parse_overlay(overlay(**{**SIGNATURE, "issuer": ""})).unsigned == ("issuer",)


def test_the_version_tells_which_overlay_scored() -> None:
    one, other = (parse_overlay(overlay(document=number)).applied_to(ZIYANG) for number in ("1号", "2号"))
    assert one.version != other.version


def test_the_example_of_the_document_is_an_overlay() -> None:
    text = (Path(__file__).parents[3] / "docs" / "overlay-format.md").read_text("utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    written = parse_overlay(tomllib.loads(example, parse_float=Decimal))
    assert written.unsigned == ()
    line = score_leaf(ZIYANG, "2.1", {"actual_percent": "99"}, subject="雁江区", overlay=written)
    assert points(line) == "6"
    for kind in KINDS:
        assert f"| `{kind}` |" in text
