"""Figures that must not be offered as they stand: not out yet, disputed, about so much, of another unit or kind."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said, Stored


def _never(who: str, *never: str, facts: tuple[str, ...] = (), before: tuple[Said, ...] = ()) -> Case:
    """Nothing is stored, not by the first tap either, and `never` is not offered."""
    return Case(who, facts, before=before, never=never, asks=True, then=("1",))


def _draft(who: str, stored: Stored, *facts: str) -> Case:
    return Case(who, facts, stored=stored, asks=True, then=("1",))


_PATENTS: Stored = {"18": {"patents_per_10k": "14.83"}}
_COVERED: Stored = {"T17-H1": {"coverage_percent": "96.88"}}

GUARDED_TYPED: Mapping[str, Case] = {
    # about so much
    "三个区都是95以上": _never("hujie", "以上3条都对", facts=("不是准数",)),
    "雁江95.4左右": _never("panhui", "是就回1", facts=("不是准数",)),
    "华容区95.8是预计的": _never("hujie", "是就回1"),
    # not out yet
    "专利局那边七号才给数": _never("xuna", "：7"),
    "制造业合格率暂时95.6 等终版": _never("luming", "是就回1"),
    # disputed
    "国抽合格率93不对": _never("wulin", "是就回1", facts=("准的数",)),
    "雁江95.4是上半年的": _never("panhui", "是就回1"),
    "体系认证上半年4": _never("gaofei", "是就回1", facts=("说的是上半年的数",)),
    "体系认证2012年4": _never("gaofei", "是就回1", facts=("说的是2012年的数",)),
    "旅游局体系认证4": _never("gaofei", "是就回1", facts=("说的是旅游局的数",)),
    "体系认证4是旅游局的": _never("wulin", "㉔新增质量管理体系认证企业数：4"),
    "全县体系认证4": _never("gaofei", "是就回1", facts=("说的是全县的数",)),
    "九华体系认证4": Case("gaofei", ("已收",), stored={"12|九华": {"new_certified_enterprises": 4}}),
    # a mere level is the sister rate of that level, or nothing
    "国家抽查合格率93.5，省里的是94": _draft(
        "wulin",
        {"19.1": {"national_pass_rate": "93.5"}, "19.2": {"provincial_pass_rate": "94"}},
        "以上2条都对",
    ),
    "省里的96.4 市里的95.8": _draft(
        "gaofei", {"7|九华": {"provincial_pass_rate": "96.4"}, "8|九华": {"municipal_pass_rate": "95.8"}}
    ),
    "省里的是94": _never("wulin", "推广的项数", "省质量奖"),
    "覆盖率98.6，数是瞎统计的": _never("wangmin", "已收", facts=("准的数",)),
    "覆盖率98.6，按新文件明天重报": _never("wangmin", "已收", facts=("准的数",)),
    "覆盖率98.6，领导还在审": _never("wangmin", "已收", facts=("准的数",)),
    "数据来自预测系统，覆盖率98.6": _never("wangmin", "已收", facts=("准的数",)),
    # all of them are sound, or not all
    "市级监督抽查 批批合格": _draft("gaofei", {"8|九华": {"municipal_pass_rate": "100"}}, "100%"),
    "安岳县农产品没查出不合格的": _draft("caiming", {"1.1|安岳县": {"actual_percent": "100"}}, "100%"),
    "国抽不是批批合格": _never("gaofei", "：100%"),
    "暂无": _never("jiangtao", "没看懂", facts=("您名下没有“有无发生”的项", "还缺①②③④")),
    # how to go about it, of nothing that is reported
    "这个咋弄的呀 第一次用": _never("luoying", "没有现成答案", facts=("①报数", "江苏名牌申报数")),
    "你好，请问我该怎么在这上面报东西？": _never("heping", "原文未规定", facts=("①报数",)),
    "怎么又要报": _never("heping", "①报数"),
    # what is said of places, side by side, before a colon, and as so many of so many
    "工业品抽查 雁江抽80合78 安岳抽60合59": _draft(
        "panhui", {"1.3|雁江区": {"actual_percent": "97.5"}, "1.3|安岳县": {"actual_percent": "98.33"}}
    ),
    "安岳：农产品97，工业品95.8": Case(
        "panhui", ("由市农业局报",), stored={"1.3|安岳县": {"actual_percent": "95.8"}}
    ),
    "三个县工业品都是全合格": _draft(
        "panhui", {f"1.3|{one}": {"actual_percent": "100"} for one in ("雁江区", "安岳县", "乐至县")}
    ),
    "食药98，制造业95.5，工程96.8": Case("tangli", ("由市质监局报", "是哪个单位的"), never=("没看懂",)),
    "品牌那个制度定了 但没评": Case(
        "liuyang", ("1 ②制定培育品牌发展的相关制度,开展知名品牌的创…：有奖励制度",)
    ),
    "省级食品抽检一个不合格都没有": _draft("wulin", {"19.5": {"food_sampling_pass_rate": "100"}}),
    "农药方案做了，12315投诉处理率100%": Case(
        "heping", ("12315投诉处理率100%”这个数您名下没有哪一项要",), never=("1 记作",)
    ),
    "我们公安局考核哪几条": Case("wanpeng", ("还差2项", "①", "②")),
    # a picture that did not come, and what may be an accident
    "照片发你了 [图片]": Case("guolan", ("没有收到图片本身", "归属序号"), never=("发不上来",)),
    "楼板裂了算质量事故不": Case("wangmin", ("待核实",), kinds=("incident",)),
    "如果楼板裂了算质量事故不": Case("wangmin", ("没有登记",)),
    # of another kind, level or way
    "鄂城区食品97.3": _never("tangli", "已收", facts=("合起来",)),
    "药品那个不对 应为99.1": _never("tangli", "是就回1", before=(("tangli", "鄂城区食品97.3 药品98.1"),)),
    "抽检食品5600批次合格率98.3": _never("luming", "已收"),
    "雁江区工程合格率99": _never("panhui", "是就回1"),
    "旅游投诉0起": _never("chenjing", "事故数（起）：0"),
    "信用3A企业申报了2家": _never("luoying", "是就回1", facts=("没有给白蒲下达任务",)),
    "市名牌2个": Case(
        "luoying",
        ("②",),
        never=("①",),
        stored={"2|白蒲": {"nantong_brand_applications": 2}},
        asks=True,
        then=("1",),
    ),
    # a count is no rate, and a rate is put together with its working shown
    "发明专利1846件": Case("xuna", ("常住人口",), never=("已收", "是就回1"), asks=True),
    "有效发明专利1846件，常住人口124.5万": _draft("xuna", _PATENTS, "1846件 ÷ 124.5万"),
    "新开工32个，监督了31个": _draft("wangmin", _COVERED, "31/32"),
    "标准制修订 国际0 国家1 行业2": _draft("gaofei", {"13|九华": {"new_standards": 3}}, "0＋1＋2"),
    "三个县区平均94.6": _never("panhui", "没看懂", facts=("分别报",)),
    # a lone number is a place
    "4": Case("gaofei", ("④",), never=("①", "：4"), asks=True),
    "3": _never("gaofei", "江苏名牌申报数：3", facts=("没有第3项", "不用报")),
    # the sign of another unit
    "2 ‰98": Case("wangmin", ("“‰”这一项不收",), asks=True),
    "万台特种设备事故率0.2‰": Case(
        "gaofei", ("1 ⑨万台特种设备事故率低于：0.2\n2 ⑨万台特种设备事故率低于：2",), asks=True
    ),
    # of several assessed units: so much less than the first, and so many of so many
    "雁江97，安岳少1个点，乐至多0.5": _draft(
        "caiming",
        {
            "1.1|雁江区": {"actual_percent": "97"},
            "1.1|安岳县": {"actual_percent": "96"},
            "1.1|乐至县": {"actual_percent": "97.5"},
        },
    ),
    "制造业抽检鄂城120批合格115批，华容80批合格76批": _draft(
        "hujie", {"1.1|鄂城区": {"actual_percent": "95.83"}, "1.1|华容区": {"actual_percent": "95"}}
    ),
    "覆盖率按去年那样填100吧": _draft("wangmin", {"T17-H1": {"coverage_percent": "100"}}),
    # the name of the line is none of its points
    "质量责任登记制度建立了": _never("jiangtao", "情况：是", "质量…：是"),
}
