"""The small rubric that docs/rubric-format.md prints, as a folder."""

import re
from pathlib import Path

FORMAT = Path(__file__).parents[2] / "docs" / "rubric-format.md"
FILES = ("source.txt", "rubric.toml", "cases.toml")


def write_example(directory: Path) -> Path:
    """Write the example's three files below an office's own directory; return its folder."""
    folder = directory / "example_2026"
    folder.mkdir(parents=True)
    page = FORMAT.read_text("utf-8").partition("## A whole rubric, small")[2]
    for name in FILES:
        (text,) = re.findall(rf"`{re.escape(name)}`\n\n```\w+\n(.*?)```", page, re.DOTALL)
        (folder / name).write_text(text, "utf-8")
    return folder
