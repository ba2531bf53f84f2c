"""角色和权限: who is given another role or loses his rights, which units lack a role, how a binding code works."""

import re
from collections.abc import Callable
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.campaign.standing import standing_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.errands.staff.coming_and_going import GOES
from handlers.office.errands.staff.newcomers import newcomer
from handlers.office.errands.staff.taking_on import unit_on_roster
from handlers.office.people import roles, roster_changes
from handlers.people.enrolled import enrolled
from handlers.people.speaker import Seat
from handlers.people.whom import Heard
from handlers.suggesting import offering
from handlers.wording import listed
from store.records import Contact

_CUE: Final = re.compile(
    "撤|拿|免|卸|改|设|转|当|停|取消|收回|暂停|登记|配|定|绑定码|验证码|码|小|老|加|新来|没|缺|谁|哪|几"
)
_ROLE: Final = "分管领导|审核员|联络员|领导"
_OTHER_ROLE: Final = re.compile(
    rf"(?:改(?:成|为|当|做)?|设成|设为|转成|转为|换成|调成|调为|去当|来当|让[他她]当|就当|当)(?>一个|一般的?|普通的?|个|的)*(?P<role>{_ROLE})"
)
_RIGHTS: Final = re.compile(
    r"(?:停|取消|收回|暂停|冻结|关)(?:用|掉|了|一?下|住)*(?:[他她]|[\u4e00-\u9fff]{2,3})?(?:的)?(?:所有|全部)?(?:权限|账号|帐号|资格|权利)|(?:权限|账号|帐号|资格)(?:先|都|就|给)*(?:停|取消|收回|关|暂停)(?:用|掉|了)*"
)
_TAKEN: Final = re.compile(
    rf"(?P<role>{_ROLE})(?:的?(?:身份|资格|位子|角色|权限))?(?:给|先|就)?(?:撤|拿|免|去|卸|下)(?:了|掉|下来?|走|给)*(?:[,，\s]*(?P<mine>.{{0,3}}(?:我(?:来|自己|当)|给我|归我|换我|我$)))?"
)
_ASKED: Final = re.compile(r"[?？吗么]\s*$|怎么|能不能|谁(?!.{0,8}(?:没定|没有定|未定|再说))|什么|为什么")
_WISHED: Final = re.compile(r"[,，\s]*(?:行不行?|行吗|可以吗|可不可以|好吗|好不好|成吗)[?？]?\s*$")
_WHO: Final = re.compile(
    rf"(?P<role>{_ROLE})(?:都|一共|现在)*(?:有|是)?(?:谁|哪[几些]?[个位]?|哪些人|几[个位])(?:人)?[啊呀呢]?[?？]?$"
)
_LACKING: Final = re.compile(
    rf"(?P<role>{_ROLE}|联系人)(?:都|全|是不是|是否)*(?:已经)?(?:登记|录入?|配|定|报上来|有|齐|填)(?:好|了|齐|全|上)*(?:了|过)?(?:吗|么|没有?|不)[?？]?$"
    rf"|(?:哪[些几]?[个家]?(?:单位)?|谁).{{0,6}}(?:没有?|缺|少|未定|没定|没配)(?:登记|配|定|录)?(?:有)?(?P<lacks>{_ROLE}|联系人)"
)
_CODE: Final = re.compile(
    r"(?:绑定码|验证码|那个码|的码|码).{0,8}(?:几位|多久|多长时间|有效|过期|失效|怎么用|怎么绑|能用几次|几分钟)|怎么(?:绑定?|用码)(?:[的呢啊]|$)"
)
_NICKNAME: Final = re.compile(
    r"(?:交给|移交给?|转给|由|让|归|给)(?P<name>[小老][\u4e00-\u9fff]|[\u4e00-\u9fff][主科局处]任?长?)(?=[了吧,，。\s]|$)"
)
_NEW: Final = re.compile(
    r"(?:新来的?|来了个|来了一?位|加个?|加上|换成?)(?P<name>[小老](?!伙|姑)[\u4e00-\u9fff])(?![\u4e00-\u9fff]{0,1}(?:组|区|学|城|项))"
)
_OWN_WORK: Final = re.compile("我.{0,10}(?:退休|调|走|休|不干|交|离)|质[强兴]办")
_JOINS: Final = re.compile("加(?:一?下|上|进|入)|联络员|新来|新增|补(?:上|进)")
_LIKE_A_UNIT: Final = re.compile(r"[\u4e00-\u9fff]{2,8}(?:局|委|办|院|中心|公司|街道|镇|乡)(?!长|员)")


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """李强不当审核员了，改成一般联络员; None where nobody's role is spoken of."""
    if not _CUE.search(text):
        return None
    people = enrolled(context)
    named = [row for row in people if row.name in text and row.id != context.speaker.contact.id]
    return next((reply for way in _WAYS if (reply := way(heard, text, named, context)) is not None), None)


def _other_role(_heard: Heard, text: str, named: list[Contact], context: Context) -> Reply | None:
    said = _WISHED.sub("", text)
    if len(named) != 1 or _ASKED.search(said) or re.search("休|出差|请假|这几天|代|别|不要", said):
        return None
    if GOES.search(said) and newcomer(said, frozenset({named[0].name})):
        return None
    told = list(_OTHER_ROLE.finditer(said))
    wanted = [found["role"] for found in told if not said[: found.start()].endswith(("不", "不再", "不用"))]
    if wanted:
        return roles.change_role(f"把{named[0].name}设为{wanted[-1]}", context)
    if not told:
        return None
    name, other = named[0].name, "联络员" if told[0]["role"] != "联络员" else "审核员"
    choices = [(words, words) for words in (f"把{name}设为{other}", f"停用 {name}")]
    return offering.choose(f"{name}不当{told[0]['role']}以后呢？还没有改动。", choices, context)


def _given_up(_heard: Heard, text: str, named: list[Contact], context: Context) -> Reply | None:
    """把李强的审核员撤了给我: nobody takes a role for himself; what becomes of him who has it is asked."""
    found = _TAKEN.search(text)
    if found is None or len(named) != 1 or _ASKED.search(text) or re.search("[了过]没有?$", text):
        return None
    name, other = named[0].name, "联络员" if found["role"] != "联络员" else "审核员"
    own = roles.change_role(f"把我设为{found['role']}", context).text if found["mine"] else "还没有改动。"
    choices = [(words, words) for words in (f"把{name}设为{other}", f"停用 {name}")]
    return offering.choose(f"{own}\n{name}不当{found['role']}以后呢？", choices, context)


def _rights(_heard: Heard, text: str, named: list[Contact], context: Context) -> Reply | None:
    if not _RIGHTS.search(text) or len(named) != 1 or _ASKED.search(text):
        return None
    return roster_changes.leave(f"{named[0].unit} {named[0].name}", context)


def _lacking(_heard: Heard, text: str, named: list[Contact], context: Context) -> Reply | None:
    """各县的分管领导都登记了吗: the reporting units without anybody of that role."""
    found = _LACKING.search(text)
    if found is None or named:
        return None
    called = (found["role"] or found["lacks"]).replace("联系人", "联络员")
    role = next(role for role, name in ROLE_NAMES.items() if name == called)
    campaign = context.speaker.campaign
    rows = [row for row in enrolled(context) if row.role == role]
    if role in ("reviewer", "leader"):
        names = listed([f"{row.unit}{row.name}" for row in rows], 8, "人")
        return Reply(f"名册里的{called}{len(rows)}位：{names or '没有'}。")
    seats = [Seat.of(row, campaign, context.rubric) for row in rows]
    here = {name for seat in seats for name in (seat.unit, seat.subject)}
    units = [row.unit for row in standing_of(context.uow, campaign, context.library, context.now).units]
    units += [subject for subject in campaign.subjects if subject not in units and len(campaign.subjects) > 1]
    lacking = [unit for unit in units if unit not in here]
    if not lacking:
        return Reply(f"都登记了：{len(units)}家都有{called}。")
    return Reply(
        f"没有登记{called}的{len(lacking)}家：{'、'.join(lacking)}。\n"
        f"有的{len(units) - len(lacking)}家。补一位发“新增{called} {lacking[0]} 姓名 手机”。"
    )


def _who(heard: Heard, text: str, named: list[Contact], context: Context) -> Reply | None:
    """审核员都有谁."""
    found = _WHO.search(text.strip())
    if found is None or named or any(whom.units or whom.owing for whom in heard.whom):
        return None
    rows = enrolled(context)
    people = [row for row in rows if ROLE_NAMES[row.role] == found["role"]]
    names = listed(
        [f"{row.unit} {row.name}{'' if row.account else '（未绑定）'}" for row in people], 20, "人"
    )
    return Reply(f"{found['role']}{len(people)}位：{names or '名册里没有'}。")


def _code(_heard: Heard, text: str, named: list[Contact], _context: Context) -> Reply | None:
    if not _CODE.search(text) or named:
        return None
    return Reply(
        "绑定码6位数字，10分钟内有效，只能用一次；本人给机器人发“绑定 六位数字”就绑上。连续输错5次锁30分钟。"
        "过期了再发一个：回“绑定码 姓名”。谁还没绑回“绑定情况”。"
    )


def _nickname(heard: Heard, text: str, named: list[Contact], _context: Context) -> Reply | None:
    """质强办交给小周了: somebody is meant whom the roster does not know by that name."""
    found = _NEW.search(text)
    unit = next((unit for whom in heard.whom for unit in whom.units), "单位")
    if found is not None and not _ASKED.search(text):
        return Reply(
            f"可以，一家能有几位联络员。“{found['name']}”的全名、手机？发“新增联络员 {unit} 全名 手机号”，"
            "先给您看再确认。没有改动。"
        )
    found = _NICKNAME.search(text)
    if found is None or named or not _OWN_WORK.search(text) or _ASKED.search(text):
        return None
    return Reply(
        f"“{found['name']}”是谁？请写全名再说一次，如“质强办交给周敏 手机号”：先给您看移交的内容，再确认。没有改动。"
    )


def _no_such_unit(heard: Heard, text: str, named: list[Contact], context: Context) -> Reply | None:
    """县教育局新来的联络员叫陆萍，加一下: of a unit that has no part in the campaign."""
    if any(whom.units for whom in heard.whom) or named or _ASKED.search(text) or not _JOINS.search(text):
        return None
    known = frozenset(row.name for row in context.uow.roster.list(context.speaker.campaign.id))
    name, unit = newcomer(text, known), _LIKE_A_UNIT.search(text)
    if name is None or unit is None or unit_on_roster(text.replace(name, " "), context) is not None:
        return None
    here = standing_of(context.uow, context.speaker.campaign, context.library, context.now).units
    return Reply(
        f"“{unit[0]}”不在本次考核的单位里，没有加{name}。要加到哪一家？发“新增联络员 单位 {name} 手机”；"
        f"报数的单位有：{listed([row.unit for row in here], 12, '家')}。"
    )


_WAYS: Final[tuple[Callable[[Heard, str, list[Contact], Context], Reply | None], ...]] = (
    _code,
    _given_up,
    _rights,
    _other_role,
    _lacking,
    _who,
    _nickname,
    _no_such_unit,
)
