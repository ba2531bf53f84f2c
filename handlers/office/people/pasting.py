"""粘贴名册: a roster copied from a spreadsheet into the chat is checked as a whole and taken after 是."""

from collections.abc import Mapping, Sequence
from typing import Any

from handlers import dialogs
from handlers.access import Act, may
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.people.enrolment import enrol
from handlers.people.roster import RosterError, identity, read_entries
from handlers.wording import shown

QUESTION = "roster"
LISTED = 15
_YES = frozenset({"确认导入", "导入"})


def pasted(text: str, context: Context) -> Reply | None:
    """What the table would add and change, or every problem by row; None where the text is no such table."""
    if "\t" not in text or "姓名" not in text or not may(context.speaker.role, Act.ROSTER):
        return None
    table = [line.split("\t") for line in text.splitlines()]
    try:
        entries = read_entries(table, context.rubric, context.speaker.campaign.subjects)
    except RosterError as error:
        rows = shown(list(error.problems), LISTED, "……另有{}处")
        return Reply("\n".join(["名册没有导入，请改好整张再发：", *rows]))
    present = {identity(person) for person in enrolled(context)}
    changed = sum(identity(entry) in present for entry in entries)
    lacking = _without_supervisor([entry.unit for entry in entries if entry.role == "supervisor"], entries)
    dialogs.ask(context, QUESTION, {"table": table}, again="名册还没导入，回“确认导入”")
    lines = [f"读到{len(entries)}人：新增{len(entries) - changed}，更新{changed}，没有错误。"]
    if lacking:
        lines.append(f"没有分管领导的单位{len(lacking)}个：{'、'.join(lacking[:6])}。")
    return Reply("\n".join([*lines, "回“确认导入”，回“取消”不导入。"]))


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Take the table in after 确认导入."""
    said = dialogs.yes_or_no(text)
    if text.strip() not in _YES and said is None:
        return None
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
