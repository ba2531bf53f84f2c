"""The results: a line for each criterion and why its points are what they are, and the sheet that adds them up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from typing import Literal, NamedTuple

from scoring.decimals import EXACT, ZERO, plain
from scoring.errors import ScoringError, overlay_required
from scoring.inputs import Inputs
from scoring.model import Criterion, Rubric
from scoring.rules.base import Outcome

State = Literal["scored", "missing", "invalid", "no_task", "no_batch", "unpriced"]
"""scored; missing or refused values; a town without the task; a rate over no batch (无抽查批次); values whose
marks the document leaves to an overlay (另行制定)."""


@dataclass(frozen=True, slots=True)
class Why:
    """得分说明: the values, the clause, how it is read, the arithmetic in steps, and which rubric said so."""

    inputs: Mapping[str, object]
    clause: str
    reading: str
    steps: tuple[str, ...]
    rubric: str
    version: str


class Line(NamedTuple):
    """一行得分: one criterion scored for one set of values.

    `outcome` is what the rule gave, before the assessor's points replace it; None where nothing was scored.
    `error` says what is missing or refused.
    """

    rubric: Rubric
    criterion: Criterion
    inputs: Inputs
    state: State
    outcome: Outcome | None = None
    subject: str | None = None
    error: ScoringError | None = None

    @property
    def code(self) -> str:
        """The criterion's code."""
        return self.criterion.code

    @property
    def full_marks(self) -> Decimal | None:
        """The criterion's printed mark."""
        return self.criterion.full_marks

    @property
    def assessed(self) -> Decimal | None:
        """The assessor's points that replace the computed ones."""
        given = self.inputs.values.get("assessed_points") if self.criterion.assessable else None
        return given if isinstance(given, Decimal) else None

    @property
    def base(self) -> Decimal | None:
        """The points without the bonus, None where the rubric gives none or nothing was scored."""
        assessed = self.assessed
        if assessed is not None or self.outcome is None:
            return assessed
        return self.outcome.points

    @property
    def bonus(self) -> Decimal:
        """Points beyond the printed mark."""
        return ZERO if self.outcome is None or self.assessed is not None else self.outcome.bonus

    @property
    def points(self) -> Decimal | None:
        """The points, bonus included, None where the rubric gives none or nothing was scored."""
        base = self.base
        return None if base is None else base + self.bonus

    @property
    def computed(self) -> Decimal | None:
        """What the rule alone gives, bonus included."""
        if self.outcome is None or self.outcome.points is None:
            return None
        return self.outcome.points + self.outcome.bonus

    @property
    def gap(self) -> bool:
        """Whether the text leaves this state unpriced and no assessor has decided it."""
        return self.outcome is not None and self.outcome.gap and self.assessed is None

    @property
    def provisional(self) -> bool:
        """Whether the figure stands in until the assessor decides."""
        return self.outcome is not None and self.outcome.provisional and self.assessed is None

    @property
    def met(self) -> bool | None:
        """Whether the subject's target is met, None where not judged."""
        return None if self.outcome is None else self.outcome.met

    @property
    def ratio(self) -> Decimal | None:
        """Actual ÷ target, at most 4 decimals, None where not judged or not printed."""
        return None if self.outcome is None else self.outcome.ratio

    @property
    def reference(self) -> Decimal | None:
        """The value that is shown beside the total and never in it."""
        return None if self.outcome is None else self.outcome.reference

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the line was scored without."""
        return tuple(item.absent_warning for item in self.inputs.absent if item.absent_warning is not None)

    def why(self) -> Why:
        """Explain the line so that an outsider can redo the arithmetic; the steps are built only here."""
        with localcontext(EXACT):
            steps = tuple(self._steps())
        return Why(
            inputs=dict(self.inputs.raw),
            clause=self.criterion.clause,
            reading=self.criterion.reading,
            steps=steps,
            rubric=self.rubric.name,
            version=self.rubric.version,
        )

    def _steps(self) -> list[str]:
        if self.error is not None:
            return [self.error.message]
        criterion = self.criterion
        steps = criterion.rule.steps(self.inputs.values, criterion.context(self.subject))
        steps += [
            f"“{item.label}”未填报，按其余填报计算。"
            for item in self.inputs.absent
            if item.absent_warning is not None
        ]
        if self.assessed is not None and self.computed is not None:
            steps.append(f"考核方核定{plain(self.assessed)}分，替代按填报计算的{plain(self.computed)}分。")
        return steps


@dataclass(frozen=True, slots=True)
class TownRow:
    """一项任务: met or missed, and the completion ratio (None where not judged or not printed)."""

    met: bool | None
    ratio: Decimal | None


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """得分表: the lines in document order and what they add up to.

    `points` includes `bonus`, `full` does not; both are None where the rubric gives no points. `missing` and
    `invalid` list codes; `veto` is True once confirmed (None without a veto in the document), `pending` True
    while the grade is withheld; `section_policies` are those chosen for the sheet; `items` holds each item's
    share of an annual figure; `assigned`, `met` and `rows` belong to a town.
    """

    rubric: Rubric
    lines: Mapping[str, Line]
    points: Decimal | None = None
    full: Decimal | None = None
    bonus: Decimal | None = None
    sections: Mapping[str, Decimal] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    invalid: tuple[str, ...] = ()
    veto: bool | None = None
    pending: bool = False
    grade: str | None = None
    in_gap: bool = False
    warnings: tuple[str, ...] = ()
    milestone: str | None = None
    policy: str | None = None
    section_policies: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, Decimal] = field(default_factory=dict)
    subject: str | None = None
    assigned: int | None = None
    met: int | None = None
    rows: Mapping[str, TownRow] = field(default_factory=dict)

    @property
    def error(self) -> ScoringError | None:
        """Why there is no total: no overlay where one is needed, or the first refused value."""
        if self.rubric.unpriced:
            return overlay_required(self.rubric.name)
        refused = ((code, self.lines[code].error) for code in self.invalid)
        return next(
            (
                ScoringError(error.code, f"{code}：{error.message}", error.input)
                for code, error in refused
                if error
            ),
            None,
        )

    @property
    def references(self) -> dict[str, Decimal]:
        """The values shown beside the total, by code."""
        return {code: line.reference for code, line in self.lines.items() if line.reference is not None}
