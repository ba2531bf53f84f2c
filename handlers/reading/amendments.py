"""Corrections of an earlier report: 不是98是89, 98改成89, 更正：覆盖率89."""

import re
from dataclasses import dataclass
from typing import Final

from handlers.reading.lexing import Lexer
from handlers.reading.values import Said

_END: Final = r"[了的吧啊呢。.!\s]*$"
_VALUE: Final = r"[^，,;；。\s是不改]+?"
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<words>.*?)不是\s*(?P<old>{_VALUE})\s*[，,、]?\s*(?:而)?(?:应该?|实际)?是\s*(?P<new>{_VALUE}){_END}",
        rf"(?P<words>.*?)(?:应该?是|应为|是|为)\s*(?P<new>{_VALUE})\s*[，,、]?\s*(?:而)?不是\s*(?P<old>{_VALUE}){_END}",
        rf"(?P<words>.*?)(?:从|由)?\s*(?P<old>[\d.%]+|{_VALUE})\s*(?:改成|改为|更正为|更正成|修改为|改到|换成|应为|应该是|->|→|=>)\s*(?P<new>{_VALUE}){_END}",
        rf"(?P<words>.*?)(?:改成|改为|更正为|更正成|修改为|更改为|换成|应为|应该是|应是|->|→)\s*(?P<new>{_VALUE}){_END}",
        rf"(?P<words>.*?)(?:[报写填发弄搞][错反]了?|有误|不对)\s*[，,、。;；]?\s*(?:应该?)?是?为?\s*(?P<new>{_VALUE}){_END}",
    )
)
_ANNOUNCED: Final = re.compile(
    r"^\s*(?:刚才|刚刚|昨天|之前|前面|上次)?(?:更正|更改|修改|改一下|订正|重报|[报写填发弄搞]错了?)(?:一下)?\s*[:，,。;；\s]\s*"
)
_REFERENCES: Final = re.compile(
    r"刚才|刚刚|昨天|昨日|前天|上次|上回|之前|前面|原来|上午|下午|早上|报的?那?个?|的?那个|那条|那项|一条|一项|我们|我|把|将|由|从|改|数字?|错了?"
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """更正: the new value, the old one where it was said, and the words that tell of which line."""

    words: str
    new: Said
    old: Said | None = None


def read_amendment(text: str, lexer: Lexer) -> Amendment | None:
    """The single correction that the whole text is; None for anything else."""
    flat = text.replace("\n", "，").strip("，")
    for pattern in _PATTERNS:
        found = pattern.fullmatch(flat)
        if found is None:
            continue
        new = _value(found["new"], lexer)
        old = _value(found.groupdict().get("old") or "", lexer)
        if new is not None and (old is not None or not found.groupdict().get("old")):
            return Amendment(_REFERENCES.sub("", found["words"]).strip(" ，,：:"), new, old)
    return None


def announced(text: str) -> str | None:
    """What follows 更正 or 报错了 at the head of a message; None where nothing is announced."""
    found = _ANNOUNCED.match(text)
    return text[found.end() :] if found else None


def _value(text: str, lexer: Lexer) -> Said | None:
    """The one value that the text is."""
    tokens = lexer.tokens(text.strip())
    return tokens[0].value if len(tokens) == 1 else None
