"""比率与个数: whether a figure's unit fits what is asked for: no count is a rate, no rate a count."""

import re
from decimal import Decimal
from typing import Final

from handlers.reading.numbers import COUNTERS
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.figures import Figure
from scoring.model import Input

_COUNTED: Final = re.compile(f"(?:{COUNTERS})")
_OF_RATE: Final = re.compile("率|比例|占比|比重|度|指数|结果|%|‰|得分")
_SO_MANY: Final = re.compile("(?:每|人均|率|万[人台件户])|‰")
_PER: Final = re.compile("每|万[人台件户]|人均")
_SPELLED: Final = re.compile("(?:率|比例|占比|比重|百分比|满意度)[^率个家件起]{0,6}$")


def is_rate(wanted: Input) -> bool:
    """Whether the input is a share or a figure for each so many."""
    return wanted.type == "percent" or _SO_MANY.search(wanted.label) is not None


def fits_its_unit(figure: Figure, words: str, wanted: Input) -> bool:
    """Whether the figure may be of that input by its unit and by what it is called: 合格率, 每万人, 1846件."""
    said = figure.said
    if wanted.type in ("count", "number", "points") and _SPELLED.search(bare(figure.lead)):
        return figure.assessed or _OF_RATE.search(wanted.label) is not None
    if wanted.type == "number" and bare(wanted.label).endswith("量") and _OF_TESTS.search(words):
        return said.value == _whole(said.value) or bool(said.unit)
    if wanted.type == "money":
        return True
    odd = _THINGS.search(wanted.label) is not None and (said.scaled or said.unit in _OF_PEOPLE)
    if odd or said.unit in _ODD or said.unit in _PRICED or (said.unit.isascii() and said.unit.isalpha()):
        return False
    if wanted.type == "number" and is_rate(wanted) and _COUNTED.fullmatch(said.unit):
        return _PER.search(words) is not None or said.value != _whole(said.value)
    return True


_OF_TESTS: Final = re.compile("^[^量批]*(?:抽检|抽查|合格|监测|率)[^量批]*$")
"""监督抽检99.2 is a rate; how much was tested is told as 检测量, or in 批次."""


def _whole(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.to_integral_value()


_THINGS: Final = re.compile("名牌|企业数|标准数|标兵|专利|指数|奖")
_OF_PEOPLE: Final = frozenset(["起", "人", "人次", "次", "例", "宗", "户次"])
"""江苏名牌3起, 体系认证4万: nothing of the kind is counted so, or comes in such numbers."""
_ODD: Final = frozenset(
    ["年", "月", "日", "号", "级", "版", "层", "楼", "岁", "天", "小时", "分钟", "公里", "吨", "平方米", "度"]
)
_PRICED: Final = frozenset(["万元", "亿元", "千元", "元", "块", "块钱"])
