"""出的是哪类事: what an accident is of, which lines count such accidents, and whose matter it is."""

import re
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.reading.naming.topics import pieces_of, spoken
from handlers.reading.values import is_incident
from scoring.model import Criterion, Rubric

_ALIKE: Final = 6
"""One item of several milestones begins with the same words."""
_BUILDING: Final = re.compile("工地|建筑|房屋|楼盘|施工|市政")
_EATING: Final = re.compile("食物|餐饮|吃坏|饭店|食堂")
_KINDS: Final = re.compile(
    "农产品|农资|产品|食品|药品|工程|旅游|服务|特种设备|电梯|锅炉|环境|环保|生产|交通|道路|消防|煤矿|矿山|危化|学校|燃气|医疗"
)
"""What an event may be of; all else that is said of it (where, since when) tells no line from another."""
_EVENT: Final = re.compile("事故|事件")
_OWN: Final = re.compile("我们?(?:局|镇|单位|这|那|的|工地|辖区)|我们|本[局镇]|咱|俺")
_NOT_OWN: Final = re.compile(
    "(?:别的|其[他它]|隔壁|兄弟|人家)(?:[局县镇]|单位)|(?:不|没)(?:归|属于?|是|该)(?:我们?|咱们?|俺们?|本)[^，,。;；?？吗]{0,4}"
)
_THEIRS: Final = "那[边里儿头块]|的(?:事|地盘|辖区|项目|企业)|管的|辖区|系统|方面"


_OUTSIDE: Final = re.compile(
    f"(?P<who>城管|城投|环卫|供电|电力|消防|公路|铁路|水务|燃气|自来水|热力)(?:局|公司|大?队)?(?:{_THEIRS}|他们)"
)
"""Bodies that a rubric may not name: what they tell of is not put down to the speaker."""


def kind_of(words: str) -> str:
    """What kind of event the words or a label speak of, nothing for any."""
    return "".join(dict.fromkeys(_KINDS.findall(_EATING.sub("食品", _BUILDING.sub("工程", words)))))


def lines_counting(kind: str, rubric: Rubric) -> list[Criterion]:
    """The lines that count such events: of that kind, else those that count events of whatever kind."""
    counted = [
        (one, kind_of(item.label))
        for one in rubric.criteria
        for item in one.before_review
        if is_incident(item)
    ]
    fits = [one for one, of in counted if of and pieces_of(kind, of)]
    found = fits or [one for one, of in counted if not of]
    return list({(one.name[:_ALIKE], one.reporter): one for one in found}.values())


def whose(text: str, context: Context) -> str:
    """The unit whose matter an event is that a unit tells of: its own, another's, or nothing where it says not its own."""
    own = context.seat.unit
    disowned = _NOT_OWN.search(text) is not None
    named = mentions(text, context)
    others = [unit for unit in named.units if unit not in (own, context.speaker.contact.subject)]
    if len(others) == 1 and re.search(rf"[局委办厅区县镇乡](?:{_THEIRS})", text):
        return others[0]
    if _OWN.search(_NOT_OWN.sub("", text)):
        return own
    outside = _OUTSIDE.search(text)
    if outside is not None and outside["who"] not in own and not others:
        return ""
    kind = kind_of(spoken(text))
    concerned = [one for one in context.rubric.criteria if kind and pieces_of(kind, kind_of(_printed(one)))]
    if any(own in (one.reporter, *one.named_units) for one in concerned):
        return own
    theirs = {one.reporter for one in concerned if _EVENT.search(_printed(one))}
    if len(theirs) == 1:
        return next(iter(theirs)) or ""
    return "" if disowned else own


def _printed(criterion: Criterion) -> str:
    return criterion.name + "".join(item.label for item in criterion.inputs)
