"""What was nearly taken for something else: documents for values, a denial for a level, a wish for an order."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.typed_contacts import wang

_CERTIFIED = (("gaofei", "体系认证3"),)
_NO_EVENT = "您名下没有“有无发生”的项"
_NOT_YET = "还没有转给质强办"
_DECEMBER = (("", "@2015-12-21 09:00"),)
_COLLAPSED = (("wangmin", "6月18号有个工地模板塌了 没伤人 算不算"),)
_ASSESSED = (("wangmin", "1 有方案并有证明材料"), ("liqiang", "待审"), ("liqiang", "评 1 2 缺过程记录"))

_TO_RETURN = (("wangmin", "2 100"), ("liqiang", "待审"), ("liqiang", "1退回"))
_TO_ASSESS = (("wangmin", "2 100"), ("liqiang", "待审"), ("liqiang", "评 1 2"))


def _certified(then: str, total: int) -> Case:
    return Case(
        "gaofei",
        ("3→7", "3→4"),
        _CERTIFIED,
        stored={"12|九华": {"new_certified_enterprises": total}},
        then=(then,),
        asks=True,
    )


_FULL_RATE = {"T17-H1": {"coverage_percent": "100"}}

TAKEN_FOR_TYPED: Mapping[str, Case] = {
    # where a reason is asked for, who is judged must not read what is none
    "王敏是我爱人，城建局的我回避": Case("liqiang", ("已登记回避",), _TO_RETURN, kinds=("recusal",)),
    "城建局的我回避，王敏是我爱人": Case("liqiang", ("已登记回避",), _TO_ASSESS, kinds=("recusal",)),
    "先不退了": Case("liqiang", ("没有退回",), _TO_RETURN),
    "我还有几件没审": Case("liqiang", ("待审1件",), _TO_RETURN),
    "转给质强办：这家老是造假": Case("liqiang", ("已把这句话转给质强办",), _TO_RETURN),
    "跟文件说的不一致": Case("liqiang", ("退回“跟文件说的不一致”",), _TO_RETURN),
    # digits on keys, as phones have them, are places and no figure
    "2️⃣100": wang("100%", stored=_FULL_RATE),
    "覆盖率1️⃣0️⃣0️⃣": wang("没有入库"),
    # the name in other words, behind its figure, or with a 的 between its parts
    "我们那个新开工建筑工程的质量监督覆盖率，上半年是100%": wang("100%", stored=_FULL_RATE),
    "100%，新开工建筑工程质量监督覆盖率": wang("100%", stored=_FULL_RATE),
    "98%，覆盖率没定": wang("是不是", asks=True),
    "新开工的工程一个没落全监督上了，覆盖率就按全覆盖报吧": wang(
        "100%", stored=_FULL_RATE, then=("1",), asks=True
    ),
    "三项分别是：有方案材料齐、100%、有材料": wang(
        "①", stored={"T16-H1": {"level": "full"}, **_FULL_RATE, "T18-H1": {"level": "full"}}
    ),
    "两项分别是：有方案材料齐、100%": wang("没看懂"),
    # what is not the unit's own, or whoever takes over, beside a figure
    "12315办结率100，12365也是100，其他几个平台不归我们": Case("liuyang", ("⑦",), asks=True),
    "覆盖率100，第3项不归我们": wang("已收：②", "责任认领异议", stored=_FULL_RATE, kinds=("duty",)),
    "以后现场检查我来管 覆盖率100": wang("已收：②", "1 登记人员交接", stored=_FULL_RATE),
    "以后现场检查我来管": wang("已登记交接申请", kinds=("handover",)),
    # a figure of an item that another unit reports
    "旅游投诉处理了35件": Case("chenjing", ("没有入库", "由市场监督管理局报")),
    # no figure yet
    "南通名牌年底能到2个": Case("gaofei", ("还没有数",)),
    # a piece, its day, and whether one is wanted
    "[图片] 这个收一下": wang("没有收到图片", never=("说明记下了",)),
    "3-1的日期是去年9月8号": Case("songli", ("2021年9月8日",), (("songli", "材料 3 平农〔2021〕45号"),)),
    "3-2的日期是去年9月8号": Case("songli", ("没有这一件",), (("songli", "材料 3 平农〔2021〕45号"),)),
    "第二项光报数行不行 材料还用不用交": wang("②", "要的材料"),
    "为啥每次都要我确认 烦": wang("怕记错", "序号 数值"),
    "你把数据库导出来发我": wang("不执行"),
    # numbers of documents are no values
    "45、46号文两个都传了": Case("songli", ("没有收到图片或文件",), never=("45%",)),
    "农产品合格率98.5、45号文传了": Case("songli", ("98.5%",), stored={"1.3": {"routine_pass_rate": "98.5"}}),
    # to deny something is to report no level
    "没有的事": wang(_NO_EVENT, never=("无材料",)),
    "没这回事": wang(_NO_EVENT),
    "整体水平没有材料": wang("③", stored={"T18-H1": {"level": "none"}}),
    # what has come since: on top of what stands, or all of it
    "体系认证上周报了3 又拿了4家的证": _certified("1", 7),
    "体系认证又拿了4家": _certified("2", 4),
    # the one place counted by a word
    "二 12个": Case("gaofei", ("②",), stored={"2|九华": {"nantong_brand_applications": 12}}),
    # a wish for more time goes to the office when the speaker has said so
    "自评报告迟一两天行不": wang(_NOT_YET, never=("已转给",)),
    "能晚几天交吗": wang(_NOT_YET, never=("已转给",), then=("1",)),
    "申请延期 等统计局的数据": wang("已转给质强办1人"),
    # a bare nought, to a list that counts nothing
    "0": wang(_NO_EVENT, never=("0%",)),
    "零": wang(_NO_EVENT),
    "2 0": wang("0%", stored={"T17-H1": {"coverage_percent": "0"}}),
    # who disagrees, and who does not
    "不同意公示结果": Case("xuna", ("1 登记异议",), then=("1",), kinds=("appeal",)),
    "公示结果我们没意见，但专利是12件": Case("xuna", ("1 登记异议", "12"), then=("1",), kinds=("appeal",)),
    "公示结果我们没意见": Case("xuna", ("没有登记异议",)),
    # a place run together with its value, or a small figure
    "2.95%": wang("：2.95%", "：95%", asks=True, then=("2",), stored={"T17-H1": {"coverage_percent": "95"}}),
    "食药92竣工96一块报了": Case("tangli", ("竣工验收合格率”由市住建委报", "食品药品92"), asks=True),
    "离目标就差那么一个点": wang("没有入库", "②", never=("品牌",)),
    "覆盖率离目标就差那么一个点": wang("没有入库", "②"),
    "图发过去了你瞅瞅": wang("没有收到图片或文件", never=("毛病",)),
    # last year's figure is of what was named before it, not of what the line has named first
    "12315办结率100，12331是98.6去年97": Case(
        "wulin",
        ("12331平台上年度",),
        stored={"7": {"rate_12315": "100", "rate_12331": "98.6", "rate_12331_prev": "97"}},
    ),
    "12365和12331都是98.6": Case(
        "wulin", ("98.6%",), stored={"7": {"rate_12365": "98.6", "rate_12331": "98.6"}}
    ),
    # a year and a rate are no date
    "2014年投诉率是0.6，2015年0.5": Case(
        "wangmin",
        ("0.6", "0.5"),
        _DECEMBER,
        stored={"T18-Y": {"complaint_rate_2014": "0.6", "complaint_rate_current": "0.5"}},
    ),
    # a rate that is asked for is not under way, any other deed is
    "流通领域抽检任务完成93%": Case(
        "wulin",
        ("：93%",),
        stored={"11.3": {"sampling_completion_rate": "93"}},
        then=("1",),
        asks=True,
    ),
    "食品药品整治完成了60%": Case("wulin", ("还在办", "没有入库"), asks=True),
    # an accident that did not happen is not to come; a figure that is not out is
    "今年一起事故都没出": Case(
        "gaojun", ("：0",), _DECEMBER, stored={"T11-Y": {"incident_count": 0}}, then=("1",), asks=True
    ),
    "合格率还没出来": Case("hujie", ("没有记录任何数据",)),
    "特种设备今年零事故零死亡": Case(
        "gaofei",
        ("⑨", "⑩"),
        stored={"9|九华": {"accident_rate": "0"}, "10|九华": {"death_rate": "0"}},
        then=("1",),
        asks=True,
    ),
    # what is done in part is offered as not done first
    "规划出台了，标准还没定下来": Case("chenjing", ("1 ①", "未完成", "标准还没定下来"), asks=True),
    "准数是99.2": wang(
        "99.2%", before=(("wangmin", "覆盖率约99"),), stored={"T17-H1": {"coverage_percent": "99.2"}}
    ),
    # an annex is a paper by its number, and no figure
    "附件4交了": Case("songli", ("联系人名单已交",), never=("没有入库",), arranges=("handed",)),
    "附件三已经交了": Case("songli", ("自评报告已交",), arranges=("handed",)),
    "附件2填好了": Case("songli", ("没有办理",), never=("不能大于1",)),
    "附件4交了没": Case("songli", ("还没有登记已交",)),
    # a day behind the place keeps its month
    "第三项5月20号开过质量现场会": wang("“5月20号开过质量现场会”", never=("“月20号",), asks=True),
    # what one's own report is called, and a unit of the line's own name
    "我报的不对 应该是12件": Case(
        "xuna",
        ("8改为12",),
        (("xuna", "1 8"),),
        never=("撤回万人",),
        asks=True,
        then=("1",),
        stored={"18": {"patents_per_10k": "12"}},
    ),
    "报错了，应该是1200件": Case("xuna", ("要按万人折算",), (("xuna", "1 8"),)),
    # more of an event that was told is put to it, and is no level of an item
    "那个事故已经报县里了 在凡河大道": wang("第1号“疑似事件”的补充", before=_COLLAPSED, never=("1 ①",)),
    "在凡河大道工地，没有伤亡，已上报住建局": wang("第1号“疑似事件”的补充", before=_COLLAPSED),
    "上次那个中毒事件已经上报县里了": wang("疑似事件，待核实", kinds=("incident",)),
    # words of an assessor's reason are asked about
    "缺过程记录是缺什么 我们交了检查记录的": wang(
        "转质强办", before=_ASSESSED, never=("文字材料",), asks=True
    ),
    "对打分有意见找谁": wang("申诉 1", before=_ASSESSED),
    # where a piece goes is no part of what it shows
    "工地质量检查的照片 放第三项": wang(
        "说明：工地质量检查的照片\n", before=(("wangmin", "#image"),), never=("放第三项",)
    ),
    "第一项我交过啥材料了": wang("建发〔2015〕8号", before=(("wangmin", "材料 1 建发〔2015〕8号"),)),
    "我交过啥材料了": wang("材料目录", before=(("wangmin", "材料 1 建发〔2015〕8号"),)),
    # a leader asks whether it may be reported anew: he sets no target by that
    "华容再报一次能改成95吗": Case("linfeng", ("能重报", "没有改动"), never=("不能设目标",)),
    "抽检台账还得两天 下周一给行不行": Case(
        "hujie",
        ("下班前交", "1 申请延期"),
        (("hujie", "鄂城区制造业合格率95.2"), ("dengkai", "待审"), ("dengkai", "让质监局补抽检台账")),
        asks=True,
        never=("12月31日",),
    ),
    "审核员让补什么来着": Case(
        "hujie",
        ("要补的材料：抽检台账", "下班前交"),
        (("hujie", "鄂城区制造业合格率95.2"), ("dengkai", "待审"), ("dengkai", "让质监局补抽检台账")),
    ),
    # a heading above two people is nobody's role, and each has his own number
    "联系人：张建国（分管副局长）电话13800000000，李红（科员）电话13900001111": Case(
        "songli", ("①分管领导 张**（副局长，13800000000", "②工作人员 李*（科员，13900001111"), asks=True
    ),
    "联系人：李红 科员 13900001111": Case("songli", ("识别到1人", "联系人 李*"), asks=True),
}
