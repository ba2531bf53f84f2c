"""配对: which figure of a message is of which input of the list, as far as its words tell; each input once."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress
from typing import Final

from handlers.reading.certainty.verdicts import Certain
from handlers.reading.naming.affinity import Candidate, Mention
from handlers.reading.naming.locating import Locator
from handlers.reading.tasks import MOST_CHOICES, ReportItem
from handlers.reading.tokens.asides import bare, without_courtesy
from handlers.reading.tokens.figures import Figure, Segment
from handlers.reading.values import certain_for, verdict

_NAMELESS: Final = 0.1
"""How well a figure without words fits the only input that takes it."""
_GROUP: Final = range(2, 7)
_ALIKE: Final = re.compile("(?:都|均|全|各)(?:是|为|有|达到|达|报了?|申报了?)*$")


class Assignment:
    """Which figure of the message is of which input; each input once."""

    def __init__(self, segments: Sequence[Segment], locator: Locator) -> None:
        self._locator, self._affinity = locator, locator.book.affinity
        self._figures = [figure for segment in segments for figure in segment.figures]
        self._mentions = _mentions(segments)
        self._fits: dict[int, AbstractSet[Candidate]] = {}
        self._all_points = len(self._figures) > 1 and self._may_all_be_points()
        self._found: dict[int, Candidate] = {}
        self._assign()
        self._doubt()
        self._groups = dict(self._all_alike())

    @property
    def assigned(self) -> list[Figure]:
        """The figures that have an input."""
        return [self._figures[at] for at in (*self._found, *self._groups)]

    @property
    def others(self) -> list[Figure]:
        """The figures that are no values: targets, last year's, differences, parts."""
        counts = {at - 1 for at in self._groups}
        return [
            figure
            for at, figure in enumerate(self._figures)
            if at in counts or figure.role not in ("said", "unsure")
        ]

    def items(self) -> Iterator[ReportItem]:
        """What each of them would report."""
        given = [(at, [candidate]) for at, candidate in sorted(self._found.items())]
        for at, candidates in (*given, *self._groups.items()):
            yield from self._items(self._figures[at], candidates)

    def undecided(self) -> Iterator[tuple[Figure, list[ReportItem]]]:
        """The figures that may be of some few inputs, with what each of them would report."""
        for at, figure in enumerate(self._figures):
            if at in self._found or at in self._groups or figure.role != "said":
                continue
            items = list(self._items(figure, [candidate for _, candidate in self._likely(at)]))
            if 1 < len(items) <= MOST_CHOICES:
                yield figure, items

    def _items(self, figure: Figure, candidates: Sequence[Candidate]) -> Iterator[ReportItem]:
        for place, name in candidates:
            task = self._locator.tasks[place]
            judged = verdict(task.criterion.input(name), figure.said)
            subject = self._subject(figure, place)
            if isinstance(judged, Certain) and subject is not None:
                yield ReportItem(task.criterion, subject, {name: judged.value})

    def _subject(self, figure: Figure, place: int) -> str | None:
        subjects = self._locator.tasks[place].subjects
        named = self._locator.book.subjects.get(figure.subject or "")
        if len(subjects) == 1:
            return subjects[0] if named in (None, subjects[0]) else None
        return named if named in subjects else None

    def _assign(self) -> None:
        """Give the figures their inputs, the clearest first: what one has taken leaves the others clearer."""
        waiting = [at for at, figure in enumerate(self._figures) if figure.role in ("said", "previous")]
        while True:
            taken = {(one, self._figures[at].subject) for at, one in self._found.items()}
            fresh: dict[tuple[Candidate, str | None], tuple[float, int]] = {}
            for at in waiting:
                likely = self._likely(at, taken) if at not in self._found else []
                if len(likely) == 1:
                    (score, candidate), subject = likely[0], self._figures[at].subject
                    key = (candidate, subject)
                    fresh[key] = max((score, -at), fresh.get(key, (0.0, -at)))
            if not fresh:
                return
            self._found |= {-at: candidate for (candidate, _), (_, at) in fresh.items()}

    def _likely(
        self, at: int, taken: AbstractSet[tuple[Candidate, str | None]] = frozenset()
    ) -> list[tuple[float, Candidate]]:
        """The inputs that the figure may be of, but for those taken; one where it is clear.

        Only words of its own tell it from what is taken: the 93 of 省局说国抽94，我们测的93 is no other line's.
        """
        figure, mention = self._figures[at], self._mentions[at]
        fitting = self._fitting(figure)
        free = fitting - {one for one, subject in taken if subject == figure.subject}
        if without_courtesy(figure.words):
            likely = self._affinity.likely(mention, free)
            likely = [one for one in likely if not self._affinity.rather_another(mention.words, one[1])]
            if len(likely) != 1:
                return likely
            best = (self._affinity.best(one, fitting) for one in (mention, Mention(mention.words)))
            return likely if likely[0][1] in best else []
        inherited = self._affinity.likely(mention, fitting)
        if inherited:
            return [one for one in inherited if one[1] in free]
        told = figure.head is not None or figure.subject is not None or (bare(figure.lead) and not taken)
        return [(_NAMELESS, one) for one in free] if len(free) == 1 and told else []

    def _all_alike(self) -> Iterator[tuple[int, list[Candidate]]]:
        """The 3 of 两个名牌都是3 is of both lines that are called so."""
        for at in range(1, len(self._figures)):
            count, figure = self._figures[at - 1], self._figures[at]
            alike = _ALIKE.search(bare(figure.lead))
            if alike is None or count.segment != figure.segment or bare(count.lead) or at in self._found:
                continue
            words = bare(figure.lead)[: alike.start()]
            likely = [one for _, one in self._affinity.likely(Mention(words), self._fitting(figure))]
            if count.said.value in _GROUP and len(likely) == count.said.value:
                yield at, sorted(likely)

    def _fitting(self, figure: Figure) -> AbstractSet[Candidate]:
        """The inputs that take the figure, found once for each."""
        known = self._fits.get(id(figure))
        if known is None:
            known = self._fits[id(figure)] = self._taking(figure)
        return known

    def _taking(self, figure: Figure) -> AbstractSet[Candidate]:
        """The inputs that take the figure as it stands: of its kind, of its year, of the line named before it."""
        kinds = self._affinity.kinds(
            assessed=self._assessed(figure),
            previous=figure.role == "previous",
            measured=bool(figure.said.unit) or figure.said.scaled,
        )
        found: set[Candidate] = set()
        for items, groups in kinds:
            found.update(*compress(groups, certain_for(items, figure.said)))
        own = self._of_places(self._places(figure))
        return found if own is None else found & own

    def _of_places(self, places: Sequence[int] | None) -> AbstractSet[Candidate] | None:
        """The inputs of the lines named before a figure; None where none is named."""
        if places is None:
            return None
        return {(place, item.name) for place in places for item in self._locator.tasks[place].inputs}

    def _assessed(self, figure: Figure) -> bool:
        """Whether its words say that it is self-assessed points, or a list of bare figures can be nothing else."""
        return figure.assessed or (figure.nameless and self._all_points)

    def _may_all_be_points(self) -> bool:
        """①4.5 ②3.6 ③2.8: every line takes its figure as points."""
        if not all(figure.nameless and not figure.said.unit for figure in self._figures):
            return False
        return all(any(self._points(figure)) for figure in self._figures)

    def _points(self, figure: Figure) -> Iterator[bool]:
        places = self._places(figure) or ()
        for place, name in self._affinity.candidates():
            item = self._locator.tasks[place].criterion.input(name)
            if place in places and item.type == "points":
                yield isinstance(verdict(item, figure.said), Certain)

    def _places(self, figure: Figure) -> tuple[int, ...] | None:
        if figure.head is None:
            return None
        if figure.head.kind == "code":
            return self._locator.book.codes.get(figure.head.text.strip().lower(), ())
        return self._locator.book.places.get(figure.head.place, ())

    def _doubt(self) -> None:
        """Drop the inputs that two figures claim, and those that a figure with unknown words may be of as well."""
        claims: dict[tuple[Candidate, str | None], set[str]] = {}
        for at, candidate in self._found.items():
            figure = self._figures[at]
            claims.setdefault((candidate, figure.subject), set()).add(figure.said.text)
        rest = [at for at, one in enumerate(self._figures) if at not in self._found and one.role == "said"]
        for at in rest if claims else ():
            figure = self._figures[at]
            may_be = {candidate for _, candidate in self._likely(at)} or self._fitting(figure)
            for (candidate, subject), said in claims.items():
                if candidate in may_be and subject == figure.subject:
                    said.add(figure.said.text)
        self._found = {
            at: candidate
            for at, candidate in self._found.items()
            if len(claims[candidate, self._figures[at].subject]) == 1
        }


def _mentions(segments: Sequence[Segment]) -> list[Mention]:
    """The words of each figure, with what was said before them as their context.

    A figure without words of its own is of what was named last: 江苏名牌目标3个 实际2个.
    """
    found: list[Mention] = []
    context = ""
    for segment in segments:
        if not segment.figures:
            context = segment.words
        for figure in segment.figures:
            words = figure.words or context
            found.append(Mention(words, context))
            context = words
    return found
