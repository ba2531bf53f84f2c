"""What the office types to set: days of publicity, hours, names of units, who assesses, papers in two forms."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

Z: Final = "zhouning"
Q: Final = "qinfang"
SHOWN: Final[tuple[Said, ...]] = ((Z, "公示7月6号到10号"),)
RENAMED: Final[tuple[Said, ...]] = ((Z, "城建局改名了 现在叫住建局"),)
ON_PAPER: Final[tuple[Said, ...]] = ((Q, "公安局自评报告纸质版收到了"),)

PUBLICITY: Final[Mapping[str, Case]] = {
    "公示时间定7月6号到7月10号": Case(
        Z, ("公示期：2015年7月6日—7月10日（5个工作日）", "截止没有改动"), arranges=("publicity",)
    ),
    "公示期定5个工作日 从7月6号开始": Case(Z, ("7月6日—7月10日",), arranges=("publicity",)),
    "公示安排在下周一到下周五": Case(Z, ("6月29日—7月3日",), arranges=("publicity",)),
    "公示5天": Case(Z, ("从哪天起", "没有改动")),
    "公示到几号": Case(Z, ("7月6日—7月10日", "还没有开始"), SHOWN),
    "取消公示期": Case(Z, ("已取消公示期",), SHOWN, arranges=("publicity",)),
    "公示到什么时候": Case("wangmin", ("7月6日—7月10日", "申诉"), SHOWN),
    "可以公示了吗": Case(Z, ("没有发布",), never=("公示期",)),
    "通知大家公示期7月6号到7月10号": Case(Z, ("将发给",), asks=True),
}
HOURS: Final[Mapping[str, Case]] = {
    "晚上八点以后别给人发": Case(Z, ("不用另设", "08:30—18:00", "没有改动")),
    "周末和晚上都不要推送": Case(Z, ("不用另设", "周末、节假日不发")),
    "下班前按5点半算": Case(Z, ("1 改成08:30上班、17:30下班",), asks=True),
    "下午5点以后就不要催了": Case(Z, ("1 改成08:30上班、17:00下班",), asks=True),
    "明天下班前5点前交齐": Case(Z, (), never=("下班吗",), asks=True),
}
NAMES: Final[Mapping[str, Case]] = {
    "城建局改名了 现在叫住建局": Case(Z, ("“住建局”＝县城建局",), arranges=("alias",)),
    "县农发局以后简称农业局": Case(Z, ("“农业局”＝县农发局",), arranges=("alias",)),
    "住建局就是以前的城建局": Case(Z, ("“住建局”＝县城建局",), arranges=("alias",)),
    "住建局怎么样了": Case(Z, ("县城建局", "0/12分"), RENAMED),
    "删除别名 住建局": Case(Z, ("已删除别名",), RENAMED, arranges=("alias",)),
    "城建局现在叫什么": Case(Z, (), never=("记住了",)),
}
SETTINGS: Final[Mapping[str, Case]] = {
    "第8项以后由公安局来报": Case(Z, ("T08-H1", "改由县公安局报"), asks=True),
    "第2项和第5项都改由旅游局报": Case(Z, ("1 T02-H1", "2 T05-H1"), asks=True),
    "有一项以后归安监局报": Case(Z, ("哪一项",), asks=True),
    "第5项的审核改成李强": Case(Z, ("不能单把一项指给某个审核员", "没有改动")),
    "这个提醒文字改一下": Case(Z, ("提醒的文字改不了", "没有改动")),
    "全年的分是三个节点平均还是看年终": Case(Z, ("原文未规定", "最后那个节点")),
    "目标在哪里设": Case("xieyun", ("目标 数值",)),
    "目标怎么设": Case("yaoqin", ("分解表", "不设也不改")),
}
PAPERS: Final[Mapping[str, Case]] = {
    "公安局自评报告纸质版收到了": Case(Q, ("纸质版已交", "电子版还没登记", "照常提醒"), arranges=("handed",)),
    "公安局自评报告电子版也交了": Case(Q, ("自评报告已交", "不再提醒"), ON_PAPER, arranges=("handed",)),
    "公安局的自评报告先收到电子版了，纸质的明天送来": Case(
        Q, ("电子版已交", "纸质版还没登记"), arranges=("handed",)
    ),
    "公安局自评报告收到了": Case(Q, ("自评报告已交", "不再提醒"), arranges=("handed",)),
    "自评报告谁没交": Case(Q, ("公安局（纸质版已收，缺电子版）",), ON_PAPER),
    "市公安局纸质版已经交过来了 帮我登记一下": Case(Q, ("1 登记公安局自评报告纸质版已交",), asks=True),
    "公安局自评报告纸质版收到了吗": Case(Q, ("没交1家",), never=("已登记",)),
}
REPORTED_FOR: Final[tuple[Said, ...]] = (("wangmin", "2 100"),)
PEOPLE: Final[Mapping[str, Case]] = {
    "把老王从名册删了": Case(Z, ("将停用县城建局 王敏",), asks=True),
    "把老周删了吧": Case(Z, ("没有姓周的在岗人员", "没有改动")),
    "陈静调到城建局了": Case(Z, ("由县旅游局调到县城建局",), asks=True),
    "给城建局再加一个人": Case(Z, ("新增联络员 县城建局", "请发姓名"), asks=True),
    "给水利局再加一个人": Case(Z, ("没有“水利局”", "没有加人")),
    "给农发局新来的赵刚发个绑定码": Case(Z, ("县农发局 赵刚（联络员）", "确认导入"), asks=True),
    "我要休产假了 质强办这边以后找刘芳": Case(Z, ("刘芳（质强办）",), asks=True),
}
FIGURES: Final[Mapping[str, Case]] = {
    "覆盖率改成98 刚才报错了": Case(Z, ("100%→98%（暂得4/4分→0/4分）",), REPORTED_FOR, asks=True),
    "下周一放假顺延一天": Case(Z, ("→2015年7月1日18:00", "原因：下周一放假"), asks=True),
    "因为6月29日停电 截止延到7月5日": Case(Z, ("原因：6月29日停电。",), asks=True),
    "全市平均值是94.6": Case("xieyun", ("1 1.1", "目标 94.6"), asks=True),
    "九华的江苏名牌任务取消": Case("yaoqin", ("印的是2", "没有改动")),
    "东陈镇没有江苏名牌任务": Case("yaoqin", ("空格，本来就没有这项任务",)),
    "九华加分0.5 质量工作创新在全市推广": Case("yaoqin", ("没有加分项", "没有记录")),
    "任务数弄一下": Case("yaoqin", (), never=("设目标：发",)),
    "宣传那20分怎么录": Case(Z, ("N2", "N3", "没有记录")),
}
TARGET_SET: Final[tuple[Said, ...]] = (("xieyun", "制造业目标97"),)
CHANGES: Final[Mapping[str, Case]] = {
    "端午那天算不算工作日": Case(Z, ("6月20日—6月22日不上班",)),
    "农产品的目标先空着 等文件": Case("xieyun", ("1.3", "没有改动")),
    "刚才那个目标设错了 撤掉": Case("xieyun", ("1 取消刚设的1.1的目标",), TARGET_SET, asks=True),
    "陈静升副局长了 以后她是分管领导": Case(Z, ("职务现在是副局长", "改为分管领导"), asks=True),
    "登记一个否决 华容区群体性食物中毒 省局通报的": Case("xieyun", ("将登记华容区否决事件",), asks=True),
    "梁子湖那个事查清了不算 把否决撤了": Case("xieyun", ("“已排除”",), asks=True),
    "公示期延长两天": Case(Z, ("7月6日—7月14日",), SHOWN, arranges=("publicity",)),
    "各项目标先按去年的来": Case("xieyun", ("去年的目标这里没有存", "没有改动")),
    "所有合格率目标都定96": Case("xieyun", ("将设4个目标",), asks=True),
    "江苏名牌那项各镇任务一共多少": Case("yaoqin", ("合计18",)),
    "开发区就是城北街道吗": Case("yaoqin", ("是，都认作开发区",)),
    "覆盖率大家都叫监督率 记一下": Case(Z, ("“监督率”＝T17-H1",), arranges=("alias",)),
    "高军调到商业局去了 安监局的活先没人接": Case(Z, ("由县安监局调到县商业局",), asks=True),
    "何平13811112222 陈静13833334444 更新一下": Case(
        Z, ("陈静的手机现在是13833334444", "何平的手机现在是138")
    ),
    "再加个质强办的人 叫孙悦 跟我一样的权限": Case(Z, ("孙悦（质强办）", "确认导入"), asks=True),
    "各县区联系人名单不用交了": Case(Q, ("聊天里不能免", "没有改动")),
    "把我的手机号改成13988887777": Case(Z, ("周宁的手机号现在是13988887777",)),
    "半年和三季度的截止都往后推五天": Case(Z, ("1 半年节点截止延5天", "2 前三季度节点截止延5天"), asks=True),
    "下午上班时间是两点半": Case(Z, ("不用设", "没有改动")),
    "目标改了以后前面报的分会不会变": Case("xieyun", ("重算", "没有改动")),
    "分解表里搬经的名字写成搬径了 你认得吧": Case("yaoqin", ("认得", "搬经")),
    "王敏和赵新都是城建局的 以后只给王敏发提醒": Case(Z, ("没有改动，也没有发",)),
    "何平休假 这周的提醒发给他们局长": Case(Z, ("没有改动，也没有发",), never=("职务现在是",)),
    "公示期过了还有人提异议怎么办": Case(Z, ("原文未规定", "照样登记")),
    "年底归档之前要先做啥": Case(Z, ("还没有归档",)),
    "覆盖率的口径改成按在建工程算": Case(Z, ("不改细则的口径", "没有改动")),
    "这一轮先停一停 等通知再开": Case(Z, ("没有“暂停”", "没有改动")),
    "竣工验收那项目标98对的吧": Case("xieyun", ("现在是98%", "没有改动")),
}
SETTINGS_TYPED: Final = {**PUBLICITY, **HOURS, **NAMES, **SETTINGS, **PAPERS, **PEOPLE, **FIGURES, **CHANGES}
