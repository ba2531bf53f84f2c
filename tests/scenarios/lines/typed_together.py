"""Several items in one breath, the questions that wait behind another, and answers in words to numbered choices."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said, Stored

_PLANS: Stored = {"T07-H1": {"level": "full"}, "T08-H1": {"level": "full"}, "T09-H1": {"level": "full"}}
_NOTHING: Stored = {"2.1": {"event_count": 0}, "2.2": {"event_count": 0}}
_ZERO: Stored = {"9|九华": {"accident_rate": "0"}, "10|九华": {"death_rate": "0"}}
_THREE_ROWS = "1\t已下发文件\n2\t制定了名牌培育奖励办法\n6\t方案已制定"
_TABLE = "区\t食品\t药品\n鄂城区\t97.3\t98.1\n华容区\t96.5\t97.9\n梁子湖区\t95.9\t98.4"
_RATE: tuple[Said, ...] = (("wulin", "合格率93"),)
_SAMPLED: tuple[Said, ...] = (("gaofei", "合格率96"),)
_SIX_SEVEN: Stored = {"6|九华": {"national_pass_rate": "96"}, "7|九华": {"provincial_pass_rate": "96"}}
_SIX_TO_EIGHT: Stored = {
    "6|九华": {"national_pass_rate": "96"},
    "7|九华": {"provincial_pass_rate": "95"},
    "8|九华": {"municipal_pass_rate": "94"},
}
_DISTRICT: tuple[Said, ...] = (("hujie", "96.2"),)
_TWO_DISTRICTS: Stored = {"1.1|鄂城区": {"actual_percent": "96.2"}, "1.1|华容区": {"actual_percent": "96.2"}}
_LINK: tuple[Said, ...] = (("songli", "总结 https://nyj.example.gov.cn/2021/zj.html"),)


def _rates(code: str, **percents: str) -> Stored:
    return {f"{code}|{subject}": {"actual_percent": percent} for subject, percent in percents.items()}


TOGETHER_TYPED: Mapping[str, Case] = {
    "四五六的方案都发了": Case("liuyang", ("④", "⑤", "⑥"), stored=_PLANS, then=("1",), asks=True),
    "4 5 6的方案是一个文件里的，都已经发了": Case(
        "liuyang", ("④", "⑤", "⑥"), stored=_PLANS, then=("1",), asks=True
    ),
    "四五六九这四个都有方案有材料": Case(
        "liuyang", ("④", "⑨"), stored={**_PLANS, "T14-H1": {"level": "full"}}
    ),
    "4和5都是没有": Case("luming", ("④", "⑤"), stored=_NOTHING),
    "④⑤都没有发生": Case("luming", ("④", "⑤"), stored=_NOTHING),
    "④⑤零报告": Case("luming", ("④", "⑤"), stored=_NOTHING),
    "9和10都是0": Case("gaofei", ("⑨", "⑩"), never=("是不是",), stored=_ZERO),
    "①已下发文件 ③已建立食品药品安全目标考核制度": Case(
        "liuyang",
        ("①", "另有1条"),
        stored={"T01-H1": {"level": "full"}, "T06-H1": {"level": "full"}},
        then=("1", "1"),
        asks=True,
    ),
    _THREE_ROWS: Case(
        "liuyang",
        ("①", "另有2条"),
        stored={"T01-H1": {"level": "full"}, "T03-H1": {"level": "full"}, "T09-H1": {"level": "full"}},
        then=("1", "1", "1"),
        asks=True,
    ),
    # the rows that wait behind the one that is asked for
    "97.5": Case(
        "tangli",
        ("鄂城区", "华容区 96.5 97.9", "另有1条"),
        (("tangli", _TABLE),),
        stored={"1.2|鄂城区": {"actual_percent": "97.5"}},
    ),
    "97": Case(
        "tangli",
        ("华容区", "梁子湖区 95.9 98.4"),
        (("tangli", _TABLE), ("tangli", "97.5")),
        stored={"1.2|华容区": {"actual_percent": "97"}},
    ),
    # answers in words
    "产品的，省级那个": Case("wulin", ("⑰",), _RATE, stored={"19.2": {"provincial_pass_rate": "93"}}),
    "你这啥意思": Case("wulin", ("1 ⑯", "3 ⑱"), _RATE),
    "食药那块的": Case("wulin", ("1 ⑯", "3 ⑱"), _RATE),
    "六和七": Case("gaofei", ("⑥", "⑦"), _SAMPLED, stored=_SIX_SEVEN),
    "国抽和省抽的都是": Case("gaofei", ("⑥", "⑦"), _SAMPLED, stored=_SIX_SEVEN),
    "不是，是华容的": Case(
        "hujie", ("华容区",), _DISTRICT, stored={"1.1|华容区": {"actual_percent": "96.2"}}
    ),
    "鄂城和华容": Case("hujie", ("鄂城区",), _DISTRICT, stored=_TWO_DISTRICTS),
    # one piece for several items
    "7 8 9": Case("songli", ("⑦", "⑧", "⑨"), _LINK, never=("说明：8 9",)),
    "七和八": Case("songli", ("⑦", "⑧"), _LINK),
    "合格证和标准化那两项": Case("songli", ("③", "④"), _LINK),
    "四五六都是这个": Case("liuyang", ("④", "⑤", "⑥"), (("liuyang", "#image"),)),
    "4、5": Case("liuyang", ("“都归4、5”",), (("liuyang", "#image"), ("liuyang", "#image"))),
    # what is said of the line before
    "刚才的收到了吧": Case("wangmin", ("收到了", "100%"), (("wangmin", "2 100%"),), never=("1 撤回",)),
    "刚报的那个记上没有": Case("gaojun", ("还没有入库", "1 ①"), (("gaojun", "大检查方案已经印发"),)),
    "怎么又催 不是报过了吗": Case("wangmin", ("已入库的", "100%", "还缺①③"), (("wangmin", "2 100%"),)),
    "7 报错了 是209件不是214件": Case(
        "liuyang", ("受理投诉209件", "1 ⑦"), (("liuyang", "7 受理投诉214件，全部办结"),)
    ),
    "更正一下，办结是209": Case(
        "liuyang", ("受理投诉214件，办结209件",), (("liuyang", "7 受理投诉214件，办结214件"),)
    ),
    "上面那条作废，重新报：方案已印发，检查企业96家": Case(
        "gaojun", ("不用撤", "检查企业96家"), (("gaojun", "1 检查企业86家，隐患128条"),)
    ),
    "错了，是94": Case("wulin", ("94%",), _RATE),
    "12 多写了一个零": Case(
        "wulin", ("体系认证52家", "1 ㉔"), (("wulin", "体系认证520家"),), never=("：12",)
    ),
    "药品那个不对 应为99.1": Case("tangli", ("药品99.1", "合起来"), (("tangli", "鄂城区食品97.3 药品98.1"),)),
    # values of several at once
    "雁江98.2，其他两个97": Case(
        "panhui",
        ("雁江区", "安岳县", "乐至县"),
        stored=_rates("1.3", 雁江区="98.2", 安岳县="97", 乐至县="97"),
    ),
    "鄂城96.2，其余95.8": Case(
        "hujie", (), stored=_rates("1.1", 鄂城区="96.2", 华容区="95.8", 梁子湖区="95.8")
    ),
    "三个分别是96 95.5 94": Case(
        "panhui",
        ("雁江区", "94%"),
        stored=_rates("1.3", 雁江区="96", 安岳县="95.5", 乐至县="94"),
        then=("1",),
        asks=True,
    ),
    "前两个区95 最后一个94": Case(
        "hujie",
        ("华容区", "94%"),
        stored=_rates("1.1", 鄂城区="95", 华容区="95", 梁子湖区="94"),
        then=("1",),
        asks=True,
    ),
    "华容区95.8": Case("hujie", ("已收",), (("hujie", "鄂城区96.2"),), stored=_rates("1.1", 华容区="95.8")),
    # by how much it is to be moved
    "三个区都加0.5": Case(
        "hujie",
        ("96.2%→96.7%", "94.1%→94.6%"),
        (("hujie", "鄂城区96.2，华容区95.8，梁子湖区94.1"),),
        stored=_rates("1.1", 鄂城区="96.7", 华容区="96.3", 梁子湖区="94.6"),
        then=("1",),
        asks=True,
    ),
    "名牌那个少了一个": Case("gaofei", ("2改为3",), (("gaofei", "江苏名牌2个"),)),
    "都多报了0.2，往下调": Case("panhui", ("96.1%→95.9%",), (("panhui", "雁江96.1 安岳95.3 乐至94"),)),
    # values and points in turn, and words that point at what was stored
    "六七八分别96、95、94": Case("gaofei", ("⑥", "⑧"), stored=_SIX_TO_EIGHT),
    "4.1三条 有 有 没有": Case(
        "guolan",
        ("①", "：否"),
        stored={"4.1|鄂城区": {"c1": True, "c2": True, "c3": False}},
        then=("1",),
        asks=True,
    ),
    "1 三条都有 2 前两条有 3 没有": Case(
        "guolan",
        ("①", "②前两条有"),
        stored={"4.1|鄂城区": {"c1": True, "c2": True, "c3": True}},
    ),
    "管理体系的": Case("gaofei", ("就是这一项", "5"), (("gaofei", "认证5家"),)),
    "说错了是省抽的": Case("gaofei", ("撤回", "⑦"), (("gaofei", "国抽96"),)),
    "国家的吧，不对，省里的": Case(
        "gaofei", ("⑦",), _SAMPLED, stored={"7|九华": {"provincial_pass_rate": "96"}}
    ),
    "就第二个，省抽": Case("wulin", ("⑰",), _RATE, stored={"19.2": {"provincial_pass_rate": "93"}}),
    "你自己看着办": Case("wulin", ("1 ⑯", "3 ⑱"), _RATE, never=("您是要",)),
    "说错了是32起": Case(
        "songli",
        ("1 农资打假办案32起", "2 农资打假办案23起，移送公安32起"),
        (("songli", "农资打假办案23起，移送公安2起"),),
    ),
    "不是食品的，是产品的": Case("wulin", ("1 ⑯", "2 ⑰"), _RATE, never=("⑱",)),
    "就是你列的第三个": Case("wulin", ("⑱",), _RATE, stored={"19.5": {"food_sampling_pass_rate": "93"}}),
    "上面那条重复了，删掉吧": Case("wulin", ("没有入库", "已经去掉"), _RATE),
}
