"""What is wrong with a rubric's files, all of it at once."""

from dataclasses import dataclass
from typing import Final

_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """一处问题: where it stands (the place inside rubric.toml, its line where known) and what is wrong."""

    where: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        line = "" if self.line is None else f"第{self.line}行 "
        return f"{line}{self.where}：{self.message}"


class RubricError(Exception):
    """A rubric that cannot be used; `problems` lists everything found."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        shown = "；".join(map(str, problems[:_SHOWN]))
        more = f"，前{_SHOWN}处" if len(problems) > _SHOWN else ""
        super().__init__(f"{name} 有{len(problems)}处问题{more}：{shown}。")
        self.name = name
        self.problems = problems
