"""What contacts tell of a line with several inputs: points done and not done, a figure and a score among them."""

from collections.abc import Mapping
from typing import Any, Final

from tests.scenarios.lines.case import Case

_DONE = {"credit_records_built": True, "self_declaration": True, "joint_punishment": True}
_RATES = {"credit_entry_rate": "95", "credit_entry_rate_prev": "91", "credit_reports": 12}
_LABELS = {
    "food_drug_crackdown": True,
    "rural_food_crackdown": True,
    "label_inspection": False,
    "illegal_additives": True,
}
_OTHERS = (
    "std_mechanism",
    "std_meeting",
    "metrology_plan",
    "traceability_system",
    "metrology_funding",
    "metrology_capacity",
    "certification_system",
)

_RATED = "例行监测合格率98.6，自评1.8"


def _told(
    speaker: str, code: str, inputs: Mapping[str, Any], *facts: str, never: tuple[str, ...] = ()
) -> Case:
    return Case(speaker, facts, stored={code: inputs}, then=("1",), asks=True, never=never)


CHECKLISTS_TOLD: Final[Mapping[str, Case]] = {
    "6 集中整治搞了，质监利剑也搞了，进出口假冒这块没有": _told(
        "wulin",
        "10.1",
        {"regional_rectification": True, "quality_sword": True},
        "2条都是",
        "不由您单位报的：“进出口假冒这块没有”",
        never=("否",),
    ),
    "13 产品做了统计分析，工程和服务没做": _told(
        "wulin", "15", {"product_analysis": True}, "不由您单位报的：“工程和服务没做”", never=("信息：否",)
    ),
    "4 质量和环境的审核做了，能耗的没做": _told("wulin", "6", {"quality_audit": True}, "不由您单位报的"),
    "4 质量、能耗、环境三方面都审核了": _told("wulin", "6", {"quality_audit": True}, "不由您单位报的"),
    "14 质量教育搞了，首席质量官培训也搞了": _told(
        "wulin", "17.1", {"public_quality_education": True, "cqo_training": True}, "2条都是"
    ),
    "7 都搞了 除了标签检查": _told("wulin", "10.3", _LABELS, "监督检查：否"),
    "7 除了标签检查都搞了": _told("wulin", "10.3", _LABELS, "监督检查：否"),
    "8 乡镇考核制度建了，小作坊管理也严格落实，安全监管活动搞了有合作协议": _told(
        "wulin",
        "11.1",
        {"township_fooddrug_assessment": True, "workshop_management": True, "food_supervision": True},
        "3条都是",
    ),
    "3 信用记录建了，入库率去年91今年95，信用报告12份，自我声明推动了，联合惩戒制度也有": _told(
        "wulin", "5", {**_DONE, **_RATES}, "发布质量信用报告份数：12", never=("原来91", "没读进去的")
    ),
    "3 入库率今年95%，去年91%，信用报告12份": Case("wulin", ("已收",), stored={"5": _RATES}),
    "体系认证从11家增加到15家": Case("gaofei", ("15家－11家",)),
    "地标商标有2个，地标产品没有": _told(
        "wulin", "25", {"geo_products": 0, "geo_trademarks": 2}, never=("答完接着问",)
    ),
    "网格化管理推进了，协管员管理也强化了，自评1分": Case(
        "songli",
        ("已收", "是，单位自评分（0–1）：1"),
        stored={"7.3": {"focus_1": True}},
        never=("没有哪一项要",),
    ),
    "合格证制度推行了 自评0.5": _told("songli", "5.1", {"focus_1": True, "self_points": "0.5"}),
    "⑫ 申诉机制健全了 12315平台也完善了": _told("guolan", "5.5|鄂城区", {"c1": True, "c2": True}),
    "12 投诉平台完善了，申诉处理机制没建": _told("guolan", "5.5|鄂城区", {"c1": False, "c2": True}),
    "申诉 12 平台建了 应该给满分": Case("guolan", ("已登记异议",), kinds=("appeal",)),
    "1 质量目标纳入经济发展规划了，工作方案有，配套政策没有": _told(
        "guolan", "4.1|鄂城区", {"c1": True, "c2": True, "c3": False}
    ),
    "2 今年开了两次质量工作会议，成立了质量兴区领导小组，质量月和3·15活动都搞了": _told(
        "guolan", "4.2|鄂城区", {"c1": True, "c2": True, "c3": True}, "3条都是"
    ),
    "2 今年开不开质量工作会议还没定": Case("guolan", (), never=("3条都是", "：是")),
    "11 服务业地方标准2个，试点1个国家级，名牌3家": Case("wulin", (), asks=True, never=("已收",)),
    "2 质量标杆搞了，江苏名牌3个": Case(
        "wulin", ("已收",), stored={"4.3": {"benchmark_activity": True}, "24.1": {"jiangsu_brands": 3}}
    ),
    "4 没有，19.2 95": Case(
        "wulin", ("已收",), stored={"6": {"quality_audit": False}, "19.2": {"provincial_pass_rate": "95"}}
    ),
    "1": Case(
        "wulin",
        ("已收", "另报了已在政府层面加强计量联席会议工作：是", "没有动"),
        (("wulin", "12 除了计量联席会议都做了"), ("wulin", "计量联席会议昨天也开了")),
        stored={"14": dict.fromkeys(_OTHERS, True)},
    ),
    "专利那个不是我们的吧": Case("wulin", ("18 ", "由市科技局报，不用您单位报"), never=("1 登记",)),
    "18不是我们报吧": Case("wulin", ("由市科技局报，不用您单位报",)),
    "特种设备是我们报吗": Case("wulin", ("⑩11.7", "是您单位报")),
    "自评报告哪些单位交了": Case("songli", ("只有领导、质强办能看", "还没有登记已交"), never=("1 ",)),
    "质监利剑行动搞了，进出口打假没搞过": _told(
        "wulin", "10.1", {"quality_sword": True}, "不由您单位报的：“进出口打假没搞过”"
    ),
    "产品和服务领域都开展了质量提升行动，工程没开展": _told(
        "wulin", "1", {"product_action": True}, "不由您单位报的：“工程没开展”", never=("⑬",)
    ),
    "抽查开展了没有，自评打2分": Case("jiangtao", ("2",), asks=True, never=("：否",)),
    "详情 7": Case(
        "guolan",
        ("开展质量信誉承诺。：是；推进实施清洁生产",),
        (
            (
                "guolan",
                "7 质量信誉承诺开展了，先进标准鼓励政策有，质量标杆没学，生产许可严格执行了，清洁生产推进了",
            ),
        ),
    ),
    "15 除了旅游联合执法其他都做了，全年没有重大旅游事故": _told(
        "guolan", "5.8|鄂城区", {"c1": True, "c2": False, "c3": True, "c4": True}
    ),
    "15 除了旅游联合执法其他都做了，旅游监测没做": Case(
        "guolan", ("监测，确保全年无重大旅游质量安全事故：否",), asks=True, never=("机制：是",)
    ),
    "⑤分析报告制度建了，但没向社会公开": Case(
        "guolan", ("1 ⑤质量统计分析制度建立与开展：是", "2 ⑤质量统计分析制度建立与开展：否"), asks=True
    ),
    "⑤分析报告制度建了，也向社会公开了": Case("guolan", ("已收",), stored={"4.5|鄂城区": {"c1": True}}),
    "是": Case(
        "guolan",
        ("前一条里其余的也报吗", "2条都是"),
        (("guolan", "2 会议开了，领导小组建了，质量月没搞"), ("guolan", "质量月其实也搞了")),
        stored={"4.2|鄂城区": {"c3": True}},
    ),
    "16 标准化机制有，计量做了，认证没做，自评4.5分": Case(
        "guolan", ("⑯4.5", "暂得4/6分"), stored={"6.1|鄂城区": {"c1": True, "c2": True, "c3": False}}
    ),
    "方案4分，覆盖率4分，措施3分，自评11分": Case("wangmin", ("自评：①4、②4",), never=("已收",)),
    "雁江区目标97": Case("caiming", ("由质强办定，不用您单位报",), never=("由市农业局报",)),
    "都搞了，会议开了、领导小组建了、质量月搞了": Case(
        "guolan",
        ("3条都是",),
        (("guolan", "2 会议开了，领导小组建了，质量月没搞"),),
        asks=True,
        never=("其余的也报",),
    ),
    "7.2 名录明年才建，自评1.5": Case(
        "songli", ("已收", "名录明年才建"), stored={"7.2": {"self_points": "1.5"}}, never=("7.2%",)
    ),
    "98.6 名录明年才建，自评1.5": Case("songli", (), asks=True, never=("已收",)),
    "江苏名牌申报2个还有1个在准备，质量标兵没报": Case(
        "gaofei",
        ("已收", "还有1个在准备"),
        stored={"1|九华": {"jiangsu_brand_applications": 2}},
        never=("江苏名牌申报数：1",),
    ),
    "8.1 农资打假开展了，查办案件6起，移送司法2起，自评1.7": _told(
        "songli", "8.1", {"self_points": "1.7"}, "原话记作文字材料", "查办案件6起"
    ),
    "标兵不是2个是1个，先进方法再加1家": Case(
        "luoying",
        ("1→2", "2→1"),
        (("luoying", "南通名牌1家，标兵2个，先进方法1家"),),
        stored={
            "4|白蒲": {"quality_pacesetter_applications": 1},
            "11|白蒲": {"advanced_method_enterprises": 2},
        },
        then=("1",),
        asks=True,
    ),
    "标兵应该是1个，少报了1个": Case(
        "luoying",
        ("由2改为1",),
        (("luoying", "南通名牌1家，标兵2个，先进方法1家"),),
        asks=True,
        never=("→3",),
    ),
    "自评少打了0.1": Case(
        "songli", ("1.8改为单位自评分（0–2）：1.9",), (("songli", _RATED),), asks=True, never=("：1%",)
    ),
    "自评也加0.1": Case(
        "songli", ("1.8改为单位自评分（0–2）：1.9",), (("songli", _RATED),), asks=True, never=("98.7",)
    ),
    "合格率是98.9，自评也加0.1": Case("songli", (), (("songli", _RATED),), asks=True, never=("：0.1",)),
    "自评少打了，1.9": Case("songli", ("：1.9",), (("songli", _RATED),), asks=True),
    "2 九月十二号在凤凰广场搞质量月宣传": Case(
        "guolan",
        ("1件，说明：九月", "2013年9月12日"),
        (("guolan", "#image"),),
        never=("没有记录任何数据",),
    ),
    "12315办结率今年99.1，去年98.4；12301是旅游局的不归我们": Case(
        "wulin",
        ("由市旅游局报，不用您单位报",),
        stored={"7": {"rate_12315": "99.1", "rate_12315_prev": "98.4"}},
        never=("责任认领异议",),
    ),
}
