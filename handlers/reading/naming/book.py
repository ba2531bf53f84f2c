"""All that can be named on one list: its tasks, the lines of others, subjects, places and codes."""

import re
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Final, NamedTuple, TypeVar

from handlers.reading.clauses import Clause
from handlers.reading.names import WORTH_ASKING, Entry, Index, sure_hits
from handlers.reading.naming.affinity import Affinity
from handlers.reading.naming.aliases import (
    printed_name,
    year_roles,
)
from handlers.reading.naming.asked import Asked
from handlers.reading.naming.kinship import Kinship
from handlers.reading.naming.printed import GRADES, SHORTEST_NAME, codes_of, masks, phrases, subject_names
from handlers.reading.naming.syllables import spelled_as
from handlers.reading.naming.topics import Topics
from handlers.reading.parsing import parse
from handlers.reading.sharing import Sharers
from handlers.reading.tasks import Task
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.lexing import Lexer, Token
from handlers.reading.values import Said, stems
from handlers.reading.widths import clean
from scoring.model import Criterion

_Key = TypeVar("_Key")
_REMEMBERED: Final = 128
_UNIT: Final = re.compile("[区县镇乡市]|街道")


class Book(Asked):
    """Names, places and codes of one list, built once and kept for the next message on the same list."""

    def __init__(self, tasks: Sequence[Task], others: Sequence[Criterion], subjects: Sequence[str]) -> None:
        super().__init__(tasks)
        self._others = others
        codes = {task.criterion.code for task in tasks}
        self.index = Index([Entry(task.criterion, task.inputs) for task in tasks])
        self.places: Mapping[int, tuple[int, ...]] = _grouped(
            (task.ordinal, at) for at, task in enumerate(tasks) if task.ordinal > 0
        )
        self.codes: Mapping[str, tuple[int, ...]] = _grouped(
            (code.lower(), at) for at, task in enumerate(tasks) for code in codes_of(task.criterion)
        )
        self.foreign = {
            criterion.code.lower(): criterion for criterion in others if criterion.code not in codes
        }
        self.heads = frozenset(
            {str(place) for place in self.places} | self.codes.keys() | self.foreign.keys()
        )
        labels = " ".join(item.label for task in tasks for item in task.inputs)
        self.shares = tuple(rate for rate in ("覆盖率", "办结率") if rate in labels)
        self.roles = tuple(year_roles(task.inputs) for task in tasks)
        self.previous = frozenset(
            (place, name)
            for place, roles in enumerate(self.roles)
            for name, role in roles.items()
            if role == "previous"
        )
        self.printed = frozenset(printed_name(task.criterion.name) for task in tasks)
        self._phrases = phrases(tasks)
        self.subjects = subject_names(subjects)
        own = next((task.subjects for task in tasks if len(task.subjects) > 1), ())
        self.sharers = Sharers(self.subjects, own, len(tasks))
        self._units = tuple(name for name in self.subjects if len(name) > len("两字") and _UNIT.search(name))

    def with_units(self, text: str) -> str:
        """The text with the assessed units spelled as they are printed, where it only sounds like them."""
        return spelled_as(text, self._units) if self._units and _UNIT.search(text) else text

    def joined(self, line: str) -> str:
        """The line with printed names, labels and choices whole: no comma and no printed figure parts them.

        A printed target stays where no other figure follows it: 覆盖率达到100% may be a report.
        """
        at = [place for place, character in enumerate(line) if character.isalnum()]
        letters = bare(line)
        if len(letters) != len(at):
            return line
        first = bisect_left(self._phrases, -len(letters), key=lambda pair: -len(pair[0]))
        for phrase, words in self._phrases[first:]:
            start = letters.find(phrase)
            if start < 0:
                continue
            before, after = line[: at[start]], line[at[start + len(phrase) - 1] + 1 :]
            if words == phrase or any(character.isnumeric() for character in after):
                return self.joined(before) + words + self.joined(after)
        return line

    def clauses(self, line: str) -> list[Clause]:
        """The clauses of a cleaned line."""
        return parse(line, self.lexer.tokens(line), self.heads)

    def clause(self, words: str, said: Said) -> Clause:
        """Words and the value behind them as one clause; unsure where they are more than one."""
        end = len(words)
        tokens = [*self.lexer.tokens(words), Token("value", "", end, end, said)]
        found = parse(words, tokens, self.heads)
        return found[-1] if len(found) == 1 else Clause(0, words, said=said, unsure=True)

    @cached_property
    def abroad(self) -> Index:
        """The lines, and single inputs, that others report."""
        tasks, others = self._tasks, self._others
        reported = {task.criterion.code: {item.name for item in task.inputs} for task in tasks}
        return Index(list(_foreign_entries(others, reported)))

    @cached_property
    def topics(self) -> Topics:
        """What plain words tell of."""
        return Topics(self._tasks)

    @cached_property
    def told_abroad(self) -> tuple[Sequence[Task], Topics]:
        """The named lines that others report, and what plain words tell of them."""
        tasks = [Task(0, entry.criterion, entry.inputs, ()) for entry in self.abroad.entries if entry.named]
        return tasks, Topics(tasks)

    @cached_property
    def affinity(self) -> Affinity:
        """Which figure of the list words speak of."""
        return Affinity(self._tasks, self.previous)

    @cached_property
    def kinship(self) -> Kinship:
        """How much words share with each line of the rubric."""
        return Kinship(self._tasks, self._others)

    @cached_property
    def printed_abroad(self) -> frozenset[str]:
        """The printed names of the lines that others report."""
        return frozenset(printed_name(criterion.name) for criterion in self._others)

    @cached_property
    def lexer(self) -> Lexer:
        """Takes this list's lines apart."""
        tasks, others = self._tasks, self._others
        every = [task.criterion for task in tasks] + list(others)
        return Lexer(
            masks={*GRADES, *(mask for criterion in every for mask in masks(criterion))},
            codes=[code for code in (*self.codes, *self.foreign) if not code.replace(".", "").isdigit()],
            subjects=self.subjects,
            labels={
                stem
                for task in tasks
                for item in task.inputs
                for choice in item.choices
                for stem in stems(choice.label)
                if len(stem) >= SHORTEST_NAME
            },
            places=self.places,
        )


def _grouped(pairs: Iterable[tuple[_Key, int]]) -> dict[_Key, tuple[int, ...]]:
    groups: dict[_Key, tuple[int, ...]] = {}
    for key, at in pairs:
        groups[key] = (*groups.get(key, ()), at)
    return groups


def _foreign_entries(others: Sequence[Criterion], reported: Mapping[str, set[str]]) -> Iterator[Entry]:
    """What others report: their criteria whole, and their inputs of the criteria that are shared."""
    for criterion in others:
        own = reported.get(criterion.code, set())
        inputs = tuple(item for item in criterion.before_review if item.name not in own)
        if inputs or not own:
            yield Entry(criterion, inputs, named=not own)


_CRITERION, _ORDINAL, _INPUTS = map(attrgetter, ("criterion", "ordinal", "inputs"))
_recent: OrderedDict[tuple[object, ...], Book] = OrderedDict()
_last: list[tuple[object, object, tuple[str, ...], Book]] = []
"""The list that was read against last, and its book: one message is read against it again and again."""


def book_of(tasks: Sequence[Task], others: Sequence[Criterion] = (), subjects: Sequence[str] = ()) -> Book:
    """The book of a list; the same one for the same lines, whatever has been reported on them meanwhile."""
    for one, other, named, book in _last:
        if one is tasks and other is others and named == tuple(subjects):
            return book
    known = _kept_book(tasks, others, subjects)
    unchanging = isinstance(tasks, tuple) and isinstance(others, tuple)
    _last[:] = [(tasks, others, tuple(subjects), known)] if unchanging else []
    return known


def _kept_book(tasks: Sequence[Task], others: Sequence[Criterion], subjects: Sequence[str]) -> Book:
    key = (
        tuple(map(id, map(_CRITERION, tasks))),
        tuple(map(_ORDINAL, tasks)),
        tuple(map(id, chain.from_iterable(map(_INPUTS, tasks)))),
        tuple(map(id, others)) if not isinstance(others, tuple) else id(others),
        tuple(subjects),
    )
    known = _recent.get(key)
    if known is None:
        known = _recent[key] = Book(tasks, others, subjects)
        if len(_recent) > _REMEMBERED:
            _recent.popitem(last=False)
    elif next(reversed(_recent.values())) is not known:
        _recent.move_to_end(key)
    return known


class Match(NamedTuple):
    """A task that words may mean; `sure` only for the first of a ranking, and only beyond doubt."""

    task: Task
    score: float
    sure: bool


def match_criterion(text: str, tasks: Sequence[Task]) -> tuple[Match, ...]:
    """The tasks that the text may name, the likeliest first.

    The first is `sure` when its name explains every word and it is the only one that does.
    """
    found = book_of(tasks).index.hits(bare(clean(text)))
    sure = sure_hits(found)
    return tuple(
        Match(tasks[hit.place], hit.score, sure=len(sure) == 1 and hit is sure[0])
        for hit in found
        if hit.score >= WORTH_ASKING
    )
