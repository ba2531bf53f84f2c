"""Places on a numbered list: ①②, 第2项, 1、3, 都."""

import re
from typing import Final

from handlers.reading.numbers import numeral, read_number
from handlers.reading.widths import clean

_CIRCLES: Final = {
    **{chr(0x2460 + place): place + 1 for place in range(20)},
    **{chr(0x3251 + place): place + 21 for place in range(15)},
    **{chr(0x32B1 + place): place + 36 for place in range(15)},
    **{chr(0x2776 + place): place + 1 for place in range(10)},
    **{chr(0x24F5 + place): place + 1 for place in range(10)},
    **{chr(0x2474 + place): place + 1 for place in range(20)},
    **{chr(0x2488 + place): place + 1 for place in range(20)},
    **{chr(0x3220 + place): place + 1 for place in range(10)},
}
PATTERN: Final = (
    rf"[{''.join(map(re.escape, _CIRCLES))}]"
    r"|\d\u20e3"
    r"|(?:序号|编号)\s?\d{1,3}(?![\d.])"
    r"|第\s?(?:\d{1,3}|[一二三四五六七八九十]{1,4})\s?(?:大?项|个(?!百)|条)"
    r"|(?<!\d)\d{1,2}号(?=指标|项|任务)"
    r"|(?:(?<![\u4e00-\u9fff])|(?<=[是归到]))项目\s?\d{1,2}(?![\d.%个家件项])"
)
"""What can only be a place on a list; read by `place_of`."""

_DIGITS: Final = re.compile(r"\d+|[一二三四五六七八九十]+")
_ALL: Final = frozenset(
    [
        "都",
        "全部",
        "全都",
        "所有",
        "全",
        "都是",
        "全选",
        "全要",
        "都要",
        "每项",
        "各项",
        "一起",
        "两个一起",
        "all",
    ]
)
_NAMED: Final = re.compile(PATTERN)
_LIST: Final = re.compile(r"\d{1,3}(?:(?:\s*[、,，/和及跟]\s*|\s+)\d{1,3})*")


def place_of(text: str) -> int:
    """The place that a match of `PATTERN` means."""
    if text in _CIRCLES:
        return _CIRCLES[text]
    found = _DIGITS.search(text)
    value = numeral(found[0]) if found else None
    return int(value) if value is not None else 0


def with_places(line: str) -> str:
    """一 齐全 二 一百 as 第一项 齐全 第二项 一百: places counted from one before their values; else the line.

    So is the one place of 二 12个 and 二、百分之百.

    Where every value is a number as well, nothing tells the places from the values.
    """
    alone = _ONE_COUNTED.fullmatch(line)
    if alone is not None:
        return f"第{alone['place']}项 {alone['count'] or alone['share']}"
    words = line.split()
    places, values = words[::2], words[1::2]
    if len(values) < len("一二") or len(places) != len(values) or not all(map(_HAN_NUMBER.fullmatch, places)):
        return line
    counted = [numeral(place) for place in places] == list(range(1, len(places) + 1))
    if not counted or all(read_number(value) is not None for value in values):
        return line
    return " ".join(f"第{place}项 {value}" for place, value in zip(places, values, strict=True))


_ONE_COUNTED: Final = re.compile(
    r"\s*(?P<place>[一二三四五六七八九十]{1,2})(?:\s+(?P<count>\d+(?:\.\d+)?\s?[个家件起项次%]?)"
    r"|[\s、,，:：]+(?P<share>百分之[百零一二三四五六七八九十点\d.]{1,8}|全覆盖))[吧了。!\s]*"
)
_HAN_NUMBER: Final = re.compile("[一二三四五六七八九十]{1,3}")


def read_ordinals(text: str, count: int | None = None) -> tuple[int, ...]:
    """The places that the whole text names, each once, in order; empty where it is anything else.

    都 and 全部 need the length `count` of the list; a place beyond it makes the whole text no list of places.
    """
    words = clean(text).strip().strip("。.、,，!")
    if words in _ALL:
        return tuple(range(1, (count or 0) + 1))
    digits = _NAMED.sub(lambda found: f" {place_of(found[0])} ", words)
    if _LIST.fullmatch(digits.strip()) is None:
        return ()
    places = tuple(dict.fromkeys(int(digit) for digit in _DIGITS.findall(digits)))
    return places if all(place >= 1 and place <= (count or place) for place in places) else ()
