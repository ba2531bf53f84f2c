"""Which places of the list a message names by number, and what it says of each: 1 齐全，2 100; ①②都有; 4到6没做."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from handlers.reading import numbers
from handlers.reading.numbers import whole_number
from handlers.reading.tokens.ordinals import PATTERN, place_of
from handlers.wording import circled

_CIRCLE: Final = rf"(?:{PATTERN})(?<![个条])"
"""第二条 and 第二个 may be a point of the line before."""
_HAN: Final = "[一二三四五六七八九十]{1,3}"
_NUMBER: Final = rf"(?:第?(?:\d{{1,2}}|{_HAN})(?:[项条号](?!的?[和、]))?)"
_DIGITS: Final = r"(?<!\d)\d{1,2}(?![\d.])"
_AND: Final = r"\s*(?:[、,，/和跟与及]|还有)\s*"
_FIGURE: Final = numbers.NAMELESS
_UNITS: Final = "个(?!都|方案|文件|项)|件|家|次|起|%|分(?!别)|人|年|月|日|号|条(?!都)|万|亿|批|名|\\.\\d|\\d"
_SPAN: Final = rf"第?(?P<first>\d{{1,2}}|{_HAN})(?:项|号)?(?:到|至|-|~|—|–)第?(?P<last>\d{{1,2}}|{_HAN})"
_RUN: Final = "(?P<run>[一二三四五六七八九]{2,9})"
_TOLD: Final = (
    r"(?=\s*(?:项|条|的|[这那]?[两三四五六七八九]?[项个条块样]|都|全|均|也|有|没|未|无|零|方案|制度|措施|文件|材料|工作"
    r"|写|归|用|完|做|办|弄|搞|已|还|印|发|报|齐|分别|依次|各))"
)
_IN_TURN: Final = re.compile(
    rf"(?:分别|依次|各自?)?(?:是|为|报)?[:：]?\s*(?P<values>{_FIGURE}(?>(?:\s*[、，,和/]\s*|\s+){_FIGURE})+)"
)
_GROUP: Final = re.compile(
    rf"(?P<circles>{_CIRCLE}(?>(?:{_AND}|\s*){_CIRCLE})+)"
    rf"|(?:^|(?<=[，,；;。\n\s])|(?<=就是))(?:(?P<span>{_SPAN})|{_RUN}"
    rf"|(?P<list>{_NUMBER}(?>{_AND}{_NUMBER})+|{_DIGITS}(?:\s+{_DIGITS})+)|(?P<each>第{_HAN}(?:第{_HAN})+))(?!{_UNITS}){_TOLD}"
)
_MARKED: Final = r"[ \t]*[.、:：)）][ \t]*(?=\D)"
_SPACED: Final = rf"[ \t]+(?=\S)(?!(?:{_UNITS})(?!\d))"
_COUNTED: Final = r"(?:(?<=[^，,；;。\s]\s\d)|(?<=[^，,；;。\s]\s\d\d))项(?:[，,；;。\s]|$)"
"""南通名牌 3项，: behind words and at the end of what is said it is how many."""
_BEFORE_WORDS: Final = rf"(?=[\u4e00-\u9fff])(?!{_UNITS}|{_COUNTED})"
_NEXT: Final = rf"[、.:：]?[ \t]*\d{{1,2}}[ \t.、:：)）]*(?!{_UNITS}|{_HAN}[ \t])[\u4e00-\u9fff]{{2}}"
"""江苏名牌 三 2 南通名牌 4: the figure behind 三 heads a row of its own, so that 三 is the value before it."""
_HEAD: Final = re.compile(
    rf"(?P<mark>{_CIRCLE})"
    rf"|(?:^|(?<=[\n；;，,])|(?<=\D。)|(?<=\s))[ \t]*(?P<number>\d{{1,2}})(?:{_MARKED}|{_SPACED}|{_BEFORE_WORDS})"
    rf"|(?:^|(?<=[\n；;。，,\s]))(?P<han>{_HAN})(?!{_NEXT})"
    rf"(?:[、.:：]|是(?=\S)|的(?=\S)|[ \t]|项(?=[^\s都全共工任指就均目]))"
)
_MEMBER: Final = re.compile(rf"{_CIRCLE}|\d{{1,2}}|{_HAN}")
_ALL: Final = re.compile(r"^[\s、，,:：]*(?:[这那]?[两三四五六七八九几][项个条块样]|[项条])?[\s，,]*")
_POINTS: Final = re.compile(r"\s*[两三四五六七八九]条都")
"""1 三条都有: the points of one line are counted."""
_BLANK: Final = " \t\n，,；;。、"
_LETTER: Final = re.compile(r"\w")
_LEAST: Final = 2
_LONGEST_HEAD: Final = 60
"""What names more places than this is no list of them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of one place: `words`, behind a number written as in `typed`.

    `group` counts what was said of several at once; `counted` where the number has no mark: it may only count the rows.
    """

    place: int
    words: str
    typed: str
    group: int
    counted: bool = False

    @property
    def text(self) -> str:
        """The words behind a mark that can only be the place."""
        return f"{_mark(self.place)}{self.words}"


def places_together(text: str, places: Collection[int]) -> tuple[int, ...]:
    """The places that the first group in the text names, in their order: 七八九, 4到6, 7 8 9, ①和③; else none."""
    found = _GROUP.search(text)
    return _members(found, places) if found is not None else ()


def entries_of(text: str, places: Collection[int]) -> tuple[Entry, ...]:
    """What is said of each place, in the message's order; nothing where the numbers may be something else."""
    heads = list(_heads(text, places))
    ends = [start for start, *_ in heads[1:]] + [len(text)]
    entries: list[Entry] = []
    for group, ((start, end, members, counted), until) in enumerate(zip(heads, ends, strict=False)):
        behind = text[end:until]
        said = (behind if len(members) == 1 and _POINTS.match(behind) else _ALL.sub("", behind)).strip(_BLANK)
        if not _LETTER.search(said):
            return ()
        typed = text[start:until].strip(_BLANK)
        each = _values(said, len(members)) or [said] * len(members)
        entries += [Entry(at, words, typed, group, counted) for at, words in zip(members, each, strict=True)]
    return tuple(entries)


def _values(said: str, count: int) -> list[str]:
    """The value of each of several places, 分别是95、96、98; nothing where there are not so many."""
    found = _IN_TURN.fullmatch(said) if count > 1 else None
    values = re.findall(_FIGURE, found["values"]) if found is not None else []
    return values if len(values) == count else []


def _heads(text: str, places: Collection[int]) -> Iterator[tuple[int, int, tuple[int, ...], bool]]:
    """Where each head stands, its places, and whether it is one number without a mark.

    Numbers without marks stand for places only where they ascend.
    """
    at, last = 0, 0
    while True:
        group, head = _GROUP.search(text, at), _HEAD.search(text, at)
        found = min((one for one in (group, head) if one is not None), key=_starts, default=None)
        if found is None:
            return
        members = _members(found, places) if found is group else _single(found, places)
        counted = (found["circles"] if found is group else found["mark"]) is None
        if members and counted and members[0] <= last:
            members = ()
        if members:
            yield found.start(), found.end(), members, counted and found is head
            last = members[-1]
        at = found.end() if members or len(found[0]) > _LONGEST_HEAD else found.start() + 1


def _starts(found: re.Match[str]) -> tuple[int, bool]:
    return found.start(), found.re is not _GROUP


def _members(found: re.Match[str], places: Collection[int]) -> tuple[int, ...]:
    said = found.groupdict()
    if said["span"]:
        members = tuple(range(whole_number(said["first"]), whole_number(said["last"]) + 1))
    elif said["run"]:
        members = tuple(map(whole_number, said["run"]))
    else:
        marks = _MEMBER.findall(found[0])
        members = tuple(place_of(mark) or whole_number(mark) for mark in marks)
    ascending = all(one < other for one, other in pairwise(members))
    return members if len(members) >= _LEAST and ascending and set(members) <= set(places) else ()


def _single(found: re.Match[str], places: Collection[int]) -> tuple[int, ...]:
    place = place_of(found["mark"]) if found["mark"] else whole_number(found["number"] or found["han"])
    return (place,) if place in places else ()


def is_headed(text: str) -> bool:
    """Whether any number in the text may be a place."""
    return _HEAD.search(text) is not None or _GROUP.search(text) is not None


def _mark(place: int) -> str:
    return circled(place) if place <= len("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳") else f"第{place}项"
