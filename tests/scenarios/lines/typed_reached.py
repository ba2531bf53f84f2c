"""达标没, 目标呢, 还有几天: whether a value is where it should be, what it is held against, and how long there is."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_TWO: Final[tuple[Said, ...]] = (("hujie", "制造业 鄂城区95.2 华容区93.5"),)
_ONE: Final[tuple[Said, ...]] = (("wangmin", "2 98"),)
_TOWN: Final[tuple[Said, ...]] = (("gaofei", "江苏名牌1家 体系认证3"),)
REACHED_TYPED: Final[Mapping[str, Case]] = {
    "鄂城区达标没": Case("hujie", ("1.1", "已达标", "95.2%"), _TWO, never=("4.3", "93.5")),
    "制造业都达标了吗": Case(
        "hujie", ("已达标，是满分。鄂城区", "还没达标。华容区", "还差1.5", "未报：梁子湖区"), _TWO
    ),
    "制造业合格率咱们多少": Case("hujie", ("95.2%", "93.5%", "梁子湖区：现在：未报"), _TWO),
    "覆盖率咱们达标没": Case("wangmin", ("还没达标", "98%", "到100就是满分，还差2"), _ONE),
    "我们都达标了吗": Case("wangmin", ("②", "还没达标"), _ONE),
    "覆盖率达标了没有": Case("wangmin", ("②", "现在：未报", "覆盖率达到100%得4分"), never=("达标。",)),
    "江苏名牌达标没": Case("gaofei", ("还没达标", "目标2，还差1"), (("gaofei", "江苏名牌1家"),)),
    # what somebody else reports for the district is not shown to it
    "制造业咱们达标了吗": Case("guolan", ("由市质监局报",), _TWO, never=("95.2", "达标。")),
    "怎么华容少了两分，目标是多少": Case("hujie", ("华容区", "取值：93.5%", "目标95"), _TWO),
    "怎么才能少扣一分": Case("hujie", (), _TWO, never=("取值",)),
    # what there is to report, whoever introduces himself; of one item it is that item's
    "您好，我是鄂城区的，请问我们区要报哪些内容": Case("guolan", ("共19项",)),
    "要报什么内容": Case("guolan", ("共19项",), never=("原文未规定",)),
    "第三项要报什么内容": Case("guolan", ("4.3",), never=("共19项",)),
    "98.5达标吗": Case("wangmin", ("试算（不入库）", "0/4分"), _ONE),
    "覆盖率怎么才算达标": Case("wangmin", ("覆盖率达到100%得4分",), _ONE, never=("还没达标",)),
    "离交材料还有几天": Case("suntao", ("时限", "6月30日18:00，还剩4个工作日"), never=("联系人",)),
    "距离考核还有多久": Case("suntao", ("还剩4个工作日",), never=("您参加的考核任务",)),
    "到月底还有几个工作日": Case("suntao", ("还剩4个工作日",), never=("您不能",)),
    "目标呢": Case("linfeng", ("1.1", "目标95"), (("linfeng", "制造业合格率"),), never=("您不能",)),
    "那目标值是多少": Case("linfeng", ("1.1", "目标95"), (("linfeng", "制造业合格率"),)),
    "各项目标": Case("linfeng", ("由质强办定的目标5项",), never=("改目标回", "您不能")),
    "第三季度的是不是9月底报": Case(
        "gaojun", ("前三季度没有您单位另外要报的项",), (("gaojun", "1"),), never=("是就回1", "没有第9项")
    ),
    "第二项是不是98": Case("wangmin", ("②", "98%"), _ONE, never=("是就回1", "原文未规定")),
    # one item's laggards are asked for, and urged, without the others
    "哪几个镇体系认证没完成": Case("yaoqin", ("12 ", "没达到1家：九华3"), _TOWN, never=("1 江苏名牌",)),
    "没报体系认证的催一下": Case(
        "yaoqin", ("转达1人", "白蒲", "体系认证", "还没有报"), _TOWN, never=("九华 高飞",)
    ),
    "把体系认证没完成的镇催一下": Case("tangbo", ("转达2人", "还没有达到目标"), _TOWN, never=("10项",)),
    "没报的催一下": Case("yaoqin", ("将提醒2人",), _TOWN),
    "覆盖率没报的催一下": Case("zhouning", ("都报了，没有要催的",), _ONE, never=("将提醒",)),
    "把刚报的那几项再给我看一遍": Case("wangmin", ("②", "98%"), _ONE, never=("原文未规定",)),
    "看一下我刚才报的": Case("wangmin", ("②", "98%"), _ONE, never=("现在没有记录",)),
    "特种设备那个没出事故，检查了1300台": Case(
        "luming", ("⑬",), (("luming", "药品抽检合格率今年是99.2"),), never=("是1300”办",)
    ),
    "把情况整理成一段话我发给书记": Case("shiyu", ("①", "②", "③"), never=("不能代您转给别人",)),
    "把情况发给王局长": Case("shiyu", ("不能代您转给别人",)),
    "浓缩成三条": Case("suntao", ("①", "②", "③")),
}
