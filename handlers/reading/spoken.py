"""口头的说法: shapes of speech put as the grammar has them: 抽检1200合格1188 as a fraction, a list as its count."""

import re
from typing import Final

from handlers.reading.numbers import read_number

_COUNTED: Final = "(?:批次|批|个|家|件|户|次|项|人|台|起|份)?"
_RATIO: Final = re.compile(
    rf"(?:(?<![国省市])抽[检查样]?了?|检[测验查]|监测|应[检办查])[^\d，,；;。]{{0,6}}?(?P<all>\d+){_COUNTED}[，,、\s]*(?:其中)?"
    rf"(?<!不)(?:已?(?:合格|达标|通过|办结))(?:了|的|数)?\s*(?P<good>\d+){_COUNTED}(?![\d.%])"
)
_ROSE: Final = re.compile(
    r"(?:由|从)(?:去年|上年|年初|原来|之前)?的?\s*\d+(?:\.\d+)?%?\s*(?:提高|上升|增长|提升|下降|降低|增加|减少|升|提|降|涨)到?至?(?:了|今年的?)?(?=\s*\d)"
)
_LISTING: Final = re.compile(
    r"(?P<head>[^:，,、\d]{2,20}):(?P<names>[^\d:]{4,80}?)[，,、;；\s]*(?:共计?|合计|一共|总共|总计)\s*(?P<count>[^\s，,]{1,6})"
)


_NOT_ONE: Final = re.compile(
    r"(?:[一1][个家件起项次]|半个)(?:[都也]|都?还)(?:没有?|未)(?:[报获申拿评发得][^\s，,;；。\d]{0,4})?(?=$|[\s，,;；。])"
)
"""一个都没有, 一个也没报上."""
_CODE_AND_WORD: Final = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?=[一二三四五六七八九两])")
"""13.1一站式: no figure goes on behind its decimals with a word."""


def written(line: str) -> str:
    """The line as it would be written: a share as a fraction, names counted at their end as that count."""
    line = _ROSE.sub(" ", _RATIO.sub(_fraction, line))
    line = _NOT_ONE.sub(" 没有 ", _CODE_AND_WORD.sub(r"\g<0> ", line))
    found = _LISTING.fullmatch(line.strip("。 "))
    if found is None:
        return line
    count = read_number(found["count"])
    named = len(re.split("[、，,]", found["names"].strip("、，, ")))
    return f"{found['head']} {found['count']}" if count is not None and count.value == named else line


def _fraction(found: re.Match[str]) -> str:
    good, every = int(found["good"]), int(found["all"])
    return f" {good}/{every} " if good <= every else found[0]
