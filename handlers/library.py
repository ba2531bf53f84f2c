"""The rubrics at hand: the packaged ones and, where the office has a folder of its own, those."""

from pathlib import Path

import rubrics
from scoring.model import Rubric


class Library:
    """Loads each rubric once.

    `directory` is the office's own folder (KAOHE_RUBRICS_DIR), or None.
    """

    def __init__(self, directory: Path | None = None) -> None:
        self._directory = directory
        self._loaded: dict[str, Rubric] = {}

    def names(self) -> tuple[str, ...]:
        """The names that `rubric` knows, in order."""
        return rubrics.available(self._directory)

    def rubric(self, name: str) -> Rubric:
        """The rubric of that name; raises rubrics.RubricError where there is none or it has errors."""
        rubric = self._loaded.get(name)
        if rubric is None:
            rubric = self._loaded[name] = rubrics.load(name, self._directory)
        return rubric
