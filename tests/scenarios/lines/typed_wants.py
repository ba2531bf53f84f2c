"""What reviewers and the office want of units in any words, beside the neighbouring line that wants something else."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_HANDED_IN: Final[tuple[Said, ...]] = (
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "材料 1 建发〔2015〕8号"),
    ("wangmin", "2 100"),
    ("liqiang", "待审"),
)
_PASSED: Final = (*_HANDED_IN, ("liqiang", "1通过"))
_LOOKED_AT: Final = (*_HANDED_IN, ("liqiang", "看 1"))
_REPORTED: Final[tuple[Said, ...]] = (("wangmin", "2 100"), ("chenjing", "1 齐全"))
_TABLE: Final[tuple[Said, ...]] = (("hujie", "鄂城区制造业合格率95.2"),)
_WANTS: Final = ("请补“抽检台账”", "不退回")
_NO_THREE: Final = ("只有4/2/0这几档，没有3分", "确有特殊情况请质强办研究")

_CASES: Final[tuple[Said, ...]] = (("wanpeng", "材料 1 打假案例"), ("baixue", "公安局那两个案例我看看"))

WANTS_TYPED: Final[Mapping[str, Case]] = {
    # a day is no item, nor is what was done an order
    "差一个 让他们再补一个 17号前": Case(
        "baixue", ("1 让公安局补一个 17号前",), _CASES, asks=True, never=("⑰",)
    ),
    "农业农村局那张照片没说明 让他们补一下说明": Case("baixue", ("1 让农业农村局补说明",), asks=True),
    "让公安局再补两个 18号前给我": Case(
        "baixue", ("期限1月18日",), _CASES, ("个工作日",), kinds=("material",)
    ),
    "农业农村局那个怎么回事": Case(
        "baixue",
        ("证明材料1件",),
        (("songli", "材料 3 平农〔2021〕45号"), ("songli", "3 已开展"), ("baixue", "待审")),
        ("1 退回",),
    ),
    "现在全县多少分了": Case("suntao", ("暂得0/80分",)),
    "目标95是哪儿定的": Case("linfeng", ("1.1", "目标95（市质兴办"), never=("不能设",)),
    "18项 12.1": Case("zhengyi", ("18 万人发明", "按“12.1”"), (("zhengyi", "要是年底到12 能多几分"),)),
    "让公安局补台账过了": Case("baixue", ("没有再发",), _CASES),
    "嗯那个1号退回去吧 让他把名单补上": Case("liqiang", ("退回“让他把名单补上”",), _HANDED_IN, asks=True),
    # several marks at once, each with why
    "安岳县4.1 4分 都有 4.2 安岳 4分 机制健全": Case(
        "weidan", ("将评2项", "4.1", "（都有）", "4.2", "（机制健全）"), then=("取消",), asks=True
    ),
    "安岳县4.1 4分 4.2 4分": Case("weidan", ("请一项一项发",)),
    # a leader's question with an order behind it, politely said, and a draft that waits
    "市场局为啥一个没报 跟他们局长说今天必须报": Case(
        "suntao", ("暂得0/39分", "为什么没报", "【转达】孙涛（副县长）：今天必须报"), asks=True
    ),
    "通知城建局补材料行吗": Case("suntao", ("：补材料\n",), asks=True, never=("行吗",)),
    "发个图我看": Case(
        "suntao", ("没有趋势可看", "还等您回答"), (("suntao", "跟城建局说今天必须报"),), never=("没看懂",)
    ),
    # what is lacking, without whose it is and how it is told
    "质监局那边抽检台账没附上，叫他们补一下": Case("dengkai", _WANTS, _TABLE, asks=True),
    "质监局还差个抽检台账 请他们补报": Case("dengkai", _WANTS, _TABLE, asks=True),
    "嗯那个抽检台账少了，让质监局再交一份过来": Case("dengkai", _WANTS, _TABLE, asks=True),
    "抽检台账没附上，退回去": Case("dengkai", ("退回“抽检台账没附上”",), _TABLE, ("请补",), asks=True),
    # to whom it goes back is no reason
    "这件退回给城建局": Case("liqiang", ("退回①要写原因",), _LOOKED_AT, ("给城建局",)),
    "退回给城建局，没有盖章": Case("liqiang", ("①退回“没有盖章”",), _LOOKED_AT),
    # a span of a unit's items, and what of it is not there
    "城建局交的1到3项都没问题，通过": Case(
        "liqiang", ("还没有上报", "①县城建局", "②县城建局"), _HANDED_IN, ("没读进去",), asks=True
    ),
    "城建局那几个全给通过吧": Case("liqiang", ("①县城建局", "②县城建局"), _HANDED_IN, asks=True),
    # points that are not printed
    "给他3分行不行": Case("liqiang", _NO_THREE, _LOOKED_AT),
    "这个我觉得值3分": Case("liqiang", _NO_THREE, _LOOKED_AT),
    "给他4分行不行": Case("liqiang", ("得4分",), _LOOKED_AT, ("没有4分",)),
    # what he asks of himself, of a figure, of a tie; who stands in
    "我这边一共审完几件了": Case("liqiang", ("您已审1件",), _PASSED),
    "我还有几件没审完": Case("liqiang", ("待审1件",), _PASSED),
    "我这还差多少件": Case("liqiang", ("待审2件",), _HANDED_IN),
    "覆盖率怎么从99.5变成100了": Case(
        "liqiang", ("99.5%", "更正 100%"), (("wangmin", "2 99.5"), ("wangmin", "2 100")), ("请补",)
    ),
    "我本人在城建局上班，审自己单位不合适": Case("liqiang", ("已登记回避",), _HANDED_IN, kinds=("recusal",)),
    "我下礼拜出去学习 件都转小李看": Case("liqiang", ("李*", "6月29日"), kinds=("substitute",)),
    "城建局第1项给开一下，他们说漏了一页": Case(
        "liqiang", ("解锁申请", "T16-H1"), _PASSED, ("退回“",), kinds=("unlock",)
    ),
    # the office
    "材料没交的催一下 数报了的别催": Case(
        "zhouning", ("将提醒", "报了数、还没交材料的项不催"), _REPORTED, asks=True
    ),
    "报了数没交材料的催一下": Case("zhouning", ("将发给2人",), _REPORTED, ("将提醒",), asks=True),
    "帮忙提醒下还没交的那些单位": Case("zhouning", ("将提醒",), _REPORTED, asks=True),
    "还没交的那些单位": Case("zhouning", ("未报",), _REPORTED, ("将提醒",)),
    "按考核要点目录把材料压缩一个给我": Case("qinfang", ("材料包",)),
    "导出材料目录": Case("qinfang", ("材料目录",), never=("材料包",)),
    "二十二号放假调休的 那天不要催人": Case("zhouning", ("6月22日", "本来就是非工作日"), _REPORTED),
    "10月份放假安排给我看看": Case("zhouning", ("国庆节", "10月10日"), never=("中秋", "哪一天")),
    "8月放假安排": Case("zhouning", ("8月没有法定节假日",)),
    "国庆节那几天日历是咋安排的": Case("zhouning", ("10月1日", "10月10日")),
    "截至日期调到7.3号": Case("zhouning", ("→2015年7月3日", "请补原因"), _REPORTED, asks=True),
    "截至今天报了多少": Case("zhouning", ("上报的有2家",), _REPORTED, ("请补原因",)),
    "有没有单位提异议": Case("zhouning", ("异议",), never=("T12-H1",)),
    "细则发你了 你认一下": Case("zhouning", ("细则没有导入",)),
    "设一下九华 江苏名牌 2 体系认证 4": Case("yaoqin", ("目标就是2", "目标就是4"), never=("代九华",)),
    "九华江苏名牌2个体系认证4个": Case("yaoqin", ("九华2项，是目标还是完成数",), asks=True),
    "我能用你干啥": Case("zhouning", ("可以这样用",), never=("审计日志",)),
    "我今天干了啥": Case("zhouning", ("审计日志",), never=("可以这样用",)),
    "有啥命令 列一下": Case("zhouning", ("可以这样用",)),
}
