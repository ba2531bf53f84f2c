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
_DECEMBER: tuple[Said, ...] = (("", "@2015-12-21 09:00"),)
_TIED: Stored = {"T18-Y": {"complaint_rate_current": "0.8", "complaint_rate_2014": "0.8"}}
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
    # the sign of another unit
    "2 98℃": Case("wangmin", ("是不是下面这个意思",), asks=True),
    "考核也开展了": Case("guolan", ("是哪一项",), asks=True),
    # nobody hurt is no event, unless something fell down
    "没有人员伤亡": Case("chenjing", ()),
    "昨天大巴翻了，没有人员伤亡": Case("chenjing", ("已登记为“疑似事件",), kinds=("incident",)),
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
    "没死人": Case("gaojun", ("1 ①全年无质量安全事故：0",), (("", "@2015-12-21 09:00"),), asks=True),
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
    # both years in one figure, and two figures of one year
    **{
        text: Case("wangmin", ("0.8", "原文未规定"), _DECEMBER, stored=_TIED)
        for text in ("投诉率跟去年持平 都是0.8", "投诉率今年去年都是0.8", "投诉率和去年一样，0.8")
    },
    "投诉率2015年0.66（去年0.73），2014年0.73": Case(
        "wangmin",
        ("已收",),
        _DECEMBER,
        stored={"T18-Y": {"complaint_rate_current": "0.66", "complaint_rate_2014": "0.73"}},
    ),
    "投诉率2015年0.66（去年0.73），2014年0.32": Case("wangmin", ("两个数对不上",), _DECEMBER),
    "市级名牌2015年66个（去年73个），2014年32个": Case("liuyang", ("两个数对不上",), _DECEMBER),
    # the printed number of somebody whose list is shorter
    "10号那项和20号那项都完成了，10的材料还差一份": Case(
        "chenjing",
        ("1 ①出台旅游行业质量诚信建设推进规划，制定服务企…：证明材料不全",),
        stored={"T10-H1": {"level": "partial"}, "T20-H1": {"level": "full"}},
        then=("1", "1"),
        asks=True,
    ),
    "第10项两条都做到了": Case(
        "guolan", ("2条都是",), stored={"5.3|鄂城区": {"c1": True, "c2": True}}, then=("1",), asks=True
    ),
    "大中型公路100，其他公路无此类项目": Case(
        "guolan",
        ("没有（不填）",),
        stored={
            "5.7|鄂城区": {
                "major_highway_first_pass_percent": "100",
                "other_highway_first_pass_percent": None,
            }
        },
        then=("1",),
        asks=True,
    ),
    "第二项先撤回来，数还要核": Case("wangmin", (), (("wangmin", "2 100"),), never=("恢复",)),
    # of several lines in one message
    "③自评0.9，④自评1，其余先不报": Case(
        "songli", ("到时候直接发",), stored={"5.1": {"self_points": "0.9"}, "5.2": {"self_points": "1"}}
    ),
    "③自评0.9，先不报": Case("songli", ("没有入库",)),
    "除了华容93.5，另外两个区都是95.6": Case(
        "hujie",
        ("华容区",),
        stored={
            "1.1|华容区": {"actual_percent": "93.5"},
            "1.1|鄂城区": {"actual_percent": "95.6"},
            "1.1|梁子湖区": {"actual_percent": "95.6"},
        },
    ),
    "咱们区4.1三条都有，4.2只有联席会议没有": Case("guolan", ("①", "3条都是", "②"), never=("⑤", "⑱")),
    "12项加1": Case("gaofei", ("3→4",), _TOWN),
    "5项都没弄": Case("gaofei", ("没有记录任何数据",), _TOWN),
    "省抽刚才写反了，合格18不合格2": Case("luoying", ("95%→90%",), (("luoying", "7 95"),)),
    # done, but nothing was kept of it
    **{
        text: Case(
            "chenjing", ("无证明材料",), stored={"T20-H1": {"level": "no_evidence"}}, then=("1",), asks=True
        )
        for text in ("安全监测做了，但检查记录没留", "旅游安全检查搞了，没拍照片")
    },
    # what has come since, beside other values
    **{
        text: Case(
            "gaofei",
            ("1 ①江苏名牌申报数：",),
            _TOWN,
            stored={"2|九华": {"nantong_brand_applications": 1}},
            never=("2→",),
        )
        for text in ("江苏名牌又增加2个，南通名牌1个", "南通名牌1个，江苏名牌又报了一家")
    },
}
