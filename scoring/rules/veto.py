"""一票否决: no points; the status of the event decides the grade of the whole sheet."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values
from scoring.decimals import ZERO
from scoring.errors import MissingValue
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class VetoStatus:
    """The event's status, read by the sheet; `labels` by status."""

    input: str
    labels: dict[str, str]
    most: ClassVar[Decimal | None] = None
    most_bonus: ClassVar[Decimal] = ZERO
    conditions: ClassVar[tuple[Condition, ...]] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.input,))

    def score(self, values: Values, _context: Context) -> Outcome:
        """No points."""
        if self.input not in values:
            raise MissingValue(self.input)
        return Outcome(None)

    def steps(self, values: Values, context: Context) -> list[str]:
        """Name the status."""
        return [f"{context.labels[self.input]}：{self.labels[str(values[self.input])]}。否决项不计分。"]
