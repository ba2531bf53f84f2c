"""What reviewers type of their list: what came in when, and what is ruled of it so."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_OVER_TWO_DAYS: Final[tuple[Said, ...]] = (
    ("", "@2015-06-23 10:00"),
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "2 100"),
    ("", "@2015-06-24 10:02"),
    ("chenjing", "1 未完成"),
)


def _came(*facts: str, never: tuple[str, ...] = (), asks: bool = False) -> Case:
    return Case("liqiang", facts, _OVER_TWO_DAYS, never=never, asks=asks)


_ONLY_TODAY: Final = ("6月24日新来的待审1件", "县旅游局")

ARRIVALS_TYPED: Mapping[str, Case] = {
    "今儿有新交的没": _came(*_ONLY_TODAY, never=("县城建局",)),
    "上午谁来报了": _came(*_ONLY_TODAY, never=("县城建局",)),
    "刚刚又收到啥了": _came(*_ONLY_TODAY, never=("县城建局",)),
    "24号报上来的": _came(*_ONLY_TODAY, never=("县城建局",)),
    "先看今天来的，旧的不管": _came(*_ONLY_TODAY, never=("县城建局",)),
    "昨天到现在来了几件": _came("6月23日以来新来的待审3件"),
    "昨天有谁交了": _came("6月23日新来的待审2件", never=("县旅游局",)),
    "这周来了多少": _came("本周新来的待审3件"),
    "22号来的": _came("6月22日新来的", "没有待审的件", "全部待审的有3件"),
    "今天没交的有谁": _came("还没报的", never=("新来的",)),
    "今天我要审哪些": _came("待审3件"),
    "旅游局和城建局都报了没": _came("县旅游局由您审的3项，报了1项", "县城建局由您审的3项，报了2项"),
    "今天报的都过": _came("③县旅游局", "通过", never=("①", "②"), asks=True),
    "昨天报的都过": _came("①县城建局", "②县城建局", never=("③",), asks=True),
    "昨天报的退了，没盖章": _came("①", "②", "退回“没盖章”", never=("③",), asks=True),
    "昨天城建局交的覆盖率那个过": _came("②县城建局", never=("①", "③"), asks=True),
    "今天来的先放着": _came("③先不动", never=("①", "②")),
    "前天报的都过": _came("没有办理", never=("回“是”",)),
    "还得审几个才算完": _came("待审3件"),
    "单子拿来我瞅一眼": _came("待审"),
    "数数没批的": _came("待审"),
}
