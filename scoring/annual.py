"""Milestones (考核节点) and the annual figure over them, whose combination no document prints."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from scoring.decimals import ZERO, round_half_up
from scoring.errors import ScoringError
from scoring.model import Criterion, Rubric

ANNUAL: Final = "annual"
ANNUAL_POLICIES: Final = ("latest", "item_mean", "min", "sum", "year_end_only")
"""How an annual figure may be put together of the milestones."""


def check_milestone(rubric: Rubric, milestone: str | None, policy: str | None) -> str | None:
    """Return the annual policy to use, None for a milestone's own sheet or a rubric without milestones.

    Raises ScoringError: unknown_input where the rubric has no milestones, missing_input without one where it
    has, bad_choice for an unknown milestone or policy, inconsistent for a policy on a milestone's own sheet.
    """
    if not rubric.milestones:
        if milestone is not None or policy is not None:
            raise ScoringError("unknown_input", f"{rubric.name} 不分考核节点。", "milestone")
        return None
    if milestone is None:
        raise ScoringError("missing_input", "还缺“考核节点”（milestone）。", "milestone")
    if milestone == ANNUAL:
        return _annual_policy(rubric, policy)
    names = [item.id for item in rubric.milestones]
    if milestone not in names:
        raise ScoringError(
            "bad_choice", f"考核节点应为以下之一：{'、'.join([*names, ANNUAL])}。", "milestone"
        )
    if policy is not None:
        raise ScoringError("inconsistent", "年度合成办法（policy）只用于年度（annual）合计。", "policy")
    return None


def _annual_policy(rubric: Rubric, policy: str | None) -> str:
    chosen = rubric.annual_policies[0] if policy is None else policy
    if chosen not in rubric.annual_policies:
        words = "、".join(rubric.annual_policies)
        raise ScoringError("bad_choice", f"年度合成办法应为以下之一：{words}。", "policy")
    return chosen


def counted(rubric: Rubric, milestone: str | None, policy: str | None) -> tuple[Criterion, ...]:
    """The criteria that a sheet counts, in document order."""
    if not rubric.milestones:
        return rubric.criteria
    if policy == "latest":
        last = {criterion.item: criterion.code for criterion in rubric.criteria}
        return tuple(item for item in rubric.criteria if last[item.item] == item.code)
    if policy is None or policy == "year_end_only":
        sheet = milestone if policy is None else rubric.milestones[-1].id
        return tuple(item for item in rubric.criteria if item.sheet in (sheet, None))
    return rubric.criteria


def combined(marks: Mapping[str, list[Decimal]], policy: str) -> dict[str, Decimal]:
    """Combine each item's marks (by milestone, 0 where unreported) into its share of the annual figure."""
    return {item: _combine(values, policy) for item, values in marks.items()}


def _combine(values: list[Decimal], policy: str) -> Decimal:
    if policy == "min":
        return min(values)
    total = sum(values, ZERO)
    return round_half_up(total / len(values), 2) if policy == "item_mean" else total
