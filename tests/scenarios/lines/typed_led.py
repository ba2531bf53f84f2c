"""What leaders ask in words of their own: in pieces, of a supposed event, of an earlier year; what they want less of."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said
from tests.scenarios.lines.typed_leaders import REPORTED, sun

_PRODUCE: Final[tuple[Said, ...]] = (
    ("caiming", "农产品合格率 雁江区98 安岳县95.5 乐至县97.2"),
    ("panhui", "工业品合格率 雁江区96 安岳县93"),
)
_PATENTS: Final[tuple[Said, ...]] = (("xuna", "1 8"), ("wulin", "19.2 91.5"))
_TOLD_DISTRICTS: Final[tuple[Said, ...]] = (("linfeng", "跟各区说下 月底前自评全部报上来"), ("linfeng", "是"))
_BUILDERS: Final = (*REPORTED, ("wangmin", "材料 1 县质发〔2015〕3号"), ("suntao", "城建局"))

LED_TYPED: Mapping[str, Case] = {
    # a grade after an event asks for the printed veto, not for the way to a grade
    "发生质量安全事件定什么等次": Case("yeqing", ("考核结果一律为 d 级",), never=("差95分",)),
    "摊上重大质量安全事件还能评B不": Case("yeqing", ("考核结果一律为 d 级",)),
    "区域性质量事件是不是一票否决": Case("yeqing", ("考核结果一律为 d 级",)),
    "不合格有什么惩罚措施没得": Case("yeqing", ("得d级的，原文",)),
    "真要爆出个大案子 是不是按D算": Case("yeqing", ("考核结果一律为 d 级",)),
    "那个什么情况会直接判最低档": Case("yeqing", ("考核结果一律为 d 级",)),
    "公告后多少天内交书面报告": Case("yeqing", ("公告后1个月内",)),
    "d等的话市里怎么收拾": Case("yeqing", ("得d级的，原文",)),
    "加分满分是几分": Case("zhengyi", ("加分最多5分",)),
    # an event that is only priced is tried out for the unit that is named; one that is told of is registered
    "安监局真出了事故 那一项还剩几分": sun("试算（不入库）", "T11-H1"),
    "把旅游那起事故计进去 总分变多少": sun("试算（不入库）", "T20-H1"),
    "旅游局出事故会影响多少分": sun("试算（不入库）", "T20-H1"),
    "旅游局昨天出了事故，扣几分": sun("是要登记，还是只问", asks=True),
    "旅游局昨天出了事故": sun("已登记为“疑似事件", kinds=("incident",)),
    "是不是出一次事故就完蛋了 直接末等": Case("yeqing", ("考核结果一律为 d 级",)),
    "要是市场局投诉没处理好 得扣几分": sun("试算（不入库）", "T12-H1"),
    "如果覆盖率只有95 掉几分": sun("现4分→0分"),
    "假定食品出了事 市场局扣多少": sun("试算哪一项", "1 T06-H1"),
    "出了事故扣几分": sun("只是查规定，没有登记"),
    "如果旅游局没完成 会扣几分": sun("试算哪一项", "T20-H1", never=("回1把您的原话",)),
    # an earlier year, however it is put beside this one
    "去年咱多少分 今年差多少": sun("2014年的结果没有导入", never=("未报18项",)),
    "去年底的结果提高了吗": sun("2014年的结果没有导入", never=("昨天此时",)),
    "有没有比前一年好一点": sun("2014年的结果没有导入", never=("昨天此时",)),
    # a drawing of the course; of the ranking it is the ranking
    "看看每个月涨了多少 最好有图": sun("逐周累计"),
    "画张图 各单位分数排名": sun("责任单位排名"),
    # the item by its place
    "3号是哪一项来着": sun("第3项：制定并实施培育品牌"),
    "排第三的那个指标考的啥": sun("第3项：制定并实施培育品牌", never=("责任单位排名",)),
    "那个20号指标是哪个局的": sun("第20项：加强旅游市场安全监测"),
    "3号是什么日子": sun(never=("第3项：",)),
    # what a topic is called by, in pieces or by a short word
    "食品药品这一摊现在啥进展": sun("相关3项（第6项、第8项、第9项）"),
    "嗯看一下打假那个整治的": sun("第8项"),
    "抽查方面的怎么样了": sun("第13项", "第15项"),
    "看看消费投诉": sun("第12项"),
    "食药监局得几分": sun("没有叫这个的单位"),
    "那个率 覆盖的那个 多少": sun("100%（县城建局6月24日报"),
    "城建 旅游 安监 这仨都咋样了": sun("县旅游局·半年", "县城建局·半年", "县安监局·半年"),
    "城建 农发 说说": sun("县城建局·半年", "县农发局·半年"),
    "城建跟旅游现在都啥样": sun("县旅游局·半年", "县城建局·半年"),
    "整体啥样啊现在": sun("暂得8/80分"),
    # before an examination from above what counts is what has been handed in
    "1月17号前能不能齐活": Case("shiyu", ("看报送不看分",)),
    "省里边考核 材料收得啥进度了": Case("shiyu", ("看报送不看分",)),
    "哪几家自评没交": Case("shiyu", ("自评报告（1月17日18:00截止", "没交13家"), never=("未报68项",)),
    "联系人表收了几家": Case("shiyu", ("看报送不看分",)),
    # files are shown to who asks, and sent to nobody else
    "他们交的佐证我瞅瞅": sun("县城建局材料1件", never=("转达",), before=_BUILDERS),
    "他们那个文件我过一下目": sun("县城建局材料1件", never=("转达",), before=_BUILDERS),
    "你把城建局交的都打包给我": sun("县城建局材料1件", before=_BUILDERS),
    "把方案发给各单位": sun("没有发送", "通知各单位"),
    # what comes every day is stopped, and set to what is wanted instead
    "那个每天那个消息啊 你先给我停了吧": sun("已暂停摘要推送", never=("已设",)),
    "每天那个消息停了吧 改每周一": sun("已设：每周一"),
    # a wish for more time is said back before it goes to the office
    "推迟几天再考核行不行": sun("您不能改时限", "回“是”", never=("已转给质强办", "还没报的"), asks=True),
    "晚三天报会扣分吗": sun(never=("已转给质强办",)),
    "谁要晚两天交": sun("没有人申请延期"),
    # of what the words name, not of everything
    "昨天到今天有没有新的": sun("6月23日到6月24日上报的有2家", never=("待办",)),
    "投诉那项考啥 谁报": sun("第12项 T12-H1", never=("您不能",)),
    "农药那个方案交上来没": sun("农药质量市场抽查方案：未报", never=("未报18项",)),
    "专利那项怎么只有8件": Case("zhengyi", ("取值：8", "12件（含12件）以上的得2分"), (("xuna", "1 8"),)),
    "城建要是三项都满分 总分能到多少": sun("就是12/12分", "16/80分"),
    "要是市场局的全不报我们总分还有多少": sun("丢39分", "最多到41分"),
    "还有多少分没落实": sun("未报的项共72分", never=("按“没报”理解",)),
    "哪天报的": sun("县城建局6月24日报", before=(*REPORTED, ("suntao", "第17项"))),
    "这项多少分": sun("第17项满分：4分", before=(*REPORTED, ("suntao", "第17项"))),
    "比前天呢": sun("县城建局与前天此时", before=(*REPORTED, ("suntao", "城建局比昨天怎么样"))),
    # both halves are answered
    "总分多少 加分算了没": Case("zhengyi", ("/100分", "加分项现在没有人报"), (("xuna", "1 8"),)),
    "报个总分 再报个排第一和垫底的": sun("暂得8/80分", "最好：县旅游局"),
    "考d有什么后果 有没有哪家有这个风险": Case("yeqing", ("得d级的，原文", "眼下的风险")),
    # whoever is in charge is nobody's contact
    "转告各局一把手 周五前把材料交齐": sun("李刚", "发不到的6家", never=("刘洋", "：一把手"), asks=True),
    "让他们明天中午前交": Case("zhengyi", ("提醒2人",), (("zhengyi", "现在多少分"),), asks=True),
    "安监局有人申请延期没": sun("没有人申请延期", never=("转达",)),
    "帮我谢谢王敏": sun("【转达】孙涛（副县长）：谢谢", asks=True),
    "帮我谢谢旅游局": sun("县旅游局 陈静", "内容：谢谢", asks=True),
    "可以的": sun(silent=True),
    "明天要不要带伞": sun("我不会"),
    # passed on: the office by its own name, whoever has nobody is named, the same words to others too
    "给质强办说下 把农委的人补上": Case("linfeng", ("转达市质兴办 谢芸", "】林峰（副市长）：把农委的人补上")),
    "跟各区说下 月底前自评全部报上来": Case(
        "linfeng", ("转达1人", "鄂城区 郭岚", "发不到的2家（名册里没有能收到的人）：华容区、梁子湖区")
    ),
    "华容梁子湖那俩呢 也发一下": Case(
        "linfeng", ("名册里没有华容区、梁子湖区的人", "没有发送"), _TOLD_DISTRICTS, never=("暂得",)
    ),
    "鄂城呢 也说一声": Case("linfeng", ("郭岚", "：月底前自评全部报上来"), _TOLD_DISTRICTS),
    "华容梁子湖那俩呢": Case("linfeng", ("华容区：暂得",), _TOLD_DISTRICTS, never=("转达",)),
    # of the district, the item, the figure that is named
    "安岳县还有哪些没报呢，分别是哪个部门的？": Case(
        "yeqing", ("安岳县未报2项", "市住建局 1项"), _PRODUCE, never=("乐至县",)
    ),
    "那雁江区和乐至县呢？": Case(
        "yeqing",
        ("雁江区：98%", "乐至县：97.2%"),
        (*_PRODUCE, ("yeqing", "安岳县的农产品合格率是多少")),
        never=("安岳县", "缺"),
    ),
    "那市农业局呢": Case(
        "yeqing", ("市农业局：暂得",), (*_PRODUCE, ("yeqing", "安岳县的农产品合格率是多少"))
    ),
    "那这个专利要是到了十二件能多得几分啊": Case("zhengyi", ("增0.5分", "按“12”"), _PATENTS),
    "市场监管局那个省级抽查才九十一点五啊 咋没到九十二呢": Case(
        "zhengyi", ("取值：91.5%", "属于“≥90”"), _PATENTS, never=("未报：",)
    ),
    "行知道了 那个省级抽查的合格率扣分的依据给我念一下": Case(
        "zhengyi", ("取值：91.5%", "≥90"), _PATENTS, never=("共丢",)
    ),
    "扣分的依据是什么": Case("zhengyi", ("共丢1分",), _PATENTS),
    "那个加分项咱们今年报了没有 最多能加几分": Case("zhengyi", ("现在没有人报", "最多5分")),
    "加分最多能加几分": Case("zhengyi", ("最多5分",), never=("没有人报",)),
    "那好了 明天上午再给我说一下谁还没报": Case("zhengyi", ("单发", "没有设"), never=("未报66项",)),
    # nothing of what is asked or ordered beside something else falls away
    "现在总分多少，排第几，谁在拖后腿": sun("2件事", "【1】《2015年度", "拖后腿的7家"),
    "这两天谁报了谁没报，跟上周比有没有动静": sun("上报的有2家", "【2】未报", "【3】与一周前"),
    "没报的那几家先催一下，周五下班前必须报上来，报了跟我说一声": sun(
        "将以您的名义提醒", "附一句：周五下班前必须报上来", "还定不了", asks=True
    ),
    "城建局报了跟我说一声": sun("没有发给别人", never=("将以您的名义",)),
}
