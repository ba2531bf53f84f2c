"""What somebody tells of points that are so or not: all of one line in one draft, and nothing of a doubtful one."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case

_RATES: Final = (("panhui", "工业品质量抽查合格率：雁江区96.3，安岳县94.1，乐至县95"),)
_LATE: Final = (("jiangtao", "@2022-01-12 10:02"),)
_SOME_DAY: Final = "联系人名单已经报过了，前几天发的邮箱"
_PLATFORM: Final = {"6.2|鄂城区": {"c1": False, "c2": False}}
_PARTLY: Final = (("heping", "农药抽查方案发了，记录没找全"), ("heping", "1"))

YES_AND_NO_TYPED: Final[Mapping[str, Case]] = {
    "2 今年开了两次质量工作会议，成立了质量兴区领导小组，质量月和3·15活动都搞了": Case(
        "guolan",
        ("召开质量工作会议", "“质量月”", "原话一并记作"),
        stored={"4.2|鄂城区": {"c1": True, "c2": True, "c3": True}},
        then=("1",),
        asks=True,
    ),
    "②质量工作会议开了两次，质量月准备9月搞": Case(
        "guolan", ("这项还要报",), stored={"4.2|鄂城区": {"c1": True}}, then=("1",), asks=True
    ),
    "12315和12365都开通了，投诉处理办法没有": Case(
        "guolan", ("否，完善12315",), stored={"5.5|鄂城区": {"c1": False, "c2": True}}, then=("1",), asks=True
    ),
    "④品牌培育措施有了，名牌产品有3个": Case(
        "guolan",
        ("名牌产品产值达到GDP占全市的比重。（“是”或“否”），另外再发",),
        stored={"4.4|鄂城区": {"c1": True}},
        then=("1",),
        asks=True,
    ),
    "那⑰两条我先报否": Case("guolan", ("2条都否",), stored=_PLATFORM, then=("1",), asks=True),
    "检验检测平台这块我们区里今年没有，这项能拿分吗": Case(
        "guolan", ("试算（不入库）", "1.5/3分", "0/3分"), never=("原文未规定",)
    ),
    "那个抽查我们开展了啊 自评打2分": Case(
        "jiangtao",
        ("2，已开展",),
        stored={"1.4": {"self_points": "2", "sampling_done": True}},
        then=("1",),
        asks=True,
    ),
    "不用记材料，抽查开展了": Case("jiangtao", (), never=("原话",), stored={"1.4": {"sampling_done": True}}),
    "示范项目报2个，一个大桥一个互通立交，自评1.5": Case(
        "jiangtao",
        ("示范项目数：2", "自评分：1.5"),
        stored={"1.7": {"self_points": "1.5", "demo_projects": 2}},
        then=("1",),
        asks=True,
    ),
    "方案四月份就发了，农发〔2015〕12号，检查记录一时没找全": Case(
        "heping", ("1 ①制定农药质量市场抽查方案：证明材料不全",), asks=True
    ),
    "检查记录找着了，一共18份。这项算有方案并有证明材料": Case(
        "heping",
        ("改为有方案并有证明材料吗",),
        _PARTLY,
        stored={"T15-H1": {"level": "full"}},
        then=("1",),
        asks=True,
    ),
    "检查记录找着了，这项还不算有方案并有证明材料": Case(
        "heping", (), _PARTLY, never=("改为有方案",), asks=True
    ),
    "联系人名单已经报过了，上周发的邮箱": Case("jiangtao", ("按您说的上周交记",), _LATE, never=("记为逾期",)),
    _SOME_DAY: Case("jiangtao", ("哪天交的？",), _LATE, never=("1 联系人名单",)),
    "1月7号": Case("jiangtao", ("没有逾期",), (*_LATE, ("jiangtao", _SOME_DAY)), arranges=("handed",)),
    "乐至县那边刚来电话，应该是95.6，麻烦更正一下": Case(
        "panhui",
        ("由95%改为95.6%吗",),
        _RATES,
        stored={"1.3|乐至县": {"actual_percent": "95.6"}},
        then=("1",),
        asks=True,
    ),
    "乐至县那边刚来电话，问什么时候截止": Case("panhui", (), _RATES, never=("改为",)),
    "各县合格率能不能发我一个表": Case("panhui", ("96.3%", "94.1%", "95%"), _RATES),
    "其他几项比如农产品合格率，也是我们局报吗？": Case("panhui", ("由市农业局报",), _RATES),
    "抽查通报是资质监〔2016〕21号，11月16日发的，三个县都用这个": Case(
        "panhui", ("雁江区、安岳县、乐至县共用",), (*_RATES, ("panhui", "乐至县 95.6")), asks=True
    ),
    "体系认证3家 还有1家月底发证": Case(
        "luoying",
        ("还有1家月底发证",),
        stored={"12|白蒲": {"new_certified_enterprises": 3}},
        then=("1",),
        asks=True,
    ),
    "国抽今年没抽到我们，省抽12批全合格": Case(
        "luoying", ("“国抽今年没抽到我们”：⑥答完上面的接着问",), asks=True
    ),
    "体系认证没到4家，月底能再发一家，到时候改行不行": Case(
        "luoying", ("有新数直接重发",), (("luoying", "12 3"),)
    ),
    "江苏名牌申报的材料要交啥": Case("luoying", ("条文没有列出要哪些材料",)),
    "日期就是11月18号那次会议": Case(
        "guolan",
        ("日期记为2013年11月18日",),
        (
            ("guolan", "2 质量工作会议开了，质量月搞了"),
            ("guolan", "1"),
            ("guolan", "③ 都没有"),
            ("guolan", "1"),
        ),
    ),
    "手续办好了没": Case(
        "heping",
        ("还没有办结",),
        (("heping", "吴海 男 科员 024-74888001 13904100000 a@b.cn"), ("heping", "是")),
    ),
}
