"""What the office says in one breath: to whom an order goes, what is part of its message, and what is lost of neither."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

PASSED_ON: Final[tuple[Said, ...]] = (
    ("wangmin", "覆盖率100%"),
    ("zhouning", "李强手上还有几件没审"),
)
TOLD_JIANG: Final[tuple[Said, ...]] = (("qinfang", "给江涛发个消息 就说自评报告一定要交"),)
SILENT: Final[tuple[Said, ...]] = (
    ("luoying", "江苏名牌 2"),
    ("yaoqin", "还有哪些镇一项都没报的"),
)
FARMS: Final[tuple[Said, ...]] = (("caiming", "乐至县 98"), ("duhao", "待审"))
ASKED_FOR: Final[tuple[Said, ...]] = (
    *FARMS,
    ("duhao", "怎么没传材料?通知市农业局把监测报告传上来,周五前"),
)


def q(*facts: str, before: tuple[Said, ...] = (), never: tuple[str, ...] = (), asks: bool = False) -> Case:
    return Case("qinfang", facts, before, never, asks=asks)


CLERKS_WORDS_TYPED: Final[Mapping[str, Case]] = {
    # a reviewer is told, nothing is ruled
    "让他今天审完 材料没传的先退回": Case(
        "zhouning", ("李强", "【通知】请今天审完 材料没传的先退回"), PASSED_ON, ("退回“",), asks=True
    ),
    "魏丹审核的哪几项,有没有积压": Case("duhao", ("魏丹能审的待审1件",), FARMS[:1], ("设为",)),
    # how it is to be said is no part of what is said
    "跟江涛说一声 告诉他十七号之前交": q("【通知】十七号之前交", never=("告诉",), asks=True),
    "那你跟江涛说一声十七号之前有多少先交多少": q(
        "【通知】十七号之前有多少先交多少", never=("审计",), asks=True
    ),
    "把一定两个字去掉": q("【通知】自评报告要交", before=TOLD_JIANG),
    "把周五两个字去掉": q("没看懂", before=TOLD_JIANG, never=("【通知】",)),
    "跟江涛说 说明一下原因": q("【通知】说明一下原因", asks=True),
    # whom it goes to
    "其他的催一下 城建局先不用": Case("zhouning", ("将提醒4人",), never=("王敏", "没有催"), asks=True),
    "城建局不催了": Case("zhouning", ("没有催",), never=("将提醒",)),
    "给他们催一下 这个月底前报": Case(
        "yaoqin", ("将提醒1人", "九华", "没有联络员"), SILENT, ("白蒲",), asks=True
    ),
    "嗯明天上午九点给没交联系人表的都提醒一下": q("将1月13日09:00发给4人", "联系人名单还没有交", asks=True),
    "明天上午九点提醒江涛交自评报告 后天提醒宋莉": q(
        "【通知】请交自评报告\n", "“后天提醒宋莉”是另一件，没有排", asks=True
    ),
    "把自评报告的截止改到1月20号，顺便通知一下各单位": q("1月20日18:00", never=("原因：",), asks=True),
    "登记一下 雁江区11月有个投诉没处理 先不算否决": Case("duhao", (), never=("已排除",)),
    "明天上午九点提醒没报齐的": q("1月13日09:00", "没报齐的请抓紧报", asks=True),
    # what a unit gives itself is its report
    "那你就给他卫健委记上 一点十 自评两分 监测也开展了": q(
        "代卫生健康委员会填报1项", "单位自评分（0–3）：2", "监测：是", never=("将评",), asks=True
    ),
    "卫健委1.10给2分 监测开展了": q("将评1.10", "核定2/3分", asks=True),
    "公安局的典型案例交齐了没有啊 不是要三个嘛": q("公安局：识别到典型案例0个"),
    "白蒲小罗说名牌申报数报错了 是1个不是2个 能不能给她改一下": Case(
        "yaoqin", ("代白蒲填报1项", "2→1"), SILENT[:1], ("没看懂",), asks=True
    ),
    "粮食局：库存检查搞了，超标粮食监测也有行动": Case(
        "fengxue", ("代市粮食局填报1项", "不会入库的：超标粮食监测"), asks=True
    ),
    "粮食局：明天下午开会": Case("fengxue", ("没有发送",), never=("填报",)),
    # by which day, and called off again
    "怎么没传材料?通知市农业局把监测报告传上来,周五前": Case(
        "duhao", ("监测报告，周五前", "期限12月9日"), FARMS, ("怎么没传",), kinds=("material",)
    ),
    "日期不对,是周四12月8号,改一下": Case(
        "duhao", ("第1号已取消", "期限12月8日"), ASKED_FOR, kinds=("material",)
    ),
    "撤回刚才给农业局的补充材料请求": Case("duhao", ("第1号补充材料请求已取消",), ASKED_FOR),
    # targets
    "把安岳的合格率目标改成96行不行,他们那边省里核的就是96": Case(
        "duhao",
        ("（安岳县）：原来是97%", "→96%"),
        (("caiming", "安岳县 96"), ("duhao", "安岳县1.1怎么扣的分")),
        asks=True,
    ),
    "满意度报了84.7怎么没有分？目标还没定的话就定85": Case(
        "xieyun", ("目标还没有设，所以暂不计分", "→85%"), asks=True
    ),
    "制造业合格率目标没定的话就定90": Case("xieyun", ("没有改动",), never=("将设",)),
    # both halves, of the one that is named
    "请问华容区现在是多少分，主要丢在哪里": Case("xieyun", ("华容区：暂得",), never=("共丢",)),
    "市住建委那边说竣工验收合格率他们统计口径是按备案，不清楚怎么填，能看下这项要求吗": Case(
        "xieyun", ("2.1 建筑工程竣工验收合格率", "评分标准"), never=("暂得0/30",)
    ),
    "县财政局质量经费那项谁联系 没人 加个 马会计 13841055512": Case(
        "zhouning", ("新增联络员 县财政局", "请发姓名")
    ),
    "六月份信息我们办公室已经发了3条 登记上": Case(
        "zhouning", ("已登记", "6月“质量年”建设活动信息已交"), arranges=("handed",)
    ),
    "我们办公室六月信息发了没": Case("zhouning", (), never=("已登记",)),
    "如果乐至县的事认定了 最后等次怎么算": Case("duhao", ("等次一律为“d”", "原文"), never=("哪一项",)),
    "不是这个 是5.1打击假冒伪劣": Case(
        "duhao", ("5.1 打击假冒伪劣",), (("duhao", "5.2 安岳县 2.5 有台账"),), ("没看懂",), asks=True
    ),
    "下周五下午三点开调度会 通知所有联络员 地点312会议室": Case(
        "fengxue", ("【通知】下周五下午三点开调度会，地点312会议室",), asks=True
    ),
    "自评报告模板改了 告诉各单位 用新的": Case("fengxue", ("【通知】自评报告模板改了，用新的",), asks=True),
    "行吧那就不延了，跟吴琳说一声29号前必须报齐": Case(
        "fengxue", ("没放进去的：“行吧那就不延了”",), never=("【通知】行吧",), asks=True
    ),
    "谁报了": Case("zhouning", ("报过的1家", "县城建局 1/3项"), PASSED_ON[:1], ("未报20项",)),
    "那个数报错了 应该是12.8": Case(
        "fengxue",
        ("代市科技局填报1项", "11.8→12.8"),
        (("fengxue", "科技局专利的数我手上有 11.8件 先替他们报上"), ("fengxue", "1")),
        stored={"18": {"patents_per_10k": "12.8"}},
        then=("是",),
        asks=True,
    ),
    "专利改成12.8": Case("fengxue", ("由市科技局报",), never=("代市科技局",)),
    "旅游局一直没动静 打电话问问": Case("zhouning", ("将提醒1人", "县旅游局 陈静：2项"), never=("打电话",)),
    "叫他们局长抓紧": Case("suntao", ("附一句：请转告局长抓紧",), (("suntao", "倒数的是谁"),)),
    "先把已审定的锁定，防止再改": Case("duhao", ("已经锁着", "没有归档"), FARMS[:1], ("将归档", "不能归档")),
    "导出个各镇的表 给领导看": Case("yaoqin", ("计分表",), never=("可以导出",)),
}
"""Each beside what is said alike and must not be taken so."""
