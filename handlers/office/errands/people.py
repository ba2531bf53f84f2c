"""人的事: who takes over from whom, who is new, how somebody is reached or called, who cannot get in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.context import Context
from handlers.leading import unit_view
from handlers.leading.people import people as people_list
from handlers.messages import Reply
from handlers.office import handing_over, roster_changes, roster_details
from handlers.office.errands import getting_in
from handlers.office.errands.newcomers import newcomer
from handlers.office.errands.taking_on import (
    TITLE,
    beside_units,
    draft,
    draft_several,
    role_in,
    unit_on_roster,
)
from handlers.whom import Heard
from store.records import Contact

_MOBILE: Final = re.compile(r"(?<!\d)1\d{10}(?!\d)")
_MAIL: Final = re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_TITLED: Final = re.compile(r"职务|升|当上|提了?|任命|转任|现在是|改任|担任|调任")
_ASKED: Final = re.compile(r"[?？吗]\s*$|[了过]没有?\s*$|[吧呢]\s*$|多少|是谁|谁|哪|来着|什么|怎么")
_GOES: Final = re.compile(
    r"岗位变动|工作变动|工作调整|变动|接任|调走|调离|退休|离职|辞职|不干|退二线|借调|抽调|走了|换岗|调岗|离开|休产假|生孩子|病假|住院|驻村|挂职|不(?:再)?(?:分管|负责|当联络员)|改由|不管了|换人|换成|改成|换了|接替|接手|顶替|接班|代替|换上"
)
_ABSENT: Final = re.compile(r"休产?假|生孩子|病假|住院|请假|出差|学习|培训|顶一下|顶几天|顶一阵")
_COMES: Final = re.compile(r"联络员|联系人|新来|派|报来|负责|对接|经办|接")
_JOINS: Final = re.compile("也(?:拉|加|进|放)|拉进来|加进来|再加|一起|加上")
_COLLEAGUE: Final = re.compile(
    r"(?:副手|同事|股长|科长|主任|局长|所长|科员|小组长|副职|徒弟|内勤|联络员|找|联系)(?P<name>(?!他|她|们)[\u4e00-\u9fff]{2,3}?)(?:也|一起|来|吧|[\s,，:：])*(?:拉进来|加进来|手机|电话)?[\s,，:：]*(?=1\d{10})"
)
_ADDED: Final = re.compile(
    r"(?:新增|增加|添加?|补|加)(?:进|上|入|一个|个|一位|位|一下)?[^,，。]{0,8}?(?:人员|人|联络员|审核员|分管领导|领导|\s*[\u4e00-\u9fff]{2,3}(?:[\s,，。\d]|$))|名册"
)
_NUMBER: Final = re.compile(r"号码?|电话|手机|联系方式|登一?下|变|换|改")
_WHO_INSTEAD: Final = re.compile(r"(?:找|让|由|换)?谁(?:来)?(?:顶|接|替|报|管|负责)|谁顶|怎么办|咋办")
_MORE_TIME: Final = re.compile(r"延|宽限|缓|推迟|晚几天|晚[一两二三四五\d]天")
_GONE: Final = re.compile(r"删掉|删了|删除|去掉|移除|移出|踢(?:了|出)|拿掉|除名")
_RENAMED: Final = re.compile(
    r"(?:改名|改叫|更名|名字(?:写|打|弄|登)?错了?|应该叫|名字是)(?:字)?[\s,，]*(?:为|成|叫|是|应该?是|应该叫)*\s*(?P<new>[\u4e00-\u9fff·]{2,4}?)(?=[\s,，。了吧]|$)"
)
_WHO: Final = re.compile(
    r"(?:是谁|哪个单位|哪家的?|哪的|什么(?:职务|角色|身份)|干什么的)|是.{1,12}(?:吧|吗|[?？])"
)
_OFFICE: Final = re.compile(
    r"(?:质强办|质兴办|办公室)?(?:的)?(?:活|事|工作|摊子|这摊|这一摊|这块)|质强办|质兴办"
)
_MINE: Final = re.compile(
    r"我.{0,12}(?:休|走|调|退|出差|请假|学习|不在|不干|不管)|我(?:的|这)一?(?:摊子?|块|活)|质[强兴]办的?(?:活|事|工作|摊子)"
    r"|兼.{0,2}质[强兴]办"
)
_GIVEN_OVER: Final = re.compile(r"交给|由|让|归|给|兼|接|移交|转给")


@dataclass(frozen=True)
class _Said:
    """A sentence about people: who of the roster is named in it, who is new, and the units."""

    text: str
    people: tuple[Contact, ...]
    new: str | None
    units: tuple[str, ...]

    @property
    def mobile(self) -> str:
        """The only mobile number in it, else ""."""
        found = _MOBILE.findall(self.text)
        return found[0] if len(found) == 1 else ""

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return _ASKED.search(self.text) is not None


def manage(heard: Heard, text: str, context: Context) -> Reply | None:
    """旅游局换人了，陈静改成韩雪，手机…; None where the sentence is about nobody's duties."""
    roster = [row for row in context.uow.roster.list(context.speaker.campaign.id) if row.active]
    if (reply := getting_in.asked(roster, text, context)) is not None:
        return reply
    people = tuple(row for row in roster if row.name in text and row.id != context.speaker.contact.id)
    units = tuple(dict.fromkeys(unit for whom in heard.whom if not whom.everybody for unit in whom.units))
    known = frozenset(row.name for row in roster)
    said = _Said(text, people, beside_units(newcomer(text, known), heard.names), units)
    if not said.asks and (reply := draft_several(text, known, context)) is not None:
        return reply
    return next((reply for way in _WAYS if (reply := way(said, context)) is not None), None)


def _hands_over(said: _Said, context: Context) -> Reply | None:
    """我下个月休产假 这摊子交给钱伟: the office itself."""
    if said.asks or said.units or not (_MINE.search(said.text) and _GIVEN_OVER.search(said.text)):
        return None
    if len(said.people) == 1:
        return handing_over.to(said.people[0], context)
    return handing_over.to_newcomer(said.new, said.mobile, context) if said.new and not said.people else None


def _replaces(said: _Said, context: Context) -> Reply | None:
    """Somebody goes and another one comes, in whatever order both are said."""
    if said.asks or _GOES.search(said.text) is None or _LEFT_ALONE.search(said.text):
        return None
    if len(said.people) == 1 and said.new:
        return roster_changes.replace_by(said.people[0], said.new, said.mobile, context)
    if len(said.people) == len({row.unit for row in said.people}) + 1 == 2:  # noqa: PLR2004 -- one goes, one comes
        return _among_two(said, context)
    if not said.people and said.new and len(said.units) == 1:
        return _of_unit(said, context)
    if len(said.people) == 1 and _ABSENT.search(said.text) and not _MORE_TIME.search(said.text):
        return _nobody_yet(said.people[0])
    return None


def _away(said: _Said, _context: Context) -> Reply | None:
    """罗莹休产假了，找谁顶白蒲."""
    asked = _ABSENT.search(said.text) is not None and _WHO_INSTEAD.search(said.text) is not None
    return _nobody_yet(said.people[0]) if asked and len(said.people) == 1 else None


def _nobody_yet(away: Contact) -> Reply:
    """What may be done while nobody is named who comes."""
    return Reply(
        f"没有改动。谁来顶由{away.unit}定：发“{away.name}休假 换某某 手机号”就换人（回来再换回去），"
        f"或由您代填：发“{away.unit} 指标 数值”。"
    )


def _among_two(said: _Said, context: Context) -> Reply | None:
    """Both are on the roster of one unit: who stands first goes."""
    first, second = sorted(said.people, key=lambda row: said.text.find(row.name))
    return roster_changes.replace_by(first, second.name, said.mobile, context)


def _of_unit(said: _Said, context: Context) -> Reply | None:
    """乐至县联络员换成何苗: the unit's one contact is replaced; where it has none, the newcomer is added."""
    unit = said.units[0]
    here = [
        row
        for row in context.uow.roster.list(context.speaker.campaign.id, role="contact")
        if row.active and unit in (context.rubric.unit_aliases.get(row.unit, row.unit), row.subject)
    ]
    if len(here) == 1:
        return roster_changes.replace_by(here[0], said.new or "", said.mobile, context)
    if here:
        names = "、".join(row.name for row in here)
        return Reply(
            f"{unit}有{len(here)}位联络员：{names}。换哪一位？发“{here[0].name}换成{said.new}”。没有改动。"
        )
    return draft(said.new or "", unit, said.text, said.mobile, context)


def _beside(said: _Said, context: Context) -> Reply | None:
    """刘洋的副手王磊也拉进来 135…: one more of the unit of somebody who stays; whom to ask while he is away."""
    if len(said.people) != 1 or said.asks or not said.mobile or _GOES.search(said.text):
        return None
    there = said.people[0]
    new = said.new or _colleague(said.text, there.name)
    if new is None:
        return None
    if _JOINS.search(said.text):
        return draft(new, there.unit, said.text, said.mobile, context)
    return Reply(
        f"没有改动。{new}还不在名册里：{there.name}留着、再加一位，发“新增联络员 {there.unit} {new} {said.mobile}”；"
        f"要{new}接手，发“{there.name}换成{new} {said.mobile}”。"
    )


def _colleague(text: str, known: str) -> str | None:
    """马骏 of 材料找他们股长马骏138…."""
    found = _COLLEAGUE.search(text)
    return found["name"] if found is not None and found["name"] != known else None


def _adds(said: _Said, context: Context) -> Reply | None:
    """商业局派了个人 叫赵倩 139… 当联络员; 加个审核员 孙悦 市质强办."""
    if said.asks or said.people or not said.new or len(said.units) > 1:
        return None
    if not (said.mobile or _COMES.search(said.text) or _ADDED.search(said.text)):
        return None
    known = unit_on_roster(said.text.replace(said.new, " "), context)
    reports = role_in(said.text) in (ROLE_NAMES["contact"], ROLE_NAMES["supervisor"])
    unit = said.units[0] if said.units and (reports or known is None) else known
    return draft(said.new, unit, said.text, said.mobile, context) if unit is not None else None


def _asks_number(said: _Said, context: Context) -> Reply | None:
    """王敏的号码是不是变了: what the roster says."""
    asked = re.search(r"电话|手机|号码|联系方式", said.text) and re.search(
        r"是不是|有没有|吗|[?？]", said.text
    )
    return people_list(said.text, context) if asked and len(said.people) == 1 and not said.mobile else None


def _reached(said: _Said, context: Context) -> Reply | None:
    """高军号码换成139…: how somebody is reached; with another name in it somebody else may be meant."""
    if len(said.people) != 1 or said.new or said.asks or _GOES.search(_NUMBER_WORDS.sub("", said.text)):
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
        return roster_details.keep(person, {"title": title["title"]}, "职务", title["title"], context)
    return None


_OF_ROLE: Final = re.compile(
    "(?:谁|哪[位个]).{0,10}(?:分管领导|联络员|联系人|对接人)|(?:分管领导|联络员|联系人).{0,4}(?:是?谁|哪位|叫啥)"
)
_OWN_NUMBER: Final = re.compile(
    r"^(?:同志|局长|主任|科长|那边|以后|现在|今后|已经?|联系|手机|电话|号码?|微信|方式|的|了|换|改|变|成|为|是|用|新|个|登|记|一下|更新|[她他]|这个|[\s:：,，。;；])*1\d{10}"
)
"""What stands between somebody's name and his own number."""
_AS_ROLE: Final = re.compile(
    r"(?<!不)(?:改|转|做|换|设|变)(?:成|为|做|当|任)?(?P<role>联络员|审核员|分管领导)(?=[了吧,，。\s]|$)"
)
_LEFT_ALONE: Final = re.compile("(?:别|不要|不用|先不)(?:再|给)?(?:催|发|提醒|打扰|烦)")
_NUMBER_WORDS: Final = re.compile(
    r"(?:号码?|电话|手机号?码?)(?:的)?(?:已经|都)?(?:换成?|改成|换了|变了|改为)"
)


def _renamed(said: _Said, context: Context) -> Reply | None:
    if len(said.people) != 1 or said.asks:
        return None
    found = _RENAMED.search(said.text, said.text.find(said.people[0].name))
    if found is None:
        return None
    return roster_details.rename_to(said.people[0], found["new"], context)


def _locked_out(said: _Said, context: Context) -> Reply | None:
    return getting_in.stuck(said.people, said.text, context)


def _moves(said: _Said, context: Context) -> Reply | None:
    """王敏归旅游局了."""
    if len(said.people) != 1 or len(said.units) != 1 or said.asks or said.people[0].unit == said.units[0]:
        return None
    moved = re.search(
        r"(?:归|划到|划归|分到|转到|去了?|到|进)", said.text[said.text.find(said.people[0].name) :]
    )
    over = re.search(r"[了啦]\s*$", said.text)
    return (
        roster_details.move(f"{said.people[0].name}调到{said.units[0]}了", context)
        if moved and over
        else None
    )


def _reviews(said: _Said, context: Context) -> Reply | None:
    """李强不审了 让王敏审: whoever is to review is made a reviewer, after a yes."""
    found = re.search(r"(?:让|由|叫|请|换)(?P<name>[\u4e00-\u9fff]{2,3}?)(?:来)?(?:审|把关)", said.text)
    person = next((row for row in said.people if found is not None and row.name == found["name"]), None)
    if person is None or said.asks or re.search("替|代|明天|今天|下周|这[几两]天", said.text):
        return None
    return roster_changes.change_role(f"把{person.name}设为审核员", context)


def _reroled(said: _Said, context: Context) -> Reply | None:
    """钱伟以后不当审核员了，改联络员: the role that is said last."""
    if len(said.people) != 1 or said.new or said.asks:
        return None
    found = list(_AS_ROLE.finditer(said.text[said.text.find(said.people[0].name) :]))
    if not found:
        return None
    return roster_changes.change_role(f"把{said.people[0].name}设为{found[-1]['role']}", context)


def _of_role(said: _Said, context: Context) -> Reply | None:
    """谁是城建局的分管领导."""
    asks = re.search(
        "(?:谁|哪[位个]).{0,10}(?:分管领导|联络员|联系人|对接人)|(?:分管领导|联络员|联系人).{0,4}(?:是?谁|哪位|叫啥)",
        said.text,
    )
    if asks is None or len(said.units) != 1 or said.people or re.search("没|未|绑|电话|手机|号码", said.text):
        return None
    return Reply(f"{said.units[0]}：{unit_view.people_of(context, said.units[0])}")


def _left(said: _Said, context: Context) -> Reply | None:
    """李刚调县委办了: to where nobody of the campaign is, so that he is off duty here."""
    away = re.search(r"(?:调|借调|提拔|抽调)(?:到|去|往|至)?[\u4e00-\u9fff]{2,10}了?$", said.text.strip())
    if len(said.people) != 1 or said.new or said.asks or away is None:
        return None
    return roster_changes.leave(f"{said.people[0].unit} {said.people[0].name}", context)


def _gone(said: _Said, context: Context) -> Reply | None:
    """删掉赵新: he is taken off duty; the history stays."""
    if (
        len(said.people) != 1
        or said.asks
        or not _GONE.search(said.text)
        or re.search("信息|资料|绑定|分|数|手机|电话|号码|邮箱|职务", said.text)
    ):
        return None
    reply = roster_changes.leave(f"{said.people[0].unit} {said.people[0].name}", context)
    return Reply(
        f"{reply.text}\n（只停用、不删历史；要抹去电话等个人信息，停用后发“把离职的{said.people[0].name}信息删了”。）"
    )


def _who(said: _Said, _context: Context) -> Reply | None:
    """高军是谁, 李刚是分管吧: what the roster says of somebody."""
    if len(said.people) != 1 or not _WHO.search(said.text) or re.search("报|审|几分|得分|催|材料", said.text):
        return None
    row = said.people[0]
    title = f"，{row.title}" if row.title else ""
    bound = "已绑定" if row.account else f"还没有绑定，发码回“绑定码 {row.name}”"
    return Reply(f"{row.name}：{row.unit}{title}，名册里是{ROLE_NAMES[row.role]}，{bound}。")


_WAYS: Final[tuple[Callable[[_Said, Context], Reply | None], ...]] = (
    _hands_over,
    _locked_out,
    _renamed,
    _asks_number,
    _reached,
    _beside,
    _away,
    _replaces,
    _adds,
    _moves,
    _left,
    _reviews,
    _reroled,
    _gone,
    _who,
    _of_role,
)
