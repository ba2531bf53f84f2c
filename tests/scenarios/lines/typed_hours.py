"""What the office asks in the words of an order, what it wants at an hour or for ever, and what stays as it is."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said

_PUBLISHED: tuple[Said, ...] = (("duhao", "发布结果"), ("duhao", "是"), ("duhao", "是"))
_GOAL: tuple[Said, ...] = (("xieyun", "鄂城区的食品药品合格率目标定96.5"),)
_LIST: tuple[Said, ...] = (("fengxue", "没报 市场监管局"),)
_TIMED: tuple[Said, ...] = (("qinfang", "明天上午9点提醒大家交自评报告"),)
_MADE: tuple[Said, ...] = (("xieyun", "制造业目标定为96"),)
_ORDERS = ("将发布", "回“是”")

HOURS_TYPED: Mapping[str, Case] = {
    # a question is answered, and publishes nothing
    "考核结果可以公布了吗": Case("duhao", ("未报12项", "没有发布"), never=_ORDERS),
    "结果啥时候能发布": Case("duhao", ("未报12项", "没有发布"), never=_ORDERS),
    "请把考核结果公布一下": Case("duhao", ("还不齐，没有发布",), asks=True),
    "撤回发布": Case("duhao", ("撤不回来", "通知全体"), _PUBLISHED),
    "发生食品安全事故扣多少分": Case("xieyun", ("只是查规定，没有登记",), never=("疑似事件",)),
    "出旅游安全事故怎么扣分": Case("zhouning", ("T20-H1", "没有登记")),
    # an hour of its own, and what is to go on and on
    "明天上午9点提醒大家交自评报告": Case("qinfang", ("将1月13日09:00发给", "请交自评报告"), asks=True),
    "下午4点通知公安局和交通局把佐证补齐": Case("qinfang", ("将1月12日16:00发给2人",), asks=True),
    "通知 明天上午9点 请大家交自评报告": Case("qinfang", ("将发给", "回“明天上午9点发”"), asks=True),
    "下周一早上给没报的单位发个提醒": Case("qinfang", ("催办不能定时", "没有排"), never=("将提醒",)),
    "本周五之前没报的你每天早上提醒一下": Case("fengxue", ("不能另排", "没有发"), never=("将提醒",)),
    # what stays, what is left, what was set for one
    "省里来通知了，材料上报时间推迟到1月20号下午5点": Case(
        "qinfang", ("1 指标填报的截止", "2 印证材料（现在1月17日18:00"), never=("→",)
    ),
    "没报 市场监管局": Case("fengxue", ("另有6项",)),
    "还有呢": Case("fengxue", ("第21项起", "27.3"), _LIST),
    "目标值": Case("xieyun", ("鄂城区是96.5%",), _GOAL),
    "工业品抽查合格率权重改成7分，农产品改9分": Case("duhao", ("改不了", "1.3", "7分", "9分", "--overlay")),
    "今天都有谁交了 交了些什么": Case("zhouning", ("1人报了1项", "100%"), (("wangmin", "2 100"),)),
    # what is asked of a thing does not do it
    "截止是不是改到7月3号了": Case("zhouning", ("现行时限",), never=("原因",)),
    "蔡明的绑定码发了没": Case("duhao", ("没有发新码",)),
    "归档了没有": Case("zhouning", ("还没有归档",)),
    "发生重大安全事故会不会直接不合格": Case("zhouning", ("没有登记",)),
    # put right while it waits, or just behind it
    "不是9点是10点发": Case("qinfang", ("将1月13日10:00发给",), _TIMED, asks=True),
    "现在就发吧": Case("qinfang", ("将发给4人",), _TIMED, asks=True),
    "不对是95.5": Case("xieyun", ("目标95.5%", "原来是96%"), _MADE, arranges=("target",)),
    "通知各单位30号截止，再给没报的催一下": Case(
        "zhouning", ("【通知】30号截止\n", "将提醒5人", "（前一件回过再问您这一件。）"), asks=True
    ),
}
