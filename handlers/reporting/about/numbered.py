"""第几项: the leaves that a question names by code or by their number, at the milestone that it names."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.reading.numbers import numeral
from handlers.reading.tokens.asides import bare, split_times
from handlers.reading.tokens.ordinals import PATTERN, place_of
from handlers.reporting.about.question import Question
from scoring.model import Criterion

_RANGE: Final = re.compile(
    r"第?(?P<first>\d{1,2})项?(?:(?P<to>到|至|-|~)|和|跟|、|(?=第))第?(?P<last>\d{1,2})项"
)
_JOINED: Final = re.compile(
    r"(?<![\d.A-Za-z-])\d{1,2}(?:项|号)?(?:\s*[和跟与、及同]\s*(?:第)?\d{1,2}(?![\d.%]))+(?=项|号|\s|[，,]|都|才|就|只|是|不|有|怎|咋|名|的|为|之|区|差|什|啥|感|两|这|那|重|哪|要|能|可|$)"
)
"""4和5 of one's list; a value has its unit behind it."""
_AT_HEAD: Final = re.compile(
    r"^(?P<place>\d{1,2})(?:[\s、,，:：](?=\D)|项(?=[\s,，:：我咱本怎咋是要的没不能算填写报])|号(?=满|几分|怎么?[评算填报写弄]|咋[评算填报写弄]|谁|里[面头]?|那[个项]|得分)|(?=[那这]个|[那这]项|不[归是属该]|里[面头]?|怎|咋|如何|为|谁|的|要|啥|什么|满|几分))"
)
_PLACE: Final = re.compile(PATTERN)


def without_places(text: str) -> str:
    """The text without the numbers that are places on a list: 2怎么扣分 asks of the second line, not of 2."""
    text = _JOINED.sub(" ", text)
    return _AT_HEAD.sub(" ", _RANGE.sub(" ", _PLACE.sub(" ", text.lstrip())), count=1)


def numbered(question: Question, text: str) -> tuple[Criterion, ...]:
    """The leaves that the text names by code or by their number on the speaker's list."""
    own = {line.code for line in (*question.board.lines, *question.later.lines)}
    coded = [leaf for leaf in question.context.rubric.criteria if _is_coded(leaf, text, own=leaf.code in own)]
    if coded:
        return tuple(coded)
    places = {place for found in _RANGE.finditer(text) for place in _between(found)}
    places |= {place_of(found[0]) for found in _PLACE.finditer(text)}
    for spread in _MARKED_RANGE.finditer(text):
        places |= {*range(place_of(spread["first"]), place_of(spread["last"]) + 1)}
    places |= _at_ends(text, own_places(question))
    places |= {place for found in _JOINED.finditer(text) for place in _places(found[0], own_places(question))}
    if at_head := _AT_HEAD.match(text.lstrip()):
        places.add(int(at_head["place"]))
    leaves = {line.code: line.criterion for line in question.board.lines if line.duty.ordinal in places}
    return tuple(leaves.values())


def own_places(question: Question) -> frozenset[int]:
    """The numbers of the speaker's list."""
    return frozenset(line.duty.ordinal for line in question.board.lines)


def _places(text: str, own: frozenset[int]) -> frozenset[int]:
    """The places that are joined; none where one of them is not on the list."""
    found = frozenset(int(digits) for digits in re.findall(r"\d+", text))
    return found if found <= own else frozenset()


def _at_ends(text: str, own: frozenset[int]) -> frozenset[int]:
    """前五项, 最后两项 of one's list; none where they are picked by something else."""
    found = _AT_END.search(text)
    count = numeral(found["count"]) if found is not None else None
    if found is None or not count or _BY_WEIGHT.search(text):
        return frozenset()
    ordered = sorted(own, reverse=found["end"] in ("最后", "后"))
    return frozenset(ordered[: int(count)])


_MARKED_RANGE: Final = re.compile(r"(?P<first>[①-⑳㉑-㉟])\s*[到至~—-]\s*(?P<last>[①-⑳㉑-㉟])")
_AT_END: Final = re.compile(
    r"(?P<end>最后|前|头|后)面?(?P<count>[一二两三四五六七八九十]|\d{1,2})(?:项|条|个(?=任务|指标|项))"
)
_BY_WEIGHT: Final = re.compile("最(?!后)|分[高大多值]|先后|[从由按]")


def _between(found: re.Match[str]) -> Sequence[int]:
    """4到6项 are three, 4和6项 two."""
    first, last = int(found["first"]), int(found["last"])
    return range(first, last + 1) if found["to"] else (first, last)


def _is_coded(leaf: Criterion, text: str, *, own: bool) -> bool:
    """Whether its code stands in the text: T17-H1, 19.2.

    A plain whole number is no code by itself, and what would be somebody else's may be a value: 11.8给几分.
    """
    if leaf.code.isdecimal():
        return False
    behind = "" if own else r"(?!\s*(?:能|会|可以|给|得|拿|行|算|够))"
    code = rf"(?<![\w.]){re.escape(leaf.code)}(?![\d.%]){behind}"
    return re.search(code, text, re.IGNORECASE) is not None


def at_node(text: str, leaves: tuple[Criterion, ...], question: Question) -> tuple[Criterion, ...]:
    """年终的第三项: the lines of the same work at the milestone that the text names, where that has not begun."""
    if not leaves:
        return ()
    period = split_times(bare(text))[1].period
    there = {
        line.criterion.item: line.criterion
        for line in question.later.lines
        if line.criterion.item and line.criterion.milestone == period
    }
    return tuple(there.get(leaf.item, leaf) for leaf in leaves)
