"""What reviewers rule in sentences of their own: by name, all but one, the reason before or behind, with talk around it."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said
from tests.scenarios.lines.typed_reviewers import HANDED_IN, LISTED, SEEN, li

_W: Final = "wangmin"
_ASKED: Final = "是不是这样处理"
_RATES: Final[tuple[Said, ...]] = (
    ("xuna", "万人发明专利拥有量12.5"),
    ("wulin", "19.1 95"),
    ("wulin", "19.2 91.5"),
    ("hetao", "待审"),
)
_DISTRICTS: Final[tuple[Said, ...]] = (
    ("hujie", "制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区96"),
    ("dengkai", "待审"),
)
_TOWNS: Final[tuple[Said, ...]] = (
    ("gaofei", "1 2"),
    ("gaofei", "12 4"),
    ("luoying", "1 1"),
    ("peijun", "待审"),
)


def _he(*facts: str, never: tuple[str, ...] = ()) -> Case:
    return Case("hetao", facts, _RATES, never)


_TWO_BUREAUS: Final[tuple[Said, ...]] = (("hujie", "鄂城区 96.2"), ("tangli", "鄂城区 97.1"))
_ONE: Final[tuple[Said, ...]] = ((_W, "2 100"), ("liqiang", "待审"))


def _deng(*facts: str, never: tuple[str, ...] = ()) -> Case:
    return Case("dengkai", facts, _TWO_BUREAUS, never)


_FIVE: Final[tuple[Said, ...]] = (
    ("gaofei", "江苏名牌 2"),
    ("gaofei", "省抽95 市抽94"),
    ("luoying", "江苏名牌 1"),
    ("luoying", "6 88"),
    ("luoying", "省抽96.5"),
)


def _pei(*facts: str, never: tuple[str, ...] = (), listed: bool = False) -> Case:
    return Case("peijun", facts, (*_FIVE, ("peijun", "待审")) if listed else _FIVE, never)


RULINGS_TYPED: Mapping[str, Case] = {
    "江苏名牌要附证书复印件，两个镇都退回": _pei(
        "①九华·江苏名牌申报数：退回“要附证书复印件”", "④白蒲·江苏名牌申报数：退回", never=("②", "⑤", "⑥")
    ),
    "九华名牌那个没问题，省抽也可以": _pei("①九华", "②九华", never=("⑥白蒲",)),
    "省抽95通过，市抽94这个让他补一下市局的通报": _pei(
        "②九华", "：通过", "③九华", "请补“市局的通报”（不退回"
    ),
    "白蒲国抽88不达标，让他们说明原因再报": _pei(
        "⑤白蒲", "：退回“国抽88不达标，让他们说明原因再报”", never=("④", "⑥")
    ),
    "省抽95省抽96.5都OK": _pei("②九华", "⑥白蒲", never=("①", "③", "④", "⑤")),
    "8号通过": _pei("⑧不在清单里（共6件），没有处理", never=(_ASKED,), listed=True),
    "一二过三四退 没章": _pei("①②通过", "③退回“没章”", "④退回“没章”", listed=True),
    "1、2对的，3缺材料退回": _pei(
        "①九华", "②九华", "③九华·制造业产品市级监督抽查合格…：退回“缺材料”", listed=True
    ),
    "鄂城区没问题，华容区退回让他再核实一下": Case(
        "dengkai",
        ("鄂城区·制造业产品质量合格率：通过", "华容区·制造业产品质量合格率：退回“让他再核实一下”"),
        _DISTRICTS,
    ),
    "梁子湖区的不退了": Case(
        "dengkai",
        ("已撤销", "回到待审"),
        (*_DISTRICTS, ("dengkai", "梁子湖区退回 数不对"), ("dengkai", "是")),
    ),
    "刚才手快了，省抽那个不该过，撤回来": Case(
        "peijun", ("已撤销", "省级监督抽查"), (*_FIVE, ("peijun", "待审"), ("peijun", "2通过"))
    ),
    "城建局过，旅游局给2分，标准没附": li(
        "县城建局·新开工",
        "办完接着评：“旅游局给2分，标准没附”",
        before=(*_ONE[:1], ("chenjing", "1 完成任务并有证明材料")),
    ),
    "17那个93.1是全年还是前三季度的数？问一下吴琳": Case(
        "hetao",
        ("说明：17那个93.1是全年还是前三季度的数", "不算退回"),
        (("wulin", "19.2 93.1"),),
        kinds=("material",),
    ),
    "白蒲那个96.5我记得通报上写的是79 让罗莹核实一下": _pei("⑥白蒲", "让罗莹核实一下", never=("④", "⑤")),
    "规划这项的扣分标准是什么": Case("dengkai", ("4.1 质量发展规划制定与实施",)),
    "潘慧报的我来审合适吗 我们一个处室的": Case("weidan", ("按人回避", "我回避")),
    "旅游局那个先给3分，诚信标准还没出来": li("T10-H1", "没有3分，没有记录"),
    "国抽88？目标是90，退回让他报清单": _pei("⑤白蒲·制造业产品国家监督", never=("①", "②", "③", "④", "⑥")),
    "白蒲那边88是怎么算出来的，叫他们写个说明": _pei(
        "⑤白蒲", "请补“88是怎么算出来的，写个说明”", never=("④", "⑥")
    ),
    "白蒲的三个里头国抽退回 低于目标，另外两个过": _pei(
        "⑤白蒲·制造业产品国家监督抽查合格…：退回“低于目标”", never=("⑤通过",)
    ),
    "九华的全过": _pei("将通过3件", "⚠没有证明材料", "回“是”"),
    "1 过，2退，理由是方案没盖章": li("①通过", "②不在清单里", never=("退回“",), before=_ONE),
    "唐莉报的鄂城区97.1没问题，通过": _deng("1.2 食品、药品", "不由您单位考核", never=(_ASKED, "1.1")),
    "胡杰报的鄂城区96.2没问题，通过": _deng(_ASKED, "①市质监局·鄂城区·制造业"),
    "鄂城区95.1没问题，过": _deng("95.1对不上", "没有处理", never=(_ASKED,)),
    "刚才点错了 应该退回 没有台账": li("已撤销", "①退回“没有台账”", before=(*_ONE, ("liqiang", "1 通过"))),
    "不对刚才那个我点错了，应该退回": li("已撤销", "退回①要写原因", before=(*_ONE, ("liqiang", "1 通过"))),
    "科技局的数据来源是哪里？让许娜说明一下": Case(
        "hetao", ("说明：科技局的数据来源", "不算退回"), (("xuna", "1 13.2"),), kinds=("material",)
    ),
    "安监局的材料发我看下": Case("qianwei", ("还没有交过材料",)),
    "名牌数要什么证明材料": Case("peijun", ("江苏名牌申报数", "原文未规定")),
    "1过，其他退": li("①通过", "没有其他待审的", never=("退回",), before=_ONE),
    "先别过 让王敏把台账补上来": li("台账", "不算退回", before=_ONE, kinds=("material",)),
    "专利那个看了，属实": Case("hetao", (_ASKED, "万人发明专利", "：通过"), (("xuna", "1 13.2"),)),
    "白蒲国抽合格率怎么才88，退回让他们核一下": Case(
        "peijun", (_ASKED, "退回“", "才88"), (("luoying", "6 88"),)
    ),
    "看了，没啥问题，给他过吧": li("①通过", before=SEEN),
    "数对得上 准了": li("①通过", before=SEEN),
    "这个可以": li(_ASKED, "：通过", before=SEEN),
    "先过了吧 回头再补材料": li(_ASKED, "没读进去的：“回头再补材料”", before=SEEN),
    "前两个过": li("①②通过"),
    "后面两个都行 过": li("②③通过"),
    "除了旅游局的都通过": li(_ASKED, "①县城建局", never=("旅游",)),
    "最后一个不过 其他都过": li(_ASKED, "退回（原因接着问）"),
    "第三个退，没材料，其余通过": li(_ASKED, "退回“没材料”"),
    "覆盖率那个过，方案那个先放放": li("③通过", "①先不动"),
    "没盖章，退回": li("①退回“没盖章”", before=SEEN),
    "不行啊，没盖章，让他们重新弄": li("①退回“没盖章”", before=SEEN),
    "2的图糊了 退给他": li("②退回“图糊了”"),
    "退二 没附件": li("②退回“没附件”"),
    "证明材料一个都没有怎么过 退回": li("①退回“证明材料一个都没有”", before=SEEN),
    "重报": li("要写原因", before=SEEN),
    **{
        text: li(never=("已处理", _ASKED), before=SEEN)
        for text in ("通过了吗", "过不过", "别批", "材料齐了再过", "等李强同意", "没达标", "过两天再看")
    },
    "暂不通过": li("先不动", before=SEEN),
    "1有问题 2没问题": li(_ASKED, "①县城建局·制定方案，强化工程质量执法…：先不动"),
    "通过微信发给他": li(never=("已处理", _ASKED), before=SEEN),
    "我没通过啊": li(never=("已处理", _ASKED), before=SEEN),
    "满分多少": li(never=("已处理", _ASKED), before=SEEN),
    "三个都过了吧": li("将通过3件"),
    "1 2 都ok 3有问题 打回": li(_ASKED, "①县城建局", "②", "退回“有问题”"),
    "这俩过，那个旅游的再等等": li(_ASKED, "②县旅游局·出台旅游行业质量诚信建设推…：先不动"),
    "王敏报的那个过": li(_ASKED, "①县城建局", "③县城建局", never=("旅游",)),
    "剩下的也过了吧": li("③通过", before=(*LISTED, ("liqiang", "1、2通过"))),
    "其他的先放着，把覆盖率批了": li(_ASKED, "③县城建局", "：通过", "②", "先不动"),
    "上一个": li("前面没有待审的件了", before=(*LISTED, ("liqiang", "1通过"))),
    "方案没问题，覆盖率存疑先别过": li(_ASKED, "①", "：通过", "③", "先不动"),
    "方案过吧虽然没盖章 覆盖率退 没台账": li(never=("1、3通过", "已处理")),
    "退给城建局，附件是空白的": li("①退回“附件是空白的”", never=("③",), before=SEEN),
    "给王敏说 数报错了 退": li("①退回“数报错了”", never=("③",), before=SEEN),
    "一号过 二号退 三号等等\n二号是因为没文号": li("①通过，②退回“没文号”", "③先不动"),
    "全退": li(_ASKED, "①", "②", "③"),
    "省抽的通过": _he("③通过"),
    "国抽的过 省抽退 没附检验报告": _he("②通过", "③退回“没附检验报告”"),
    "合格率两个都通过，专利那个等等": _he(_ASKED, "先不动"),
    "专利不行 退回去让他重新算": _he("要写原因"),
    "华容的退回 数字跟检验所的不一样": Case("dengkai", ("退回“数字跟检验所的不一样”",), _DISTRICTS),
    "梁子湖的先别过": Case("dengkai", ("先不动",), _DISTRICTS),
    "华容93.5跟通报对不上，退回去让他们核实": Case(
        "dengkai", ("①退回“93.5跟通报对不上，让他们核实”",), _DISTRICTS
    ),
    "下午统一审，先不动": Case("dengkai", ("没有处理", "还在待审里"), _DISTRICTS),
    "通过 1.1 鄂城区": Case("dengkai", ("已处理1件：③通过",), _DISTRICTS),
    "鄂城95.2过 华容93.5没达标 退": Case("dengkai", ("③通过，①退回“93.5没达标”",), _DISTRICTS),
    "三个区的制造业都过 就华容先等等": Case("dengkai", (_ASKED, "先不动"), _DISTRICTS, ("、2、3通过",)),
    "三个区都过": Case("dengkai", (_ASKED, "鄂城区", "华容区", "梁子湖区"), _DISTRICTS),
    "九华江苏名牌不认，证书过期": Case("peijun", ("①退回“证书过期”",), _TOWNS),
    "2 通过": li("还没看过清单", "②", before=HANDED_IN),
    "九华过 白蒲退 数不对": Case("peijun", (_ASKED, "九华", "退回“数不对”"), _TOWNS),
}
"""None of them is a report."""

_SECOND: Final[tuple[Said, ...]] = (*LISTED, ("liqiang", "看 2"))
_RETURNED: Final[tuple[Said, ...]] = (*SEEN, ("liqiang", "退回 没有原始记录"))
REVIEWERS_ASK: Mapping[str, Case] = {
    "附材料没": li("②", "证明材料0件", before=_SECOND),
    "哪些没材料": li("没有证明材料的待审2件"),
    "这数谁报的 什么时候": li("王敏 上报", before=SEEN),
    "打几分合适": li("评分标准", "评 1 分数 理由", before=SEEN),
    "这项去年是多少": li("比不了", before=SEEN),
    "为什么标红": li("②", "没有证明材料", before=_SECOND),
    "这个数和材料对得上吗": li("机器人不核对", before=SEEN),
    "我能改他的数吗": li("审核员不能改", before=SEEN),
    "钱伟审到哪了": li("钱伟已审0件"),
    "上次退的改了没有": li("还没有重报", before=_RETURNED),
    "水利局那个打几分合适": Case("baixue", ("1.6", "评分标准")),
    "公安局有几项要我打": Case("baixue", ("公安局由您评的2项", "8.3", "11.2")),
    "市农业局的报了吗": Case("weidan", ("报了0项",)),
}
_PASSED: Final[tuple[Said, ...]] = (*LISTED, ("liqiang", "1、2通过"))
REVIEWERS_UNDO: Mapping[str, Case] = {
    "退错了 不是这家": li("已撤销：", before=_RETURNED),
    "1过错了": li("已撤销：制定方案", never=("旅游",), before=_PASSED),
    "2不该过 重新审": li("已撤销：出台旅游", never=("方案",), before=_PASSED),
    "刚才城建局那个收回来": li("已撤销：制定方案", never=("旅游",), before=_PASSED),
    "退回到待审": li("已撤销：", before=_PASSED),
    "昨天那个过错了": li("撤不了", "解锁", before=_PASSED),
}
REVIEWERS_MARK: Mapping[str, Case] = {
    "公安局的典型案例我给满分": Case("baixue", ("是哪一项", "8.3", "11.2"), never=("8.4",)),
    "刚才那个打错了 改成0.6": Case(
        "baixue", ("核定0.6/1",), (("baixue", "农业农村局第3项给0.8"), ("baixue", "3")), never=("0.8",)
    ),
    "昆仑行动那项 4分 做得不错": Case("baixue", ("8.3", "核定4/4", "做得不错")),
    "材料不全，按2分算": li("核定2/4", "理由：材料不全", before=SEEN),
    "扣7分": Case("baixue", ("给哪一项", "没有记录")),
    "这个扣7分": li("扣不了7分", before=SEEN),
    "给个2分吧 写得不错": li("核定2/4", "写得不错", before=SEEN),
    "旅游局那个给一半分 没有证明材料": li("T10-H1", "核定2/4", "没有证明材料"),
    "三个县区5.2都给满": Case("weidan", ("雁江区·核定3/3", "安岳县·核定3/3", "乐至县·核定3/3", "理由")),
    "农业的5.1到5.3都给满": Case("baixue", ("说的有3项", "没有记录")),
    "农业农村局那几项我都给满分": Case("baixue", ("逐项", "没有记录")),
    "省抽的给0.5分": _he("算出来就是0.5分", "3通过"),
}
_AWAY: Final[tuple[Said, ...]] = ((_W, "覆盖率100%"), ("chenjing", "1 齐全"), ("qianwei", "待审"))


def _qian(*facts: str, kinds: tuple[str, ...] = (), before: tuple[Said, ...] = _AWAY) -> Case:
    return Case("qianwei", facts, before, kinds=kinds)


REVIEWERS_AWAY: Mapping[str, Case] = {
    "我明天到28号去省里培训，活儿让李强顶一下": _qian("李强，6月25日–6月28日", kinds=("substitute",)),
    "6月25到30号让李强代我审": _qian("6月25日–6月30日", kinds=("substitute",)),
    "下周一周二李强替我": _qian("6月29日–6月30日", kinds=("substitute",)),
    "7月1号起李强替我审": _qian("到哪天为止", "没有登记"),
    "7月7号": _qian(
        "7月1日–7月7日", kinds=("substitute",), before=(*_AWAY, ("qianwei", "7月1号起李强替我审"))
    ),
    "李强明天开始替我一周": _qian("6月25日–7月1日", kinds=("substitute",)),
    "我休年假10天 李强代": _qian("10天是从哪天起", "没有登记"),
    "我跟陈静是两口子，旅游局的我审合适吗": _qian("1 回避县旅游局", "没有登记"),
    "我是旅游局出来的 旅游局的件别给我了": _qian("已登记回避", "县旅游局", kinds=("recusal",)),
    "城建局联系人谁啊": _qian("王敏", "名册由领导和质强办看"),
    "我回来了 不用李强替了": _qian("照常审", "没有改动"),
    "城建局的让李强审": _qian("1 只县城建局", "2 全部", "没有登记"),
}
