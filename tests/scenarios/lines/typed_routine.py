"""What is asked on ordinary days: of reminders, days off, the assessment itself, and who does what."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case

ROUTINE_TYPED: Mapping[str, Case] = {
    # the office, of what goes out by itself
    "明天早上会催谁": Case("zhouning", ("6月25日（下一个工作日）会发5条", "没有发送")),
    "往后还准备提醒哪些": Case("zhouning", ("6月25日（下一个工作日）会发5条", "没有发送")),
    "今天给谁发过消息": Case("zhouning", ("近7天没有提醒、催办记录",)),
    "通知谁没看": Case("zhouning", ("平台不告诉对方看没看",)),
    "群里先别发了": Case("zhouning", ("群通报没有开启",)),
    "提醒改成每天8点": Case("zhouning", ("没有改动", "每人每天至多一次")),
    "周末催不催": Case("zhouning", ("没有改动", "节假日不发")),
    "国庆放假会不会耽误催办": Case("zhouning", ("周末、法定节假日不发",)),
    "假期安排看一下": Case("zhouning", ("本单位另设：没有",)),
    "都放哪些假": Case("zhouning", ("国庆节：10月1日",)),
    # of the assessment
    "还有哪些节点": Case("zhouning", ("半年节点 6月30日18:00",)),
    "考核任务叫什么": Case("zhouning", ("《2015年度县政府质量工作考核》，5月4日建的",)),
    "考核什么时候能开": Case("zhouning", ("没有新建",)),
    "开一个2017年度考核": Case("zhouning", ("将新建《2017年度县政府质量工作考核》",), asks=True),
    "考核任务不要了": Case("zhouning", ("考核任务不能删，没有改动",)),
    "今年的考核封存吧": Case("zhouning", ("将归档半年节点",), asks=True),
    "公布后单位能看见吗": Case("zhouning", ("只看到本单位的", "没有发布")),
    "这个考核谁牵头": Case("zhouning", ("由质强办牵头",)),
    # of its rules, and of what was registered
    "否决项有几条": Case("zhouning", ("没有否决项",)),
    "食品出事怎么算": Case("zhouning", ("写明食品事故扣几分的没有", "没有登记")),
    "加分用什么材料证明": Case("fengxue", ("加分最多5分",)),
    "加分有没有人报": Case("zhouning", ("没有加分项（原文未规定）",)),
    "通过了还能改吗": Case("zhouning", ("由您解锁",)),
    "那个事不算了": Case("zhouning", ("没有登记着待认定的否决事件",)),
    "收到几个申诉": Case("zhouning", ("没有待办的异议",)),
    "第1号事项办了吗": Case("zhouning", ("没有这个号的待办事项",)),
    "有谁动过我的数据": Case("zhouning", ("审计日志", "核对无误")),
    # a contact, of how to report and what comes of it
    "语音报行不行": Case("wangmin", ("不会替您填",)),
    "你能自己算分吗": Case("wangmin", ("按细则当场试算",)),
    "跟别的单位一起负责吗": Case("wangmin", ("没有列别的单位",)),
    "两个数不一致以谁为准": Case("wangmin", ("周宁",)),
    "做个自评报告草稿": Case("wangmin", ("正在做县城建局的自评报告",)),
    # a leader
    "走势": Case("suntao", ("没有趋势可看",)),
    "谁最高": Case("suntao", ("现在排在最前的",)),
    "未交齐的": Case("suntao", ("未报20项",)),
    "凭什么分这么低": Case("suntao", ("没有丢分",)),
    "几分是A": Case("suntao", ("原文未规定",)),
    "几家什么都没报": Case("suntao", ("一项都没报的7家",)),
}
