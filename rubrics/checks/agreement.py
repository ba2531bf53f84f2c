"""Two places that disagree: inside one document, or between two tables of the same document."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Final

from rubrics.checks.findings import Finding
from scoring.decimals import plain
from scoring.model import Criterion, Rubric
from scoring.rules import Bands, Target

_PEOPLE: Final = re.compile(r"(\d+(?:\s*[—–-]\s*\d+)?)\s*名(\w{2,4}?人员)")
_SHORTEST: Final = 8


def check_agreement(rubric: Rubric, source: str, others: Iterable[Rubric]) -> Iterator[Finding]:
    """Numbers of people that differ, and thresholds that another table of the document sets otherwise."""
    yield from _people(source)
    for other in others:
        for criterion in rubric.criteria:
            yield from (found for line in other.criteria for found in _thresholds(criterion, line, other))


def _people(source: str) -> Iterator[Finding]:
    said: dict[str, dict[str, str]] = {}
    for found in _PEOPLE.finditer(source):
        said.setdefault(found[2], {}).setdefault(re.sub(r"\s", "", found[1]), found[0])
    for who, numbers in said.items():
        if len(numbers) > 1:
            yield Finding("disagree", (), f"{who}的人数前后不一。", tuple(numbers.values()))


def _thresholds(criterion: Criterion, line: Criterion, other: Rubric) -> Iterator[Finding]:
    ours, theirs = threshold(criterion), threshold(line)
    if ours is None or theirs is None or ours == theirs or not _same_rate(criterion.name, line.name):
        return
    sentence = f"本表要求{plain(ours)}，{other.name} 第{line.code}行要求{plain(theirs)}。"
    yield Finding("disagree", (criterion.code,), sentence, (criterion.name, line.name))


def threshold(criterion: Criterion) -> Decimal | None:
    """What must be reached for the full points, or the one target of all subjects; None without one."""
    rule = criterion.rule.parts[0].rule
    if isinstance(rule, Bands) and rule.bands and rule.percent_of is None:
        return rule.bands[0].limit
    targets = set(criterion.targets.values())
    return next(iter(targets)) if isinstance(rule, Target) and len(targets) == 1 else None


def _same_rate(one: str, other: str) -> bool:
    """Whether two names tell of the same rate: one contains the other, the surroundings cut off."""
    short, long = sorted((_rate(one), _rate(other)), key=len)
    match = SequenceMatcher(None, short, long, autojunk=False).find_longest_match()
    return len(short) >= _SHORTEST and match.size == len(short)


def _rate(name: str) -> str:
    """The words of a rate: without number, what it must reach, and white space."""
    words = re.sub(r"^[\d.．\s]+|\s", "", name)
    return words[: words.rfind("率") + 1]
