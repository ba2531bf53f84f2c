"""From values to the inputs of one line: which value belongs to which input, and whether that is certain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from operator import attrgetter
from typing import Final, NamedTuple

from handlers.reading.certainty.verdicts import Certain, Impossible, Verdict, meanings
from handlers.reading.numbers import Quantity
from handlers.reading.tasks import MOST_CHOICES, Task
from handlers.reading.tokens.asides import NO_TIMES, Times
from handlers.reading.tokens.states import State
from handlers.reading.values import Said, is_incident, is_taken, verdict
from scoring.model import Input

Values = Mapping[str, object]


class Given(NamedTuple):
    """A value with what its words said of the input: the inputs whose labels they fit, and the year."""

    said: Said
    inputs: frozenset[str] = frozenset()
    times: Times = NO_TIMES


class Filled(NamedTuple):
    """What the values of one line amount to.

    `values` where all is certain; else `options`, each a whole set of values that may be meant; else `problem`
    says why there is no such value. With none of them the values do not fit the line's inputs.
    """

    values: Values | None = None
    options: tuple[Values, ...] = ()
    problem: str = ""


_MISFIT: Final = Filled()
_INPUTS, _TYPE = attrgetter("inputs"), attrgetter("type")
_COUNT_AND_STATE: Final = 2
_POINTS: Final = frozenset({"条", "项", "点", "小项", "个"})


def takes(task: Task, said: Said) -> bool:
    """Whether any input of the line could have that value."""
    if isinstance(said, State) and said.kind == "all":
        return any(item.type == "bool" for item in task.inputs)
    return any(is_taken(item, said) for item in task.inputs)


def taking(tasks: Sequence[Task], said: Said) -> list[int]:
    """The places of the lines that could have that value; a figure fits all inputs of a type, or none."""
    if isinstance(said, State):
        return [at for at, task in enumerate(tasks) if takes(task, said)]
    types = {item.type: item for item in chain.from_iterable(map(_INPUTS, tasks))}
    fitting = {kind for kind, item in types.items() if is_taken(item, said)}
    return [at for at, task in enumerate(tasks) if not fitting.isdisjoint(map(_TYPE, task.inputs))]


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills the inputs of one task; `roles` tells this year's inputs from the last year's.

    `asked` is True where the bot has just asked for this line; `year` is the campaign's.
    """

    task: Task
    roles: Mapping[str, str]
    asked: bool = False
    year: int | None = None

    def fill(self, given: Sequence[Given]) -> Filled:
        """Give every value its input."""
        given = self._without_count(self._of_this_year(given))
        if len(given) > len(self.task.inputs):
            return _MISFIT
        given = [single for one in given for single in self._each(one)]
        choices = [self._inputs_for(one) for one in given]
        if not given or not all(choices):
            return _MISFIT
        ways = self._ways(given, choices)
        judged = [[verdict(item, one.said) for one, item in zip(given, way, strict=True)] for way in ways]
        found = (_options(way, verdicts) for way, verdicts in zip(ways, judged, strict=True))
        options = (*self._of_every_check(given), *chain.from_iterable(found))[:MOST_CHOICES]
        problem = next(filter(None, map(_problem, ways, judged)), "")
        if problem and not options:
            return Filled(problem=problem)
        certain = len(ways) == 1 and len(options) == 1 and self._is_certain(given, ways[0], judged[0])
        return Filled(values=options[0]) if certain else Filled(options=options)

    def _of_this_year(self, given: Sequence[Given]) -> Sequence[Given]:
        """Without last year's figure, which only compares where the line takes none."""
        if "previous" in self.roles.values():
            return given
        return [one for one in given if self.role_of(one.times) != "previous"] or given

    def _without_count(self, given: Sequence[Given]) -> Sequence[Given]:
        """三条都做了 of a line with three points: the figure only counts them."""
        if len(given) != _COUNT_AND_STATE:
            return given
        every = [one for one in given if isinstance(one.said, State) and one.said.kind == "all"]
        counts = [one.said for one in given if isinstance(one.said, Quantity)]
        if not every or not counts or counts[0].unit not in _POINTS:
            return given
        return every if counts[0].value == len(self._checks()) else given

    def _checks(self) -> list[Input]:
        return [item for item in self.task.inputs if item.type == "bool"]

    def _each(self, one: Given) -> Iterator[Given]:
        """都做了 answers each yes-or-no input; every other value one input."""
        if (
            isinstance(one.said, State)
            and one.said.kind == "all"
            and not one.inputs
            and len(self._checks()) > 1
        ):
            for item in self._checks():
                yield Given(one.said, frozenset({item.name}))
        else:
            yield one

    def _of_every_check(self, given: Sequence[Given]) -> list[Values]:
        """A bare 是 or 否 to several points just asked for may be meant for each of them."""
        said = given[0].said if self.asked else None
        if len(given) > 1 or given[0].inputs or not isinstance(said, State):
            return []
        missing = [item for item in self._checks() if item.name not in self.task.known]
        judged = {item.name: verdict(item, said) for item in missing}
        values = {name: one.value for name, one in judged.items() if isinstance(one, Certain)}
        return [values] if len(values) == len(missing) > 1 else []

    def _inputs_for(self, one: Given) -> list[Input]:
        """The inputs that could have the value: of its kind, of its words, of its year."""
        items = [item for item in self.task.inputs if is_taken(item, one.said)]
        if self.asked and isinstance(one.said, State) and one.said.kind in ("none", "quiet"):
            items = [item for item in items if is_incident(item)] or items
        if isinstance(one.said, State) and one.said.kind == "none" and not one.inputs:
            items = [item for item in items if item.type != "points"] or items
        named = [item for item in items if item.name in one.inputs]
        items = named or items
        if one.inputs and not named and len(items) != 1:
            return []
        role = self.role_of(one.times)
        if role is None:
            return items
        return [item for item in items if self.roles.get(item.name, "current") == role]

    def role_of(self, times: Times) -> str | None:
        """今年 or 去年, by the words or by a printed year; odd where the year is another one or unknown."""
        if times.year is None:
            return times.role
        role = self._role_of_year(times.year)
        return role if times.role in (None, role) else "odd"

    def _role_of_year(self, year: str) -> str | None:
        for item in self.task.inputs:
            if year in item.label:
                return self.roles.get(item.name)
        if year in self.task.criterion.name:
            return None
        current = str(self.year) if self.year else (self.task.criterion.due or "")[:4]
        if not current:
            return "odd"
        return {current: "current", str(int(current) - 1): "previous"}.get(year, "odd")

    def _ways(self, given: Sequence[Given], choices: Sequence[Sequence[Input]]) -> list[tuple[Input, ...]]:
        """The ways to give each value an input of its own."""
        if len(given) == 1:
            return [(item,) for item in self._still_open(self._this_year(choices[0]))]
        ordered = self._in_order(given, choices)
        if ordered:
            return ordered
        named = [
            self._this_year(items) if one.inputs else items for one, items in zip(given, choices, strict=True)
        ]
        ways = [way for way in product(*named) if len({item.name for item in way}) == len(way)]
        if any(len(items) > 1 for items in named):
            return ways if len(ways) == 1 and all(one.inputs for one in given) else []
        return ways

    def _still_open(self, items: Sequence[Input]) -> Sequence[Input]:
        """Of several inputs for the answer to a question, the only one not reported yet."""
        missing = [item for item in items if self.asked and item.name not in self.task.known]
        return missing if len(missing) == 1 else items

    def _this_year(self, items: Sequence[Input]) -> Sequence[Input]:
        """Of this year's input and an optional one of last year, this year's."""
        needed = [item for item in items if not item.optional]
        rest = [self.roles.get(item.name) for item in items if item.optional]
        return needed if len(needed) == 1 and set(rest) <= {"previous"} else items

    def _in_order(
        self, given: Sequence[Given], choices: Sequence[Sequence[Input]]
    ) -> list[tuple[Input, ...]]:
        """Bare values in the catalogue's order, when their number fits exactly; this and last year either way."""
        for inputs in (self._needed(), self._values(given)):
            if len(inputs) != len(given):
                continue
            way = tuple(inputs)
            if all(item in items for item, items in zip(way, choices, strict=True)):
                bare = [
                    at
                    for at, one in enumerate(given)
                    if len(choices[at]) > 1 and self.role_of(one.times) is None
                ]
                return [way, *self._swapped(way, bare)]
        return []

    def _needed(self) -> list[Input]:
        return [item for item in self.task.inputs if not item.optional]

    def _values(self, given: Sequence[Given]) -> list[Input]:
        """The inputs that any of the values could belong to."""
        return [item for item in self.task.inputs if any(is_taken(item, one.said) for one in given)]

    def _swapped(self, way: tuple[Input, ...], bare: Sequence[int]) -> Iterator[tuple[Input, ...]]:
        pairs = [at for at in bare if at + 1 in bare and self._is_pair(way[at], way[at + 1])]
        for at in pairs[:1]:
            yield (*way[:at], way[at + 1], way[at], *way[at + 2 :])

    def _is_pair(self, one: Input, other: Input) -> bool:
        return {self.roles.get(one.name), self.roles.get(other.name)} == {"current", "previous"}

    def _is_certain(
        self, given: Sequence[Given], way: Sequence[Input], judged: Sequence[Verdict | None]
    ) -> bool:
        if not all(isinstance(one, Certain) for one in judged):
            return False
        if any(one.inputs and item.name not in one.inputs for one, item in zip(given, way, strict=True)):
            return False
        figures = [one.said for one in given if isinstance(one.said, Quantity)]
        if any(figure.loose for figure in figures) and len(figures) > 1:
            return False
        parted = any(
            isinstance(one.said, Quantity) and one.said.grouped and not one.said.unit and not one.inputs
            for one in given
        )
        return not (parted and len(self._needed()) > 1)


def _options(way: Sequence[Input], judged: Sequence[Verdict | None]) -> Iterator[Values]:
    """The sets of values that one way to give each value its input amounts to; none where a value cannot be."""
    names = [item.name for item in way]
    for values in product(*map(meanings, judged)):
        yield dict(zip(names, values, strict=True))


def _problem(way: Sequence[Input], judged: Sequence[Verdict | None]) -> str:
    """Why one way amounts to nothing, in words; "" where every value can be."""
    for item, one in zip(way, judged, strict=True):
        if isinstance(one, Impossible):
            return f"{item.label}{one.reason}"
    return ""
