"""A figure with what tells of it: the words it stands in, those before it, and what follows that is of nothing else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.reading.naming.locating import Locator
from handlers.reading.naming.marks import events_in, kinds_in, levels_in
from handlers.reading.tokens.asides import bare, without_courtesy
from handlers.reading.tokens.figures import Figure, Segment, named_before

_ANNOUNCED: Final = re.compile(r"\s*(?P<what>[\u4e00-\u9fff、]{2,12}?)的?\s*:")
"""食品的：鄂城97.1，华容96.8 tells all that follows what it is of."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure with what tells of it: its own words, those before it, and all that stands around it."""

    figure: Figure
    words: str
    context: str
    stretch: str

    @property
    def marked(self) -> str:
        """The words that name a kind or a level: its own, else those it stands behind."""
        named = kinds_in(self.words) or levels_in(self.words) or events_in(self.words)
        return self.words if named else f"{self.context} {self.words}"


def evidence_in(segments: Sequence[Segment], locator: Locator) -> Iterator[Evidence]:
    """Each figure of the segments with what tells of it, in their order."""
    heading = ""
    for at, segment in enumerate(segments):
        heading = heading if segment.figures else segment.words
        announced = _ANNOUNCED.match(segment.text)
        heading = announced["what"] if announced is not None else heading
        before = ""
        for figure in segment.figures:
            words = f"{named_before(figure.lead)} {without_courtesy(bare(figure.tail))}".strip()
            stretch = f"{figure.lead}{figure.said.text}{figure.tail}{_behind(at, figure, segments, locator)}"
            yield Evidence(figure, words, before or heading, stretch)
            before = f"{before} {figure.lead}"


def _behind(at: int, figure: Figure, segments: Sequence[Segment], locator: Locator) -> str:
    """What follows the last figure of a segment and is of nothing else: 大概95，等省里通报."""
    if figure is not segments[at].figures[-1] or at + 1 == len(segments):
        return ""
    behind = segments[at + 1]
    return "" if behind.figures or names_a_line(behind, locator) else f"，{behind.text}"


def names_a_line(segment: Segment, locator: Locator) -> bool:
    """Whether a segment is of a line or an assessed unit of its own."""
    named = any(name in segment.text for name in locator.book.subjects)
    return named or locator.book.kinship.tells(segment.words)
