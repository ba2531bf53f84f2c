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
    "细则word我发你了 导入一下": Case("xieyun", ("读不了文件", "rubric.toml")),
    "人员名单怎么传上来？表我做好了": Case("duhao", ("读不了文件", "确认导入")),
    "各镇任务数的表格在这，帮我录进去": Case("yaoqin", ("读不了文件", "任务分解表")),
    # people
    "公安局联系人变更：万鹏→郑凯 13837512345": Case("qinfang", ("万鹏", "转郑凯", "13837512345", "回“是”")),
    "给我也加个审核权限，我自己审": Case("fengxue", ("录审分离", "没有改动")),
    # the deadline, with nothing else named
    "推到明年1月6号": Case("duhao", ("2017年1月6日", "请补原因")),
}
