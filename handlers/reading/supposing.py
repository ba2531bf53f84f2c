"""推想: where the exact reading leaves something open, the message put together as one draft to be confirmed.

Nothing of it is stored before that. It speaks of figures only, and only of the person's own lines.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from handlers.reading import questions
from handlers.reading.affinity import Candidate, Mention
from handlers.reading.aliases import printed_name
from handlers.reading.asides import bare, is_unsure, without_courtesy
from handlers.reading.figures import Figure, Segment, segments_of
from handlers.reading.locating import Locator
from handlers.reading.tasks import ReportItem, RowReading
from handlers.reading.values import verdict
from handlers.reading.verdicts import Certain

_MOST: Final = 8
_NAMELESS: Final = 0.1
"""How well a figure without words fits the only input that takes it."""
_NUMBERS: Final = re.compile(r"\d+(?:\.\d+)?")
_WHOLE_CITY: Final = re.compile("全[市县区镇]")
_Key = tuple[str, str | None]


def suppose(lines: Sequence[str], rows: Sequence[RowReading], locator: Locator) -> tuple[RowReading, ...]:
    """The rows, with the doubtful and unread ones in one draft where the message as a whole makes one."""
    if rows and all(row.outcome == "certain" for row in rows):
        return tuple(rows)
    stated = [line for line in lines if printed_name(line) not in locator.book.printed]
    segments = [segment for line in stated for segment in segments_of(line, locator.book)]
    if not _may_be_drafted(segments):
        return tuple(rows)
    found = _Supposition(segments, locator)
    items = _merged([*found.items(), *_single(rows)], _certain(rows))
    used = {figure.said.text for figure in found.assigned}
    told = used | {figure.said.text for figure in found.others}
    if not items or not found.assigned or len(items) > _MOST or _says_it_already(rows, items):
        return tuple(rows)
    kept = tuple(row for row in rows if not _is_covered(row, used, told))
    rest = tuple(_unread(segments, kept, found))
    return (*kept, questions.whole_draft(" ".join(lines), items, rest, locator.tasks))


def _may_be_drafted(segments: Sequence[Segment]) -> bool:
    """Whether there are figures at all, and no word that puts the whole message in doubt."""
    figures = [figure for segment in segments for figure in segment.figures]
    if not figures or any(figure.role == "denied" for figure in figures):
        return False
    return not any(_is_doubt(segment) for segment in segments)


def _is_doubt(segment: Segment) -> bool:
    words = segment.text
    if any(figure.role == "target" for figure in segment.figures):
        words = _TARGETED.sub("", words)
    return is_unsure(words) or _WHOLE_CITY.search(words) is not None


_TARGETED: Final = re.compile("目标|计划|任务")


class _Supposition:
    """Which figure of the message is of which input; each input once."""

    def __init__(self, segments: Sequence[Segment], locator: Locator) -> None:
        self._locator, self._affinity = locator, locator.book.affinity
        self._figures = [figure for segment in segments for figure in segment.figures]
        self._mentions = _mentions(segments)
        self._found: dict[int, Candidate] = {}
        self._assign()
        self._doubt()

    @property
    def assigned(self) -> list[Figure]:
        """The figures that have an input."""
        return [self._figures[at] for at in self._found]

    @property
    def others(self) -> list[Figure]:
        """The figures that are no values: targets, last year's, differences, parts."""
        return [figure for figure in self._figures if figure.role != "said"]

    def items(self) -> Iterator[ReportItem]:
        """What each of them would report."""
        for at, (place, name) in self._found.items():
            figure, task = self._figures[at], self._locator.tasks[place]
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
            taken = {(*self._found[at], self._figures[at].subject) for at in self._found}
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
        self, at: int, taken: Collection[tuple[int, str, str | None]] = ()
    ) -> list[tuple[float, Candidate]]:
        """The inputs that the figure may be of, but for those taken; one where it is clear."""
        figure, mention = self._figures[at], self._mentions[at]
        fitting = [one for one in self._fitting(figure) if (*one, figure.subject) not in taken]
        if without_courtesy(mention.words):
            return self._affinity.likely(mention, fitting)
        told = figure.head is not None or (bare(figure.lead) and not taken)
        return [(_NAMELESS, one) for one in fitting] if len(fitting) == 1 and told else []

    def _fitting(self, figure: Figure) -> Iterator[Candidate]:
        """The inputs that take the figure as it stands: of its kind, of its year, of the line named before it."""
        places = self._places(figure)
        for place, name in self._affinity.candidates():
            item = self._locator.tasks[place].criterion.input(name)
            if places is not None and place not in places:
                continue
            if (item.type == "points") is not figure.assessed and not self._only_points(place):
                continue
            role = self._locator.book.roles[place].get(name, "current")
            if role == ("previous" if figure.role == "previous" else "current") and isinstance(
                verdict(item, figure.said), Certain
            ):
                yield place, name

    def _only_points(self, place: int) -> bool:
        """Whether the line asks for no other figure than self-assessed points."""
        kinds = {
            self._locator.tasks[one].criterion.input(name).type
            for one, name in self._affinity.candidates()
            if one == place
        }
        return kinds == {"points"}

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
        for at, figure in enumerate(self._figures):
            if at not in self._found and figure.role == "said":
                likely = [candidate for _, candidate in self._likely(at)]
                for candidate in likely or self._fitting(figure):
                    claims.setdefault((candidate, figure.subject), set()).add(figure.said.text)
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


def _certain(rows: Sequence[RowReading]) -> list[ReportItem]:
    return [row.item for row in rows if row.item is not None]


def _single(rows: Sequence[RowReading]) -> list[ReportItem]:
    """What the rows that ask with a single answer would report."""
    return [
        item
        for row in rows
        for item in (row.choices[0].items if row.choices else ())
        if row.outcome == "asks" and len(row.choices) == 1 and not row.choices[0].item.amend
    ]


def _merged(items: Sequence[ReportItem], certain: Sequence[ReportItem]) -> list[ReportItem]:
    """One item for each line and subject, without what is certain; nothing where two say different things."""
    merged: dict[_Key, ReportItem] = {}
    known = {
        (one.criterion.code, one.subject, name): value
        for one in certain
        for name, value in one.inputs.items()
    }
    for item in items:
        key = (item.criterion.code, item.subject)
        fresh = {}
        for name, value in item.inputs.items():
            before = known.setdefault((*key, name), value)
            if before != value:
                return []
            if not any(name in one.inputs for one in certain if (one.criterion.code, one.subject) == key):
                fresh[name] = value
        if fresh:
            inputs = merged[key].inputs if key in merged else {}
            merged[key] = ReportItem(item.criterion, item.subject, {**inputs, **fresh})
    return list(merged.values())


def _says_it_already(rows: Sequence[RowReading], items: Sequence[ReportItem]) -> bool:
    """Whether the only doubtful row offers just that and nothing else."""
    open_rows = [row for row in rows if row.outcome != "certain"]
    return (
        len(open_rows) == 1 and len(items) == 1 and [one.item for one in open_rows[0].choices] == list(items)
    )


def _is_covered(row: RowReading, used: set[str], told: set[str]) -> bool:
    """Whether the draft says what the row asks, or could not read; `told` are all figures that it knows of."""
    if row.outcome == "certain":
        return False
    if row.outcome == "asks" and len(row.choices) == 1:
        return not row.choices[0].item.amend
    figures = _numbers(row.piece)
    if figures:
        return bool(figures & _numbers(" ".join(used))) or figures <= _numbers(" ".join(told))
    return row.outcome == "unread" or any(text in row.piece for text in used)


def _numbers(text: str) -> set[str]:
    return set(_NUMBERS.findall(text))


def _unread(segments: Sequence[Segment], kept: Sequence[RowReading], found: _Supposition) -> Iterator[str]:
    """What neither the draft nor the other rows say anything of."""
    pieces = [bare(row.piece) for row in kept]
    used = {id(figure) for figure in found.assigned}
    for segment in segments:
        if any(bare(segment.text) in piece or piece in bare(segment.text) for piece in pieces if piece):
            continue
        mine = [figure for figure in segment.figures if id(figure) in used]
        if not mine:
            if without_courtesy(bare(segment.text)):
                yield segment.text
        elif mine[-1] is segment.figures[-1] and without_courtesy(bare(mine[-1].tail)):
            yield mine[-1].tail.strip()
