"""What is printed of the lines of one list: codes, phrases that commas part, figures inside names, names of units."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handlers.reading.naming.aliases import item_of, printed_name, printed_number, unnumbered, untargeted
from handlers.reading.numbers import COUNTERS
from handlers.reading.tasks import Task
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.sieve import sieve
from handlers.reading.widths import clean
from scoring.model import Criterion

_FIGURES: Final = re.compile(r"[\d一二三四五六七八九两][\d.一二三四五六七八九十百]*")
_AFFIX: Final = re.compile("(?:街道|新区|区|县|市|镇|乡|州)$")
_BRACKETED: Final = re.compile(r"\(([^()]*)\)")
SHORTEST_NAME: Final = 2
_LONG_FIGURE: Final = 5


def codes_of(criterion: Criterion) -> set[str]:
    """Every code and number that the line may be called by."""
    return {criterion.code, item_of(criterion), printed_number(criterion)} - {""}


def subject_names(subjects: Sequence[str]) -> dict[str, str]:
    """Every way to call each assessed unit; none where there is only one, and no name that fits two."""
    if len(subjects) < SHORTEST_NAME:
        return {}
    called: dict[str, set[str]] = {}
    for subject in subjects:
        name = clean(subject)
        for full in (name, _BRACKETED.sub("", name), *_BRACKETED.findall(name)):
            for word in (full, _AFFIX.sub("", full), full + "镇"):
                called.setdefault(word.strip(), set()).add(subject)
    return {
        word: next(iter(meant))
        for word, meant in called.items()
        if len(meant) == 1 and len(word) >= SHORTEST_NAME
    }


def phrases(tasks: Sequence[Task]) -> tuple[tuple[str, str], ...]:
    """Printed phrases that commas or targets would part, as bare words, with the words that stand for them."""
    found: dict[str, str] = {}
    for task in tasks:
        name = task.criterion.name
        for text in (unnumbered(clean(name)), *(item.label for item in task.inputs), *_choices(task)):
            for words in (clean(text), clean(text).split("(")[0]):
                if _PARTED.search(words):
                    found[bare(words)] = bare(words)
        if _FIGURES.search(printed_name(name)):
            found[printed_name(name)] = bare(untargeted(clean(name)))
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _choices(task: Task) -> Iterator[str]:
    return (choice.label for item in task.inputs for choice in item.choices)


GRADES: Final = ("2A", "3A", "4A", "5A")
"""Grades of credit and of sights are no figures, whatever the list is."""
_PARTED: Final = re.compile(r"\w\W*[，,;；。:]\W*\w")


_PRINTED_YEAR: Final = re.compile("20[0-9]{2}")
_BEFORE_YEAR: Final = re.compile(r"([\u4e00-\u9fff]{2})\W*$")
"""昆仑 2021: a year that ends a name is no value, however it is spaced."""


def masks(criterion: Criterion) -> Iterator[str]:
    """The figures inside names, each with the characters behind it that make it part of the name."""
    for words in (untargeted(clean(criterion.name)), *(clean(item.label) for item in criterion.inputs)):
        for found in _FIGURES.finditer(words):
            behind = re.match(r"\w{1,2}", words[found.end() :])
            before = _BEFORE_YEAR.search(words[: found.start()])
            if _PRINTED_YEAR.fullmatch(found[0]) and before is not None and behind is None:
                yield before[1] + found[0]
            if found[0].isdigit() and len(found[0]) >= _LONG_FIGURE:
                yield found[0]
            elif behind is not None:
                yield from _masked(found[0], behind[0])


def _masked(figure: str, behind: str) -> Iterator[str]:
    """352专 and 2A, but 3个省 and 一次验: 3个 and 一次 alone may be values."""
    needed = len(behind) if _MEASURED.match(behind) or not figure[0].isascii() else 1
    if needed > 1 or not _MEASURED.match(behind):
        yield figure + behind[:needed]


_MEASURED: Final = re.compile(f"{COUNTERS}|[%年月日分元]")


_LEVEL: Final = "国家|[国省市县区]"
_TENS: Final = "[一二三四五六七八九]"
_RATE: Final = rf"(?:百分之)?(?:\d{{2,3}}(?:\.\d+)?|{_TENS}?十{_TENS}?(?:点[零一二三四五六七八九]+)?)%?"
_ONLY: Final = sieve(
    "国省市县区",
    rf"(?:(?<=[，,、;；。\s啊嗯呢嘛])|^)(?P<level>{_LEVEL})(?:[级里](?:面|头)?)?(?:的|是|为|:)*\s*"
    rf"(?P<rate>{_RATE})(?=$|[，,、;；。\s啊嗯呢嘛吧])",
)
_TESTED: Final = re.compile("抽[查检]|[国省市县区](?:里|级|家)?(?:监督)?抽")


def by_level(text: str) -> str:
    """省里的是94 as 省抽94 beside 国家抽查, or beside 市里的95 where both have decimals; else the text."""
    if _ONLY.characters.isdisjoint(text):
        return text
    found = list(_ONLY.pattern.finditer(text))
    if not found:
        return text
    sisters = len({one["level"] for one in found}) > 1 and all("." in one["rate"] for one in found)
    if not (sisters or _TESTED.search(text)):
        return text
    return _ONLY.sub(lambda one: f"{one['level'][0]}抽{one['rate']}", text)


def tells_only_level(words: str) -> bool:
    """Whether the words are a level and a figure: 省里的是94, of which nobody knows what it is of."""
    return _ONLY.pattern.match(words.strip()) is not None and _TESTED.search(words) is None
