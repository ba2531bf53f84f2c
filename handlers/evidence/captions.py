"""图片说明: words added to pictures that were filed without any."""

import re
from dataclasses import replace

from handlers.access import Act
from handlers.board import board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.evidence.describing import describe
from handlers.evidence.filing import read_filing
from handlers.evidence.placing import of_unit
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reporting.about.meant import LATELY
from handlers.suggesting import offering
from handlers.wording import clip
from store.records import Evidence


def is_bare(row: Evidence) -> bool:
    """Whether it is a picture of which nobody has said what it shows."""
    return row.kind == "image" and not row.caption and row.state in ("stored", "pending")


def caption(text: str, context: Context) -> Reply:
    """说明 1 时间地点内容: say what the unit's uncaptioned pictures of that line show."""
    filings = read_filing(text, ())
    filing = filings[0] if filings and not isinstance(filings, str) else None
    lines = board_of(context).of_ordinal(filing.place) if filing else ()
    if filing is None or not lines or not filing.caption:
        return Reply("请这样发：“说明 1 6月10日工地检查”，序号见“我的任务”。")
    meant = {line.subject for line in of_unit(filing.caption, lines, board_of(context), context).lines}
    rows = context.uow.evidence.list(
        context.speaker.campaign.id, code=lines[0].criterion.code, unit=context.seat.unit
    )
    bare = [row for row in rows if is_bare(row) and row.subject in meant]
    line = lines[0]
    if not bare:
        return Reply(f"{line.title}没有缺说明的图片。")
    if len({row.subject for row in bare}) > 1:
        units = "、".join(dict.fromkeys(row.subject for row in bare))
        return Reply(
            f"{line.title}缺说明的图片是{units}的，请写明是哪家，如“说明 {line.duty.ordinal} {bare[0].subject} …”。"
        )
    for row in bare:
        context.uow.evidence.caption(row.id, filing.caption)
        describe(context.uow, replace(row, caption=filing.caption), context.rubric.materials, context.now)
        detail = {"code": line.criterion.code}
        context.uow.audit.record(context.now, context.actor, "caption", f"evidence:{row.id}", detail)
    return Reply(f"已给{line.title}的{len(bare)}张图片加上说明：{clip(filing.caption, 60)}。")


def offered(text: str, context: Context) -> Reply | None:
    """6月18日在锦绣家园检查: said just after pictures were filed without a word, it is offered as theirs."""
    if context.speaker.role != "contact" or is_question(text) or not _SHORTEST <= len(text) <= _LONGEST:
        return None
    rows = context.uow.evidence.list(context.speaker.campaign.id, unit=context.seat.unit)
    bare = [row for row in rows if is_bare(row) and row.code and context.now - row.at <= LATELY]
    lines = [
        line
        for line in board_of(context).lines
        if (line.code, line.subject) in {(row.code, row.subject) for row in bare}
    ]
    if len(lines) != 1:
        return None
    place, where = lines[0].duty.ordinal, f"{lines[0].subject} " if len(lines[0].duty.subjects) > 1 else ""
    said = f"作为{lines[0].title}刚交的{len(bare)}张图片的说明"
    return offering.choose(
        f"“{clip(text, 40)}”还没有记下。是要：", [(f"说明 {place} {where}{text}", said)], context
    )


_SHORTEST, _LONGEST = 4, 80

COMMAND = Command(
    Act.EVIDENCE,
    "说明 1 6月10日工地检查",
    words(""),
    caption,
    re.compile(r"(?:补|加)?说明[\s:：]*(?P<rest>(?:\d|[①-⑳]|第).*)", re.DOTALL),
)
