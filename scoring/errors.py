"""The errors of scoring: one named code of the contract, one Chinese sentence."""

from typing import Literal

ErrorCode = Literal[
    "missing_input",
    "unknown_input",
    "bad_choice",
    "bad_type",
    "out_of_range",
    "inconsistent",
    "unknown_code",
    "overlay_required",
    "overlay_invalid",
]


class ScoringError(Exception):
    """Facts that cannot be scored: `code` is the contract's name, `message` is Chinese, `input` its name."""

    def __init__(self, code: ErrorCode, message: str, input_name: str | None = None) -> None:
        super().__init__(message)
        self.code: ErrorCode = code
        self.message = message
        self.input = input_name


class UnknownCode(ScoringError):  # noqa: N818 - named after the contract's unknown_code
    """A code (编号) that the rubric does not have."""

    def __init__(self, rubric: str, code: str) -> None:
        super().__init__("unknown_code", f"{rubric} 没有编号为“{code[:20]}”的考核要点。")


def overlay_required(name: str) -> ScoringError:
    """The error of points that the document leaves to an overlay (补充方案)."""
    return ScoringError("overlay_required", f"{name} 没有印分值和评分标准，须有补充方案（overlay）才能计分。")


class MissingValue(Exception):  # noqa: N818 - a signal between a rule and the engine, never shown
    """A rule needs the value of an input that was not given."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
