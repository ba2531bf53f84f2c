"""What contacts ask outright: how a line is sent, how lines differ, what has come in, what there is nothing of."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.typed_contacts import COVERED, wang

_SHOWN: Final = (("luming", "我的任务"),)
_RATES: Final = (("hujie", "鄂城区96.2 华容区95.8 梁子湖区94.1"),)
_CLOSED: Final = "您不能看其他单位的情况"
_OPEN: Final = ("原文未规定", "回1把您的原话转给质强办")

ASKED_TYPED: Mapping[str, Case] = {
    # what is sent for a line, and how many of it
    "食品药品是分开报还是合一起报": Case("tangli", ("只报一个数据", "各报一个数", "一个综合合格率")),
    "计量那项是写文字还是填数": Case("wulin", ("⑫", "要报8个数据", "“是”或“否”")),
    "7那个投诉的要报件数吗还是选一个就行": Case("liuyang", ("⑦T12-H1", "不填数，选一种")),
    # at which milestones the same work is reported
    "这个下半年还要再报一次吗": Case(
        "chenjing", ("T20-H1", "T20-Q3", "T20-Y"), (("chenjing", "2 无事故"),), never=("T10",)
    ),
    "名牌那个是半年报还是全年报": Case("liuyang", ("T03-H1", "T03-Y", "各报各的")),
    "季度要报吗还是年底一次报": Case("caiming", ("不分季度", "一年报一次")),
    # what sets lines apart
    "4和5怎么名字一样，有啥区别": Case(
        "liuyang", ("区域性产品质量问题", "打击假冒伪劣食品药品", "评分标准一样")
    ),
    "16跟17区别在哪": Case("wulin", ("19.1", "国家监督抽查", "19.2", "省级监督抽查")),
    # what there is nothing of
    "第18项口岸检验检疫，我们区没有口岸，怎么报": Case(
        "guolan", ("⑱", "原文未规定", "转给质强办"), never=("直接发“18",)
    ),
    "我们这儿上半年没有新开工的 覆盖率怎么填": wang("T17-H1", "0/0", "填报100"),
    # what no facet knows: the office can be asked by one tap
    "制定标准是要我们自己出地方标准吗？": Case("chenjing", ("T10-H1", *_OPEN)),
    "覆盖率是按面积算还是按项目个数算啊": wang("T17-H1", *_OPEN, never=("0/0",)),
    "这个指标数据要以省里公布的为准吗 省里明年2月才出": Case("xuna", ("12件", *_OPEN)),
    # what has come in, and what of it has not
    "刚才的收到了吧": wang("收到了", "100%", "待审", before=(("wangmin", "2 100%"),), never=("撤回",)),
    "怎么又催 不是报过了吗": Case(
        "gaojun", ("还没有入库", "1 方案已印发"), (("gaojun", "1 方案已印发，检查企业86家"),)
    ),
    "之前报过纸质的了，这里还要再报一遍？": Case("wanpeng", ("在这里也要报一次",)),
    "图发过去没有": wang("已交0件"),
    "啥意思 我就1项？": Case("gaojun", ("只有1项", "①")),
    # the points of one assessed unit, of what another unit reports, and of what has not been reported
    "鄂城区得几分": Case("hujie", ("鄂城区", "10/10分"), _RATES, never=("29/30", "华容区")),
    "我们区制造业合格率多少了": Case("guolan", ("1.1", "由市质监局报"), _RATES, never=("0/62", "96.2")),
    "覆盖率99.5 为啥一分没有": wang("还没有上报", "试算", "0/4分"),
    "我报了98怎么是0分": wang("暂得0/4分", "98%", before=(("wangmin", "2 98%"),)),
    # others stay closed; the own list does not
    "还有谁没报啊 别就催我们": Case("liuyang", (_CLOSED,)),
    "华容区报了没有": Case("guolan", (_CLOSED,), never=("4.1",)),
    "别的局都报了没": Case("gaojun", (_CLOSED,)),
    # long lists page on, and end
    "还有哪些没报的 发全一点": Case("luming", ("①", "㉞")),
    "后面的呢": Case("luming", ("㉑", "㉞"), _SHOWN, never=("⑳",)),
    "更多": Case("luming", ("已经是全部",), (("luming", "还差什么"),)),
    # a day before the deadline needs nobody's leave; a later one is the office's
    "还有两个县的数没报上来 合格率明天给你行吗": Case("songli", ("1月17日18:00",)),
    "半年的材料能不能拖到7月3号，盖章的人出差了": wang("延期由质强办批准"),
    # what tells beside a list of questions stays a report
    "2 100%，收到了吗": wang("100%", stored=COVERED),
    "诚信标准还在征求意见，规划已经发了": Case("chenjing", ("还在办",)),
    # what only names what has just been stored is no report, and a question nobody knows is the office's
    "管理体系的": Case("gaofei", ("已经收下了", "⑫"), (("gaofei", "认证5家"),), never=("请直接发。",)),
    "乐至的分呢": Case("caiming", ("乐至县", "7.92"), (("caiming", "雁江98 安岳96 乐至96"),)),
    "材料发你这就行了 还是要送到市场局": Case("jiangtao", ("直接发到这里就行",)),
    "三个县分开报还是报一个总的": Case("caiming", ("分开报", "各报一个数")),
    "公安那边报了吗": Case("songli", (_CLOSED,)),
    "自评分打多少合适": Case("songli", ("由您单位自己打", "原文未规定")),
    # two questions in one line, a greeting before one, and words that tell the other way round
    "第一项得分谁测算，我们报什么数": Case("jiangtao", ("要报2个数据", "由谁测、从哪里取数")),
    "在吗，半年的怎么报": wang("各项这样发", "②", "填百分数"),
    "哪几项是年底才要的": wang("年终您单位还要报3项", "T17-Y"),
    "印证材料在哪儿传": Case(
        "jiangtao", ("直接发到这里就行",), (("jiangtao", "③公路水路工程质量保障体系已建立"),)
    ),
    "材料我打个包发你行不": Case("chenjing", ("直接发到这里就行",)),
    "材料齐 分数够不": Case("gaojun", ("有方案并有证明材料得4分", "“材料齐”没有入库")),
    "还差哪些 太多了给我看前面10分大的": Case("luming", ("按分值从大到小", "③"), never=("还差34项",)),
    # lines that are picked by their points, by what is sent for them, by a word; lines that are missed
    "那个4分的是按什么评的": Case("wanpeng", ("①8.3", "（4分），原文")),
    "6分的那个怎么评": Case("guolan", ("问的是哪一项", "1 产品质量监管", "4 标准")),
    "0.5分的那项是啥": Case("songli", ("⑤", "⑥"), never=("①",)),
    "19项里哪些是6分的": Case("guolan", ("6分的有4项", "⑬", "⑯"), never=("①",)),
    "我这边哪些是要填数字的": Case("luming", ("要填数的有5项", "（百分数）", "其余29项")),
    "哪几项是抽查合格率": Case("wulin", ("有2项", "⑯", "⑰"), never=("①",)),
    "名牌那个咋样才能拿满分": Case("liuyang", ("②T03-H1", "有奖励制度得4分")),
    "怎么没有3号": Case("gaofei", ("没有第3项", "原文没有给您单位的任务")),
    "我怎么从2跳到4了": Case("gaofei", ("没有第3项",)),
    "为啥我没有2A3A那个": Case("luoying", ("没有“省质量信用2A", "没有给白蒲这项的任务")),
    # a mere number is a place on the own list, whatever line has it as its code
    "详情 5": Case("wulin", ("⑤", "放心消费", "编号5的是③", "详情 3")),
    "材料 5": Case("wulin", ("⑤", "还没有材料", "“材料 5")),
    # two questions in one line: each is answered, of its own item, or said to have no ready answer
    "第7项要什么材料 第8项谁评": Case(
        "luming",
        ("⑦4.1", "⑧5.6", "考核评分"),
        never=("⑧5.6 推动建立反不正当竞争工作协调机制，开展重点领域反不正当竞争执法要的",),
    ),
    "合格证那项要交什么材料 有格式没": Case("songli", ("③5.1", "已交0件", "材料的形式"), never=("附件3",)),
    "自评报告有没有字数要求 几点前交": Case("songli", ("1月17日下午下班前", "字数", "原文未规定")),
    "联系人名单要填什么内容": Case("wanpeng", ("职务、电话", "已逾期")),
    "自评报告交了没": Case("songli", ("还没有登记已交",)),
    # what is asked of the bot and of how things are sent here; later lines; what is only hearsay
    "第7项详情发我看看": Case("wulin", ("10.3", "评分标准"), never=("文字材料",)),
    "年底那部分现在也要报吗": Case("heping", ("T15-Y", "现在不用报")),
    "印证材料太大了发不出去，200多兆咋办": Case(
        "wanpeng", ("200MB的文件收不了", "最大50MB"), never=("原文未规定",)
    ),
    "我用excel表格贴过来行吗": Case("caiming", ("直接粘贴发来就行",)),
    "标准制修订今年一个没有，会扣多少分": Case("gaofei", ("⑬", "扣几分原文未规定")),
    "秦芳说可以晚两天 是真的吗": Case("luming", ("以这里的时限为准", "1月17日")),
    "34项太多了 有没有不用报的": Case("luming", ("34项都是", "回1把您的原话转给")),
    "公安局也列在打假那项里 他们报还是我们报": Case("liuyang", ("⑤T08-H1", "是您单位报")),
    # a question that nothing here answers is said to have no answer, and can be handed on by the first number
    "考核组来几个人啊，要安排车吗": Case("gaojun", ("没有现成答案", "1 把您这句话转质强办")),
    "材料我都给质监局小胡了 他没传给你们吗": Case("guolan", ("送到别处的我这里看不到", "材料有0件")),
    "怎么才能拿到10分那项的满分": Case("liuyang", ("①T01-H1", "有证明材料”这一档")),
    "乐至的数我不掌握 找谁要": Case("caiming", ("手里没有数可以先不报",), never=("不能看",)),
    "安岳的能不能让安岳县局自己报": Case("panhui", ("由市质监局报", "由质强办的杜浩明确"), never=("不能看",)),
    "我们局长问这次考核占多大比重": Case("chenjing", ("没有现成答案",), never=("理解",)),
    "早上八点就发提醒太早了 能改下午吗": Case("songli", ("每天下午3点提醒我",)),
    # what else asks for a facet: what follows, from when, how far from the target, a place among others
    "这两项今年还有后续吗": Case("chenjing", ("还要报4项", "T20-Y")),
    "专利数用哪天的，年底人口还没出": Case("xuna", ("原文未规定", "“年底人口还没出”：知道了")),
    "梁子湖比目标低多少 扣几分": Case(
        "hujie", ("梁子湖区", "0.9", "9/10分"), (("hujie", "1 梁子湖区 94.1"),)
    ),
    "我们区得分多少了，全市排第几": Case(
        "guolan", ("您不能看其他单位的情况", "暂得0/62分"), never=("现在：未报",)
    ),
    "课题企业数没有咋办": Case("gaofei", ("⑪", "报“无”或0")),
    "就我们一家报农药吗": Case("heping", ("由县农发局报",)),
    # a value beside a question that puts it in doubt is stored by one tap
    "14.83，去年是多少来着": Case(
        "xuna",
        ("去年的数和得分这里没有", "“14.83”没有入库", "请回1"),
        then=("1", "1"),
        asks=True,
        stored={"18": {"patents_per_10k": "14.83"}},
    ),
    # a slip of the fingers is no question, and no level is guessed for it
    "①有有没有": Case("liuyang", ("是哪一种", "1 ①", "3 ①"), never=("没有现成答案",)),
    "就两项啊": Case("wanpeng", ("对", "共2项")),
    # what was done beside what is asked: both are heard, whatever comes of either
    "规划印发了，协调机制那个要不要会议纪要": Case(
        "guolan",
        ("4.2", "原文未规定", "“规划印发了”是哪一项", "3 ①"),
        asks=True,
    ),
    "规划已制定": Case("guolan", ("1 ①", "3 ①"), asks=True),
    "规划有": Case("guolan", ("1 ①", "3 ①"), asks=True),
    "方案印发了，照片要几张": Case(
        "gaojun", ("原文未规定", "1 ①制定方案"), then=("1",), asks=True, stored={"T11-H1": {"level": "full"}}
    ),
    # the whole of the clause, and what is to be reported, where nothing answers but it
    "我局机构力量建设这项具体考什么": Case(
        "wanpeng", ("11.2", "两法衔接”机制建设，完善", "要报：单位自评分")
    ),
    "要交什么材料啊": Case("chenjing", ("条文没有列出要哪些材料", "T10-H1", "T20-H1"), never=("都提到了",)),
    "监督覆盖率怎么算的呀，分母是开工项目还是在监项目": wang("T17-H1", "原文未规定", never=("99.96", "0/0")),
    # a figure that will change
    "这个数是到10月底的，年底还会变，到时候再更新行吗": Case(
        "xuna",
        ("可以", "17.35", "12月29日18:00前", "1 新数"),
        (("xuna", "万人发明专利17.35"),),
        never=("没看懂", "没有记录"),
    ),
    "17.35 这是10月底的，年底再更新一次可以吗": Case(
        "xuna", ("已收", "17.35", "1 新数"), stored={"18": {"patents_per_10k": "17.35"}}
    ),
    # what was handed in long ago is noted on its day, not on today's
    "联系人名单上礼拜就交了呀，怎么还说逾期": Case(
        "songli", ("1 联系人名单已交（按您说的上礼拜交记", "没有逾期")
    ),
    "联系人名单早就报过了 不要再催了": Case("wanpeng", ("哪天交的", "记为逾期")),
    "是上周五交的": Case(
        "wanpeng",
        ("1月7日交记", "没有逾期"),
        (("wanpeng", "联系人名单早就报过了 不要再催了"),),
        arranges=("handed",),
    ),
    # many items of one word, the only item of a list, figures that others give
    "质量监管那几个分别怎么算分": Case("guolan", ("⑬5.6", "⑭5.7", "⑮5.8", "详情 13"), never=("①4.1",)),
    "抽检要覆盖哪些品种": Case("caiming", ("1.1", *_OPEN)),
    "检测体系那个县级的算不算": Case("songli", ("5.3", "原文未规定"), never=("没有入库",)),
    "例行监测合格率什么时候出": Case("songli", ("1.3", "什么时候出，原文未规定", "1月17日18:00前")),
    # what a question says of the items themselves is nothing that was done
    "4和5都是制定整治方案，有啥区别？": Case("liuyang", ("T07-H1", "T08-H1", "评分标准一样")),
    "协调机制开了两次会，纪要要不要盖红章": Case(
        "guolan", ("盖不盖章", "原文未规定", "1 记作文字材料"), never=("回清单上的序号",)
    ),
    "死亡率无事故的话报0还是不报": Case("wulin", ("19.6", "直接发“19"), never=("还没定",)),
}
