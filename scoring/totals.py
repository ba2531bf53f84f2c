"""Lines added up: by section, by item of an annual figure, or as they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from scoring.annual import combined
from scoring.decimals import ZERO, round_half_up
from scoring.errors import ScoringError
from scoring.model import Rubric, Section
from scoring.sheet import Line

SECTION_POLICIES: Final = ("scale", "cap", "raw")
"""How the sum of a section's lines may be squared with the mark that its heading prints."""


@dataclass(frozen=True, slots=True)
class Total:
    """合计: points and full marks without the bonus, and what they are made of."""

    points: Decimal
    full: Decimal
    sections: Mapping[str, Decimal] = field(default_factory=dict)
    items: Mapping[str, Decimal] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def total(
    rubric: Rubric, lines: Iterable[Line], policy: str | None, section_policies: Mapping[str, str]
) -> Total:
    """Add the lines up; a line without points adds 0.

    Raises ScoringError: unknown_input for a section that takes no policy, bad_choice for an unknown policy.
    """
    _check_section_policies(rubric, section_policies)
    counted = [line for line in lines if rubric.bonus is None or line.code != rubric.bonus.code]
    if rubric.sections:
        return _by_section(rubric, counted, section_policies)
    if policy is not None:
        return _by_item(counted, policy)
    return Total(sum(map(_points, counted), ZERO), sum(map(_full, counted), ZERO))


def _points(line: Line) -> Decimal:
    return line.base or ZERO


def _full(line: Line) -> Decimal:
    return line.full_marks or ZERO


def _check_section_policies(rubric: Rubric, chosen: Mapping[str, str]) -> None:
    known = {section.name: section.policies for section in rubric.sections if section.policies}
    for name, policy in chosen.items():
        if name not in known:
            raise ScoringError("unknown_input", f"{rubric.name} 的“{name}”没有可选的折算办法。", name)
        if policy not in known[name]:
            words = "、".join(known[name])
            raise ScoringError("bad_choice", f"“{name}”的折算办法应为以下之一：{words}。", name)


def _by_section(rubric: Rubric, lines: list[Line], chosen: Mapping[str, str]) -> Total:
    sums = dict.fromkeys(rubric.section_names, ZERO)
    for line in lines:
        if line.criterion.section in sums:
            sums[line.criterion.section] += _points(line)
    points, full = {}, ZERO
    for section in rubric.sections:
        policy = chosen.get(section.name, section.policies[0]) if section.policies else "raw"
        # Deductions never take a section below 0.
        points[section.name] = max(ZERO, _squared(section, sums[section.name], policy))
        full += section.rows if policy == "raw" or section.printed is None else section.printed
    warnings = tuple(f"section_sum_mismatch:{item.name}" for item in rubric.sections if item.policies)
    return Total(sum(points.values(), ZERO), full, points, warnings=warnings)


def _squared(section: Section, points: Decimal, policy: str) -> Decimal:
    if section.printed is None or policy == "raw":
        return points
    if policy == "cap":
        return min(points, section.printed)
    return round_half_up(points * section.printed / section.rows, 2)


def _by_item(lines: list[Line], policy: str) -> Total:
    points: dict[str, list[Decimal]] = {}
    full: dict[str, list[Decimal]] = {}
    for line in lines:
        points.setdefault(line.criterion.item, []).append(_points(line))
        full.setdefault(line.criterion.item, []).append(_full(line))
    items = combined(points, policy)
    return Total(
        sum(items.values(), ZERO),
        sum(combined(full, policy).values(), ZERO),
        items=items,
        warnings=("annual_policy_not_printed",),
    )
