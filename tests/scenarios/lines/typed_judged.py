"""What reviewers rule by how items stand or in run-together words, points in words, and what they ask of units."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_THREE: Final[tuple[Said, ...]] = (
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "材料 1 建发〔2015〕8号"),
    ("wangmin", "2 100"),
    ("wangmin", "3 有证明材料"),
    ("liqiang", "待审"),
)
_AMENDED: Final[tuple[Said, ...]] = (("wangmin", "2 99.5"), ("wangmin", "2 100"), ("liqiang", "待审"))
_SEEN: Final[tuple[Said, ...]] = (*_THREE[:3], ("liqiang", "待审"), ("liqiang", "看 1"))
_RETURNED: Final[tuple[Said, ...]] = (*_THREE, ("liqiang", "1退回 没盖章"))
_ONE: Final[tuple[Said, ...]] = (("hujie", "鄂城区制造业合格率95.2"),)
_TOWNS: Final[tuple[Said, ...]] = (
    ("gaofei", "12 3"),
    ("gaofei", "1 2"),
    ("gaofei", "9 0"),
    ("gaofei", "10 0"),
    ("luoying", "1 1"),
    ("luoying", "2 1"),
)
_SHOT: Final[tuple[Said, ...]] = (("jiangtao", "#image"), ("jiangtao", "3"))
_SAME: Final[tuple[Said, ...]] = (
    ("songli", "材料 3 平农〔2021〕45号"),
    ("jiangtao", "材料 3 平农〔2021〕45号"),
)


def _li(*facts: str, before: tuple[Said, ...] = _THREE, never: tuple[str, ...] = ()) -> Case:
    return Case("liqiang", facts, before, never)


def _deng(*facts: str, before: tuple[Said, ...] = _ONE, never: tuple[str, ...] = ()) -> Case:
    return Case("dengkai", facts, before, never)


JUDGED_TYPED: Mapping[str, Case] = {
    # by place, run together, with a document's number or a count behind it
    "一二通过三退了没公章": _li("已处理3件：①②通过，③退回“没公章”"),
    "12通过3退了没公章": _li("①县城建局", "②县城建局", "③县城建局", "退回“没公章”", never=("⑫",)),
    "1的8号文是去年的，退": _li("①退回“8号文是去年的”", never=("⑧",)),
    "2的1张图糊了，退": _li("②退回“1张图糊了”", never=("①",)),
    # by how they stand
    "没材料的都退了": _li("②县城建局", "③县城建局", "退回“没有证明材料”", never=("①",)),
    "除了没材料的，其他都过": _li("①县城建局", "：通过", "：先不动", never=("没读进去",)),
    "除了3没附件，其他都过": _li("1 退回“没附件”", "2 请补“附件”", "同时①", "同时②"),
    "都过，除了3，3没有附件": _li("请补“附件”", "退回“没有附件”", "同时①", never=("①②退回",)),
    "没有感叹号的都过": _li("①县城建局", "：通过", never=("②",)),
    "没材料的有几个": _li("没有证明材料的待审2件", never=("退回“",)),
    # points in words, of the one that passes
    "这项可以，给两分": _li("核定2/4分", before=_SEEN, never=("：通过",)),
    "材料不全 两分吧": _li("核定2/4分", "材料不全", before=_SEEN),
    "按不全算，2分": _li("核定2/4分", before=_SEEN),
    "给个三点五吧": _li("4/2/0", "没有3.5分", before=_SEEN),
    "材料十分齐全": _li(before=_SEEN, never=("核定", "10分")),
    # another one was meant; what came of what went back
    "退错了，应该是2": _li("已撤销", "②退回“没盖章”", before=_RETURNED),
    "他们改了没有": _li("还没有重报", before=_RETURNED, never=("解锁",)),
    "行，过了，看下一个": _li("①通过", "②县城建局", before=_SEEN),
    # asked
    "这个数之前是多少": _li("上报 99.5%", "更正 100%", before=_AMENDED, never=("请补",)),
    "交了几家": _li("报了的1家", "县城建局：应报3项，报了3项"),
    "哪个单位的还没交上来": _li("还没报的", never=("您是李强",)),
    "3缺什么": _li("③县城建局", "没有证明材料"),
    "证明材料到底要哪些才算齐": _li("原文未规定", "口径"),
    "哪个区合格率最高": _deng("只有鄂城区 95.2%", "华容区", "比不了", never=("请补",)),
    "鄂城区这个比去年高还是低": _deng("2012年的数这里没有"),
    "城建局现在什么情况": _deng("没有“城建局”", "市住建委"),
    "电视台专栏上了2次 日报1次": _deng("审核员不报", never=("98.5",)),
    "质监局那件缺抽检的台账，通知他们补齐再审": _deng("请补“抽检的台账”（不退回"),
    "2的自评0.8偏高，给0.6，地理标志没做": Case(
        "baixue",
        ("将评5.2", "核定0.6/1分", "理由：地理标志没做"),
        (("songli", "4 宣贯搞了 地理标志没有 自评0.8"), ("songli", "2 没有发生"), ("baixue", "待审")),
        never=("8.4",),
    ),
    "农发局不退，只退城建局那个方案": Case(
        "liqiang",
        ("退回②要写原因",),
        (
            ("wangmin", "1 有方案并有证明材料"),
            ("heping", "1 有方案并有证明材料"),
            ("liqiang", "待审"),
        ),
        never=("已处理",),
    ),
    "交通运输局都交了啥": Case("baixue", ("报了0项", "图片1", "看图 交通运输局"), _SHOT),
    "看看交通运输局的照片": Case("baixue", ("1张图片",), _SHOT, ("还没有上报",)),
    "农业农村局45号文归到哪项了": Case("baixue", ("平农〔2021〕45号", "5.1"), _SAME),
    "两家交的文件是不是同一个": Case("baixue", ("平农〔2021〕45号", "交通运输局"), _SAME),
    "2、3统统退，都没附证明": _li("②退回“都没附证明”", "③退回", never=("①",)),
    "城建局那三个有没有问题": _li("没有要留意的", "③县城建局", never=("都过",)),
    "王敏都报了些啥": _li("报了3项"),
    "3号先压一压，等我问过领导": _li("③先不动", never=("退回",)),
    "刚才那个分给低了，改成4分": _li("核定4/4分", before=(*_THREE, ("liqiang", "评 1 2 缺检查记录"))),
    "全部撤回来": _li(
        "制定方案", "新开工", before=(*_THREE, ("liqiang", "1通过"), ("liqiang", "2退回 没附材料"))
    ),
    "我跟旅游局的陈静是夫妻": _li("1 回避县旅游局", "没有登记"),
    "把鄂城区的抽检报告要过来": _deng("请补“抽检报告”（不退回"),
    "鄂城区95.2扣两分对吧": _deng("10/10分", never=("没有记录", "给2分")),
    "让公安局再报一个典型案例": Case("baixue", ("典型案例", "已告知公安局"), kinds=("material",)),
    # two items of a unit, not all of it; names run together; no more than are counted
    "九华的事故率和死亡率都过": Case(
        "peijun", ("死亡率低于：通过", "事故率低于：通过"), _TOWNS, never=("江苏名牌", "已通过")
    ),
    "白蒲江苏名牌南通名牌通过": Case("peijun", ("江苏名牌申报数：通过", "南通名牌申报数：通过"), _TOWNS),
    "九华特种设备那两项都是零 这两个就给他过了啊": Case(
        "peijun", ("死亡率低于：通过", "事故率低于：通过"), _TOWNS, never=("江苏名牌申报数：通过",)
    ),
    "人家别的镇他们过了": Case("peijun", (), _TOWNS, never=("：通过",)),
    "两个镇的江苏名牌都过": Case(
        "peijun", ("①九华", "白蒲·江苏名牌申报数：通过"), (*_TOWNS, ("peijun", "待审")), never=("死亡率",)
    ),
    "这两个都过": _li("清单里有3件，没有处理", never=("将通过",)),
    "他俩都过": _li(before=(*_THREE, ("liqiang", "看 1")), never=("：通过", "已处理")),
    # the time said first is no part of what is ruled
    "刚才看了 1、2 ok，3不行 没章让他们补": _li("请补“章”", "同时①", "同时②", never=("①②退回",)),
    "今天1 2过 3退 没章": _li("已处理3件：①②通过，③退回“没章”"),
    "刚才1通过了": _li(never=("已处理",)),
    # the points are of the one that passes; the item that is named, of the unit that reports for itself
    "1材料齐全，通过，预评4分": _li("核定4/4分", "材料齐全", never=("是哪一项",)),
    "1材料齐全，通过，2给1分": _li("办完接着评：“2给1分”"),
    "都不是，是合格证提升行动那一项预评1分": Case("baixue", ("5.1", "核定1/1分"), _SHOT, never=("8.3",)),
    "白蒲那个江苏名牌是一个啊 让他们把证书拿来": Case(
        "peijun", ("证书（1 江苏名牌申报数）", "本件转“待补充”"), _TOWNS, kinds=("material",)
    ),
    "请问还有哪些单位的自评报告没交？": Case("baixue", ("登记已交0家", "没交：市场监督管理局"), _SHOT),
    "自评报告什么时候交": Case("baixue", ("1月17日",), _SHOT, never=("登记已交",)),
    "白蒲两项都过": Case("peijun", ("江苏名牌", "南通名牌"), _TOWNS),
    "让市质监局周五前补监督抽查台账": Case(
        "weidan", ("监督抽查台账，周五前", "期限12月9日"), kinds=("material",), never=("3个工作日",)
    ),
}
