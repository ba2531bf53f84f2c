"""报送件的名字: what a paper is called, and how much of a name people's words share."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from handlers.reading.numbers import numeral
from handlers.wording import leaf_name
from scoring.model import Criterion, Duty

ANNEX_NUMBER: Final = r"(?:\d|[一二三四五六七八九])(?!\d)"
_HEAD: Final = re.compile(r"^(?:附件\d+)?\s*(?P<head>[^（：，,]{2,14})")
_ANNEX: Final = re.compile(rf"附件\s?(?P<number>{ANNEX_NUMBER})")
_MONTHLY: Final = re.compile(r"^每月(?:及时)?(?:上报|报送)?")
_BY_OTHER_WORDS: Final = {
    "证明材料": "印证材料",
    "佐证": "印证",
    "联系表": "联系人名单",
    "联系人表": "联系人名单",
    "联系人信息表": "联系人名单",
    "联络员名单": "联系人名单",
    "总结": "自评报告",
    "自评材料": "自评报告",
    "整改报告": "限期整改措施",
}


def name_of(duty: Duty) -> str:
    """联系人名单 of “附件4 联系人名单：1名分管领导……”."""
    found = _HEAD.match(duty.what)
    return found["head"].strip() if found else duty.what


def name_of_month(criterion: Criterion, month: int) -> str:
    """6月“质量年”建设活动信息."""
    return f"{month}月{_MONTHLY.sub('', leaf_name(criterion))}"


def as_printed(text: str) -> str:
    """The words with what people say in place of the printed names put right."""
    for word, printed in _BY_OTHER_WORDS.items():
        text = text.replace(word, printed)
    return _MONTH.sub(lambda found: f"{numeral(found['month'])}月", text)


_MONTH: Final = re.compile("(?<![个第])(?P<month>十[一二]?|[一二三四五六七八九]|\\d{1,2})月(?:份(?!额))?")
"""六月份 is printed 6月."""


def with_annexes(text: str, schedule: Iterable[Duty]) -> str:
    """附件4 as the paper that is printed as that annex; an annex of no paper stays as it is."""

    def name(found: re.Match[str]) -> str:
        printed = f"附件{numeral(found['number']) or 0}"
        names = [name_of(duty) for duty in schedule if printed in duty.what]
        return "" if names and names[0] in text else next(iter(names), found[0])

    return _ANNEX.sub(name, text)


def shared(text: str, name: str) -> int:
    """How many pairs of neighbouring characters of the name the text (see `as_printed`) holds."""
    return sum(first + second in text for first, second in pairwise(name))
