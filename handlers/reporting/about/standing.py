"""现在怎样: what has been reported for a line, how it was reviewed, and how far it is from its target."""

import re
from decimal import Decimal
from typing import Final

from handlers.board import BoardLine
from handlers.campaign.targets import actual_input
from handlers.receipts import line_of, points_now, signed_target, target_text, values_text
from handlers.reporting.about.people import not_own
from handlers.reporting.about.question import Question
from handlers.reporting.about.unlisted import lacked
from handlers.review.decisions import STATUS_NAMES
from handlers.wording import clip, clock, plain
from scoring.model import Criterion


def state(question: Question, leaf: Criterion) -> str:
    """How it stands, for every assessed unit that the speaker reports it for."""
    lines = question.lines_of(leaf)
    if not lines:
        return not_own(question, leaf)
    return "\n".join(
        [
            f"{question.title(leaf)}，{state_of(question, lines[0])}",
            *(state_of(question, line) for line in lines[1:]),
        ]
    )


def owed(question: Question, leaf: Criterion) -> str:
    """How it stands, and which of its values are still to come."""
    missing = [item.label for line in question.lines_of(leaf)[:1] for item in line.missing]
    left = f"。还差：{clip('；'.join(missing), 120)}" if missing else ""
    clause = "" if _LEFT.search(question.text) else f"。原文：{question.quoted(leaf)}"
    return f"{state(question, leaf)}{left}{clause}"


_LEFT: Final = re.compile("[差欠缺剩没未]|完成")


def state_of(question: Question, line: BoardLine) -> str:
    """“鄂城区：现在：95.2%，6月24日10:02王敏报，待审，暂得10/10分；目标95”."""
    where = f"{line.subject}：" if len(line.duty.subjects) > 1 else ""
    target = _target(question, line)
    if not line.known:
        return f"{where}现在：未报{target}"
    points = points_now(question.context, line.criterion, line.subject, line.record)
    parts = [clip(values_text(line.criterion, line.known), 80), *_reviewed(question, line), points]
    return f"{where}现在：{'，'.join(part for part in parts if part)}{target}"


def _reviewed(question: Question, line: BoardLine) -> list[str]:
    """Who reported it when, and what came of it; of another unit nobody is named."""
    last = line.record.submission
    if last is None or not line.record.reported:
        return []
    why = line.record.last.reason if line.record.status == "returned" and line.record.last else ""
    who = last.contact_name if last.unit == question.context.seat.unit else None
    return [
        f"{clock(last.at)}{who or last.unit}报",
        f"{STATUS_NAMES[line.record.status]}{f'（{clip(why, 40)}）' if why else ''}",
    ]


def _target(question: Question, line: BoardLine) -> str:
    """The target, printed or set, and how far the value is from it."""
    printed = line.criterion.targets.get(line.subject)
    if printed is None:
        return target_text(question.context, line.criterion, line.subject)
    item = actual_input(line.criterion) or line.duty.inputs[0]
    value = line.known.get(item.name)
    gap = Decimal(str(printed)) - Decimal(str(value)) if isinstance(value, int | str) else None
    short = (
        gap is not None
        and gap > 0
        and not line_of(question.context, line.criterion, line.subject, line.known).met
    )
    return f"；目标{plain(printed)}" + (f"，还差{plain(gap)}" if short and gap is not None else "")


def target_named(question: Question, line: BoardLine) -> Decimal | None:
    """The figure of the line's target; None where it has none."""
    found = _FIGURE.match(_target(question, line))
    return Decimal(found[1]) if found is not None else None


_FIGURE: Final = re.compile(r"；目标(\d+(?:\.\d+)?)")


def target_of(question: Question, leaf: Criterion) -> str:
    """The targets of one's own lines, with who set them in which document; else where the document names a target."""
    rows = [
        f"{line.subject if len(line.duty.subjects) > 1 else ''}{told.removeprefix('；')}"
        for line in question.lines_of(leaf)
        if (told := _target(question, line))
    ]
    if rows:
        printed = (
            f"，目标是原文印的，要调请问{question.office}"
            if leaf.targets and _WHO_SET.search(question.text)
            else ""
        )
        return f"{question.title(leaf)}：{'；'.join(dict.fromkeys(rows))}{_paper(leaf, question)}{printed}。"
    seat = question.context.seat
    if leaf.targets and leaf.targets.get(seat.subject or seat.unit) is None:
        return lacked(question, leaf)
    return (
        f"{question.title(leaf)}：没有另设目标值；名称和评分标准写到的就是要求。原文：{question.quoted(leaf)}"
    )


_WHO_SET: Final = re.compile("谁|哪[里儿]?来|怎么[来定]|凭|依据")


def target_changes(question: Question, leaf: Criterion) -> str:
    """The same, and who may change it."""
    return f"{target_of(question, leaf)}\n{changed_by(question)}"


def changed_by(question: Question) -> str:
    """Who sets targets, and what a change does."""
    return f"目标由质强办定，改了就按新目标重算暂得分；会不会改请问{question.office}。"


def origin(question: Question, leaf: Criterion) -> str:
    """Who set the target in which document; what is only printed has no other author that is known."""
    context = question.context
    subjects = context.speaker.campaign.subjects
    named = [one for one in subjects if one in question.text or one[:-1] in question.text] or subjects
    rows = {one: target_text(context, leaf, one).removeprefix("；") for one in named}
    told = list(dict.fromkeys(rows.values()))
    if told[0]:
        each = told[0] if len(told) == 1 else "；".join(f"{one}{row}" for one, row in rows.items() if row)
        return f"{question.title(leaf)}：{each}{_paper(leaf, question)}。"
    source = context.rubric.title or context.rubric.name
    return (
        f"{question.title(leaf)}：出自《{source}》原文：“{question.quoted(leaf)}”。为什么这么定，原文未规定。"
    )


def _paper(leaf: Criterion, question: Question) -> str:
    """，文件鄂质兴办〔2013〕8号, of a target that a signed overlay sets."""
    overlay = question.context.library.overlay_of(question.context.speaker.campaign)
    signed = any(
        signed_target(question.context, leaf, one) for one in question.context.rubric.subjects or ("",)
    )
    return f"，文件{overlay.data['document']}" if overlay is not None and signed else ""
