"""What reviewers take back, open again, step back from or hand over; and who asks of events and bonuses."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.typed_reviewers import LISTED

_PASSED: Final = (*LISTED, ("liqiang", "1通过"))

_AWARDS: Final = "加分再补四个：知名品牌示范区1，詹天佑1，中国质量奖提名1，全国推广2"
_TOWNS: Final = (
    ("gaofei", "1 2"),
    ("gaofei", "12 3"),
    ("luoying", "8 88"),
    ("peijun", "待审"),
)
_TOWN_PASSED: Final = (*_TOWNS, ("peijun", "九华都过"), ("peijun", "是"))


def _passed(*facts: str, never: tuple[str, ...] = (), kinds: tuple[str, ...] = ()) -> Case:
    return Case("liqiang", facts, _PASSED, never=never, kinds=kinds)


def _bonus(*facts: str, never: tuple[str, ...] = ()) -> Case:
    return Case("hetao", facts, never=never, kinds=("bonus",))


TAKEN_BACK_TYPED: Mapping[str, Case] = {
    "城建局的我审不合适吧 我自己就是那单位的 换个人": Case(
        "liqiang", ("已登记回避", "县城建局"), LISTED, never=("退回",), kinds=("recusal",)
    ),
    "县城建局的件我审不合适，我本人就是那边单位的": Case(
        "liqiang", ("已登记回避", "县城建局"), LISTED, kinds=("recusal",)
    ),
    "哎呀手滑了 刚那个通过不算 退回去": _passed("已撤销：制定方案", never=("②", "退回“")),
    "手滑了，刚才那条通过不算数，打回去": _passed("已撤销：制定方案", never=("②",)),
    "刚才九华那个1号不该过 撤一下": Case(
        "peijun", ("已撤销：九华·江苏名牌",), _TOWN_PASSED, never=("体系认证",)
    ),
    "就撤1号那一个 江苏名牌的 另外一个还是过": Case(
        "peijun", ("已撤销：九华·江苏名牌",), _TOWN_PASSED, never=("体系认证",)
    ),
    "刚才九华那两个撤一下": Case("peijun", ("江苏名牌", "体系认证"), _TOWN_PASSED),
    "3退回 没材料": Case("peijun", ("③退回“没材料”",), _TOWN_PASSED),
    "九华那几个没啥问题 都给过了吧": Case("peijun", ("①九华", "②九华"), _TOWNS, never=("③",), asks=True),
    "九华的没问题，其他都退 没材料": Case("peijun", ("①九华", "③白蒲", "退回“没材料”"), _TOWNS, asks=True),
    "2退回去 数不对": _passed("②退回“数不对”", never=("已撤销",)),
    "上一步撤回 我点早了": _passed("已撤销：制定方案"),
    "刚点完就后悔了 撤回撤回": _passed("已撤销：制定方案"),
    "撤回": _passed("已撤销：制定方案"),
    "让城建局把1撤回": _passed("不能撤回上报", never=("已撤销",)),
    "联络员自己能撤回吗": _passed(never=("已撤销",)),
    "城建局说还有材料要补 给他们解个锁": _passed("已登记解锁申请", never=("请补",), kinds=("unlock",)),
    "把城建局第1项放开让他们补个材料": _passed(
        "已登记解锁申请", "T16-H1", never=("请补", "②"), kinds=("unlock",)
    ),
    "让他们补材料 不用解锁": _passed(never=("已登记解锁申请",), kinds=()),
    "看下市公安局的案例有几个了 够数不": Case(
        "baixue",
        ("公安局：识别到典型案例2个", "差1个"),
        (("wanpeng", "材料 1 打假案例"), ("wanpeng", "材料 1 护企案例")),
        never=("原文未规定",),
    ),
    "全国推广+2、质量奖提名+1、詹天佑奖+1、示范区+1 帮我补进加分里": _bonus(
        "在全国推广的项数：1项×2分",
        "获中国质量奖（提名奖）数：1项×1分",
        "詹天佑奖数：1项",
        "示范区”称号数：1项",
    ),
    "加分：全省推广+1、质量奖提名+0.2": _bonus(
        "获市长质量奖（提名奖）数：1项×0.2分", never=("获中国质量奖",)
    ),
    "省长质量奖+1 帮我加上": Case("hetao", ("没有“省长质量奖”", "还没有记录"), never=("已作为加分提议",)),
    "质量奖+3 补进加分里": Case("hetao", ("按哪一种加分",), never=("已作为加分提议",)),
    "下礼拜我不在家出差去 审核的活先交给小李": Case(
        "liqiang", ("李*（名册里没有这位审核员）", "6月29日–7月3日"), kinds=("substitute",)
    ),
    "我下周要出去开会 能不能叫小李帮我审几天": Case(
        "liqiang", ("李*（名册里没有这位审核员）",), kinds=("substitute",)
    ),
    "我下周出差，这几天的件交给别人审": Case("liqiang", ("让谁替您审", "没有登记")),
    "刚看新闻 梁子湖那边食品出事了 中央台都播了 这个要不要算否决": Case(
        "dengkai", ("1 登记为疑似否决事件", "还没有登记")
    ),
    "问一下 发生食品安全事件是不是要一票否决": Case("dengkai", ("没有登记",), never=("1 登记",)),
    "第1项要不要解锁 他们补材料": _passed("没有登记", "登记解锁申请"),
    "第一个我点岔了 恢复成没审": _passed("已撤销：制定方案", never=("②",)),
    "①点错了 变回未审": _passed("已撤销：制定方案"),
    "城建局刚过的那项给解个锁 人家要补东西": _passed("已登记解锁申请", "T16-H1", kinds=("unlock",)),
    # how many follow is no count of the first; what was proposed is taken back at once
    _AWARDS: _bonus("加分合计5分", "示范区”称号数：1项×1分", "全国推广的项数：1项×2分", never=("4项",)),
    "加分再补四个：知名品牌示范区1，詹天佑1": Case("hetao", ("还没有记录",)),
    "刚才的加分撤了": Case("hetao", ("已撤回第1号加分提议", "不计分"), (("hetao", _AWARDS),)),
}
EVENTS_ASKED: Mapping[str, Case] = {
    "哎我问下 出一起大的事故 是不是一票否决 直接d等": Case(
        "yeqing", ("考核结果一律为 d 级", "目前登记：已认定0起"), never=("1 登记",)
    ),
    "想打听一下，出个安全事故会不会直接一票否决": Case("yeqing", ("目前登记：已认定0起",), never=("1 登记",)),
    "永川区昨天出了一起大的事故 是不是要一票否决": Case("yeqing", ("1 登记为疑似否决事件", "还没有登记")),
    "要是被要求整改 报告多长时间内报上去": Case("yeqing", ("公告后1个月内",), never=("试算",)),
    "万一要整改 多少天之内得交整改报告": Case("yeqing", ("公告后1个月内",), never=("试算",)),
}
