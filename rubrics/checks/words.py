"""Words: undefined ones, those that leave the points to a person, open-ended units, misprints."""

import re
from collections.abc import Iterator
from typing import Final

from rubrics.checks.findings import Finding
from scoring.model import Criterion, Rubric

_UNDEFINED: Final = re.compile(r"达到要求|较好|取得实效|其他情形")
_DISCRETION: Final = re.compile(r"酌情\w*?分|扣\s*\d+(?:\.\d+)?\s*[—–-]\s*\d+(?:\.\d+)?\s*分")
_PEERS: Final = re.compile(r"全[国省市县区]平均(?:值|水平|分)")
_OPEN_ENDED: Final = re.compile(r"[^，、。]*(?:等(?:相关\w+)?$|相关部门|相关成员单位|相关单位)")
_MISPRINTS: Final = (
    (re.compile(r"（分\d+(?:\.\d+)?）"), "“分”与数字颠倒。"),
    (re.compile(r"\d\.\s+\d+分"), "小数点后有空格。"),
    (re.compile(r"（\d+(?:\.\d+)?）$|（\d+\.\d+）"), "分值后缺“分”。"),
    (re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)（含\1%）"), "数字后缺“%”。"),
    (re.compile(r"\d%(?:（含[^）]*）)?\s*[—–-]\s*\d+(?:\.\d+)?(?=的|得)"), "数字后缺“%”。"),
    (re.compile(r"（[^（）()]*\)|\([^（）()]*）"), "括号全角半角不成对。"),
    (re.compile(r"每各|(负责|责任)单位[;；]"), "用字或标点有误。"),
    (re.compile(r"《[^《》]*$|^[^《》]*》"), "书名号不成对。"),
    (re.compile(r"“[^“”]*$|^[^“”]*”"), "引号不成对。"),
)
_SHOWN: Final = 24


def check_words(rubric: Rubric) -> Iterator[Finding]:
    """What the words of each criterion leave open, or get wrong."""
    for criterion in rubric.criteria:
        code = (criterion.code,)
        for found in _UNDEFINED.finditer(criterion.clause):
            yield Finding("undefined", code, "没有写明以什么为准。", (found[0],))
        for found in _DISCRETION.finditer(criterion.clause):
            yield Finding("discretion", code, "没有写明扣多少，由考核方裁量。", (found[0],))
        for words in sorted(set(_PEERS.findall(criterion.clause))):
            yield Finding("peers", code, "要等同级单位报齐才知道；是否含本单位、怎样平均没有写。", (words,))
        if criterion.open_ended or _OPEN_ENDED.search(criterion.responsible_printed):
            sentence = "单位没有列全，须由质强办点名落实。"
            yield Finding("open_ended", code, sentence, (criterion.responsible_printed,))
        yield from _misprints(criterion)


def _misprints(criterion: Criterion) -> Iterator[Finding]:
    for text in (*criterion.path, criterion.name, criterion.clause):
        for pattern, sentence in _MISPRINTS:
            for found in pattern.finditer(text):
                yield Finding("misprint", (criterion.code,), sentence, (_around(found, text),))


def _around(found: re.Match[str], text: str) -> str:
    """The misprint with a few characters before it, so that it is found by eye."""
    start = max(0, found.start() - 6)
    return text[start : found.end()][:_SHOWN]
