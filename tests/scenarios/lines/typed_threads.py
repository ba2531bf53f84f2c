"""What refers to what was said just before: the same again, put elsewhere, told besides, handed in on another day."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said, Stored

_ONE_DISTRICT: tuple[Said, ...] = (("tangli", "鄂城区 97.2"),)
_TWO_RATES: tuple[Said, ...] = (("wulin", "合格率96.4"),)
_PLAN: Said = ("liuyang", "6 方案已制定，铁市监发〔2015〕12号")
_SOURCE = "“数据来源是川质监函〔2016〕512号”"


def _of_food(*districts: str, value: str = "97.2") -> Stored:
    return {f"1.2|{district}": {"actual_percent": value} for district in districts}


def _tapped(who: str, before: tuple[Said, ...], stored: Stored, *facts: str) -> Case:
    return Case(who, facts, before, stored=stored, asks=True, then=("1",))


THREADS_TYPED: Mapping[str, Case] = {
    # what has come is in the figure already
    "改一下，体系认证是6家，又拿了一个证": Case(
        "gaofei", ("由5改为6吗",), (("gaofei", "12 5"),), ("改为1",), asks=True
    ),
    # the same value for other lines
    "三个县都一样 98": Case(
        "caiming",
        ("98%（雁江区）", "98%（乐至县）"),
        stored={f"1.1|{county}": {"actual_percent": "98"} for county in ("雁江区", "安岳县", "乐至县")},
    ),
    "雁江区抽检320个样，合格314个": Case("caiming", ("98.13%",), asks=True),
    "华容也是这个数": _tapped("tangli", _ONE_DISTRICT, _of_food("华容区"), "（华容区）：97.2%"),
    "其他两个一样": _tapped("tangli", _ONE_DISTRICT, _of_food("华容区", "梁子湖区")),
    "华容跟鄂城一样，梁子湖96.8": Case(
        "tangli", ("（华容区）：97.2%",), _ONE_DISTRICT, stored=_of_food("梁子湖区", value="96.8")
    ),
    "同上": Case("hujie", ("1 ①", "（华容区）：96.2%", "3 以上都是"), (("hujie", "鄂城区 96.2"),)),
    "⑦⑧同上": _tapped(
        "gaofei",
        (("gaofei", "⑥92.5"),),
        {"7|九华": {"provincial_pass_rate": "92.5"}, "8|九华": {"municipal_pass_rate": "92.5"}},
    ),
    "5也一样": _tapped(
        "liuyang", (("liuyang", "4 方案已制定"), ("liuyang", "1")), {"T08-H1": {"level": "full"}}
    ),
    # the one just stored, of a colleague, and no accident that counts
    "不好意思，是6家，刚又下来一个证": Case("gaofei", ("由5改为6吗",), (("gaofei", "体系认证今年新增5家"),)),
    "覆盖率错了": Case(
        "xinren", ("同事报的：②",), (("wangmin", "2 98"), ("xinren", "绑定 839201")), never=("没看懂",)
    ),
    "特种设备那个发错了，有1起，不过不算重大": Case(
        "luming", ("没有改动",), (("luming", "没有重大质量事件，特种设备也没出事"),), never=("改为1",)
    ),
    "监督抽检不是99.2是98.2": Case(
        "songli", ("没有入库", "监督抽检"), (("songli", "例行监测98.7 监督抽检99.2"),), then=("是",)
    ),
    "上次报的不算，重来": Case(
        "gaojun", ("没有入库，已经取消",), (("gaojun", "1 安全生产大检查搞了2轮，隐患98处"),)
    ),
    "改成99吧，刚看了": Case("xinren", ("由98%改为99%吗",), (("wangmin", "2 98"), ("xinren", "绑定 839201"))),
    "第一个吧其他不对": Case("wulin", ("⑯",), _TWO_RATES, stored={"19.1": {"national_pass_rate": "96.4"}}),
    "数报错了": Case("tangli", ("您还没有报过数",)),
    "是食品的，不过数是96.8": Case(
        "wulin", ("⑱",), _TWO_RATES, stored={"19.5": {"food_sampling_pass_rate": "96.8"}}
    ),
    "是3的": Case("wangmin", ("③",), (("wangmin", "2 985"),), never=("3%",)),
    "文号错了，是13号": Case(
        "liuyang", ("〔2015〕13号",), (("liuyang", "6 方案已制定，铁市监发〔2015〕12号"),)
    ),
    # the choice is made, and its figure was wrong
    "监测合格率那个，打错了，是98.9": Case(
        "songli", ("98.9%",), (("songli", "1 98.6"),), stored={"1.3": {"routine_pass_rate": "98.9"}}
    ),
    # it belongs elsewhere, stored or not
    "发错了，那条是第5项的": _tapped("liuyang", (_PLAN,), {"T08-H1": {"level": "full"}}, "⑤", "12号"),
    "写错项了，应该是南通名牌的": _tapped(
        "gaofei",
        (("gaofei", "江苏名牌2个"),),
        {"1|九华": {"withdraws": 1}, "2|九华": {"nantong_brand_applications": 2}},
        "撤回江苏名牌申报数",
    ),
    "刚发的那个是乐至的不是安岳的": _tapped(
        "caiming",
        (("caiming", "安岳县97.6"),),
        {"1.1|安岳县": {"withdraws": 1}, "1.1|乐至县": {"actual_percent": "97.6"}},
    ),
    "不是产品，食品的": Case(
        "wulin", ("⑱",), _TWO_RATES, stored={"19.5": {"food_sampling_pass_rate": "96.4"}}
    ),
    "都不是，是体系认证的": Case("wulin", ("上面的都没有入库", "体系认证 96.4"), _TWO_RATES),
    # what is told besides of what was reported
    "数据来源是川质监函〔2016〕512号": Case(
        "panhui", ("（安岳县）", _SOURCE), (("panhui", "安岳县94.8"),), then=("1",)
    ),
    "数据来自川农函〔2016〕88号": Case(
        "caiming", ("是哪个单位的", "1 雁江区"), (("caiming", "雁江98.2 安岳97.5"),)
    ),
    "三月十二号发的": Case(
        "heping",
        ("日期记为2015年3月12日",),
        (("heping", "1 农药质量市场抽查方案已印发"), ("heping", "1")),
    ),
    "文号写错了，是9号": Case(
        "wangmin",
        ("改记为铁城建发〔2015〕9号",),
        (("wangmin", "1 方案已印发，铁城建发〔2015〕8号"), ("wangmin", "1")),
    ),
    # the day on which a paper was handed in
    "是上周五交的": Case(
        "wanpeng",
        ("按您说的1月7日交记", "没有逾期"),
        (("wanpeng", "联系人名单已交"),),
        arranges=("handed",),
    ),
    "联系人名单我们上周就发邮箱了": Case("wanpeng", ("按您说的上周交记", "没有逾期")),
    "名单10号上午交的，没迟到吧": Case("songli", ("按您说的1月10日交记",)),
    # an excuse around the value, and words that choose and correct at once
    "94.7 手误": _tapped(
        "wulin", (("wulin", "省级监督抽查合格率94.1"),), {"19.2": {"provincial_pass_rate": "94.7"}}, "94.1%"
    ),
    "98.6 刚才少打个点": Case(
        "wangmin", ("按“2 98.6”办",), (("wangmin", "2 986"),), stored={"T17-H1": {"coverage_percent": "98.6"}}
    ),
    "哦是九十六点五，华容区的": Case(
        "hujie",
        (),
        (("hujie", "合格率9.65"),),
        stored={"1.1|华容区": {"actual_percent": "96.5"}},
    ),
    "上面两个都是": Case(
        "luoying",
        (),
        (("luoying", "合格率96.4"),),
        stored={"6|白蒲": {"national_pass_rate": "96.4"}, "7|白蒲": {"provincial_pass_rate": "96.4"}},
    ),
    "第一个，文号铁市监发〔2015〕11号": Case(
        "liuyang",
        ("文号铁市监发〔2015〕11号",),
        (("liuyang", "4 方案已制定"),),
        stored={"T07-H1": {"level": "full"}},
    ),
    "第一个对，第二个是96.5": _tapped(
        "caiming",
        (("caiming", "安岳县97.6 乐至县96.1"),),
        {"1.1|乐至县": {"actual_percent": "96.5"}},
        "（乐至县）",
    ),
    "除了华容都对": Case(
        "hujie",
        ("（华容区） 97.2%不对，应该是多少？",),
        (("hujie", "三个区都是97.2"),),
        then=("96.3",),
        stored={"1.1|华容区": {"actual_percent": "96.3"}},
        asks=True,
    ),
    "56起里有4起是去年的，改成52起": Case(
        "wanpeng", ("“破获侵权假冒案件52起，抓获87人”",), (("wanpeng", "1 破获侵权假冒案件56起，抓获87人"),)
    ),
    "补充一下，今年的获奖企业是鄂钢和多佳股份": Case(
        "guolan",
        ("“设立区长质量奖，每年评2家”“今年的获奖企业是鄂钢和多佳股份”",),
        (("guolan", "3 设立区长质量奖，每年评2家"),),
    ),
    "先别算": Case("xuna", ("没有入库，已经取消",), (("xuna", "15.6"),), then=("1",)),
    "只留鄂城的，其他撤回": Case(
        "hujie",
        ("撤回制造业产品质量合格率（华容区）", "撤回制造业产品质量合格率（梁子湖区）"),
        (("hujie", "鄂城区97.1 华容96.8 梁子湖97.5"),),
        never=("鄂城区",),
    ),
    "后一个作废": Case(
        "wulin", ("撤回产品省级监督抽查合格率",), (("wulin", "国抽96.4"), ("wulin", "省抽95.2"))
    ),
    "那你帮我问问": Case("luming", ("已把这句话转给质强办",), (("luming", "第3项有没有字数要求"),)),
    "华容区刚才报的是94.8，重新核了一下是95.1": Case(
        "hujie",
        ("由94.8%改为95.1%",),
        (("hujie", "鄂城95.6 华容94.8 梁子湖96.1"),),
        then=("1",),
        stored={"1.1|华容区": {"actual_percent": "95.1"}},
        asks=True,
    ),
    "这是截止11月底的数，12月的还没出": Case(
        "hujie", ("数变了截止前随时直接发新数",), (("hujie", "鄂城95.6 华容94.8"),), never=("撤回",)
    ),
    "②不对": Case(
        "liuyang",
        ("撤回⑤制定整治方案",),
        (("liuyang", "4方案制定了有材料，5方案制定了有材料，6方案制定了"),),
        asks=True,
    ),
    "第二个撤掉": Case(
        "songli",
        ("去掉了，没有入库：④", "以上2条都对"),
        (("songli", "3 已开展，覆盖1260家 4 推进了 5 建了"),),
        asks=True,
    ),
    "国抽那个吧 省抽还没出": Case(
        "gaofei",
        ("“省抽还没出”：知道了",),
        (("gaofei", "抽查合格率96"),),
        stored={"6|九华": {"national_pass_rate": "96"}},
    ),
    "下面那个": Case("gaofei", ("1 ⑦", "2 ⑧"), (("gaofei", "抽查合格率96"),), never=("⑥",), asks=True),
    "不是，是98.4": Case(
        "hujie", ("（华容区）报为98.4%",), (("hujie", "华容0.948"),), never=("鄂城区",), asks=True
    ),
    "来源是省局的通报": Case(
        "hujie",
        ("原话一并记作它的文字材料：“来源是省局的通报”", "1 ①制造业产品质量合格率（华容区）：94.8%"),
        (("hujie", "鄂城95.6"), ("hujie", "华容0.948")),
        asks=True,
    ),
    "只要第一条": Case(
        "songli",
        ("去掉了，没有入库：④", "；⑤", "1 以上1条都对"),
        (("songli", "3 已开展，覆盖1260家 4 推进了 5 建了"),),
        asks=True,
    ),
    "对，另外5是去年建的": Case(
        "songli",
        ("“5是去年建的”这句没有记录",),
        (("songli", "3 已开展，覆盖1260家 4 推进了 5 建了"),),
    ),
    "4那个先不要": Case(
        "songli",
        ("1 撤回④",),
        (("songli", "3 已开展，覆盖1260家 4 推进了 5 建了"), ("songli", "1")),
        asks=True,
    ),
    "③不要": Case(
        "liuyang",
        ("没有入库，已经取消",),
        (("liuyang", "3、4、5都制定了有材料"),),
        never=("已撤回",),
    ),
    "雁江 其他两个还没抽完": Case(
        "caiming",
        ("“其他两个还没抽完”：知道了",),
        (("caiming", "96.2"),),
        stored={"1.1|雁江区": {"actual_percent": "96.2"}},
    ),
}
