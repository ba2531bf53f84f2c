"""What contacts type to report, by the way it is put: shared states, corrections, comparisons, pasted tables, pinyin."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.typed_contacts import ALMOST, COVERED, FIRST_98, city, level, town, wang

_PAIR = {"T16-H1": level("full"), "T18-H1": level("full")}

REPORTS_TYPED: Mapping[str, Case] = {
    # a state said of several places at once
    "①③齐全②100": wang("100%", stored={**_PAIR, **COVERED}),
    "1和3齐全": wang("①", "③", stored=_PAIR),
    "第一项和第三项都没有材料": wang("①", "③", stored={"T16-H1": level("none"), "T18-H1": level("none")}),
    "①②③都完成了": wang("①", asks=True),
    "①③100": wang(asks=True),
    # a level said of a leaf's evidence
    "执法检查方案材料不全": wang("①", stored={"T16-H1": level("partial")}),
    "2号指标99.5": wang("99.5%", stored=ALMOST),
    "fugailv 99.5%": wang("99.5%", stored=ALMOST),
    # a comparison with last year where the line takes none
    "覆盖率去年98%今年99.5%": wang("99.5%", stored=ALMOST),
    "去年98%": wang(asks=True),
    # corrections of what was reported
    "昨天报的覆盖率写成98了，其实是99.5": wang("99.5%", "由98%", before=FIRST_98, asks=True),
    "覆盖率报高了，是96": wang("96%", "由98%", before=FIRST_98, asks=True),
    "98那个错了，99.5": wang("99.5%", "由98%", before=FIRST_98, asks=True),
    "刚才那个数不对，99.5才对": wang("99.5%", "由98%", before=FIRST_98, asks=True),
    "覆盖率改一下 99.5": wang("99.5%", "由98%", before=FIRST_98, asks=True),
    "覆盖率：98→99.5": wang("99.5%", "由98%", before=FIRST_98, asks=True),
    # pasted tables whose first head cell was blank
    "\t鄂城区\t华容区\n制造业产品质量合格率\t95.2\t93.5": city(stored={"鄂城区": "95.2", "华容区": "93.5"}),
    "鄂城区\t华容区\n95.2\t93.5": city(stored={"鄂城区": "95.2", "华容区": "93.5"}),
    "江苏名牌\t南通名牌\n1\t2": town(
        stored={"1": {"jiangsu_brand_applications": 1}, "2": {"nantong_brand_applications": 2}}
    ),
}
