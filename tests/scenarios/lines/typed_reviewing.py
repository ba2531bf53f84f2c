"""What reviewers type of their list: what came in when, what is ruled of it, what is lacking and wanted."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_OVER_TWO_DAYS: Final[tuple[Said, ...]] = (
    ("", "@2015-06-23 10:00"),
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "2 100"),
    ("", "@2015-06-24 10:02"),
    ("chenjing", "1 未完成"),
)


def _came(*facts: str, never: tuple[str, ...] = (), asks: bool = False) -> Case:
    return Case("liqiang", facts, _OVER_TWO_DAYS, never=never, asks=asks)


_ONLY_TODAY: Final = ("6月24日新来的待审1件", "县旅游局")

ARRIVALS_TYPED: Mapping[str, Case] = {
    "今儿有新交的没": _came(*_ONLY_TODAY, never=("县城建局",)),
    "上午谁来报了": _came(*_ONLY_TODAY, never=("县城建局",)),
    "刚刚又收到啥了": _came(*_ONLY_TODAY, never=("县城建局",)),
    "24号报上来的": _came(*_ONLY_TODAY, never=("县城建局",)),
    "先看今天来的，旧的不管": _came(*_ONLY_TODAY, never=("县城建局",)),
    "昨天到现在来了几件": _came("6月23日以来新来的待审3件"),
    "昨天有谁交了": _came("6月23日新来的待审2件", never=("县旅游局",)),
    "这周来了多少": _came("本周新来的待审3件"),
    "22号来的": _came("6月22日新来的", "没有待审的件", "全部待审的有3件"),
    "今天没交的有谁": _came("还没报的", never=("新来的",)),
    "今天我要审哪些": _came("待审3件"),
    "旅游局和城建局都报了没": _came("县旅游局由您审的3项，报了1项", "县城建局由您审的3项，报了2项"),
    "今天报的都过": _came("③县旅游局", "通过", never=("①", "②"), asks=True),
    "昨天报的都过": _came("①县城建局", "②县城建局", never=("③",), asks=True),
    "昨天报的退了，没盖章": _came("①", "②", "退回“没盖章”", never=("③",), asks=True),
    "昨天城建局交的覆盖率那个过": _came("②县城建局", never=("①", "③"), asks=True),
    "今天来的先放着": _came("③先不动", never=("①", "②")),
    "前天报的都过": _came("没有办理", never=("回“是”",)),
    "有没有刚报的要我看": _came(*_ONLY_TODAY, never=("县城建局",)),
    "还得审几个才算完": _came("待审3件"),
    "单子拿来我瞅一眼": _came("待审"),
    "数数没批的": _came("待审"),
    "看一下24号当天提交的": _came(*_ONLY_TODAY, never=("县城建局",)),
    "前天的不用看，光看今天报的": _came(*_ONLY_TODAY, never=("县城建局",)),
    "昨天到今早又报上来几件": _came("6月23日以来新来的待审3件"),
    "新增的": _came(*_ONLY_TODAY, never=("县城建局",)),
    "旅游局是不是报了": _came("县旅游局由您审的3项，报了1项", never=("回“是”",)),
    "旅游局那边我还有几件没审": _came("县旅游局待审1件", never=("县城建局", "退回“")),
    "我还欠几件": _came("待审3件"),
    "我这儿有几样要我处理的来着": _came("待审3件"),
    "我审完的有几件": _came("您已审0件"),
}

_HANDED_IN: Final[tuple[Said, ...]] = (
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "材料 1 建发〔2015〕8号"),
    ("wangmin", "2 100"),
)
_SEEN: Final[tuple[Said, ...]] = (*_HANDED_IN, ("liqiang", "待审"), ("liqiang", "看 1"))
_TOWNS: Final[tuple[Said, ...]] = (("gaofei", "1 100"), ("luoying", "1 100"), ("peijun", "待审"))
_DISTRICT: Final[tuple[Said, ...]] = (("hujie", "鄂城区制造业合格率95.2"),)
_T18_LEFT: Final = "T18-H1 采取措施提高工程质量整体水平：还没有上报"


def _seen(*facts: str, never: tuple[str, ...] = (), asks: bool = False) -> Case:
    return Case("liqiang", facts, _SEEN, never=never, asks=asks)


def _towns(*facts: str, never: tuple[str, ...] = ()) -> Case:
    return Case("peijun", facts, _TOWNS, never=never, asks=True)


SO_MANY_TYPED: Mapping[str, Case] = {
    "城建局那三个没毛病": _seen("①", "②", _T18_LEFT, asks=True),
    "城建的一二三项通过": _seen("①", "②", _T18_LEFT, never=("没读进去",), asks=True),
    "城建局前两个过": _seen("①", "②", never=("没读进去", "T18-H1"), asks=True),
    "这仨都没毛病，过": _seen("①", "②", _T18_LEFT, asks=True),
    "1退回，缺3个附件": _seen("①退回“缺3个附件”", never=("T18-H1",)),
    "城建局先别都过": _seen("先不动", never=("通过⚠",)),
    "都过，白蒲那个除外，回头再看": _towns("①九华", "②白蒲·江苏名牌申报数：先不动", never=("没读进去",)),
    "白蒲除外都过": _towns("①九华·江苏名牌申报数：通过", "②白蒲·江苏名牌申报数：先不动"),
    "白蒲以外的都过": _towns("①九华·江苏名牌申报数：通过", never=("②",)),
    "都可以，除了覆盖率那个": _seen("①", "②县城建局·新开工建筑工程质量监督覆盖…：先不动", asks=True),
    "城建局报的那俩过": _seen("①", "②", never=("T18-H1",), asks=True),
    "同意城建局上报的三项": _seen("①", "②", _T18_LEFT, asks=True),
    "先退回吧等他改了再说": _seen("要写原因", asks=True),
    "不认这个数，退回": _seen("①退回“不认这个数”"),
    "打回让他重新整": _seen("要写原因", asks=True),
    "打回让王敏重新弄": _seen("要写原因", asks=True),
    "城建局的都给过了吧": _seen("①", "②", _T18_LEFT, asks=True),
    "城建局的1、2、3都过": _seen("①", "②", _T18_LEFT, asks=True),
    "城建局那三个啊我看过了都行，一块儿过": _seen("①", "②", _T18_LEFT, never=("没读进去",), asks=True),
    "城建局除了覆盖率都过": _seen("①", never=("②", "没读进去", "T18-H1"), asks=True),
    "不行，返回去": _seen("要写原因", asks=True),
    "返回去，没盖章": _seen("①退回“没盖章”"),
    "123都过": _seen("已处理2件：①②通过", "③不在清单里"),
    "城建局123都过": _seen("①", "②", _T18_LEFT, asks=True),
    "返回清单": _seen("待审2件"),
    "我想退回这一件，咋弄": _seen("①", "退回（原因接着问）", never=("我想",), asks=True),
}
POINTS_TYPED: Mapping[str, Case] = {
    "四分": _seen("4/4分，与上报一致", "①通过"),
    "按他报的算": _seen("①通过"),
    "不能按他报的算": _seen("没有办理", never=("已处理",)),
    "按他报的算是几分": _seen("暂得4/4分", never=("已处理",)),
    "同意4分": _seen("4/4分，与上报一致"),
    "给4分吧，没啥毛病": _seen("4/4分，与上报一致", never=("办完接着评",)),
    "材料齐，4分没问题": _seen(
        "①县城建局·制定方案，强化工程质量执法…：通过", never=("办完接着评",), asks=True
    ),
    "材料不齐，2分": _seen("核定2/4分", "理由：材料不齐", asks=True),
    "给2分，其他没啥问题": _seen("核定2/4分", "评分要写理由", never=("通过",), asks=True),
    "给2分，其他都过": _seen("②", "通过", "办完接着评：“给2分”", never=("①",), asks=True),
    "评分：4": _seen("4/4分，与上报一致"),
    "满分吧给他": _seen("4/4分，与上报一致"),
    "嗯可以给个四分": _seen("4/4分，与上报一致", never=("理由",)),
    "4分多了2分少了，就3分": _seen("细则只有4/2/0这几档", never=("退回“",), asks=True),
    "折中一下记3": _seen("细则只有4/2/0这几档"),
    "我想给三分行不行": _seen("有方案并有证明材料得4分，证明材料不全得2分", never=("已处理",)),
    "得分4": _seen("4/4分，与上报一致"),
    "我看值3分": _seen("细则只有4/2/0这几档"),
    "折中给3": _seen("细则只有4/2/0这几档"),
    "给3分行不行": _seen("有方案并有证明材料得4分，证明材料不全得2分", never=("已处理",)),
    "扣他2分，缺检查记录": _seen("核定2/4分", "理由：缺检查记录", asks=True),
    "1号给4分，2号给0分": _seen("①县城建局", "：通过", "办完接着评：“2号给0分”", asks=True),
    "4": _seen("清单里有2件，没有“4”", "1 给①4分", asks=True),
    "2": _seen("②"),
}
WANTED_TYPED: Mapping[str, Case] = {
    said: Case("dengkai", (f"请补“{what}”",), _DISTRICT, asks=True)
    for said, what in {
        "抽检台账没有，找质监局要": "抽检台账",
        "质监局还差抽检台账，催他们补一份": "抽检台账",
        "缺台账，补": "台账",
        "再要一份检验报告": "检验报告",
        "跟胡杰要一份抽样单": "抽样单",
        "1 补充材料 抽检台账": "抽检台账",
        "让他们把抽检台账也传上来": "抽检台账",
        "补个台账再说": "台账",
        "跟他们说补个抽样记录": "抽样记录",
        "请补充：抽检台账、检验报告": "抽检台账、检验报告",
        "先别退，等质监局补了抽检台账再说": "抽检台账",
        "先不退，让质监局把抽检台账补过来": "抽检台账",
        "质监局的抽检台账呢，让他们交上来": "抽检台账",
        "鄂城区这个95.2没附台账，跟胡杰说补一个": "台账",
        "检验报告没交，叫质监局补一下": "检验报告",
        "光有个数不够，检验报告得给我": "检验报告",
        "质监局那件要补材料：抽样单": "抽样单",
        "通知质监局补上来": "证明材料",
        "鄂城没交材料，让他们补": "证明材料",
    }.items()
} | {
    "叫质监局把抽检台账补上来": Case(
        "dengkai", ("补充材料请求（第1号）：抽检台账",), _DISTRICT, kinds=("material",)
    ),
    "缺台账，退回": Case("dengkai", ("退回“缺台账”",), _DISTRICT, asks=True),
    "没有问题，不用补": Case("dengkai", (), _DISTRICT, never=("请补",), asks=True),
    "还要多少天": Case("dengkai", ("时限",), _DISTRICT, never=("请补",)),
}
_CASES: Final[tuple[Said, ...]] = (("wanpeng", "材料 1 打假案例"), ("wanpeng", "材料 1 护企案例"))
CHECKED_TYPED: Mapping[str, Case] = {
    "公安局案例数量达标没": Case("baixue", ("公安局：识别到典型案例2个",), _CASES),
    "公安局还差几个案列": Case("baixue", ("公安局：识别到典型案例2个",), _CASES),
    "万鹏交了几个案例": Case("baixue", ("公安局：识别到典型案例2个",), _CASES, never=("住房",)),
    "农业局和市场监管局是不是交的同一个通知": Case("baixue", ("没有交重的文件",)),
    "有图没说明的全给退了": Case("baixue", ("1 全部补说明",)),
    "第9项是哪个指标": Case("liqiang", ("T09-H1",), _HANDED_IN),
}
