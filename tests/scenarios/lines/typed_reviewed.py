"""What reviewers type of what is decided already: its story, taking it back, unlocking it; and of awards and events."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_AMENDED: Final[tuple[Said, ...]] = (
    ("wangmin", "2 99.5"),
    ("", "@2015-06-24 10:15"),
    ("wangmin", "2 100"),
    ("liqiang", "待审"),
)
_PASSED: Final[tuple[Said, ...]] = (
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "材料 1 建发〔2015〕8号"),
    ("wangmin", "2 100"),
    ("wangmin", "3 有证明材料"),
    ("liqiang", "待审"),
    ("liqiang", "1通过"),
)
_WAITING: Final[tuple[Said, ...]] = (*_PASSED[:3], _PASSED[4])
_RETURNED: Final[tuple[Said, ...]] = (*_WAITING, ("liqiang", "1退回 没盖章"))
_STORY: Final = ("上报 99.5%", "更正 100%", "校验：完整")
_TOWNS: Final[tuple[Said, ...]] = (("gaofei", "1 2"), ("gaofei", "12 3"), ("peijun", "待审"))
_PAPERS: Final[tuple[Said, ...]] = (("songli", "材料 3 平农〔2021〕45号"), ("wanpeng", "材料 1 打假案例"))
_DISTRICTS: Final[tuple[Said, ...]] = (
    ("hujie", "制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区80"),
    ("dengkai", "待审"),
)
_PATENTS: Final[tuple[Said, ...]] = (("xuna", "1 8"), ("hetao", "待审"))
_TWO_DRAFTED: Final = (
    ("panhui", "雁江96.1 安岳95.3 乐至94"),
    ("weidan", "待审"),
    ("weidan", "雁江可以"),
    ("weidan", "安岳的也过"),
)
_WONDERED: Final = ("没有登记", "T16-H1", "1 登记解锁申请")
_UNLOCK: Final = ("已登记解锁申请", "T16-H1")
_SPREAD: Final[tuple[Said, ...]] = (("wulin", "B 质量工作创新在全市推广的项数 1"), ("wulin", "1"))

REVIEWED_TYPED: Mapping[str, Case] = {
    # who changed it
    "这数前后不一样啊 谁给改的": Case("liqiang", _STORY, _AMENDED),
    "看一下2的更正历史": Case("liqiang", _STORY, _AMENDED),
    "城建局这数前后变过没": Case("liqiang", _STORY, _AMENDED),
    "2的数变了 让他说明为什么更正": Case(
        "liqiang", ("说明：为什么更正", "T17-H1", "不算退回"), _AMENDED, kinds=("material",), never=_STORY
    ),
    # of what was sent back or passed today: by when it is to come again, another reason, a table
    "退回的那件最晚什么时候补回来": Case("liqiang", ("没盖章", "原文未规定", "6月30日18:00"), _RETURNED),
    "退回的补回来没有": Case("liqiang", ("没盖章", "还没有重报"), _RETURNED, never=("原文未规定",)),
    "退回理由写错了，改成缺盖章页": Case("liqiang", ("已撤销", "①退回“缺盖章页”"), _RETURNED),
    "把今天审的导个表给我": Case("liqiang", ("审过1件", "通过", "没有表可以导出"), _PASSED),
    # a document named by its number is where it lies, and no place of the list
    "城建那边的8号文是去年的，退": Case(
        "liqiang", ("是不是这样处理", "①县城建局", "“8号文是去年的”"), _WAITING, never=("②",)
    ),
    "8号文没盖章，退": Case("liqiang", ("①县城建局", "“8号文没盖章”"), _WAITING, never=("⑧", "②")),
    "城建那边的18号文是去年的，退": Case(
        "liqiang", ("县城建局没有交过这个号的文件", "没有处理"), _WAITING, never=("⑱", "是不是这样处理")
    ),
    "18号文是去年的，退": Case("liqiang", ("没有交过这个号的文件", "没有处理"), _WAITING, never=("⑱",)),
    "城建局没有18号文，退": Case("liqiang", ("是不是这样处理", "退回“没有18号文”"), _WAITING),
    "农业那边的45号文是去年的，退": Case(
        "baixue", ("5.1", "没有可退的", "让农业农村局补 45号文"), (("songli", "材料 3 平农〔2021〕45号"),)
    ),
    # what was handed in for which item, and more of an item that does not wait
    "农业农村局的材料交到哪一步了": Case(
        "baixue", ("5.1", "平农〔2021〕45号", "没有材料的9项"), (("songli", "材料 3 平农〔2021〕45号"),)
    ),
    "合格证那份光有文件 让农业农村局再补几张现场照片": Case(
        "baixue", ("几张现场照片（5.1",), (("songli", "材料 3 平农〔2021〕45号"),), kinds=("material",)
    ),
    # taken back
    "①我还没看完呢就给过了 收回来吧": Case("liqiang", ("已撤销", "回到待审"), _PASSED),
    "刚刚那条审批点岔了 麻烦恢复成待审": Case("liqiang", ("已撤销", "回到待审"), _PASSED),
    "那个刚才那个一啊，点错啦，给我撤咯": Case("liqiang", ("已撤销", "回到待审"), _PASSED),
    "上一个操作作废": Case("liqiang", ("已撤销", "回到待审"), _PASSED),
    "二点错了 撤": Case("liqiang", ("没有办理",), _PASSED, never=("已撤销",)),
    "刚才那下不算 恢复": Case("liqiang", ("已撤销", "回到待审"), _PASSED),
    "99.5那次是谁报的": Case("liqiang", _STORY, _AMENDED),
    # not one's own to judge, and how much was judged
    "城建局是我老东家 这批我审不了": Case("liqiang", ("已登记回避", "县城建局"), _PASSED, kinds=("recusal",)),
    "汇总一下我审批的情况": Case("liqiang", ("您已审1件",), _PASSED),
    # what is left out of a draft, the next one, a bare 可以 behind an act
    "不对 乐至的我还没看": Case("weidan", ("雁江区", "安岳县", "先不动", "回“是”"), _TWO_DRAFTED),
    "不对 安岳的我还没看": Case("weidan", ("③市质监局·雁江区", "先不动", "回“是”"), _TWO_DRAFTED),
    "那下面呢": Case("liqiang", (), (*_PASSED[:-1], ("liqiang", "看1")), never=("退回“",)),
    "2退回可以，缺章": Case("liqiang", ("退回“缺章”",), _PASSED[:-1]),
    "2退回可以吗": Case("liqiang", (), _PASSED[:-1], never=("已处理",)),
    # unlocked
    "麻烦把执法检查退回到可以编辑的状态 城建局要补页": Case("liqiang", _UNLOCK, _PASSED, kinds=("unlock",)),
    "开下锁 城建的执法检查": Case("liqiang", _UNLOCK, _PASSED, kinds=("unlock",)),
    "把①给城建局解一下 王敏说要换附件": Case("liqiang", _UNLOCK, _PASSED, kinds=("unlock",)),
    "王敏那边执法检查漏了一页 你给他把口子开开": Case("liqiang", _UNLOCK, _PASSED, kinds=("unlock",)),
    "通过了的那个还能再让城建改不 他们说少个章": Case("liqiang", _WONDERED, _PASSED, kinds=()),
    "通过了的还能让他们改吗 城建局有个附件传错了": Case("liqiang", _WONDERED, _PASSED, kinds=()),
    "登记解锁申请：通过了的还能让他们改吗 城建局有个附件传错了": Case(
        "liqiang", _UNLOCK, _PASSED, kinds=("unlock",)
    ),
    "通过了的还能改吗": Case("liqiang", ("撤销", "打开一下"), _PASSED, never=("已登记",)),
    "城建局的附件打不开": Case("liqiang", ("没有证明材料",), _PASSED, never=("解锁申请",)),
    # what is complete
    "缺到什么程度给2分 有个杠杠没": Case("liqiang", ("没有另下定义", "口径"), _PASSED),
    "请教一下，“材料不全得2分”的“不全”按什么掌握": Case("liqiang", ("没有另下定义", "口径"), _PASSED),
    # several in one breath
    "一 过 二 过 三 打回去 没盖章": Case("liqiang", ("①②通过，③退回“没盖章”",), _PASSED[:-1]),
    "除了3没盖章退回去 其他的都给过": Case("liqiang", ("退回“没盖章”", "①", "②", "回“是”"), _PASSED[:-1]),
    "除了3，其他都退回": Case("liqiang", ("先不动", "回“是”"), _PASSED[:-1]),
    # awards
    "詹天佑 示范区 中质奖提名 全国推广 各一个，加分": Case(
        "hetao", ("合计5.5分，超过上限，按5分计", "1项×2分"), _SPREAD, kinds=("bonus",)
    ),
    "鲁班奖2个 詹天佑1个 全国推广1项 一并加上 这样是不是封顶了": Case(
        "hetao", ("合计4.5分", "2项×0.5分"), _SPREAD, kinds=("bonus",)
    ),
    "省长质量奖拿了一个 加1分": Case("hetao", ("没有“省长质量奖”", "还没有记录"), _SPREAD, kinds=()),
    "加1分 拿了江苏省质量奖": Case("hetao", ("1 获江苏省质量奖数",), _SPREAD, never=("没有“",)),
    # events
    "刚看焦点访谈 梁子湖的黑作坊豆腐被点名了": Case("dengkai", ("疑似否决事件", "梁子湖区"), kinds=("veto",)),
    "反映个情况：鄂城区某饮料厂添加剂超标，被新华社报道": Case(
        "dengkai", ("疑似否决事件", "鄂城区"), kinds=("veto",)
    ),
    "梁子湖区食品上的事中央台播了 这个要不要一票否决啊": Case(
        "dengkai", ("还没有登记", "1 登记为疑似否决事件")
    ),
    "央视曝光了扣多少分": Case("dengkai", ("只是查规定，没有登记",)),
    # what waits still is not unlocked, and another item is not taken for it
    "覆盖率那项给他们放开": Case("liqiang", ("T17-H1", "没有登记"), _PASSED, never=("T16-H1",)),
    "不对 那个先别通过": Case("liqiang", ("已撤销", "回到待审"), _PASSED),
    "城建局报的全部通过": Case("liqiang", ("⚠没有证明材料", "回“是”通过"), _WAITING),
    # what is lacking is asked for before anything goes back
    "九华体系认证要证书复印件": Case("peijun", ("②", "请补“证书复印件”", "回“是”"), _TOWNS),
    "农业农村局的图看不清": Case("baixue", ("1 让农业农村局补5.1 清楚的图",), _PAPERS),
    "公安局差两个案例，通知他们": Case("baixue", ("1 让公安局补8.3 两个案例",), _PAPERS),
    "让他们补个台账": Case("baixue", ("1 让公安局补台账",), (*_PAPERS, ("baixue", "公安局交了什么"))),
    "今天谁交了": Case("baixue", ("农业农村局1件、公安局1件",), _PAPERS, never=("还没评完",)),
    "交通局和农业局谁交得多": Case(
        "baixue", ("农业农村局：应报", "交通运输局：应报"), _PAPERS, never=("公安局",)
    ),
    "农业这项我给0.8": Case("baixue", ("将评5.1", "0.8/1分"), (("songli", "3 已开展"), ("baixue", "待审"))),
    "科技局报的跟统计局对不上": Case("hetao", ("①市科技局", "还没有处理"), _PATENTS, never=("暂得",)),
    "这几个数跟去年比差别大不大": Case("weidan", ("①", "③", "2015年的数这里没有"), _TWO_DRAFTED[:2]),
    "低于目标的是哪几个": Case("weidan", ("低于目标的待审1件", "乐至县"), _TWO_DRAFTED[:2]),
    "鄂城过，华容扣2分，梁子湖扣8分": Case(
        "dengkai", ("③市质监局·鄂城区", "①市质监局·华容区", "接着评：“梁子湖扣8分”"), _DISTRICTS
    ),
    "这份文是哪年的": Case("weidan", ("3件里3件没有证明材料",), _TWO_DRAFTED[:2]),
}
_SUPERVISED: Final[tuple[Said, ...]] = (
    *_WAITING[:3],
    ("gaojun", "1 有方案并有证明材料"),
    ("liqiang", "待审"),
)
_LIST_WANTED: Final[tuple[Said, ...]] = (*_SUPERVISED, ("liqiang", "让城建局补新开工项目清单"))
_SCORED: Final[tuple[Said, ...]] = (
    ("baixue", "1.3农产品抽检先给预评1.8分"),
    ("baixue", "检测量比去年少，扣0.2"),
)
_PASSED_ONE: Final[tuple[Said, ...]] = (
    *_TOWNS[:2],
    ("luoying", "1 1"),
    ("peijun", "白蒲都过"),
    ("peijun", "是"),
)
RATHER_TYPED: Mapping[str, Case] = {
    "覆盖率光有数不行 让他们把新开工项目清单补上来": Case(
        "liqiang", ("1 请补“新开工项目清单”", "2 退回“光有数不行"), _SUPERVISED, never=("已处理",)
    ),
    "覆盖率不行，退回，让他们补清单": Case("liqiang", ("退回“让他们补清单”",), _SUPERVISED, never=("请补",)),
    "城建局覆盖率 补新开工项目清单 不用退": Case("liqiang", ("请补“新开工项目清单”", "回“是”"), _SUPERVISED),
    "不是退回 值先留着 补个清单就行": Case(
        "liqiang",
        ("已撤销", "请补“新开工项目清单”"),
        (*_SUPERVISED, ("liqiang", "覆盖率退回 光有数，补新开工项目清单")),
    ),
    "弄错了 清单是执法检查那项的": Case(
        "liqiang", ("第1号已取消", "T16-H1"), _LIST_WANTED, kinds=("material",)
    ),
    "清单是哪一项的": Case("liqiang", (), _LIST_WANTED, never=("已取消",)),
    "清单不用他们补了": Case("liqiang", ("第1号补充材料请求已取消", "没有动"), _LIST_WANTED),
    "撤销": Case("liqiang", ("已撤销第1号补充材料请求",), _LIST_WANTED),
    "安监局补上来没": Case(
        "liqiang",
        ("没附方案", "还没有重报"),
        (*_SUPERVISED, ("liqiang", "安监局退回 没附方案")),
        never=("让县安监局补",),
    ),
    "1 刚才退过了，这回过": Case("liqiang", ("①通过",), _SUPERVISED),
    "打开覆盖率的附件": Case("liqiang", ("T17-H1", "证明材料0件"), _SUPERVISED, never=("解锁",)),
    "哪几家还一样没交": Case("liqiang", ("一项都没报的", "市场监督管理局"), _SUPERVISED, never=("县安监局",)),
    "谁还没交材料": Case("baixue", ("一件材料都没交的", "水利局"), _PAPERS, never=("农业农村局",)),
    "5.1那份没有说明，麻烦让他们补一下": Case("baixue", ("1 让农业农村局补5.1 说明",), _PAPERS),
    "撤销刚才那个，应该是1.7分": Case("baixue", ("1.3 ", "核定1.7/2分"), (*_SCORED, ("baixue", "是"))),
    "不对，应该是1.6分": Case("baixue", ("核定1.6/2分", "检测量比去年少。"), _SCORED, never=("扣0.2",)),
    "九华体系认证实际只有3张证 4个不对 退回去": Case(
        "peijun", ("九华·新增", "4个不对", "回“是”"), _PASSED_ONE
    ),
    "证书只有2张": Case("peijun", ("退回“证书只有2张”",), (*_TOWNS, ("peijun", "九华的都退回"))),
    "如果华容报94.5能得几分": Case("dengkai", ("试算（不入库）", "94.5%：9/10分"), _DISTRICTS),
    "跟郭岚说一声 叫她抓紧报": Case("dengkai", ("没有转告", "1 转质强办"), _DISTRICTS, never=("退回“",)),
    "其他的都过": Case(
        "peijun",
        ("退回“没写批次”", "白蒲·江苏名牌申报数：通过"),
        (*_PASSED_ONE[:3], ("peijun", "九华名牌退 没写批次")),
    ),
    "覆盖率没问题通过 第一项呢": Case("liqiang", ("通过", "①县城建局"), _SUPERVISED),
    "措施那项没有照片让他们传几张工地的照片来": Case(
        "liqiang", ("请补“几张工地的照片”", "回“是”"), (*_PASSED[:4], ("liqiang", "待审")), never=("退回“",)
    ),
    "清单啥时候能来": Case("liqiang", ("第1号 补充材料请求", "还没有回话"), _LIST_WANTED, never=("截止",)),
    "4.2安岳县满分，机制健全": Case("weidan", ("将评4.2", "安岳县·核定4/4分")),
    "1.3改成1.7分": Case("baixue", ("核定1.7/2分", "理由：检测量比去年少。"), (*_SCORED, ("baixue", "是"))),
    "扣8分 比去年降得太多": Case(
        "dengkai", ("核定2/10分",), (*_DISTRICTS, ("dengkai", "梁子湖的盖章页在哪一页")), never=("给哪一项",)
    ),
    "方案没有盖章，麻烦让他们补盖一下": Case(
        "liqiang",
        ("补充材料请求（第1号）：方案盖章",),
        (*_SUPERVISED, ("liqiang", "看 1")),
        kinds=("material",),
    ),
    "合格证那项材料齐不齐": Case(
        "baixue",
        ("证明材料1件",),
        (("songli", "3 已开展"), ("songli", "材料 3 平农〔2021〕45号")),
        never=("退回“",),
    ),
    "清单不用补了，我看到纸质的了": Case("liqiang", ("第1号补充材料请求已取消",), _LIST_WANTED),
}
