"""文字材料: what a person told of a leaf, kept in his own words as evidence in text, and taken back with its report."""

from datetime import timedelta

from handlers.board import BoardLine, board_of
from handlers.context import Context
from handlers.evidence.adding import added
from handlers.evidence.filing import Filing
from handlers.evidence.items import kept_as_judged, record
from handlers.evidence.naming import document_number
from handlers.evidence.putting import filed, pieces
from handlers.wording import clip
from store.records import Evidence, Submission

LATELY = timedelta(minutes=30)
_SHOWN = 40


def keep(context: Context, code: str, subject: str, words: str) -> str:
    """Put the words to the leaf, as it stands now; what is said of it."""
    line = board_of(context, code).line(code, subject)
    if line is None:
        return ""
    kept = {row.text for row in _of_line(context, line)}
    fresh = [piece for piece in dict.fromkeys(words.split("\n")) if piece not in kept]
    if not fresh:
        return f"原话先前已记作{line.title}的文字材料，没有重复记录。"
    rows = pieces(context, [added(context, "text", piece) for piece in fresh])
    numbers = "、".join(filter(None, map(document_number, fresh)))
    told = f"原话记作文字材料{f'（文号{numbers}）' if numbers else ''}：“{clip('；'.join(fresh), _SHOWN)}”"
    return f"{told}\n{filed(context, rows, Filing(None, line.duty.ordinal), line)}"


def _of_line(context: Context, line: BoardLine) -> list[Evidence]:
    rows = context.uow.evidence.list(
        context.speaker.campaign.id, code=line.code, unit=context.seat.unit, state="stored"
    )
    return [row for row in rows if row.kind == "text" and row.subject == line.subject]


def kept_with(target: Submission, context: Context) -> str:
    """The words that were kept with that report, one a line."""
    rows = [row for row in _own(context) if row.inbox_id == target.inbox_id and row.code == target.code]
    return "\n".join(row.text for row in rows) if target.inbox_id is not None else ""


def take_back_with(target: Submission, context: Context) -> list[str]:
    """The words that came with a report go with it; what is said of that."""
    rows = [row for row in _own(context) if row.inbox_id == target.inbox_id and row.code == target.code]
    return [_taken_back(row, context) for row in rows] if target.inbox_id is not None else []


def just_kept(last: Submission | None, context: Context) -> Evidence | None:
    """The words kept not long ago, where nothing was reported with or after them."""
    row = next(iter(_own(context)[-1:]), None)
    if row is None or context.now - row.at > LATELY:
        return None
    later = last is not None and (last.at > row.at or last.inbox_id == row.inbox_id)
    return None if later else row


def of_last_message(context: Context) -> list[Evidence]:
    """The texts that the speaker's last report or account left, where that was not long ago."""
    own = _own(context)
    last = context.uow.submissions.last_of(context.speaker.campaign.id, context.speaker.contact.id)
    if not own or context.now - own[-1].at > LATELY:
        return []
    if last is not None and (last.at, last.inbox_id or 0) > (own[-1].at, own[-1].inbox_id or 0):
        return []
    return [row for row in own if row.inbox_id == own[-1].inbox_id]


def take_back_last(last: Submission | None, context: Context) -> str:
    """Take back the words kept just now; "" where there are none such."""
    row = just_kept(last, context)
    if row is None or row.code is None:
        return ""
    together = [one for one in _own(context) if one.inbox_id == row.inbox_id]
    board = board_of(context)
    lines = [board.line(one.code, one.subject) for one in together if one.code]
    refused = next(filter(None, (kept_as_judged(context, line) for line in lines if line is not None)), "")
    told = "\n".join(_taken_back(one, context) for one in together) if not refused else ""
    return refused or f"{told}之前报的数没有动。"


def _taken_back(row: Evidence, context: Context) -> str:
    context.uow.evidence.withdraw(row.id, context.now, context.actor)
    record(context, "evidence.withdraw", row, row.code or "")
    return f"文字材料也撤回了：“{clip(row.text, _SHOWN)}”，记录保留，不再算已交。"


def _own(context: Context) -> list[Evidence]:
    """The texts that the speaker has put to a leaf and not taken back, the oldest first."""
    rows = context.uow.evidence.list(context.speaker.campaign.id, contact_id=context.speaker.contact.id)
    return [row for row in rows if row.kind == "text" and row.code and row.state == "stored"]
