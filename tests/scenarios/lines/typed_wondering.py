"""What reviewers say that no verdict or question fits: of an item, of nothing that waits, of a unit that is not here."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said

_COVERAGE: tuple[Said, ...] = (("wangmin", "2 100%"),)
_PATENTS: tuple[Said, ...] = (("xuna", "1 12.6"),)
_FARM: tuple[Said, ...] = (("caiming", "雁江区 98.2%"), ("weidan", "待审"))
_DRAFTED: tuple[Said, ...] = (*_COVERAGE, ("qianwei", "1退回 没材料"))

WONDERING_TYPED: Mapping[str, Case] = {
    "蔡明报的跟省里通报的不一样，省里是96.8%，怎么办": Case(
        "weidan",
        ("1 退回“蔡明报的跟省里通报的不一样，省里是96.8%”", "2 请补", "3 通过", "还没有处理"),
        _FARM,
    ),
    "城建那个盖章页在哪一页": Case(
        "liqiang", ("上报：100%", "请补“说明：城建那个盖章页在哪一页”", "回“是”"), _COVERAGE
    ),
    "这个附了什么材料": Case("qianwei", ("证明材料0件",), _COVERAGE),
    "雁江区的看一下": Case("dengkai", ("没有“雁江区”", "鄂城区、华容区、梁子湖区")),
    "打3分": Case("dengkai", ("现在没有待审的件",), (("dengkai", "待审"),)),
    "鄂城区那个给2.5分": Case("dengkai", ("还没有上报，没有评分",)),
    "昆仑行动的公安局怎么还没来": Case("baixue", ("8.3", "还没有上报")),
    "九华都报了哪些": Case("peijun", ("1 江苏名牌申报数：3，待审",), (("gaofei", "1 3"),)),
    "科技局那个12.6的依据在哪，让他把统计公报发过来": Case(
        "hetao", ("证明材料0件", "已发补充材料请求（第1号）：统计公报"), _PATENTS, kinds=("material",)
    ),
    "专利12.6是截止到几月的数啊 让许娜把证书清单传上来": Case(
        "hetao", ("证书清单，并说明：专利12.6是截止到几月的数",), _PATENTS, kinds=("material",)
    ),
    "刚才退的那个理由改一下，改成缺监督记录": Case("qianwei", ("退回“缺监督记录”", "回“是”"), _DRAFTED),
    "刚退的那条理由写错了，应该是缺抽查汇总表": Case(
        "qianwei", ("已撤销", "退回“缺抽查汇总表”"), (*_DRAFTED, ("qianwei", "是"))
    ),
}
