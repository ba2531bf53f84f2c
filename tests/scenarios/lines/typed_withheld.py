"""What speaks of an order without giving it: denied, asked, heard, quoted, done, supposed; and orders that are polite."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_LIST: Final[tuple[Said, ...]] = (("wangmin", "2 100"), ("liqiang", "待审"))
_EXTENDED: Final[tuple[Said, ...]] = (("zhouning", "城建局② 延到7月3日 原因材料在审"), ("zhouning", "是"))
_DRAFT: Final[tuple[Said, ...]] = (("zhouning", "催旅游局 明天必须报"),)
_BROADCAST: Final[tuple[Said, ...]] = (("zhouning", "群发 周五下午开会 请带材料"),)
_NOTHING: Final = "什么也没发、没改"
_ACTS: Final = ("回“是”", "已发", "已处理", "将")


def _none(speaker: str, *lines: str, before: tuple[Said, ...] = ()) -> dict[str, Case]:
    return {line: Case(speaker, (_NOTHING,), before=before, never=_ACTS) for line in lines}


_OFFICE: Final[Mapping[str, Case]] = {
    **_none(
        "zhouning",
        "别跟城建局说补台账",
        "跟城建局说过补台账了",
        "告诉城建局了",
        "让城建局补交方案了吗",
        "别让城建局补台账",
        "不用让他们补了",
        "要不要让城建局补台账",
        "没让你催城建局",
        "你昨天说要催没报的",
        "有人说要催城建局",
        "等他们报了再通知城建局补材料",
        "如果催城建局会怎样",
        "听说把陈静换成韩雪了",
        "领导说先别把王敏的绑定取消",
        "别转告各单位月底前到位",
    ),
    "别取消城建局的延期": Case("zhouning", (_NOTHING,), before=_EXTENDED, never=_ACTS),
    "城建局第二项不用延了": Case("zhouning", ("将取消延期：县城建局", "回“是”办理"), before=_EXTENDED),
    "转告各单位的通知发了吗": Case("zhouning", ("没有发过通知",), never=_ACTS),
    "能帮我催一下城建局吗": Case("zhouning", ("将提醒1人", "回“是”发送")),
    "可以催城建局了吧": Case("zhouning", ("将提醒1人", "回“是”发送")),
    "别忘了催一下城建局": Case("zhouning", ("将提醒1人", "回“是”发送")),
    "跟城建局说：台账不用补了": Case("zhouning", ("【通知】台账不用补了", "回“是”办理")),
    "不要再等了，催一下城建局": Case("zhouning", ("将提醒1人", "回“是”发送")),
    "停掉每周一的催办": Case("zhouning", ("没有改动",), never=_ACTS),
    "城建局第2项截止改到7月3日，别家不动": Case("zhouning", ("新开工建筑工程", "没有改动"), never=("3项",)),
    "第17项别让城建局报了": Case("zhouning", ("没有改动", "现在由县城建局报"), never=_ACTS),
    "1.1 1.2目标分别改成96、97": Case("xieyun", ("将设2个目标", "→96%", "→97%")),
    "领导还没签字的退回去": Case("zhouning", (), never=(_NOTHING,)),
}
# said while a draft waits: it is neither changed nor replaced
_BEHIND_A_DRAFT: Final[Mapping[str, Case]] = {
    line: Case("zhouning", (_NOTHING, "还等您回答"), before=before, never=("回“是”", "前面那份没有办"))
    for line, before in {
        "听说要催城建局": _DRAFT,
        "昨天已经催城建局了": _DRAFT,
        "昨天已经锁定半年节点了": _DRAFT,
        "等领导同意了再催城建局": _BROADCAST,
        "没让你给王敏换个绑定码": _BROADCAST,
        "要不要催一下城建局": _BROADCAST,
    }.items()
} | {"城建局不用发": Case("zhouning", ("不发给县城建局王敏", "回“是”办理"), before=_BROADCAST)}
_LEADERS: Final[Mapping[str, Case]] = {
    **_none("suntao", "不用催没报的了", "别叫李刚给我回电话", "昨天催城建局了", "跟王局长说过了吗，没让你催"),
    "麻烦跟城建局李刚说一声 别再拖了": Case("suntao", ("将以您的名义转达", "别再拖了", "回“是”办理")),
}
_REVIEWERS: Final[Mapping[str, Case]] = {
    **_none(
        "liqiang",
        "别把城建局的退了",
        "有人说要退给城建局重报",
        "我没说要让城建局补台账",
        "通知城建局补材料了吗",
        "先别全部通过",
        "不用给第二项评3分了",
        before=_LIST,
    ),
    "第一个退回 没让领导签字": Case("liqiang", ("退回“没让领导签字”",), before=_LIST),
}
_REPORTED: Final[tuple[Said, ...]] = (("wangmin", "2 98"),)
_OF_REPORTS: Final[Mapping[str, Case]] = {
    **{
        line: Case(
            speaker, (), before=_REPORTED, never=("1 是，撤回", "已登记", "已转", "1 申请延期", "已撤回")
        )
        for speaker in ("wangmin", "ligang")
        for line in (
            "没说要把覆盖率撤回",
            "听李刚说要提异议",
            "需不需要申诉",
            "王敏让你撤回吗",
            "已经转给质强办了吧",
            "听说要延期",
            "不用申请延期",
            "那不用延了，月底前肯定够",
            "王敏说要延期，我没同意",
        )
    },
    "没说要撤回，是改成99": Case("wangmin", ("不办", "由98%改为99%吗"), before=_REPORTED),
    "可以帮我撤回第2项吗": Case("wangmin", ("撤回②", "是就回1"), before=_REPORTED),
    "麻烦转告周宁一下，材料明天送": Case("wangmin", ("还没有转", "1 把这句话转给质强办"), before=_REPORTED),
    "跟质强办说过材料的事了": Case("wangmin", ("没有办",), before=_REPORTED, never=("1 把这句话",)),
    "能让小赵替我报吗": Case("wangmin", ("1 登记人员交接",), before=_REPORTED),
    "我要提异议": Case("wangmin", ("对哪一项有异议",), before=_REPORTED, never=("已登记",)),
}
_VETO: Final[tuple[Said, ...]] = (("xieyun", "登记否决 华容区某企业食品中毒，据省局通报"), ("xieyun", "是"))
_REGISTERED: Final[Mapping[str, Case]] = {
    "华容区那个事件核实了吗": Case("xieyun", ("华容区否决事件：待认定", "12月10日", "谢芸"), before=_VETO),
    "登记的那个事件认定了没有": Case("linfeng", ("华容区否决事件：待认定",), before=_VETO),
    "鄂城区那个事件核实了吗": Case("xieyun", ("鄂城区没有登记过",), before=_VETO),
}
# what means something already is no other name of a unit or of an item
_NAMES: Final[Mapping[str, Case]] = {
    "城建局现在叫没报的": Case("zhouning", ("没有改动",)),
    "“所有单位”=县城建局": Case("zhouning", ("没有改动",)),
    "大家管城建局叫我们单位": Case("zhouning", ("没有改动",)),
    "大家管城建局叫审核员": Case("zhouning", ("没有改动",)),
    "“王敏”=县旅游局": Case("zhouning", ("名册里的人", "没有改动")),
    "“没报的”=T17-H1": Case("zhouning", ("没有改动",)),
    "“明天”=T17-H1": Case("zhouning", ("没有改动",)),
    "大家管旅游局叫文旅局": Case("zhouning", ("记住了：“文旅局”＝县旅游局",), arranges=("alias",)),
    "给T17-H1加个别名叫工地覆盖": Case("zhouning", ("记住了：“工地覆盖”",), arranges=("alias",)),
}
WITHHELD_TYPED: Final[Mapping[str, Case]] = {
    **_OFFICE,
    **_BEHIND_A_DRAFT,
    **_LEADERS,
    **_REVIEWERS,
    **_OF_REPORTS,
    **_REGISTERED,
    **_NAMES,
}
