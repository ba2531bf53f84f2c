"""粘贴名册: a roster copied from a spreadsheet into the chat is checked as a whole and taken after 是."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from handlers import dialogs
from handlers.access import ROLE_NAMES, Act, may
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.people.fields import fields_in, renamed_to, without_fields
from handlers.people.enrolled import enrolled
from handlers.people.enrolment import enrol
from handlers.people.roster import Entry, RosterError, identity, read_entries
from handlers.reading.tokens.asides import is_question
from handlers.wording import shown

QUESTION = "roster"
LISTED = 15
_YES = re.compile(
    r"(?:(?:对的?|是的?|好的?|嗯+|行|可以|同意|没错|就)[,，\s]*)?(?:确认)?(?:导入|加上|加进去|加吧|加)(?:吧|了|名册)?[。!！]?"
)


def pasted(text: str, context: Context) -> Reply | None:
    """What the table would add and change, or every problem by row; None where the text is no such table."""
    if "\t" not in text or "姓名" not in text or not may(context.speaker.role, Act.ROSTER):
        return None
    return offer([line.split("\t") for line in text.splitlines()], context)


def offer(table: Sequence[Sequence[str]], context: Context) -> Reply:
    """Say the table back, each of a few people whole; nothing is done before 确认导入."""
    try:
        entries = read_entries(table, context.rubric, context.speaker.campaign.subjects)
    except RosterError as error:
        rows = shown(list(error.problems), LISTED, "……另有{}处")
        head = "名册没有导入，请改好整张再发：" if len(table) > _ONE else "没有加进名册："
        return Reply("\n".join([head, *rows]))
    present = {identity(person) for person in enrolled(context)}
    changed = sum(identity(entry) in present for entry in entries)
    new = f"新增{len(entries) - changed}"
    few = f"将{new}人" + (f"、更新{changed}人" if changed else "") if len(entries) <= _FEW else ""
    dialogs.ask(context, QUESTION, {"table": table}, again=few or "名册还没导入，回“确认导入”")
    if few:
        end = "回“确认导入”办理并给出绑定码，回“取消”不办。"
        return Reply("\n".join([f"{few}：", *map(_said, entries), end]))
    lines = [f"读到{len(entries)}人：{new}，更新{changed}，没有错误。"]
    lacking = _without_supervisor([entry.unit for entry in entries if entry.role == "supervisor"], entries)
    if lacking:
        lines.append(f"没有分管领导的单位{len(lacking)}个：{'、'.join(lacking[:6])}。")
    return Reply("\n".join([*lines, "回“确认导入”，回“取消”不导入。"]))


def _said(entry: Entry) -> str:
    known = [one for one in (entry.gender, entry.title, entry.mobile, entry.telephone, entry.email) if one]
    reach = entry.mobile or entry.telephone
    told = [*known, *([] if reach else ["手机没有给，直接发号码就补上，不补也能办"])]
    return f"{entry.unit} {entry.name}（{ROLE_NAMES[entry.role]}）{'，'.join(told)}"


def _amended(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """方敏手机…, 不是方敏是方明, 是审核员: the one person of the draft otherwise; None for other words."""
    head, *rows = state["table"]
    if len(rows) != 1 or is_question(text):
        return None
    cells = dict(zip(head, rows[0], strict=True))
    others = [row.name for row in enrolled(context) if row.name in text and row.name != cells["姓名"]]
    said = text.strip().rstrip("。.!！")
    renamed, own = renamed_to(said), fields_in(said.replace(cells["单位"], " "))
    role = _AS_ROLE.fullmatch(said)
    new = ({"姓名": renamed} if renamed and not own else own) | ({"角色": role["role"]} if role else {})
    left = _AROUND.sub("", without_fields(said).replace(cells["姓名"], ""))
    if others or not new or (own and left and not renamed):
        return None
    cells |= new
    return offer([[*cells], [*cells.values()]], context)


_ONE = 2
_FEW = 3
_AS_ROLE = re.compile(
    rf"(?:不对|应该|角色|[他她]|是|[\s,，])*(?P<role>{'|'.join(ROLE_NAMES.values())})(?:吧|的)?"
)
_AROUND = re.compile(
    r"号码?|手机号?码?|(?:办公)?电话|座机|邮箱|职务|性别|不对|错了|写错|应该|现在|补[上充]?|一?下|还有|登记|加[上进]|[他她它]|刚才|那个|[的是为改成叫了吧也再把给就\s,，。:：]"
)


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Take the table in after 确认导入."""
    said = dialogs.yes_or_no(text)
    if said is None and _YES.fullmatch(text.strip()) is None:
        return _amended(state, text, context)
    dialogs.close(context)
    if said is False or not may(context.speaker.role, Act.ROSTER):
        return Reply("好的，没有导入。")
    try:
        entries = read_entries(state["table"], context.rubric, context.speaker.campaign.subjects)
        enrolled = enrol(context.uow, context.speaker.campaign, entries, context.now, actor=context.actor)
    except RosterError as error:
        return Reply(f"没有导入：{error}")
    codes = [
        f"{one.entry.unit} {one.entry.name} 绑定码{one.code}" for one in enrolled if one.outcome == "code"
    ]
    lines = [f"已导入{len(enrolled)}人。绑定码10分钟内有效，过期回“绑定码 姓名”重发："]
    return Reply(
        "\n".join(
            [*lines, *shown(codes, 30, "……另有{}个")] if codes else [f"已导入{len(enrolled)}人，都已绑定。"]
        )
    )


def _without_supervisor(headed: Sequence[str], entries: Sequence[Any]) -> list[str]:
    units = dict.fromkeys(entry.unit for entry in entries if entry.role == "contact")
    return [unit for unit in units if unit not in headed]


ANSWERS = {QUESTION: answer}
