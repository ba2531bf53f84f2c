"""One row of a report written to the store, or why it changes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from handlers.board import Board, BoardLine, board_of, standing_values
from handlers.campaign.targets import FIXED, is_office_value
from handlers.context import Context
from handlers.evidence import worded
from handlers.matters.register import disputed
from handlers.office.arranging import arrange
from handlers.reading import ReportItem
from handlers.receipts import values_text
from handlers.wording import leaf_name, value_text
from scoring.engine import check_inputs
from scoring.errors import ScoringError


@dataclass(frozen=True, slots=True)
class Stored:
    """One row that was written; `before` is its line as it stood until then.

    `kept` says which words were kept, and what was left out of a draft.
    """

    before: BoardLine
    given: Mapping[str, object]
    late: bool
    kept: str = ""

    @property
    def completed(self) -> bool:
        """Whether the unit owes nothing more on this line now; words alone report nothing."""
        return bool(self.given or self.before.done) and all(
            item.name in self.given for item in self.before.missing
        )


@dataclass(frozen=True, slots=True)
class NotStored:
    """One row that changed nothing, and why."""

    text: str


def store_each(
    context: Context, board: Board, items: Iterable[ReportItem | NotStored]
) -> list[Stored | NotStored]:
    """Write them in their order, each upon what those before it have left of its line."""
    done: list[Stored | NotStored] = []
    for item in items:
        if isinstance(item, NotStored):
            done.append(item)
            continue
        code = item.criterion.code
        written = any(isinstance(one, Stored) and one.before.code == code for one in done)
        done.append(store(context, board_of(context, code) if written else board, item))
    return done


def store(context: Context, board: Board, item: ReportItem) -> Stored | NotStored:
    """Write the values of one line, and keep what was told of it."""
    line = board.line(item.criterion.code, item.subject or context.speaker.campaign.subjects[0])
    done: Stored | NotStored
    if item.words and not item.inputs and line is not None:
        refused = closed(context, line)
        done = NotStored(refused) if refused else Stored(line, {}, late=False)
    else:
        done = _valued(context, board, item)
    if not item.words or line is None or closed(context, line):
        return done
    kept = worded.keep(context, line.code, line.subject, item.words)
    if isinstance(done, NotStored):
        return NotStored(f"{done.text}\n{kept}")
    return replace(done, kept=f"{done.kept}\n{kept}" if done.kept else kept)


def _valued(context: Context, board: Board, item: ReportItem) -> Stored | NotStored:
    subject = item.subject or context.speaker.campaign.subjects[0]
    line = board.line(item.criterion.code, subject)
    if line is None:
        return NotStored(f"“{leaf_name(item.criterion)}”不在您的任务里，没有入库。")
    item, passed = _without_changed(line, item)
    if refused := closed(context, line) or changed_since(line, item):
        return NotStored(refused)
    inputs = {**line.known, **item.inputs}
    try:
        check_inputs(item.criterion, inputs, partial=True)
    except ScoringError as error:
        return NotStored(f"{line.title}没有入库：{error.message}")
    if inputs == line.known and line.record.status != "returned":
        return NotStored(f"{line.title}已经是{_same(line, item.inputs)}，没有重复记录。")
    if all(is_office_value(item.criterion.input(name)) for name in item.inputs):
        return _target(context, line, item)
    return replace(_written(context, line, item), kept=passed)


def _without_changed(line: BoardLine, item: ReportItem) -> tuple[ReportItem, str]:
    """The draft without those of its inputs that were reported otherwise since, and what is said of them.

    It stays as it is where nothing else is left of it.
    """
    before = item.before or {}
    now = standing_values(line, before)
    changed = {
        name for name, value in now.items() if value not in (before[name], item.inputs.get(name), None)
    }
    left = {name: value for name, value in item.inputs.items() if name not in changed}
    if not changed or not left:
        return item, ""
    since = values_text(item.criterion, {name: now[name] for name in item.inputs if name in changed})
    kept = replace(item, inputs=left, before={name: before[name] for name in left})
    return kept, f"您回答之前另报了{since}，这里照后报的，没有动。"


def closed(context: Context, line: BoardLine) -> str:
    """Why nothing can be reported on the line any more; "" where it can."""
    if context.speaker.campaign.state == "closed":
        return f"《{context.speaker.campaign.name}》已经结束，没有入库；确需更正请联系质强办。"
    if context.arranged.is_locked(line.criterion):
        return f"{line.title}已归档，没有入库；确需更正请联系质强办解除归档。"
    if line.record.status == "accepted":
        return f"{line.title}已核定通过，不能直接改；确需更正请联系质强办解锁。"
    return ""


def changed_since(line: BoardLine, item: ReportItem) -> str:
    """What somebody else has reported since the person was asked, in whose place nothing is stored; "" for nothing."""
    now = standing_values(line, item.inputs)
    if item.before is None or now in (item.before, dict(item.inputs)):
        return ""
    told = values_text(item.criterion, {name: value for name, value in now.items() if value is not None})
    stands = f"现在是{told}" if told else "现在没有数"
    new = values_text(item.criterion, item.inputs)
    return f"{line.title}在您回答之前有变动，{stands}，没有入库；仍要报{new}，请再发一次。"


def _target(context: Context, line: BoardLine, item: ReportItem) -> Stored:
    """What the rubric leaves to the office is arranged, not reported: it leaves reports and reviews alone."""
    for name, value in item.inputs.items():
        content = {"input": name, "method": FIXED, "value": value}
        arrange(context, "target", content, code=item.criterion.code, unit=line.subject)
    return Stored(line, item.inputs, late=False)


def _written(context: Context, line: BoardLine, item: ReportItem) -> Stored:
    campaign, code = context.speaker.campaign.id, item.criterion.code
    due = context.deadlines.of(item.criterion, *context.seat.names, subject=line.subject)
    late = due is not None and context.now > due
    late = late and code not in disputed(context.uow, campaign).get(context.seat.unit, ())
    changed = any(name in line.known and line.known[name] != value for name, value in item.inputs.items())
    submission = context.uow.submissions.add(
        campaign_id=campaign,
        code=code,
        subject=line.subject,
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
        {"code": code, "subject": line.subject, "given": dict(item.inputs)},
    )
    return Stored(line, item.inputs, late)


def _same(line: BoardLine, given: Mapping[str, object]) -> str:
    return "、".join(value_text(line.criterion.input(name), value) for name, value in given.items())
