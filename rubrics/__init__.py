"""The rubrics (考核细则) as data, one folder each, and how to get at them by name."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from rubrics.errors import Problem, RubricError
from rubrics.loader import load_folder
from scoring.model import Rubric

__all__ = ["Problem", "RubricError", "available", "folder_of", "load", "misnamed", "same_document"]

_HERE = Path(__file__).parent


def available(directory: Path | None = None) -> tuple[str, ...]:
    """The names of all rubrics, the shipped ones and those of an office's own `directory`, sorted."""
    return tuple(sorted(_folders(directory)))


def folder_of(name: str, directory: Path | None = None) -> Path:
    """The folder that holds a rubric; RubricError when no folder has that name."""
    found = _folders(directory).get(name)
    if found is None:
        raise RubricError(name, (Problem("rubrics", f"没有名为“{name}”的考核细则"),))
    return found


def load(name: str, directory: Path | None = None) -> Rubric:
    """Load a rubric by name (`rugao-2018` is in folder `rugao_2018`), cached; RubricError when unusable.

    A rubric that calls itself otherwise than its folder is not usable: what is stored names it.
    """
    rubric = _load(folder_of(name, directory))
    problem = misnamed(rubric, name)
    if problem is not None:
        raise RubricError(name, (problem,))
    return rubric


def misnamed(rubric: Rubric, name: str) -> Problem | None:
    """The problem of a rubric in the folder `name` that calls itself otherwise, None where it does not."""
    if rubric.name == name:
        return None
    return Problem("rubric.toml.name", f"写的是“{rubric.name}”，应与文件夹同名：“{name}”")


def same_document(folder: Path, directory: Path | None = None) -> Iterator[Rubric]:
    """The other usable rubrics that are taken from the document in `folder`, such as a table of targets."""
    text = _document(folder)
    for other in _folders(directory).values():
        if other.resolve() != folder.resolve() and _document(other) == text:
            with suppress(RubricError):
                yield _load(other)


def _document(folder: Path) -> bytes | None:
    file = folder / "source.txt"
    return file.read_bytes() if file.is_file() else None


@cache
def _load(folder: Path) -> Rubric:
    return load_folder(folder)


def _folders(directory: Path | None) -> dict[str, Path]:
    places = [_HERE] if directory is None else [_HERE, directory]
    return {
        file.parent.name.replace("_", "-"): file.parent
        for place in places
        for file in place.glob("*/rubric.toml")
    }
