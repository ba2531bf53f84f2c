"""Reports whose item and value are both there, in the shapes that people give them: shared, elliptic, listed."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Stored


def _at_once(who: str, stored: Stored) -> Case:
    """Stored as it is."""
    return Case(who, (), stored=stored)


def _draft(who: str, stored: Stored, *facts: str, never: tuple[str, ...] = ()) -> Case:
    """Put together, printed, and stored by one tap."""
    return Case(who, facts, stored=stored, asks=True, then=("1",), never=never)


def _nothing(who: str, *facts: str, never: tuple[str, ...] = ()) -> Case:
    """Answered with what is wanted; nothing is stored."""
    return Case(who, facts, asks=True, never=never)


def _city(**values: str) -> Stored:
    names = {"e": "鄂城区", "h": "华容区", "l": "梁子湖区"}
    return {f"1.1|{names[short]}": {"actual_percent": value} for short, value in values.items()}


def _points(**values: str) -> Stored:
    return {code.lstrip("p").replace("_", "."): {"self_points": value} for code, value in values.items()}


_COVERED_SO_FAR: Stored = {"T17-H1": {"coverage_percent": "99.5"}}
_SATISFACTION: Stored = {"1.9": {"key_service_satisfaction": "82.5", "public_service_satisfaction": "79.8"}}
_CHECKED: Stored = {
    "19.1": {"national_pass_rate": "90"},
    "19.2": {"provincial_pass_rate": "92"},
    "19.5": {"food_sampling_pass_rate": "95.5"},
}
_BRANDS: Stored = {
    "1|九华": {"jiangsu_brand_applications": 3},
    "2|九华": {"nantong_brand_applications": 3},
}
_ALL_RATES: Stored = {
    "6|九华": {"national_pass_rate": "96"},
    "7|九华": {"provincial_pass_rate": "96"},
    "8|九华": {"municipal_pass_rate": "96"},
}

SHAPES_TYPED: Mapping[str, Case] = {
    # one value for several
    "国抽省抽市抽都是96": _at_once("gaofei", _ALL_RATES),
    "6-8项都是96": _at_once("gaofei", _ALL_RATES),
    "事故率和死亡率低于目标，都是0": _at_once(
        "gaofei", {"9|九华": {"accident_rate": "0"}, "10|九华": {"death_rate": "0"}}
    ),
    "三个区制造业都是96": _at_once("hujie", _city(e="96", h="96", l="96")),
    "鄂城96.1，另外两个区都是95": _at_once("hujie", _city(e="96.1", h="95", l="95")),
    "两个名牌都是3": _draft("gaofei", _BRANDS, "①", "②"),
    # in an order that nobody has said
    "各区制造业合格率依次是95、96、97": _draft("hujie", _city(e="95", h="96", l="97"), "（华容区）：96%"),
    "鄂城和华容96": _draft("hujie", _city(e="96", h="96")),
    # elliptic, with the points beside the name
    "重点服务业满意度82.5，公共服务的79.8": _at_once("luming", _SATISFACTION),
    "服务质量满意度82.5，公共服务的79.8": _at_once("luming", _SATISFACTION),
    "服务质量满意度82.3": _nothing("luming", "重点服务业质量满意度：82.3", "公共服务质量满意度：82.3"),
    # places that ascend through one line, whatever stands in them
    "1 98.7% 2 无 3 已开展合格证制度提升行动，覆盖主体1260家": Case(
        "songli", ("98.7%",), stored={"2.3": {"event_count": 0}}, never=("：1\n",)
    ),
    "1项规划有了，标准还没定；2没出过事": _nothing("guolan", "①质量发展规划", never=("记作②",)),
    # one word is told of one input
    "旅游质量安全事故：无": Case(
        "chenjing", ("①②",), stored={"T20-H1": {"major_accident_count": 0}}, never=("未完成",)
    ),
    "体系认证新增四个，标准一个，先进方法还没有": Case(
        "gaofei",
        ("⑪",),
        stored={"12|九华": {"new_certified_enterprises": 4}, "13|九华": {"new_standards": 1}},
        never=("⑬新增制修订国际、国家、行业标准数（个）：0",),
    ),
    # self-scores beside deeds
    "3和4自评1分和0.8分": _draft("jiangtao", _points(p5_4="1", p7_4="0.8"), "③", "④"),
    "3、4自评各1分": _draft("jiangtao", _points(p5_4="1", p7_4="1"), "③", "④"),
    "破案47起，自评4分": _draft("wanpeng", _points(p8_3="4"), "单位自评分：4", "文字材料"),
    # what is applied for before it is granted; nothing of last year
    "江苏名牌申报了1个，还没批": _at_once("gaofei", {"1|九华": {"jiangsu_brand_applications": 1}}),
    "3、4 都没变化，同去年": _nothing("jiangtao", "去年的数和情况这里没有", "③", "④"),
    "三个抽查合格率分别是96、96、96": _draft("gaofei", _ALL_RATES, "⑥", "⑦", "⑧"),
    # told in nearly the item's own words, or in words that elsewhere appeal
    "农药质量市场抽查方案已经制定下发": _nothing("heping", "①", never=("由县农发局报",)),
    "7 上半年12315、12365、12312共受理投诉申诉231件，全部办结": _nothing("liuyang", "⑦", "哪一种"),
    "5 市级农产品质检中心通过双认证，县级6个都建成了": _nothing("songli", "⑤", "文字材料"),
    "抽查合格率国家90省92，食品95.5": _draft("wulin", _CHECKED, "⑯", "⑰", "⑱"),
    "公路水路保障体系自评1，监管那项自评0.8": _draft("jiangtao", _points(p5_4="1", p7_4="0.8")),
    "①4.5 ②3.6 ③2.8": _draft("luming", _points(p1_1="4.5", p1_2="3.6", p1_9="2.8")),
    "昆仑2021 3.5分": _draft("wanpeng", _points(p8_3="3.5"), never=("2021分",)),
    "得了一个江苏省质量奖 市长质量奖提名2个": _draft(
        "wulin", {"B": {"jiangsu_quality_award": 1, "mayor_quality_award": 2}}
    ),
    # marks that only count
    "1、合格证自评1分 2、标准化自评0.8分": _draft("songli", _points(p5_1="1", p5_2="0.8"), "③", "④"),
    "第一，江苏名牌3个；第二，南通名牌3个": _at_once("gaofei", _BRANDS),
    # beside a target, last year's, a part, other words
    "目标100，我们完成99.5": _draft("wangmin", _COVERED_SO_FAR),
    "覆盖率99.5，有一个工地手续在补": _draft("wangmin", _COVERED_SO_FAR, "“有一个工地手续在补”"),
    "质量标兵申报2个，其中1个还在整理材料": _draft(
        "gaofei", {"4|九华": {"quality_pacesetter_applications": 2}}, "其中1个还在整理材料"
    ),
    "5.7 覆盖率99 大中型公路没有 其他公路一次合格率97": _draft(
        "guolan",
        {
            "5.7|鄂城区": {
                "supervision_coverage_percent": "99",
                "major_highway_first_pass_percent": None,
                "other_highway_first_pass_percent": "97",
            }
        },
        "97%",
    ),
    "质量标兵一个都没有": _draft("gaofei", {"4|九华": {"quality_pacesetter_applications": 0}}),
    # what is no value of the line
    "江苏名牌2个，南通名牌3个，都是去年的": _nothing("gaofei", "说的是去年"),
    "江苏名牌3个是目标": _nothing("gaofei", "说的是目标"),
    "白蒲镇江苏名牌2个，南通名牌3个": _nothing("gaofei", "由白蒲自己报"),
    "名牌产品今年比去年多2个": _nothing("liuyang", "只说了比去年多少", "2014年"),
    "省抽8批次合格7": _draft("gaofei", {"7|九华": {"provincial_pass_rate": "87.5"}}, "7/8"),
    "安岳抽了85批次，不合格4批次": _draft("panhui", {"1.3|安岳县": {"actual_percent": "95.29"}}, "81/85"),
    "市抽20批次全部合格": _draft("gaofei", {"8|九华": {"municipal_pass_rate": "100"}}),
    "例行监测抽了860个样品，852个合格": _draft("songli", {"1.3": {"routine_pass_rate": "99.07"}}, "文字材料"),
    "一共41个新开工，监督了40个": _draft("wangmin", {"T17-H1": {"coverage_percent": "97.56"}}, "40/41"),
    "两项自评4分和1分": _draft("wanpeng", _points(p8_3="4", p11_2="1")),
    "抽了46个批次 合格45": Case("heping", ("①", "文字材料"), asks=True),
    "全市制造业合格率95.8": _nothing("hujie", "按鄂城区、华容区、梁子湖区分别报"),
    "葛店95": _nothing("hujie", "“葛店”不在名单里"),
    "食品97.5药品99": _nothing("tangli", "97.5、99", "只报一个数"),
    "体系认证一共12家今年新增4家": _nothing("gaofei", "12家、4家"),
    # somebody else's rate, in words that are not printed, with figures of last year beside
    **{
        said: Case("hujie", ("由市食品药品监管局报，没有入库", "您名下是①"), never=("请回序号", "没看懂"))
        for said in (
            "我们今年食品药品抽检合格率是百分之九十八点一，去年是97.8",
            "嗯那个食品药品的合格率啊 九十八点一 然后同比涨了零点三",
            "同比增长0.3个百分点，达到98.1%，食品药品",
        )
    },
    "98.1，制造业的": Case("hujie", ("是哪个单位的",), asks=True),
    "鄂城96.2华容95.8梁子湖94.9，分别比去年高0.5、0.3、0.1": Case(
        "hujie",
        ("已收",),
        stored={
            "1.1|鄂城区": {"actual_percent": "96.2"},
            "1.1|华容区": {"actual_percent": "95.8"},
            "1.1|梁子湖区": {"actual_percent": "94.9"},
        },
    ),
}
