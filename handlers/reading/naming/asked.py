"""What one list asks for: its inputs by sort, its names and codes, found once when somebody first asks."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from handlers.reading.filling import taking
from handlers.reading.naming.aliases import item_of
from handlers.reading.tasks import Task, main_of
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.states import State
from handlers.reading.values import Said, is_incident, is_taken
from handlers.reading.widths import clean
from scoring.model import Input

_COMPOSED: Final = re.compile("万人|万台")
_EVENT: Final = re.compile("事故|事件|死亡")
_TRIED: Final = 32


class Asked:
    """The inputs of one list, each with its place there, from 0."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tuple(tasks)
        self._taking: dict[Said, list[int]] = {}

    @cached_property
    def composed(self) -> tuple[tuple[int, Input], ...]:
        """The figures, each with its place, that may be put together from others: for ten thousand, a sum, or a growth."""
        return tuple(
            (place, item)
            for place, task in enumerate(self._tasks)
            for item in task.inputs
            if item.type == "count" or (item.type == "number" and _COMPOSED.search(item.label))
        )

    @cached_property
    def shared(self) -> Task | None:
        """The first line that is reported for several units."""
        return next((task for task in self._tasks if len(task.subjects) > 1), None)

    @cached_property
    def by_ordinal(self) -> Mapping[int, Task]:
        """The lines by the numbers that the list shows."""
        return {task.ordinal: task for task in self._tasks}

    @cached_property
    def places_of(self) -> Mapping[str, int]:
        """Where on the list, from 0, each code stands."""
        return {task.criterion.code: place for place, task in enumerate(self._tasks)}

    @cached_property
    def items(self) -> frozenset[str]:
        """The codes of the items that the lines are milestones of."""
        return frozenset(item_of(task.criterion) for task in self._tasks)

    @cached_property
    def events(self) -> tuple[tuple[int, str], ...]:
        """The inputs that count accidents, or give their rate, each with its place on the list, from 0."""
        return tuple(
            (place, item.name)
            for place, task in enumerate(self._tasks)
            for item in task.inputs
            if is_incident(item) or (item.type == "number" and _EVENT.search(item.label))
        )

    @cached_property
    def incidents(self) -> tuple[int, ...]:
        """Where on the list, from 0, accidents or events are counted."""
        return tuple(at for at, task in enumerate(self._tasks) if any(map(is_incident, task.inputs)))

    def taking(self, said: Said) -> list[int]:
        """Where on the list, from 0, the lines stand that could have that value."""
        known = self._taking.get(said)
        if known is None:
            if len(self._taking) >= _TRIED:
                self._taking.clear()
            known = self._taking[said] = self._taking_now(said)
        return list(known)

    def _taking_now(self, said: Said) -> list[int]:
        if isinstance(said, State):
            return taking(self._tasks, said)
        fitting = [places for item, places in self._by_type.values() if is_taken(item, said)]
        return sorted(set().union(*fitting))

    @cached_property
    def _by_type(self) -> Mapping[str, tuple[Input, set[int]]]:
        """Each type of input that is asked for, with where on the list: a figure fits all of a type, or none."""
        found: dict[str, tuple[Input, set[int]]] = {}
        for place, task in enumerate(self._tasks):
            for item in task.inputs:
                found.setdefault(item.type, (item, set()))[1].add(place)
        return found

    @cached_property
    def mains(self) -> tuple[tuple[int, str], ...]:
        """The inputs that say how far the lines are, each with its place on the list, from 0."""
        return tuple(
            (place, name) for place, task in enumerate(self._tasks) if (name := main_of(task)) is not None
        )

    @cached_property
    def names(self) -> Mapping[int, str]:
        """The printed names by the number on the list."""
        return {task.ordinal: task.criterion.name for task in self._tasks}

    @cached_property
    def assessed(self) -> tuple[int, ...]:
        """The numbers on the list of the lines that take a self-score."""
        return tuple(
            task.ordinal for task in self._tasks if any(item.type == "points" for item in task.inputs)
        )

    @cached_property
    def labels(self) -> tuple[tuple[int, Input, str], ...]:
        """Every input of the list with its place and its label as bare words."""
        return tuple(
            (place, item, bare(item.label)) for place, task in enumerate(self._tasks) for item in task.inputs
        )

    @cached_property
    def of_others(self) -> str:
        """The labels, as bare words, of what other units report on these lines."""
        return " ".join(
            bare(clean(item.label))
            for task in self._tasks
            for item in task.criterion.inputs
            if item.by and item not in task.inputs
        )
