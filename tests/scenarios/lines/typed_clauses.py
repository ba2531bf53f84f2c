"""What contacts type beside a value or in answer to a question: a yes, a clause, one of several facts, a withdrawal."""

from collections.abc import Mapping
from typing import Unpack

from tests.scenarios.lines.case import Case, More, Said, Stored
from tests.scenarios.lines.typed_contacts import COVERED, level, wang


def _of(who: str, *facts: str, stored: Stored | None = None, **more: Unpack[More]) -> Case:
    """Any other bureau's or district's contact."""
    return Case(who, facts, stored=stored, **more)


def _after(who: str, said: str, *facts: str, stored: Stored | None = None, **more: Unpack[More]) -> Case:
    """What follows that message of the same person."""
    before: tuple[Said, ...] = ((who, said),)
    return Case(who, facts, before, stored=stored, **more)


_COORDINATION: Stored = {"4.2|鄂城区": {"c1": True, "c2": True, "c3": True}}
_NO_COORDINATION: Stored = {"4.2|鄂城区": {"c1": False, "c2": False, "c3": False}}
_TWO_RATES = "国抽93.5 省抽95.1"

CLAUSES_TYPED: Mapping[str, Case] = {
    # the words that the bot itself has asked for
    "是": _after("guolan", "4.2 两条都做了", "3条都是", asks=True, then=("1",), stored=_COORDINATION),
    "否": _after("guolan", "4.2 两条都做了", "3条都否", asks=True, then=("1",), stored=_NO_COORDINATION),
    "是。": _after("jiangtao", "产品质量监督抽查搞过了", "已收", stored={"1.4": {"sampling_done": True}}),
    "已开展": _after("jiangtao", "产品质量监督抽查搞过了", "已收", stored={"1.4": {"sampling_done": True}}),
    "好的": _after("guolan", "4.2 两条都做了", "请直接发", never=("请回序号",), asks=True),
    "4.2 三条都做了": _of("guolan", "3/3", stored=_COORDINATION),
    "4.2 2条都做了": _of("guolan", "请直接发", asks=True),
    # a question and a clause beside a value
    "覆盖率99.5能给分吗": wang(never=("是不是下面这个意思",), then=("是",), asks=True),
    "覆盖率99.5给不给分": wang(never=("是不是下面这个意思",), asks=True),
    "覆盖率百分之九十八点六，有一个工地手续在补": wang(
        "98.6%", asks=True, then=("1",), stored={"T17-H1": {"coverage_percent": "98.6"}}
    ),
    "食药安全考核制度已经建了，领导小组也成立了": _of(
        "liuyang", "③", "领导小组也成立了", never=("①", "另有"), asks=True
    ),
    # one of several facts in a point
    "质量月活动搞了": _of("guolan", "质量月", asks=True, then=("1",), stored={"4.2|鄂城区": {"c3": True}}),
    "我区今年质量工作会议3月份开的，质量月活动也搞了，领导小组有": _of(
        "guolan", "质量工作会议", "领导小组", "3条都是", asks=True, then=("1",), stored=_COORDINATION
    ),
    # corrections, withdrawals and answers that name their line
    "更正一下，覆盖率应该是100不是99": _after(
        "wangmin", "覆盖率99", "由99%改为100%", asks=True, then=("是",), stored=COVERED
    ),
    "华容的报高了，改成93.8": _after(
        "hujie",
        "鄂城区96.1 华容区94.8",
        "华容区",
        asks=True,
        then=("1",),
        stored={"1.1|华容区": {"actual_percent": "93.8"}},
    ),
    "刚才省抽那个先作废，数据还没核": _after(
        "wulin", _TWO_RATES, "已撤回：产品省级", stored={"19.2": {"withdraws": 2}}
    ),
    "省抽作废": _after("wulin", _TWO_RATES, "已撤回：产品省级", stored={"19.2": {"withdraws": 2}}),
    "食品的": _after("wulin", "合格率95", "已收", stored={"19.5": {"food_sampling_pass_rate": "95"}}),
    "江苏的": _after("gaofei", "名牌3个", "已收", stored={"1|九华": {"jiangsu_brand_applications": 3}}),
    # how far a thing is
    "诚信规划出了，服务企业标准还在征求意见": _of(
        "chenjing", "证明材料不全", asks=True, then=("2",), stored={"T10-H1": level("partial")}
    ),
    "我们就一项，方案有，证明材料齐": _of(
        "heping", "①", asks=True, then=("1",), stored={"T15-H1": level("full")}
    ),
    "昆仑行动自评3.5": _of("wanpeng", "3.5", asks=True, then=("1",), stored={"8.3": {"self_points": "3.5"}}),
    # one thing after the other in one breath
    "3是已经建立了，4还在弄": _of(
        "jiangtao", "③", "“第4项还在弄”：知道了", stored={"5.4": {"focus_1": True}}
    ),
    "三完成了四还没弄": _of("jiangtao", "③", "第4项还没弄", stored={"5.4": {"focus_1": True}}),
    "1完成了2是100，3在弄": wang("①", "第3项在弄", stored=COVERED),
    "江苏名牌没有南通名牌报了1个": _of(
        "luoying",
        "南通名牌申报数：1",
        "江苏名牌申报数：0",
        stored={"2|白蒲": {"nantong_brand_applications": 1}},
    ),
    "截至10月底13.26": _of("xuna", "已收", stored={"18": {"patents_per_10k": "13.26"}}),
    "都不是是体系认证的": _after("wulin", "合格率96.4", "上面的都没有入库"),
    # what is said of several at once, of those just sent, or beside a document
    "三个区都是97": _after(
        "tangli",
        "97",
        "鄂城区",
        stored={f"1.2|{unit}": {"actual_percent": "97"} for unit in ("鄂城区", "华容区", "梁子湖区")},
    ),
    "前两个撤了": _after(
        "gaofei",
        "江苏名牌2，南通名牌1，质量标兵1",
        "撤回江苏名牌申报数（九华） 2；撤回南通名牌申报数（九华） 1",
        never=("标兵",),
        asks=True,
    ),
    "只撤南通的": _after("gaofei", "江苏名牌2，南通名牌1", "撤回南通名牌", never=("江苏",), asks=True),
    "不是省抽是市抽的": _after(
        "gaofei", "省抽96.4", "⑧制造业产品市级监督抽查合格率%（九华）：96.4%", asks=True
    ),
    "移送起诉人数漏了，再补一句：移送起诉87人": _after(
        "wanpeng", "1 昆仑2021行动立案56起，破案48起", "①", "移送起诉87人", never=("②",), asks=True
    ),
    "公路水路质量保障体系已经建立，见平交〔2021〕56号": _of(
        "jiangtao", "文号平交〔2021〕56号", stored={"5.4": {"focus_1": True}}
    ),
    "你们催第三次了，9号0，10号0": _of(
        "luoying",
        "⑨",
        "⑩",
        stored={"9|白蒲": {"accident_rate": "0"}, "10|白蒲": {"death_rate": "0"}},
    ),
    "三做完了四也做完了": _of("songli", "③", "④", never=("文字材料",), stored={"5.1": {"focus_1": True}}),
}
