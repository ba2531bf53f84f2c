"""现况: the score sheets of a campaign as they stand, and what they say of each responsible unit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from handlers.access import reported_by_subjects
from handlers.board import is_owed, wants_a_word
from handlers.calendar.deadlines import Deadlines, deadlines_of
from handlers.campaign.facts import Facts
from handlers.campaign.library import Library
from handlers.context import Context
from handlers.review.assessed_only import is_assessed_only
from handlers.review.decisions import LeafKey, LeafRecord, records_of, reported_facts, verified_facts
from handlers.wording import leaf_name
from scoring.decimals import ZERO
from scoring.engine import score_sheet
from scoring.model import Criterion, Overlay, Rubric
from scoring.sheet import Line, ScoreSheet
from store.records import Campaign
from store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """One responsible unit: points on its leaves, their full marks, and the leaves that are not complete."""

    unit: str
    points: Decimal
    full: Decimal
    missing: tuple[tuple[Criterion, str], ...]
    leaves: int
    for_several: bool = False
    """Whether one leaf stands here once for each of several assessed units."""

    @property
    def share(self) -> Decimal:
        """Points earned of those that can be earned, 0..1; of leaves reported where there are no points."""
        if self.full:
            return self.points / self.full
        return Decimal(self.leaves - len(self.missing)) / self.leaves if self.leaves else ZERO

    def place(self, subject: str) -> str:
        """“（鄂城区）” where the leaf stands here for several; "" else."""
        return f"（{subject}）" if self.for_several and subject != self.unit else ""

    def owed(self, width: int) -> list[str]:
        """What is missing, a leaf once, with the assessed units for which it is."""
        of_leaf: dict[str, list[str]] = defaultdict(list)
        for criterion, subject in self.missing:
            of_leaf[criterion.code].append(subject)
        names = {criterion.code: leaf_name(criterion, width) for criterion, _ in self.missing}
        return [f"{names[code]}{self.place('、'.join(subjects))}" for code, subjects in of_leaf.items()]


@dataclass(frozen=True)
class Standing:
    """The campaign at one moment; everything follows from what the store holds."""

    campaign: Campaign
    base: Rubric
    overlay: Overlay | None
    milestone: str | None
    deadlines: Deadlines
    records: Mapping[LeafKey, LeafRecord]

    @cached_property
    def rubric(self) -> Rubric:
        """The document with the campaign's overlay."""
        return self.base if self.overlay is None else self.overlay.applied_to(self.base, None)

    @property
    def has_points(self) -> bool:
        """Whether there are marks to add up: not for towns' targets, nor while an overlay is wanting."""
        return not self.rubric.has_targets and not self.rubric.unpriced

    @cached_property
    def sheets(self) -> dict[str, ScoreSheet]:
        """自评: the sheet of each assessed unit for the running milestone, on what was reported.

        What nobody reports counts as the assessor has set it.
        """
        facts = reported_facts(self.records)
        for (code, subject), record in self.records.items():
            if record.submission is None and record.assessed and is_assessed_only(self.base.criterion(code)):
                facts[subject] = {**facts.get(subject, {}), code: record.verified}
        return self._scored(facts)

    @cached_property
    def verified(self) -> dict[str, ScoreSheet]:
        """核定: the same on what was accepted, with the assessors' points."""
        return self._scored(verified_facts(self.records))

    def _scored(self, facts: Mapping[str, Facts]) -> dict[str, ScoreSheet]:
        return {
            subject: score_sheet(
                self.base,
                facts.get(subject, {}),
                milestone=self.milestone,
                subject=subject,
                overlay=self.overlay,
            )
            for subject in self.campaign.subjects
        }

    @cached_property
    def units(self) -> tuple[UnitStanding, ...]:
        """The reporting units, best share first, then in the order of the document.

        A leaf's points are its first unit's; what is missing of it is owed by the unit that reports the input.
        """
        tallies: dict[str, _Tally] = defaultdict(_Tally)
        for subject, sheet in self.sheets.items():
            for line in sheet.lines.values():
                self._count(tallies, line, subject)
        several = len(self.campaign.subjects) > 1 and not self.rubric.has_targets
        units = [tally.standing(unit, several) for unit, tally in tallies.items()]
        return tuple(sorted(units, key=lambda unit: -unit.share))

    def _count(self, tallies: dict[str, "_Tally"], line: Line, subject: str) -> None:
        criterion = line.criterion
        owed = [item for item in criterion.reported if is_owed(item)]
        if line.state == "no_task" or not (owed or wants_a_word(criterion)):
            return
        first = self.unit_of(criterion, subject)
        tallies[first].points += line.points or ZERO
        tallies[first].full += line.full_marks or ZERO
        record = self.records.get((criterion.code, subject))
        known = record.reported if record else {}
        for unit in dict.fromkeys([first, *(unit for item in owed for unit in item.by[:1])]):
            own = [item for item in owed if (item.by[:1] or (first,)) == (unit,)]
            tallies[unit].leaves += 1
            if any(item.name not in known for item in own) or (not own and not known):
                tallies[unit].missing.append((criterion, subject))

    @property
    def missing(self) -> int:
        """How many leaves (of all assessed units) are not complete."""
        return sum(len(unit.missing) for unit in self.units)

    def reported(self, code: str, subject: str) -> Mapping[str, object]:
        """What was reported of the leaf for that assessed unit; nothing where nobody has."""
        record = self.records.get((code, subject))
        return record.reported if record is not None else {}

    def assessed(self, units: Iterable[str]) -> list[str]:
        """Those of the units that are assessed; all assessed ones where none of them is."""
        return [unit for unit in units if unit in self.sheets] or [*self.sheets]

    def tasks(self, unit: str) -> list[tuple[Line, str]]:
        """The lines that the unit reports, or that are about it, each with its assessed unit."""
        return [
            (line, subject)
            for subject, sheet in self.sheets.items()
            for line in sheet.lines.values()
            if unit in (subject, self.unit_of(line.criterion, subject)) and line.state != "no_task"
        ]

    @property
    def owing(self) -> list[UnitStanding]:
        """The units that owe anything, those that owe most first."""
        return sorted((unit for unit in self.units if unit.missing), key=lambda unit: -len(unit.missing))

    @cached_property
    def losses(self) -> tuple[tuple[Line, str, Decimal], ...]:
        """Reported leaves below full marks as (line, subject, points lost), the dearest first.

        What nobody reported or judged has lost nothing yet, even where its rule gives no points for that (a bonus).
        """
        lost = [
            (line, subject, line.full_marks - line.points)
            for subject, sheet in self.sheets.items()
            for line in sheet.lines.values()
            if line.state == "scored" and line.points is not None and line.full_marks is not None
            if (record := self.records.get((line.code, subject))) is not None and record.inputs
        ]
        return tuple(sorted((row for row in lost if row[2] > 0), key=lambda row: -row[2]))

    def unit_of(self, criterion: Criterion, subject: str) -> str:
        """The unit to which the leaf's points are put down."""
        return subject if reported_by_subjects(self.rubric, criterion) else criterion.reporter


@dataclass(slots=True)
class _Tally:
    """What adds up for one unit."""

    points: Decimal = ZERO
    full: Decimal = ZERO
    leaves: int = 0
    missing: list[tuple[Criterion, str]] = field(default_factory=list)

    def standing(self, unit: str, for_several: bool) -> UnitStanding:
        """The sums as they stand."""
        return UnitStanding(unit, self.points, self.full, tuple(self.missing), self.leaves, for_several)


def standing_now(context: Context) -> Standing:
    """How the speaker's campaign stands."""
    return standing_of(context.uow, context.speaker.campaign, context.library, context.now)


def standing_of(uow: UnitOfWork, campaign: Campaign, library: Library, now: datetime) -> Standing:
    """Read the campaign once and stand back from it."""
    rubric = library.reported(uow, campaign)
    deadlines = deadlines_of(uow, campaign, library.rubric_of(uow, campaign))
    return Standing(
        campaign,
        rubric,
        library.overlay_of(campaign),
        deadlines.running(now),
        deadlines,
        records_of(uow, campaign.id),
    )
