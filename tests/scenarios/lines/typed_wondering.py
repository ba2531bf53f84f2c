"""What reviewers say that no verdict or question fits: of an item, of nothing that waits, of a unit that is not here."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said

_COVERAGE: tuple[Said, ...] = (("wangmin", "2 100%"),)
_PATENTS: tuple[Said, ...] = (("xuna", "1 12.6"),)
_FARM: tuple[Said, ...] = (("caiming", "雁江区 98.2%"), ("weidan", "待审"))
_DISTRICTS: tuple[Said, ...] = (("hujie", "鄂城区95.2 华容区93.1 梁子湖区96"), ("dengkai", "待审"))
_DRAFTED: tuple[Said, ...] = (*_COVERAGE, ("qianwei", "1退回 没材料"))

_PLAN: tuple[Said, ...] = (
    ("chenjing", "1 旅游诚信建设规划4月份出台了，标准也定了"),
    ("chenjing", "1"),
    ("liqiang", "待审"),
)
_AMENDED: tuple[Said, ...] = (
    ("gaofei", "体系认证 3"),
    ("gaofei", "更正 体系认证 4"),
    ("gaofei", "是"),
    ("peijun", "待审"),
    ("peijun", "1"),
)

WONDERING_TYPED: Mapping[str, Case] = {
    "蔡明报的跟省里通报的不一样，省里是96.8%，怎么办": Case(
        "weidan",
        ("1 退回“蔡明报的跟省里通报的不一样，省里是96.8%”", "2 请补", "3 通过", "还没有处理"),
        _FARM,
    ),
    "城建那个盖章页在哪一页": Case(
        "liqiang", ("上报：100%", "1 看条文", "2 请补“说明：城建那个盖章页在哪一页”"), _COVERAGE
    ),
    "这个附了什么材料": Case("qianwei", ("证明材料0件",), _COVERAGE),
    "雁江区的看一下": Case("dengkai", ("没有“雁江区”", "鄂城区、华容区、梁子湖区")),
    "打3分": Case("dengkai", ("现在没有待审的件",), (("dengkai", "待审"),)),
    "鄂城区那个给2.5分": Case("dengkai", ("还没有上报，没有评分",)),
    "昆仑行动的公安局怎么还没来": Case("baixue", ("8.3", "还没有上报")),
    "九华都报了哪些": Case("peijun", ("1 江苏名牌申报数：3，待审",), (("gaofei", "1 3"),)),
    "科技局那个12.6的依据在哪，让他把统计公报发过来": Case(
        "hetao", ("证明材料0件", "已发补充材料请求（第1号）：统计公报"), _PATENTS, kinds=("material",)
    ),
    "专利12.6是截止到几月的数啊 让许娜把证书清单传上来": Case(
        "hetao", ("证书清单，并说明：专利12.6是截止到几月的数",), _PATENTS, kinds=("material",)
    ),
    "刚才退的那个理由改一下，改成缺监督记录": Case("qianwei", ("退回“缺监督记录”", "回“是”"), _DRAFTED),
    "刚退的那条理由写错了，应该是缺抽查汇总表": Case(
        "qianwei", ("已撤销", "退回“缺抽查汇总表”"), (*_DRAFTED, ("qianwei", "是"))
    ),
    # the commands in other words
    "今儿谁交了东西": Case("qianwei", ("待审1件", "县城建局"), _COVERAGE),
    "今天收到的有哪些": Case("weidan", ("待审1件", "市农业局"), _FARM[:1]),
    "3分吧": Case("liqiang", ("细则只有4/2/0这几档",), (*_PLAN, ("liqiang", "1"))),
    "文旅局的案例交齐三个了吗": Case("baixue", ("让文化广电和旅游局补典型案例",), never=("让公安局",)),
    "公安写了几个典型案例，够数没": Case("baixue", ("公安局：识别到典型案例0个（要求3个",)),
    "哪些单位自评虚高": Case("baixue", ("上报暂得0分，核定0分",)),
    "全国推广的经验再加2分 知名品牌示范区加1分": Case("hetao", ("加分合计3分",), kinds=("bonus",)),
    "这个值改过没 谁改的": Case("peijun", ("上报 3", "更正 4"), _AMENDED),
    "九华体系认证那个数的修改记录": Case("peijun", ("上报 3", "更正 4"), _AMENDED),
    "旅游局第1项放开一下，让他们重传": Case(
        "liqiang", ("解锁由质强办办理",), (*_PLAN, ("liqiang", "1通过")), kinds=("unlock",)
    ),
    "我26号起请假一周，待审的让冯雪帮我看": Case(
        "hetao", ("冯雪", "11月26日–12月2日", "需质强办确认"), kinds=("substitute",)
    ),
    # no ruling, whatever waits: who stands in, who steps back, what a unit is asked for
    "下周我出差，审核的事让胡杰代一下": Case(
        "dengkai",
        ("已申请代审", "胡杰", "12月16日–12月20日"),
        _DISTRICTS,
        kinds=("substitute",),
        never=("退回",),
    ),
    "明后两天我请假，钱伟替我看": Case(
        "liqiang", ("钱伟，6月25日–6月26日",), _COVERAGE, kinds=("substitute",)
    ),
    "这几个是我们局自己报的，我得回避": Case(
        "dengkai", ("已登记回避（第1号）：市质监局报的各项",), _DISTRICTS, kinds=("recusal",)
    ),
    "这个跟我有利害关系 审不了": Case(
        "liqiang", ("已登记回避", "县旅游局·T10-H1"), (*_PLAN, ("liqiang", "1")), kinds=("recusal",)
    ),
    "让质监局把华容区的抽检报告补交一下": Case(
        "dengkai", ("华容区这件转“待补充”",), _DISTRICTS, kinds=("material",)
    ),
    "梁子湖区被国务院通报批评了 挂个疑似": Case(
        "dengkai", ("疑似否决事件", "待核实"), _DISTRICTS, kinds=("veto",), never=("退回",)
    ),
    "谁家自己打的分跟我打的差得远": Case("liqiang", ("没有单位自评的分", "上报暂得4分"), _COVERAGE),
    "给加个分吧 经验被省里推广了": Case("hetao", ("按哪一种加分", "全省推广的项数：1分", "还没有记录")),
    "加分：詹天佑奖1分，全国推广2分": Case("hetao", ("加分合计3分",), kinds=("bonus",)),
    "科技局专利那项帮忙开一下，他们要重报": Case(
        "hetao",
        ("已登记解锁申请", "万人发明专利"),
        (*_PATENTS, ("hetao", "待审"), ("hetao", "1通过")),
        kinds=("unlock",),
    ),
    "城建局那个通过取消一下": Case(
        "liqiang", ("已撤销",), (*_COVERAGE, ("liqiang", "待审"), ("liqiang", "1通过"))
    ),
    "前后改了几回 谁改的": Case("peijun", ("上报 3", "更正 4"), _AMENDED),
    "只完成一部分算不算未完成": Case("qianwei", ("本办口径", "只完成一部分", "也按此项")),
    "低1到3个点那一档含不含3啊": Case("dengkai", ("1.1", "上限含本数")),
    "怎么叫证明材料不全": Case("liqiang", ("写到“证明材料不全”", "口径")),
    "部分完成怎么打分": Case("baixue", ("没写的原文未规定", "1 把您这句话转质强办")),
    "食药96哪来的": Case("weidan", ("1.2 食品药品总体合格率：目标96",), _FARM),
    "旅游局规划打3分": Case("liqiang", ("T10-H1", "只有4/2/0这几档"), never=("T12-H1",)),
    "1退没有文件 2给3分 3过": Case(
        "liqiang",
        ("①县", "办完接着评：“2给3分”"),
        (
            ("chenjing", "1 规划4月份出台了，标准也定了"),
            ("chenjing", "1"),
            ("heping", "1 方案5月发了"),
            ("heping", "1"),
            *_COVERAGE,
            ("liqiang", "待审"),
        ),
        never=("没有文件 2",),
    ),
    "一二过，三退，数据存疑": Case("dengkai", ("①②通过，③退回“数据存疑”",), _DISTRICTS),
    "华容区的数谁改的": Case("dengkai", ("（华容区）", "上报 93.1%"), _DISTRICTS, never=("鄂城区",)),
    "申请加分2分，全国质量工作会上作了经验交流": Case("hetao", ("还没有记录",), never=("获全国质量奖数",)),
}
