"""What the office changes: deadlines and time given, targets, the roster, reports for others, drafts in mid-air."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

MOVING: Final[tuple[Said, ...]] = (("zhouning", "半年节点改到7月2号 原因省局延期"),)


def z(*facts: str, before: tuple[Said, ...] = ()) -> Case:
    return Case("zhouning", facts, before)


CHANGES_TYPED: Final[Mapping[str, Case]] = {
    "12月29号是周六，截止改到28号下午五点半": Case(
        "fengxue", ("→2018年12月28日17:30（周五）", "原因：12月29号是周六"), never=("11月",)
    ),
    "截止改到下个月28号下班前，29号周六没人上班": Case("fengxue", ("→2018年12月28日18:00（周五）",)),
    "半年的截止改到3号，县里发文晚了": z("→2015年7月3日18:00（周五）"),
    "改成周五": z("→2015年7月3日18:00（周五）", before=MOVING),
    "元旦前报完不现实，时限统一放到节后第一个工作日": Case("xieyun", ("→2014年1月2日18:00",)),
    "截止改到6月31号": z("6月没有31号"),
    "城建局②延到9月31号 材料在审": z("9月没有31号"),
    "县旅游局陈静说她们局长出差要晚两天，给他们延到7月2号吧": z(
        "县旅游局的哪一项", "7月2日18:00（周四）", "原因：她们局长出差要晚两天"
    ),
    "农发局何平家里老人去世，缓三天": z("→7月3日18:00", "原因：家里老人去世"),
    "王敏她们局在搞创城，覆盖率那项宽到7月8号": z("县城建局 ②", "7月8日18:00", "在搞创城"),
    "自评报告截止时间改到18号下午6点，省里宽限了一天": Case(
        "qinfang", ("→2022年1月18日18:00（周二）", "原因：省里宽限了一天", "1月17日下午下班前")
    ),
    "印证材料延到19号，自评报告不变": Case(
        "qinfang", ("印证材料的时限", "→2022年1月19日18:00"), never=("原因",)
    ),
}
