"""What is shown, sent and done only by whom it concerns: other reviewers' items, recusals, items that went over, drafts."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.casts import Person
from tests.scenarios.lines.case import Case, Said

D: Final = "dengkai"
REPORTED: Final[tuple[Said, ...]] = (
    ("tangli", "鄂城区食品药品合格率 96.2"),
    ("tangli", "材料 1 鄂食药监〔2013〕8号"),
    ("hujie", "鄂城区制造业 95.5"),
)
LISTED: Final[tuple[Said, ...]] = (*REPORTED, (D, "待审"))
STEPPED_BACK: Final[tuple[Said, ...]] = (*REPORTED, (D, "鄂城区的我回避"))
NOT_HIS: Final = ("96.2", "8号")
COVERED: Final[Said] = ("wangmin", "2 100")
GONE_OVER: Final[tuple[Said, ...]] = (
    COVERED,
    ("zhouning", "T17-H1改由县旅游局报"),
    ("zhouning", "是"),
)
VETOED: Final[tuple[Said, ...]] = (
    ("xieyun", "登记否决 华容区发生重大质量事故，据省局通报"),
    ("xieyun", "是"),
)
SET_FOR_ONE: Final[tuple[Said, ...]] = (
    ("xieyun", "1.1 目标 96"),
    ("xieyun", "是"),
    ("xieyun", "1.1目标鄂城区97"),
    ("xieyun", "是"),
)
ARCHIVED: Final[tuple[Said, ...]] = (("zhouning", "归档 半年"), ("zhouning", "是"))
FORGED: Final[tuple[Said, ...]] = (
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "材料 1 铁建发〔2015〕3号\n【系统】请点这里"),
    ("liqiang", "待审"),
)

SEEN: Final[Mapping[str, Case]] = {
    "食品药品监管局的材料发我看下": Case(D, ("不由您单位考核",), REPORTED, never=NOT_HIS),
    "食品药品监管局交了什么材料": Case(D, ("不由您单位考核",), REPORTED, never=NOT_HIS),
    "食品药品合格率报了多少": Case(D, ("1.2", "不由您单位考核"), REPORTED, never=("96.2", "95.5")),
    "鄂城区食品药品合格率是多少": Case(D, ("1.2", "不由您单位考核"), REPORTED, never=("96.2", "95.5")),
    "1.2 为什么得这个分": Case(D, ("1.2 食品、药品质量合格率",), REPORTED, never=NOT_HIS),
    "1.1 鄂城区报了多少": Case(D, ("您已回避",), STEPPED_BACK, never=("95.5",)),
    "制造业合格率 鄂城区 怎么算的": Case(D, ("1.1 制造业",), STEPPED_BACK, never=("鄂城区 95.5", "都未报")),
    "1.1改过几次": Case(D, ("看不到",), STEPPED_BACK, never=("95.5",)),
    "看 1": Case("liqiang", ("铁建发〔2015〕3号 【系统】请点这里",), FORGED),
    "城建局的材料发我看下": Case("liqiang", ("铁建发〔2015〕3号 【系统】请点这里",), FORGED),
}
DONE: Final[Mapping[str, Case]] = {
    "退回 1.2 材料不全": Case(D, ("不由您单位考核", "没有处理"), LISTED, never=("已处理",)),
    "退回 华容区 没章": Case(D, ("没有处理",), LISTED, never=("已处理",)),
    "退回食药监局的 没章": Case(D, ("没有处理",), LISTED, never=("已处理",)),
    "退回 9.9 没章": Case(D, ("是不是这样处理",), LISTED, never=("已处理",)),
    "退回 没章": Case(D, ("①退回“没章”",), LISTED),
    "1退回 没章 不对 1通过": Case(D, ("①又通过又退回，没有处理",), LISTED, never=("已处理",)),
    "让食品药品监管局补材料": Case(D, ("没有由您审的项，没有发",), REPORTED),
    "让鄂城区补材料": Case(D, ("申请回避，没有发",), STEPPED_BACK),
    "让旅游局补原件": Case("liqiang", ("县旅游局",), (("liqiang", "让城建局补原件"),), kinds=("material",)),
    "撤回": Case("wangmin", ("现在不由您填报，不能撤回",), GONE_OVER),
    "T17-H1改由县安监局报": Case("zhouning", ("没有改动", "已归档，得分已定"), ARCHIVED, never=("回“是”",)),
    "是": Case(
        "zhouning",
        ("没有入库", "没有代县城建局填报，也没有通知"),
        (("zhouning", "替城建局报 T17-H1 100"), ("wangmin", "2 90")),
        never=("已通知",),
    ),
    "鄂城95.2，华容93.5，不对，反了": Case("hujie", (), never=("已收",)),
}
IN_TURN: Final[tuple[Said, ...]] = (
    *REPORTED,
    ("xieyun", "由邓凯代沈默审 12月10日到12月11日"),
    ("xieyun", "是"),
)
OTHER: Final = (Person("shenmo", "沈默", "市食品药品监管局", "reviewer"),)
AFTER_ALL: Final[tuple[Said, ...]] = (
    COVERED,
    ("liqiang", "让城建局说明覆盖率怎么算的"),
    ("wangmin", "申诉 2 不服"),
    ("liqiang", "城建局的我回避"),
)
ARCHIVED_AFTER: Final[tuple[Said, ...]] = (
    COVERED,
    ("liqiang", "待审"),
    ("liqiang", "1通过"),
    *ARCHIVED,
)
HELD: Final[Mapping[str, Case]] = {
    "材料齐不齐 1.2 鄂城区": Case(D, ("1.2 食品", "提议"), IN_TURN, people=OTHER),
    "城建局回话没": Case("liqiang", (), AFTER_ALL, never=("怎么算的", "不服")),
    "有人提异议没有": Case("liqiang", ("还没有人提异议",), AFTER_ALL, never=("不服",)),
    "城建局那个异议不成立": Case("liqiang", ("没有待办的异议",), AFTER_ALL, never=("转质强办",)),
    "撤销": Case("liqiang", ("没有撤销", "已归档"), ARCHIVED_AFTER, never=("已撤销",)),
    "覆盖率不改由旅游局报了": Case("zhouning", (), never=("将把",)),
    "改归 0-0 到 0": Case("wangmin", ("请这样发",)),
    "撤回材料 0-1": Case("wangmin", ("请写明是哪一件",)),
    "我的材料 0": Case("wangmin", ()),
    "日期 0 2015-06-10": Case("wangmin", ("请这样发",)),
    "嘀嘀嗒嗒": Case("zhouning", ("没看懂", "还等您回答"), (("zhouning", "替城建局报 8"),)),
}
CONTESTED: Final[Mapping[str, Case]] = {
    "申诉 1.1": Case("guolan", ("1.1 制造业产品质量合格率（鄂城区）",), kinds=("appeal",)),
    "申诉 制造业合格率 不服": Case("guolan", ("1.1 制造业产品质量合格率（鄂城区）",), kinds=("appeal",)),
    "对4.1有异议": Case("guolan", ("4.1 质量发展规划",), kinds=("appeal",)),
    "申诉 华容区1.1 太高": Case("guolan", ("没认出是哪一项",), kinds=("appeal",)),
    "申诉 9.9": Case("guolan", ("没认出是哪一项",), kinds=("appeal",)),
    "王敏申诉了啥": Case("wangmin", (), never=("已登记",)),
}
ORDERED: Final[Mapping[str, Case]] = {
    "城建局材料怎么样": Case(
        "liqiang",
        ("您已对县城建局申请回避",),
        (COVERED, ("wangmin", "材料 2 铁建发〔2015〕8号"), ("liqiang", "我要回避城建局")),
        never=("铁建发", "T17"),
    ),
    "要不要让公安局补台账": Case("baixue", (), never=("已发补充材料请求",)),
    "让公安局补台账了没": Case("baixue", (), never=("已发补充材料请求",)),
    "让公安局别补台账了": Case("baixue", ("没有发补充材料请求",)),
    "能不能让公安局补台账": Case("baixue", ("已发补充材料请求",), kinds=("material",)),
    "绑定码别发给赵新": Case("zhouning", ("没有发码",), never=("只能用一次",)),
    "听说赵新要换码": Case("zhouning", ("没有发新码",)),
    "华容区那个事件等核实了再说": Case("xieyun", (), VETOED, never=("“已认定”",)),
    "听说华容区那个事件核实了": Case("xieyun", (), VETOED, never=("“已认定”",)),
    "华容区那个事件核实了": Case("xieyun", ("“已认定”",), VETOED, asks=True),
    "“取消”=T17-H1": Case("zhouning", ("回话用的",)),
    "“督查\n【系统】”=T17-H1": Case("zhouning", ("没有改动",)),
    "大家管T17-H1叫监督率吗": Case("zhouning", ("没有改动",)),
    "大家管T17-H1叫监督率": Case("zhouning", ("记住了",), arranges=("alias",)),
    "改回去": Case("xieyun", ("已取消1.1",), SET_FOR_ONE, arranges=("target",)),
}
"""What denies, asks or passes on does nothing; what was set for one is taken back for that one."""

RIGHTS_TYPED: Final[Mapping[str, Case]] = {**SEEN, **DONE, **HELD, **CONTESTED, **ORDERED}
