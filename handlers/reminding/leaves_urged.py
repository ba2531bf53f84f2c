"""催哪几项: the leaves that an order to urge names: 19.2那项催一下, 覆盖率没报的催一下."""

import re
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import leaves_called, topic_of
from handlers.lookups.leaf_meant import by_place

_CODE: Final = re.compile(
    r"(?<![\d.])[A-Za-z]?\d{1,2}(?:\.\d{1,2}|-[A-Z]\d)(?![\d.])(?!\s*(?:[日号前交]|之前|以前|截止|报齐|下班))"
)
_PLACE: Final = re.compile(r"第[\d一二三四五六七八九十]{1,3}[项条](?=.*(?:催|提醒|督促))")
_NAMED: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,14}?)(?:[那这](?:一?[项个块])|(?:数据?|指标)?(?:还|都|一直)*[没未](?:上?报|填)(?:的|(?=[,，\s])))"
)
_NO_NAME: Final = re.compile("单位|部门|[各几哪]家|大家|全部|所有|[他她]们|节点|半年|季度|年度|材料|没|人")


def leaves_urged(text: str, context: Context) -> tuple[str, ...]:
    """The codes of the running leaves that are named; () for none, so that all are urged."""
    running = {leaf.code: leaf for leaf in context.running}
    codes = [found for found in _CODE.findall(text) if found in running]
    placed = [leaf.code for found in _PLACE.findall(text) if (leaf := by_place(context, found)) is not None]
    if codes or placed:
        return tuple(dict.fromkeys([*codes, *placed]))
    found = _NAMED.search(text)
    topic = topic_of(mentions(found["name"], context).rest) if found is not None else ""
    if found is None or len(topic) < _LEAST or _NO_NAME.search(topic):
        return ()
    return tuple(leaf.code for leaf in leaves_called(topic, tuple(running.values())))


_LEAST: Final = 2
