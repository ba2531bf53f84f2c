"""带话和催办: somebody, a unit or a group is told something, or is urged with words of the office's own."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from handlers.calendar.dates import last_day_in
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.days import moving
from handlers.office.days.granting import people_of
from handlers.office.sending.broadcasting import draft
from handlers.people.whom import MARK, Heard, Whom
from handlers.reminding.owing import owing_now
from handlers.reminding.urge_words import without_saying
from handlers.reminding.urging import MATERIAL, urge, urge_those
from handlers.wording import clock, listed, local, month_day

_FILLER: Final = (
    r"(?>(?:那就?|嗯+|哎|哦|噢|呃|对了|还有|另外|啊|你|您|帮我|帮忙|请|麻烦(?:你|您)?|劳驾|再|先|就|只|也|顺便|赶紧|抓紧|马上|现在|今天|单独|统一|都|一起|(?:\d{1,2}月)?\d{1,2}[日号]之?前"
    r"|记得|得|去|来|我要|我想|把|还是)[\s,，]*)*"
)
_EACH: Final = (
    r"(?>的?(?:人|联络员|同志)|那边|他们|她们|这?几家|都|也|再次?|挨个|逐[个一]|一个一个|一个个|一家一家|分别|统一|全部?|单独"
    r"|每人|一起|一下|一[次遍回]|先|各|帮我|给我|你|帮忙|还)*"
)
_TELL: Final = (
    r"群?各?发(?:(?:一?[个条份]|一下)?(?:通知|消息|信息|短信|微信|话)|一[个条份]|(?=[\s:：,，]))|通知|告知|转告|转达|告诉|[说讲](?:一[声下]|[声下])?|交代一?下?"
    r"|强调一?下?|打[个声]?招呼|带[个句]话|回(?:个|一[个声])?话|回(?:一?声|复)|[喊叫]一?声|(?:请|都)?(?:注意|知悉|留意)了?(?=[\s:：,，])"
)
_THANK: Final = r"道个?谢|(?:说|发)?一?[声句个]?(?:谢谢|感谢)(?:他们|大家)?|表示感谢|点个?赞|表扬|鼓励"
_URGE: Final = r"催一?催|催[办报交]?|(?:群?发个?)?提个?醒|督促|敲打|戳"
_CALLED: Final = (
    rf"[@＠]?{MARK}(?:同事|同志|领导|联络员|负责人)?们?[\s,，:：]*(?P<verb>)"
    rf"(?P<said>(?:请(?!假|示|问|教|客)|务必|务请|烦请|敬请|麻烦|望|注意[:：,，了]|(?:[^{MARK}?？]{{2,20}}(?:请|务必|须|一律))).{{4,}})"
)
"""各单位请于……, 各位同事，……请……: who is called stands first, the notice behind."""
_ASKED_OF: Final = (
    rf"(?:请|麻烦(?:一下)?|烦请|让|叫|要求|督促)(?:一下)?{MARK}(?:都|各|尽快|务必)*(?P<verb>)"
    rf"(?P<said>(?:[他她]们)?(?:今天|明天|后天|本周|这周|下周|周[一-日]|月底|下班|在|把|务必|尽快|抓紧|马上|于|\d)[^?？]{{3,}})"
)
"""请农业农村局和公安局今天务必……: several, or all, are asked to do something."""
_COMES: Final = re.compile("来|到我|找我|办公室|会议室|开会|请|抓紧|务必|尽快|马上|带上|参加")
_CALLED_ALL: Final = rf"(?:[@＠]{MARK}[\s,，:：]*|{MARK}[:：])(?P<verb>)(?P<said>[^?？]{{4,}})"
"""@各单位 明天下午3点开会; without the sign only what is said to all."""
_PATTERNS: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"{_FILLER}(?:给|跟|和|向|对|往){MARK}{_EACH}(?P<verb>{_THANK}|{_TELL}|{_URGE})(?P<said>.*)",
        rf"{_FILLER}{MARK}{_EACH}(?P<verb>(?![说讲](?!一?[声下]))(?:{_THANK}|{_TELL})|{_URGE})(?P<said>.*)",
        rf"{_FILLER}(?P<verb>群?发(?:[个条]|一[个条])?(?:通知|消息|信息)给?(?=[\s:：,，]*(?:{MARK}|{_EACH}{MARK}))|群?发给|(?:把.{{0,10}})?(?:带|传达|转|说)给|传达|通知|告知|转告|转达给?|告诉|群发|(?:回复?|答复)(?={MARK}(?:[\s,，]*[:：]|[,，\s]*就?说))|{_URGE}|{_THANK}(?:一下)?){_EACH}[\s:：]*{MARK}(?P<said>.*)",
        rf"(?P<said>[^{MARK}]{{4,}}?)[，,。；;\s]+{_FILLER}(?:给|跟|和|向|对)?(?P<verb>通知|告诉|转告|告知|群?发给?|叫|喊|请)(?:一下|给)?{MARK}(?:都|一起|也)?(?:来|参加|过来|到会)?(?:一[下声]|吧|了|[说讲]一?[声下]|发个?(?:通知|消息))*",
        _CALLED,
        _CALLED_ALL,
        _ASKED_OF,
        rf"{_FILLER}(?:挨[家个]|逐[家个]|一家一家)?(?:地)?(?P<verb>打[个声]?招呼|催一?催|催|提个?醒|说一声)(?:一下|一遍|吧|了)*[\s,，]+{MARK}(?P<said>)",
    )
)
_OPENING: Final = re.compile(
    r"^(?:[\s:：,，。]|一[下遍声次]|[下遍声](?=[\s,，]|$)|(?:就|都|跟)?(?:他们|她们|大家)|个?(?:通知|消息|提醒)(?=[\s:：,，]|$)|各家|吧|[了到](?=[\s,，]|$))+"
)
_SAYING: Final = re.compile(
    r"^(?:[\s:：,，。]|就|都|并|顺便|再|要|内容是?|告诉(?:[他她]们?|大家)|[说讲]清楚|[说讲](?!明)(?:一[声下]|是)?|带[句个]话|强调一?下?|附[上带]?一?句?|注明)*"
    r"(?:[说讲](?!明)|[:：]|带[句个]话|强调|告诉(?:[他她]们?)?|附|内容|注明)(?:一[声下]|是|清楚|一?句)?[\s:：,，]*"
)
_DATED: Final = re.compile(r"截止|期限|时限|时间|为止|日期")
_MOVED: Final = re.compile(
    r"(?:改|调整?|变更|提前|推迟|顺延|延|展期|放宽|宽限|往[后前])(?:为|成|到|至|期|了|[一两二三四五六七八九十\d]|在)"
)
_ASKED: Final = re.compile(
    r"[?？吗]\s*$|[了过]没有?\s*$|没有?$|谁|几[次遍回]|为什么|为啥|记录|怎么|咋|多少|计划|每[天周月]|设|群里|自动|别|不[要用必]|先不|暂不|停"
)
_TURNED: Final = re.compile(rf"(?:[^说讲]{{1,6}}){MARK}(?:我(?![们局办])|过|了)|.{{0,4}}{MARK}过")
"""王敏告诉我, 提醒过了: told by them, or told already."""
_QUESTION: Final = re.compile(r"[?？吗]\s*$|没有?[啊呀]?\s*$")
_ORDERLY: Final = re.compile(
    "必须|务必|之?前|最后|最晚|截止|通报|不然|否则|抓紧|尽快|还来得及|没传|没盖|证明|盖章"
)
_REPORTING: Final = re.compile("报|交(?!流)|填")
_LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class _Order:
    """Whom to tell or urge, and in what words; `marked` where a 说 or a colon stands before them."""

    whom: Whom
    people: frozenset[int]
    urges: bool
    thanks: bool
    presses: bool
    words: str
    marked: bool


def announce(heard: Heard, _text: str, context: Context) -> Reply | None:
    """通知各单位：材料6月30日截止: the day in the words of a notice moves no deadline; None where one is moved."""
    if not _DATED.search(heard.marked) or _MOVED.search(heard.marked):
        return None
    order = _read(heard)
    if order is None or order.whom.owing or len(order.words) < _LEAST:
        return None
    if order.urges:
        return _urged(order, heard, context)
    return told(order.people, order.whom, order.words, context)


def _only_told(words: str, context: Context) -> str:
    """That another day in a notice moves no deadline."""
    day = last_day_in(words, local(context.now).date()) if not words.startswith("《") else None
    due = moving.due_of(context.milestone or "", context)
    later = day is not None and due is not None and day > local(due).date() and _HANDED_IN.search(words)
    if day is None or due is None or local(due).date() == day or not (later or _NAMES_DUE.search(words)):
        return ""
    return f"\n（现在的时限是{clock(due)}，这条只通知、不改时限；要改发“截止改到{month_day(day)} 原因……”。）"


_NAMES_DUE: Final = re.compile("截止|时限|期限")
_HANDED_IN: Final = re.compile("[日号](?:之?前|再)?[交报]")


def tell(heard: Heard, _text: str, context: Context) -> Reply | None:
    """给还没交的挨个发个提醒，就说17号下班前必须交: None where nobody is told or urged by the words."""
    order = _read(heard)
    if order is None:
        return None
    own = _of_its_own(order)
    if own:
        return told(order.people, order.whom, own, context)
    if order.urges and not order.people:
        return (
            told(order.people, order.whom, "", context) if order.whom.everybody and order.whom.units else None
        )
    reminds = order.marked or order.presses or not order.words or _REPORTING.search(order.words)
    if order.whom.owing or (order.urges and reminds):
        return _urged(order, heard, context)
    return told(order.people, order.whom, order.words, context) if len(order.words) >= _LEAST else None


def bids(heard: Heard) -> bool:
    """Whether the words have somebody told or urged."""
    return _read(heard) is not None


def _of_its_own(order: _Order) -> str:
    """What a group is urged for besides its reports, with what the office adds; or what it is told without words."""
    if order.urges and order.whom.asks:
        return "。".join(filter(None, [order.whom.asks, order.words if len(order.words) >= _LEAST else ""]))
    if len(order.words) >= _LEAST:
        return ""
    return order.whom.asks or (_THANKS if order.thanks else "")


_THANKS: Final = "感谢支持配合"


def _read(heard: Heard) -> _Order | None:
    found = next((hit for pattern in _PATTERNS if (hit := pattern.fullmatch(heard.marked))), None)
    if found is None or _TURNED.match(found["verb"] + MARK + found["said"]):
        return None
    if not _may_be_called(found, heard):
        return None
    start, end = found.span("said")
    around = heard.marked[:start] + heard.marked[end:]
    words, marked = _message(heard.restored(start, end))
    urges = re.fullmatch(_URGE, found["verb"]) is not None
    asks = _ASKED if urges else _QUESTION
    if around.count(MARK) != 1 or _ASKED.search(around) or (not marked and asks.search(words)):
        return None
    whom = heard.whom[heard.marked[:start].count(MARK) - 1 if start else -1]
    thanks = re.match(_THANK, found["verb"]) is not None
    return _Order(whom, whom.people - heard.spared, urges, thanks, "催" in found["verb"], words, marked)


def _may_be_called(found: re.Match[str], heard: Heard) -> bool:
    """Whether who is only called is called to something: all of them, several, or by words that bid somebody come."""
    whom, pattern = heard.whom[0], found.re.pattern
    if pattern == _CALLED_ALL:
        return whom.everybody or heard.marked[0] in "@＠" or _COMES.search(found["said"]) is not None
    return pattern != _ASKED_OF or whom.everybody or len(whom.people) > 1 or len(whom.units) > 1


def _urged(order: _Order, heard: Heard, context: Context) -> Reply | None:
    """The reminder with the office's own words; a notice where nothing is owed any more."""
    whom = order.whom
    own = order.words if not order.urges or order.marked or _ORDERLY.search(order.words) else ""
    if own and not whom.owing and not order.people & {row.contact.id for row in owing_now(context)}:
        return told(order.people, whom, own, context)
    if MATERIAL in whom.called and not own and not heard.spared:
        return urge(MATERIAL, context)
    reply = urge_those(order.people, "" if whom.everybody and not own else whom.called, own, context)
    note = _out_of_reach(whom, context) if whom.everybody else ""
    return Reply(f"{reply.text}\n（{note}）") if note and "催不到" not in reply.text else reply


_LETS: Final = re.compile(r"^[\s,，。:：]*(?:让|叫|要求|请)(?:[他她]们|大家|各家|各区|各单位)(?:都|务必)?")
"""让他们 at the head of what they are to read."""


def _message(said: str) -> tuple[str, bool]:
    """What is to be said, and whether a 说 or a colon stands before it."""
    rest = said.strip()
    opened = _OPENING.sub("", rest)
    saying = _SAYING.match(opened)
    marked = saying is not None or re.match(r"[\s\w]{0,4}[:：]", rest) is not None
    words = _LETS.sub("请", opened[saying.end() :] if saying is not None else opened)
    words = words.strip(" ,，。:：\n").strip('“”"')
    return "" if NO_WORDS.fullmatch(words) else words, marked


NO_WORDS: Final = re.compile("[了吧啊呀哈]+")
"""可以催城建局了吧: what ends the order is nothing to say."""


_LET_DO: Final = re.compile(
    r"^(?:让|叫|要|请)[他她]们?(?:赶紧|尽快|马上|都|也|就)?(?=[抓尽快赶马]|[今明后]天|下?周|[上下]午|[把去来再重补改交报核查写说]|联系|准备|注意|参加)"
)
"""跟王敏说让他抓紧: he is to read 请抓紧."""


_HEADING: Final = re.compile(r"^(?:公告|通告|公示)[:：]\s*")


def told(
    people: frozenset[int], whom: Whom, words: str, context: Context, at: datetime | None = None
) -> Reply:
    """The draft of a notice; a unit with nobody on the roster is named."""
    words = _LET_DO.sub("请", _HEADING.sub("", without_saying(words)), count=1)
    note = _out_of_reach(whom, context)
    if not people:
        return Reply(f"{note or '没有收得到的人。'}没有发送。")
    reply = draft(sorted(people), whom.called, words, context, at)
    dated = "" if whom.asks and words.startswith(whom.asks) else _only_told(words, context)
    return Reply("\n".join([reply.text, *([f"（{note}）"] if note else [])]) + dated)


def _out_of_reach(whom: Whom, context: Context) -> str:
    """The units of them that have nobody on the roster; "" for none."""
    lacking = [unit for unit in whom.units if not _has_contact(unit, context)]
    if not lacking:
        return ""
    return f"{listed(lacking, 4, '家')}在名册里没有联络员，收不到；补人发“新增联络员 {lacking[0]} 姓名”。"


def _has_contact(unit: str, context: Context) -> bool:
    return any(person.role == "contact" for person in people_of(unit, context))
