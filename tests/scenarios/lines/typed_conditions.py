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
    "谁没交自评报告": Case(Q, ("没交13家", "农业农村局")),
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
WISHED: Final[tuple[Said, ...]] = (("chenjing", "申请延期 旺季太忙 晚三天"),)
DECIDED: Final[Mapping[str, Case]] = {
    "旅游局那个申请别批了，就说县里不同意": Case(
        Z, ("没有同意：县里不同意", "时限没有改动"), WISHED, ("【通知】",)
    ),
    "旅游局的批了": Case(Z, ("县旅游局的哪一项？延到7月3日", "单位申请：旺季太忙"), WISHED),
    "那就批到7月6号": Case(Z, ("县旅游局的哪一项？延到7月6日",), (*WISHED, (Z, "谁申请延期了"))),
    # asked, and about nobody's wish: the deadline of all
    "旅游局批了吗": Case(Z, (), WISHED, ("的哪一项？",)),
    "那就延到7月6号吧": Case(Z, ("半年节点截止", "请补原因"), WISHED),
}
CORRECTED: Final[Mapping[str, Case]] = {
    "不是城建局是旅游局": Case(Z, ("将提醒1人", "陈静"), ((Z, "催一下城建局"),), ("王敏", "按得分率")),
    "不对，是水利局": Case(Z, ("“水利局”没认出", "没有发送"), ((Z, "催一下城建局"),), ("还等您回答",)),
    "换成农发局": Case(Z, ("县农发局何平", "明天把方案送来"), ((Z, "跟城建局说明天把方案送来"),), ("王敏",)),
    "发给没动静的就行，不用全发": Case(
        Z, ("将发给3人", "刘洋"), (*REPORTED, (Z, "通知全体：周五开会")), ("将发给9人",)
    ),
}
LOOKED: Final[Mapping[str, Case]] = {
    "把今天退回的列一下": Case(Z, ("退回过1件", "李强退回“没盖章”"), RETURNED, ("没看懂",)),
    "退回的都是什么原因": Case(Z, ("没盖章",), RETURNED),
    "交接的那几个还没确认的给我看看": Case(
        Z, ("交接申请 县城建局",), (("wangmin", "我是新来的小赵 以后李姐这块我负责"),)
    ),
    "谁申请回避了": Case(Z, ("没有待办的回避",), REPORTED, ("回避哪一家",)),
    "6月的质量年信息已经报上去了": Case(
        Z, ("已登记：质量强县工作领导小组办公室的6月",), arranges=("handed",)
    ),
    "简报停一停": Case(Z, ("由领导自己回“先别发了”停",), never=("一、总体",)),
    "没报": Case(Q, ("其余：文化广电和旅游局4项", "自评报告13家"), never=("公安局 2项",)),
    "宋莉一直没回，换个人催吧": Case(Q, ("农业农村局在名册里没有别的人能催",)),
}
SENT: Final[tuple[Said, ...]] = ((Z, "通知全体：周五上午9点开碰头会"), (Z, "是"))
TESTED: Final[tuple[Said, ...]] = (("hujie", "制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区96"),)
MENDED: Final[Mapping[str, Case]] = {
    "刚才那条通知再发安监局一次": Case(Z, ("将发给1人（县安监局高军）", "周五上午9点开碰头会"), SENT),
    "通知里时间写错了，改成10点，重新通知一下": Case(
        Z, ("将发给9人", "（更正）周五上午10点开碰头会"), SENT, ("李刚（副局长）",)
    ),
    "把刚才那条通知撤回": Case(Z, ("撤不回来", "前面那条通知作废"), SENT, ("1 撤回",)),
    "把刚才那条通知撤回来": Case(Z, (), REPORTED, ("撤不回来",)),
    "给县长回个话，就说半年报了两项": Case(Z, ("将发给1人（县政府孙涛）",), REPORTED, ("李刚",)),
    "回王敏：按新的联系人报上来就行": Case(Z, ("县城建局王敏", "按新的联系人报上来就行"), REPORTED),
    "华容区的93.5帮我改成94.5，他们发了更正函": Case(
        "xieyun", ("代市质监局填报1项", "93.5%→94.5%"), TESTED, ("满意度",)
    ),
    "华容区93.5是不是改成94.5了": Case("xieyun", (), TESTED, ("代市质监局",)),
    "没问题就发布吧": Case(Z, ("还不能发布结果",), REPORTED, ("1 通过",)),
    "县财政局没联络员怎么催": Case(Z, ("县财政局在名册里没有联络员，催不到",), REPORTED),
    "13家里交自评报告的有几家了": Case(Q, ("应交13家", "登记已交的0家")),
    "审核那边是不是卡住了，几天没动了": Case(Z, ("待审2项",), REPORTED, ("我在，您这条收到了",)),
    "只剩两三项的单位再提醒一遍，月底前必须交": Case(
        Z, ("将提醒4人", "附一句：月底前必须交"), REPORTED, ("刘洋",)
    ),
    "城建局②的历史给我看看": Case(Z, ("县城建局的改动1次", "王敏上报 T17-H1"), REPORTED),
    "明天上午9点再通知一次没交自评报告的": Case(Q, ("说什么？", "没有发送"), never=("【通知】明天",)),
    "城建局的材料还差几件": Case(Z, ("3项里0项有材料",), REPORTED),
}
CONDITIONS_TYPED: Final[Mapping[str, Case]] = {
    **MENDED,
    **LISTED,
    **URGED,
    **LEFT_OUT,
    **DECIDED,
    **CORRECTED,
    **LOOKED,
}
