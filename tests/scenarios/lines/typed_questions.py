"""What contacts ask about one line of their list, what they promise and sigh: nothing of it is stored."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.typed_contacts import FIRST_98, wang

_PATENTS = (("xuna", "万人发明专利拥有量12.3"),)

QUESTIONS_TYPED: Mapping[str, Case] = {
    # its target, its points, how far it is
    "食药的目标多少": Case("tangli", ("1.2", "目标96")),
    "满分几分": Case("heping", ("T15-H1", "3分")),
    "体系认证还差几家": Case("gaofei", ("目标4", "还差1"), (("gaofei", "新增质量管理体系认证获证企业数3"),)),
    "我那个专利报多少来着": Case("xuna", ("12.3",), _PATENTS),
    "豇豆那个叫啥项目来着 几分": Case("songli", ("6.3", "0.5分")),
    "目标97 雁江差多少": Case("caiming", ("雁江区", "目标97")),
    "12件得几分 11.9呢": Case("xuna", ("不入库", "2/2分", "1.5/2分")),
    "梁子湖要是95.0差一点 94.9扣几分": Case("hujie", ("不入库", "94.9%：9/10分")),
    "知识产权是8.4还是11.3": Case("luming", ("⑮", "⑱")),
    "哪项最容易扣分": Case("liuyang", ("按分值", "10分")),
    "年终那个现在能报不": Case("gaojun", ("T11-Y", "12月31日18:00截止")),
    # whose it is
    "12315那个应该是市场局报吧？怎么挂我们头上": Case("chenjing", ("T12-H1", "市场监督管理局、县旅游局")),
    "农产品合格率谁报": Case("hujie", ("1.3", "市农委")),
    # whether it has arrived, and who reviews it
    "刚报的收到没有啊": wang("收到了", "98%", "待审", before=FIRST_98),
    "谁审我的？": wang("审核员", "质强办"),
    # only the district that is named is taken back
    "先撤掉梁子湖的": Case("hujie", ("没有可以撤回的",)),
    # what it asks for stands in the first line, and a value that is asked about is tried, never offered as a report
    "覆盖率99.5能给分吗": wang("试算（不入库）", "99.5%：0/4分", never=("回1",)),
    "要是只有99.9呢": wang("99.9%：0/4分", before=(("wangmin", "覆盖率98能得几分"),)),
    "省抽低于92怎么算分": Case("wulin", ("19.2", "90%以下的不得分"), never=("试算",)),
    "专利数按哪个时间点算": Case("xuna", ("18", "原文未规定", "12月29日")),
    "工业品抽查合格率谁给打分": Case("panhui", ("1.3", "原文未规定", "审核员审")),
    "谁给这项打分啊": Case("hujie", ("由市质监局考核评分",), before=(("hujie", "详情 1"),)),
    "证书照片要发原件还是复印件": Case("luoying", ("材料的形式", "原文未规定", "姚琴")),
    "方案的扫描件没盖章行不行": Case("heping", ("盖不盖章", "原文未规定")),
    "小数点后保留几位": wang("原文未规定", "不四舍五入"),
    "覆盖率要写成100还是100%": wang("按百分数报", never=("没有入库",)),
    "凭什么给0分": wang("低于100%得0分", "0/4分", before=FIRST_98),
    "这个合格率是省厅测的 我们手里没有数 咋报": Case("songli", ("1.3", "这个数由农业农村局报", "可以先不报")),
    "12月30号下班前都能改吧": Case("caiming", ("能改", "12月30日18:00截止")),
    "出一起事故扣多少": Case("chenjing", ("T20-H1", "未完成得0分")),
    # what is reported beside a question is taken in, unless the question puts it in doubt
    "1 齐全 2 100% 3 有材料 还差啥": wang(
        "都报齐了",
        stored={
            "T16-H1": {"level": "full"},
            "T17-H1": {"coverage_percent": "100"},
            "T18-H1": {"level": "full"},
        },
    ),
    "覆盖率是98.6，口径对不对": wang("T17-H1", "“覆盖率是98.6”没有入库"),
    "国抽91，省抽96，够不够达标": Case("gaofei", ("不入库", "91%：达到目标", "96%：达到目标")),
    "体系认证我们镇的指标是几个": Case("gaofei", ("目标4",)),
    "昆仑那项总共几分": Case("wanpeng", ("8.3", "满分4分")),
    "事故起数填0还是填无": Case("chenjing", ("报“无”或0",), never=("没有入库",)),
    "我们镇离目标还差多少": Case("gaofei", ("目标和现在的数", "①江苏名牌申报数", "目标2")),
    "风险监测0.5分能报1吗": Case("songli", ("不能大于0.5",), never=("回1",)),
    "我们没有省质量信用这项吧": Case("luoying", ("没有给白蒲这项的任务", "不用报")),
    "国抽省抽目标各是多少": Case("wulin", ("19.1", "19.2")),
    "示范项目数没有就写0吗": Case("jiangtao", ("1.7", "报“无”或0"), never=("是哪个意思",)),
    # a lone number in front is a place; a lone value is of the only item that takes one
    "2怎么扣分的": wang("T17-H1", "低于100%得0分", never=("试算",)),
    "报98能得几分": wang("98%：0/4分"),
    "第3第4项啥要求": Case("liuyang", ("T06-H1", "T07-H1")),
    "那第三项呢": wang("T18-H1", "无材料得0分", before=(("wangmin", "第二项怎么算分"),)),
    # one's own list, dates and score
    "我们一共几分 现在拿了几分": Case("chenjing", ("满分合计8分", "暂得0/8分")),
    "审核要几天": wang("原文未规定", "审核员审"),
    "下半年我们还有啥要报的": Case("gaojun", ("还要报", "T11-Y", "12月31日18:00")),
    "这个月底之前要交啥": wang("6月30日截止", "共3项"),
    "上次让补的那个补上没": Case("caiming", ("没有被退回、要求补的",)),
    "镇里任务完成几个了": Case("gaofei", ("共12项，已报0项", "达到目标0项")),
    "旅游局这边现在得多少分了": Case("chenjing", ("暂得0/8分",)),
    "我昨天报了啥": wang("昨天（6月23日）您没有报过数", "②", before=FIRST_98),
    "我们丢分丢在哪": wang("丢4分", before=FIRST_98),
    "跟别的局比我们算好的不": wang("不能看其他单位", "暂得0/12分"),
    # without an item it is asked which one, and the number asks it of that one
    "材料不全扣几分啊": wang("问的是哪一项", "3 采取措施提高工程质量整体水平"),
    "1": wang("T16-H1", "证明材料不全得2分", before=(("wangmin", "材料不全扣几分啊"),)),
    # promises and sighs
    "专利数统计局还没出来 月底给你": Case("xuna", ("没有记录任何数据", "还缺①")),
    "数据要省局反馈了才有 估计月底": Case("tangli", ("没有记录任何数据", "12月31日")),
    "嗨呀忙得脚打后脑勺 明儿再弄": Case("chenjing", ("没有记录任何数据", "还缺①②")),
    "好的马上报": wang("好的", "还缺①②③"),
    # other units stay closed
    "旅游局那边交了没有": wang("不能看其他单位"),
}
