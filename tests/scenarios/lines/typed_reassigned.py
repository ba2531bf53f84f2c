"""What the office types of who reports what, of wishes for more time, and to take back what it arranged."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said
from tests.scenarios.lines.typed_office import REPORTED

Z: Final = "zhouning"
GIVEN: Final = (("zhouning", "奖励制度那项以后让财政局报"), ("zhouning", "是"))
WISHED: Final[tuple[Said, ...]] = (
    ("wangmin", "我们覆盖率那项能不能延到7月5号，检测报告没出来"),
    ("wangmin", "1"),
)
GRANTED: Final[tuple[Said, ...]] = (
    ("zhouning", "给城建局覆盖率延到7月3号 原因检测报告没出"),
    ("zhouning", "是"),
)
MOVED: Final[tuple[Said, ...]] = (("zhouning", "半年的推迟到7月3号 原因省里延期"), ("zhouning", "是"))
OVERDUE: Final[tuple[Said, ...]] = (*REPORTED, ("", "@2015-07-02 09:30"))
SAID_BACK: Final = "回“是”办理"

REASSIGNED: Final[Mapping[str, Case]] = {
    "奖励制度那项以后让财政局报": Case(Z, ("T02-H1", "改由县财政局报", SAID_BACK), asks=True),
    "转办 T02-H1 县财政局": Case(Z, ("T02-H1", "改由县财政局报", SAID_BACK), asks=True),
    "改派 T17-H1 县旅游局": Case(Z, ("T17-H1", "改由县旅游局报", "原来是县城建局报"), asks=True),
    "城建局第二项改由旅游局负责": Case(Z, ("T17-H1", "改由县旅游局报"), asks=True),
    "以后让旅游局报城建局第二项": Case(Z, ("T17-H1", "改由县旅游局报"), asks=True),
    "把农药抽查那项移交给市场监管局": Case(Z, ("T15-H1", "改由市场监督管理局报"), asks=True),
    "覆盖率这项转给旅游局吧": Case(Z, ("T17-H1", "改由县旅游局报"), asks=True),
    "奖励制度那项以后让财政局和旅游局报": Case(Z, ("一项只能由一家报", "没有改动"), never=("改由",)),
    "奖励制度那项从7月1号起让财政局报": Case(Z, ("改由县财政局报", "不等到7月1日"), asks=True),
    "从7月1号起，奖励制度那项由财政局报": Case(Z, ("T02-H1", "改由县财政局报", "不等到7月1日"), asks=True),
    "没报 财政局": Case(Z, ("还差2项", "T02-H1", "T04-H1"), GIVEN),
    "T02-H1改回由办公室报": Case(
        Z, ("改由质量强县工作领导小组办公室报", "原来是县财政局报"), GIVEN, asks=True
    ),
    "经费保障那项改由财政局报": Case(Z, ("现在就是县财政局报", "没有改动")),
    "让财政局把奖励制度报上来": Case(Z, (), never=("改由",)),
    "以后让旅游局早点报": Case(Z, (), never=("改由",)),
    "奖励制度那项还是由我们报": Case(Z, ("现在就是质量强县工作领导小组办公室报",)),
    "城建局覆盖率改回100%": Case(Z, (), never=("改由", "现在就是")),
    "旅游局的诚信规划交了吗": Case(Z, (), never=("改由", "现在就是")),
    "旅游局安全监测换成王五负责": Case(Z, (), never=("改由", "现在就是")),
    "覆盖率那项以后归谁报": Case(Z, ("县城建局",), never=("改由",)),
    "城建局的材料转给财政局看看": Case(Z, (), never=("改由",)),
}
WISHES: Final[Mapping[str, Case]] = {
    "同意城建局的延期": Case(Z, ("②", "→7月5日18:00", "检测报告没出来", SAID_BACK), WISHED, asks=True),
    "城建局的延期申请不批": Case(Z, ("1 发给县城建局：延期申请没有同意", "时限没有改动"), WISHED),
    "刚才延的那个取消吧": Case(Z, ("将取消延期：县城建局 T17-H1", SAID_BACK), GRANTED, asks=True),
    "截止时间改回原来的": Case(Z, ("2015年7月3日18:00→2015年6月30日18:00",), MOVED, asks=True),
}
ASKED: Final[Mapping[str, Case]] = {
    "谁逾期了 逾期几天": Case(Z, ("逾期18项，7家", "县农发局 1项，逾期2个工作日"), OVERDUE),
    "各单位完成率排一下": Case(Z, ("1 县旅游局 1/2项（50%）", "2 县城建局 1/3项（33%）"), REPORTED),
    "财政局联络员定了 吴磊 13841000001 帮我加进去": Case(
        Z, ("县财政局 吴磊（联络员）13841000001",), asks=True
    ),
    "他们老说监督率 其实就是新开工那个覆盖率 你记住": Case(Z, ("“监督率”＝T17-H1",), arranges=("alias",)),
    "大家老说的监管覆盖 指的是新开工那个覆盖率": Case(Z, ("“监管覆盖”＝T17-H1",), arranges=("alias",)),
    "梁子湖那个事省里认定了": Case(
        "xieyun", ("梁子湖区否决事件为“已认定”",), (("dengkai", "梁子湖区有个食品事件上央视了"),), asks=True
    ),
    "联系人表哪些单位还没报 都过期了": Case("qinfang", ("已逾期2个工作日", "没交13家", "教育体育局")),
    "现在手上有几个考核": Case(Z, ("《2015年度县政府质量工作考核》",), never=("新建考核",)),
}
REASSIGNED_TYPED: Final[Mapping[str, Case]] = {**REASSIGNED, **WISHES, **ASKED}
