"""What contacts ask in words that nobody foresaw: the clause, their own value and how it was reviewed answer it."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.typed_contacts import FIRST_98, wang

_DISTRICTS = (("caiming", "雁江区98.2 安岳97.6"),)
_PATENTS = (("xuna", "万人发明专利拥有量14.6"),)

UNFORESEEN_TYPED: Mapping[str, Case] = {
    # which of two readings holds: what the clause prints, else that it prints neither
    "统计口径是常住人口还是户籍": Case("xuna", ("“常住人口”还是“户籍”", "原文未规定"), never=("时点",)),
    "专利是授权量还是拥有量": Case("xuna", ("原文写的是“拥有量”", "没有写“授权量”")),
    "②的覆盖率是按项目个数还是按建筑面积算": wang("“项目个数”还是“建筑面积”", never=("百分数报",)),
    "质量标兵是申报了就算还是要评上": Case("gaofei", ("原文写的是“申报”", "没有写“评上”")),
    "满意度调查是自己搞还是委托第三方": Case("chenjing", ("1 把您这句话转质强办",), never=("T16",)),
    "主要农产品包括水产和畜牧吗": Case(
        "caiming", ("没有写到您问的“主要农产品包括水产和畜牧吗”", "回1把您的原话转给")
    ),
    "江苏名牌复评的算不算新的": Case(
        "wulin", ("没有写到您问的“江苏名牌复评的算不算新的”", "获江苏名牌产品数")
    ),
    "②材料要不要盖章": wang("材料的形式", "原文未规定"),
    # the own value: its points, and what has full ones
    "能得满分不？": Case("xuna", ("已是满分", "14.6", "2/2分"), _PATENTS),
    "这个数能拿满吗": wang("不是满分", "98%", "0/4分", "100%", before=FIRST_98),
    # how it was reviewed
    "审核过了没": Case("caiming", ("98.2%", "97.6%", "待审"), (("caiming", "雁江98.2 安岳97.6"),)),
    "刚报的审了吗，谁审": Case("gaofei", ("审核员审", "92%", "待审"), (("gaofei", "6 92"),)),
    "局里问这个市里看了没有": Case("tangli", ("99%", "待审"), (("tangli", "鄂城99"),)),
    # whether there is a task at all: a question registers nothing
    "省质量信用那个我们镇没有任务吗？": Case("luoying", ("没有给白蒲这项的任务", "不用报")),
    "认证的事归不归我们管": Case("heping", (), never=("已登记",)),
    "这么多条哪条跟我们没关系": Case("wanpeng", (), never=("已登记",)),
    "我们局有没有信用这块的任务": Case("jiangtao", ("清单上没有",)),
    "特种设备事故是不是我们安监报": Case("gaojun", ("由县安监局报",), never=("没有现成答案",)),
    "我报到哪了": Case("tangli", ("还差3项",)),
    "第二项的覆盖率怎么算的，分母含不含装修工程": wang("低于100%得0分", "“分母含不含装修工程”", "回1"),
    "6月30号是报上来就行还是要审完？": Case("chenjing", ("报上来的时限", "几时审完原文未规定")),
    "方案在局长那签字呢，下周一给你，其他的几号截止来着": Case(
        "liuyang", ("6月30日18:00截止", "“下周一给你”：知道了"), never=("材料的形式",)
    ),
    "这个季度没啥隐患": Case("gaojun", ("转给质强办的周宁", "①"), never=("您问的",)),
    "等了2天了还没人理": Case("panhui", ("抱歉让您久等", "杜浩")),
    # a number in a sigh is no report
    "有34项啊，哪些分最重先弄哪些": Case("luming", ("按分值",), never=("没有入库", "回1")),
    "都第3遍了": Case("panhui", ("抱歉",), never=("没看懂",)),
    # what nothing understands goes to the speaker's own items, or in his words to the office
    "质量奖励的钱还没拨下来": Case("guolan", ("③质量奖励", "转给质强办"), never=("没看懂", "评分标准")),
    "特种设备我们科不掌握": Case("luming", ("⑤", "⑬", "转给质强办"), never=("没看懂",)),
    "我能不能语音报啊": wang("材料收", "请打字"),
    # several at once
    "项目太多了，19项能不能一次性发个表格给你": Case("guolan", ("可以", "几行", "粘贴")),
    "34项能不能做个excel一块导进来": Case("luming", ("可以", "几行", "粘贴")),
    # the own list by points, by target, by day
    "0分的有哪几个": Case("luming", ("原文没有给分值的有2项", "④", "⑤"), never=("您清单上没有",)),
    "2分以上的是哪些": Case("wulin", ("2分以上的有14项", "③"), never=("⑥", "没有现成答案")),
    "1分的和2分的分别是哪些": Case("wulin", ("1分、2分的有18项",), never=("①",)),
    "目标是1的有哪几个": Case("gaofei", ("目标是1的有5项",), never=("①江苏",)),
    "按截止时间排一下": Case("luming", ("最急的是",)),
    "还差哪个区没报": Case("tangli", ("还差2项", "华容区"), (("tangli", "鄂城区 97.2"),), never=("不能看",)),
    "那还差哪几个": Case("gaofei", ("还差9项", "⑤"), (("gaofei", "1 2\n2 1\n4 1"),)),
    # two halves, two readings, a source
    "第一项怎么打分的？破案数排名还是看什么": Case("wanpeng", ("重点考核", "没有写“破案数排名”", "回1")),
    "农药抽查方案要局长签批的还是发文的": Case("heping", ("“局长签批”还是“发文”", "原文未规定")),
    "人口用统计局公报的吧": Case("xuna", ("“人口用统计局公报", "回1"), never=("不能看",)),
    "规划没出来能不能用工作要点代替": Case("chenjing", ("工作要点代替”", "回1")),
    "装修的项目算进去吗，还有停工的呢": wang("问的是哪一项", "都不是，把您的原话转给"),
    "第8项和第10项有点分不清，能写一起吗": Case(
        "songli", ("属于“（七）", "属于“（八）", "“能写一起吗”", "回1")
    ),
    # points, who sees it, a day, a paper
    "华容的得满分没有": Case("hujie", ("不是满分", "暂得9/10分"), (("hujie", "华容94.1"),)),
    "为啥3和4才1分": Case("jiangtao", ("③", "④", "原文给这一项的满分")),
    "⑬产品质量监管为啥6分，就这一条": Case("guolan", ("6分是原文给这一项的满分",), never=("不是，您名下",)),
    "抽查批次太少会不会影响得分": Case("panhui", ("①", "原文未规定", "回1"), never=("暂得0/24",)),
    "领导能看到我们的数么": Case("tangli", ("领导看得到", "别的单位看不到")),
    "这个材料啥时候截止": Case("gaojun", ("6月30日18:00截止",)),
    "名单我们周一就交过了呀怎么还显示逾期": Case("wanpeng", ("回“联系人名单已交”",)),
    "食品药品那条食药局也报吗": Case("liuyang", ("③", "没有别的单位一起报")),
    "我这19项是谁定的，凭啥都是我报": Case("guolan", ("谁报照原文的分工",)),
    "审核不过会怎么样，能补几次": Case("heping", ("改了重发就行", "截止前随时改")),
    "报完了能不能给我个回执": Case("tangli", ("收到并入库的有1项", "99%"), (("tangli", "鄂城99"),)),
    "三个区哪个最低": Case("hujie", ("93.8%",), (("hujie", "鄂城区96.2 华容区93.8"),), never=("按分值",)),
    "梁子湖94.2，没达标会扣多少分？": Case("hujie", ("9/10分", "定了就这样报请回1")),
    "5个目标超了会多给分吗": Case("gaofei", ("原文未规定", "回1")),
    "6分的那几项都要啥材料": Case("guolan", ("⑬", "⑭", "⑮", "⑯"), never=("①质量",)),
    "事故率没出事报0还是空着": Case("gaofei", ("没有就报“无”或0", "⑨")),
    "安全生产检查次数有没有要求，一年几次": Case(
        "gaojun", ("有方案并有证明材料得4分", "回1"), never=("分2次报",)
    ),
    "啥时候审完，审完会告诉我不": Case("heping", ("原文未规定", "会告诉您")),
    # a line that others report for the own district: its clause, and who knows
    "我们区制造业合格率多少分": Case("guolan", ("达到当年目标值", "要问数请找市质监局"), never=("95.2",)),
    # that figures have come in names no item; of one item alone its units follow each other
    "乐至县刚报来 98": Case(
        "caiming", ("98%（乐至县）",), _DISTRICTS, stored={"1.1|乐至县": {"actual_percent": "98"}}
    ),
    "三个区农产品抽检合格率依次97、96、95": Case(
        "caiming", ("（雁江区）", "97%", "（乐至县）", "95%"), asks=True
    ),
    "三个区药品抽检合格率分别是97、96、95": Case("tangli", ("只是其中一部分", "没有入库")),
    "再加一家 新批下来的": Case("luoying", ("3→4",), (("luoying", "体系认证3家"),)),
    "体系认证2家，月底拿证": Case("gaofei", ("知道了，还没有数",)),
    "南通名牌年底有2个": Case("gaofei", ("是不是", "2"), asks=True),
    "体系认证2家，上个月底下来的": Case(
        "gaofei", ("已收",), stored={"12|九华": {"new_certified_enterprises": 2}}
    ),
    # what another line has more words of is not the line's that was told of last
    "区里今年出台了质量发展规划，政府质量奖也设了": Case(
        "guolan", ("是哪一项", "①质量发展规划", "另有1条也要确认"), asks=True
    ),
    # an accident told of without its name
    "出了1起，轻伤2人，还在调查": Case("gaojun", ("疑似事件，待核实",), kinds=("incident",)),
    "出了2起，都处理完了": Case("gaojun", (), never=("疑似事件",)),
    # what no task is given for; what is published and not agreed to; a figure in what a piece shows
    "无任务的那几项还用管吗": Case("gaofei", ("3 市以上质量奖申报数", "不用报")),
    "安岳那个数不是我们认可的，公示的97.6要改": Case(
        "caiming", ("已登记异议", "97.6%"), _DISTRICTS, kinds=("appeal",)
    ),
    "公示时间要改": Case("caiming", (), _DISTRICTS, never=("已登记异议",)),
    "G311改建工地检查 归第4项": Case(
        "jiangtao", ("已归到④", "说明：G311改建工地检查"), (("jiangtao", "#image"),)
    ),
    # what is said beside a file that did not arrive hands nothing in; an order to write down is no evidence
    "自评报告发过去了 [文件] 自评报告.doc（98MB）": Case("songli", ("没有存成功",), never=("登记吗",)),
    "监督复盖率九十九点五 帮我记上": Case(
        "wangmin", ("99.5%",), stored={"T17-H1": {"coverage_percent": "99.5"}}
    ),
    # by which way a paper goes: when it is due and how, and nothing is registered
    "自评报告邮箱发过去行不行": Case("songli", ("1月17日", "原文未规定"), never=("登记吗", "已交")),
    "邮箱发过去行不行": Case("songli", ("原文未规定",), never=("没有现成答案",)),
    "材料发你邮箱还是发这里": Case("wangmin", ("直接发到这里就行",)),
    # what became of an accident that was told of: asking after it registers none
    "上次那个塌了的工地，后来扣分了没有？": Case(
        "wangmin",
        ("第1号", "待核实，先不计分"),
        (("wangmin", "6月18号有个工地模板塌了 算不算"),),
        never=("已登记为",),
    ),
}
