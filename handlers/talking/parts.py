"""一句话的几截: what people type in one line, cut where one thing said ends and the next begins."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_PART: Final = re.compile(r"(?:[^，,。；;！!？?\n\s…~～：:]|[：:](?!\s*\d))+(?:[？?]+)?")
_TURN: Final = re.compile(
    "(?<=[\u4e00-\u9fff\\d%％])(?=剩下|其余|另外|其他的|其他[两三几]|顺便|对了)"
    "|(?<=[\\d%％])(?=(?![个家件起分人万批项年月日号份条台次])[\u4e00-\u9fff]{2,6}?(?:还没|尚未|还在|还要|还得|下周|下个?月|明天|后天|周[一二三四五]|过[几两]天|月底))"
    "|(?<=了)(?=(?:文件|材料|照片|佐证|总结|扫描件|通报|台账|怎么|咋|为什么|为啥|凭)(?![吗没]))"
)
"""Where people turn to something else without drawing breath."""
_EDGES: Final = " \t\n，,。；;！!、…~～"
_GAPS: Final = re.compile(r"[ \t]*(?:[，,。；;！!…~～][ \t]*){2,}|[ \t]{2,}")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing said, and where it stands in the line."""

    said: str
    start: int
    end: int


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of the line in their order."""
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[Part]:
    for found in _PART.finditer(text):
        start = found.start()
        turns = [start + turn.start() for turn in _TURN.finditer(found[0])]
        for end in [*turns, found.end()]:
            if end > start:
                yield Part(text[start:end], start, end)
                start = end


def without(text: str, parts: Iterable[Part]) -> str:
    """The line without those parts, as if they had not been said."""
    kept = list(text)
    for part in parts:
        kept[part.start : part.end] = " " * (part.end - part.start)
    left = _GAPS.sub(_one, "".join(kept))
    return left.strip(_EDGES)


def _one(found: re.Match[str]) -> str:
    """One of several signs that now stand side by side."""
    signs = found[0].strip()
    return signs[0] if signs else " "
