"""补充材料: a reviewer asks a unit for more; what it reported is not returned by that."""

import re

from handlers.access import Act
from handlers.calendar.dates import day_in
from handlers.calendar.working_days import add_working_days
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.one_unit.spoken_of import spoken_of
from handlers.matters.item_asked import CODE, item_of
from handlers.matters.register import register, tell_contacts
from handlers.messages import Reply
from handlers.people.enrolled import unit_of
from handlers.review.sight import concerned
from handlers.review.waiting import current, recused, waiting
from handlers.suggesting import offering
from handlers.wording import clip, in_one_line, leaf_name, local, month_day

WORKING_DAYS = 3
_ACT = "(?:补充|补交|补报|再[交报传]|另[交报]|补)"
_WANTED = re.compile(
    rf"把(?P<thing>.{{1,40}}?)(?:都|也|再|给|赶紧|尽快)*{_ACT}(?:上来?|过来|来|齐|全|交)?(?:一下)?[吧了]*$"
    rf"|{_ACT}(?:上来?|过来|来)?(?:一下|一份|点|些|个)?(?P<what>.{{1,60}})$"
)
_NOTHING = re.compile("(?>上来|上|过来|来|齐|全|交|一下|一份|[点些个吧了呗啊])+")
"""把台账补上来 tells what before it."""

_NOT_ASKED = re.compile(
    f"(?:(?<!要)不(?:要|用|必|需要?|准|许)|别|甭|无需)(?:让|叫|请|要求|再|[他她]们?)*[^,，。;；]{{0,8}}?(?:{_ACT})"
)


def request(text: str, context: Context) -> Reply | None:
    """Tell the unit what is wanted and by when; its waiting item is marked 待补充. None for no single unit."""
    if _NOT_ASKED.search(text):
        return Reply("没有发补充材料请求。")
    if _ASKED_ALREADY.search(text):
        return Reply("没有再发补充材料请求。补没补上回“待审”看。")
    unit, wanted = unit_in(text, context), _WANTED.search(text.strip("。 "))
    what = CODE.sub("", wanted["thing"] or wanted["what"]).strip() if wanted is not None else ""
    if not what or _NOTHING.fullmatch(what):
        return None
    what = _dated(what, text)
    if not unit and (several := _several(text, context)):
        return Reply("\n".join(sent(one, what, context, *item_of("", one, context)).text for one in several))
    return None if not unit else sent(unit, what, context, *item_of(text, unit, context))


_ASKED_ALREADY = re.compile(r"[让请叫]\D{2,16}补[^，,。]{0,12}过了[。.]?\s*$")
"""让公安局补台账过了 tells what was done."""
_TOGETHER = re.compile(r"(?:让|请|叫|要求|通知)(?P<who>[^,，。]{4,30}?)(?:都|各|再|[得要]|把|补)")


def _several(text: str, context: Context) -> tuple[str, ...]:
    """农业农村局和交通局, told together to hand the same in; () for anybody else."""
    told = _TOGETHER.search(text)
    if told is None or not re.search("[和、跟与及]|还有", told["who"]):
        return ()
    found = mentions(told["who"], context)
    return found.units if len(found.units) > 1 else ()


def requested(text: str, context: Context, unanswered: str = "") -> Reply | None:
    """科技局的数据来源是哪里？让许娜说明一下: the same, of a contact by name, with what he is to explain.

    `unanswered` is a question before it, which he is to answer too.
    """
    words = text.strip("。!！ ")
    return None if _MERELY.search(words) else _explained(words, text, context, unanswered)


def _explained(words: str, text: str, context: Context, unanswered: str) -> Reply | None:
    asked = _ASK_THEM.fullmatch(words)
    unit, about = _named_first(asked["rest"], context) if asked is not None else ("", "")
    if unit and len(about) > _FEW:
        return sent(unit, f"说明：{about}", context, *item_of(about, unit, context))
    told_off = _ASKED_OF.search(words)
    if told_off is not None and (unit := unit_in(told_off["who"], context) or _spoken_of(told_off, context)):
        about = (told_off["before"] or told_off["behind"] or "").strip(" ,，。?？;；")
        return sent(unit, f"说明：{about}", context, *item_of(text, unit, context)) if about else None
    found = _EXPLAINED.search(words)
    if found is None:
        return None
    if not (unit := _whose(found, context)):
        return _of_them(found, context)
    of, what = item_of(text, unit, context), found["what"].strip()
    if not _HANDED_IN.match(found["act"]):
        about = (found["thing"] or what or found["before"]).strip(" ,，。?？;；")
        return sent(unit, f"说明：{about}" if about else "说明", context, *of)
    if found["thing"]:
        what = found["thing"].strip() + (f"，并说明：{unanswered}" if unanswered else "")
    elif _SEAL.fullmatch(what):
        what = _LACKING.sub("", found["before"]).strip(" ,，。?？;；")
    return sent(unit, _dated(what, text), context, *of) if what and what[0] not in "，,。；;" else None


def _dated(what: str, text: str) -> str:
    """What is wanted with the day that the words name for it, wherever that stands: …传上来，周五前."""
    day = _BEFORE_DAY.search(text)
    return f"{what}，{day[0]}前" if day is not None and day[0] not in what else what


_SEAL = re.compile("[盖签拍填打](?:[章字]|一下|上|好|个)*[吧了]*")
_LACKING = re.compile("(?:还|都)?(?:没有?|未|缺)")
"""方案没有盖章，让他们补盖一下: the thing is named before."""
_MERELY = re.compile(
    "(?:要不要|用不用|该不该)[^，,。]{0,4}[让请叫]|[让请叫][^，,。]*补(?:过|什么好|啥好|[^，,。]*过了[。.]?\\s*$|[^，,。]*(?:[了过]没有?|[吗么?？])\\s*$)"
)
"""要不要让公安局补台账, 补台账了没: asked, and nothing is sent."""
_FEW = 3
_ASK_THEM = re.compile(r"(?>麻烦你?|帮我|替我|你|去|先|再|请)*问(?:一?[下声问])(?P<rest>(?!我).{6,70})")


def _named_first(words: str, context: Context) -> tuple[str, str]:
    """王敏 of 王敏1的方案盖章了没, and what is asked of her; "" where nobody is named first."""
    unit = unit_in(words, context)
    left = mentions(words, context).rest
    behind = left.lstrip() if left.startswith(" ") else ""
    for person in context.uow.roster.list(context.speaker.campaign.id, role="contact"):
        if person.active and words.startswith(person.name):
            behind = words.removeprefix(person.name)
    return (unit, behind.strip(" ,，:：")) if unit and behind else ("", "")


def asked_before(text: str) -> str:
    """What is asked before the order: 科技局那个12.6的依据在哪."""
    found = _EXPLAINED.search(text.strip("。!！ "))
    before = found["before"].strip(" ,，。;；啊呀呢") if found is not None and found["thing"] else ""
    return before if _ASKS.search(before) and not _GRUMBLED.search(before) else ""


_GRUMBLED = re.compile(
    "(?:怎么|咋|为什么|为啥)(?:到现在|现在|还|都|一个|也)*(?:没有?|不)(?:[交报传发]|见|上传|动)"
)
"""怎么都没传材料 before the order to hand it in is no question for them."""
_ASKS = re.compile("[?？吗]|几|哪|啥|什么|多少|怎么|咋|为何|有没有|是不是|对不对")


def _whose(found: re.Match[str], context: Context) -> str:
    """他 of 科技局那个12.6的依据在哪，让他把公报发过来: whoever is spoken of before, else whose item was looked at last."""
    named = unit_in(found["who"], context)
    told = found["thing"] and not named and _PRONOUN.fullmatch(found["who"])
    before = unit_in(found["before"], context) if told else ""
    return named or before or _at_hand(found["who"], context)


def _of_them(found: re.Match[str], context: Context) -> Reply | None:
    """让他们补个台账 behind 公安局交了什么: asked first, as no item of that unit was looked at."""
    if not _PRONOUN.fullmatch(found["who"]):
        return None
    unit = unit_in(found["before"], context) or spoken_of(context, within=_FEW)
    what = (found["thing"] or found["what"]).strip(" ,，。")
    if not unit or not what or not _HANDED_IN.match(found["act"]):
        return None
    why = re.sub("^(?:那边)?的|^那边", "", mentions(found["before"], context).rest.strip(" ,，。;；"))
    what += f"（{why}）" if why and not _ASKS.search(why) else ""
    return offering.choose(
        "没有发。他们是指：", [(f"让{unit}补{what}", f"让{unit}补{clip(what, 30)}")], context
    )


def _at_hand(who: str, context: Context) -> str:
    """他们: the unit whose item was looked at last."""
    found = current(context) if _PRONOUN.fullmatch(who) else None
    return found[1].unit if found is not None else ""


def _spoken_of(told_off: re.Match[str], context: Context) -> str:
    """王敏那个98.6是不是填错了，帮我问问她: whoever the words before name, else whose item was looked at last."""
    if not _PRONOUN.fullmatch(told_off["who"]):
        return ""
    return unit_in(told_off["before"] or "", context) or _at_hand(told_off["who"], context)


def unit_in(words: str, context: Context) -> str:
    """The only unit that the words name, by itself or by its contact; "" for none."""
    units = set(mentions(words, context).units)
    for person in context.uow.roster.list(context.speaker.campaign.id, role="contact"):
        if person.active and person.name in words:
            units.add(unit_of(person, context))
    return units.pop() if len(units) == 1 else ""


_HANDED_IN = re.compile("补|写|再?交|上?传|[发拿送给附]|提供")
_PRONOUN = re.compile("他们?|她们?|对方|单位|人家")
_ASKED_OF = re.compile(
    r"^(?:(?P<before>.{4,60}?)[\s,，。?？;；]+)?(?>麻烦你?|帮我|替我|你|去|先|再|请)*(?:问一?问|问一?下|问一?声|问|核实一下)(?P<who>(?!题|过)(?:[他她]|\D{2,6}?))"
    r"(?:一下|一声|吧|[,，:：\s]+(?P<behind>.{3,60}))?$"
)
"""是全年还是前三季度的数？问一下吴琳."""
_EXPLAINED = re.compile(
    r"^(?P<before>(?:.{2,60}[,，。?？;；\s])?)(?:那|先|就|麻烦|还是|能不能|能否)*(?:让|请|叫|要求|通知)(?P<who>[他她]|\D{2,16}?)(?:再|来|先|给我|跟我|尽快|抓紧|一起|过来|书面)*(?:把(?P<thing>.{1,24}?)(?:都|给|也|再)*)?"
    r"(?P<act>说明|解释|写(?=一?下|上|清|明|全)|说清楚?|讲清楚?|讲讲|说说|补充说明|补充|补交|补报|再交|补|(?<=.)(?:上?传|发|拿|送|提供|附|交|给(?=我|一份))(?=[过上来给我\s一点些份]|$))(?:过来|上来|来|给我|我|一份|一下|清楚|点|些|个|下)*(?P<what>.{0,60})$",
    re.DOTALL,
)


def sent(unit: str, what: str, context: Context, code: str = "", subject: str = "") -> Reply:
    """Register it and tell the unit's contacts; all that waits of the unit where no leaf or district is known."""
    if refused := _not_his(unit, context):
        return Reply(refused)
    items = [item for item in waiting(context) if unit in (item.unit, item.subject)]
    items = [item for item in items if subject in ("", item.subject)]
    codes = {item.criterion.code for item in items}
    code = code or (codes.pop() if len(codes) == 1 else "")
    only = [item for item in items if item.criterion.code == code]
    subject = subject or (only[0].subject if len(only) == 1 else "")
    today, named = local(context.now).date(), _BEFORE_DAY.search(what)
    said = day_in(named[0], today) if named is not None else None
    until = add_working_days(today, WORKING_DAYS, context.deadlines.calendar)
    until, span = (said, "") if said is not None and said >= today else (until, f"{WORKING_DAYS}个工作日")
    about = f"（{code} {leaf_name(context.rubric.criterion(code), 20)}）" if code else ""
    detail = {"until": until.isoformat()}
    number = register(context, "material", what, unit=unit, code=code, subject=subject, detail=detail)
    wanted = clip(in_one_line(what), 200)
    told = tell_contacts(
        context,
        f"material:{number}",
        unit,
        f"【补充材料】审核要求{unit}补：{wanted}{about}，请在{month_day(until)}下班前交{f'（{span}）' if span else ''}。"
        "这不是退回，已报的数不变；图片直接发，文号回“材料 序号 内容”。",
    )
    reached = f"已告知{unit}联络员{told}人" if told else f"{unit}没有已绑定的联络员，通知不到，请电话联系"
    state = "这家没有（或不止一件）待审的件，登记到单位"
    if code and not only:
        state = "这一项没有待审的件，登记到这一项"
    elif code:
        whose = f"{subject}这" if subject != unit and len(context.speaker.campaign.subjects) > 1 else "本"
        state = f"{whose}件转“待补充”" if len(only) <= 1 or subject else f"{len(only)}件都转“待补充”"
    return Reply(
        f"已发补充材料请求（第{number}号）：{clip(in_one_line(what), 200)}{about}，{reached}，"
        f"期限{f'{span}（{month_day(until)}）' if span else month_day(until)}。{state}，不算退回。"
    )


_BEFORE_DAY = re.compile(
    r"(?:(?:\d{1,2}月)?\d{1,2}[号日]|(?:下个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天]|[明后]天)(?=之?前|以前|下班)"
)
"""18号前, 周五前: the day that the reviewer himself names."""


def _not_his(unit: str, context: Context) -> str:
    """Why the speaker may want nothing of that unit; "" where he may."""
    if context.speaker.role != "reviewer":
        return ""
    if recused(context, unit, "", unit):
        return f"您已对{unit}申请回避，没有发；要补材料由别的审核员、质强办发。"
    if concerned(context, unit):
        return ""
    return f"{unit}没有由您审的项，没有发；要补材料由审这家的审核员、质强办发。"


COMMAND = Command(
    Act.REQUEST,
    "让质监局补抽检台账",
    words(""),
    request,
    re.compile(r"(?:让|请|叫|要|通知)\D{2,20}?(?:补充|补交|补报|再交|补).{1,60}", re.DOTALL),
    shy=True,
)
