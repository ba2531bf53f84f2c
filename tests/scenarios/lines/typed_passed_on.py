"""What the office wants others to do, explain or know, in words that no command has; and several wishes at once."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_COVERED: Final[tuple[Said, ...]] = (("wangmin", "2 98.6"),)
_HUARONG: Final[tuple[Said, ...]] = (("tangli", "华容区 97.1"),)

PASSED_ON: Final[Mapping[str, Case]] = {
    "安监局高军那里你跟他说，大检查的总结要盖章": Case(
        "zhouning", ("县安监局高军", "【通知】大检查的总结要盖章")
    ),
    "城建局那个覆盖率是怎么算出来的，问一下": Case(
        "zhouning", ("将发给1人（县城建局王敏）", "那个覆盖率是怎么算出来的", "98.6%"), _COVERED
    ),
    "王敏报的98.6我看不对，让她再报一下": Case(
        "zhouning", ("1 退回请他重报，原因“您报的98.6我看不对，请再报一下”", "2 不退回，只发给王敏"), _COVERED
    ),
    "1": Case(
        "zhouning",
        ("①退回“覆盖率报错了，请改一下”",),
        (*_COVERED, ("zhouning", "城建局王敏的覆盖率报错了，叫她改一下")),
    ),
    "2": Case("zhouning", ("已发给1人",), (*_COVERED, ("zhouning", "城建局王敏的覆盖率报错了，叫她改一下"))),
    "是": Case(
        "xieyun",
        ("①退回“把梁子湖的填成华容的了”",),
        (*_HUARONG, ("xieyun", "唐莉把梁子湖的填成华容的了，帮她把华容的退回去")),
    ),
    "唐莉把梁子湖的填成华容的了，帮她把华容的退回去": Case(
        "xieyun", ("将退回市食品药品监管局·华容区", "原因：把梁子湖的填成华容的了"), _HUARONG
    ),
    "截止日期再给大家提醒一次吧，31号18点截止": Case("xieyun", ("将发给3人", "【通知】31号18点截止")),
    "胡杰那边鄂城区的数跟我们掌握的不一致，请他解释一下": Case(
        "xieyun",
        ("将发给1人（市质监局胡杰）", "鄂城区的数跟我们掌握的不一致，请解释一下", "97.1%"),
        (("hujie", "鄂城区 97.1"),),
        never=("郭岚",),
    ),
    "潘慧雁江区95.3要补个抽查通报，你告诉她": Case(
        "duhao",
        ("将请市质监局补：抽查通报", "雁江区"),
        (("panhui", "雁江区 95.3"),),
        then=("是",),
        kinds=("material",),
    ),
    "跟石市长说一声，自评报告17号报": Case(
        "qinfang", ("将发给1人（平顶山市人民政府石宇）", "【通知】自评报告17号报")
    ),
    "县农委那边你帮我问一下进度": Case("qinfang", ("没认出是这次考核的哪一家", "没有发送")),
    "市农委那边你帮我问一下进度": Case("xieyun", ("市农委在名册里没有联络员",)),
    "刘洋说他周五才能报，你给他回一句最晚周四": Case("zhouning", ("市场监督管理局刘洋", "【通知】最晚周四")),
    # several wishes in one line are of the same subject, and each is asked about
    "市场监管局还差多少项，截止日前能完成不，催催吴琳": Case(
        "fengxue",
        ("【2】市场监管局：已报0/26项", "12月29日18:00截止", "【3】将提醒1人"),
        never=("市质量强市工作领导小组办公室",),
    ),
    "确认": Case(
        "fengxue", ("已发给1人",), (("fengxue", "市场监管局还差多少项，截止日前能完成不，催催吴琳"),)
    ),
    "食药局报了没，还剩几天，没报催一下": Case(
        "xieyun", ("【2】市食品药品监管局：已报0/3项", "【3】将提醒1人")
    ),
    "通知城建局明天交表，再通知旅游局后天开会": Case("zhouning", ("【通知】明天交表", "【通知】后天开会")),
    # how things stand, for a leader; and words that mean nothing else are offered to be passed on
    "把目前进展给叶市长发一份": Case(
        "duhao", ("将发给1人（资阳市人民政府叶青）", "【通知】《2016年度", "未报12项")
    ),
    "把未报清单发给郑市长": Case("fengxue", ("将发给1人（如皋市人民政府郑毅）", "未报70项")),
    "导一份得分汇总表，下午石市长要看": Case("qinfang", ("正在做全部单位的计分表",)),
    "公安局的昆仑总结写得太简单": Case("qinfang", ("1 把您这句话发给公安局",)),
    "一": Case(
        "qinfang",
        ("将发给1人（公安局万鹏）", "昆仑总结写得太简单"),
        (("qinfang", "公安局的昆仑总结写得太简单"),),
    ),
    "月底前能报齐吗": Case("zhouning", ("还差20项", "6月30日18:00截止")),
    "还有几天，来得及吗": Case("shiyu", ("1月17日18:00，还剩3个工作日", "还差68项")),
    "半年能不能按时完成啊": Case("shiyu", ("还差68项",)),
    # what takes effect at once is never done for a later day
    "元旦过后把数据封了吧": Case("xieyun", ("没有锁", "到时候发“归档”"), never=("回“是”",)),
    "明天上午9点把结果公布了": Case("duhao", ("没有发布", "12月6日"), never=("回“是”",)),
    "7月1号起不准撤回": Case("zhouning", ("没有锁", "7月1日"), never=("回“是”",)),
    # why points were lost, and in what order all stand
    "鄂城区怎么只有8分": Case(
        "xieyun", ("暂得8/10分", "目标95"), (("hujie", "鄂城区 93.8"),), never=("顾客满意度",)
    ),
    "城建局的分怎么掉了": Case("zhouning", ("覆盖率达到100%得4分",), _COVERED),
    "为什么乐至没分": Case("yeqing", ("乐至县：暂得0/100分", "市农业局1项")),
    "各镇完成率排个序": Case("yaoqin", ("1 九华 1/12项\n2 ",), (("gaofei", "1 2"),)),
    "完成率最高的镇是哪个，最低的呢": Case("yaoqin", ("最好：九华 1/12项", "最差："), (("gaofei", "1 2"),)),
    "安岳县农产品98.2，雁江和乐至呢": Case(
        "duhao",
        ("雁江区：还没有上报", "乐至县：还没有上报"),
        (("caiming", "安岳县 98.2"),),
        never=("代市农业局",),
    ),
    "算了还是7月6号，3号太紧": Case(
        "zhouning", ("→7月6日18:00", "原因：下乡"), (("zhouning", "县农发局延到7月3号 原因下乡"),)
    ),
}
"""Whom the words are passed on to, and what else is known of what they mean."""
