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
    "城建局小马要绑定 给发个绑定码": Case(Z, ("没有姓马的", "没有发码"), never=("赵新",)),
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
    "农发局那块总共多少分的": Case(Z, ("满分合计3分",), never=("暂得",)),
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
CLERK_TYPED: Final[Mapping[str, Case]] = {**PEOPLE, **ASKED, **ORDERED}
