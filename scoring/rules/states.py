"""分情形: the printed situations from top to bottom; the first that holds gives the points."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.conditions import Condition, Values
from scoring.decimals import ZERO, plain
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class State:
    """一种情形: when it holds, its points, and a bonus beyond the mark where one is printed."""

    when: Condition
    points: Decimal
    bonus: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class States:
    """The first state that holds, else `otherwise`."""

    states: tuple[State, ...]
    otherwise: Decimal = ZERO

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions it reads."""
        return tuple(state.when for state in self.states)

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset().union(*(condition.names for condition in self.conditions))

    @property
    def most(self) -> Decimal:
        """The best state's points."""
        return max([self.otherwise, *(state.points for state in self.states)])

    @property
    def most_bonus(self) -> Decimal:
        """The best state's bonus."""
        return max((state.bonus for state in self.states), default=ZERO)

    def score(self, values: Values, _context: Context) -> Outcome:
        """The points and bonus of the first state that holds."""
        state = self._holding(values)
        return Outcome(self.otherwise) if state is None else Outcome(state.points, state.bonus)

    def steps(self, values: Values, context: Context) -> list[str]:
        """Name the state that holds."""
        state = self._holding(values)
        if state is None:
            return [f"不属于以上给分情形，得{plain(self.otherwise)}分。"]
        step = f"{state.when.describe(context.labels)}：得{plain(state.points)}分"
        return [f"{step}，另加{plain(state.bonus)}分。" if state.bonus else f"{step}。"]

    def _holding(self, values: Values) -> State | None:
        return next((state for state in self.states if state.when.holds(values)), None)
