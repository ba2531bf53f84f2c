"""换成大家的写法: what stands in an unusual order or shape, put as most people write it, before any reader sees it."""

import re
from itertools import pairwise
from typing import Final

from handlers.board import board_of
from handlers.context import Context
from handlers.reading.naming.aliases import printed_number
from handlers.reading.tokens.asides import is_question
from handlers.reading.tokens.faces import CROSSES, TICKS
from handlers.talking.by_subject import VALUE as _VALUE
from handlers.talking.by_subject import by_subject, each
from handlers.talking.usual import as_usual, reworded

LONGEST: Final = 120
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
    rf"(?P<place>\d{{1,2}})(?:号|[-—－](?=\d{{1,5}}[家个件起]))\s*[:：]?\s*(?P<value>(?!\d{{1,2}}[月号日点时])(?:{_VALUE})[家个件起]?)[\s，,；;]*"
)
_JOINED: Final = re.compile(
    r"\s*(?P<place>\d{1,2})\s*(?:[-—–－_]\s*(?P<dashed>(?:100|[3-9]\d(?:\.\d{1,4})?)\s?[%％])|[.。．]\s*(?P<dotted>(?:100|\d{2,3}\.\d{1,4})\s?[%％]))\s*"
)
"""2-100%, 2.100%: a place and its value, for as one figure it makes no sense."""
_BY_WHOM: Final = re.compile(
    r"(?<![全本我外])(?P<whose>[国省市])(?:(?:家|里|级)?(?:今年|这次)?的?(?:监督)?抽[查检]?的?(?:了|到)?(?:我们)?的?|(?:家|里)(?:的|是)?)(?=\d+个?批)"
)
"""省里抽查的12批次 as 省抽12批次, which names an item."""
_LEVEL: Final = re.compile(r"(?<=[\u4e00-\u9fff%])\s+(?=[国省市]抽\d)")
_TESTED: Final = re.compile(
    r"(?<!安全监督)抽检(?=(?:工作|任务|[都也已经全今年我们])*(?:开展|搞|做|进行|完成|弄)[了过完](?!\d))"
)
_NOBODY: Final = re.compile(
    r"(?:还有)?(?P<what>(?!还|都|今年|本年|[我他咱])[\u4e00-\u9fff]{2,8}?)[，,\s]?没有?(?:一[家个]|任何|哪家)?(?:企业|单位|人|家)(?:愿意|肯|想|来|去|要|能)*(?:再)?申?报(?:名|的|过)?(?=$|[，,。；;\s])"
)
"""质量标兵没有企业愿意报."""
_SAMPLED: Final = re.compile(
    r"抽[检查样]?(?P<all>\d{1,6})(?:个|批次?|家)?[，,\s]*合格?(?P<good>\d{1,6})(?![\d.%％])(?:个|批次?|家)?"
    r"|[检查]了(?P<whole>\d{1,6})(?:个|批次?|家)[，,\s]*(?P<right>\d{1,6})(?:个|批次?|家)合格"
)
"""雁江抽80合78."""
_FAILED: Final = re.compile(
    r"(?<!不)合格(?:了|的)?(?P<good>\d{1,5})(?:个|批次?|家)?[，,、\s]*(?:其中)?不合格(?:了|的)?(?P<bad>\d{1,5})(?![\d.%％])(?:个|批次?|家)?"
)
"""合格18不合格2."""
_COUNT: Final = r"\d{1,5}[个家件项起次]"
_COUNTED: Final = re.compile(
    rf"(?>[\u4e00-\u9fff]{{2,10}}{_COUNT})+[\u4e00-\u9fff]{{2,10}}?(?:{_COUNT}|\d{{1,5}}|没有?|无|零)[。!！]?"
)
_COUNTED_ENDS: Final = re.compile(r"(?<=\d[个家件项起次])(?=[\u4e00-\u9fff]{2})")
"""江苏名牌2个南通名牌3个标兵没有, said in one breath."""
_UNTIL: Final = re.compile(r"截止(?:到|至)?(?=\d{1,2}月)")
_RUN: Final = re.compile(r"(?P<places>[1-9]{2,6})(?=项(?:都|全|也))")
_DAYS_AGO: Final = re.compile(
    "(?:前[几两一二三]天|前[些阵]子?天?|上周|上个?星期|那天|(?:[昨前]天|昨儿|今早|早上|[上下]午)(?=我))我?们?(?=[报填交发写]的(?!邮箱|[，,。]|$))"
)
_AS_OF: Final = re.compile(
    r"(?P<when>\d{1,2}月(?:份?底|份|末|中旬)?|季度末|[上本]?季度|上个?月)的?(?:数据?|数字)(?:是|为|：|:)?\s*(?=\d)"
)
_PLACE: Final = r"(?:\d{1,2}|[一二三四五六七八九十]|[①-⑳]|第[\d一二三四五六七八九十]{1,2}项?)"
_STATES: Final = re.compile(
    rf"(?>(?P<place>{_PLACE})(?:也|都|已经)?(?P<state>好了|好啦|ok了?|还?没好|还没)[\s，,；;。]*)",
    re.IGNORECASE,
)
_NUMBER_OF: Final = re.compile(
    r"(?<![月\d〕\]】.第])(?P<place>\d{1,2})号?[那这](?=[项条])|(?:^|(?<=[，,；;。]))(?P<of>\d{1,2})(?=的(?:材料|方案|总结|佐证))"
)
"""10号那项 as 第10项, 10的材料 as 第10项的材料."""
_NO_SUCH: Final = re.compile(
    r"(?:今年|本年度?|目前)?(?:没有|无)(?:这类|此类|该类|这种|相关)?的?(?:项目|工程)(?=[，,；;。\s]|$)"
)
_ITEM: Final = re.compile(
    r"(?:^|(?<=[，,；;。]))(?P<place>\d{1,2})项(?=\s*(?:(?:是|为|报|填|加|减|改成|改为)\s*)?\d)"
)
"""12项加1, 17项100%."""
_BUT: Final = re.compile(
    r"^除了?(?P<one>[^，,\d]{2,12}?\d+(?:\.\d+)?[%％]?)(?:以外|之外|外)?(?=[，,\s]*(?:其[他余它]|另外|剩下|别的|都))"
)
"""除了华容93.5，另外两个区都是95.6."""
_PRINTED: Final = re.compile(r"第(?P<number>\d{1,2})(?=项)")
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


def plainer(text: str, context: Context) -> str:
    """95.2 安岳 as 安岳县 95.2, 3具体要交什么啊 as 第3项要交什么, 市监发2015 23号 as 市监发〔2015〕23号; else the text."""
    if len(text) > LONGEST or "\n" in text:
        return text
    for misheard, meant in _MISHEARD:
        text = misheard.sub(meant, text)
    text = _TAKEN_ALONG.sub(r"，\g<whose>的\g<value>", text).lstrip("，")
    text = reworded(text)
    if is_question(text):
        return _asked(text, context)
    text = _without_plan(text)
    text = _put_right(_THE_SAME.sub("", text), context)
    text = _TICKED.sub(r"不是\g<wrong>是\g<right>", _CROSSED.sub(r"不是\g<wrong>是\g<right>", text))
    text = _DOCUMENT.sub(r"\g<mark>〔\g<year>〕\g<number>号", text)
    if _COUNTED.fullmatch(text):
        text = _COUNTED_ENDS.sub("，", text)
    text = _NUMBER_OF.sub(lambda found: f"第{found['place'] or found['of'] + '项'}", text)
    text = _ITEM.sub(r"第\g<place>项", _BUT.sub(r"\g<one>", text))
    text = _of_own_list(text, context) if "项" in text else text
    text = _FAILED.sub(lambda found: f"{found['good']}/{int(found['good']) + int(found['bad'])}", text)
    text = _without_count(text, context) if "材料" in text else text
    text = _NOBODY.sub(r"\g<what> 没有", text) if "没" in text else text
    text = _TESTED.sub("抽查", text) if "抽检" in text else text
    text = _LEVEL.sub("，", _BY_WHOM.sub(r"\g<whose>抽", text)) if "批" in text else text
    text = _RUN.sub(_apart, _SAMPLED.sub(_sample, _UNTIL.sub("截至", text)))
    text = _DAYS_AGO.sub("之前", _AS_OF.sub(r"\g<when> ", text))
    return by_subject(_by_number(_without_such(text, context), context), context)


_THE_SAME: Final = re.compile(r"(?<=[\u4e00-\u9fff])一样[，,]?(?=[都全均]是?\s*\d)")
"""鄂城跟华容一样都是95.3."""
_AT_ONCE: Final = re.compile(
    rf"(?:(?P<name>[\u4e00-\u9fff]{{2,3}})(?:是|报)?\s*)?(?P<old>(?<![\d.]){_VALUE}[家个件项起]?)[，,。…\s]*(?:[哦啊呃嗯唉]|哎呀?)*"
    rf"(?:算了|不对不对|不对|哦不|不不|说错了?|口误|等一?下|等等)[，,。…\s]*(?:(?P=name)|我是说|还是|应该|就|是|报|填|改成)*\s*(?P<new>{_VALUE}[家个件项起]?)"
    r"(?=[吧啊哈]*(?:$|[，,。；;\s]))"
)
"""99.5，哦不，100: a figure that is put right in the same breath."""
_BEFORE: Final = re.compile(
    "刚|之前|昨|原来|上[次回午周]|前[天面]|早上|更正|改|审核|系统|公示|通报|[报写填弄记]成"
)


def _put_right(text: str, context: Context) -> str:
    """The figure that is meant in the end, where the other was never reported."""
    found = _AT_ONCE.search(text)
    if found is None or _BEFORE.search(text):
        return text
    known = {str(value) for line in board_of(context).lines for value in line.known.values()}
    beside = re.search(r"[\u4e00-\u9fff]\s*\d", f"{text[: found.start()]}，{text[found.end() :]}")
    kept = f"{found['name'] or ''}{'' if beside else '应该是'}{found['new']}"
    old = re.sub(r"[^\d.]", "", found["old"])
    return text if old in known else text[: found.start()] + kept + text[found.end() :]


_WANTED: Final = (
    r"\s*(?:\d{1,5}(?:\.\d{1,4})?[%％]?|百分之?[零一二三四五六七八九十百点]{1,6}|[一两二三四五六七八九十]{1,3})"
    r"[家个件项起]?[)）]?(?=$|[，,；;。\s])"
)
_TO_COME: Final = (
    "(?:(?:这个|本)?(?:月底|年底|年终|年末|季度末|下个?月|下半年|明年|到时候?|最后|后面|之?前)"
    "|预计|预期|预估|争取|力争|有望|估计|能够?|可以|会|再)"
)
_PLANNED: Final = re.compile(
    rf"[，,；;。\s(（]*(?:年初|今年|本年度?|全年|原[来定]|[县市上省][里级]|给?我们?|下达|定|的)*(?:目标|任务|计划)(?:任务)?[值数量]?(?:定?的?是|[为定:：])?{_WANTED}"
    rf"|[，,；;。\s]*{_TO_COME}(?>{_TO_COME}*)(?:达?到|做到|完成|达成|是){_WANTED}"
)
"""月底能到100, 任务是5家: what is wanted, beside what there is."""
_THERE_IS: Final = re.compile(
    r"(?:现在|目前|眼下|当前|实际|截至|到现在|上半年|已经?|完成|[有报]了)[^，,。]{0,12}[\d一两二三四五六七八九十]"
)
_FIGURE: Final = re.compile(r"[\d一两二三四五六七八九十][家个件项起%％.\d]")


def _without_plan(text: str) -> str:
    """AA级新增6家，目标5家 without what was wanted, where the rest tells what there is."""
    found = _PLANNED.search(text)
    if found is None:
        return text
    before, after = text[: found.start()], text[found.end() :].strip("，,；;。)） ")
    rest = f"{before}{'，' if found[0][0] in '，,；;。 ' else ''}{after}".strip("，,；;。 ")
    there = _FIGURE if re.search("目标|任务|计划", found[0]) else _THERE_IS
    return re.sub("[，,]{2,}", "，", rest) if there.search(rest) else text


def _without_such(text: str, context: Context) -> str:
    """其他公路今年没有项目 as 其他公路没有, where something asked for may be left empty."""
    found = _NO_SUCH.search(text)
    if found is None:
        return text
    nullable = any(item.nullable for task in board_of(context).tasks() for item in task.inputs)
    return _NO_SUCH.sub("没有", text) if nullable else text


_EVIDENCED: Final = re.compile(
    r"(?<=[\u4e00-\u9fff])\d{1,5}[多余]?[起件次场][，,\s]*(?:都|均|也|全部)?(?=有(?:印证|佐证|证明)?材料)"
)


def _without_count(text: str, context: Context) -> str:
    """成功侦破案件47起 有印证材料 without how many, where only its evidence is asked for."""
    if not _EVIDENCED.search(text):
        return text
    items = [item for task in board_of(context).tasks() for item in task.inputs]
    evidenced = any(item.type == "bool" and "材料" in item.label for item in items)
    counted = any(item.type in ("count", "number") for item in items)
    return _EVIDENCED.sub(" ", text) if evidenced and not counted else text


def _of_own_list(text: str, context: Context) -> str:
    """第10项 by its place on the list of somebody who has no tenth line, but one that is printed under that number."""
    found = {int(one["number"]) for one in _PRINTED.finditer(text)}
    if not found or found <= _places(context):
        return text
    own: dict[int, int] = {}
    for task in board_of(context).tasks():
        number = printed_number(task.criterion)
        if number and task.ordinal and int(number) not in _places(context):
            own[int(number)] = task.ordinal
    return _PRINTED.sub(lambda one: f"第{own.get(int(one['number']), int(one['number']))}", text)


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
    valued = each(_NUMBERED, text)
    several = len(valued) > 1 or (valued and "号" in text)
    if several and {int(one["place"]) for one in valued} <= _places(context):
        return "，".join(f"{one['place']} {one['value'].strip()}" for one in valued)
    told = each(_STATES, text)
    if told:
        return "，".join(f"{_placed(one['place'])}{_state(one['state'])}" for one in told)
    return text


def _placed(said: str) -> str:
    return said if said[0] == "第" or "①" <= said[0] <= "⑳" else f"第{said}项"


def _state(said: str) -> str:
    return "完成了" if _READY.match(said) else "还在弄"
