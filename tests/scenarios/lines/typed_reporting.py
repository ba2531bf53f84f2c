"""Reporting in a working year: what has come since, own points of all lines, papers still to come."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said, Stored

_TOWN: tuple[Said, ...] = (("gaofei", "1 2"), ("gaofei", "12 3"))
_ALL_FULL: Stored = {
    "1.4": {"self_points": "2"},
    "1.7": {"self_points": "2"},
    "5.4": {"self_points": "1"},
    "7.4": {"self_points": "1"},
}
_ALL_BUT_ONE: Stored = {**_ALL_FULL, "1.4": {"self_points": "1.8"}}
_COVERED: Stored = {"T17-H1": {"coverage_percent": "100"}}
_PAPER: tuple[Said, ...] = (("songli", "材料 3 平农〔2021〕45号"),)
_DISTRICT: tuple[Said, ...] = (("hujie", "鄂城区制造业合格率95.2"),)
_QUIET: Stored = {"9|白蒲": {"accident_rate": "0"}, "10|白蒲": {"death_rate": "0"}}
_PARTLY: Stored = {"T15-H1": {"level": "partial"}}


def _named(text: str, new: int) -> Case:
    return Case(
        "gaofei",
        (f"2→{new}",),
        _TOWN,
        stored={"1|九华": {"jiangsu_brand_applications": new}},
        then=("1",),
        asks=True,
    )


def _held(subject: str, value: str) -> Case:
    """What the county office's figure comes to, against the target of 97."""
    stored: Stored = {f"1.1|{subject}": {"actual_percent": value}}
    return Case("caiming", (f"：{value}%",), stored=stored, then=("1",), asks=True)


def _town_held(name: str, at: str, inputs: Mapping[str, object]) -> Case:
    return Case("gaofei", (name,), stored={at: inputs}, then=("1",), asks=True)


REPORTING_TYPED: Mapping[str, Case] = {
    # what has come since is added to what was reported
    **{
        text: _named(text, 3)
        for text in ("江苏名牌又报了一家上去", "今天又报了一家江苏名牌", "江苏名牌再报一家上去")
    },
    "江苏名牌这两天又申报了两个": _named("江苏名牌这两天又申报了两个", 4),
    "体系认证今天又拿证一家": Case(
        "gaofei",
        ("3→4",),
        _TOWN,
        stored={"12|九华": {"new_certified_enterprises": 4}},
        then=("1",),
        asks=True,
    ),
    "江苏名牌又报了吗": Case("gaofei", ("现在：2",), _TOWN),
    # a value beside a request about another line
    "②100%，另外①的方案能不能晚两天交": Case("wangmin", ("100%", "申请延期"), stored=_COVERED),
    "②100%，①能不能晚两天": Case("wangmin", ("100%", "申请延期"), stored=_COVERED),
    # papers, or a part, still to come: nothing complete at the first tap
    **{
        text: Case(
            "heping",
            ("1 ①制定农药质量市场抽查方案：证明材料不全", "回“取消”就不记"),
            stored=_PARTLY,
            then=("1",),
            asks=True,
        )
        for text in ("方案有 材料后补", "方案已印发，材料过两天补", "方案有了，文件明天传")
    },
    "方案有 材料后补 吧": Case("heping", ("回“取消”就不记",), then=("取消",)),
    "诚信规划上个月就印发了，标准还在写": Case(
        "chenjing", ("证明材料不全",), stored={"T10-H1": {"level": "partial"}}, then=("1",), asks=True
    ),
    "规划印发了，安全监测的材料下周交": Case(
        "chenjing", ("完成任务并有证明材料",), stored={"T10-H1": {"level": "full"}}, then=("1",), asks=True
    ),
    # own points where the sheet asks for them
    **{
        text: Case("jiangtao", ("4条", "自评"), stored=_ALL_FULL, then=("1",), asks=True)
        for text in (
            "四项自评都打满",
            "自评全打满分",
            "我们自评就按满分来",
            "其他的自评都按满分报",
            "自评 2 2 1 1",
        )
    },
    "1项自评1.8，其他满分": Case("jiangtao", ("1.8",), stored=_ALL_BUT_ONE, then=("1",), asks=True),
    "3、4项自评满分，1项自评1.8，2项2": Case(
        "jiangtao", ("1.8",), stored=_ALL_BUT_ONE, then=("1",), asks=True
    ),
    "自评①2分②2分③1分④1分": Case("jiangtao", ("已收",), stored=_ALL_FULL),
    "1 自评1分": Case("songli", ("已收",), stored={"1.3": {"self_points": "1"}}),
    "自评合计6分": Case("jiangtao", ("一项一项报",)),
    "自评满分行不行": Case("jiangtao", ("满分",)),
    "给我们打满分": Case("jiangtao", ("谁也不能在聊天里直接改分",)),
    "自评覆盖率4，其他的都按满分": Case("wangmin", ("①4", "②4", "③4")),
    # one document for several lines, its day, and two documents in one line
    "45号文同时也是7和9的材料": Case("songli", ("⑦", "⑨", "是就回1"), _PAPER, then=("1", "我的材料 9")),
    "45号文7和9也用": Case("songli", ("也归到⑦", "、⑨"), _PAPER),
    "材料 5 平农〔2021〕46号 平农〔2021〕47号": Case("songli", ("2件",), _PAPER),
    "这个通知是去年3月2号发的": Case("songli", ("③", "2021年3月2日"), _PAPER),
    "45号那份是3月2号的": Case(
        "songli", ("③", "2021年3月2日"), (*_PAPER, ("songli", "材料 5 平农〔2021〕46号"))
    ),
    "45号是去年5月印的": Case("songli", ("写到哪一天",), _PAPER),
    # no such thing in the speaker's place
    "国抽今年我们镇没抽到": Case(
        "luoying",
        ("1 ⑥制造业产品国家监督抽查合格率%：没有（不填）",),
        stored={"6|白蒲": {"national_pass_rate": None}},
        then=("1",),
        asks=True,
    ),
    "市级抽查没安排我们镇": Case("luoying", ("1 ⑧制造业产品市级监督抽查合格率%：没有（不填）",)),
    # accidents and deaths are counted apart
    **{
        text: Case("luoying", ("⑨", "⑩"), stored=_QUIET, then=("1",), asks=True)
        for text in ("特种设备今年一起事故都没有，没死人", "没出过特种设备事故，也没有伤亡")
    },
    "特种设备没有出过事故": Case(
        "luoying", ("⑨",), stored={"9|白蒲": {"accident_rate": "0"}}, then=("1",), asks=True
    ),
    "没死人": Case("gaojun", (), (("", "@2015-12-21 09:00"),), never=("是就回1",)),
    "昨天我报的体系认证应该是4家，不是3家": Case(
        "gaofei",
        ("3→4",),
        (*_TOWN, ("", "@2018-11-21 09:10")),
        stored={"12|九华": {"new_certified_enterprises": 4}},
        then=("1",),
        asks=True,
    ),
    "昨天我报的体系认证是多少": Case("gaofei", ("现在：3",), (*_TOWN, ("", "@2018-11-21 09:10"))),
    # a value told by what it is held against
    "雁江区农产品合格率跟目标一样": _held("雁江区", "97"),
    "安岳县比目标低2个点": _held("安岳县", "95"),
    "安岳超目标0.5个点": _held("安岳县", "97.5"),
    "安岳县比目标低2个点扣几分": Case("caiming", ("评分标准",), never=("是就回1",)),
    "预计安岳县比目标低2个点": Case("caiming", (), never=("是就回1",)),
    "江苏名牌比目标少1个": _town_held("江苏名牌", "1|九华", {"jiangsu_brand_applications": 1}),
    "体系认证正好完成目标": _town_held("体系认证", "12|九华", {"new_certified_enterprises": 4}),
    "比上次高0.6个点": Case(
        "hujie",
        ("鄂城区", "95.8%"),
        _DISTRICT,
        stored={"1.1|鄂城区": {"actual_percent": "95.8"}},
        then=("1",),
        asks=True,
    ),
    "华容比鄂城低1.5个点": Case(
        "hujie",
        ("华容区", "93.7%"),
        _DISTRICT,
        stored={"1.1|华容区": {"actual_percent": "93.7"}},
        then=("1",),
        asks=True,
    ),
    "比去年高0.6个点": Case("hujie", (), _DISTRICT, never=("是就回1",)),
    "除了标准那项是2，其他都跟目标一样": Case(
        "gaofei", ("12条", "⑬新增制修订国际、国家、行业标准数（个）：2")
    ),
}
