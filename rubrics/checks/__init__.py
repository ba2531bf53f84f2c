"""The health check of a rubric (体检): what is doubtful in a document, told and never mended."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from rubrics.checks.agreement import check_agreement
from rubrics.checks.findings import KINDS, Finding, merged
from rubrics.checks.intervals import check_bands
from rubrics.checks.levels import check_levels
from rubrics.checks.marks import check_marks
from rubrics.checks.source import Source
from rubrics.checks.units import check_units
from rubrics.checks.words import check_words
from rubrics.clauses import clauses_not_found
from scoring.model import Ambiguity, Rubric

__all__ = ["KINDS", "Finding", "check"]


def check(rubric: Rubric, folder: Path, others: Iterable[Rubric] = ()) -> tuple[Finding, ...]:
    """Everything doubtful about a rubric and the document in `folder`, in document order.

    `others` are the other tables of the same document. Raises OSError where `source.txt` cannot be read.
    """
    source = Source((folder / "source.txt").read_text(encoding="utf-8"))
    findings = merged(_found(rubric, folder, source.text, others))
    places = source.places(rubric)
    placed = (replace(found, line=_line(found, places, source)) for found in findings)
    order = {item.code: place for place, item in enumerate(rubric.criteria)}
    kinds = list(KINDS)
    return tuple(
        sorted(
            placed, key=lambda found: (order.get(next(iter(found.codes), ""), -1), kinds.index(found.kind))
        )
    )


def _found(rubric: Rubric, folder: Path, source: str, others: Iterable[Rubric]) -> Iterator[Finding]:
    for code, piece in clauses_not_found(rubric, folder):
        yield Finding("clause", (code,), "原文里没有这一句。", (piece,))
    yield from check_marks(rubric)
    yield from check_bands(rubric)
    yield from check_levels(rubric)
    yield from check_words(rubric)
    yield from check_units(rubric, source)
    yield from check_agreement(rubric, source, others)
    for criterion in rubric.criteria:
        yield from (_recorded(criterion.code, doubt) for doubt in criterion.ambiguities)


def _recorded(code: str, doubt: Ambiguity) -> Finding:
    return Finding("recorded", (code,), f"{doubt.open}采用：{doubt.default}（{doubt.reason.rstrip('。')}）。")


def _line(found: Finding, places: Mapping[str, int], source: Source) -> int | None:
    start = places.get(found.codes[0]) if found.codes else None
    quoted = source.line(found.quotes[0], start or 0) if found.quotes else None
    return source.line_at(start) if quoted is None and start is not None else quoted
