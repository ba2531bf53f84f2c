"""What every kind of rule takes and gives back."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from scoring.decimals import ZERO


class Outcome(NamedTuple):
    """结果: what a rule gives; `points` without `bonus`, None where the text gives none.

    `reference` is a value shown beside the total and never in it.
    """

    points: Decimal | None
    bonus: Decimal = ZERO
    gap: bool = False
    provisional: bool = False
    met: bool | None = None
    ratio: Decimal | None = None
    reference: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule knows beside the values: the inputs' labels and the subject's target."""

    labels: Mapping[str, str]
    target: Decimal | None = None
