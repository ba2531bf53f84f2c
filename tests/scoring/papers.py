"""Small made-up rubrics, written in the format of `rubric.toml`."""

import itertools
import tempfile
from pathlib import Path

from rubrics.loader import load_folder
from scoring.model import Criterion, Rubric

_NUMBERS = itertools.count(1)


def rubric_of(text: str) -> Rubric:
    """Load a rubric from the text of its `rubric.toml`; `name`, `title` and `subjects` are filled in."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / f"paper_{next(_NUMBERS)}"
        folder.mkdir()
        heading = 'name = "paper"\ntitle = "试卷"\nsubjects = ["某市"]\n' if "subjects" not in text else ""
        (folder / "rubric.toml").write_text(heading + text, "utf-8")
        return load_folder(folder)


def criterion_toml(code: str, marks: str, inputs: str, rule: str, more: str = "") -> str:
    """One criterion; `inputs` and `rule` are the inside of their TOML arrays."""
    full = f"full_marks = {marks}" if marks else ""
    return f"""
[[criteria]]
code = "{code}"
name = "要点{code}"
clause = "条文"
reading = "口径"
kind = "test"
responsible = ["某局"]
{full}
inputs = [{inputs}]
rule = [{rule}]
{more}
"""


def criterion_of(marks: str, inputs: str, rule: str, more: str = "") -> Criterion:
    """The only criterion of a made-up rubric."""
    return rubric_of(criterion_toml("1", marks, inputs, rule, more)).criteria[0]
