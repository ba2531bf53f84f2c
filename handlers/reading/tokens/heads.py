"""序号打头: numbers of the list that ascend through a line, each put at the head of a line of its own."""

import re
from collections.abc import Collection
from typing import Final

from handlers.reading.numbers import numeral

_UNITS: Final = "个家件起次人年月日号条万亿批名分项%"
_FIRST: Final = re.compile(r"\s*\d{1,2}(?:[ \t、.:：)）]|项(?![都也全均没未已完做]))")
_HEAD: Final = re.compile(
    rf"(?:^|(?<=[\s；;，,。]))(?P<number>\d{{1,2}})(?:(?P<item>项)(?=[\u4e00-\u9fff])(?![都也全均没未已完做报办])"
    rf"|[ \t]+(?![{_UNITS}])(?=\S)|[、:：)）][ \t]*(?=\S)|\.[ \t]*(?=\D)|(?=[\u4e00-\u9fff])(?![{_UNITS}]))"
)
_BLANK: Final = " \t，,；;。"
_LEAST: Final = 2
_WORDY: Final = re.compile("[\u4e00-\u9fff]{6}")
_BRIEF: Final = re.compile(r"[\d.%％]+|[无有没零是否]{1,2}")
"""A figure or one word."""


def begins(text: str) -> bool:
    """Whether the text is one line with a number at its head."""
    return _FIRST.match(text) is not None and "\n" not in text.strip()


REST_NOT_OURS: Final = re.compile(
    r"(?<=[\d%％个家件])[，,、；;\s]+(?:其[他它余]|剩下|别的|余下)[^，,;；。\d]{0,10}不(?:归|属于?|由|是)(?:我们?|咱们?|俺们?|本)[^，,;；。\d]{0,6}$"
)
"""12315办结率100，其他几个平台不归我们: an aside that disputes nothing of what is reported."""


def in_turn(text: str, places: Collection[int]) -> str:
    """三项分别是：有方案材料齐、100%、有材料 as a line for each place, where just the whole list is said; else the text."""
    found = _IN_TURN.fullmatch(text.strip())
    rows = re.split(r"\s*[、，,；;]\s*", found["rows"].rstrip("。")) if found is not None else []
    if found is None or not numeral(found["count"]) == len(rows) == len(places) >= _LEAST:
        return text
    return "\n".join(f"{place} {row}" for place, row in zip(sorted(places), rows, strict=True))


_IN_TURN: Final = re.compile(
    r"(?:我们)?[这那]?(?P<count>\d{1,2}|[两三四五六七八九十])[项个条](?:任务|指标|工作)?的?(?:情况)?(?:分别|依次)[是为:：，,\s]+(?P<rows>[^\n]+)"
)


def headed(text: str, places: Collection[int]) -> str:
    """1 98.7% 2 无 3 已开展… as three lines, whatever stands in them; else the text.

    Figures alone, or words alone, are told apart where they are read.
    """
    cuts: list[re.Match[str]] = []
    for found in _HEAD.finditer(text):
        last = int(cuts[-1]["number"]) if cuts else 0
        begun = not cuts or text[cuts[-1].end() : found.start()].strip(_BLANK)
        if begun and int(found["number"]) in places and int(found["number"]) > last:
            cuts.append(found)
    if len(cuts) < _LEAST or text[: cuts[0].start()].strip():
        return text
    ends = [found.start() for found in cuts[1:]] + [len(text)]
    rows = [text[found.end() : end].strip(_BLANK) for found, end in zip(cuts, ends, strict=True)]
    mixed = any(map(_WORDY.search, rows)) and any(map(_BRIEF.fullmatch, rows))
    if not all(rows) or not (mixed or any(found["item"] for found in cuts)):
        return text
    return "\n".join(f"{found['number']} {row}" for found, row in zip(cuts, rows, strict=True))
