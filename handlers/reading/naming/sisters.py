"""同样的率，只说哪一级: 国家抽查93.5，省里的是94 names the rate of that level beside the one that was named."""

import re
from typing import Final

from handlers.reading.tokens.sieve import sieve

_LEVEL: Final = "国家|[国省市县区]"
_TENS: Final = "[一二三四五六七八九]"
_RATE: Final = rf"(?:百分之)?(?:\d{{2,3}}(?:\.\d+)?|{_TENS}?十{_TENS}?(?:点[零一二三四五六七八九]+)?)%?"
_ONLY: Final = sieve(
    "国省市县区",
    rf"(?:(?<=[，,、;；。\s啊嗯呢嘛])|^)(?P<level>{_LEVEL})(?:[级里](?:面|头)?)?(?:的|是|为|:)*\s*"
    rf"(?P<rate>{_RATE})(?=$|[，,、;；。\s啊嗯呢嘛吧])",
)
_TESTED: Final = re.compile("抽[查检]|[国省市县区](?:里|级|家)?(?:监督)?抽")


def by_level(text: str) -> str:
    """省里的是94 as 省抽94 beside 国家抽查, or beside 市里的95 where both have decimals; else the text."""
    if _ONLY.characters.isdisjoint(text):
        return text
    found = list(_ONLY.pattern.finditer(text))
    if not found:
        return text
    sisters = len({one["level"] for one in found}) > 1 and all("." in one["rate"] for one in found)
    if not (sisters or _TESTED.search(text)):
        return text
    return _ONLY.sub(lambda one: f"{one['level'][0]}抽{one['rate']}", text)


def tells_only_level(words: str) -> bool:
    """Whether the words are a level and a figure: 省里的是94, of which nobody knows what it is of."""
    return _ONLY.pattern.match(words.strip()) is not None and _TESTED.search(words) is None
