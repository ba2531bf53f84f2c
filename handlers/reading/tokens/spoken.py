"""口头的说法: shapes of speech put as the grammar has them: 抽检1200合格1188 as a fraction, a list as its count."""

import re
from collections.abc import Callable
from typing import Final

from handlers.reading.numbers import read_number, whole_number
from handlers.reading.tokens.sieve import sieve

_UNIT: Final = "(?:(?:批次|批|个|家|件|户|次|项|人|台|起|份|组)(?:样品?|样本|产品|批次)?|样)?"
_N: Final = r"(?:\d+|[一二两三四五六七八九十百千]{1,6})"
_DRAWN: Final = "(?:(?<![国省市])抽(?:检|查|样|验)?|检(?:[测验查]|(?=了))|(?<![行量全])监测(?!抽)|应[检办查])"
_HEAD: Final = (
    rf"(?:(?>这次|本次|今年|全年|上半年|一共|总共|共|合计|累计)*{_DRAWN}(?:了|检了)?(?P<of>[^\d，,；;。抽检]{{0,6}}?)(?P<all>{_N})\s*{_UNIT}"
    rf"|(?P<lots>{_N})\s*个?(?:批次|批|组|样品?|份样品?))"
)
_WELL: Final = "(?:合格|达标|通过|办结|合(?=\\d))"
_BADLY: Final = "(?:不合格|不达标|没通过|未通过|没合格|超标|有问题)"
_RATIO: Final = sieve(
    "份应批抽样检监组",
    rf"{_HEAD}[，,、\s]*(?>只有|其中|里面|有|只|都|已|就)*(?:"
    rf"(?:检出|发现|查出)?{_BADLY}(?:了|的|数|有|是|为)*\s*(?P<bad>{_N})\s*{_UNIT}(?![\d.%])"
    rf"|{_WELL}(?:了|的|数|有|是|为)*\s*(?P<good>{_N})\s*{_UNIT}(?![\d.%])"
    rf"|(?P<badly>{_N})\s*{_UNIT}(?:是|都)?{_BADLY}的?|(?P<well>{_N})\s*{_UNIT}(?:是|都)?{_WELL}(?!率)的?"
    rf"|(?P<every>(?:全部?|均|都|百分之?百)+(?:是|都)?{_WELL}(?!率)[了的]?))"
    r"(?!数|[^\d]{0,6}率)",
)
"""抽检1200合格1188, 85批次不合格4批次, 20批次全部合格: so many of so many."""
_ALTOGETHER: Final = sieve(
    "个", "[两三四五六七八九]个(?:县区|区县|[区县])(?:一共|总共|合计|加起来)(?:是|为)?"
)
_FOOD_AND_DRUGS: Final = sieve("食", "食药(?![监品局所办])")
_ROSE: Final = sieve(
    "从由",
    r"(?:由|从)(?:去年|上年|年初|原来|之前)?的?\s*\d+(?:\.\d+)?%?\s*(?:提高|上升|增长|提升|下降|降低|增加|减少|升|提|降|涨)到?至?(?:了|今年的?)?(?=\s*\d)",
)
_LISTING: Final = re.compile(
    r"(?P<head>[^:，,、\d]{2,20}):(?P<names>[^\d:]{4,80}?)[，,、;；\s]*(?:共计?|合计|一共|总共|总计)\s*(?P<count>[^\s，,]{1,6})"
)


_NOT_ONE: Final = sieve(
    "未没",
    r"(?:[一1][个家件起项次]|半个)(?:[都也]|都?还)(?:没有?|未)(?:[报获申拿评发得][^\s，,;；。\d]{0,4})?(?=$|[\s，,;；。])",
)
"""一个都没有, 一个也没报上."""
_NONE_BAD: Final = sieve(
    "不没",
    "(?:[一1][个批件家例]|半个)不(?:合格|达标)的?(?:产品|批次)?[都也]?没有?(?=$|[\\s，,;；。])|没有?(?:[一1][个批件家例])不(?:合格|达标)的?(?=$|[\\s，,;；。])",
)
"""一个不合格都没有: the 一个 in it is no figure."""
_NONE_LEFT: Final = sieve(
    "不没", r"(?:[一1][个家处项]|半个)(?:[都也])?(?:不|没有?)(?:落下?|漏掉?|拉下?|少)了?(?=$|[\s，,;；。])"
)
_MISSED: Final = (
    "(?>[一1半任]?[个处家何](?:在建)?(?:工地|项目|工程|企业|单位)?[都也]?)?(?:没有?|无|不|未)(?:一[个处家]|任何)?"
    "(?:遗漏|漏[掉项网]?|落下?|拉下|少|死角|空白)[了的吧啊哈]*"
)
_NONE_MISSED: Final = sieve(
    "个全都",
    rf"(?:^|(?<=[\s，,:]))(?:{_MISSED}[，,、\s]+(?=[^，,]{{0,14}}(?:全部?|都|个个)[\u4e00-\u9fff]{{0,4}}(?:监督|监管|检查|覆盖)))"
    r"|(?:[一1][个家处]|半个)[都也]?没有?(?:落下?|漏掉?|拉下)(?=(?:全部?|都)(?:监督|监管|检查|覆盖))",
)
_MISSED_NONE: Final = sieve(
    "不无未没",
    rf"(?<=[\u4e00-\u9fff])(?:(?<=[了到盖])|(?<=监督|监管|检查|范围|覆盖|其中))[，,、\s]+{_MISSED}(?=$|[\s，,;；。])",
)
"""都监督了，没有漏的: the same, said twice."""
_SAID_AGAIN: Final = sieve(
    "盖",
    r"(?P<first>(?:全部?|都|均|个个)[\u4e00-\u9fff]{0,4}(?:监督|监管|检查|覆盖|纳入)[\u4e00-\u9fff]{0,4})[，,、\s]+"
    r"(?>覆盖率|做到了?|实现了?|达到了?|已经?|真正|就?是|算是|也|都)*(?:全覆盖|全部覆盖|全面覆盖)[了的吧啊哈呢]*(?=$|[\s，,;；。])",
)
"""都监督了，全覆盖的: the same, said twice."""
ALL_BUT: Final = sieve(
    "全基都",
    r"(?<!没)(?<!没有)(?:全|全部|都|全都|基本)(?:监督|监管|检查|覆盖)(?:到位?)?了?[，,、\s]*(?:就|只|还|但是?|不过)?(?:有)?(?:漏了?|除了?|除开|差)[一两二三四五六七八九几\d]{1,3}[个处家][^，,。；;\s]*",
)
"""都覆盖了，漏了一个: not all are."""
_EACH_DONE: Final = sieve(
    "检监",
    "(?:个个|家家|样样|每[个家])(?:都|均)?(?:已经?)?(?:办|做|搞|上|进行|实施|纳入|接受|有)了?(?:工程)?(?:质量)?(?:监督|监管|检查)(?:手续|登记|备案|注册)?了?",
)
"""个个都办了质量监督."""
_REPORTED_AS: Final = sieve(
    "按",
    r"(?:就|都|还)*按照?(?P<value>(?:全部?|全面|百分百)覆盖)(?:来|去)?(?:上?报|填|记|算)?[吧了的]*(?=$|[\s，,;；。])",
)
"""覆盖率就按全覆盖报吧."""
_CODE_AND_WORD: Final = sieve(".", r"(?<![\d.])\d{1,2}\.\d{1,2}(?=[一二三四五六七八九两])")
"""13.1一站式: no figure goes on behind its decimals with a word."""


def written(line: str) -> str:
    """The line as it would be written: a share as a fraction, names counted at their end as that count."""
    line = _FOOD_AND_DRUGS.sub("食品药品", _ALTOGETHER.sub("全市 ", line))
    line = _ROSE.sub(" ", _RATIO.sub(_fraction, line))
    line = ALL_BUT.sub(" 没有都覆盖 ", _NONE_BAD.sub(" 全部合格 ", line))
    line = _SAID_AGAIN.sub(r"\g<first>", _NONE_MISSED.sub("", _REPORTED_AS.sub(r"\g<value>", line)))
    line = _EACH_DONE.sub(" 全部监督到位 ", _NONE_LEFT.sub(" 全覆盖 ", _MISSED_NONE.sub("", line)))
    line = _NOT_ONE.sub(" 没有 ", _CODE_AND_WORD.sub(r"\g<0> ", line))
    found = _LISTING.fullmatch(line.strip("。 ")) if ":" in line else None
    if found is None:
        return line
    count = read_number(found["count"])
    named = len(re.split("[、，,]", found["names"].strip("、，, ")))
    return f"{found['head']} {found['count']}" if count is not None and count.value == named else line


def value_last(line: str, is_name: Callable[[str], bool]) -> str:
    """100%，新开工建筑工程质量监督覆盖率 with its figure behind the name."""
    found = _VALUE_FIRST.fullmatch(line)
    return f"{found['name']} {found['value']}" if found is not None and is_name(found["name"]) else line


_VALUE_FIRST: Final = re.compile(
    r"\s*(?P<value>\d+(?:\.\d+)?%)[，,、]\s*(?P<name>[^\d,，;；。]{3,40})[。!]?\s*"
)


def _fraction(found: re.Match[str]) -> str:
    said = found.groupdict()
    every = whole_number(said["all"] or said["lots"])
    bad = said["bad"] or said["badly"]
    good = (
        every
        if said["every"]
        else every - whole_number(bad)
        if bad
        else whole_number(said["good"] or said["well"])
    )
    of = _FILLING.sub("", said["of"] or "")
    return f" {of} {good}/{every} ".replace("  ", " ") if 0 <= good <= every else found[0]


_FILLING: Final = re.compile("产品|样品?|样本|批次|企业|总数?|数量?|[了的共计合一是为有到约过个家次\\s]")
"""抽检了产品120批 says no more than 抽检120批; 抽检鄂城120批 says whose they are."""
