"""How the office runs the year in any words: days off and worked, evidence urged for, targets, dates, what may be done."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said
from tests.scenarios.lines.office import LI_SI

Z = "zhouning"
REPORTED: Final[tuple[Said, ...]] = (("wangmin", "2 100"), ("chenjing", "1 齐全"))
TARGET_SET: Final[tuple[Said, ...]] = (("hujie", "制造业产品质量合格率 鄂城区96"), ("xieyun", "制造业目标95"))

DAYS: Final[Mapping[str, Case]] = {
    "7月11号调休上班": Case(Z, ("已把7月11日（周六）设为工作日",), arranges=("day",)),
    "10月10号调休上班，那天照催": Case(Z, ("10月10日（周六）日历上本来就是工作日",)),
    "7月6号调休，7月11号补班": Case(
        Z, ("7月6日（周一）设为非工作日", "7月11日（周六）设为工作日"), arranges=("day", "day")
    ),
    "周五调休周日上班": Case(Z, ("6月26日（周五）设为非", "6月28日（周日）设为工"), arranges=("day", "day")),
    "6月26号和7月4号对调，26号不上班": Case(
        Z, ("6月26日（周五）设为非", "7月4日（周六）设为工"), arranges=("day", "day")
    ),
    "7月6号到8号停电，别发": Case(
        Z, ("7月6日（周一）", "7月7日（周二）", "7月8日（周三）"), arranges=("day", "day", "day")
    ),
    "22号是端午节补假那天不要发提醒": Case(Z, ("6月22日（周一）（已经过去）", "不用设"), never=("7月22日",)),
    "那个二十二号补休哈，当天就不发了": Case(Z, ("6月22日（周一）（已经过去）",)),
    # a slip of the keyboard names no day
    "那个二二十号补休哈，当天就不发了": Case(Z, ("没看懂", "设日历"), never=("将设",)),
    "下周一22号放假 提醒停一天": Case(Z, ("6月22日（周一）（已经过去）",), never=("7月22日",)),
    "中秋国庆咋休": Case(Z, ("中秋节：9月26日—9月27日", "国庆节：10月1日—10月7日", "10月10日")),
    "十月一号那几天咋安排的，要不要上班": Case(Z, ("2015年10月1日（周四）（国庆节）：不上班",)),
    # asked, somebody's own, or one unit's: no day is set
    "26号放假吗": Case(Z, ("6月26日（周五）：工作日",)),
    "我26号休息": Case(Z, (), never=("设为非工作日",)),
    "城建局26号放假别催": Case(Z, ("没有催",), never=("设为非工作日",)),
}
LACKING: Final[Mapping[str, Case]] = {
    "光催缺材料的": Case(
        Z, ("1 只催报了数、没交材料的：县城建局王敏", "2 凡是有项没交材料的都催", "刘洋"), REPORTED
    ),
    "数都齐了，就材料，没给的催一下": Case(
        Z, ("将发给2人（县城建局王敏、县旅游局陈静）",), REPORTED, ("刘洋",)
    ),
    "没传佐证的单位催催，报数没报数的先不管": Case(Z, ("将发给5人", "刘洋"), REPORTED),
    "城建局材料没交，催一下": Case(Z, ("将发给1人（县城建局王敏）", "没交证明材料"), REPORTED),
    "材料没交齐的别催了": Case(Z, ("没有催",), REPORTED, ("将发给", "1 只催")),
    "都催一下，没交的": Case(Z, ("将提醒5人",), REPORTED, ("2件事", "您名下")),
    "喊一下还没报的": Case(Z, ("将提醒5人",), REPORTED),
    "明天喊一下大家来开会": Case(Z, (), never=("将提醒", "再提醒一次")),
    "最后那天下午三点钟再喊一遍，光喊没交的": Case(Z, ("截止当天15:00再提醒一次",), arranges=("reminder",)),
}
TARGETS: Final[Mapping[str, Case]] = {
    "还是平均值吧 各区报完了自动算": Case(
        "xieyun", ("已设：1.1", "已报1/3家"), TARGET_SET, arranges=("target",)
    ),
    "别用95了，取几个区的平均": Case("xieyun", ("已设：1.1", "简单平均"), TARGET_SET, arranges=("target",)),
    "还是平均分高": Case("xieyun", (), TARGET_SET, ("已设",)),
}


def _four(*facts: str, then: tuple[str, ...] = (), never: tuple[str, ...] = ()) -> Case:
    """Where 李四 is a contact of the tourism bureau."""
    return Case(Z, facts, never=never, then=then, people=(LI_SI,))


PEOPLE: Final[Mapping[str, Case]] = {
    "旅游局的李四不干了，以后找王五": _four("将停用县旅游局 李四", "转王五"),
    "李四调到别处去了 接手的是王五 电话13800001234": _four("转王五", "手机：13800001234"),
    "旅游局的联络员不是李四了，是王五": _four("将停用县旅游局 李四", "转王五"),
    "李四换成别人 手机13800001234": _four("接手的（新来的）是谁", never=("转别人",)),
    "李四调走": _four("将停用县旅游局 李四", "没人接"),
    "把李四换了": _four("接手的（新来的）是谁"),
    "陈静和李四以后都不管了，换王五": _four("1 陈静换成王五", "2 李四换成王五"),
    "李四休产假 王五替半年": _four("将停用县旅游局 李四", "转王五"),
    "是不是旅游局不是李四了": _four(never=("将停用",)),
}
DEADLINES: Final[Mapping[str, Case]] = {
    "统计局数没出来": Case(Z, ("2015年7月3日18:00", "原因：统计局数没出来。回“是”"), ((Z, "延到7月3号"),)),
    "催办一下欠报的": Case(Z, (), ((Z, "延到7月3号"),), ("原因：",)),
    "改到7.3吧，省局那边晚": Case(Z, ("→2015年7月3日18:00", "原因：省局那边晚")),
    "报送时间改一下，7月3号": Case(Z, ("→2015年7月3日18:00",)),
    "截止往后放到1月5号，几个区都来不及": Case("xieyun", ("全部指标截止", "2014年1月5日", "来不及")),
    "几个区的截止放到1月5号": Case("xieyun", ("延期要写原因", "57项"), never=("全部指标截止",)),
}
TOWNS: Final[Mapping[str, Case]] = {
    "九华镇江苏名牌定2个，体系认证4个": Case("yaoqin", ("1 江苏名牌申报数：目标就是2", "目标就是4")),
    "九华今年要搞两个江苏名牌、四个体系认证": Case("yaoqin", ("1 江苏名牌申报数：目标就是2", "目标就是4")),
    "各镇指标一个个输太慢了，有表能传不": Case("yaoqin", ("任务分解表没有导入",)),
    "九华江苏名牌2个": Case("yaoqin", ("1 我是要设目标", "2 代填完成数")),
    "九华江苏名牌完成2个": Case("yaoqin", ("1 代填完成数", "2 我是要设目标")),
}
APPEALED: Final[tuple[Said, ...]] = (*REPORTED, ("wangmin", "异议 2 公示的分不对，我们是100%不是98%"))
ASKED: Final[Mapping[str, Case]] = {
    "第1号是啥": Case(Z, ("第1号 异议",), APPEALED),
    "城建局的异议成立，改回100": Case(Z, ("将办结第1号异议",), APPEALED),
    "第三季度的报了多少": Case(Z, ("前三季度节点还没开始报",)),
    "第3个": Case(Z, ("3/146",), ((Z, "疑点"),)),
    "今年还有啥假": Case(Z, ("中秋节：9月26日", "国庆节：10月1日")),
    "缺材料的有谁": Case(Z, ("报了数、没交材料的：县城建局王敏", "刘洋"), REPORTED, ("回序号", "将发给")),
    "这几天谁改过分": Case(Z, ("全部的改动2次",), REPORTED),
    "有没有人动过旅游局的分": Case(Z, ("县旅游局的改动1次",), REPORTED),
    "为什么不能归档": Case(Z, ("前置检查未满足",), never=("没有锁",)),
    "城建局申诉啥": Case(Z, ("第1号 异议 县城建局",), APPEALED),
    "把城建局的申诉驳回": Case(Z, ("将办结第1号异议", "回“是”"), APPEALED),
    "旅游局不用": Case(Z, ("不发给县旅游局陈静", "将提醒4人"), ((Z, "催一下"),)),
    "加一句：明天必须交": Case(Z, ("附一句：明天必须交",), ((Z, "催一下"),)),
    "给那几家没报的打个招呼": Case(Z, ("将提醒5人",), REPORTED),
}
RUN: Final[Mapping[str, Case]] = {
    "明年的考核先建上，铁岭县2016年度质量工作": Case(Z, ("将新建《铁岭县2016年度质量工作》",)),
    "新建一个叫铁岭县质量提升考核的任务，年度2016": Case(Z, ("《铁岭县质量提升考核》，2016年度：",)),
    "把农业农村局和公安局的材料打包": Case("qinfang", ("1 打包农业农村局", "2 打包公安局")),
    "整个材料包按考核要点排好发我": Case("qinfang", ("导出材料",)),
    "建考核": Case(Z, ("考核叫什么名称",)),
    "开一个2015年的质量考核任务，就咱们县的": Case(Z, ("细则：1 《2015年度铁岭县",)),
    "还有啥要我定的，细则那边": Case(Z, ("1/146",)),
    "时间改7.3 晚三天": Case(Z, ("6月30日18:00→2015年7月3日18:00", "请补原因")),
    "改截止 七月三": Case(Z, ("→2015年7月3日18:00",)),
    "再建一个铁岭县质量工作考核，年度2015": Case(Z, ("将新建《铁岭县质量工作考核》，2015年度",)),
    "有啥疑问没有，细则里的": Case(Z, ("1/146",)),
    "看看细则体检的结果": Case(Z, ("1/146",)),
    "我自己也想审，给我开审核": Case(Z, ("不能改自己的角色",)),
    "城建局的改动记录看下": Case(Z, ("县城建局的改动1次", "王敏上报"), REPORTED),
    "我想先试一遍，别真发出去": Case(Z, ("没有进入测试模式",)),
    "你都能帮我干什么": Case(Z, ("可以这样用",)),
    "我这个角色能做些啥": Case(Z, ("可以这样用",)),
}
RUNNING_TYPED: Final[Mapping[str, Case]] = {
    **DAYS,
    **LACKING,
    **TARGETS,
    **PEOPLE,
    **DEADLINES,
    **TOWNS,
    **RUN,
}
