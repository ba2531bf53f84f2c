"""What contacts type to report, by the way it is put: shared states, corrections, comparisons, pasted tables, pinyin."""

from collections.abc import Mapping
from typing import Unpack

from tests.scenarios.lines.case import Case, More, Stored
from tests.scenarios.lines.typed_contacts import ALMOST, COVERED, FIRST_98, city, level, market, town, wang

_PAIR = {"T16-H1": level("full"), "T18-H1": level("full")}


def _county(who: str, *facts: str, stored: Stored | None = None, **more: Unpack[More]) -> Case:
    """Another bureau's contact in the county."""
    return Case(who, facts, stored=stored, **more)


REPORTS_TYPED: Mapping[str, Case] = {
    # a state said of several places at once
    "①③齐全②100": wang("100%", stored={**_PAIR, **COVERED}),
    "1和3齐全": wang("①", "③", stored=_PAIR),
    "第一项和第三项都没有材料": wang("①", "③", stored={"T16-H1": level("none"), "T18-H1": level("none")}),
    "①②③都完成了": wang("①", asks=True),
    "①③100": wang(asks=True),
    "1、2都是1家": town(
        stored={"1": {"jiangsu_brand_applications": 1}, "2": {"nantong_brand_applications": 1}}
    ),
    "江苏名牌和南通名牌各1家": town(
        stored={"1": {"jiangsu_brand_applications": 1}, "2": {"nantong_brand_applications": 1}}
    ),
    "事故率、死亡率均为0": town(stored={"9": {"accident_rate": "0"}, "10": {"death_rate": "0"}}),
    "执法检查和整体水平材料都齐了": wang("①", "③", stored=_PAIR),
    "覆盖率由98提高到99.5": wang("99.5%", stored=ALMOST),
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
    "哎不对 应该是99.5": wang("99.5%", "由98%", before=FIRST_98, asks=True),
    "鄂城区97.8 报错一位 是98.7": city("鄂城区", "98.7%", asks=True),
    "鄂城和华容的数对调一下": city("更正", asks=True),
    "鄂城区95.2，等下，好像是95.7，你先记着": city(asks=True),
    # what is told of the evidence in plain words
    "执法检查那块方案和材料都全了哈": wang("①", stored={"T16-H1": level("full")}),
    "方案早就有了，就是证明材料还没凑齐": wang("①", asks=True, never=("由市场监督管理局报",)),
    "①方案已印发": wang("①", asks=True),
    "1和3材料齐了，2是100": wang("100%", stored={**_PAIR, **COVERED}),
    "全部完成 材料齐全": wang("①", asks=True),
    "整治方案有了": _county("liuyang", "④", "⑤", asks=True),
    "大检查方案有 材料没全": _county("gaojun", "①", stored={"T11-H1": level("partial")}),
    "标准还没出台，领导说七月份": _county("chenjing", "①", "未完成", asks=True),
    # printed numbers of items beside the own list's
    "1 方案材料齐\n3 制度有，材料不全\n6 机制制度都健全": _county(
        "liuyang", "②", "③", stored={"T01-H1": level("full")}
    ),
    "第13项都完成了 佐证材料明天补": _county("liuyang", "⑧", asks=True),
    # a milestone that has not begun
    "三季度的覆盖率也先报了吧 100": wang(
        "前三季度节点还没到", asks=True, then=("1",), stored={"T17-Q3": {"coverage_percent": "100"}}
    ),
    "全年质量安全事故0": _county("gaojun", "年终节点还没到", asks=True),
    # 二、at the head of a line counts what is listed, and is no value of the line before
    "事故率\n二、没做": town("②南通名牌申报数：0", "另有1条也要确认", asks=True),
    "一、死亡率\n三、没做": town("没有这个序号", asks=True),
    "事故率\n二、南通名牌3个": town("⑨", stored={"2": {"nantong_brand_applications": 3}}),
    "江苏名牌\n八、九、没做": town("①", asks=True),
    "江苏名牌 三、南通名牌 四": town(
        stored={"1": {"jiangsu_brand_applications": 3}, "2": {"nantong_brand_applications": 4}}
    ),
    # shapes of speech
    "早上好 覆盖率咱们100，麻烦登一下": wang("100%", stored=COVERED),
    "梁子湖食品药品 抽检1200批次 合格1188": Case("tangli", ("99%", "梁子湖区"), asks=True),
    "华容区去年93.1今年95.2": city("95.2", stored={"华容区": "95.2"}),
    "鄂城区和华容区都是95": city(stored={"鄂城区": "95", "华容区": "95"}),
    "葛店开发区95.1": city("葛店开发区", "不是被考核单位"),
    "华容区比目标低1.5个点": city("①", asks=True),
    "5.3和7.1都自评满分": Case("songli", ("⑤", "0.5"), asks=True),
    "19.1和19.2一样 都是93": market(
        stored={"19.1": {"national_pass_rate": "93"}, "19.2": {"provincial_pass_rate": "93"}}
    ),
    "新增认证企业：如皋恒达机械、九华兴盛纺织、江苏瑞丰，共3家": town(
        stored={"12": {"new_certified_enterprises": 3}}
    ),
    "咱市发明专利总共1.6万件": Case("xuna", ("①",), asks=True, never=("16000",)),
    # pasted tables whose first head cell was blank
    "\t鄂城区\t华容区\n制造业产品质量合格率\t95.2\t93.5": city(stored={"鄂城区": "95.2", "华容区": "93.5"}),
    "鄂城区\t华容区\n95.2\t93.5": city(stored={"鄂城区": "95.2", "华容区": "93.5"}),
    "江苏名牌\t南通名牌\n1\t2": town(
        stored={"1": {"jiangsu_brand_applications": 1}, "2": {"nantong_brand_applications": 2}}
    ),
    # the figure said twice to be sure, and what only names or compares beside it
    "覆盖率九十九点五，对，九十九点五": wang("99.5%", stored=ALMOST),
    "2--99.5": wang("99.5%", stored=ALMOST),
    "12是12": town(stored={"12": {"new_certified_enterprises": 12}}),
    "把覆盖率给报一下，100%": wang("100%", never=("文字材料",), asks=True, then=("1",), stored=COVERED),
    "华容区95.2，比目标高一点": city(
        "95.2%", never=("文字材料",), asks=True, then=("1",), stored={"华容区": "95.2"}
    ),
    "喂你好我是城建局的我们这个复盖率九十九点五": wang("99.5%", stored=ALMOST),
    "我是旅游局的我们这个复盖率九十九点五": wang("99.5%", asks=True),
    "1111q": wang("没看懂", asks=True),
    "照上个季度的报": wang("没有入库", "不能照抄", asks=True),
    "覆盖率拉满": wang("②", "100%", asks=True, then=("1",), stored=COVERED),
    "全都覆盖": wang("②", never=("①", "③"), asks=True, then=("1",), stored=COVERED),
    # what is counted beside a value is not passed over
    "覆盖率100%，旅游安全检查3次": wang("由县旅游局报", stored=COVERED),
    "覆盖率100%，搞了5次培训": wang("没有记录", stored=COVERED),
    "覆盖率100%，检查3次": wang("检查3次", "①", stored=COVERED),
    # assessed units that are named by ear, one behind the other, or behind the value
    "华荣区95.2": city("华容区", asks=True, then=("1",), stored={"华容区": "95.2"}),
    "滨江区95.2": city("没有入库"),
    "鄂城区 华容区 95.2 93.5": city(asks=True, then=("1",), stored={"鄂城区": "95.2", "华容区": "93.5"}),
    "鄂城区 华容区 95.2 93.5 96": city(asks=True),
    "95.2，华容区的制造业合格率": city("95.2%", stored={"华容区": "95.2"}),
    "95.2，华容区去年的制造业合格率": city(asks=True),
    "报两个区：95.2（鄂城）93.5（华容）": city(stored={"鄂城区": "95.2", "华容区": "93.5"}),
    # somebody else's line, in words that are not quite its own
    "帮住建委报一下竣工验收合格率96": city("由市住建委报"),
    "制造业九十五点二，食品药品九十二": city("由市食品药品监管局报", "鄂城区", asks=True),
    "食药抽检合格率92": city("由市食品药品监管局报"),
    # what is said to begin with, what stands beside a value, one more figure of somebody else's
    "咱们三个数一块儿给你哈：制造业产品合格率95.2个点，食药的92，竣工验收一次合格那个96": Case(
        "hujie", ("市食品药品监管局", "市住建委", "1 ①制造业产品质量合格率（鄂城区）：95.2%"), never=("三个",)
    ),
    "华容那边制造业94%，离目标差1个百分点": Case(
        "hujie", ("94%",), stored={"1.1|华容区": {"actual_percent": "94"}}
    ),
    "+0.3个百分点，食品药品合格率98.1%": Case("hujie", ("市食品药品监管局",), never=("准数",)),
    "鄂城区制造业95.2 顺带把食药监局那个92也报了吧": Case(
        "hujie", ("食药监局",), stored={"1.1|鄂城区": {"actual_percent": "95.2"}}, then=("1",), asks=True
    ),
}
