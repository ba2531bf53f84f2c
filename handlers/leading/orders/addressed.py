"""转达给谁: whom the head of an order means, by name, by surname and title, or by who heads the unit that it names."""

import re
from typing import Final

from handlers import dialogs
from handlers.campaign.units import mentions, stem
from handlers.context import Context
from handlers.leading.one_unit.spoken_of import by_stem, last_unit, lately_said
from handlers.matters.register import office_of
from handlers.office.errands.staff.newcomers import SURNAMES
from handlers.people.enrolled import enrolled, unit_of
from store.records import Contact

_TITLED = re.compile("^副?(?:局长|主任|科长|处长|书记|镇长|区长|县长|主席|同志|老师)")
"""李刚副局长: the title behind a name is no part of the message."""
_TITLE = re.compile(
    r"(?P<surname>[\u4e00-\u9fff]{1,2}?)(?P<title>(?:副)?(?:局长|主任|科长|处长|书记|镇长|区长|县长|主席|局|主任委员|总|工)|同志|老师)"
)
_A_BIT = r"(?:一声|一下|下(?!下?(?:周|月|星期|礼拜|个[月星周]|半[年月]|午|班|一?步|发|达|个)))"
"""说下周三 says what is on a Wednesday of next week."""
_SPLIT = re.compile(rf"[说讲]{_A_BIT}|[说讲，,：:\s]")
SAY = re.compile(
    rf"^(?>(?:也|再|都|先|赶紧|好好)(?=[说讲带捎传提通打])|发[个条]?(?:通知|信息|消息|短信|微信)(?:给[他她])?|打个招呼|(?:让|叫|请)[他她](?!们|知|晓)|[带捎传][个句]?[话信]|[说讲]{_A_BIT}|通知|{_A_BIT}|说|讲|[,，:：。\s])+"
)


BIDDEN = "(?:那就|那么|那|就|你|再|去|也|帮我|替我|请(?=[你帮替跟给和告转通])|麻烦)*"
"""What stands before 跟他说, 让他报."""
TELLS = re.compile(
    rf"(?>{BIDDEN})(?:跟|给|和)[^,，。?？]{{2,12}}?(?:说|讲)(?:一[声下]|声|下)[\s,，]|(?>{BIDDEN})(?:告诉|转告|通知)(?!我)"
)
"""跟高飞说一下 没到目标的抓紧: whatever the words behind it would ask, they are for somebody else."""
DEMANDED = (
    "重视|上[点]?心|当回事|动起来|跟进|反思|检讨|改进|认真|盯紧|盯着|落实|整改|完善|配合|说明|解释|汇报"
    "|抓紧|赶紧|尽快|马上|今天|明天|后天|本周|这周|月底|下班"
)
"""What somebody is told to do, whatever it is about."""
AS_MINE = re.compile(
    r"^(?:[你就])*说(?![明清])(?:(?:这?是)?我(?:说|讲|要求|交代)?的|是|一[声下])?[,，:：\s]*"
)
"""你就说我说的 周四前必须交齐: that it is his word stands above it."""
_NAME = re.compile(f"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}")
_STRANGER = re.compile(rf"{_NAME.pattern}?(?=[说讲]|[带捎传][个句]?话|打个招呼|发[个条])")
"""城建局王刚, of whom the roster knows nothing: to nobody else of that bureau unasked."""
_CALLED = r"[老小][\u4e00-\u9fff](?![\u4e00-\u9fff]?局)|[\u4e00-\u9fff](?:副?局长?|主任|科长|书记|镇长|区长|县长|总|工)"
_OVER_THERE = re.compile(
    rf"(?P<short>[\u4e00-\u9fff]{{2,4}}?)(?:[那这]边的?|那头|那里|那儿|的?(?={_CALLED}))"
)
_HEAD = re.compile("\0+(?:(?:[、和跟与及,，]|还有|以及|\\s)+\0+)*(?:都|[两三四五六]家|这几家|他们)*")
_SHORT = re.compile(
    r"(?P<names>[\u4e00-\u9fff、,，\s]{4,24}?)(?:的|那边|这?[两三四五六几]家)*[\s,，]*(?=[让叫请]|都|必须|务必|赶紧|抓紧|尽快)"
)
"""城建和旅游的 让他们: units called without their endings."""
_OFFICE = re.compile(
    "(?:市|县|区)?质(?:量)?强(?:市|县|区)?办(?:公室)?(?:的?(?:人|同志)|那边)?|领导小组办公室|考核办"
)
"""质强办, whatever the office is called in print."""
_OF_BUREAU = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:局|委|那边|口)?的(?=[\u4e00-\u9fff]{2})")
"""安监的高军."""
_DESK = re.compile(f"^[\u4e00-\u9fff]{{2,6}}?(?:[局委办科股室]|中心)(?:的|那边)?(?={_NAME.pattern})")
"""质强办周宁, of a desk that is no unit of the document."""
_BY_SURNAME = re.compile("[老小](?P<surname>[\u4e00-\u9fff])")
HEADS = "一把手|主要(?:领导|负责人|负责同志)|分管领导|[局镇区县]长|主任|领导"
"""Who is in charge of a unit: the roster has him as its supervisor."""
HEAD_OF = re.compile("(?:那个)?(?:一把手|主要(?:领导|负责人|负责同志))(?:同志)?")
_DEPUTY = re.compile("(?:那个)?分管的?(?:领导|副?局长|同志|人)?")
_CONTACT = re.compile("(?:那个)?(?:联络员|填报的?|经办(?:人|的)?|具体办的)(?:同志|人)?")
_IN_UNIT = re.compile(
    f"{_BY_SURNAME.pattern.replace('?P<surname>', '?:')}|{_DEPUTY.pattern}|{HEAD_OF.pattern}|{_CONTACT.pattern}|(?:[局镇区县]长|主任(?!务)|领导(?!小组))(?:同志|那边)?"  # noqa: E501
)
"""Who of a unit is meant, without a name or a title."""


_TOO: Final = re.compile(
    "(?P<whom>.{2,16}?)(?:那?[俩仨]|那?[两三]个?[家区县镇局]|那边|那家)?(?:呢|的话)?[,，\\s]*也(?:给他们?)?(?:发|说|讲|通知|告诉|转告?)(?:一?[下声份遍])?(?:吧|呗)?"
)
_TOLD: Final = re.compile(rf"(?>{BIDDEN})(?:转告|通知|告诉)[^,，:：\s]{{2,12}}[,，:：\s]+|{TELLS.pattern}")


def told_too(words: str, context: Context) -> str:
    """华容那俩呢 也发一下 behind 跟各区说下 月底前报上来: the same words, to these; "" for anything else.

    To a draft that is still open they are added instead.
    """
    if dialogs.open_question(context.speaker.account, context.now) is not None:
        return ""
    too = _TOO.fullmatch(words)
    units = mentions(too["whom"], context).units if too is not None else ()
    before = next((told for said in lately_said(context) if (told := _TOLD.match(said))), None)
    if not units or before is None:
        return ""
    return f"通知{'、'.join(units)}：{before.string[before.end() :].strip()}"


def parted(text: str, context: Context) -> tuple[str, str]:
    """Who is meant and what is to be said: “王局长说一声 明天必须交”."""
    said = _with_bureau(text.strip(), context)
    unit, rest = _unit_at_head(said, context)
    people = context.uow.roster.list(context.speaker.campaign.id)
    own = _OF_BUREAU.sub("", rest)
    own = own if unit else _DESK.sub("", own)
    name = next((person.name for person in people if own.startswith(person.name)), None)
    if name is not None:
        rest = own
        return name, SAY.sub("", _TITLED.sub("", rest[len(name) :])).strip()
    found = _TITLE.match(rest) or (_IN_UNIT.match(rest) if unit else None)
    if found is not None:
        return f"{unit}{found[0]}", SAY.sub("", rest[found.end() :]).strip()
    stranger = _STRANGER.match(rest) if unit else None
    if stranger is not None:
        return f"{unit}{stranger[0]}", SAY.sub("", rest[stranger.end() :]).strip()
    if unit:
        return unit, SAY.sub("", rest).strip()
    unit, _, rest = _SPLIT.sub("\n", said, count=1).partition("\n")
    return unit.strip(), SAY.sub("", rest).strip()


def _with_bureau(said: str, context: Context) -> str:
    """城建那边快点, 城建王局: the bureau that is called by its first characters."""
    found = _OVER_THERE.match(said)
    if found is None or mentions(found[0], context).units or _unit_at_head(said, context)[0]:
        return said
    units = mentions(f"{found['short']}局", context).units
    return f"{units[0]} {said[found.end() :]}" if len(units) == 1 else said


def _unit_at_head(said: str, context: Context) -> tuple[str, str]:
    """The unit with whose name the words begin ("" for none), and what follows it."""
    left = mentions(said, context).rest
    end = next((at for at, character in enumerate(left) if character != " "), len(left))
    return said[:end].strip(), said[end:].removeprefix("的").removeprefix("那边").removeprefix("这边")


def units_at_head(said: str, context: Context) -> tuple[tuple[str, ...], str]:
    """The units that the words begin with, 城建局、旅游局和农发局, and what follows them."""
    rest = mentions(said, context).rest
    head = _HEAD.match("".join("\0" if left != word else word for left, word in zip(rest, said, strict=True)))
    if head is not None:
        return mentions(said[: head.end()], context).units, said[head.end() :]
    short = _SHORT.match(said)
    units = by_stem(short["names"], context) if short is not None else ()
    names = "|".join(stem(unit)[:2] for unit in units)
    if short is None or not units[1:] or re.sub(f"{names}|[局委办、和跟与及,，\\s]|还有", "", short["names"]):
        return (), said
    return tuple(units), said[short.end() :]


def meant(whom: str, context: Context) -> list[Contact]:
    """The people whom the word means: by name, by surname and title, or who heads the unit that it names."""
    people = enrolled(context)
    by_name = [person for person in people if person.name == whom]
    if by_name:
        return by_name
    if _OFFICE.fullmatch(whom):
        return [person for person in office_of(context) if person.account is not None][:1]
    units, called = mentions(whom, context).units, mentions(whom, context).rest.strip()
    if units:
        people = [person for person in people if unit_of(person, context) in units]
    title = _TITLE.fullmatch(called)
    if units and title is None:
        return _of_unit(people, called, context)
    if title is None:
        return []
    found = [person for person in people if person.name.startswith(title["surname"])]
    if units and not found:
        return best(people, context)
    titled = [person for person in found if title["title"].removeprefix("副") in person.title]
    return best(titled or [person for person in found if person.role == "supervisor"], context)


def _of_unit(people: list[Contact], called: str, context: Context) -> list[Contact]:
    """城建局老王, 城建局分管的: whom of that unit; who is in charge where nothing more is said, nobody for a stranger."""
    if _NAME.fullmatch(called):
        return []
    surname = _BY_SURNAME.fullmatch(called)
    own = [person for person in people if surname is not None and person.name.startswith(surname["surname"])]
    if own:
        junior = [person for person in own if person.role == "contact"] if called.startswith("小") else []
        return junior or best(own, context)
    if called and _DEPUTY.fullmatch(called):
        people = [person for person in people if person.title.startswith("副")] or people
    elif called and HEAD_OF.fullmatch(called):
        people = first_of(people, context)
    elif called and _CONTACT.fullmatch(called):
        people = [person for person in people if person.role == "contact"] or people
    return best(people, context)


def first_of(people: list[Contact], context: Context) -> list[Contact]:
    """Of those in charge the 一把手: no deputy of a unit that has somebody else."""
    heads = [person for person in people if person.role == "supervisor"] or people
    first = [person for person in heads if not person.title.startswith("副")]
    headed = {unit_of(person, context) for person in first}
    return [person for person in heads if person in first or unit_of(person, context) not in headed]


def best(people: list[Contact], context: Context) -> list[Contact]:
    """Of several, those of the unit last talked about, else those in charge."""
    unit = last_unit(context)
    of_unit = [person for person in people if unit_of(person, context) == unit]
    people = of_unit or people
    heads = [person for person in people if person.role == "supervisor"]
    return heads or [person for person in people if person.role == "contact"] or people


def heads(context: Context) -> list[Contact]:
    """Who could be meant: the supervisors, or the contacts where there are none; the last unit's first."""
    people = enrolled(context)
    heads = [person for person in people if person.role == "supervisor"] or [
        person for person in people if person.role == "contact"
    ]
    unit = last_unit(context)
    return sorted(heads, key=lambda person: unit_of(person, context) != unit)
