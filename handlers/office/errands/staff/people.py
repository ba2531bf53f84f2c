"""人的事: who takes over from whom, who is new, how somebody is reached or called, who cannot get in."""

import re
from collections.abc import Callable
from typing import Final

from handlers.context import Context
from handlers.leading.one_unit import unit_view
from handlers.leading.one_unit.people import people as people_list
from handlers.matters import substitutes
from handlers.messages import Reply
from handlers.office.errands.staff import getting_in
from handlers.office.errands.staff.coming_and_going import (
    GOES,
    adds,
    away,
    beside,
    erased,
    gone,
    hands_over,
    left,
    replaces,
    stays,
    to_be_named,
)
from handlers.office.errands.staff.newcomers import Said, newcomer
from handlers.office.errands.staff.taking_on import beside_units, draft_several
from handlers.office.errands.staff.unnamed import NICKNAME, by_surname, one_more
from handlers.office.people import roles, roster_details
from handlers.office.people.fields import TITLE
from handlers.people.enrolled import enrolled, printed_unit
from handlers.people.whom import Heard

_MAIL: Final = re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_TITLED: Final = re.compile(r"职务|升|当上|提(?![醒交供前出])了?|任命|转任|现在是|改任|担任|调任")
_RENAMED: Final = re.compile(
    r"(?:改名|改叫|更名|名字(?:写|打|弄|登)?错了?|应该叫|名字是)(?:字)?[\s,，]*(?:为|成|叫|是|应该?是|应该叫)*\s*(?P<new>[\u4e00-\u9fff·]{2,4}?)(?=[\s,，。了吧]|$)"
)


_ASKED_FIRST: Final = re.compile(
    r"(?:[^\s,，]{0,8}[那这]项)?(?:是|归|该)?谁(?:联系|负责|在?管|在?报|对接)[呢啊]?[\s,，?？]+(?=[^?？]*(?:加|补|新增)[上个一][^?？]*1\d{10})"
)
"""财政局那项谁联系 没人 加个马丽 138…: the question is answered by whom is added."""


def manage(heard: Heard, text: str, context: Context) -> Reply | None:
    """旅游局换人了，陈静改成韩雪，手机…; None where the sentence is about nobody's duties."""
    roster = enrolled(context)
    text = _ASKED_FIRST.sub(" ", text)
    if (reply := getting_in.asked(roster, text, context)) is not None:
        return reply
    people = tuple(row for row in roster if row.name in text and row.id != context.speaker.contact.id)
    nick = None if people else NICKNAME.search(text)
    if nick is not None and (asked := by_surname(nick["surname"], text, roster, context)) is not None:
        return asked
    units = tuple(dict.fromkeys(unit for whom in heard.whom if not whom.everybody for unit in whom.units))
    known = frozenset(row.name for row in roster)
    said = Said(text, people, beside_units(newcomer(text, known), heard.names), units)
    if not said.asks and (reply := draft_several(text, known, context)) is not None:
        return reply
    return next((reply for way in _WAYS if (reply := way(said, context)) is not None), None)


def _reached_each(said: Said, context: Context) -> Reply | None:
    """何平13811112222 陈静13833334444: the number behind each name."""
    if len(said.people) < _SEVERAL or said.new or said.asks or GOES.search(_NUMBER_WORDS.sub("", said.text)):
        return None
    rows = [
        (
            row,
            re.search(
                rf"{row.name}[^\d\u4e00-\u9fff]{{0,3}}(?:手机|电话|号码|是|[:：])*\s*(1\d{{10}})(?!\d)",
                said.text,
            ),
        )
        for row in said.people
    ]
    kept = [
        roster_details.keep(row, {"mobile": found[1]}, "手机", found[1], context).text
        for row, found in rows
        if found
    ]
    return Reply("\n".join(kept)) if len(kept) == len(rows) else None


_SEVERAL: Final = 2


def _asks_number(said: Said, context: Context) -> Reply | None:
    """王敏的号码是不是变了: what the roster says."""
    asked = re.search(r"电话|手机|号码|联系方式", said.text) and re.search(
        r"是不是|有没有|吗|[?？]", said.text
    )
    return people_list(said.text, context) if asked and len(said.people) == 1 and not said.mobile else None


def _reached(said: Said, context: Context) -> Reply | None:
    """高军号码换成139…: how somebody is reached; with another name in it somebody else may be meant."""
    if len(said.people) != 1 or said.new or said.asks or GOES.search(_NUMBER_WORDS.sub("", said.text)):
        return None
    person, mail = said.people[0], _MAIL.search(said.text)
    if mail is not None:
        return roster_details.keep(person, {"email": mail[0]}, "邮箱", mail[0], context)
    own = said.mobile and _OWN_NUMBER.search(said.text[said.text.rfind(person.name) + len(person.name) :])
    if own and not re.search("微信|绑定|解绑|账号", said.text):
        return roster_details.keep(person, {"mobile": said.mobile}, "手机", said.mobile, context)
    title = TITLE.search(
        said.text.replace(person.title, "") if person.title not in ("", "局长") else said.text
    )
    if title is not None and _TITLED.search(said.text):
        kept = roster_details.keep(person, {"title": title["title"]}, "职务", title["title"], context)
        role = _IS_NOW.search(said.text)
        if role is None:
            return kept
        return Reply(f"{kept.text}\n{roles.change_role(f'把{person.name}设为{role[0]}', context).text}")
    return None


_IS_NOW: Final = re.compile("(?<=是|当|任|做|为|成)(?:分管领导|审核员|联络员)")
_OWN_NUMBER: Final = re.compile(
    r"^(?:同志|局长|主任|科长|那边|以后|现在|今后|已经?|联系|手机|电话|号码?|微信|方式|的|了|换|改|变|成|为|是|用|新|个|登|记|一下|更新|变更为|[她他]|这个|[\s:：,，。;；])*1\d{10}"
)
"""What stands between somebody's name and his own number."""
_AS_ROLE: Final = re.compile(
    r"(?<!不)(?:改|转|做|换|设|变)(?:成|为|做|当|任)?(?P<role>联络员|审核员|分管领导)(?=[了吧,，。\s]|$)"
)
_NUMBER_WORDS: Final = re.compile(
    r"(?:号码?|电话|手机号?码?)(?:的)?(?:已经|都)?(?:换成?|改成|换了|变了|改为|变更为?|更[换新]为?)"
)


def _renamed(said: Said, context: Context) -> Reply | None:
    if len(said.people) != 1 or said.asks:
        return None
    found = _RENAMED.search(said.text, said.text.find(said.people[0].name))
    if found is None:
        return None
    return roster_details.rename_to(said.people[0], found["new"], context)


def _locked_out(said: Said, context: Context) -> Reply | None:
    return getting_in.stuck(said.people, said.text, context)


def _moves(said: Said, context: Context) -> Reply | None:
    """王敏归旅游局了."""
    if len(said.people) != 1 or said.new or said.asks:
        return None
    own = printed_unit(said.people[0], context)
    others = [unit for unit in said.units if unit != own]
    if len(others) != 1:
        return None
    moved = re.search(
        r"(?:归|划到|划归|分到|转到|调[到去往至]?|去了?|到|进)",
        said.text[said.text.find(said.people[0].name) :],
    )
    over = re.search(r"[了啦](?=\s*$|[\s,，。])", said.text)
    return roster_details.move(f"{said.people[0].name}调到{others[0]}了", context) if moved and over else None


def _reviews(said: Said, context: Context) -> Reply | None:
    """李强不审了 让王敏审: whoever is to review is made a reviewer, after a yes; one who is already stands in."""
    found = re.search(r"(?:让|由|叫|请|换)(?P<name>[\u4e00-\u9fff]{2,3}?)(?:来)?(?:审|把关)", said.text)
    person = next((row for row in said.people if found is not None and row.name == found["name"]), None)
    if person is None or said.asks or re.search("替|代|明天|今天|下周|这[几两]天", said.text):
        return None
    if person.role == "reviewer":
        last = max(said.people, key=lambda row: said.text.rfind(row.name))
        return (substitutes.arranged(said.text, context) if last is person else None) or Reply(
            f"{person.name}已经是审核员，没有改动；不能单把一项或一家指给他。谁不在几天，"
            f"说“某某出差，某日到某日让{person.name}替他审”。"
        )
    return roles.change_role(f"把{person.name}设为审核员", context)


def _reroled(said: Said, context: Context) -> Reply | None:
    """钱伟以后不当审核员了，改联络员: the role that is said last."""
    if len(said.people) != 1 or said.new or said.asks:
        return None
    found = list(_AS_ROLE.finditer(said.text[said.text.find(said.people[0].name) :]))
    if not found:
        return None
    return roles.change_role(f"把{said.people[0].name}设为{found[-1]['role']}", context)


def _of_role(said: Said, context: Context) -> Reply | None:
    """谁是城建局的分管领导."""
    asks = re.search(
        "(?:谁|哪[位个]).{0,10}(?:分管领导|联络员|联系人|对接人)|(?:分管领导|联络员|联系人).{0,4}(?:是?谁|哪位|叫啥)",
        said.text,
    )
    if asks is None or len(said.units) != 1 or said.people or re.search("没|未|绑|电话|手机|号码", said.text):
        return None
    return Reply(f"{said.units[0]}：{unit_view.people_of(context, said.units[0])}")


_WAYS: Final[tuple[Callable[[Said, Context], Reply | None], ...]] = (
    erased,
    hands_over,
    _locked_out,
    _renamed,
    _reached_each,
    _asks_number,
    _reached,
    beside,
    away,
    stays,
    replaces,
    to_be_named,
    adds,
    one_more,
    _moves,
    left,
    _reviews,
    _reroled,
    gone,
    _of_role,
)
