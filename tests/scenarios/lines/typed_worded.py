"""The contract's lines of contacts as other people word them, each beside what must not be taken so."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Stored

_ALL: Final[Stored] = {
    "1.1|鄂城区": {"actual_percent": "95.2"},
    "1.1|华容区": {"actual_percent": "93.5"},
    "1.1|梁子湖区": {"actual_percent": "96"},
}
_WHOLE: Final[Stored] = {"T17-H1": {"coverage_percent": "100"}}


def _covered(percent: str) -> Case:
    return Case(
        "wangmin",
        ("已收：②",),
        never=("没有哪一项要",),
        stored={"T17-H1": {"coverage_percent": percent}},
    )


def _districts() -> Case:
    return Case("hujie", ("鄂城区", "暂得8/10分"), never=("没有哪一项要",), stored=_ALL)


_FULLY: Final = Case("wangmin", ("②",), stored=_WHOLE, then=("1",), asks=True)
_OF_LAST_YEAR: Final = Case("hujie", ("去年的数", "没有入库"))

WORDED_TYPED: Mapping[str, Case] = {
    # several units: counted, listed in turn, the name of it all behind them; last year's are nobody's
    "我们三个区的制造业产品质量合格率 鄂城95.2 华容93.5 梁子湖96": _districts(),
    "三个区：鄂城95.2 华容93.5 梁子湖96": _districts(),
    "鄂城华容梁子湖制造业合格率分别是95.2 93.5 96": _districts(),
    "鄂城、华容和梁子湖的制造业合格率分别为九十五点二、九十三点五和九十六": _districts(),
    "鄂城华容梁子湖三个区制造业合格率95.2、93.5、96": _districts(),
    "鄂城95.2 华容93.5 梁子湖96，都是制造业合格率": _districts(),
    "鄂城95.2 华容93.5 梁子湖96，都是食品合格率": Case("hujie", ("由市食品药品监管局报",)),
    "鄂城95.2 华容93.5 梁子湖96，都是去年的合格率": _OF_LAST_YEAR,
    "去年的合格率 鄂城95.2 华容93.5 梁子湖96": _OF_LAST_YEAR,
    "鄂城华容去年制造业合格率分别是95.2、93.5": Case("hujie", ("没有入库",)),
    "一共三项：制造业95.2 食品药品92 竣工验收96": Case(
        "hujie", ("由市食品药品监管局报", "由市住建委报", "1 ①制造业产品质量合格率（鄂城区）：95.2%")
    ),
    # what only says of which item the figures are needs no answer of its own
    "制造业质量合格率报一下，梁子湖九十六，鄂城九十五点二，华容九十三点五": _districts(),
    "新开工建筑工程治量监督覆盖率百分之九十九点五，就这个数": _covered("99.5"),
    # fillers that sound like questions
    "就是那个啥，覆盖绿，百分之九十八点五": _covered("98.5"),
    "那啥新开工工程监督覆盖率九十九点五": _covered("99.5"),
    "那什么算覆盖率": Case("wangmin", ("T17-H1",)),
    "那啥时候交": Case("wangmin", ("6月30日",)),
    # all of them are under supervision, said once or twice; not where they are not
    "新开工的工程全部纳入监督了，一个没落": _FULLY,
    "新开工的全部都在监督，没有遗漏": _FULLY,
    "一个工地都没漏，全监督了": _FULLY,
    "所有新开工工程都办了监督手续": _FULLY,
    "监督覆盖率：满覆盖": _FULLY,
    "还没全部纳入监督": Case("wangmin", (), never=("：100%",)),
    "新开工的没有全部纳入监督范围": Case("wangmin", (), never=("：100%",)),
}
