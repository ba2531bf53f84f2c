"""What the office asks in the words of an order, what it wants at an hour or for ever, and what stays as it is."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said

_PUBLISHED: tuple[Said, ...] = (("duhao", "发布结果"), ("duhao", "是"), ("duhao", "是"))
_GOAL: tuple[Said, ...] = (("xieyun", "鄂城区的食品药品合格率目标定96.5"),)
_LIST: tuple[Said, ...] = (("fengxue", "没报 市场监管局"),)
_TIMED: tuple[Said, ...] = (("qinfang", "明天上午9点提醒大家交自评报告"),)
_MADE: tuple[Said, ...] = (("xieyun", "制造业目标定为96"),)
_PASSED: tuple[Said, ...] = (
    ("wangmin", "覆盖率100"),
    ("liqiang", "通过 县城建局 覆盖率"),
    ("liqiang", "是"),
)
_RETURNED: tuple[Said, ...] = (("wangmin", "覆盖率100"), ("liqiang", "待审"), ("liqiang", "1退回 缺监督台账"))
_APPEALED: tuple[Said, ...] = (*_RETURNED, ("wangmin", "申诉 覆盖率 监督台账6月20日已随纸质件报送"))
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
    "下周一早上给没报的单位发个提醒": Case("qinfang", ("截止当天早上几点",), asks=True, never=("将提醒",)),
    "30号下午4点加催一次": Case("zhouning", ("截止当天16:00",), never=("将提醒",), arranges=("reminder",)),
    "截止前一天早上9点再发一遍": Case("zhouning", ("将6月29日09:00发给5人",), asks=True),
    "下午两点": Case("duhao", ("截止当天14:00",), (("duhao", "最后一天多提醒一次"),), arranges=("reminder",)),
    "国庆前催一次": Case("zhouning", ("哪一天？",), never=("将提醒",), asks=True),
    "29号之前没报的催一下": Case("zhouning", ("将提醒5人",), asks=True),
    # known by the kinds of words in it
    "26号全县停电，那天消息先别发了": Case("zhouning", ("6月26日（周五）设为非工作日",), arranges=("day",)),
    "明天要不要催": Case("zhouning", ("工作日，照常发",)),
    "今年清明什么时候放": Case("qinfang", ("4月3日—4月5日",)),
    "截止 1.6 原因上级推迟": Case("duhao", ("→2017年1月6日18:00", "上级推迟"), asks=True),
    "目前收到几项了 还差几项": Case("fengxue", ("应报70项：报齐0、没报齐70",)),
    "覆盖率那个100是谁通过的": Case("zhouning", ("李强通过 T17-H1",), _PASSED),
    "是谁给城建局打的4分": Case("zhouning", ("李强通过 T17-H1",), _PASSED),
    "谁把截止日期改了": Case("zhouning", ("现行时限", "没有改过期")),
    "谁把王敏设成审核员的": Case("zhouning", ("还没有作过安排",), never=("回“是”",)),
    "高军退休了，号码微信都清了吧": Case("zhouning", ("将抹去县安监局 高军",), never=("绑定码",), asks=True),
    "陈静手机号删了": Case("zhouning", ("1 陈静已经不管这事", "2 只停用"), asks=True),
    "别删王敏的手机号": Case("zhouning", ("王敏",), never=("1 ", "回“是”")),
    "哪些没动静的挨个提醒下": Case("duhao", ("将提醒2人",), asks=True),
    "截止那天加两次提醒，10点和16点": Case(
        "fengxue", ("截止当天10:00", "截止当天16:00"), arranges=("reminder", "reminder")
    ),
    "明后天系统维护 停发提醒": Case("fengxue", ("没有催",), never=("回“是”",)),
    "把上半年的锁上": Case("fengxue", ("没有“半年”节点", "没有归档"), never=("回“是”",)),
    "城建局申诉的是哪项 处理完没": Case("zhouning", ("第1号 异议",), _APPEALED, never=("将办结",)),
    "我能做什么": Case("zhouning", ("可以这样用",)),
    "没报材料的不催": Case("zhouning", ("没有催",), never=("回“是”",)),
    "城建局报的跟省里通报的不一样，怎么办": Case("zhouning", ("原文未规定", "跟县城建局说")),
    "胡杰刚发短信来，说1.1填错了，应该是97.1": Case(
        "xieyun", ("1 请胡杰自己", "2 由您代填：市质监局 1.1 97.1"), asks=True
    ),
    "3.1先不考核行不行": Case("duhao", ("不能去掉", "没有改动")),
    "把佐证材料和得分表都导出来给我": Case("duhao", ("材料包", "计分表")),
    "先不催，把九华没报的列出来": Case("yaoqin", ("没有催", "九华还差12项")),
    "魏丽是不是我们联络员": Case("zhouning", ("名册里没有“魏丽”",)),
    "名单上那个鲁铭是市监局的，有这个人吗": Case("qinfang", ("名册里没有“鲁铭”", "鲁明")),
    "九华的截止改到1月5日，白蒲的改到1月8日": Case(
        "yaoqin", ("九华 等12项延到1月5日", "白蒲的哪一项？延到2019年1月8日"), asks=True
    ),
    "九华的截止改到12月5日": Case(
        "yaoqin", ("九华的12项现在的时限是12月29日", "没有改动"), never=("回“是”",)
    ),
    "旅游局的截止改到1月5日": Case("duhao", ("没有认出“旅游局”", "没有改动"), never=("回“原因",)),
    "没报数的先不理，单催材料缺的": Case(
        "zhouning", ("将发给1人（县城建局王敏）",), (("wangmin", "覆盖率100"),), asks=True
    ),
    "申诉 2 监督台账6月20日已随纸质件报送": Case("wangmin", ("T17-H1",), _RETURNED, kinds=("appeal",)),
    "覆盖率这项我们申诉，监督台账6月20日已送质强办": Case(
        "wangmin", ("T17-H1",), _RETURNED, kinds=("appeal",)
    ),
    "本周五之前没报的你每天早上提醒一下": Case("fengxue", ("不能另排", "没有发"), never=("将提醒",)),
    # what stays, what is left, what was set for one
    "省里来通知了，材料上报时间推迟到1月20号下午5点": Case(
        "qinfang", ("1 指标填报的截止", "2 印证材料（现在1月17日18:00"), never=("→",)
    ),
    "没报 市场监管局": Case("fengxue", ("另有6项",)),
    "还有呢": Case("fengxue", ("第21项起", "27.3"), _LIST),
    "目标值": Case("xieyun", ("鄂城区是96.5%",), _GOAL),
    "工业品抽查合格率权重改成7分，农产品改9分": Case("duhao", ("改不了", "1.3", "7分", "9分", "补充方案")),
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
