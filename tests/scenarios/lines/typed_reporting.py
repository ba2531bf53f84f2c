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
    "自评合计6分": Case("jiangtao", ("一项一项报",)),
    "自评满分行不行": Case("jiangtao", ("满分",)),
    "给我们打满分": Case("jiangtao", ("谁也不能在聊天里直接改分",)),
    "自评覆盖率4，其他的都按满分": Case("wangmin", ("①4", "②4", "③4")),
}
