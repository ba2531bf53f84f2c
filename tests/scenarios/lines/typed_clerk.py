"""What the clerk of the office types in a year: people by nickname, targets, who has sent nothing, who was told."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

Z = "zhouning"
REPORTED: Final[tuple[Said, ...]] = (("wangmin", "2 100"), ("chenjing", "1 齐全"))
RETURNED: Final[tuple[Said, ...]] = (*REPORTED, ("liqiang", "待审"), ("liqiang", "1退回 没盖章"))
APPEALED: Final[tuple[Said, ...]] = (*REPORTED, ("wangmin", "异议 2 公示的分不对，我们是100%不是98%"))
PAPERS: Final[tuple[Said, ...]] = (("songli", "材料 3 平农〔2021〕45号"),)
PEOPLE: Final[Mapping[str, Case]] = {
    "城建局小赵要绑定 给发个绑定码": Case(Z, ("赵新的绑定码",)),
    "城建局小马要绑定 给发个绑定码": Case(Z, ("没有您说的人", "没有发码"), never=("赵新",)),
    "旅游局要绑定 发个码": Case(Z, ("陈静（联络员）", "已绑定，没有发码")),
    "给小赵发个码": Case(Z, ("赵新的绑定码",), never=("【通知】",)),
    # a nickname of another bureau, and one that only calls the bot, name nobody
    "旅游局的小王电话多少": Case(Z, ("县旅游局 陈静",), never=("王敏",)),
    "小周 现在多少分": Case(Z, ("暂得",), never=("周宁：",)),
    "高军报了没": Case(Z, ("县安监局·半年", "未报：T11-H1")),
    "联系人有变 录一下": Case("qinfang", ("哪一家、谁换成谁", "没有改动")),
    "公安局联系人有变": Case("qinfang", ("公安局万鹏换成新的人",)),
    "李强这几天住院了 他手上待审的先转给钱伟": Case(Z, ("将安排代审：钱伟审李强的件",), never=("停用",)),
}
ASKED: Final[Mapping[str, Case]] = {
    "哪些单位材料一件没有": Case("qinfang", ("材料一件没交的", "公安局"), PAPERS, never=("农业农村局",)),
    "材料一件都没交的催一下": Case("qinfang", ("将发给3人",), PAPERS, never=("宋莉",)),
    "退回的那家通知了没有": Case(Z, ("当场通知填报人", "陈静 审核结果"), RETURNED),
    "农发局那块总共多少分的": Case(Z, ("T15-H1 制定农药质量市场抽查方案：3分；县农发局报",), never=("暂得",)),
    "城建局一共多少分": Case(Z, ("暂得4/12分",), REPORTED),
    "昨天谁改过数据 给我列一下": Case(Z, ("6月23日没有任何",), REPORTED),
    "汇总每天几点发群里": Case("xieyun", ("不是每天", "钟点是上午")),
}
ORDERED: Final[Mapping[str, Case]] = {
    "目标改成全市平均，等几个区都报上来再算": Case("xieyun", ("哪一项的目标用平均值", "1 1.1")),
    "制造业目标改成全市平均": Case("xieyun", ("已设：1.1",), arranges=("target",)),
    "谁把目标改成全市平均的": Case("xieyun", ("还没有作过安排",)),
    "以后大家说 工监率 就是指新开工工程覆盖率那项": Case(Z, ("“工监率”＝T17-H1",), arranges=("alias",)),
    "城建局那个申诉核过了，同意，回复一下他们": Case(Z, ("将办结第1号异议",), APPEALED, never=("【通知】",)),
}
TARGET: Final[tuple[Said, ...]] = (("xieyun", "制造业目标95"), ("xieyun", "用平均值"))
SECOND: Final[Mapping[str, Case]] = {
    "给分管领导也发一份，说本单位还有几项没报": Case(Z, ("将发给1人（县城建局李刚）",), never=("计分表",)),
    "平均值先不用了，还按95": Case("xieyun", ("已设：1.1", "目标95%"), TARGET, arranges=("target",)),
    "平均值先不用": Case("xieyun", ("没有哪一项的目标是按平均值",)),
    "下周三政府要报告，到时候提醒我一下": Case(Z, ("不记个人备忘",), never=("下一个工作日",)),
    "每个单位应报几项已报几项给我列个表": Case(Z, ("县城建局 应报3、已报1、还差2",), REPORTED),
    "科技局发明专利从8件改成12件，他们来函了": Case(
        "fengxue", ("代市科技局填报1项", "8→12"), (("xuna", "1 8"),)
    ),
    "科技局报的专利数给他退回去，和统计局的对不上": Case(
        "fengxue", ("市科技局", "退回“", "和统计局的对不上"), (("xuna", "1 8"),)
    ),
    "李强没空审，我自己来审，有几件": Case(Z, ("质强办本来就能审全部",)),
    "刚才那个改期都通知到了吗": Case(
        Z, ("【改期】", "待发"), ((Z, "截止改到7月3号 原因省局推迟"), (Z, "是")), never=("撤销",)
    ),
    "城建局要延几天？同意，给到7月5号": Case(
        Z, ("7月5日", "单位申请：检测报告没出"), (("wangmin", "申请延期 检测报告没出"),), never=("要延几天",)
    ),
    "市里要求提前到14号交齐，把截止改一下": Case("qinfang", ("→2022年1月14日18:00", "原因：市里要求。")),
    "把考核结果导个表给我，要能打印的": Case(Z, ("计分表",), never=("发布",)),
}
CLERK_TYPED: Final[Mapping[str, Case]] = {**PEOPLE, **ASKED, **ORDERED, **SECOND}
