"""标志: the goods, levels of government and ways of testing that tell one line from another that is called alike."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from handlers.reading.tokens.asides import bare
from handlers.reading.widths import clean
from scoring.model import Criterion, Input

_KINDS: Final = (
    "食品|药品|农药|兽药|农产品|蔬菜|水果|果蔬|畜产品?|禽产品?|畜禽|水产品?|粮食|茶叶|制造业|工业|工程|化妆品|保健食?品|医疗器械|器械"
    "|疫苗|公共服务|生产性服务|旅游|景区|酒店|环境|空气|水质|消防|烟草|煤炭|成品油|建材|儿童用品|电商|网络商品|路基|路面|桥梁|隧道|安全生产"
)
_KIND: Final = re.compile(f"食药(?!监|局|环)|(?:{_KINDS})(?!药?监|局|厅|委|办(?!结)|站|所)")
_BOTH: Final = {"食药": ("食品", "药品")}
_WIDER: Final = {"保健食品": "保健品", "医疗器械": "器械", "果蔬": "水果"}

_NATION, _PROVINCE, _CITY, _COUNTY = "国", "省", "市", "县"
_OF_LEVEL: Final = (
    "级|抽|检|里组织|里面?(?:的)?(?:监督|检查)?抽|监督?抽|长质量|名牌|质量奖|质量信用|著名|局抽|局监督抽"
)
_PROVINCES: Final = "(?:江苏|辽宁|湖北|河南|四川)(?:省|名牌|质量)"
_CITIES: Final = "(?:南通|铁岭|鄂州|平顶山|资阳)(?:市|名牌|质量)"
_LEVELS: Final[Sequence[tuple[str, re.Pattern[str]]]] = (
    (_NATION, re.compile(f"国家(?!知识|标准化管)|全国|中国名牌|国(?:{_OF_LEVEL})|总局抽")),
    (_PROVINCE, re.compile(f"(?<!全)省(?:{_OF_LEVEL})|{_PROVINCES}|省考")),
    (_CITY, re.compile(f"(?<!全)市(?:{_OF_LEVEL})|{_CITIES}")),
    (_COUNTY, re.compile(f"[区县镇](?:{_OF_LEVEL})")),
)
_ALONE: Final = {
    "国": _NATION,
    "国里": _NATION,
    "省": _PROVINCE,
    "省里": _PROVINCE,
    "市": _CITY,
    "市里": _CITY,
    "区": _COUNTY,
}
_WAYS: Final = {
    "例行": re.compile("例行监测|例测"),
    "抽查": re.compile("抽查|抽检|[国省市县区]抽|监督抽"),
    "风险": re.compile("风险监测"),
    "竣工": re.compile("竣工"),
    "一次": re.compile("一次性?(?:验收|合格)"),
    "出厂": re.compile("出厂|自检"),
}
_EVENTS: Final = re.compile("投诉|事故|事件|死亡")
_RATES: Final = re.compile(
    "合格率|覆盖率|办结率|入库率|备案率|投诉率|事故率|死亡率|公开率|完成率|满意度|整改率|达标率|检验率"
)
_Marks = tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]


@lru_cache(maxsize=4096)
def kinds_in(words: str) -> frozenset[str]:
    """The kinds of goods and works that the words name."""
    found = (word.removesuffix("品") if word[0] in "畜禽水" else word for word in _KIND.findall(words))
    return frozenset(kind for word in found for kind in _BOTH.get(word, (_WIDER.get(word, word),)))


@lru_cache(maxsize=4096)
def levels_in(words: str) -> frozenset[str]:
    """The levels of government that the words name: 省抽, 国家级, 市名牌; 省 alone behind another that was named."""
    if words in _ALONE:
        return frozenset({_ALONE[words]})
    return frozenset(level for level, pattern in _LEVELS if pattern.search(words))


@lru_cache(maxsize=4096)
def events_in(words: str) -> frozenset[str]:
    """The events that the words name; 事件 is another word for 事故."""
    return frozenset(word.replace("事件", "事故") for word in _EVENTS.findall(words))


def is_another_rate(words: str, item: Input) -> bool:
    """Whether the words call a rate by a name that is not the figure's: 合格率 of a 覆盖率."""
    said, asked = set(_RATES.findall(words)), set(_RATES.findall(item.label))
    return bool(said and asked and not said & asked)


@lru_cache(maxsize=4096)
def _ways_in(words: str) -> frozenset[str]:
    """The ways of testing that the words name: 例行监测, 监督抽查, 竣工验收."""
    return frozenset(way for way, pattern in _WAYS.items() if pattern.search(words))


@lru_cache(maxsize=2048)
def _marks_of(name: str, label: str) -> _Marks:
    """The kinds that a figure is of, its levels and ways: those of its label before those of the line's name."""
    label, name = clean(label), clean(name)
    return (
        kinds_in(label) or kinds_in(name),
        levels_in(label) or levels_in(name),
        _ways_in(label),
        events_in(label),
    )


def differs(words: str, name: str, item: Input) -> bool:
    """Whether the words name goods, a level, a way of testing or an event that this figure is not of."""
    kinds, levels, ways, events = _marks_of(name, item.label)
    if not kinds_in(words) <= kinds:
        return True
    pairs = ((levels_in(words), levels), (_ways_in(words), ways), (events_in(words), events))
    return any(said and asked and not said & asked for said, asked in pairs)


def part_of(words: str, name: str, item: Input) -> tuple[str, ...]:
    """What a figure is for several kinds together, where the words name only some; () for all other words."""
    kinds = _marks_of(name, item.label)[0]
    said = kinds_in(words)
    return tuple(sorted(kinds, key=clean(item.label).find)) if said and said < kinds else ()


_SHARED: Final = 5


def is_anothers(words: str, of_others: str, wanted: Input) -> bool:
    """Whether the words are those of what another unit reports on one's own lines: 规模以上企业总数."""
    said, label = bare(words), bare(clean(wanted.label))
    parts = [said[at : at + _SHARED] for at in range(len(said) - _SHARED + 1)]
    return any(part in of_others and part not in label for part in parts)


_SHORT_TOPIC: Final = 2


def is_whole_line(topic: str, criterion: Criterion, name: str) -> bool:
    """Whether 质量发展规划 is what the line is called, whose points are others: none of them is certain."""
    points = [one for one in criterion.inputs if one.type == "bool"]
    whole, label = bare(clean(criterion.name)), bare(clean(criterion.input(name).label))
    return len(points) > 1 and len(topic) > _SHORT_TOPIC and topic in whole and topic not in label
