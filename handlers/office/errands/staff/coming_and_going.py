"""Who goes, who comes in his place, and who comes beside somebody who stays."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.errands.staff.newcomers import SURNAMES, Said
from handlers.office.errands.staff.taking_on import draft, role_in, unit_on_roster
from handlers.office.people import erasing, handing_over, roster_changes
from handlers.people.enrolled import enrolled, is_of
from handlers.suggesting import offering
from store.records import Contact

GOES: Final = re.compile(
    r"岗位(?:变动|调整)|去了?(?:别的|其[他它]|外|另外|新的?|[\u4e00-\u9fff]{0,4}).{0,3}(?:单位|部门|地方|局|科室?|股室?|岗位?|处室?)(?=[里上]?[了啦,，\s]|$)|不在[^,，。]{0,8}[了啦]|提拔|高升|另有任用|不归[他她它]|(?:调|去|到)了?[\u4e00-\u9fff]{1,8}(?:局|委|办|厅|院|政府|部|镇|街道|县|市|省里|中心)(?:里|上)?(?:工作|上班|任职)?[了啦]|→|->|替换|变更|更换|移交|不做了|退居二线|轮岗|工作变动|工作调整|变动|接任|接[他她](?:班|任|手)?的|调走|调离|退休|离职|辞职|不干|退二线|借调|抽调|走了|换岗|调岗|离开|休产假|生孩子|病假|住院|驻村|挂职|不(?:再)?(?:分管|负责|当联络员)|改由|不管了|不(?:再)?是[\u4e00-\u9fff]{2,4}了|换人|换成|改成|换了|接替|接手|顶替|(?<![一几半])顶(?![多格住不一几个上岗端点层楼在])|接班|代替|换上"
)
_ABSENT: Final = re.compile(r"休产?假|生孩子|病假|住院|请假|出差|学习|培训|顶一下|顶几天|顶一阵")
_COMES: Final = re.compile(r"联络员|联系人|新来|派|报来|负责|对接|经办|接")
_JOINS: Final = re.compile("也(?:拉|加|进|放)|拉进来|加进来|再加|一起|加上")
_COLLEAGUE: Final = re.compile(
    r"(?:副手|同事|股长|科长|主任|局长|所长|科员|小组长|副职|徒弟|内勤|联络员|找|联系)(?P<name>(?!他|她|们)[\u4e00-\u9fff]{2,3}?)(?:也|一起|来|吧|[\s,，:：])*(?:拉进来|加进来|手机|电话)?[\s,，:：]*(?=1\d{10})"
)
_ADDED: Final = re.compile(
    r"(?:新增|增加|添加?|补|加)(?:进|上|入|一个|个|一位|位|一下)?[^,，。]{0,8}?(?:人员|人|联络员|审核员|分管领导|领导|\s*[\u4e00-\u9fff]{2,3}(?:[\s,，。\d]|$))|名册|加(?:上|进来?|进去)[吧了]*$"
)
_WHO_INSTEAD: Final = re.compile(r"(?:找|让|由|换)?谁(?:来)?(?:顶|接|替|报|管|负责)|谁顶|怎么办|咋办")
_MORE_TIME: Final = re.compile(r"延|宽限|缓|推迟|晚几天|晚[一两二三四五\d]天")
GONE: Final = re.compile(r"删掉|删了|删除|去掉|移除|移出|踢(?:了|出)|拿掉|除名")
_MINE: Final = re.compile(
    r"我[^,，。;；]{0,12}(?:休|走|调|退(?!回|给|了他|掉)|出差|请假|学习|不在|不干|不管)|我(?:的|这)一?(?:摊子?|块|活)|质[强兴]办的?(?:活|事|工作|摊子)"
    r"|兼.{0,2}质[强兴]办"
)
_GIVEN_OVER: Final = re.compile(r"交给|由|让|归|给|兼|接|移交|转给|找|联系|[替代帮]我(?=管|盯|负责|办|顶|看)")


def hands_over(said: Said, context: Context) -> Reply | None:
    """我下个月休产假 这摊子交给钱伟: the office itself."""
    if (
        said.asks
        or said.units
        or "审" in said.text
        or not (_MINE.search(said.text) and _GIVEN_OVER.search(said.text))
    ):
        return None
    if len(said.people) == 1:
        return handing_over.to(said.people[0], context)
    return handing_over.to_newcomer(said.new, said.mobile, context) if said.new and not said.people else None


_NOT_NOW: Final = re.compile(
    "(?:别|不用|不要|不必|甭|先不|暂不|暂时不|不急着?)(?:再|先|急着)*(?:换|调|停用?|动|替)"
)


def stays(said: Said, context: Context) -> Reply | None:
    """蔡明先别换: nothing is done."""
    if not said.people or said.asks or _NOT_NOW.search(said.text) is None:
        return None
    del context
    names = "、".join(f"{row.unit}{row.name}" for row in said.people)
    return Reply(f"好的，{names}不动，没有改动。要换时说“{said.people[0].name}换成某某”。")


def replaces(said: Said, context: Context) -> Reply | None:
    """Somebody goes and another one comes, in whatever order both are said."""
    if said.asks or GOES.search(said.text) is None or _LEFT_ALONE.search(said.text):
        return None
    if len(said.people) == 1 and said.new:
        return roster_changes.replace_by(said.people[0], said.new, said.mobile, context)
    if len(said.people) == 2:  # noqa: PLR2004 -- one goes, one comes
        return _among_two(said, context)
    if not said.people and said.new and len(said.units) == 1:
        return _of_unit(said, context)
    if len(said.people) == 1 and _ABSENT.search(said.text) and not _MORE_TIME.search(said.text):
        return _nobody_yet(said.people[0], context)
    return None


def _joined(said: Said) -> bool:
    """陈静和李四: both are named together."""
    first, second = (re.escape(row.name) for row in said.people)
    joint = "[和跟与、]"
    return re.search(f"{first}{joint}{second}|{second}{joint}{first}", said.text) is not None


_REPLACED: Final = re.compile(
    "换(?:一?个|一?位)?(?:人|联络员)(?:了|吧|报)*[,，。\\s]*$|把[^,，]{2,10}换(?:了|掉|下来)[吧。]?$|换掉[吧。]?$"
    "|(?:联[系络][人员]|对接人|经办人)(?:员|表|名单|信息)?(?:有|要|已经?|都|又|也|的)*(?:变[了化动更]?|换(?:了|人)|变更|调整|更换|更新)(?:了|啦|一?下|[,，。\\s]|录|改|登记?|更新|弄|报|帮我|给|先)*$"
)


def to_be_named(said: Said, context: Context) -> Reply | None:
    """陈静要换人: who comes is asked for; where the unit has several contacts, first who goes."""
    if said.new or len(said.people) > 1 or _REPLACED.search(said.text) is None:
        return None
    here = said.people or (_contacts_of(said.units[0], context) if len(said.units) == 1 else ())
    orders = [f"{row.unit}{row.name}换成{{new}}[ {{mobile}}]" for row in here]
    if len(here) == 1:
        return offering.ask_slot(orders[0], context)
    choices = [(order, f"换{row.name}") for order, row in zip(orders, here, strict=True)]
    if choices:
        return offering.choose("换哪一位？没有改动。", choices, context)
    if said.units or said.asks:
        return None
    return Reply(
        "哪一家、谁换成谁？没有改动。请发“某局联络员换成张三 手机……”这样一句，或“某某调走了，换成某某”；"
        "好几家一起换的，把新名单（Excel）发来或粘贴进来，先念给您看再改。现在有谁回“联系人”。"
    )


def _contacts_of(unit: str, context: Context) -> Sequence[Contact]:
    rows = enrolled(context, "contact")
    return [row for row in rows if is_of(unit, row, context)]


def away(said: Said, context: Context) -> Reply | None:
    """罗莹休产假了，找谁顶白蒲."""
    asked = _ABSENT.search(said.text) is not None and _WHO_INSTEAD.search(said.text) is not None
    return _nobody_yet(said.people[0], context) if asked and len(said.people) == 1 else None


def _nobody_yet(away: Contact, context: Context) -> Reply:
    """What may be done while nobody is named who comes."""
    head = f"没有改动。谁来顶由{away.unit}定；也可以由您代填：发“{away.unit} 指标 数值”。"
    choices = (
        (f"{away.name}换成{{new}}[ {{mobile}}]", f"{away.name}换成别人（接着问姓名和手机，回来再换回去）"),
    )
    return offering.choose(head, choices, context)


_TAKEN_OVER: Final = re.compile("移交|交接?给|转给?|接[手替管]?|换成|交由|改由|归|负责")


def _among_two(said: Said, context: Context) -> Reply | None:
    """Both are on the roster: who stands first goes; who is of another unit is put into that one too."""
    if said.new and _joined(said):
        orders = [f"{row.name}换成{said.new} {said.mobile}".strip() for row in said.people]
        head = f"一次换一位，先换哪一位？换完{said.new}在名册里，再换另一位。没有改动。"
        return offering.choose(head, list(zip(orders, orders, strict=True)), context)
    old, new = sorted(said.people, key=lambda row: said.text.find(row.name))
    if re.search(f"{old.name}(?:来|去)?(?:接|替|顶|代替)[替手任班]?(?:换)?{new.name}", said.text):
        old, new = new, old
    if old.unit == new.unit or f"{old.unit}{old.name}换成{new.name}" in said.text:
        return roster_changes.replace_by(old, new.name, said.mobile or new.mobile, context)
    if "contact" not in (old.role, new.role) or not _TAKEN_OVER.search(said.text):
        return None
    head = f"{old.name}是{old.unit}的，{new.name}是{new.unit}的；任务归单位，不随人走。没有改动，是要："
    choices = (
        (
            f"{old.unit}{old.name}换成{new.name}",
            f"停用{old.name}，{old.unit}的项改由{new.name}报（{new.unit}的照旧），先给您看再确认",
        ),
        (f"新增联络员 {old.unit} {new.name}", f"{old.name}留着，{new.name}也加为{old.unit}联络员"),
    )
    return offering.choose(head, choices, context)


def _of_unit(said: Said, context: Context) -> Reply | None:
    """乐至县联络员换成何苗: the unit's one contact is replaced; where it has none, the newcomer is added."""
    unit = said.units[0]
    here = _contacts_of(unit, context)
    unknown = _GONE_NAME.search(said.text)
    if here and unknown is not None and not unknown["name"].endswith(("长", "任")):
        return _gone_unknown(unknown["name"], said, here, context)
    if len(here) == 1:
        return roster_changes.replace_by(here[0], said.new or "", said.mobile, context)
    if here:
        orders = [f"{row.name}换成{said.new} {said.mobile}".strip() for row in here]
        head = f"{unit}有{len(here)}位联络员，换哪一位？没有改动。"
        return offering.choose(head, list(zip(orders, orders, strict=True)), context)
    return draft(said.new or "", unit, said.text, said.mobile, context)


_GONE_NAME: Final = re.compile(
    rf"(?P<name>[老小][{SURNAMES}]|(?<![老小])[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?:同志)?(?:已经?)?(?=借?调走|调离|离职|退休|辞职|不干|走了|换岗)"
)


def _gone_unknown(gone: str, said: Said, here: Sequence[Contact], context: Context) -> Reply:
    """旅游局李四调走了，由王五接, where the roster has no 李四: nobody else is taken off duty for him."""
    unit, new = said.units[0], f"{said.new} {said.mobile}".strip()
    head = f"名册里没有{gone}，没有改动；{unit}在岗的是{'、'.join(row.name for row in here)}。{said.new}："
    choices = [(f"新增联络员 {unit} {new}", f"加为{unit}联络员，在岗的都留着")]
    choices += [(f"{row.name}换成{new}", f"接{row.name}，停用{row.name}") for row in here]
    return offering.choose(head, choices, context)


def beside(said: Said, context: Context) -> Reply | None:
    """刘洋的副手王磊也拉进来 135…: one more of the unit of somebody who stays; whom to ask while he is away."""
    if len(said.people) != 1 or said.asks or not said.mobile or GOES.search(said.text):
        return None
    there = said.people[0]
    new = said.new or _colleague(said.text, there.name)
    if new is None:
        return None
    if _JOINS.search(said.text):
        return draft(new, there.unit, said.text, said.mobile, context)
    choices = (
        (f"{there.name}换成{new} {said.mobile}", f"{there.name}不管了，换成{new}（{said.mobile}）"),
        (
            f"新增联络员 {there.unit} {new} {said.mobile}",
            f"{there.name}留着，{there.unit}再加一位联络员{new}（{said.mobile}）",
        ),
    )
    return offering.choose(f"没有改动。{new}还不在名册里，是要：", choices, context)


def _colleague(text: str, known: str) -> str | None:
    """马骏 of 材料找他们股长马骏138…."""
    found = _COLLEAGUE.search(text)
    return found["name"] if found is not None and found["name"] != known else None


def adds(said: Said, context: Context) -> Reply | None:
    """商业局派了个人 叫赵倩 139… 当联络员; 加个审核员 孙悦 市质强办."""
    if said.asks or said.people or not said.new or len(said.units) > 1:
        return None
    if not (said.mobile or _COMES.search(said.text) or _ADDED.search(said.text)):
        return None
    known = unit_on_roster(said.text.replace(said.new, " "), context)
    reports = role_in(said.text) in (ROLE_NAMES["contact"], ROLE_NAMES["supervisor"])
    unit = said.units[0] if said.units and (reports or known is None) else known
    return draft(said.new, unit, said.text, said.mobile, context) if unit is not None else None


_LEFT_ALONE: Final = re.compile(
    "(?:别|不要|不用|先不)(?:再|给)?(?:催|发|提醒|打扰|烦)|(?:通知|告诉|转告|群发)[^,，。:：]{0,12}[:：]"
)
"""Nobody is replaced: somebody is left in peace, or the words are a notice."""


def left(said: Said, context: Context) -> Reply | None:
    """李刚调县委办了: to where nobody of the campaign is, so that he is off duty here."""
    away = re.search(
        r"(?:调(?!整|换|动|成|为|高|低)|借调|提拔|抽调)(?:到|去|往|至)?[\u4e00-\u9fff]{2,10}了?$",
        said.text.strip(),
    )
    if len(said.people) != 1 or said.new or said.asks or away is None:
        return None
    return roster_changes.leave(f"{said.people[0].unit} {said.people[0].name}", context)


_ERASED: Final = re.compile(
    r"(?:信息|资料|手机号?|电话|号码)(?:什么的|这些|之类的)?(?:也|都|全|给|一并)*(?:(?:删|清|抹|去)(?:掉|了|除|理|干净)|[删清抹]一?下)"
)
_WOULD: Final = re.compile("[?？吗]\\s*$|怎么|能不能|别|不要")
_AWAY: Final = re.compile("离职|调走|退休|走了|不干|离开|调离|个人信息|资料")


def erased(said: Said, context: Context) -> Reply | None:
    """何平已经离职，个人信息清掉: drafted; of somebody who stays no telephone alone."""
    wanted = (
        len(said.people) == 1
        and not _WOULD.search(said.text)
        and _ERASED.search(said.text)
        and _AWAY.search(said.text)
    )
    return erasing.erase(said.people[0].name, context) if wanted else None


def gone(said: Said, context: Context) -> Reply | None:
    """删掉赵新: he is taken off duty; the history stays."""
    if (
        len(said.people) != 1
        or said.asks
        or not GONE.search(said.text)
        or re.search("信息|资料|绑定|分|数|手机|电话|号码|邮箱|职务", said.text)
    ):
        return None
    reply = roster_changes.leave(f"{said.people[0].unit} {said.people[0].name}", context)
    return Reply(
        f"{reply.text}\n（只停用、不删历史；要抹去电话等个人信息，停用后发“把离职的{said.people[0].name}信息删了”。）"
    )
