"""What contacts ask beside their reports: of empty cells, documents, years, bonus points, reminders, what came back."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said

_RETURNED: tuple[Said, ...] = (
    ("wangmin", "2 100"),
    ("wangmin", "1 有方案并有证明材料"),
    ("liqiang", "待审"),
    ("liqiang", "1退回 没章"),
)
_DISTRICTS: tuple[Said, ...] = (("hujie", "制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区94.2"),)
_CONTESTED: tuple[Said, ...] = (("wangmin", "2 100"), ("wangmin", "异议 2 公示的分不对，我们是100%不是98%"))
_CERTIFIED: tuple[Said, ...] = (("gaofei", "12 3"),)

GROUNDS_TYPED: Mapping[str, Case] = {
    "看1": Case("wangmin", ("T16-H1", "评分标准"), never=("不能审核",)),
    "我报的那些审了没有": Case("wangmin", ("已退回（没章）", "100%", "待审"), _RETURNED),
    "为什么退我的": Case("wangmin", ("已退回，原因：没章", "重交 1"), _RETURNED),
    "那我现在咋弄": Case("wangmin", ("已退回，原因：没章",), _RETURNED),
    "为什么退我们的": Case("xuna", ("没有被退回",)),
    "咋派给我们了 这不是旅游局管的么": Case("liuyang", ("1 登记责任认领异议：⑦", "还没有办理")),
    "这格空着算不算": Case("gaofei", ("没有给九华这项任务", "第3项市以上质量奖申报数")),
    "第三季度那栏空着是不是不用报": Case("wangmin", ("哪个节点的格子空着", "不用报")),
    "AA企业的目标任务数": Case("gaofei", ("⑤", "目标1")),
    "覆盖率的截止时间": Case("wangmin", ("T17-H1", "6月30日18:00截止")),
    "梁子湖要是再高0.5能拿几分": Case("hujie", ("试算（不入库）", "94.7%：9/10分"), _DISTRICTS),
    "华容区要是再低1个点呢": Case("hujie", ("试算（不入库）", "92.5%：8/10分"), _DISTRICTS),
    "华容区再低1个点会扣几分": Case("hujie", ("还没有报过数",), asks=True),
    "体系认证再多1家够不够": Case("gaofei", ("4：达到目标",), _CERTIFIED),
    "今天提醒的那两项是哪两项": Case("wangmin", ("还没报齐", "①", "②", "③")),
    "这条说的年度内是指哪年": Case("gaofei", ("⑫", "2018年度"), (("gaofei", "详情 12"),)),
    "哪个文件规定的": Case("wangmin", ("《2015年度铁岭县政府质量工作考核细则》",)),
    "有没有我们的加分机会": Case("xuna", ("没有带加分的项", "加分最多5分")),
    "怎么能加分": Case("wulin", ("㉗", "加分最多5分")),
    "上次那份还能用吗": Case("wangmin", ("原文未规定", "2015年度")),
    "去年的方案还能用不": Case("wangmin", ("原文未规定", "我的材料")),
    "目标值是谁定的 多少": Case("hujie", ("目标95（市质兴办2013-11-30定）",), never=("不能看其他单位",)),
    "别的镇江苏名牌都报了几个": Case("gaofei", ("不能看其他单位",)),
    "联系人名单还能补不": Case("songli", ("1月10日", "过了时限也要交")),
    "自评报告写几部分": Case("songli", ("二、工作亮点", "四、下一步工作措施")),
    "我们镇还要完成多少": Case("gaofei", ("⑫", "目标4")),
    "那个申诉有信了没": Case("wangmin", ("第1号异议", "还没有办结"), _CONTESTED),
    "延期批了吗": Case("wangmin", ("方案还在会签", "还没有批"), (("wangmin", "申请延期 方案还在会签"),)),
    "延期批下来没": Case("wangmin", ("没有收到过您的延期申请",)),
    "通过了还能改不": Case("wangmin", ("已核定通过", "解锁")),
    "我们的分是谁给打 找谁说理去": Case("heping", ("审核员审", "有事找质强办的周宁")),
    "没出事要不要报个0": Case("gaojun", ("不用报0", "T11-Y")),
    "三个区的数都是质检院给的 我直接转发报告行吗": Case("hujie", ("只作材料收", "数要另外打字发")),
    "正好低1个点是扣1分还是扣2分": Case("hujie", ("试算（不入库）", "低1个点＝94", "9/10分")),
    "低3个点以上呢 怎么扣": Case("hujie", ("原文",), never=("试算",)),
    "纸质的要几份": Case("songli", ("原文未规定",), never=("哪一项",)),
    "我是1月5号发的文 算2021年的吗": Case("songli", ("2021年度", "由审核员定")),
    "印证材料必须红头吗 简报行不行": Case("songli", ("文件、信息在内", "简报")),
    "目标是90我们报91.3 超的有奖励吗": Case("gaofei", ("原文未规定", "没有分值"), never=("①",)),
    "再涨多少能满分": Case("xuna", ("到12就是满分，还差0.5",), (("xuna", "1 11.5"),)),
    "无证明材料扣2分是扣到2分还是得2分": Case("chenjing", ("照口径算", "完成任务但无证明材料（扣2分） 2分")),
    "投诉那项是跟哪年比": Case("liuyang", ("⑦", "2015年度")),
    "出了事故瞒着不报会怎么样": Case("gaojun", ("只是查规定，没有登记",)),
}
