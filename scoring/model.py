"""The rubric as frozen values: what a document prints and how each of its lines is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, Protocol

from scoring.conditions import Condition
from scoring.errors import UnknownCode
from scoring.materials import Materials
from scoring.rule import Rule
from scoring.rules.base import Context


@dataclass(frozen=True, slots=True)
class Choice:
    """选项: one word of a choice input, and its points where it is a printed level."""

    value: str
    label: str
    points: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """填报项: one value that someone reports.

    `type` is percent, number, money, points, count, bool, choice or text; `source` is who it comes from
    (contact, assessor, subject, config, overlay); `by` the units that report it where the criterion is
    shared; `minimum` and `maximum` are inclusive, `above` exclusive; `default` stands in when it is not
    given, `suggested` only pre-fills; `required_when` makes an optional input needed; `absent_warning` is the
    warning of a line scored without it; `affects_points` is False for facts that are only stored.
    """

    name: str
    type: str
    label: str
    choices: tuple[Choice, ...] = ()
    optional: bool = False
    nullable: bool = False
    by: tuple[str, ...] = ()
    source: str = "contact"
    entered_by: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    above: Decimal | None = None
    default: Decimal | None = None
    suggested: Decimal | None = None
    suggested_from: str = ""
    required_when: Condition | None = None
    absent_warning: str | None = None
    affects_points: bool = True


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """存疑: what the text leaves open, the alternatives, the default taken and why."""

    open: str
    default: str
    reason: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """勾稽关系: what must hold between given inputs, and the Chinese sentence when it does not.

    It is looked at once every input that `holds` reads, and those in `given`, have a value.
    """

    holds: Condition
    message: str
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """考核要点: the scored line.

    `milestone` is H1, Q3, Y or None; `sheet` the milestone whose sheet counts the line (None: every sheet);
    `deadline` the printed words, `due` the ISO date; `item` groups the lines of one item over the milestones;
    `targets` holds a target for each subject, None where the subject has no task (empty: not a target line);
    `assessable` is whether the assessor may enter points that replace the computed ones; `focus_items`
    are the points of work for which evidence is examined (重点考核) and which never change the points.
    """

    code: str
    name: str
    path: tuple[str, ...]
    section: str
    full_marks: Decimal | None
    clause: str
    reading: str
    kind: str
    rule: Rule
    inputs: tuple[Input, ...]
    reporter: str = ""
    responsible: tuple[str, ...] = ()
    responsible_printed: str = ""
    named_units: tuple[str, ...] = ()
    open_ended: bool = False
    ambiguities: tuple[Ambiguity, ...] = ()
    checks: tuple[Check, ...] = ()
    item: str = ""
    milestone: str | None = None
    sheet: str | None = None
    deadline: str | None = None
    due: str | None = None
    targets: Mapping[str, Decimal | None] = field(default_factory=dict)
    focus_items: tuple[str, ...] = ()
    notes: str = ""
    input_by_name: Mapping[str, Input] = field(init=False, repr=False)
    contexts: Mapping[str | None, Context] = field(init=False, repr=False)
    assessable: bool = field(init=False)

    def __post_init__(self) -> None:
        by_name = {item.name: item for item in self.inputs}
        labels = {item.name: item.label for item in self.inputs}
        of_subjects = {name: Context(labels, target) for name, target in self.targets.items()}
        assessed = by_name.get("assessed_points")
        object.__setattr__(self, "input_by_name", by_name)
        object.__setattr__(self, "contexts", {None: Context(labels), **of_subjects})
        object.__setattr__(self, "assessable", assessed is not None and assessed.optional)

    def context(self, subject: str | None) -> Context:
        """What the rule may know when it scores this subject."""
        return self.contexts.get(subject) or self.contexts[None]

    @property
    def reported_by(self) -> Literal["unit", "subject"]:
        """Who reports the line: its `reporter`, or (without one) each assessed unit for itself."""
        return "unit" if self.reporter else "subject"

    @property
    def max_deduction(self) -> Decimal:
        """最高扣: the most that the line takes off its section, 0 where it gives points."""
        return -self.rule.least

    @property
    def before_review(self) -> tuple[Input, ...]:
        """What stands before it is judged: all but the assessor's own inputs."""
        return tuple(item for item in self.inputs if item.source != "assessor")

    @property
    def reported(self) -> tuple[Input, ...]:
        """What a unit reports: neither the assessor's inputs nor what the office sets."""
        return tuple(item for item in self.inputs if item.source in ("contact", "subject"))

    def input(self, name: str) -> Input:
        """The input of that name; KeyError when there is none."""
        return self.input_by_name[name]


@dataclass(frozen=True, slots=True)
class TotalText:
    """总分: what the document prints about the total and its grades, verbatim, and how that is read."""

    clause: str = ""
    reading: str = "各考核要点得分相加。"


@dataclass(frozen=True, slots=True)
class Milestone:
    """考核节点: its id (H1, Q3, Y), printed name, printed deadline and due date."""

    id: str
    name: str
    deadline: str | None = None
    due: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """考核领域: its name, the mark its heading prints, the marks of its lines, and how the two are squared.

    `policies` is empty where the lines count as they are; otherwise its first policy is the default. `label`
    is how it is shown where the name is only a key.
    """

    name: str
    printed: Decimal | None
    rows: Decimal
    policies: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class GradeBand:
    """等次: the grade from `minimum` up (None: everything below), and the printed words."""

    grade: str
    minimum: Decimal | None
    printed: str


@dataclass(frozen=True, slots=True)
class GradeScale:
    """等次划分: bands from the best down, and the printed gaps, open at both ends."""

    bands: tuple[GradeBand, ...]
    gaps: tuple[tuple[Decimal, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Veto:
    """否决项: the criterion and input that hold the status, and the grade that a confirmed event sets."""

    code: str
    grade: str
    input: str = "event_status"


@dataclass(frozen=True, slots=True)
class Bonus:
    """加分项: the criterion whose points come on top; the total stays within `total_max` (None: no limit)."""

    code: str
    cap: Decimal
    total_max: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """工作安排: something besides the criteria that is due to someone at a printed time."""

    id: str
    printed: str
    what: str
    by: str
    due: str | None = None
    to: str = ""
    form: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Rubric:
    """考核细则: one document of one place and year, its criteria in document order; equal only to itself."""

    name: str
    version: str
    title: str
    subjects: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    milestones: tuple[Milestone, ...] = ()
    sections: tuple[Section, ...] = ()
    annual_policies: tuple[str, ...] = ()
    total: TotalText = TotalText()
    grades: GradeScale | None = None
    total_max: Decimal | None = None
    veto: Veto | None = None
    bonus: Bonus | None = None
    unit_aliases: Mapping[str, str] = field(default_factory=dict)
    schedule: tuple[Duty, ...] = ()
    role: str = ""
    materials: Materials = field(default_factory=Materials)
    warnings: tuple[str, ...] = ()
    notes: str = ""
    enquiries: str = ""
    clause_joints: str = ""
    by_code: Mapping[str, Criterion] = field(init=False, repr=False)
    gives_bonus: bool = field(init=False)
    has_targets: bool = field(init=False)
    unpriced: bool = field(init=False)

    def __post_init__(self) -> None:
        gives_bonus = any(criterion.rule.most_bonus for criterion in self.criteria)
        has_targets = any(criterion.targets for criterion in self.criteria)
        object.__setattr__(self, "by_code", {criterion.code: criterion for criterion in self.criteria})
        object.__setattr__(self, "gives_bonus", gives_bonus)
        object.__setattr__(self, "has_targets", has_targets)
        object.__setattr__(self, "unpriced", any(criterion.rule.unpriced for criterion in self.criteria))

    @property
    def section_names(self) -> tuple[str, ...]:
        """The sections' names in document order."""
        return tuple(section.name for section in self.sections)

    def criterion(self, code: str) -> Criterion:
        """The criterion of that code; UnknownCode when there is none."""
        try:
            return self.by_code[code]
        except KeyError:
            raise UnknownCode(self.name, code) from None


class Overlay(Protocol):
    """补充方案: an office's signed marks and kinds for what a document leaves open."""

    @property
    def id(self) -> str:
        """The name by which facts refer to it."""

    def applied_to(self, rubric: Rubric, subject: str | None) -> Rubric:
        """The rubric with its marks and rules, and the subject's targets where there is one.

        Raises ScoringError overlay_invalid where they do not fit.
        """
