"""Half an answer to what was just shown: a day, a figure, one more; and questions about one's own figures."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_PIECE: Final[tuple[Said, ...]] = (("liuyang", "#image"), ("liuyang", "1 工作小组会议照片"))
_COUNTED: Final[tuple[Said, ...]] = (("gaofei", "12 4"),)
_ASKED: Final[tuple[Said, ...]] = (
    ("tangli", "鄂城区96.8%，华容区95.1%，梁子湖区97.3%"),
    ("tangli", "请问华容区95.1为什么扣2分呀，不是完成了99%了吗"),
)
_RATES: Final[tuple[Said, ...]] = (("wulin", "12315办结率99.6 去年99.1,12365 100，12331也是100"),)
_PLAN: Final[tuple[Said, ...]] = (
    ("liuyang", "6 添加剂专项方案 铁市监发2015 17号 6月5号发的"),
    ("liuyang", "1"),
)
_DAYS: Final[Mapping[str, Case]] = {
    "2015-06-10": Case("liuyang", ("日期记为2015年6月10日",), before=_PIECE),
    "6月10号开的": Case("liuyang", ("日期记为2015年6月10日",), before=_PIECE),
    "不对 是6月11号": Case(
        "liuyang", ("日期记为2015年6月11日",), before=(*_PIECE, ("liuyang", "6月10号开的"))
    ),
    "2015-06-12": Case("wangmin", (), before=(("wangmin", "2 98"),), never=("日期记为",)),
}
_FIGURES: Final[Mapping[str, Case]] = {
    "5家": Case("gaofei", ("1 ⑫新增质量管理体系认证获证企业数（个）：5",), before=_COUNTED),
    "又有1家": Case("gaofei", ("1 ⑫新增质量管理体系认证获证企业数（个）（九华）：4→5",), before=_COUNTED),
    "又有一家在办": Case("gaofei", (), before=_COUNTED, never=("4→5",)),
    "不好意思，刚才华容区的报错了，应该是95.7": Case("tangli", ("由95.1%改为95.7%吗",), before=_ASKED),
    "省里抽查的12批次都合格，市里抽查20批合格19批": Case(
        "luoying", ("1 ⑦制造业产品省级监督抽查合格率%：100%", "另有1条")
    ),
    "死亡也没有 0": Case("luoying", ("1 ⑩万台特种设备死亡率低于：0",)),
    "还有质量标兵没有企业愿意报": Case("luoying", ("1 ④质量标兵申报数：0",)),
    "1 成功侦破案件47起 有印证材料": Case(
        "wanpeng", ("成功侦破重大刑事典型案件情况：是",), stored={"8.3": {"focus_2": True}}
    ),
    "抽检已经开展了": Case("jiangtao", ("是",), stored={"1.4": {"sampling_done": True}}),
    "抽检还没开展": Case("jiangtao", ()),
    "四季度的出来了，12.3件": Case(
        "xuna", ("1 ①万人发明专利拥有量12件以上：12.3",), before=(("xuna", "1 11.6"),)
    ),
}
_QUESTIONS: Final[Mapping[str, Case]] = {
    "那现在我们局多少分了": Case("liuyang", ("市场监督管理局·半年：暂得",), before=_PLAN),
    "那这项多少分": Case("liuyang", ("满分4分",), before=_PLAN),
    "麻烦把我这边报的数再给我看一遍": Case("tangli", ("您单位报过3项",), before=_ASKED),
    "那请问95.1还差多少才能拿满分呢": Case("tangli", ("华容区", "还差0.9"), before=_ASKED, never=("试算",)),
    "12312是商务局的吧 我们不报的": Case("wulin", ("由市商务局报，不用您单位报",), before=_RATES),
    "24.1还差啥 企业总数不是我们的吧": Case("wulin", ("由市统计局报，不用您单位报",), before=_RATES),
    "12331去年的数我这没有 要不要填": Case("wulin", ("可以不填：本年度报的是100%",), before=_RATES),
    "12315上年的要不要填": Case("wulin", ("要填：本年度报的是99.6%",), before=_RATES),
}
_SHOTS: Final[tuple[Said, ...]] = (*_PIECE, ("liuyang", "#image"), ("liuyang", "1 检查照片"))
_PICTURES: Final[Mapping[str, Case]] = {
    "撤掉第二张照片": Case("liuyang", ("1 撤回“检查照片”",), before=_SHOTS, never=("2件",)),
    "两张都不要了": Case("liuyang", ("撤回2件",), before=_SHOTS),
    "第二张是3的": Case("liuyang", ("1 “检查照片”归到③",), before=_SHOTS),
    "下面这张是3的": Case("liuyang", ("发来就归到③", "还没有收到"), before=_SHOTS),
}
_ON: Final[tuple[Said, ...]] = (
    ("luoying", "质量标兵没有企业报"),
    ("luoying", "我的任务"),
    ("luoying", "什么时候截止"),
    ("luoying", "8 95"),
)
_ASKED_AGAIN: Final[Mapping[str, Case]] = {
    "9 0": Case(
        "luoying",
        ("先放下了", "质强办的姚琴"),
        before=_ON,
        then=("1",),
        stored={"9|白蒲": {"accident_rate": "0"}},
    ),
    "10 0": Case(
        "luoying", ("前面这条还没有定", "回“取消”"), before=_ON[:3], stored={"10|白蒲": {"death_rate": "0"}}
    ),
    "先进方法那个课题企业有1家还在谈，年底前能定，现在要不要先报": Case(
        "luoying", ("没出来的",), never=("1 ⑪",)
    ),
    "我报的南通名牌那个2家有个材料要传的 在哪传": Case("luoying", ("直接发到这里就行",)),
    "乐至县的出来了没有": Case("panhui", ("乐至县：现在：未报",)),
}
HALF_ANSWERS_TYPED: Final[Mapping[str, Case]] = {
    **_DAYS,
    **_FIGURES,
    **_QUESTIONS,
    **_PICTURES,
    **_ASKED_AGAIN,
}
