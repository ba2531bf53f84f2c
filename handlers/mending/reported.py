"""What a person has reported and what of it still stands: the rows that can be mended."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.board import Board, BoardLine
from handlers.context import Context
from handlers.reporting import withdraw
from handlers.reporting.about.meant import said_before
from handlers.reporting.withdraw import effective
from store.records import Submission


@dataclass(frozen=True, slots=True)
class Reported:
    """One leaf of one assessed unit that the person has reported, and his last report on it."""

    line: BoardLine
    row: Submission


def reported(context: Context, board: Board) -> tuple[Reported, ...]:
    """What stands of the speaker's own reports, the oldest first."""
    last = {(row.code, row.subject): row for row in effective(_own(context))}
    found = [
        Reported(line, row)
        for line in board.lines
        if (row := last.get((line.code, line.subject))) is not None
    ]
    return tuple(sorted(found, key=lambda one: one.row.id))


def of_last_message(rows: Sequence[Reported]) -> tuple[Reported, ...]:
    """Those that came with the last message that reported anything."""
    return tuple(one for one in rows if one.row.inbox_id == rows[-1].row.inbox_id) if rows else ()


def withdrawn(context: Context) -> tuple[Submission, ...]:
    """The speaker's reports that he took back and has not replaced since, the latest taken back last."""
    own = _own(context)
    rows = {row.id: row for row in own}
    gone = [
        (row, rows[row.given["withdraws"]])
        for row in own
        if row.act == "withdraw" and row.given["withdraws"] in rows
    ]
    return tuple(
        target
        for act, target in gone
        if not any(
            row.id > act.id
            and row.act != "withdraw"
            and (row.code, row.subject) == (target.code, target.subject)
            for row in own
        )
    )


def last_withdrawn(context: Context) -> tuple[Submission, ...]:
    """Those of them that were taken back by the last message that took anything back."""
    own = _own(context)
    acts = [row for row in own if row.act == "withdraw"]
    together = {row.given["withdraws"] for row in acts if row.inbox_id == acts[-1].inbox_id}
    return tuple(row for row in withdrawn(context) if row.id in together)


def before_last(context: Context, one: Reported) -> dict[str, object]:
    """What the leaf held of the last report's inputs before it; {} where it replaced nothing."""
    history = context.uow.submissions.history(one.row.campaign_id, one.row.code, one.row.subject)
    earlier: dict[str, object] = {}
    for row in effective(history):
        if row.id < one.row.id:
            earlier |= row.given
    return {
        name: earlier[name]
        for name in one.row.given
        if name in earlier and earlier[name] != one.row.given[name]
    }


def _own(context: Context) -> tuple[Submission, ...]:
    return context.uow.submissions.of_contact(context.speaker.campaign.id, context.speaker.contact.id)


def stored_beside(context: Context) -> list[Submission]:
    """What the message that left the question has stored."""
    before = said_before(context)
    if before is None or "已收" not in before[1] or "请回序号" not in before[1].replace("回1", "请回序号"):
        return []
    campaign, contact = context.speaker.campaign.id, context.speaker.contact.id
    own = effective(context.uow.submissions.of_contact(campaign, contact))
    return withdraw.of_one_message(own[-1], context) if own else []
