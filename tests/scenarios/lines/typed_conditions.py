"""Units named by how they stand: asked after, urged, told, thanked, or left out beside others."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

Z, Q = "zhouning", "qinfang"
REPORTED: Final[tuple[Said, ...]] = (("wangmin", "2 100"), ("chenjing", "1 齐全"))
RETURNED: Final[tuple[Said, ...]] = (*REPORTED, ("liqiang", "待审"), ("liqiang", "1退回 没盖章"))
DONE: Final[tuple[Said, ...]] = (("heping", "1 有方案并有证明材料"),)

LISTED: Final[Mapping[str, Case]] = {
    "谁报齐了": Case(Z, ("已报齐的1家", "县农发局"), DONE),
    "报齐的单位有哪些": Case(Z, ("现在没有已报齐的单位",), REPORTED),
    "还有几家一个字都没报的？": Case(
        Z, ("一项都没报的5家", "县安监局", "另有没报齐的2家：县城建局2项"), REPORTED
    ),
    "退回没改的都有谁": Case(Z, ("退回还没改的1家", "没盖章"), RETURNED),
    "谁没交自评报告": Case(Q, ("没交自评报告的13家", "农业农村局")),
    # what one unit has done, and who has not: other questions
    "城建局报齐了吗": Case(Z, ("县城建局·半年", "还差2项"), REPORTED),
    "谁还没报齐": Case(Z, ("未报18项",), REPORTED, ("已报齐的",)),
}
URGED: Final[Mapping[str, Case]] = {
    "催一下还没动静的": Case(Z, ("将提醒3人", "刘洋"), REPORTED, ("王敏",)),
    "催一下只差一项的": Case(Z, ("将提醒3人", "陈静：1项"), REPORTED, ("刘洋",)),
    "没报联系人的局再催一遍": Case(Q, ("将发给4人", "联系人名单还没有交"), never=("只列未报项", "34项")),
    "退回还没重报的催一下，周五前改好": Case(
        Z, ("将发给1人", "请按退回原因改好重报", "周五前改好"), RETURNED, ("刘洋",)
    ),
    "退回还没重报的催一下": Case(Z, ("现在没有退回还没改的单位，没有发送",), REPORTED, ("将",)),
    "给已经报齐的道个谢": Case(Z, ("将发给1人（县农发局何平）", "感谢支持配合"), DONE),
    "给城建局道个谢": Case(Z, ("县城建局王敏", "【通知】感谢支持配合"), REPORTED),
    "谢谢": Case(Z, (), REPORTED, ("将发给",)),
}
LEFT_OUT: Final[Mapping[str, Case]] = {
    "没动静的催一下，安监局先不用": Case(Z, ("将提醒2人", "何平"), REPORTED, ("高军",)),
    "城建局别催了，农发局催一下": Case(Z, ("将提醒1人", "何平"), REPORTED, ("王敏",)),
    "先别催城建局，没报的催一下": Case(Z, ("将提醒4人",), REPORTED, ("王敏",)),
    "城建局不用管，通知其他单位明天开会": Case(Z, ("【通知】明天开会", "陈静"), REPORTED, ("王敏",)),
    "城建局今天别催了": Case(Z, ("没有催", "不发自动提醒"), REPORTED, ("将提醒",)),
}
CONDITIONS_TYPED: Final[Mapping[str, Case]] = {**LISTED, **URGED, **LEFT_OUT}
