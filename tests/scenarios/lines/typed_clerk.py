"""What the clerk of the office types in a year: people by nickname, targets, who has sent nothing, who was told."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

Z = "zhouning"
REPORTED: Final[tuple[Said, ...]] = (("wangmin", "2 100"), ("chenjing", "1 齐全"))
RETURNED: Final[tuple[Said, ...]] = (*REPORTED, ("liqiang", "待审"), ("liqiang", "1退回 没盖章"))
APPEALED: Final[tuple[Said, ...]] = (*REPORTED, ("wangmin", "异议 2 公示的分不对，我们是100%不是98%"))
PAPERS: Final[tuple[Said, ...]] = (("songli", "材料 3 平农〔2021〕45号"),)
PEOPLE: Final[Mapping[str, Case]] = {
    "城建局小赵要绑定 给发个绑定码": Case(Z, ("赵新的绑定码",)),
    "城建局小马要绑定 给发个绑定码": Case(Z, ("没有您说的人", "没有发码"), never=("赵新",)),
    "旅游局要绑定 发个码": Case(Z, ("陈静（联络员）", "已绑定，没有发码")),
    "给小赵发个码": Case(Z, ("赵新的绑定码",), never=("【通知】",)),
    # a nickname of another bureau, and one that only calls the bot, name nobody
    "旅游局的小王电话多少": Case(Z, ("县旅游局 陈静",), never=("王敏",)),
    "小周 现在多少分": Case(Z, ("暂得",), never=("周宁：",)),
    "高军报了没": Case(Z, ("县安监局·半年", "未报：T11-H1")),
    "联系人有变 录一下": Case("qinfang", ("哪一家、谁换成谁", "没有改动")),
    "公安局联系人有变": Case("qinfang", ("公安局万鹏换成新的人",)),
    "李强这几天住院了 他手上待审的先转给钱伟": Case(Z, ("将安排代审：钱伟审李强的件",), never=("停用",)),
    "李强出差 换钱伟审": Case(Z, ("将安排代审：钱伟审李强的件",), never=("已经是审核员",)),
    # who is not on the roster is said so, and nobody else is taken off duty for him
    "旅游局李四调走了，以后这摊活王五接": Case(
        Z, ("名册里没有李四", "1 加为县旅游局联络员"), never=("将停用",)
    ),
    "旅游局陈静调走了，以后这摊活王五接": Case(Z, ("将停用县旅游局 陈静", "转王五")),
    "旅游局老李调走了，王五接": Case(Z, ("名册里没有老李",), never=("将停用",)),
    "城建局的以后换钱伟审，李强不审了": Case(Z, ("钱伟已经是审核员，没有改动",), never=("李强审钱伟",)),
    "记一下周五开会": Case(Z, ("没有记录", "1 通知各单位：周五开会"), never=("一页纸",)),
}
ASKED: Final[Mapping[str, Case]] = {
    "哪些单位材料一件没有": Case("qinfang", ("材料一件没交的", "公安局"), PAPERS, never=("农业农村局",)),
    "材料一件都没交的催一下": Case("qinfang", ("将发给3人",), PAPERS, never=("宋莉",)),
    "退回的那家通知了没有": Case(Z, ("当场通知填报人", "陈静 审核结果"), RETURNED),
    "农发局那块总共多少分的": Case(Z, ("T15-H1 制定农药质量市场抽查方案：3分；县农发局报",), never=("暂得",)),
    "城建局一共多少分": Case(Z, ("暂得4/12分",), REPORTED),
    "昨天谁改过数据 给我列一下": Case(Z, ("6月23日没有任何",), REPORTED),
    "汇总每天几点发群里": Case("xieyun", ("不是每天", "钟点是上午")),
    "还有啥拿不准的没定 列出来我确认": Case(Z, ("1/146",)),
    "算不算否决": Case("xieyun", ("要看是不是区域性、系统性",), never=("1 登记",)),
    "归档了还能再打开不": Case(Z, ("解除归档",), never=("没有归档（",)),
    "去年的结果放进通报里": Case(Z, (), never=("往年结果的命令",)),
    "把2014年的结果导进来怎么弄": Case(Z, ("新建考核 名称", "没有改动"), never=("kaohe",)),
}
ORDERED: Final[Mapping[str, Case]] = {
    "目标改成全市平均，等几个区都报上来再算": Case("xieyun", ("哪一项的目标用平均值", "1 1.1")),
    "制造业目标改成全市平均": Case("xieyun", ("已设：1.1",), arranges=("target",)),
    "谁把目标改成全市平均的": Case("xieyun", ("还没有作过安排",)),
    "以后大家说 工监率 就是指新开工工程覆盖率那项": Case(Z, ("“工监率”＝T17-H1",), arranges=("alias",)),
    "城建局那个申诉核过了，同意，回复一下他们": Case(Z, ("将办结第1号异议",), APPEALED, never=("【通知】",)),
    "退回的告诉他们一声": Case(
        Z, ("县旅游局陈静", "审核退回的项还没有改"), RETURNED, never=("【通知】退回的",)
    ),
    "再提醒提醒那些还没报的": Case(Z, ("将提醒5人",)),
    "只提醒材料没交的 已经报数的就不要催了": Case(Z, ("将提醒5人", "还没交材料的项不催"), REPORTED),
    "只提醒材料没交的 没报数的就不要催了": Case(Z, ("1 只催报了数、没交材料的",), REPORTED),
    "29号9点再提醒没报的": Case(Z, ("将6月29日09:00发给5人", "已经报齐的不会收到")),
    "7月2号9点再提醒没报的": Case(Z, ("已经报齐的也会收到",)),
    "半年那个截止 7.3吧 改一下": Case(Z, ("→2015年7月3日18:00",)),
    "宽到29号": Case(Z, ("6月29日不晚于现在的截止6月30日", "没有改动"), never=("7月29日",)),
    "宽到7月29号": Case(Z, ("→2015年7月29日18:00",)),
    "今年的质量工作考核要弄起来了 铁岭县2015年度的 你先建一个": Case(
        Z, ("将新建《铁岭县2015年度质量工作考核》",), never=("奖励制度",)
    ),
}
TARGET: Final[tuple[Said, ...]] = (("xieyun", "制造业目标95"), ("xieyun", "用平均值"))
SECOND: Final[Mapping[str, Case]] = {
    "给分管领导也发一份，说本单位还有几项没报": Case(Z, ("将发给1人（县城建局李刚）",), never=("计分表",)),
    "平均值先不用了，还按95": Case("xieyun", ("已设：1.1", "目标95%"), TARGET, arranges=("target",)),
    "平均先按两个区算着": Case("xieyun", ("1.1的目标已按平均值", "暂估"), TARGET),
    "平均值先不算，等各区报齐": Case("xieyun", ("报齐后自动重算", "没有改动"), TARGET),
    "平均值先不用": Case("xieyun", ("没有哪一项的目标是按平均值",)),
    "下周三政府要报告，到时候提醒我一下": Case(Z, ("不记个人备忘",), never=("下一个工作日",)),
    "每个单位应报几项已报几项给我列个表": Case(Z, ("县城建局 应报3、已报1、还差2",), REPORTED),
    "科技局发明专利从8件改成12件，他们来函了": Case(
        "fengxue", ("代市科技局填报1项", "8→12"), (("xuna", "1 8"),)
    ),
    "科技局报的专利数给他退回去，和统计局的对不上": Case(
        "fengxue", ("市科技局", "退回“", "和统计局的对不上"), (("xuna", "1 8"),)
    ),
    "李强没空审，我自己来审，有几件": Case(Z, ("质强办本来就能审全部",)),
    "刚才那个改期都通知到了吗": Case(
        Z, ("【改期】", "待发"), ((Z, "截止改到7月3号 原因省局推迟"), (Z, "是")), never=("撤销",)
    ),
    "城建局要延几天？同意，给到7月5号": Case(
        Z, ("7月5日", "单位申请：检测报告没出"), (("wangmin", "申请延期 检测报告没出"),), never=("要延几天",)
    ),
    "市里要求提前到14号交齐，把截止改一下": Case("qinfang", ("→2022年1月14日18:00", "原因：市里要求。")),
    "把考核结果导个表给我，要能打印的": Case(Z, ("计分表",), never=("发布",)),
}
PHONED: Final[Mapping[str, Case]] = {
    "刚才市农委胡科长来电：华容区农产品96.8，梁子湖区97.2，请先登记": Case(
        "xieyun", ("代市农委填报2项", "（华容区） 96.8%", "（梁子湖区） 97.2%"), never=("满意度",)
    ),
    "安岳那个项目一次验收合格率住建局也说了，98.5": Case(
        "duhao", ("代市住建局填报1项", "（安岳县） 98.5%"), never=("目标值",)
    ),
    "旅游局说了没有人": Case(Z, ("县旅游局",), never=("填报",)),
    "我问的是万人发明专利那项 科技局报了没": Case(
        "fengxue", ("万人发明专利拥有量", "未报"), never=("【通知】",)
    ),
    "专利现在报了多少呀": Case("fengxue", ("万人发明专利",), never=("应报70项",)),
    "现在报了多少呀": Case("fengxue", ("应报70项",)),
    "公安局典型案例交了几个了": Case("qinfang", ("识别到典型案例0个",)),
    "城建局王敏问他们填报的农业局是哪个": Case(Z, (), never=("【通知】",)),
    "城建局问一下覆盖率怎么还没报": Case(Z, ("将发给1人（县城建局王敏）", "覆盖率怎么还没报")),
    "还有啊 你给各单位发个通知 就说星期五上午九点在政府三楼开会 叫他们联络员都来": Case(
        Z, ("【通知】星期五上午九点在政府三楼开会",), never=("确认导入",)
    ),
}
CLERK_TYPED: Final[Mapping[str, Case]] = {**PEOPLE, **ASKED, **ORDERED, **SECOND, **PHONED}
