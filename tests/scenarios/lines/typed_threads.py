"""What refers to what was said just before: the same again, put elsewhere, told besides, handed in on another day."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said, Stored

_ONE_DISTRICT: tuple[Said, ...] = (("tangli", "鄂城区 97.2"),)
_TWO_RATES: tuple[Said, ...] = (("wulin", "合格率96.4"),)
_PLAN: Said = ("liuyang", "6 方案已制定，铁市监发〔2015〕12号")
_SOURCE = "“数据来源是川质监函〔2016〕512号”"


def _of_food(*districts: str, value: str = "97.2") -> Stored:
    return {f"1.2|{district}": {"actual_percent": value} for district in districts}


def _tapped(who: str, before: tuple[Said, ...], stored: Stored, *facts: str) -> Case:
    return Case(who, facts, before, stored=stored, asks=True, then=("1",))


THREADS_TYPED: Mapping[str, Case] = {
    # the same value for other lines
    "华容也是这个数": _tapped("tangli", _ONE_DISTRICT, _of_food("华容区"), "（华容区）：97.2%"),
    "其他两个一样": _tapped("tangli", _ONE_DISTRICT, _of_food("华容区", "梁子湖区")),
    "华容跟鄂城一样，梁子湖96.8": Case(
        "tangli", ("（华容区）：97.2%",), _ONE_DISTRICT, stored=_of_food("梁子湖区", value="96.8")
    ),
    "同上": Case("hujie", ("1 ①", "（华容区）：96.2%", "3 以上都是"), (("hujie", "鄂城区 96.2"),)),
    "⑦⑧同上": _tapped(
        "gaofei",
        (("gaofei", "⑥92.5"),),
        {"7|九华": {"provincial_pass_rate": "92.5"}, "8|九华": {"municipal_pass_rate": "92.5"}},
    ),
    "5也一样": _tapped(
        "liuyang", (("liuyang", "4 方案已制定"), ("liuyang", "1")), {"T08-H1": {"level": "full"}}
    ),
    # it belongs elsewhere, stored or not
    "发错了，那条是第5项的": _tapped("liuyang", (_PLAN,), {"T08-H1": {"level": "full"}}, "⑤", "12号"),
    "写错项了，应该是南通名牌的": _tapped(
        "gaofei",
        (("gaofei", "江苏名牌2个"),),
        {"1|九华": {"withdraws": 1}, "2|九华": {"nantong_brand_applications": 2}},
        "撤回江苏名牌申报数",
    ),
    "刚发的那个是乐至的不是安岳的": _tapped(
        "caiming",
        (("caiming", "安岳县97.6"),),
        {"1.1|安岳县": {"withdraws": 1}, "1.1|乐至县": {"actual_percent": "97.6"}},
    ),
    "不是产品，食品的": Case(
        "wulin", ("⑱",), _TWO_RATES, stored={"19.5": {"food_sampling_pass_rate": "96.4"}}
    ),
    "都不是，是体系认证的": Case("wulin", ("上面的都没有入库", "体系认证 96.4"), _TWO_RATES),
    # what is told besides of what was reported
    "数据来源是川质监函〔2016〕512号": Case(
        "panhui", ("（安岳县）", _SOURCE), (("panhui", "安岳县94.8"),), then=("1",)
    ),
    "数据来自川农函〔2016〕88号": Case(
        "caiming", ("是哪个单位的", "1 雁江区"), (("caiming", "雁江98.2 安岳97.5"),)
    ),
    "三月十二号发的": Case(
        "heping",
        ("日期记为2015年3月12日",),
        (("heping", "1 农药质量市场抽查方案已印发"), ("heping", "1")),
    ),
    "文号写错了，是9号": Case(
        "wangmin",
        ("改记为铁城建发〔2015〕9号",),
        (("wangmin", "1 方案已印发，铁城建发〔2015〕8号"), ("wangmin", "1")),
    ),
    # the day on which a paper was handed in
    "是上周五交的": Case(
        "wanpeng",
        ("按您说的1月7日交记", "没有逾期"),
        (("wanpeng", "联系人名单已交"),),
        arranges=("handed",),
    ),
    "联系人名单我们上周就发邮箱了": Case("wanpeng", ("按您说的上周交记", "没有逾期")),
    "名单10号上午交的，没迟到吧": Case("songli", ("按您说的1月10日交记",)),
}
