"""A message of plain words cut into clauses, each with at most one thing said."""

import re
from typing import Final

from handlers.reading.telling.standings import read_saying

_BREAKS: Final = re.compile(
    r"[，,;；。!\n|]+|:\s*(?=\D)|(?<=..)(?=但是|不过|可是|只是)|(?<=[零0]事故)(?=[零0][死伤])"
)
_AFTER: Final = re.compile(
    "(?:(?<=[了好齐全有的过])|(?<=还没)|(?<=没[做弄搞办建开动报]))(?=[^了的吧呢过没有齐全好嘛啊呀，,])(?!出[过现]|发生)"
)
_LONGEST: Final = 160
_SHORTEST: Final = 2
_NAMED: Final = re.compile(r"(?!第[一二三四五六七八九十\d]{1,3}[项条个]$)[^\u4e00-\u9fff]*[\u4e00-\u9fff]{2}")


def clauses_of(text: str) -> list[str]:
    """The clauses in their order; 、 parts them only where each side says how far something is."""
    found: list[str] = []
    for segment in _BREAKS.split(text):
        for piece in _spaced(segment):
            words = piece.strip(" \t、.")
            if words:
                found += _listed(words)
    return found


def _spaced(segment: str) -> list[str]:
    """A blank parts only what says something from what follows: 质量工作会议 开的 is one clause."""
    found: list[str] = []
    held = ""
    for words in segment.split():
        held = f"{held} {words}" if held else words
        if read_saying(held) is not None:
            found.append(held)
            held = ""
    return [*found, held] if held else found


def _listed(words: str) -> list[str]:
    parts = [part for part in words.split("、") if part]
    if len(parts) > 1 and all(read_saying(part) is not None and len(part) > _SHORTEST for part in parts):
        return [one for part in parts for one in _run_on(part)]
    return _run_on(words)


def _run_on(words: str) -> list[str]:
    """规划做了标准没做: two sayings without anything between them."""
    if len(words) > _LONGEST:
        return [words]
    for cut in _AFTER.finditer(words):
        first, second = words[: cut.start()], words[cut.start() :]
        if len(first) < _SHORTEST or len(second) <= _SHORTEST:
            continue
        one, other = read_saying(first), read_saying(second)
        if one is None or other is None or not other.topic or not _NAMED.match(one.topic):
            continue
        if first.startswith(one.topic):
            return [first, *_run_on(second)]
    return [words]


_POINT: Final = r"\d{1,2}\s*[、.]?\s*(?:是|否|有|没有|没|无|做了|没做|√|×)[，,、;；\s]*"
_POINTS: Final = re.compile(rf"\s*(?>{_POINT}){{2,}}")


def points_of(text: str) -> list[str]:
    """1是2否3是 as 第1条是, 第2条否, 第3条是; nothing for anything else."""
    if _POINTS.fullmatch(text) is None:
        return []
    return [
        re.sub(r"^\s*(\d{1,2})\s*[、.]?\s*", r"第\1条", found.strip("，,、;； "))
        for found in re.findall(_POINT, text)
    ]
