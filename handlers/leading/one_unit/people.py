"""联系人: units and names; telephones are personal and only told to the office, which keeps the roster."""

import re

from handlers.access import ROLE_NAMES, Act, may
from handlers.campaign.standing import standing_now
from handlers.campaign.units import mentions
from handlers.command import command, shy
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.enrolled import enrolled, is_of, unit_of
from handlers.reminding.owing import units_of_nobody
from handlers.wording import listed, shown
from store.records import Contact

LISTED = 20
NO_TELEPHONES = "电话、手机、邮箱属个人信息，聊天里不发；确有需要由质强办授权后从名册导出。"
_OFFICE = re.compile("质强办|领导小组办公室")
_TELEPHONE = re.compile("电话|手机|号码|联系方式|微信(?!群)|邮箱|通讯录|(?:咋|怎么|如何)(?:才能)?联系")
_PEOPLE = re.compile(
    "电话|手机|号码|联系方式|(?:联络员|联系人|负责人)(?!名单|表|信息).{0,4}(?:谁|哪|叫)|人名(?!单|册)|姓名|名字"
)
_OWING = re.compile(
    "(?:谁|哪[些几]?[个家]?(?:单位)?).{0,4}(?:没有?|未)(?:报|交|填)|(?:没有?|未|欠)(?:报|交|填)(?:齐|完|全)?的|欠报"
)


def people(text: str, context: Context) -> Reply:
    """Who is on the roster for each unit, or for those that the words name."""
    if (of_owing := people_of_owing(text, context)) is not None:
        return of_owing
    found = _asked_for(text, context)
    telephones = _TELEPHONE.search(text) is not None
    told = telephones and may(context.speaker.role, Act.ROSTER)
    refusal = NO_TELEPHONES if telephones and not told else ""
    if not found:
        return Reply(f"名册里没有这些单位的联系人。{refusal}")
    rows = [
        f"{row.unit} {row.name}（{ROLE_NAMES[row.role]}）{_numbers(row) if told else ''}" for row in found
    ]
    lines = [refusal] if refusal else []
    lines += [f"名册上的联系人{len(rows)}位：", *shown(rows, LISTED, "……另有{}位")]
    lacking = [row for row in found if told and not (row.mobile or row.telephone)]
    lines += [f"没登记的补一个：发“{lacking[0].name}手机 号码”。"] if lacking else []
    return Reply.of(*lines)


def people_of_owing(text: str, context: Context) -> Reply | None:
    """谁还没报，给我单位加人名加电话: who owes how much, and who is to be called; None for anything else."""
    if not (_OWING.search(text) and _PEOPLE.search(text)) or mentions(text, context).units:
        return None
    telephones = _TELEPHONE.search(text) is not None
    told = telephones and may(context.speaker.role, Act.ROSTER)
    standing = standing_now(context)
    people = enrolled(context, "contact")
    rows = []
    for unit in standing.owing:
        own = [
            f"{row.name}{f' {_numbers(row)}' if told else ''}"
            for row in people
            if is_of(unit.unit, row, context)
        ]
        rows.append(f"{unit.unit} 差{len(unit.missing)}项：{'、'.join(own) or '名册里没有联络员'}")
    lines = [NO_TELEPHONES] if telephones and not told else []
    owing = len(standing.owing)
    lines.append(f"没报齐的{owing}家，共差{standing.missing}项：" if owing else "各单位都报齐了。")
    return Reply.of(*lines, *shown(rows, LISTED, "……另有{}家"))


def _asked_for(text: str, context: Context) -> list[Contact]:
    """Who is named, else the contacts of the units that are, else all of them."""
    people = enrolled(context)
    called = [row for row in people if row.name in text]
    if called:
        return called
    units = mentions(text, context).units
    if _OFFICE.search(text) and len(units) <= 1:
        return [row for row in people if row.role == "office"]
    return [
        row
        for row in people
        if row.role in ("contact", "supervisor")
        and (not units or any(is_of(unit, row, context) for unit in units))
    ]


def lacking(context: Context) -> Reply:
    """哪几家没联络员: the units that nobody on the roster reports for, and who is not bound yet."""
    nobody = units_of_nobody(context)
    standing = standing_now(context)
    rows = enrolled(context, "contact")
    alone = [f"{row.unit} {row.name}" for row in rows if row.account is None]
    without = (
        f"名册里没有联络员的{len(nobody)}家：{listed(nobody, LISTED, '家')}。"
        if nobody
        else "欠报的单位都有联络员。"
    )
    unbound = (
        f"还没绑定、收不到的{len(alone)}人：{listed(alone, LISTED, '人')}。" if alone else "联络员都绑定了。"
    )
    reached = dict.fromkeys(unit_of(row, context) for row in rows if row.account is not None)
    can = f"能收到消息的{len(reached)}家：{listed([*reached], LISTED, '家')}"
    head = f"填报单位{len(standing.units)}家，名册里联络员{len(rows)}人；{can}。"
    return Reply(f"{head}\n{without}\n{unbound}\n补人、发绑定码由质强办办。")


def _numbers(row: Contact) -> str:
    """Only for who keeps the roster."""
    known = [told for told in (row.mobile, row.telephone, row.email) if told]
    return "、".join(known) if known else "没登记号码"


def in_charge(_text: str, context: Context) -> Reply:
    """这事谁牵头: the office that runs the campaign."""
    rows = enrolled(context, "office")
    names = "、".join(f"{row.unit} {row.name}" for row in rows[:4]) or "名册里没有质强办的人"
    return Reply(f"考核由质强办牵头：{names}。哪一项谁负责，请发指标名；哪一家谁管，请发单位名。")


LISTS = (
    command(
        Act.PEOPLE,
        "联系人表",
        "联系人表 联络员表 通讯录 联系人清单 联络员清单",
        people,
        r"(?:把|要|给我|出)?(?P<rest>.{0,10}?(?:联系人|联络员|通讯录|名册|花名册|联系方式|电话|手机号?))(?:的)?(?:表|名单|清单)?(?:导出来?|打印|列出来|列一下|拉出来|发我|给我|要一份).{0,8}"
        r"|(?:导出|打印|列|拉|要|出)(?:一下|一份|个|张)?(?:各|全部|所有)?(?:个?单位|个?局|部门|镇|区|县)?(?:的)?(?:联系人|联络员|通讯录|名册|花名册|联系方式|电话|手机号?)(?:表|名单|清单)?",
        shy=True,
    ),
)
"""Asked for as a table or on paper; they stand before what is exported."""
COMMANDS = (
    shy(
        Act.PEOPLE,
        "这事谁牵头",
        in_charge,
        r"(?:这事儿?|这件事|这个(?:工作|考核)|考核(?:工作)?|整个(?:考核|工作)?|这项工作)(?:是)?(?:谁|哪个?(?:单位|部门|局))(?:在)?(?:牵头|负责|总负责|主管|抓|管)的?.{0,2}",
    ),
    command(
        Act.PEOPLE,
        "各局联络员",
        "联络员名单 联系人名单 联系人 名册 花名册",
        people,
        r"(?!.*(?:[回打]个?(?:电话|话)|给我回|电话(?:通知|催|里|上)|热线|(?:投诉|举报)电话))(?P<rest>.{0,14}(?:联络员|联系人|分管领导|负责人)?.{0,4}(?:电话|手机号?|联系方式|微信号|号码).{0,8}"
        r"|.{0,8}(?:联络员|联系人|分管领导)是谁.{0,2})",
        shy=True,
    ),
)
