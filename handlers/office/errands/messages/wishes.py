"""要谁做什么: whom a line of the office wants to do, explain, check or know something, and in what words."""

import re
from dataclasses import dataclass
from typing import Final

from handlers.context import Context
from handlers.people.enrolled import enrolled
from handlers.people.whom import MARK, Heard, Whom, calls_of, exactly

_THEY: Final = "[他她它]们?|人家|对方"
_WHO: Final = rf"(?P<who>{MARK}|{_THEY})(?>那边|这边|那里|那儿|联络员|同志|领导|的?人|们)*(?>都|也|各|自己)*"
_BIT: Final = r"(?>一?[下声句遍次嘴]|清楚|明白|个话|吧)*"
_WISHES: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"(?P<tell>(?:跟|给|和|对|向|同){_WHO}(?:[说讲]|提(?:个?醒)?|带[个句]?话|交代|强调|回(?!电)|发(?!个?新?的?(?:绑定|验证)?码)(?=[个条一消信])|反馈|沟通|汇报|报告|解释){_BIT}(?:个?(?:消息|信息|短信|微信))?){_BIT}[\s:：,，]*(?P<said>.*)",
        rf"(?P<tell>(?:告诉|告知|通知|转告|转达给?|回复|叮嘱|嘱咐){_BIT}{_WHO}){_BIT}[\s:：,，]*(?P<said>.*)",
        rf"(?P<let>让|叫|请|要求|麻烦|喊){_BIT}{_WHO}[,，\s]*(?P<said>(?!说的|报的|的|替|代|顶|接).+)",
        rf"(?P<ask>(?<![请疑访学慰质提过])问(?:问|一问)?(?!题|卷|责|号|候|过|了){_BIT}(?:到|{_WHO})?{_BIT})[\s:：,，]*(?P<said>.*)",
        r"(?<=[,，。;；\s])(?:那|就|还是|先|再|要)*(?P<let>让|叫|请|要求)(?=核|查|重新?|再|改|补|解释|说明|写|提供|附|尽快|抓紧|把|交|给|换)(?P<said>.+)",
        rf"(?P<urge>催(?:一?催|一下|促)?|提醒){_BIT}{_WHO}{_BIT}[\s:：,，]*(?P<said>.*)",
        rf"(?P<back>(?:把|将)?(?P<what>[^,，。]{{0,16}})(?:退回去?|退给(?:{_WHO})?|打回去?|退了?))(?P<said>(?:吧|让[^,，]{{0,8}})?)$",
    )
)
"""How a wish is put: 跟他说…, 告诉他…, 让他…, 问一下…, 让核实…, 催她, 把…退回."""
ASIDE: Final = (
    r"(?>没有?的?话?就|帮我|帮[他她]们?|替我|给我|你|您|麻烦"
    r"|劳驾|再|先|就|也|去|来|请|要|都|我|还是|赶紧|顺便|,|，|。|;|；|\s)"
)
"""What is said to the bot before the wish."""
_LEAD: Final = re.compile(rf"{ASIDE}+$")
_OWN: Final = re.compile(
    r"^(?:的?(?:电话|手机|号码|联系方式)|我|咱|你|您)(?!们?局)|^给我(?:看|导|列|发|出|弄|查)"
)
_NO: Final = re.compile(
    r"要不要|该不该|能不能让|谁[来去]?(?:通知|说|催)|(?:[说讲问催]|通知|告诉)(?:过|了)没|没?有没有(?:通知|告诉)|别(?:跟|给|告诉|通知|让)|不[用要](?:跟|给|告诉|通知|让)"
)
_REPORTED: Final = re.compile(rf"^.{{0,3}}{MARK}.{{0,2}}(?:[说讲](?!的|明)|打电话|来电|反映)")
"""刘洋说他周五才能报: what he said is not said to him."""
_ASKED_BY: Final = re.compile(rf"{MARK}问(?!问|一问|一?[下声句]|清楚|明白)|我(?:想|要|就|刚才?)?问的")
"""王敏问农业局是哪个, 我问的是专利: nobody is to be asked."""
_NOT_URGED: Final = re.compile(r"(?:怎么|咋|为什么|为啥|为何).{0,4}(?:没有?|未|不)(?:去|给)?(?:催|提醒)")
"""怎么没催旅游局 asks, and urges nobody."""
_URGED_YET: Final = re.compile(r"^(?:请|再)?(?:给|跟)?(?:催|提醒|通知|督促).*(?:吗|么|没有?)[\s?？]*$")
"""催城建局了吗, 提醒城建局每周报一次吗: whether that is done; 问城建局报了吗 is for them."""
_EVENT: Final = re.compile(
    r"(?:开|有|召开|组织|举办)[^,，。;；]{0,12}(?:会|培训|检查|座谈)|来[^,，。;；]{0,6}(?:检查|考核|督查|调研|核查)"
    r"|(?:模板|表格?|口径|格式|通知|方案|要求|时间|地点|日期|安排)(?:都|已经?|又|有)?(?:改|换|变|调整|更新|下来|出来|定)了?"
)
"""下周五开调度会，通知所有联络员，地点312: what is going on is the half of what they are told."""
_HOW: Final = re.compile(r"^(?:那边|那里|那头|那儿|这边)?(?:的|[,，\s])+|^(?:那边|那里|那头|那儿)(?=.)")


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom it is for, what stands before it and what is wished, `kind`: tell, let, ask, urge or back.

    `left_out` is what stands before it and is no part of what he is told.
    """

    whom: Whom
    before: str
    said: str
    kind: str
    left_out: str = ""


def wish_in(heard: Heard, text: str, context: Context) -> Wish | None:
    """The wish in the words; None for none."""
    if (
        _NO.search(text)
        or _URGED_YET.search(text.strip())
        or _NOT_URGED.search(text)
        or _ASKED_BY.search(heard.marked)
    ):
        return None
    found = next((hit for pattern in _WISHES if (hit := pattern.search(heard.marked))), None)
    kind = next(
        (name for name, part in (found.groupdict() if found else {}).items() if part and name in _KINDS), ""
    )
    if found is None or not kind or _OWN.match(found["said"]):
        return None
    place = _place(found, heard, context)
    if place is None:
        return None
    before = _LEAD.sub("", heard.marked[: found.start()])
    said = heard.restored(*found.span("said")).strip(" ,，。!！")
    beside = kind in ("tell", "urge") and said and (MARK in before or not _EVENT.search(before))
    left_out = before.strip(_SIGNS) if beside and MARK not in before else ""
    context_said = "" if beside or _REPORTED.match(before) else _addressed(before, place, heard, context)
    return Wish(exactly(heard, place, context), context_said.strip(_SIGNS), said, kind, left_out)


_SIGNS: Final = " ,，。;；"
_KINDS: Final = frozenset({"tell", "let", "ask", "urge", "back"})


def _place(found: re.Match[str], heard: Heard, context: Context) -> int | None:
    """The place of whom it is for: the one in the wish, else whoever was named before it, people before units."""
    groups = found.groupdict()
    if groups.get("who") == MARK:
        return heard.marked[: found.start("who")].count(MARK)
    before = heard.marked[: found.start()].count(MARK)
    places = range(before) if before else range(len(heard.whom))
    rank = {place: _rank(heard.names[place], heard.whom[place], context) for place in places}
    best = max(rank.values(), default=0)
    return max((place for place in places if rank[place] == best), default=None) if best else None


def _rank(name: str, whom: Whom, context: Context) -> int:
    """A person before a bureau before a district; nobody on the roster is none."""
    if whom.everybody:
        return 1
    if not whom.people and not whom.units:
        return 0
    if any(call in name for call in calls_of(enrolled(context))):
        return 4
    return 3 if set(whom.units) - set(context.speaker.campaign.subjects) else 2


def _addressed(before: str, place: int, heard: Heard, context: Context) -> str:
    """What stands before the wish, as whoever is told it reads it: who he is stands not at its head."""
    said = heard.restored(0, len(before))
    if not before.startswith(MARK) or place:
        return said
    name, people = heard.names[0], context.uow.roster.list(context.speaker.campaign.id)
    at = max((name.index(call) + len(call) for call in calls_of(people) if call in name), default=0)
    rest = said[at or len(name) :]
    if not at and not _HOW.match(rest):
        return said
    rest = _HOW.sub("", rest)
    return f"您{rest}" if rest.startswith(("报", "填", "交")) else rest
