"""What people tell that they did: put to its line, with the words kept as evidence and the level asked in one go."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case

_FULL: Final[Mapping[str, str]] = {"level": "full"}
_REFUSED: Final = ("里的数不用报", "没看懂", "，，", "， ，")
_PAPER: Final = "执法检查方案5月18日印发了，铁县建发〔2015〕21号"
_CHECKED: Final = "大检查方案5月份就发了，共检查企业86家，发现隐患143处，整改140处，剩3处正在整改"
_CASES: Final = "昆仑2021共破案47起，抓获96人，涉案金额1.2亿"

TOLD_TYPED: Final[Mapping[str, Case]] = {
    # a level, with the words
    _PAPER: Case(
        "wangmin",
        (f"“{_PAPER}”", "1 ①制定方案，强化工程质量执法检查：有方案并有证明材料"),
        never=_REFUSED,
        stored={"T16-H1": _FULL},
        then=("1",),
        asks=True,
    ),
    _CHECKED: Case(
        "gaojun", (f"“{_CHECKED}”",), never=_REFUSED, stored={"T11-H1": _FULL}, then=("1",), asks=True
    ),
    "我的材料 1": Case("wangmin", ("铁县建发〔2015〕21号",), before=(("wangmin", _PAPER), ("wangmin", "1"))),
    "撤回": Case(
        "wangmin",
        ("已撤回：制定方案", "文字材料也撤回了", "铁县建发〔2015〕21号"),
        before=(("wangmin", _PAPER), ("wangmin", "1")),
        stored={"T16-H1": {"withdraws": 1}},
    ),
    "收回": Case("wanpeng", ("文字材料也撤回了", "破案47起"), before=(("wanpeng", _CASES), ("wanpeng", "1"))),
    "12315的 处理了两百一十四件": Case("liuyang", ("⑦",), never=("214", "名牌"), asks=True),
    "再补一个，抽检结果通报 铁县农发〔2015〕15号": Case(
        "heping",
        ("农发〔2015〕9号”“再补一个",),
        before=(("heping", "农药抽查方案已印发 铁县农发〔2015〕9号"),),
        stored={"T15-H1": _FULL},
        then=("1",),
        asks=True,
    ),
    "2 上半年没有发生重大旅游安全事故，检查了11家景区": Case(
        "chenjing",
        ("0（半年） 已收", "②", "检查了11家景区"),
        stored={"T20-H1": {"major_accident_count": 0}},
    ),
    "整治方案已制定下发": Case("liuyang", ("④", "⑤"), never=_REFUSED, asks=True),
    "四五六的方案都发了": Case("liuyang", ("④", "⑤"), never=_REFUSED, asks=True),
    "有毒有害食品添加剂那个专项行动，方案3月发的，检查餐饮单位430家，立案6件": Case(
        "liuyang", ("⑥制定方案：制定方案并有证明材料", "立案6件”"), never=("另有",), asks=True
    ),
    # points that are judged: the words alone
    _CASES: Case("wanpeng", (f"“{_CASES}”", "还要报：单位自评分"), never=("不能大于",), then=("1",)),
    "农资打假办案23起，移送公安2起，罚没18.6万": Case("songli", ("⑩", "文字材料"), never=_REFUSED),
    # what was counted beside a state is kept with it as its words
    "1 方案有，查了12家企业，有照片": Case(
        "gaojun",
        ("查了12家企业", "1 ①", "有方案并有证明材料"),
        never=("没有入库：您名下的项只报情况",),
        then=("1",),
        stored={"T11-H1": {"level": "full"}},
        asks=True,
    ),
    "1 有方案，查了12家企业，3家没整改，有照片": Case("gaojun", (), never=("1 ①制定方案开展安全生产大检查",)),
    "特种设备检查了1300台套，发现隐患260条全部闭环": Case("luming", ("⑬", "文字材料"), never=("⑪",)),
    "没有发生农产品质量安全事故，开展应急演练1次": Case(
        "songli", ("应急演练1次”",), stored={"2.3": {"event_count": 0}}, then=("1",), asks=True
    ),
    "合格证推行方案是平农〔2021〕63号": Case("songli", ("③", "平农〔2021〕63号")),
    "打假专项行动出动执法人员1200人次，查处案件46起": Case("guolan", ("⑨", "文字材料"), never=_REFUSED),
    "今年预算安排质量专项经费150万，去年120万": Case(
        "guolan", ("⑥", "文字材料"), before=(("guolan", "详情 6"),), never=_REFUSED
    ),
    "依据是省局鄂质监监〔2013〕156号通报": Case(
        "hujie",
        ("①制造业产品质量合格率（鄂城区）", "文字材料"),
        before=(("hujie", "鄂城区96.2"),),
        never=("没有找到",),
    ),
    # figures that a line takes are no account of another one
    "江苏名牌 今年新增3个": Case(
        "wulin", ("⑳",), never=("文字材料",), stored={"24.1": {"jiangsu_brands": 3}}, then=("1",), asks=True
    ),
    "信用3A企业2家": Case("wulin", ("1 ㉓", "2 ③"), never=("是就回1",), asks=True),
    "市名牌3个": Case("wulin", ("哪一项", "⑳江苏名牌"), never=("是就回1",)),
    "自评2分，示范项目1个": Case(
        "jiangtao", ("1 ①", "2 ②"), never=("文字材料",), stored={"1.7": {"demo_projects": 1}}
    ),
    "例行监测大约98": Case("songli", ("不是准数",), never=("文字材料",)),
    # one word for points that nobody named
    "3、4、5都做了": Case(
        "guolan",
        ("③质量奖励与考核机制：2条都是（", "④品牌发展战略实施：2条都是（", "⑤质量统计分析制度建立与开展：是"),
        asks=True,
    ),
    "3和4都做了，文件明天扫描了发你": Case("jiangtao", ("③", "④", "2条都对", "知道了"), asks=True),
    # what is said beside how far it is stays with it
    "嗯那个农药抽查的方案我们发了 三月十二号发的": Case(
        "heping",
        ("文字材料", "三月十二号发的"),
        stored={"T15-H1": {"level": "full"}},
        then=("1",),
        asks=True,
        never=("没读进去",),
    ),
    "规划已经出台了，上周局务会通过的，文件等领导签字后补": Case(
        "chenjing",
        ("知道了", "局务会通过的"),
        stored={"T10-H1": {"level": "partial"}},
        then=("1",),
        asks=True,
    ),
    "3 食安委成立了，目标考核制度没出": Case(
        "liuyang", (), stored={"T06-H1": {"level": "partial"}}, then=("1",), asks=True
    ),
    "1 规划制定了，还没实施": Case("guolan", ("文字材料",), asks=True, never=("3条都否",)),
    "有方案没总结": Case("wangmin", (), stored={"T16-H1": {"level": "partial"}}, then=("1",), asks=True),
    "2 上半年组织安全检查5次，无重大旅游质量安全事故": Case(
        "chenjing", (), stored={"T20-H1": {"level": "full"}}, then=("1",), asks=True
    ),
    "1和9已发文，文号分别是铁市监〔2015〕8号和15号": Case(
        "liuyang", ("〔2015〕8号",), never=("15号",), asks=True
    ),
    "③开具合格证45万张④建设标准化基地12个⑤市县6个检测机构全部通过双认证": Case(
        "songli", ("：“开具合格证45万张”", "：“建设标准化基地12个”", "通过双认证”"), asks=True
    ),
    "例行监测合格率99.2%，监督抽查合格率98.7%": Case(
        "songli",
        ("98.7%”这一项不收", "文字材料"),
        stored={"1.3": {"routine_pass_rate": "99.2"}},
        then=("1",),
        asks=True,
    ),
    "十二点八，算达标了吧": Case(
        "xuna", ("暂得2/2分",), stored={"18": {"patents_per_10k": "12.8"}}, never=("没看懂",)
    ),
    "竞争力指数84.5，全省排第6": Case(
        "luming", ("“全省排第6”没有哪一项要",), stored={"1.2": {"competitiveness_index": "84.5"}}
    ),
    "质量竞争力指数84.5，排名还没公布": Case(
        "luming", ("“排名还没公布”：知道了",), stored={"1.2": {"competitiveness_index": "84.5"}}
    ),
    "雁江98.2安岳97.5乐至下周出": Case(
        "panhui",
        ("“乐至下周出”：知道了",),
        stored={"1.3|雁江区": {"actual_percent": "98.2"}, "1.3|安岳县": {"actual_percent": "97.5"}},
    ),
    "食品的：鄂城97.1，华容96.8，梁子湖97.5。药品的还没出": Case("tangli", ("合起来", "知道了"), asks=True),
    "规上企业612家": Case("wulin", ("和您名下的项都对不上",)),
    "江苏名牌3个，都是老牌子": Case("wulin", ("⑳江苏名牌",), stored={"24.1": {"jiangsu_brands": 3}}),
    "98.2 97.9 97.4 依次是雁江安岳乐至": Case("caiming", ("（乐至县）：97.4%",), asks=True),
    "质量月搞了 3·15也办了": Case("guolan", ("②", "质量月"), never=("⑮",), asks=True),
    "2 领导小组成立了，联席会议制度还没建": Case("guolan", ("只记原话", "联席会议制度还没建"), then=("1",)),
    "1": Case("xuna", ("没有可选的序号",), before=(("xuna", "发明专利1846件"),)),
    # two lines at once, by their numbers, and the words moved to another line
    "4和5整治方案都发了，4月20号一起发的文": Case(
        "liuyang",
        ("④制定整治方案、⑤制定整治方案：完成",),
        stored={"T07-H1": _FULL, "T08-H1": _FULL},
        then=("1",),
        asks=True,
    ),
    "不是这个，是④": Case(
        "songli", ("④", "“培训网格员230人”"), before=(("songli", "培训网格员230人"),), never=("⑨", "另有")
    ),
    # the figure of so far, of the line that lacks some, that was asked about, or that the words point at
    "体系认证还差一家，目前三家": Case(
        "gaofei", ("⑫",), stored={"12|九华": {"new_certified_enterprises": 3}}
    ),
    "3家": Case(
        "gaofei",
        ("1 ⑫",),
        before=(("gaofei", "体系认证获证企业怎么算，是今年新增的吗"),),
        stored={"12|九华": {"new_certified_enterprises": 3}},
        then=("1",),
        asks=True,
    ),
    "省级产品的那个": Case(
        "wulin", ("⑰",), before=(("wulin", "合格率96.4"),), stored={"19.2": {"provincial_pass_rate": "96.4"}}
    ),
    "国抽没有 省抽93.5": Case(
        "wulin",
        ("⑰", "“国抽没有”没有入库"),
        never=("：0%",),
        stored={"19.2": {"provincial_pass_rate": "93.5"}},
    ),
}


def _told(speaker: str, stored: Mapping[str, Mapping[str, object]] | None, *facts: str) -> Case:
    return Case(speaker, facts, never=_REFUSED, stored=stored, then=("1",), asks=True)


FIGURES_TOLD: Final[Mapping[str, Case]] = {
    # a figure beside a deed: both in one draft, and what no input wants in words alone
    "江苏名牌今年申报了12个，认定9个": _told(
        "wulin",
        {"24.1": {"jiangsu_brands": 9}},
        "当年度本地区获江苏名牌产品数：9",
        "申报了12个”不是这一项要的数",
    ),
    "平安百年品质工程咱市有2个示范项目，1个是省级的": _told(
        "jiangtao", {"1.7": {"demo_projects": 2}}, "示范项目数：2；原话记作文字材料"
    ),
    "第5项 今年新创放心消费示范单位36家，投诉办结率99.2%": Case(
        "wulin", ("“投诉办结率99.2%”报哪一个", "4 记作文字材料", "示范单位36家”不是这一项要的数")
    ),
    # several clauses, each with the line that it tells of
    "我们区质量发展规划已经印发，鄂城政发〔2013〕12号，另外质量工作领导小组今年开了3次会": Case(
        "guolan",
        ("①质量发展规划制定与实施的文字材料吗", "鄂城政发〔2013〕12号”", "另有1条"),
        never=("领导小组今年开了",),
    ),
    "昆仑行动破案47起，抓获82人，两法衔接机制也建了，和市场监管局开了联席会": Case(
        "wanpeng", ("破案47起，抓获82人”", "“两法衔接机制也建了，和市场监管局开了联席会”", "1 以上2条都对")
    ),
    "检测中心新添设备12台，下了鄂城质监发3号文，打假捣毁窝点3个": Case(
        "guolan", ("⑰", "新添设备12台，下了鄂城质监发3号文”", "⑨打击假冒伪劣及专项整治：“打假捣毁窝点3个”")
    ),
    "①制定了质量强县工作方案，下发了铁县质强办发3号文 ⑦处理投诉举报187件": Case(
        "liuyang", ("方案，下发了铁县质强办发3号文”", "另有1条"), never=("送到别处",)
    ),
    "安全生产大检查方案有了，整改31处，还有1处在整改": Case("gaojun", ("还有1处在整改”",)),
    # figures that say the same, or are of no input
    "2 一百，今年新开工23项，全部办了监督手续": Case(
        "wangmin", ("100%",), stored={"T17-H1": {"coverage_percent": "100"}}
    ),
    "交通运输产品监督抽查合格率 97.8": _told("jiangtao", {}, "①", "记作文字材料", "还要报：单位自评分"),
    "制造业质量竞争力指数 84.27 满意度 76.5": Case(
        "luming",
        ("1 ③", "重点服务业质量满意度：76.5", "2 ③"),
        never=("对不上",),
        stored={"1.2": {"competitiveness_index": "84.27"}},
    ),
    "例行监测98.7 监督抽检99.2": Case(
        "songli", ("99.2不是这一项要的数",), never=("1 ①",), stored={"1.3": {"routine_pass_rate": "98.7"}}
    ),
    "刚看错了，监督抽检是98.2": Case(
        "songli", ("没有入库",), before=(("songli", "1.3 98.7"),), never=("改为",), asks=True
    ),
    # no event: of the year that is assessed, and of none that the list asks for
    "去年没有发生重大农产品质量事故": Case("songli", ("②",), stored={"2.3": {"event_count": 0}}),
    "去年没发生过重大农产品质量事故。合格证开了12.6万张，覆盖主体1350家": _told(
        "songli", {"2.3": {"event_count": 0}}, "“去年没发生过重大农产品质量事故。”", "“合格证开了12.6万张"
    ),
    "今年没有重大食品安全事故哈": Case("wulin", ("您名下没有哪一项要报这个",), never=("您是要",)),
    # twice denied: it was done, and never that it was not
    "流通领域商品没有遗漏": Case("liuyang", ("⑨", "1 ⑨制定流通领域商品质量管理方案：有方案"), asks=True),
    "执法检查没有漏掉一个工地": Case("wangmin", ("1 ①制定方案，强化工程质量执法检查：有方案",), asks=True),
    "工程质量没有问题": Case("wangmin", (), never=("未完成",)),
    "流通领域方案没有": Case("liuyang", ("未完成",), stored={"T14-H1": {"level": "none"}}),
}
