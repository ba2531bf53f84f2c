"""The contract's lines of contacts as other people word them, each beside what must not be taken so."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Stored
from tests.scenarios.lines.typed_contacts import town, wang

_ALL: Final[Stored] = {
    "1.1|鄂城区": {"actual_percent": "95.2"},
    "1.1|华容区": {"actual_percent": "93.5"},
    "1.1|梁子湖区": {"actual_percent": "96"},
}
_WHOLE: Final[Stored] = {"T17-H1": {"coverage_percent": "100"}}


def _covered(percent: str) -> Case:
    return Case(
        "wangmin",
        ("已收：②",),
        never=("没有哪一项要",),
        stored={"T17-H1": {"coverage_percent": percent}},
    )


def _districts() -> Case:
    return Case("hujie", ("鄂城区", "暂得8/10分"), never=("没有哪一项要",), stored=_ALL)


_FULLY: Final = Case("wangmin", ("②",), stored=_WHOLE, then=("1",), asks=True)
_OF_LAST_YEAR: Final = Case("hujie", ("去年的数", "没有入库"))

WORDED_TYPED: Mapping[str, Case] = {
    # several units: counted, listed in turn, the name of it all behind them; last year's are nobody's
    "我们三个区的制造业产品质量合格率 鄂城95.2 华容93.5 梁子湖96": _districts(),
    "三个区：鄂城95.2 华容93.5 梁子湖96": _districts(),
    "鄂城华容梁子湖制造业合格率分别是95.2 93.5 96": _districts(),
    "鄂城、华容和梁子湖的制造业合格率分别为九十五点二、九十三点五和九十六": _districts(),
    "鄂城华容梁子湖三个区制造业合格率95.2、93.5、96": _districts(),
    "鄂城95.2 华容93.5 梁子湖96，都是制造业合格率": _districts(),
    "鄂城95.2 华容93.5 梁子湖96，都是食品合格率": Case("hujie", ("由市食品药品监管局报",)),
    "鄂城95.2 华容93.5 梁子湖96，都是去年的合格率": _OF_LAST_YEAR,
    "去年的合格率 鄂城95.2 华容93.5 梁子湖96": _OF_LAST_YEAR,
    "鄂城华容去年制造业合格率分别是95.2、93.5": Case("hujie", ("没有入库",)),
    "一共三项：制造业95.2 食品药品92 竣工验收96": Case(
        "hujie", ("由市食品药品监管局报", "由市住建委报", "1 ①制造业产品质量合格率（鄂城区）：95.2%")
    ),
    # what only says of which item the figures are needs no answer of its own
    "制造业质量合格率报一下，梁子湖九十六，鄂城九十五点二，华容九十三点五": _districts(),
    "新开工建筑工程治量监督覆盖率百分之九十九点五，就这个数": _covered("99.5"),
    # fillers that sound like questions
    "就是那个啥，覆盖绿，百分之九十八点五": _covered("98.5"),
    "那啥新开工工程监督覆盖率九十九点五": _covered("99.5"),
    "那什么算覆盖率": Case("wangmin", ("T17-H1",)),
    "那啥时候交": Case("wangmin", ("6月30日",)),
    # all of them are under supervision, said once or twice; not where they are not
    "新开工的工程全部纳入监督了，一个没落": _FULLY,
    "新开工的全部都在监督，没有遗漏": _FULLY,
    "一个工地都没漏，全监督了": _FULLY,
    "所有新开工工程都办了监督手续": _FULLY,
    "监督覆盖率：满覆盖": _FULLY,
    "还没全部纳入监督": Case("wangmin", (), never=("：100%",)),
    "新开工的没有全部纳入监督范围": Case("wangmin", (), never=("：100%",)),
    # nobody was hurt: the speaker's own count of accidents; not beside what did happen
    "没有伤亡": Case(
        "chenjing", ("②", "：0"), stored={"T20-H1": {"major_accident_count": 0}}, then=("1",), asks=True
    ),
    "6月3号翻了一辆大巴，没死人": Case("chenjing", (), never=("：0",)),
    "特种设备今年平平安安，一起都没出": town(
        "⑨万台特种设备事故率低于：0", stored={"9": {"accident_rate": "0"}}, then=("1",), asks=True
    ),
    # the speaker's own unit before a colon, and its places in Chinese numerals
    "九华：二、没做，三、2个": town(
        "“三、2个”：您的任务里没有这个序号",
        stored={"2": {"nantong_brand_applications": 0}},
        then=("1",),
        asks=True,
    ),
    "九华：一、2个；四、1个": town(
        stored={"1": {"jiangsu_brand_applications": 2}, "4": {"quality_pacesetter_applications": 1}}
    ),
    # what is wanted stands beside what there is
    "南通名牌2个，任务是1个": town("已收：②", stored={"2": {"nantong_brand_applications": 2}}),
    "覆盖率这个月底能到百分百，现在是98.6": _covered("98.6"),
    "南通名牌任务1个": town("说的是目标"),
    # last year's figure is said to have been reported
    "8那个是去年的，今年的12.3": Case(
        "xuna",
        ("8→12.3",),
        (("xuna", "1 8"),),
        stored={"18": {"patents_per_10k": "12.3"}},
        then=("1",),
        asks=True,
    ),
    "公示那个专利数错了吧 咋是8件 明明12件": Case(
        "xuna", ("→您称12",), (("xuna", "1 8"),), kinds=("appeal",)
    ),
    # into which step of the clause a value falls; whose an item is; what is not on the list
    "华容94.95是扣1分吧": Case("hujie", ("试算", "94.95%：9/10分")),
    "94.95算低于1个点以内吧": Case("hujie", ("试算", "94.95%：9/10分")),
    "99.9算100吧": wang("试算", "99.9%：0/4分"),
    "这不是质监局报的吗": town("都由九华报", "责任异议"),
    "国抽合格率不是市场监管局报吗": town("⑥", "各自报"),
    "我们镇专利要完成多少": town("您清单上没有“专利”这一项", "目标2"),
    "我们镇的目标是多少": town("目标和现在的数", never=("没有“",)),
    "数报了就行了吗": wang("报齐就不再提醒"),
    # put right in the same breath: one is confirmed, of several the last is meant
    "2 99.5 哦不 100": wang(
        "报为100%吗", stored={"T17-H1": {"coverage_percent": "100"}}, then=("1",), asks=True
    ),
    "江苏名牌2个，哦不，3个，南通名牌1个": town(
        stored={"1": {"jiangsu_brand_applications": 3}, "2": {"nantong_brand_applications": 1}}
    ),
    # from so many to so many: what is new, and what there is now
    "体系认证从1家增加到5家": town(
        "：4（5家－1家）", stored={"12": {"new_certified_enterprises": 4}}, then=("1",), asks=True
    ),
    "南通名牌从1个增加到3个": town(
        "：3（原来1个）", stored={"2": {"nantong_brand_applications": 3}}, then=("1",), asks=True
    ),
    "今年参与制定了1个国标1个行标": town(
        "：2（", stored={"13": {"new_standards": 2}}, then=("1",), asks=True
    ),
    # two that are the same; places before a dash, where a range is none
    "鄂城跟华容一样都是95.3": Case(
        "hujie",
        (),
        stored={"1.1|鄂城区": {"actual_percent": "95.3"}, "1.1|华容区": {"actual_percent": "95.3"}},
    ),
    "九华 1-2个 2-1个": town(
        stored={"1": {"jiangsu_brand_applications": 2}, "2": {"nantong_brand_applications": 1}}
    ),
    "1-2个": town(),
}
