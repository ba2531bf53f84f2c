"""What contacts type in an unusual order or shape: values before names, all but one, numbers of documents, 3好了4没好."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Stored


def _districts(code: str, *values: str, names: tuple[str, ...] = ("雁江区", "安岳县", "乐至县")) -> Stored:
    return {
        f"{code}|{name}": {"actual_percent": value}
        for name, value in zip(names, values, strict=True)
        if value
    }


_EZHOU: Final = ("鄂城区", "华容区", "梁子湖区")

PLAINER_TYPED: Mapping[str, Case] = {
    # the value before the district
    "93.8 乐至": Case("panhui", ("93.8%（乐至县）",), stored=_districts("1.3", "", "", "93.8")),
    "0.953 乐至": Case("panhui", ("1 ①工业品质量抽查合格率（乐至县）", "95.3%"), never=("雁江区",)),
    "96.1雁江，93.8乐至，95安岳": Case(
        "panhui", ("93.8%（乐至县）",), stored=_districts("1.3", "96.1", "95", "93.8")
    ),
    # all but one
    "三个区都是98.6就华容低点97.9": Case(
        "hujie", ("97.9%（华容区）",), stored=_districts("1.1", "98.6", "97.9", "98.6", names=_EZHOU)
    ),
    "除了华容97.9，其他都98.6": Case(
        "hujie", ("97.9%（华容区）",), stored=_districts("1.1", "98.6", "97.9", "98.6", names=_EZHOU)
    ),
    "3个都是98": Case("caiming", ("乐至县",), stored=_districts("1.1", "98", "98", "98")),
    # the number of a document, without its brackets
    "市监发2015 23号": Case("liuyang", ("“市监发〔2015〕23号”", "归到哪一项"), never=("7月", "逾期")),
    "质量发展规划已印发 鄂城政发2013 12号": Case(
        "guolan", ("记作文字材料", "鄂城政发〔2013〕12号"), never=("12号”：知道了", "没有哪一项要")
    ),
    # 号 before a figure
    "6号95，7号96": Case(
        "gaofei",
        ("⑥", "⑦"),
        stored={"6|九华": {"national_pass_rate": "95"}, "7|九华": {"provincial_pass_rate": "96"}},
    ),
    # several items, done and not
    "1好了2没好": Case("guolan", ("①质量发展规划制定与实施", "第2项还在弄"), never=("100%", "⑭")),
    "3好了4没好": Case("liuyang", ("③", "第4项还在弄"), never=("好了4没好",)),
    # a question of a place
    "3具体要交什么材料啊": Case("wangmin", ("③T18-H1", "要的材料"), never=("①制定方案",)),
    "20得交哪些东西": Case("luming", ("⑳12.3", "12315热线畅通"), never=("还缺材料",)),
    "我报的啥，给我看下": Case(
        "caiming",
        ("98%", "97%"),
        (("caiming", "雁江区 98"), ("caiming", "安岳县 97")),
        never=("没有现成答案",),
    ),
    # one more than reported; sites without 新开工; the date of an account put right
    "体系认证又多了一家": Case("gaofei", ("由5改为6",), (("gaofei", "12 5"),), never=("改为4",)),
    "2 有38个工地，38个都监督了": Case(
        "wangmin", ("38/38",), then=("1",), asks=True, stored={"T17-H1": {"coverage_percent": "100"}}
    ),
    "刚才那个方案日期写错了，应该是5月21号": Case(
        "wangmin",
        ("方案已印发，5月21号发的",),
        (("wangmin", "1 方案已印发，5月12号发的"),),
        never=("没看懂",),
    ),
    # what is not by itself is not missing; one meeting is not all; the point that the words name comes first
    "昆仑行动2021年没有单独数据，合在全年的": Case("wanpeng", ("记作文字材料",), never=("：否",)),
    "8 专项整治开了会": Case("songli", ("⑧",), never=("4条都是",)),
    "协调机制建了": Case("guolan", ("1 ②质量工作协调机制建立与运行：建立质量兴区",)),
    # what somebody else gives, and a wish beside a promise
    "满意度结果省局还没反馈，先空着": Case("luming", ("③",), never=("⑮",)),
    "别老提醒我了，数据周五一起报": Case("panhui", ("只提醒截止前一天", "“数据周五一起报”：知道了")),
    # two lines of one name
    "整治方案制定了有材料": Case("liuyang", ("1 ④制定整治方案", "2 ⑤制定整治方案")),
    "整治方案制定了，材料齐": Case("liuyang", ("1 ④制定整治方案", "2 ⑤制定整治方案"), never=("没看懂",)),
    # what is asked in other words
    "任务清单发我": Case("gaojun", ("县安监局·半年节点",), never=("不转发别处的文件",)),
    "帮我列下我们交过的材料": Case("wanpeng", ("公安局材料目录",), never=("没有报过数",)),
    "材料目录给我看看 缺哪些": Case("jiangtao", ("交通运输局材料目录",)),
    "自评报告里要写典型案例不 写几个": Case("wanpeng", ("3个典型案例",)),
    "假如华容区食药能到96.5，拿多少分": Case("tangli", ("试算（不入库）", "5/5分")),
    "这分咋算出来的": Case("panhui", ("90 ÷",), (("panhui", "安岳工业品合格率 90"),)),
    "一天到晚提醒，能不能消停点": Case("jiangtao", ("抱歉", "只提醒截止前一天"), never=("没有现成答案",)),
    "前两天填的那个特种设备死亡率 不是0.05 是0.04": Case(
        "gaofei",
        ("由0.05改为0.04",),
        (("gaofei", "10 0.05"),),
        then=("1",),
        asks=True,
        stored={"10|九华": {"death_rate": "0.04"}},
    ),
    "上半年我们县没出过重大质量安全事故": Case("heping", ("县安监局",), never=("细则里也没找到",)),
    # values before districts that would else be taken for the next one's
    "98.1%(雁江) 97%(安岳) 96.5%(乐至)": Case("panhui", (), stored=_districts("1.3", "98.1", "97", "96.5")),
    "工业品 98.1 雁江 97 安岳": Case("panhui", (), stored=_districts("1.3", "98.1", "97", "")),
    "截止12月1号雁江是98，安岳97，乐至96.8": Case(
        "caiming", (), stored=_districts("1.1", "98", "97", "96.8")
    ),
    "雁江抽80合78，安岳抽60合59": Case(
        "panhui", ("97.5%", "98.33%"), then=("1",), asks=True, stored=_districts("1.3", "97.5", "98.33", "")
    ),
    "口岸我们没有填null还是0": Case("guolan", ("⑱", "原文未规定")),
    "江苏名牌2个南通名牌3个标兵没有": Case("wulin", ("2",), never=("获江苏名牌产品数：0",)),
    "123项都印发文件了": Case("liuyang", ("①", "②", "③")),
    "98.1是雁江的，97是安岳的": Case("panhui", (), stored=_districts("1.3", "98.1", "97", "")),
    "98.1 鄂城 97": Case("hujie", ("“98.1”是哪个单位的",)),
    "2 有38个工地，监督了37个": Case("wangmin", ("37/38",)),
    "鄂城区查了50家 49家合格": Case("hujie", ("49/50",)),
    "目标97是哪个文件定的": Case("caiming", ("2016-03-01定",), never=("没有目标是97的项",)),
    "名牌今年不评了，江苏名牌这个怎么填": Case("luoying", ("原文未规定", "回1把您的原话转给")),
}
