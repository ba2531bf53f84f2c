"""Short answers to what the bot has just asked: a place, a word, a figure, several at once, a yes in many words, a delay."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said, Stored
from tests.scenarios.lines.typed_contacts import wang

_RATE: tuple[Said, ...] = (("wulin", "合格率95"),)
_BRANDS: tuple[Said, ...] = (("gaofei", "名牌3个"),)
_ASKED_TOO: tuple[Said, ...] = (("gaofei", "①2"), ("gaofei", "⑫"))
_ASKED_AGAIN: tuple[Said, ...] = (("gaofei", "⑫"), ("gaofei", "江苏名牌2"))
_BRANDS_NOW: Stored = {"1|九华": {"jiangsu_brand_applications": 3}}
_DISTRICTS: tuple[Said, ...] = (("hujie", "制造业合格率95.3"),)
_CHANGE: tuple[Said, ...] = (("wangmin", "覆盖率98"), ("wangmin", "覆盖率改成99"))
_CHANGED: Stored = {"T17-H1": {"coverage_percent": "99"}}
_BOTH: Stored = {"1|九华": {"jiangsu_brand_applications": 3}, "2|九华": {"nantong_brand_applications": 3}}
_FOOD: Stored = {"19.5": {"food_sampling_pass_rate": "95"}}

_PLAN: tuple[Said, ...] = (("chenjing", "规划我们出了，文件是铁旅发〔2015〕12号，5月20号印的"),)
_SAFE: Stored = {"T20-H1": {"level": "full", "major_accident_count": 0}}

_TWO: tuple[Said, ...] = (("caiming", "农产品质量安全抽检合格率 雁江98.2 安岳97.5 乐至还没出"),)


def _actual(**percents: str) -> Stored:
    return {f"1.1|{unit}": {"actual_percent": percent} for unit, percent in percents.items()}


def _rate(*facts: str, stored: Stored | None = None) -> Case:
    return Case("wulin", facts, _RATE, stored=stored)


ANSWERS_TYPED: Mapping[str, Case] = {
    "最下面那个": _rate("⑱", stored=_FOOD),
    "我说的是省级食品抽检": _rate("⑱", stored=_FOOD),
    "第1、第3": _rate(stored={"19.1": {"national_pass_rate": "95"}, **_FOOD}),
    "省的": _rate("1 ⑰", "2 ⑱"),
    "上报": _rate(),
    "是第三个不是第二个": _rate("⑱", stored=_FOOD),
    "两个": _rate(),
    "除了食品那个都是": _rate(
        "⑯", "⑰", stored={"19.1": {"national_pass_rate": "95"}, "19.2": {"provincial_pass_rate": "95"}}
    ),
    "前两个区是，梁子湖94": Case(
        "hujie",
        ("鄂城区", "华容区", "梁子湖区"),
        _DISTRICTS,
        stored={
            "1.1|鄂城区": {"actual_percent": "95.3"},
            "1.1|华容区": {"actual_percent": "95.3"},
            "1.1|梁子湖区": {"actual_percent": "94"},
        },
    ),
    "都不对": _rate("没有入库"),
    "两个都要": _rate(),
    "国家那个 怎么算的": _rate(),
    "都是": Case("gaofei", ("①", "②"), _BRANDS, stored=_BOTH),
    "两个都是3": Case("gaofei", ("①", "②"), _BRANDS, stored=_BOTH),
    "两个都是4": Case("gaofei", (), _BRANDS),
    "后一个": Case("gaofei", ("②",), _BRANDS, stored={"2|九华": {"nantong_brand_applications": 3}}),
    "中间那个区": Case("hujie", ("华容区",), _DISTRICTS, stored={"1.1|华容区": {"actual_percent": "95.3"}}),
    "我也不知道，得问问": Case("hujie", ("还等您回答",), _DISTRICTS),
    "是是是": Case("wangmin", ("已收",), _CHANGE, stored=_CHANGED),
    "对的，改": Case("wangmin", ("已收",), _CHANGE, stored=_CHANGED),
    "不对不对": Case("wangmin", ("没有",), _CHANGE),
    "等等我再核一下": Case("wangmin", ("还等您回答",), _CHANGE),
    "是98.5没错": wang(
        "已收", before=(("wangmin", "覆盖率985"),), stored={"T17-H1": {"coverage_percent": "98.5"}}
    ),
    "97.5没错": wang(before=(("wangmin", "覆盖率985"),)),
    "1和2都是95": _rate(
        "⑯", "⑰", stored={"19.1": {"national_pass_rate": "95"}, "19.2": {"provincial_pass_rate": "95"}}
    ),
    "鄂城的 另外华容96": Case(
        "hujie",
        ("鄂城区", "华容区"),
        _DISTRICTS,
        stored={"1.1|鄂城区": {"actual_percent": "95.3"}, "1.1|华容区": {"actual_percent": "96"}},
    ),
    "梁子湖好像是": Case(
        "hujie",
        ("1 ①", "梁子湖区"),
        _DISTRICTS,
        asks=True,
        then=("1",),
        stored={"1.1|梁子湖区": {"actual_percent": "95.3"}},
    ),
    "算了，还是98": Case("wangmin", ("没有改动",), _CHANGE, then=("是",)),
    # of what was reported last, while another item is asked about
    "哎 前面那个改3": Case("gaofei", ("1 ①", "2 ⑫"), _ASKED_TOO, asks=True, then=("1",), stored=_BRANDS_NOW),
    "是5个": Case("gaofei", ("没有入库", "1 ①", "2 ⑫"), _ASKED_AGAIN),
    "5个": Case("gaofei", ("没有入库", "1 ①", "2 ⑫"), _ASKED_AGAIN),
    "4家": Case("gaofei", ("已收：⑫",), _ASKED_TOO, stored={"12|九华": {"new_certified_enterprises": 4}}),
    "材料有": Case(
        "songli",
        ("已收", "还等您回答"),
        (("songli", "合格证那项自评1分"),),
        stored={"5.1": {"focus_1": True}},
    ),
    # what was told before its level was asked for is kept, however the level is said
    "齐全的": Case(
        "chenjing",
        ("原话记作文字材料（文号铁旅发〔2015〕12号）",),
        _PLAN,
        stored={"T10-H1": {"level": "full"}},
    ),
    "1 材料不全": Case("chenjing", ("铁旅发〔2015〕12号",), _PLAN, stored={"T10-H1": {"level": "partial"}}),
    "12": Case("chenjing", ("没有“12”这个序号",), _PLAN, never=("“12”\n", "材料：“12”")),
    # what is whole by itself is no answer to what was asked of another item
    "安全监测搞了的，上半年没出事故": Case(
        "chenjing",
        ("1 ②",),
        _PLAN,
        never=("①出台旅游行业质量诚信建设推进规划，制定服务企…：完成",),
        then=("1",),
        stored=_SAFE,
        asks=True,
    ),
    # the first of two things that a level asks for is not both
    "完成任务": Case("chenjing", ("回序号",), _PLAN),
    # what waits is no evidence, and what is only to be kept in words is answered by no level
    "等材料来了一起": Case("heping", ("没有记录任何数据",), (("heping", "1 齐全"),), never=("记作文字材料",)),
    "那就是98.3%": Case("heping", ("没有入库",), (("heping", "抽检我们做了120批次，合格118"),)),
    # words that are to be kept go with the line that is named; the only choice may be named by what it is
    "第一项": Case(
        "wanpeng",
        ("①深入开展", "2021年我们破了食品案件13起"),
        (("wanpeng", "公安这边要交啥"), ("wanpeng", "2021年我们破了食品案件13起 刑拘21人")),
        never=("已归到②",),
    ),
    "食品是省级的那个": Case(
        "wulin",
        ("已收：⑱",),
        (("wulin", "食品98"), ("wulin", "省抽96.1 食品98")),
        stored={"19.5": {"food_sampling_pass_rate": "98"}},
    ),
    "好的谢谢": Case("wanpeng", ("好的", "还等您回答"), (("wanpeng", "自评满分"),)),
    # a value of one line leaves the draft of the others as it is
    "对的 都报": Case(
        "caiming",
        ("（雁江区） 已收", "（安岳县） 已收"),
        (*_TWO, ("caiming", "乐至县98")),
        stored=_actual(雁江区="98.2", 安岳县="97.5"),
    ),
    "就按这个报": Case(
        "caiming", ("（安岳县）",), (*_TWO, ("caiming", "雁江区97.2")), stored=_actual(安岳县="97.5")
    ),
    # a figure stands beside what there is none of, and beside a paper that all share
    "江苏名牌2个 南通名牌没有 先进方法没有": Case(
        "gaofei",
        ("①江苏名牌申报数：2", "· ②南通名牌申报数：0", "· ⑪质量管理先进方法应用课题企业数（个）：0"),
        stored={"1|九华": {"jiangsu_brand_applications": 2}},
    ),
    "江苏名牌2个 南通名牌1个 标兵没有": Case(
        "gaofei",
        ("“标兵没有”是不是", "1 ④质量标兵申报数：0"),
        never=("没读进去",),
        stored={"1|九华": {"jiangsu_brand_applications": 2}, "2|九华": {"nantong_brand_applications": 1}},
    ),
    "制造业合格率 鄂城95.2 华容93.5 通报文件号鄂质监〔2013〕22号 三个区都用这个": Case(
        "hujie", ("鄂城区）：95.2%", "华容区）：93.5%")
    ),
    # what the rest of a line has asked goes on waiting behind what is asked of its talk
    "国抽今年没抽到我们，省抽12批全合格，市抽20批合格19批": Case(
        "luoying",
        ("⑥", "⑦"),
        then=("1", "1", "1"),
        stored={
            "6|白蒲": {"national_pass_rate": None},
            "7|白蒲": {"provincial_pass_rate": "100"},
            "8|白蒲": {"municipal_pass_rate": "95"},
        },
        asks=True,
    ),
}
