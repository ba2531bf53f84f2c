"""What mending would do: the steps that one yes carries out, and how they are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from handlers import dialogs
from handlers.board import Board, BoardLine, board_of, standing_values
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import ReportItem
from handlers.receipts import values_text, where_text
from handlers.reporting import effects, questions, report
from handlers.reporting.withdraw import effective, settled, take_back
from handlers.wording import bare_label, clip, leaf_name, listed, only_value, value_text
from store.records import Submission

_YES: Final = "是就回1，不是请回“取消”。"
Step = Mapping[str, Any]
"""{"act": "store", "code", "subject", "inputs"}, or {"act": "withdraw", "row", "code", "subject"} with the report's id."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one yes carries out: how it is offered among others, and how it is asked for alone."""

    label: str
    question: str
    steps: tuple[Step, ...]


def storing(context: Context, line: BoardLine, inputs: Mapping[str, object], words: str = "") -> Plan:
    """These values on that line, in place of what stands, with `words` as evidence of it."""
    name = f"{line.title}{where_text(context, line.criterion, line.subject)}"
    step = {
        "act": "store",
        "code": line.code,
        "subject": line.subject,
        "inputs": dict(inputs),
        "words": words,
        "before": standing_values(line, inputs),
    }
    kept = f"（原话一并记作它的文字材料：“{clip('；'.join(words.split(chr(10))), 40)}”）" if words else ""
    new = values_text(line.criterion, inputs)
    old = values_text(line.criterion, {at: line.known[at] for at in inputs if at in line.known})
    change = f"由{old}改为{new}" if old else f"报为{new}"
    question = f"把{name}{change}吗？{_YES}{effects.effect(context, line, inputs)}"
    return Plan(f"{name}：{_change(line, inputs)}{kept}", question, (step,))


def withdrawing(context: Context, row: Submission) -> Plan:
    """That report taken back."""
    label = f"撤回{told(context, row)}"
    return Plan(label, f"{label}吗？{_YES}改成别的数请直接发数。", (_taking(row),))


def _taking(row: Submission) -> Step:
    return {"act": "withdraw", "row": row.id, "code": row.code, "subject": row.subject}


def restoring(context: Context, row: Submission) -> Plan:
    """What was taken back, stored once more."""
    line = board_of(context, row.code).line(row.code, row.subject)
    before = standing_values(line, row.given) if line is not None else None
    step = {
        "act": "store",
        "code": row.code,
        "subject": row.subject,
        "inputs": dict(row.given),
        "before": before,
    }
    label = f"恢复{told(context, row)}"
    return Plan(label, f"{label}吗？{_YES}", (step,))


def together(plans: Sequence[Plan]) -> Plan:
    """All of them at one yes, each once."""
    plans = list({plan.label: plan for plan in plans}.values())
    label = "；".join(plan.label for plan in plans)
    question = plans[0].question if len(plans) == 1 else f"这样改吗？{_YES}原记录保留在历史里。"
    return Plan(label, question, tuple(step for plan in plans for step in plan.steps))


def told(context: Context, row: Submission) -> str:
    """The leaf's name with what was reported."""
    criterion = context.rubric.criterion(row.code)
    return f"{_name(context, row)}{where_text(context, criterion, row.subject)} {values_text(criterion, row.given)}"


def _name(context: Context, row: Submission) -> str:
    """The leaf's name, with its number on the list where another leaf is called the same."""
    name = leaf_name(context.rubric.criterion(row.code))
    alike = sum(leaf_name(one) == name for one in context.rubric.criteria) > 1
    line = board_of(context).line(row.code, row.subject) if alike else None
    return line.title if line is not None else name


def hindered(context: Context, steps: Sequence[Step]) -> list[str]:
    """Why the steps cannot be done any more; [] where they can."""
    items = [_item(step, context) for step in steps if step["act"] == "store"]
    taken = [_standing(context, step["row"]) for step in steps if step["act"] == "withdraw"]
    return report.hindered(context, items) + [
        told for row in taken if row is not None and (told := settled(row, context))
    ]


def of_others(board: Board) -> str:
    """Who may mend what only colleagues have reported; "" where nothing stands at all."""
    told = [
        f"{line.title} {values_text(line.criterion, line.known)}"
        for line in board.lines
        if line.record.reported
    ]
    if not told:
        return ""
    return (
        f"您自己没有报过；本单位已报的是同事报的：{listed(told)}。"
        "要改直接发新数（“序号 数值”，留您的名），要撤请报的人回“撤回”。"
    )


def carry_out(context: Context, steps: Sequence[Step]) -> Reply:
    """Do the steps, what is taken back first; nothing of it where what is to be stored cannot be any more."""
    if not steps:
        return Reply("好的，没有改动。")
    dropped = [step["question"] for step in steps if step["act"] == "drop"]
    items = [_item(step, context) for step in steps if step["act"] == "store"]
    taken = [_standing(context, step["row"]) for step in steps if step["act"] == "withdraw"]
    hindered = report.hindered(context, items)
    if items:
        hindered += [refused for row in taken if (refused := _stays(row, context))]
    if hindered:
        return Reply("\n".join([*hindered, *(["都没有改动。"] if len(steps) > 1 else [])]))
    lines: list[str] = []
    for row in taken:
        lines += take_back(row, context) if row is not None else [_stays(row, context)]
    items = [replace(item, before=None) for item in items]
    if dropped:
        lines += ["没有入库的已经去掉。", *_left(dropped, context)]
    return Reply("\n".join([*lines, report.take(context, items).text] if items else lines))


def _left(dropped: Sequence[str], context: Context) -> list[str]:
    """The lines that ask the next of the questions that wait beside those."""
    state = dialogs.present(context)
    if state is None or state["kind"] != questions.QUESTION:
        return []
    waiting = [one for one in (state, *state.get("later", [])) if one["question"] not in dropped]
    return questions.ask_next(context, waiting)


def _stays(row: Submission | None, context: Context) -> str:
    """Why it cannot be taken back any more; "" where it can."""
    return settled(row, context) if row is not None else "这一条已经撤回过了。"


def _item(step: Step, context: Context) -> ReportItem:
    return ReportItem(
        context.rubric.criterion(step["code"]),
        step["subject"],
        step["inputs"],
        amend=True,
        words=step.get("words", ""),
        before=step.get("before"),
    )


def _standing(context: Context, row_id: int) -> Submission | None:
    own = context.uow.submissions.of_contact(context.speaker.campaign.id, context.speaker.contact.id)
    return next((row for row in effective(own) if row.id == row_id), None)


def _change(line: BoardLine, inputs: Mapping[str, object]) -> str:
    """Old and new value, with the input's label where the leaf has several."""
    several = only_value(line.criterion) is None
    told = []
    for name, value in inputs.items():
        item = line.criterion.input(name)
        old = f"{value_text(item, line.known[name])}→" if name in line.known else ""
        label = f"{clip(bare_label(item), 24)}：" if several else ""
        told.append(f"{label}{old}{value_text(item, value)}")
    return "；".join(told)
