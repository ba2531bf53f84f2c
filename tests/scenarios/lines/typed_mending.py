"""What contacts say against their own reports: another value, swapped, a slip, taken back, restored."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said, Stored
from tests.scenarios.lines.typed_contacts import wang

_TWO_RATES: tuple[Said, ...] = (("wulin", "国抽93.5 省抽95.1"),)
_DISTRICTS: tuple[Said, ...] = (("hujie", "制造业合格率 鄂城区96.1 华容区94.8 梁子湖区95.5"),)
_COVERAGE: tuple[Said, ...] = (("wangmin", "覆盖率98.2"),)
_AMENDED: tuple[Said, ...] = (*_COVERAGE, ("wangmin", "覆盖率改成99"), ("wangmin", "是"))
_WITHDRAWN: tuple[Said, ...] = (*_COVERAGE, ("wangmin", "撤回"))
_TOURISM: tuple[Said, ...] = (("chenjing", "1 完成任务并有证明材料"),)

_NOTICE: tuple[Said, ...] = (
    ("caiming", "合格率 雁江区98.1% 安岳县97.6% 乐至县96.9%"),
    ("caiming", "乐至那个附件：资农函〔2016〕88号例行监测结果通报"),
)


def _cover(value: str) -> Stored:
    return {"T17-H1": {"coverage_percent": value}}


def _tapped(who: str, before: tuple[Said, ...], stored: Stored, *facts: str) -> Case:
    return Case(who, facts, before, stored=stored, asks=True, then=("1",))


_ZERO_OFF: Stored = {"12|九华": {"new_certified_enterprises": 4}}

MENDING_TYPED: Mapping[str, Case] = {
    # another value, its line named in any words or not at all
    "麻烦把我上午报的省抽改一下，科长说95.3才对，辛苦啦": _tapped(
        "wulin", _TWO_RATES, {"19.2": {"provincial_pass_rate": "95.3"}}, "由95.1%改为95.3%"
    ),
    "鄂城的没错，华容的应为95.8": _tapped(
        "hujie", _DISTRICTS, {"1.1|华容区": {"actual_percent": "95.8"}}, "由94.8%改为95.8%"
    ),
    "弄反了，89不是98": _tapped("wangmin", (("wangmin", "2 98"),), _cover("89"), "由98%改为89%"),
    "管理体系认证那个数不对，改成四个": _tapped("gaofei", (("gaofei", "12 3"),), _ZERO_OFF, "由3改为4"),
    "之前那个错了，是4家": _tapped("gaofei", (("gaofei", "12 3"),), _ZERO_OFF, "由3改为4"),
    "第三个数改下 95.9": _tapped("hujie", _DISTRICTS, {"1.1|梁子湖区": {"actual_percent": "95.9"}}),
    "94.8打成98.4了": _tapped(
        "hujie",
        (("hujie", "制造业合格率 鄂城区96.1 华容区98.4"),),
        {"1.1|华容区": {"actual_percent": "94.8"}},
    ),
    "我把去年的数报上来了，今年是99.1": _tapped("wangmin", _COVERAGE, _cover("99.1"), "由98.2%改为99.1%"),
    "诚信规划那项我报高了，证明材料其实不全": _tapped(
        "chenjing", _TOURISM, {"T10-H1": {"level": "partial"}}, "改为证明材料不全"
    ),
    "昆仑行动自评分搞错了哦，3.6才对": _tapped(
        "wanpeng", (("wanpeng", "昆仑行动自评3.8"), ("wanpeng", "1")), {"8.3": {"self_points": "3.6"}}, "由"
    ),
    "省抽应该没有95那么高，是93.1": _tapped(
        "wulin", _TWO_RATES, {"19.2": {"provincial_pass_rate": "93.1"}}, "由95.1%改为93.1%"
    ),
    "刚才三个都不算，重新报 鄂城96 华容95 梁子湖94": _tapped(
        "hujie",
        _DISTRICTS,
        {
            "1.1|鄂城区": {"actual_percent": "96"},
            "1.1|华容区": {"actual_percent": "95"},
            "1.1|梁子湖区": {"actual_percent": "94"},
        },
    ),
    "旅游事故那个不对，是1起，五月份有一起": _tapped(
        "chenjing", (("chenjing", "2 0"),), {"T20-H1": {"major_accident_count": 1}}
    ),
    # two values in each other's place, and a value on another's line
    "国抽省抽两个数反了": _tapped(
        "wulin",
        _TWO_RATES,
        {"19.1": {"national_pass_rate": "95.1"}, "19.2": {"provincial_pass_rate": "93.5"}},
        "93.5%→95.1%",
    ),
    "南通名牌报成江苏名牌的了": _tapped(
        "gaofei",
        (("gaofei", "江苏名牌1个"),),
        {"1|九华": {"withdraws": 1}, "2|九华": {"nantong_brand_applications": 1}},
    ),
    "6和7的数我对调写了，帮我换过来": _tapped(
        "luoying",
        (("luoying", "6 95"), ("luoying", "7 92")),
        {"6|白蒲": {"national_pass_rate": "92"}, "7|白蒲": {"provincial_pass_rate": "95"}},
    ),
    # a slip of the finger
    "我刚报的那个多打了个0": _tapped("gaofei", (("gaofei", "12 40"),), _ZERO_OFF, "40→4"),
    "12 多写了一个零": _tapped("gaofei", (("gaofei", "12 40"),), _ZERO_OFF, "40→4"),
    "多打了个0": Case(
        "wulin",
        ("按“19.2 90”办",),
        (("wulin", "19.2 900"),),
        stored={"19.2": {"provincial_pass_rate": "90"}},
    ),
    "多打了个5": Case("wulin", ("请把整个数重发",), (("wulin", "19.2 915"),), stored={}),
    # wrong without the right value: to be taken back, or the value alone is said next
    "报错了": Case("wangmin", ("98.2%",), _COVERAGE, stored=_cover("99.1"), asks=True, then=("99.1", "1")),
    "写成去年的了": _tapped("wangmin", _COVERAGE, {"T17-H1": {"withdraws": 1}}, "撤回"),
    "最后那个撤了 前面那个留着": _tapped("wulin", _TWO_RATES, {"19.2": {"withdraws": 2}}, "95.1%"),
    "前面报的全部作废重来": _tapped(
        "wulin", _TWO_RATES, {"19.1": {"withdraws": 1}, "19.2": {"withdraws": 2}}
    ),
    "先别撤了，恢复吧": _tapped("wangmin", _WITHDRAWN, _cover("98.2"), "恢复"),
    "刚才撤错了 恢复一下": _tapped("wangmin", _WITHDRAWN, _cover("98.2"), "恢复"),
    "改回来": _tapped("wangmin", _AMENDED, _cover("98.2"), "由99%改为98.2%"),
    # nothing is wrong, only a question, or nobody's own report
    "没报错，就是98.2，不用改": wang("没有改动", "98.2%", before=_COVERAGE, then=("1",)),
    "要是报错了还能改吗": wang("能改", before=_COVERAGE),
    "不对，这个不归我们管": wang(before=_COVERAGE, never=("撤回新开工",), kinds=("duty",)),
    "恢复一下": wang("没有刚撤回的上报", before=_COVERAGE),
    # the day of the material, told when the bot has asked for it; not of what was reported since
    "2016年11月20号": Case("caiming", ("（1件）日期记为2016年11月20日",), _NOTICE),
    "通报是2016年11月20号发的": Case("caiming", ("（1件）日期记为2016年11月20日",), _NOTICE),
    "11月20号发的": Case("caiming", (), (*_NOTICE, ("caiming", "雁江区98.3")), never=("日期记为",)),
    "雁江区也用资农函〔2016〕88号": Case("caiming", (), _NOTICE, never=("文号雁江",)),
    # a figure that has come out, a reminder only on the eve
    "乐至县的出来了 95.1": Case("panhui", ("乐至县",), stored={"1.3|乐至县": {"actual_percent": "95.1"}}),
    "乐至县的出来了没有": Case("panhui", (), stored={}),
    "那就截止前一天提醒吧": Case("panhui", ("截止前一个工作日提醒您",)),
    "截止前一天还能改吗": Case("panhui", ("能改",), never=("提醒您",)),
    # words that only look like it
    "误报率2%": wang(before=_COVERAGE),
    "单位撤并了": wang(before=_COVERAGE, never=("撤回新开工",)),
    "方案调整了": wang(before=_COVERAGE, never=("撤回新开工",)),
    "别弄错了": wang(before=_COVERAGE, never=("撤回新开工",)),
    "隐患整改完成95%": wang(before=_COVERAGE, never=("改为95",)),
}
