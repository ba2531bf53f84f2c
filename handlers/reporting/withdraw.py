"""撤回: a person takes back his last report; the record stays, the leaf shows what was there before."""

import re
from collections.abc import Sequence

from handlers.access import Act, reports
from handlers.board import board_of
from handlers.campaign.units import mentions
from handlers.command import Command
from handlers.context import Context
from handlers.evidence import worded
from handlers.messages import Reply
from handlers.reading import match_criterion
from handlers.receipts import line_of, points_text, values_text, where_text
from handlers.review.decisions import records_of
from handlers.wording import leaf_name
from store.records import Submission

_WORDS = frozenset({"撤回", "撤销", "收回"})
_PATTERN = re.compile(
    r"(?=(?:先|请|帮我|麻烦)*撤|.{1,30}撤[回销]|(?!.*(?:目标|材料|文件|附件|照片|图|链接)).{1,30}(?<![不别没])作废)"
    r"(?:先|请|帮我|麻烦)*(?:撤回|撤销|撤掉|撤了)?[\s:：]*(?P<rest>.{1,40}?)"
    r"(?:(?<=.)(?:(?:撤回|撤销)(?:一下|了|吧)?|先?作废[了吧]*(?:[，,。\s][^\d?？]{0,20})?))?"
)


def says(text: str) -> bool:
    """Whether the text says nothing but to take back what is spoken of: 撤回, 撤了吧."""
    return _TAKE.fullmatch(text.strip().rstrip("。.!！")) is not None


_TAKE = re.compile("(?:那就|就|请|帮我|对|嗯|是的?|，|,)*(?:撤[回销掉了]?|收回|删[掉除了]?|作废)[了吧啊]*")


def withdraw(text: str, context: Context) -> Reply | None:
    """Take back the speaker's last report, or the last one of the leaf that the text names; None for other words."""
    target = _last_own(context, text)
    told = worded.take_back_last(target, context) if not _LAST.sub("", text.strip()) else ""
    if told:
        return Reply(told)
    if target is None:
        return None if _LAST.sub("", text.strip()) else Reply("没有可以撤回的上报。")
    together = [target] if _LAST.sub("", text.strip()) else of_one_message(target, context)
    return Reply("\n".join(take_back_all(together, context)))


def of_one_message(last: Submission, context: Context) -> list[Submission]:
    """What the speaker reported with that message and has not taken back."""
    own = context.uow.submissions.of_contact(context.speaker.campaign.id, context.speaker.contact.id)
    return [row for row in effective(own) if row.inbox_id == last.inbox_id or row.id == last.id]


def take_back_all(rows: Sequence[Submission], context: Context) -> list[str]:
    """Take all of them back; of several each is told in a line."""
    if len(rows) == 1:
        return take_back(rows[0], context)
    told = [take_back(row, context) for row in rows]
    return [*(line for lines in told for line in lines if line != _KEPT), _KEPT]


def is_plain(text: str, context: Context) -> bool:
    """Whether the text says nothing but that one report of the speaker's is to be taken back, and which."""
    found = _PATTERN.fullmatch(text)
    words = "" if text in _WORDS or found is None else found["rest"].strip()
    if found is None and text not in _WORDS:
        return False
    target = _last_own(context, words)
    return target is not None or (not words and worded.just_kept(target, context) is not None)


def take_back(target: Submission, context: Context) -> list[str]:
    """Take this report back and say what stands now, or why it cannot be."""
    refused = settled(target, context)
    if refused:
        return [refused]
    history = context.uow.submissions.history(target.campaign_id, target.code, target.subject)
    rest = [row for row in effective(history) if row.id != target.id]
    inputs = {name: value for row in rest for name, value in row.given.items()}
    context.uow.submissions.add(
        campaign_id=target.campaign_id,
        code=target.code,
        subject=target.subject,
        act="withdraw",
        given={"withdraws": target.id},
        inputs=inputs or None,
        unit=context.seat.unit,
        contact_id=context.speaker.contact.id,
        inbox_id=context.inbox_id,
        at=context.now,
        late=False,
        note="",
    )
    context.uow.audit.record(
        context.now, context.actor, "withdraw", f"submission:{target.id}", {"code": target.code}
    )
    return [*_answer(context, target, inputs), *worded.take_back_with(target, context)]


def settled(target: Submission, context: Context) -> str:
    """Why that report cannot be taken back any more; "" where it can."""
    if context.speaker.campaign.state == "closed":
        return f"《{context.speaker.campaign.name}》已经结束，不能撤回；确需更正请联系质强办。"
    criterion = context.rubric.criterion(target.code)
    if not reports(context.seat, context.rubric, criterion, target.subject):
        return f"{target.code} {leaf_name(criterion)}现在不由您填报，不能撤回；确需更正请联系质强办。"
    if context.arranged.is_locked(criterion):
        return "最近报的这项已归档，不能撤回；确需更正请联系质强办解除归档。"
    record = records_of(context.uow, target.campaign_id, [target.code], target.subject)[
        target.code, target.subject
    ]
    if record.status == "accepted":
        return "最近报的这项已核定通过，不能撤回；确需更正请联系质强办解锁。"
    return ""


def effective(history: Sequence[Submission]) -> list[Submission]:
    """The reports of one leaf that have not been withdrawn, oldest first."""
    gone = {row.given["withdraws"] for row in history if row.act == "withdraw"}
    return [row for row in history if row.act != "withdraw" and row.id not in gone]


def _last_own(context: Context, text: str) -> Submission | None:
    own = context.uow.submissions.of_contact(context.speaker.campaign.id, context.speaker.contact.id)
    subject, text = _subject_named(context, text)
    named = _named_code(context, text)
    candidates = [
        row for row in effective(own) if named in (None, row.code) and subject in (None, row.subject)
    ]
    return candidates[-1] if candidates else None


_LAST = re.compile(r"[报发填写][错的]了?|刚[才刚]?|上一?|[的那这个条项了，,。\s]")
"""Words that mean the last report, whichever it was."""
_JUST = re.compile(r"^(?:刚才|刚刚)报?的?(?=..)")


def _subject_named(context: Context, text: str) -> tuple[str | None, str]:
    """The one assessed unit that the words name where there are several, and the other words."""
    subjects = context.speaker.campaign.subjects
    found = mentions(text, context) if len(subjects) > 1 else None
    named = [unit for unit in found.units if unit in subjects] if found is not None else []
    return (named[0], found.rest) if found is not None and len(named) == 1 else (None, text)


def _named_code(context: Context, text: str) -> str | None:
    words = text.strip()
    if not _LAST.sub("", words):
        return None
    board = board_of(context, words)
    for line in board.lines:
        if words in (
            line.criterion.code,
            line.mark.strip(),
            str(line.duty.ordinal),
            leaf_name(line.criterion),
        ):
            return line.criterion.code
    matches = match_criterion(_JUST.sub("", words), board.tasks())
    return matches[0].task.criterion.code if matches and matches[0].sure else words


_KEPT = "记录保留在历史里，重新上报直接发数即可。"


def _answer(context: Context, target: Submission, inputs: dict[str, object]) -> list[str]:
    criterion = context.rubric.criterion(target.code)
    where = where_text(context, criterion, target.subject)
    lines = [f"已撤回：{leaf_name(criterion)} {values_text(criterion, target.given)}{where}"]
    if inputs:
        points = points_text(line_of(context, criterion, target.subject, inputs))
        lines.append(f"现在按之前报的 {values_text(criterion, inputs)} 计{'，' + points if points else ''}。")
    else:
        lines.append("这项现在是未报。")
    lines.append(_KEPT)
    return lines


COMMAND = Command(Act.WITHDRAW, "撤回", _WORDS, withdraw, _PATTERN)
