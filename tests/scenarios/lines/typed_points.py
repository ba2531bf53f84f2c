"""What contacts ask and say of points, of what they report anew, and of who does it, each in words of their own."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.typed_contacts import COVERED, wang

_REPORTED: Final = (("wangmin", "2 100"),)
_THREE: Final = (("gaofei", "12 3"), ("", "@2018-11-21 09:10"))
_FOUR: Final = {"12|九华": {"new_certified_enterprises": 4}}
_PATENTS: Final = (("xuna", "1 8"),)
_DISTRICTS: Final = (("hujie", "制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区96"),)


def _amended(*facts: str) -> Case:
    return Case("gaofei", ("⑫", "由3改为4", *facts), _THREE, stored=_FOUR, then=("1",), asks=True)


POINTS_OF_CONTACTS: Final[Mapping[str, Case]] = {
    "覆盖率到100的话分数是多少 先别记": wang("试算（不入库）", "100%：4/4分", never=("还没定",)),
    "我先问问哈，覆盖率做到百分之一百能得多少分啊": wang("试算（不入库）", "100%：4/4分"),
    "覆盖率填100会得多少": wang("试算（不入库）", "100%：4/4分"),
    "覆盖率要是做到99.5能有分吗": wang("试算（不入库）", "99.5%：0/4分"),
    "领导问咱覆盖率要是能达标最后能拿几分": wang("试算（不入库）", "如果得满分：4/4分"),
    "如果专利填十二件 得几分": Case("xuna", ("试算（不入库）", "12：2/2分"), _PATENTS),
    "覆盖率没到100要扣几分": wang("低于100%得0分", never=("试算",)),
    "覆盖率100，先报上": wang(stored=COVERED),
    "不报会扣几分": wang("原文未规定", "不会按0记", never=("哪一项",)),
    "要是迟报会扣几分": wang("迟报、不报另扣几分，原文未规定", "逾期"),
    "我们自己打分打几分合适": wang("由您单位自己定", "原文未规定", "自评 ①4"),
    "自评 4 4 2": wang("①4、②4、③2，合计10/12", before=_REPORTED),
    "三项自评分别是4、4、2": wang("①4、②4、③2，合计10/12", before=_REPORTED),
    "自评 4 4": wang("哪几项、各几分", before=_REPORTED),
    "自己打分的话 覆盖率4 整体水平给2 执法检查4": wang("②4、③2、①4，合计10/12", before=_REPORTED),
    "执法检查算少了分": wang("1 登记异议：①", never=("材料不全",)),
    "专利的分给高了吧": Case("xuna", ("1 登记异议：①",), _PATENTS),
    "请核实一下 公示里万人专利8件有误 实为12件": Case("xuna", ("1 登记异议：①", "您称12"), _PATENTS),
    "公示的专利数有异议 怎么提": Case("xuna", ("申诉 1", "数据先不动", "原文未规定"), _PATENTS),
    "公示我看了 没意见": Case("xuna", ("没有登记异议",), _PATENTS, never=("1 ",)),
    "公示结果我们没意见，但专利是12件": Case("xuna", ("登记异议",), _PATENTS, never=("没有登记异议",)),
    "这8分依据是哪一条": Case("hujie", ("（华容区）：暂得8/10分", "扣2分，得8分"), _DISTRICTS),
    "水务局那个 几分": wang("没有找到“水务局”", "您不能看其他单位的情况"),
    "覆盖率那个 几分": wang("4分", never=("没有找到",)),
    "体系认证 3×  4√": _amended(),
    "昨天第12个我发的3 刚又核了一遍有4家拿证了": _amended(),
    "体系认证四个，我写成三个了": _amended(),
    "98不是89": wang("现在报的就是98%，没有改动", before=(("wangmin", "2 98"),)),
    "7不归我们管吗": Case("liuyang", ("由市场监督管理局报，是您单位报", "县旅游局"), never=("已登记",)),
    "这条归旅游局 你们搞错了": Case("liuyang", ("1 登记责任认领异议：⑦",)),
    "报这个不该是我们吧？旅游局牵头的": Case("liuyang", ("1 登记责任认领异议：⑦",)),
    "那个啥 我小赵啊 李姐让我以后来报这个": wang("1 登记人员交接", "确认前名册不变"),
    "我是建设局新来的赵敏 接替李姐当联络员": wang("1 登记人员交接", "确认前名册不变"),
    "局长让我以后每天报一次": wang(never=("登记人员交接",)),
    "拜托一天发一次就行了": wang("1 只提醒截止前一天"),
    "你这机器人咋比我妈还唠叨": wang("抱歉打扰", "只提醒截止前一天"),
    "我们局负责的事都做完了": wang("还缺①②③", never=("转给质强办",)),
    "要是覆盖率报100 我们能几得分 1报2": Case("gaofei", ("“1报2”没有入库", "回1"), asks=True),
    "?": wang("没看懂", "可以这样发", never=("不能看",)),
    "联系人名单 分管张某某男副局长0375-2588xxx 138xxxx0000 工作李某女科员139xxxx1111": Case(
        "songli", ("识别到2人", "①分管领导 张**（男，副局长", "②工作人员 李*（女，科员")
    ),
    "分管领导王某 男 副局长 办公室电话0375-2588xxx 手机号137xxxx2222 邮箱没有": Case(
        "songli", ("识别到1人", "王*（男，副局长，0375-2588xxx", "缺邮箱")
    ),
}
