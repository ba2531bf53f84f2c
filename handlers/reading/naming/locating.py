"""Which line of the list, or whose, a clause is about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from handlers.reading.clauses import Clause
from handlers.reading.filling import Filler, Values, taking
from handlers.reading.names import CLEARLY_AHEAD, WORTH_ASKING, Entry, Hit, sure_hits
from handlers.reading.naming.affinity import Mention
from handlers.reading.naming.aliases import item_of, parts_of
from handlers.reading.naming.book import Book
from handlers.reading.numbers import Quantity
from handlers.reading.tasks import MOST_CHOICES, ReportItem, Task
from handlers.reading.tokens.asides import NO_TIMES, Times, bare, is_unsure, split_times, without_courtesy
from handlers.reading.tokens.states import State
from handlers.reading.values import Said, is_incident, verdict
from handlers.reading.widths import clean

_NODE: Final = "Y"
_UNMISTAKABLE: Final = 0.85
_SEVERAL: Final = re.compile("”、“|，(?:组织|开展|建立|部署)")
"""A label of a checklist that tells of more than one fact: 开展“质量月”、“3·15”等活动."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a clause belongs: `places` of the list (one when certain), or a line of somebody else.

    `inputs` are those whose labels fit the words, by place. `named` tells whether anything in the clause
    itself said so; `lost` that it names a place which the list does not have.
    """

    places: tuple[int, ...] = ()
    inputs: tuple[tuple[int, frozenset[str]], ...] = ()
    foreign: Entry | None = None
    times: Times = NO_TIMES
    named: bool = False
    sure: bool = True
    lost: bool = False

    def inputs_of(self, place: int) -> frozenset[str]:
        """The inputs of that place whose labels fit the words."""
        return dict(self.inputs).get(place, frozenset())


class _ByCode(Mapping[str, Task]):
    """The tasks of a list by the codes of their lines; few are ever looked for."""

    def __init__(self, tasks: Sequence[Task], places: Mapping[str, int]) -> None:
        self._tasks, self._places = tasks, places

    def __getitem__(self, code: str) -> Task:
        return self._tasks[self._places[code]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


@dataclass(frozen=True)
class Locator:
    """Finds the lines of one list that a message is about.

    `asked` is the place of the line that the bot has just asked for, `year` the campaign's.
    """

    tasks: Sequence[Task]
    book: Book
    asked: int | None = None
    year: int | None = None
    _fillers: dict[int, Filler] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def by_code(self) -> Mapping[str, Task]:
        """The tasks by the codes of their lines."""
        return _ByCode(self.tasks, self.book.places_of)

    @property
    def subjects(self) -> frozenset[str]:
        """The assessed units that the list may be reported for."""
        return frozenset(subject for task in self.tasks for subject in task.subjects)

    def filler(self, place: int) -> Filler:
        """What fills the inputs of that place of the list."""
        known = self._fillers.get(place)
        if known is None:
            roles, asked = self.book.roles[place], place == self.asked
            known = self._fillers[place] = Filler(self.tasks[place], roles, asked, self.year)
        return known

    def items(
        self, place: int, values: Values, subject: str | None = None, *, amend: bool = False
    ) -> Iterator[ReportItem]:
        """The values as reported for the named subject, or for each that the line may be reported for."""
        task = self.tasks[place]
        for assessed in [subject] if subject in task.subjects else task.subjects:
            yield ReportItem(task.criterion, assessed, values, amend)

    def locate(self, clause: Clause) -> Located:
        """The line that the clause names; nothing named is no error."""
        words, times = self._timed(bare(clause.words))
        if clause.located:
            return self._by_place(clause, words, times)
        if not words:
            return Located(times=times)
        return self._by_words(words, clause.said, times)

    def _timed(self, words: str) -> tuple[str, Times]:
        """Words and what they say of time; 全年 and 去年 inside a printed name say nothing, 自评 as a label does."""
        rest, times = split_times(words)
        if rest != words and self.book.index.names(words):
            return words, NO_TIMES
        said = without_courtesy(rest) or self.book.index.names(rest)
        return (rest if said else ""), times

    def place_named(self, words: str) -> int | None:
        """The number on the list of the only line that words name; None for none and for several."""
        located = self.locate(Clause(0, words))
        places = set(located.places)
        if len(places) != 1:
            affinity = self.book.affinity
            likely = affinity.likely(Mention(without_courtesy(bare(words))), affinity.candidates())
            places = {place for _, (place, _) in likely}
        return self.tasks[next(iter(places))].ordinal if len(places) == 1 else None

    def is_code(self, number: int) -> bool:
        """Whether a number is a printed one of another line than the one that has it on the list."""
        return not set(self.book.codes.get(str(number), ())) <= set(self.book.places.get(number, ()))

    def labelled(self, place: int, clause: Clause) -> frozenset[str]:
        """The inputs of that place that could have the value and whose labels the clause's words are a piece of."""
        words, _ = self._timed(bare(clause.words))
        hits = (hit for hit in self.book.index.hits(words) if hit.place == place and hit.covered)
        named = next((hit.inputs for hit in hits), frozenset())
        items = (self.tasks[place].criterion.input(name) for name in named)
        return frozenset(
            item.name for item in items if clause.said and verdict(item, clause.said) is not None
        )

    def _by_place(self, clause: Clause, words: str, times: Times) -> Located:
        places: tuple[int, ...] = ()
        if clause.place is not None:
            places = self.book.places.get(clause.place, ()) or self.book.codes.get(str(clause.place), ())
        elif clause.code is not None:
            code = clause.code.lower()
            numbered = self.book.places.get(int(code), ()) if code.isdigit() else ()
            places = tuple(dict.fromkeys((*numbered, *self.book.codes.get(code, ()))))
            if not places and code in self.book.foreign:
                criterion = self.book.foreign[code]
                return Located(foreign=Entry(criterion, criterion.before_review), times=times, named=True)
        if not places:
            return Located(times=times, named=True, lost=True)
        return self._agreeing(self._one_node(places, times), words, clause.said, times)

    def _agreeing(self, places: tuple[int, ...], words: str, said: Said | None, times: Times) -> Located:
        """A place that words stand beside: they must mean the same line, or the place is doubtful."""
        if not words:
            return Located(places, times=times, named=True, sure=self._in_time(places, times))
        hits = self.book.index.hits(words)
        if len(places) > 1:
            hits = (*self.book.index.hits(without_courtesy(words)), *hits)
        covered = {hit.place: hit for hit in hits if hit.covered}
        agreed = tuple(place for place in places if place in covered)
        inputs = tuple((place, self._meant(covered[place], words, said)) for place in agreed)
        if agreed:
            sure = self._in_time(agreed, times) and not _is_target(words, said)
            return Located(agreed, inputs, times=times, named=True, sure=sure)
        shared = {self.tasks[place].criterion.code for place in places}
        foreign = self._foreign(words, said, ())
        if foreign is not None and foreign.criterion.code in shared:
            return Located(foreign=foreign, times=times, named=True)
        return Located((*places, *covered)[:MOST_CHOICES], times=times, named=True, sure=False)

    def _by_words(self, words: str, said: Said | None, times: Times) -> Located:
        hits = self.book.index.hits(words)
        fitting = hits if said is None else [hits[at] for at in taking(self._tasks_of(hits), said)]
        meant: Sequence[Hit] = sure_hits(fitting) or [hit for hit in hits if hit.covered]
        foreign = None if any(hit.exact for hit in meant) else self._foreign(words, said, meant)
        if foreign is not None and not (meant := self._rather_own(meant, words)):
            return Located(foreign=foreign, times=times, named=True)
        if meant:
            places = self._one_node(tuple(hit.place for hit in meant), times)
            inputs = tuple((hit.place, self._meant(hit, words, said)) for hit in meant)
            sure = foreign is None and self._in_time(places, times) and not _is_target(words, said)
            sure = sure and not (isinstance(said, State) and any(map(self._is_one_of_several, meant)))
            return Located(places, inputs, times=times, named=True, sure=sure)
        likely = tuple(hit.place for hit in fitting if hit.score >= WORTH_ASKING)
        return Located(likely[:MOST_CHOICES], times=times, named=True, sure=False)

    def _tasks_of(self, hits: Sequence[Hit]) -> list[Task]:
        return [self.tasks[hit.place] for hit in hits]

    def _meant(self, hit: Hit, words: str, said: Said | None) -> frozenset[str]:
        """The inputs by whose labels the line is called: none where the words stand in its own name as well.

        规划已制定 is said of 质量发展规划制定与实施, not of the one point of its checklist that prints 规划.
        """
        criterion = self.tasks[hit.place].criterion
        points = {item.name for item in criterion.inputs if item.type == "bool"}
        part = isinstance(said, State) and not hit.exact and hit.inputs < points
        return frozenset() if part and bare(words) in clean(criterion.name) else hit.inputs

    def _is_one_of_several(self, hit: Hit) -> bool:
        """Whether the words are a piece of a point that lists several facts: one of them is not the point."""
        task = self.tasks[hit.place]
        items = [task.criterion.input(name) for name in hit.inputs]
        return (
            not hit.exact
            and len(items) == 1
            and items[0].type == "bool"
            and _SEVERAL.search(items[0].label) is not None
        )

    def _foreign(self, words: str, said: Said | None, own: Sequence[Hit]) -> Entry | None:
        """Another's line, where the words mean no own one, or clearly rather that one."""
        abroad = self.book.abroad
        if not abroad.names(words):
            return None
        covered = [hit for hit in abroad.hits(words) if hit.covered]
        if own:
            least = max(hit.score for hit in own) + CLEARLY_AHEAD
            covered = [hit for hit in covered if hit.exact or hit.score >= least]
        covered = [hit for hit in covered if self._is_foreign(abroad.entries[hit.place], hit, said)]
        if not covered:
            return None
        entry = abroad.entries[covered[0].place]
        named = tuple(item for item in entry.inputs if item.name in covered[0].inputs)
        return entry._replace(inputs=named or entry.inputs)

    def _rather_own(self, own: Sequence[Hit], words: str) -> Sequence[Hit]:
        """The own lines that the words may mean before another's: a whole part of the name, or only a piece of both."""
        whole = [hit for hit in own if words in parts_of(self.tasks[hit.place].criterion.name)]
        return whole or (own if words not in self.book.printed_abroad else ())

    def _is_foreign(self, entry: Entry, hit: Hit, said: Said | None) -> bool:
        """Whether it is no own item of another milestone, and could have that value or is called by its name."""
        if entry.named and item_of(entry.criterion) in self.book.items:
            return False
        if said is None or hit.score >= _UNMISTAKABLE:
            return True
        return any(verdict(item, said) is not None for item in entry.inputs)

    def _one_node(self, places: tuple[int, ...], times: Times) -> tuple[int, ...]:
        """Of one item at several milestones: the one that is said, else the only one still open."""
        if len({item_of(self.tasks[place].criterion) for place in places}) > 1 or len(places) == 1:
            return places
        said = tuple(place for place in places if self.tasks[place].criterion.milestone == times.period)
        still = tuple(place for place in places if not self.tasks[place].done)
        return said or (still if len(still) == 1 else places)

    def _in_time(self, places: Sequence[int], times: Times) -> bool:
        """Whether the period that the words name is the lines' own."""
        return times.period is None or all(
            times.period == (self.tasks[place].criterion.milestone or _NODE) for place in places
        )

    def unnamed(self, said: Said, times: Times) -> Located:
        """Every line that a value without a name could belong to; sure only for the single open line."""
        open_lines = [at for at, task in enumerate(self.tasks) if not task.done]
        fitting = self.book.taking(said)
        sure = len(open_lines) == 1 and fitting == open_lines and self._in_time(fitting, times)
        fitting = self._whole_of(said, fitting)
        fitting.sort(key=lambda at: self.tasks[at].done)
        return Located(tuple(fitting[:MOST_CHOICES]), times=times, sure=sure)

    def _whole_of(self, said: Said, places: list[int]) -> list[int]:
        """全覆盖 is said of a rate before a level of papers, and rather of the one that is called a 覆盖率."""
        if not isinstance(said, State) or said.kind != "whole":
            return places
        rates = [at for at in places if any(item.type == "percent" for item in self.tasks[at].inputs)]
        covering = [at for at in rates if "覆盖" in said.text and "覆盖" in self.tasks[at].criterion.name]
        return covering or rates or places

    def incidents(self, times: Times, words: str = "") -> Located:
        """The lines on which 没有发生 is an answer."""
        places = self.book.incidents
        sure = len(places) == 1 and not words and self._covers(places[0], times)
        return Located(places[:MOST_CHOICES], times=times, sure=sure)

    def _covers(self, place: int, times: Times) -> bool:
        """本季度没有发生 answers a line that names no longer period of its own."""
        if times.period != "now":
            return self._in_time((place,), times)
        label = next(item.label for item in self.tasks[place].inputs if is_incident(item))
        return split_times(label)[1].period is None and "月" not in label


def is_denial(said: Said | None) -> bool:
    """Whether the value is 没有发生 or a bare 无."""
    return isinstance(said, State) and said.kind in ("quiet", "none")


def _is_target(words: str, said: Said | None) -> bool:
    """Whether the figure may be the target or a plan, not what was reached."""
    return isinstance(said, Quantity) and is_unsure(words)
