"""换成大家的写法: what stands in an unusual order or shape, put as most people write it, before any reader sees it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from handlers.board import board_of
from handlers.context import Context
from handlers.reading.tokens.asides import is_question
from handlers.reading.tokens.faces import CROSSES, TICKS
from handlers.talking.usual import as_usual

LONGEST: Final = 120
_SEVERAL: Final = 2
_VALUE: Final = r"\d{1,9}(?:\.\d{1,6})?\s?[%％]?"
_CROSSED: Final = re.compile(rf"(?P<wrong>{_VALUE})\s*[{CROSSES}]\s*[，,]?\s*(?P<right>{_VALUE})\s*[{TICKS}]")
_TICKED: Final = re.compile(rf"(?P<right>{_VALUE})\s*[{TICKS}]\s*[，,]?\s*(?P<wrong>{_VALUE})\s*[{CROSSES}]")
"""3× 4√."""
_DOCUMENT: Final = re.compile(
    r"(?P<mark>[\u4e00-\u9fff]{1,7}(?<![印下开颁])[发办函字通告])\s*(?P<year>(?:19|20)\d\d)\s*(?:年|-|—|－)?\s*第?(?P<number>\d{1,4})\s*号(?!楼|线)"
)
_ASKED_OF: Final = re.compile(
    r"第?(?P<place>\d{1,2}(?![\d.])(?:\s*个(?=.{0,4}[要需怎咋交报得]))?)\s*(?![个家件起次条点分万批人名年月日号期场项天台套种类级成米篇])(?=[\u4e00-\u9fff])"
)
_OF_TARGET: Final = re.compile(
    r"目标值?[是为]?\d{1,4}(?:\.\d{1,2})?[%％]?(?=[^\d，,]{0,6}(?:文件|谁|哪里?来|依据|定))"
)
_REALLY: Final = re.compile("(?:具体|到底|究竟)(?!时间|日期|数)(?=[\u4e00-\u9fff])")
_UP_TO: Final = re.compile(
    r"(?:能够?|可以|会)(?:做|搞|提高?|升|涨|达)?到(?=\s*\d{1,4}(?:\.\d{1,4})?[%％]?(?![月日号点项年]))"
)
"""要是能到96.5."""
_NUMBERED: Final = re.compile(
    rf"(?P<place>\d{{1,2}})号\s*[:：]?\s*(?P<value>(?!\d{{1,2}}[月号日点时])(?:{_VALUE})[家个件起]?)[\s，,；;]*"
)
_JOINED: Final = re.compile(
    r"\s*(?P<place>\d{1,2})\s*(?:[-—–－_]\s*(?P<dashed>(?:100|[3-9]\d(?:\.\d{1,4})?)\s?[%％])|[.。．]\s*(?P<dotted>(?:100|\d{2,3}\.\d{1,4})\s?[%％]))\s*"
)
"""2-100%, 2.100%: a place and its value, for as one figure it makes no sense."""
_SAMPLED: Final = re.compile(
    r"抽[检查样]?(?P<all>\d{1,6})(?:个|批次?|家)?[，,\s]*合格?(?P<good>\d{1,6})(?![\d.%％])(?:个|批次?|家)?"
    r"|[检查]了(?P<whole>\d{1,6})(?:个|批次?|家)[，,\s]*(?P<right>\d{1,6})(?:个|批次?|家)合格"
)
"""雁江抽80合78."""
_COUNT: Final = r"\d{1,5}[个家件项起次]"
_COUNTED: Final = re.compile(
    rf"(?>[\u4e00-\u9fff]{{2,10}}{_COUNT})+[\u4e00-\u9fff]{{2,10}}?(?:{_COUNT}|\d{{1,5}}|没有?|无|零)[。!！]?"
)
_COUNTED_ENDS: Final = re.compile(r"(?<=\d[个家件项起次])(?=[\u4e00-\u9fff]{2})")
"""江苏名牌2个南通名牌3个标兵没有, said in one breath."""
_UNTIL: Final = re.compile(r"截止(?:到|至)?(?=\d{1,2}月)")
_RUN: Final = re.compile(r"(?P<places>[1-9]{2,6})(?=项(?:都|全|也))")
_DAYS_AGO: Final = re.compile(
    "(?:前[几两一二三]天|前[些阵]子?天?|上周|上个?星期|那天)我?们?(?=[报填交发写]的)"
)
_AS_OF: Final = re.compile(
    r"(?P<when>\d{1,2}月(?:份?底|份|末|中旬)?|季度末|[上本]?季度|上个?月)的?(?:数据?|数字)(?:是|为|：|:)?\s*(?=\d)"
)
_PLACE: Final = r"(?:\d{1,2}|[一二三四五六七八九十]|[①-⑳]|第[\d一二三四五六七八九十]{1,2}项?)"
_STATES: Final = re.compile(
    rf"(?>(?P<place>{_PLACE})(?:也|都|已经)?(?P<state>好了|好啦|ok了?|还?没好|还没)[\s，,；;。]*)",
    re.IGNORECASE,
)
_READY: Final = re.compile("好[了啦]|ok", re.IGNORECASE)
_MISHEARD: Final = (
    (re.compile("(?<=典型)[按暗]例|[按暗]例(?=我们?要|要[写整交]|最[多少]|写几)"), "案例"),
    (re.compile("(?<=自评)报[高搞](?!了|低|一)"), "报告"),
)
"""What is typed by voice for the names of papers."""
_TAKEN_ALONG: Final = re.compile(
    rf"[\s，,]*(?:顺[带便手道]|另外|还有|再)?把(?P<whose>[^\s，,\d]{{2,10}}?)(?:那个|那项|的)?(?P<value>{_VALUE})(?:也|一起|一块儿?|顺便|给|都)*[报填交录](?:了|上|一下|进去)*[吧哈呗啊]?$"
)
"""…顺带把食药监局那个92也报了吧: one more figure to report."""
_ALL: Final = (
    r"(?P<all>(?P<count>[两二三四五六七八九]|\d)个?|各个?|每个?|全部|所有|其[他它余]的?|别的|剩下的?)?"
    r"(?:县区|区县|县|区|镇|地方|家)?的?(?:合格率)?(?:全部|都|全|均)"
)
_LESS: Final = r"[，,；;\s]*(?:但是?|不过|就|只有?|除了|除|唯独|唯有|其中|而)*"
_BEHIND: Final = (
    r"(?:那边|这边)?(?:的)?(?:[稍略]|有点|差点|差一点|最)?(?:低|高|少|多|差)?"
    r"(?:一?点|一?些)?(?:的)?(?:是|为|只有|有|：|:)?\s*"
)
_ALL_BUT: Final = re.compile(
    rf"{_ALL}(?:是|为|达到?)?\s*(?P<value>{_VALUE}){_LESS}(?P<name>[\u4e00-\u9fff]{{2,4}}?){_BEHIND}(?P<own>{_VALUE})"
)
_BUT_FIRST: Final = re.compile(
    rf"(?:除了?|就|只有)(?P<name>[\u4e00-\u9fff]{{2,4}}?){_BEHIND}(?P<own>{_VALUE})(?:以外|之外|外)?[，,；;\s]*{_ALL}(?:是|为|达到?)?\s*(?P<value>{_VALUE})"
)
_EVERY: Final = re.compile(
    rf"(?P<count>[两二三四五六七八九]|\d)个(?:都|全|全都)(?:是|为)?\s*(?P<value>{_VALUE})"
)


def plainer(text: str, context: Context) -> str:
    """95.2 安岳 as 安岳县 95.2, 3具体要交什么啊 as 第3项要交什么, 市监发2015 23号 as 市监发〔2015〕23号; else the text."""
    if len(text) > LONGEST or "\n" in text:
        return text
    for misheard, meant in _MISHEARD:
        text = misheard.sub(meant, text)
    text = _TAKEN_ALONG.sub(r"，\g<whose>的\g<value>", text).lstrip("，")
    if is_question(text):
        return _asked(text, context)
    text = _TICKED.sub(r"不是\g<wrong>是\g<right>", _CROSSED.sub(r"不是\g<wrong>是\g<right>", text))
    text = _DOCUMENT.sub(r"\g<mark>〔\g<year>〕\g<number>号", text)
    if _COUNTED.fullmatch(text):
        text = _COUNTED_ENDS.sub("，", text)
    text = _RUN.sub(_apart, _SAMPLED.sub(_sample, _UNTIL.sub("截至", text)))
    text = _DAYS_AGO.sub("之前", _AS_OF.sub(r"\g<when> ", text))
    return _by_subject(_by_number(text, context), context)


def _sample(found: re.Match[str]) -> str:
    return f"抽检{found['all'] or found['whole']}批，合格{found['good'] or found['right']}批"


def _apart(found: re.Match[str]) -> str:
    """123项都 as 1、2、3项都."""
    places = found["places"]
    ascends = all(int(after) == int(before) + 1 for before, after in pairwise(places))
    return "、".join(places) if ascends else places


def _asked(text: str, context: Context) -> str:
    """A question with the place as its readers know it, its words those that most people use."""
    text = _OF_TARGET.sub("目标", text)
    found = _ASKED_OF.match(text)
    placed = text
    if found is not None and int(found["place"].rstrip(" 个")) in _places(context):
        placed = f"第{found['place'].rstrip(' 个')}项{text[found.end() :]}"
    return as_usual(_UP_TO.sub("是", _REALLY.sub("", placed)))


def _places(context: Context) -> frozenset[int]:
    """The numbers of the speaker's list."""
    return frozenset(task.ordinal for task in board_of(context).tasks())


def _by_number(text: str, context: Context) -> str:
    """6号95，7号96, 2-100% and 3好了4没好 with the places as such."""
    joined = _JOINED.fullmatch(text)
    if joined is not None and int(joined["place"]) in _places(context):
        return f"{joined['place']} {joined['dashed'] or joined['dotted']}"
    valued = _each(_NUMBERED, text)
    if valued and {int(one["place"]) for one in valued} <= _places(context):
        return "，".join(f"{one['place']} {one['value'].strip()}" for one in valued)
    told = _each(_STATES, text)
    if told:
        return "，".join(f"{_placed(one['place'])}{_state(one['state'])}" for one in told)
    return text


def _placed(said: str) -> str:
    return said if said[0] == "第" or "①" <= said[0] <= "⑳" else f"第{said}项"


def _state(said: str) -> str:
    return "完成了" if _READY.match(said) else "还在弄"


def _each(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """What the pattern finds one behind the other, where that is all there is."""
    found: list[re.Match[str]] = []
    end = 0
    while end < len(text):
        one = pattern.match(text, end)
        if one is None:
            return []
        found.append(one)
        end = one.end()
    return found


def _by_subject(text: str, context: Context) -> str:
    """What is said of the assessed units that somebody reports for: each with its value behind its name."""
    if not context.speaker.campaign.subjects or not any(sign.isdigit() for sign in text):
        return text
    if not (
        _ENDS_WITH_NAME.search(_CLOSING.sub("", text))
        or _VALUE_FIRST.fullmatch(text)
        or _BRACKETED.search(text)
        or _ALL_BUT.search(text)
        or _BUT_FIRST.search(text)
        or _EVERY.search(text)
    ):
        return text
    subjects = list(dict.fromkeys(line.subject for line in board_of(context, text).lines if line.subject))
    if len(subjects) < _SEVERAL:
        return text
    text = _CLOSING.sub("", _BRACKETED.sub(lambda found: _before(found, subjects), text))
    return _turned(text, subjects) or _all_but(text, subjects) or _value_last(text, subjects)


_BRACKETED: Final = re.compile(
    rf"(?P<value>{_VALUE})\s*[(（](?P<name>[\u4e00-\u9fff]{{2,5}})[)）][\s，,；;、。]*"
)


def _before(found: re.Match[str], subjects: Sequence[str]) -> str:
    """98.1%(雁江) as 雁江区 98.1%."""
    name = _called(found["name"], subjects)
    return f"{name} {found['value'].strip()}，" if name is not None else found[0]


_CLOSING: Final = re.compile("[，,。；;\\s]+(?:以上|完毕|谢谢[您你]?|辛苦了?|请查收|报完了?|就这些)[。！!]*$")
_IS_OF: Final = r"\s*(?:[:：=＝—-]|[是给归算]|这?是)?\s*"
_ENDS_WITH_NAME: Final = re.compile(rf"{_VALUE}{_IS_OF}[\u4e00-\u9fff]{{2,5}}[\s，,；;、。]*$")
_PAIR: Final = re.compile(rf"(?P<value>{_VALUE}){_IS_OF}(?P<name>[\u4e00-\u9fff]{{2,5}})[\s，,；;、。]*")


def _turned(text: str, subjects: Sequence[str]) -> str:
    """95.2 安岳，93.8 乐至 with the names first."""
    start = next((at for at, sign in enumerate(text) if sign.isdigit()), 0)
    head = text[:start].strip(" ，,：:是为")
    pairs = _each(_PAIR, text[start:])
    names = [_called(one["name"], subjects) for one in pairs]
    if not pairs or None in names or len(set(names)) < len(names) or _names_any(head, subjects):
        return ""
    told = zip(names, pairs, strict=True)
    return "，".join(f"{head} {name} {one['value'].strip()}".strip() for name, one in told)


_VALUE_FIRST: Final = re.compile(
    rf"(?P<value>{_VALUE})[\s，,、；;:：]+(?P<words>[\u4e00-\u9fff\s，,]{{6,40}})"
)
_SAID_OF_IT: Final = re.compile("[没不还未差低高]|目标|去年|上年|平均|全市|合计")


def _value_last(text: str, subjects: Sequence[str]) -> str:
    """94，华容区制造业合格率 with its value behind what it is of; else the text."""
    found = _VALUE_FIRST.fullmatch(text)
    if found is None or _SAID_OF_IT.search(found["words"]):
        return text
    named = [one for one in subjects if one[:-1] in found["words"]]
    if len(named) != 1:
        return text
    words = " ".join(part for part in re.split(r"[，,\s]+", found["words"]) if part)
    return f"{words} {found['value'].strip()}"


def _all_but(text: str, subjects: Sequence[str]) -> str:
    """三个区都是98.6就华容低点97.9, 除了华容97.9其他都是98.6, and 3个都是98: one by one."""
    every = _EVERY.fullmatch(text)
    if every is not None and _counts(every["count"], subjects):
        return "，".join(f"{one} {every['value'].strip()}" for one in subjects)
    for pattern in (_ALL_BUT, _BUT_FIRST):
        found = pattern.search(text)
        own = _called(found["name"], subjects) if found is not None else None
        if found is None or own is None or text[found.end() :].strip("了的。 "):
            continue
        if found["count"] and not _counts(found["count"], subjects, found):
            continue
        head = text[: found.start()].strip(" ，,")
        if _names_any(head, subjects):
            continue
        return "，".join([*_values(head, found, own, subjects)])
    return ""


def _values(head: str, found: re.Match[str], own: str, subjects: Sequence[str]) -> Iterator[str]:
    for one in subjects:
        value = found["own"] if one == own else found["value"]
        yield f"{head} {one} {value.strip()}".strip()


def _counts(said: str, subjects: Sequence[str], found: re.Match[str] | None = None) -> bool:
    """Whether so many are all of them, or all but the one that is named."""
    count = int(said) if said.isdigit() else "零一二三四五六七八九".find(said.replace("两", "二"))
    return count == len(subjects) or (found is not None and count == len(subjects) - 1)


def _names_any(words: str, subjects: Sequence[str]) -> bool:
    return any(one[:-1] in words for one in subjects)


def _called(name: str, subjects: Sequence[str]) -> str | None:
    """The unit that goes by that name, whole or without 县."""
    name = name.removesuffix("的")
    meant = [one for one in subjects if name == one or (len(one) > _SEVERAL and name == one[:-1])]
    return meant[0] if len(meant) == 1 else None
