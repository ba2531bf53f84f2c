"""填报: values typed by a contact become append-only submissions, each with a receipt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers import dialogs
from handlers.board import Board, BoardLine, board_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import ReportItem, RowReading, read_report
from handlers.receipts import HOW_TO_CORRECT, receipt, short_receipt, still_missing
from handlers.wording import leaf_name, value_text
from scoring.engine import check_inputs
from scoring.errors import ScoringError

QUESTION = "report"


@dataclass(frozen=True, slots=True)
class Stored:
    """One row that was written; `before` is its line as it stood until then."""

    before: BoardLine
    given: Mapping[str, object]
    late: bool

    @property
    def completed(self) -> bool:
        """Whether the unit owes nothing more on this line now."""
        return all(item.name in self.given for item in self.before.missing)


@dataclass(frozen=True, slots=True)
class NotStored:
    """One row that changed nothing, and why."""

    text: str


def report(text: str, context: Context) -> Reply | None:
    """Store what the text certainly reports, ask about the rest; None where it is no report at all."""
    board = board_of(context, text)
    rows = read_report(
        text,
        board.tasks(),
        others=context.rubric.criteria,
        subjects=context.speaker.campaign.subjects,
    )
    if not rows:
        return None
    outcomes = [_handle(context, board, row) for row in rows if row.outcome != "asks"]
    asked = [row for row in rows if row.outcome == "asks"]
    if asked:
        _ask(context, asked[0])
    return Reply("\n".join(_answer(context, board, outcomes, asked)))


def take(context: Context, item: ReportItem) -> Reply:
    """Store one item that the person has just confirmed."""
    board = board_of(context, item.criterion.code)
    return Reply("\n".join(_answer(context, board, [_store(context, board, item)], [])))


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The answer to a question that `report` asked; None where the text is something else."""
    choices: Sequence[Mapping[str, Any]] = state["choices"]
    place = dialogs.chosen(text, len(choices))
    said = dialogs.yes_or_no(text)
    if place is None and said is True and len(choices) == 1:
        place = 0
    if place is not None:
        dialogs.close(context)
        return take(context, _item_of(context, choices[place]))
    if said is False:
        dialogs.close(context)
        return Reply("好的，没有入库。请直接重发，如“指标名 数值”。")
    if said is True:
        return Reply(f"请回序号选择：\n{_numbered([choice['label'] for choice in choices])}")
    return None


def _handle(context: Context, board: Board, row: RowReading) -> Stored | NotStored:
    if row.outcome == "certain" and row.item is not None:
        return _store(context, board, row.item)
    if row.outcome == "refused":
        return NotStored(row.reason)
    return NotStored(f"“{row.piece}”没看懂，没有入库。")


def _store(context: Context, board: Board, item: ReportItem) -> Stored | NotStored:
    subject = item.subject or context.speaker.campaign.subjects[0]
    line = board.line(item.criterion.code, subject)
    if line is None:
        return NotStored(f"“{leaf_name(item.criterion)}”不在您的任务里，没有入库。")
    if line.record.status == "accepted":
        return NotStored(f"{line.title}已核定通过，不能直接改；确需更正请联系质强办解锁。")
    inputs = {**line.known, **item.inputs}
    try:
        check_inputs(item.criterion, inputs, partial=True)
    except ScoringError as error:
        return NotStored(f"{line.title}没有入库：{error.message}")
    if inputs == line.known and line.record.status != "returned":
        return NotStored(f"{line.title}已经是{_same(line, item.inputs)}，没有重复记录。")
    due = context.deadlines.of(item.criterion, context.seat.unit)
    late = due is not None and context.now > due
    changed = any(name in line.known and line.known[name] != value for name, value in item.inputs.items())
    submission = context.uow.submissions.add(
        campaign_id=context.speaker.campaign.id,
        code=item.criterion.code,
        subject=subject,
        act="amend" if changed else "report",
        given=dict(item.inputs),
        inputs={**line.record.reported, **item.inputs},
        unit=context.seat.unit,
        contact_id=context.speaker.contact.id,
        inbox_id=context.inbox_id,
        at=context.now,
        late=late,
        note="",
    )
    context.uow.audit.record(
        context.now,
        context.actor,
        "amend" if changed else "report",
        f"submission:{submission}",
        {"code": item.criterion.code, "subject": subject, "given": dict(item.inputs)},
    )
    return Stored(line, item.inputs, late)


def _same(line: BoardLine, given: Mapping[str, object]) -> str:
    return "、".join(value_text(line.criterion.input(name), value) for name, value in given.items())


def _answer(
    context: Context, board: Board, outcomes: Sequence[Stored | NotStored], asked: Sequence[RowReading]
) -> list[str]:
    stored = [outcome for outcome in outcomes if isinstance(outcome, Stored)]
    if len(outcomes) == 1 and stored and not asked:
        lines = receipt(context, stored[0].before, stored[0].given, late=stored[0].late)
    else:
        lines = [_short(context, outcome) for outcome in outcomes]
    lines += [f"“{row.piece}”也要确认，请答完这一项后再发。" for row in asked[1:]]
    if asked:
        lines.append(asked[0].question)
        lines += [f"{place} {choice.label}" for place, choice in enumerate(asked[0].choices, start=1)]
    if stored:
        done = frozenset((row.before.criterion.code, row.before.subject) for row in stored if row.completed)
        lines.append(still_missing(board, done) + HOW_TO_CORRECT)
    return lines


def _short(context: Context, outcome: Stored | NotStored) -> str:
    if isinstance(outcome, NotStored):
        return outcome.text
    return short_receipt(context, outcome.before, outcome.given)


def _ask(context: Context, row: RowReading) -> None:
    choices = [
        {
            "label": choice.label,
            "code": choice.item.criterion.code,
            "subject": choice.item.subject,
            "inputs": dict(choice.item.inputs),
            "amend": choice.item.amend,
        }
        for choice in row.choices
    ]
    if choices:
        dialogs.ask(context, QUESTION, {"question": row.question, "choices": choices})


def _item_of(context: Context, choice: Mapping[str, Any]) -> ReportItem:
    criterion = context.rubric.criterion(choice["code"])
    return ReportItem(
        criterion=criterion, subject=choice["subject"], inputs=choice["inputs"], amend=choice["amend"]
    )


def _numbered(labels: Sequence[str]) -> str:
    return "\n".join(f"{place} {label}" for place, label in enumerate(labels, start=1))
