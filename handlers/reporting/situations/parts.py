"""分段: one message cut into what is told of each line, by its numbers, by its words, else as a whole."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from handlers.reading import Task
from handlers.reading.numbers import COUNTERS, numeral
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.ordinals import PATTERN, place_of
from handlers.reporting.situations.themes import Themes

_BREAK: Final = re.compile(r"[，,；;。！!\n\t]+|(?<=[^\d\s])\s+|\s+(?=\D)")
_TURN: Final = re.compile(
    r"(?<=[\u4e00-\u9fff\d%％）)])(?<![同和与见跟及归到在记把算按])(?=[①-⑳]|(?:另外|还有|以及|再有)的?第\d{1,2}项)"
)
"""③开具合格证45万张④建设基地12个: where the next line begins without a sign between."""
_N: Final = r"\d{1,2}"
_NOT_PLACE: Final = rf"(?!\s*(?:[\d.%％年月日号个家起件次条项点分万批人名份期场、,，至到~-]|{COUNTERS}))"
_HEAD: Final = re.compile(
    r"\s*(?:关于|报|另外|还有|再有|然后|以及|加上)?\s*(?:(?P<code>[A-Za-z]?\d{1,2}(?:\.\d{1,2}|-(?:H1|Q3|Y))(?![\d.%％]))\s*[:：]?"
    rf"|(?P<mark>(?:{PATTERN})(?>[\s、和跟与,，]*(?:{PATTERN}))*)[、.．:：]?"
    rf"|第?(?P<list>{_N}(?:(?:\s*[、,，和跟与]\s*|\s+){_N})+)\s*项?(?=[的都\s这那三两四是]|{_NOT_PLACE}[\u4e00-\u9fff])"
    r"|(?P<run>[一二三四五六七八九]{2,6})(?=[项条个]?(?:的|都|这|那))"
    rf"|(?P<number>{_N})(?:[、.．)）:：]\s*(?=\D)|[、)）:：]\s*(?=\d+(?:\.\d+)?%?\s*(?:$|[\n；;]))|\s+(?=\D|123\d\d(?!\d))|\s+(?=\d+(?:\.\d+)?%?\s*(?:$|\n))|{_NOT_PLACE}(?=[\u4e00-\u9fff])))项?的?\s*"
)
_ROWS: Final = re.compile(r"\s*\n\s*|\t+")
_LEAD: Final = re.compile(r"^[\s，,；;。、:：]+|[\s，,；;、:：]+$")


@dataclass(frozen=True, slots=True)
class Part:
    """What is told of one line: the places on the list that may be meant, and the words.

    `certain` where it was said by number, `named` where by words of the line itself.
    """

    places: tuple[int, ...]
    words: str
    certain: bool = False


def parts_of(text: str, tasks: Sequence[Task], themes: Themes) -> list[Part]:
    """The parts of the message in their order; one without places where nothing names a line."""
    return _numbered(text, tasks) or _themed(text, themes)


def _numbered(text: str, tasks: Sequence[Task]) -> list[Part]:
    """By the numbers of the list at the head of clauses; what stands before the first belongs to it."""
    places = {str(task.ordinal): at for at, task in enumerate(tasks) if task.ordinal}
    places |= {
        task.criterion.code.lower(): at
        for at, task in enumerate(tasks)
        if not task.criterion.code.isdecimal()
    }
    cuts: list[tuple[int, int, tuple[int, ...]]] = []
    for start in _starts(text):
        head = _HEAD.match(text, start)
        meant = _places(head, places) if head is not None else ()
        if head is not None and meant and (head["number"] is None or _is_row(text, start)):
            cuts.append((start, head.end(), meant))
    if not cuts:
        return []
    ends = [start for start, _, _ in cuts[1:]] + [len(text)]
    lead = text[: cuts[0][0]]
    found = []
    for place, ((_, begin, meant), end) in enumerate(zip(cuts, ends, strict=True)):
        words = trimmed(text[begin:end] if place or not trimmed(lead) else lead + text[begin:end])
        each = _each_its_number(words, len(meant))
        found += [_placed(at, own, tasks) for at, own in zip(meant, each, strict=True) if own]
    return found


def _placed(at: int, words: str, tasks: Sequence[Task]) -> Part:
    places = rather_named(at, words, tasks)
    return Part(places, words, certain=len(places) == 1)


def rather_named(at: int, words: str, tasks: Sequence[Task]) -> tuple[int, ...]:
    """第2项 县质量工作奖励制度建了, which is the name of the first: either may be meant, the named one rather."""
    said = bare(words)
    named = tuple(place for place, task in enumerate(tasks) if any(name in said for name in _names(task)))
    return (at,) if at in named else (*named, at)


def _names(task: Task) -> Iterator[str]:
    """The names of the line that are long enough to tell it whatever else is said."""
    called = (bare(name) for name in (task.criterion.name, *(item.label for item in task.inputs)))
    return (name for name in called if len(name) >= _TELLING)


_TELLING: Final = 6


_NUMBERS: Final = re.compile(
    r"(?P<of>[\u4e00-\u9fff]{0,12}[〔\[【(（]\s*(?:19|20)\d\d\s*年?[〕\]】)）])\s*第?(?P<first>\d{1,4})号?"
    r"(?P<others>(?>\s*[、，,和及与]\s*(?:[\u4e00-\u9fff]{0,12}[〔\[【(（]\s*(?:19|20)\d\d\s*年?[〕\]】)）])?\s*第?\d{1,4}号)+)"
)


def _each_its_number(words: str, count: int) -> list[str]:
    """都发了，铁市监发〔2015〕11号、12号 of two lines: each with its own number, in their order; else all the words."""
    found = _NUMBERS.search(words) if count > 1 else None
    numbers = [found["first"], *re.findall(r"(\d{1,4})号", found["others"])] if found is not None else []
    if found is None or len(numbers) != count:
        return [words] * count
    return [f"{words[: found.start()]}{found['of']}{number}号{words[found.end() :]}" for number in numbers]


def _is_row(text: str, start: int) -> bool:
    """Whether a number there begins a line or a clause of its own, and counts nothing of the one before."""
    return start == 0 or text[start - 1] in "\n；;。，,\t "


def _starts(text: str) -> list[int]:
    ends = (found.end() for pattern in (_BREAK, _TURN) for found in pattern.finditer(text))
    return sorted({0, *(end for end in ends if end < len(text))})


def _places(head: re.Match[str], known: Mapping[str, int]) -> tuple[int, ...]:
    """The places on the list that the head of a clause means; nothing where one of them is not there."""
    if head["mark"]:
        said = [str(place_of(found)) for found in re.findall(PATTERN, head["mark"])]
    elif head["run"]:
        said = [str(numeral(one) or 0) for one in head["run"]]
    elif head["code"]:
        said = [head["code"].lower()]
    else:
        said = re.findall(_N, head["list"] or head["number"] or "")
    return tuple(known[one] for one in said) if said and all(one in known for one in said) else ()


def _themed(text: str, themes: Themes) -> list[Part]:
    """By the words of each clause: one that calls another line by its name begins what is told of that."""
    begun = 0
    meant: tuple[int, ...] = ()
    found: list[tuple[int, tuple[int, ...]]] = []
    for start, end in pairwise([*_starts(text), len(text)]):
        named = themes.likely(text[start:end])
        if not meant:
            meant = named
        elif _is_of_another(text[start:end], named, meant, themes):
            found.append((begun, meant))
            begun, meant = start, named
    found.append((begun, meant))
    ends = [begin for begin, _ in found[1:]] + [len(text)]
    return [
        Part(_meant(places, text[begin:end], themes), trimmed(text[begin:end]))
        for (begin, places), end in zip(found, ends, strict=True)
    ]


def _meant(places: tuple[int, ...], words: str, themes: Themes) -> tuple[int, ...]:
    """What the first clause that names a line says, made out by all the words where it leaves it open."""
    whole = themes.likely(words)
    if not places or not whole:
        return places or whole
    both = tuple(at for at in whole if at in places)
    if len(places) > 1:
        return both or places
    if both or themes.likeness(words).get(places[0], 0.0) >= _FIRM:
        return places
    return tuple(dict.fromkeys((*whole, *places)))


_FIRM: Final = 3.5
"""So telling a clause at the head stands against what is said behind it."""


def _is_of_another(clause: str, named: Sequence[int], before: Sequence[int], themes: Themes) -> bool:
    """Whether the clause tells firmly of other lines than the one before, and clearly less of that."""
    if not named or set(named) & set(before) or _RATE.fullmatch(clause.strip()) or _RESULT.match(clause):
        return False
    here = themes.likeness(clause)
    return here[named[0]] >= max(_FIRM, 2 * max(here.get(at, 0.0) for at in before))


_RATE: Final = re.compile(r"[^\d]{0,8}率[^\d]{0,3}\d+(?:\.\d+)?\s*[%％]?[，,。；;]?")
"""合格率99.1% belongs to what was told before it."""
_RESULT: Final = re.compile(
    r"[，,；;。\s]*(?:其中|一?共[计有\d]|发现|查出|整改|抓获|办结|涉案|罚[款没]|没收|合格(?!证)|闭环|覆盖|[印下]?发了?.{0,12}[文号]|见.{0,8}[〔（(\[]|文号)"
)
"""发现隐患260条 is what came of the deed before it, and the number of a document is that deed's."""


def trimmed(words: str) -> str:
    """The words without what only parted them from others."""
    return _ROWS.sub("；", _LEAD.sub("", words))
