"""What reviewers ask of their list, of one item, of their own decisions and of what is registered."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_THREE: Final[tuple[Said, ...]] = (
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "材料 1 建发〔2015〕8号"),
    ("wangmin", "2 100"),
    ("chenjing", "1 未完成"),
    ("liqiang", "待审"),
)
_SEEN: Final[tuple[Said, ...]] = (*_THREE, ("liqiang", "看 1"))
_BACK: Final[tuple[Said, ...]] = (*_THREE, ("liqiang", "1退回 没章"))
_ANEW: Final[tuple[Said, ...]] = (*_BACK, ("wangmin", "1 有方案并有证明材料"))
_RANGE: Final[tuple[Said, ...]] = (
    ("hujie", "梁子湖区制造业合格率80"),
    ("dengkai", "待审"),
    ("dengkai", "看 1"),
)
_AWAY: Final[tuple[Said, ...]] = (("liqiang", "我下周出差 让小李替我审"),)
_LOW: Final[tuple[Said, ...]] = (("hujie", "鄂城区制造业合格率93.2"), ("dengkai", "待审"))
_APPEAL: Final[tuple[Said, ...]] = (("wangmin", "2 98"), ("wangmin", "异议 2 我们是100%不是98%"))

INQUIRED_TYPED: Mapping[str, Case] = {
    # the list narrowed by how it stands; nothing is decided
    "没材料的先给我挑出来": Case("liqiang", ("没有证明材料的待审2件", "旅游局"), _THREE),
    "没问题的就都过了吧": Case("liqiang", ("回“是”",), _THREE, asks=True),
    "没问题的列一下": Case("liqiang", ("不用留意的待审1件",), _THREE, never=("通过⚠",)),
    "没毛病": Case("liqiang", ("回“是”办理",), (("wangmin", "2 100"), ("liqiang", "待审")), asks=True),
    "还有没有压了好几天的": Case("liqiang", ("没有等了2天以上的",), _THREE),
    # one item
    "旅游局那个为啥是0分": Case("liqiang", ("暂得0/4分", "未完成得0分"), _THREE, never=("请补",)),
    "这个能在几分到几分之间给": Case("dengkai", ("扣6—9分", "给1—4分"), _RANGE, never=("请补",)),
    "他们交的文件发我": Case("liqiang", ("证明材料1件", "建发〔2015〕8号"), _SEEN),
    "覆盖率的有没有交上来": Case("liqiang", ("王敏6月24日", "待审"), _THREE, never=("请补",)),
    "覆盖率99.8能给分不": Case("liqiang", ("低于100%得0分",), _THREE, never=("请补",)),
    "细则原文咋写的": Case("liqiang", ("证明材料不全得2分",), _SEEN),
    "覆盖率谁通过的 啥时候": Case(
        "liqiang", ("T17-H1", "已通过（李强"), (*_THREE, ("liqiang", "3通过")), never=("T16-H1",)
    ),
    "覆盖率咋变成100了，之前不是99.5吗，哪个改的": Case(
        "liqiang",
        ("更正 100%",),
        (("wangmin", "2 99.5"), ("wangmin", "覆盖率改成100"), ("wangmin", "是"), ("liqiang", "待审")),
        never=("请补",),
    ),
    # points and regrets are no reasons to send back
    "这个我觉得给三分比较合适": Case("liqiang", ("只有4/2/0这几档", "没有记录"), _SEEN, never=("退回",)),
    "这项满分 4分": Case("liqiang", ("4/4分，与上报一致",), _SEEN, never=("退回",)),
    "不好意思刚才那个通过我点快了 取消一下": Case("liqiang", ("已撤销",), (*_SEEN, ("liqiang", "1通过"))),
    "哎呀按错了，刚才那个不算，退回到没审": Case("liqiang", ("已撤销",), (*_SEEN, ("liqiang", "1通过"))),
    # what he decided himself
    "城建局退回的那个补了没有": Case("liqiang", ("已重报，待审",), _ANEW, never=("请补",)),
    "我退了几个 都啥原因": Case("liqiang", ("退回过1件", "没章", "还没有重报"), _BACK),
    "我今天审掉几个 退了几个": Case("liqiang", ("您已审1件", "退回1"), _BACK),
    # what is registered
    "代审那个批了没": Case("liqiang", ("还没有批",), _AWAY),
    "代审取消": Case("liqiang", ("已撤回代审申请",), _AWAY),
    "不用代审了": Case("liqiang", ("已撤回代审申请",), _AWAY),
    "出差取消了 不用小李替了吗": Case("liqiang", ("没有改动",), _AWAY, never=("已撤回",)),
    "出差取消了 不用小李替了": Case("liqiang", ("已撤回代审申请",), _AWAY),
    "城建局那个异议不成立 监督手续少两份": Case(
        "liqiang", ("把您的意见转质强办办结", "还没有转"), _APPEAL, asks=True
    ),
    "有人提异议没有": Case("liqiang", ("第1号", "还没有办结"), _APPEAL),
    # a unit that there is none of; nothing is decided of another one's report
    "城建局补了没": Case("dengkai", ("没有“城建局”", "名称相近的有市住建委"), _LOW),
    "城建局那边退了吧": Case("dengkai", ("没有“城建局”", "没有处理"), _LOW, never=("已处理",)),
    "林业局补了没": Case("liqiang", ("没有“林业局”",), _THREE, never=("商业局",)),
    # the veto is asked about: no other clause is
    "梁子湖那个质量事故被曝光，要不要否决": Case(
        "dengkai", ("区域性、系统性", "由质强办认定", "没有登记"), _LOW, never=("5.8",)
    ),
    # who has handed in most, who is meant by a count, how far off the target
    "这几家哪家交得最全": Case(
        "liqiang", ("县城建局：应报3项，报了2项，附了材料的1项",), _THREE, never=("回“是”",)
    ),
    "哪家材料交得最少": Case("liqiang", ("报得最少的在前",), _THREE),
    "有几家没交": Case("liqiang", ("还没报的", "县农发局"), _THREE),
    "都谁": Case("liqiang", ("还没报的", "县农发局"), (*_THREE, ("liqiang", "还有几家没报"))),
    "都是谁啊": Case("liqiang", ("还没有退回过",), (*_THREE, ("liqiang", "退回的有几个"))),
    "低了多少": Case("dengkai", ("低于目标95，差1.8", "扣2分"), (*_LOW, ("dengkai", "看1"))),
    "高了几个点": Case("liqiang", ("未完成",), (*_THREE, ("liqiang", "看 2")), never=("目标",)),
}
