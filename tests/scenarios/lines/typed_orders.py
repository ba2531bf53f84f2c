"""What the office orders in its own words: the order is put together from the line, what is missing is asked for."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case

ORDERS_TYPED: Mapping[str, Case] = {
    # a campaign, with its name anywhere in the line; the document in use is offered first
    "建一个2017年度资阳市质量工作考核": Case("duhao", ("《2017年度资阳市质量工作考核》", "1 《资阳市")),
    "系统里再加一个任务，叫如皋市2019年度质量工作考核": Case(
        "fengxue", ("将新建《如皋市2019年度质量工作考核》",), never=("没有发送",)
    ),
    "2016年度铁岭县质量工作考核": Case(
        "zhouning",
        ("将新建《2016年度铁岭县质量工作考核》",),
        (("zhouning", "明年的考核怎么开"),),
    ),
    # a file of the office's own work, however it is announced
    "细则word我发你了 导入一下": Case("xieyun", ("读不了文件", "信息人员")),
    "人员名单怎么传上来？表我做好了": Case("duhao", ("读不了文件", "确认导入")),
    "各镇任务数的表格在这，帮我录进去": Case("yaoqin", ("读不了文件", "任务分解表")),
    # people
    "公安局联系人变更：万鹏→郑凯 13800002222": Case("qinfang", ("万鹏", "转郑凯", "13800002222", "回“是”")),
    "给我也加个审核权限，我自己审": Case("fengxue", ("录审分离", "没有改动")),
    "农业局换人 蔡明不做了 现在是杨帆": Case("duhao", ("将停用市农业局 蔡明", "转杨帆", "回“是”")),
    "县城建局换成马丽 13899990000": Case("zhouning", ("1 王敏换成马丽 13899990000", "2 赵新换成马丽")),
    "赵六 13800001111": Case(
        "zhouning",
        ("县财政局 赵六", "13800001111", "确认导入"),
        (("zhouning", "加人"), ("zhouning", "县财政局")),
    ),
    "谁没有联络员": Case("zhouning", (), (("zhouning", "加人"),), never=("新增联络员 单位名",)),
    # the deadline, with nothing else named
    "推到明年1月6号": Case("duhao", ("2017年1月6日", "请补原因")),
    # targets: by a name that is not quite the document's, of which leaf, as the mean, several of one town
    "食品药品合格率今年目标定97": Case(
        "xieyun", ("已设：1.2 食品、药品质量合格率 目标97%", "取消目标 1.2"), arranges=("target",)
    ),
    "报6报6": Case("zhouning", ("“报6”是哪一项",), asks=True),
    "药品食品合格率指标值下达97.5": Case("duhao", ("1.2 食品药品总体合格率", "97.5%", "回“是”")),
    "合格率目标97": Case("xieyun", ("哪一项的目标", "1 1.1", "4 2.1"), never=("请带编号",)),
    "制造业那个目标不用固定值了，取全市平均": Case("xieyun", ("已设：1.1", "简单平均"), arranges=("target",)),
    "这项目标改成各区的平均数，等三个区报完了自动算": Case(
        "xieyun", ("已设：1.1", "简单平均"), (("xieyun", "制造业目标95"),), arranges=("target",)
    ),
    "九华镇标准制修订任务定2个 南通名牌2个": Case(
        "yaoqin", ("没有改动", "13 新增制修订", "2 南通名牌申报数", "您说的是2")
    ),
    # what only speaks of it orders nothing
    "通知各单位新建2016年度考核台账的任务": Case("zhouning", (), never=("将新建",)),
    "制造业目标别用平均值了": Case("xieyun", (), never=("已设",)),
    "现场检查改到7月6号": Case("zhouning", ("1 截止改到2015年7月6日",), asks=True),
    # why a day moves is kept as it was typed, whoever is named in it
    "跟领导说好了，上报时间延到七月三号": Case(
        "zhouning", ("→2015年7月3日18:00", "原因：跟领导说好了。"), asks=True
    ),
    "改到7月3号 原因跟领导说好了": Case("zhouning", ("原因：跟领导说好了。",), asks=True, never=("◇",)),
    "改到7月3号 因为审核员都去培训了": Case("zhouning", ("原因：审核员都去培训了。",), asks=True),
    "领导不在 改到7月3号": Case("zhouning", ("原因：领导不在。",), asks=True),
    "改到7月3号 领导同意了": Case("zhouning", ("请补原因",), asks=True),
    "农发局缓到7月3号 等市里数据": Case("zhouning", ("县农发局 ①", "原因：等市里数据；"), asks=True),
    # what the document leaves open, and how far the reports are
    "还有啥拿不准的条款没 列出来我定": Case("zhouning", ("1/146", "其他读法")),
    "这个数我拿不准": Case("zhouning", (), never=("其他读法",)),
    "上报进度咋样了": Case("zhouning", ("应报20项", "单位7家")),
    "城建局上报进度咋样了": Case("zhouning", ("县城建局·半年",), never=("应报20项",)),
    # who owes and has nobody who could be reminded
    "给没报的单位发个催办": Case("zhouning", ("将提醒5人", "催不到的2家", "县财政局"), asks=True),
    "催 县城建局": Case("zhouning", ("县城建局 王敏",), asks=True, never=("催不到的",)),
}
