"""回话: what a contact answers where a reviewer asked his unit to explain something."""

import re
from datetime import timedelta
from typing import Final

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.evidence import worded
from handlers.matters.register import standing, tell
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.suggesting import offering
from handlers.wording import clip, in_one_line
from store.records import Matter

_LATELY: Final = timedelta(days=3)
_LONGEST: Final = 200
_EXPLAINS: Final = re.compile(
    r"^(?:(?:情况)?(?:说明|解释)(?:一下)?\s?[:：](?!\s*\d)|(?:那个?|这个?)?(?:是[因由]?|因为?|由于|原因|主要|当时|确实|对的?[,，]|有的|盖[了过]|写[了的]|不是|没有?[,，]|[那这]))(?=.{3})"
)
_REPORTS: Final = re.compile(
    r"[%％]|百分之|第\s*\d+\s*项|[①-⑳]|率\s*[是为]?\s*\d|改[成为]|更正|撤回|应[该当]是|不是\s*\d"
)
"""不是98是89 mends a report."""


def explained(text: str, context: Context) -> Reply | None:
    """那是方案印发日期，去年12月定的, where that was asked: whether it is the answer; None for anything else."""
    said = text.strip()
    if context.speaker.role != "contact" or len(said) > _LONGEST or not _EXPLAINS.match(said):
        return None
    if _REPORTS.search(said) or is_question(said):
        return None
    row = _asked(context)
    if row is None:
        return None
    own = in_one_line(context.as_said(text))
    asked = f"审核员{row.contact_name}要您单位{clip(row.text, 60)}（第{row.number}号）。"
    head = f"{asked}这句是回这个的吗？已报的数不变，还没有转。"
    choices = [
        (f"回审核 {own}", f"是，转给{row.contact_name}：“{clip(own, 40)}”"),
        (f"转质强办 {own}", "不是，转给质强办"),
    ]
    return offering.choose(head, choices, context)


def reply_to(text: str, context: Context) -> Reply:
    """Tell whoever asked last, and keep the words with the item that it was about."""
    row, said = _asked(context), in_one_line(text)
    if row is None or not said:
        return Reply(
            "近三天没有审核员要您单位说明什么，没有转。要补材料发“材料 序号 内容”，别的发“转质强办 内容”。"
        )
    subject = row.subject or context.speaker.campaign.subjects[0]
    kept = worded.keep(context, row.code, subject, said) if row.code else ""
    person = context.uow.roster.get(row.contact_id) if row.contact_id is not None else None
    who = f"{context.seat.unit} {context.speaker.contact.name}"
    push = f"【回话】{who}答第{row.number}号（{clip(row.text, 60)}）：“{clip(said, 200)}”。回“待审”看清单。"
    told = tell(context, row.number, [person] if person is not None else [], push)
    reached = f"已转给审核员{row.contact_name}" if told else f"审核员{row.contact_name}现在通知不到"
    return Reply("\n".join(filter(None, [f"{reached}：“{clip(said, 60)}”。数据没有改动。", kept])))


def _asked(context: Context) -> Matter | None:
    """What a reviewer asked the unit last to explain, while it is open and new."""
    rows = [
        row
        for row in standing(context, "material")
        if row.unit in (context.seat.unit, context.seat.subject)
        and row.text.startswith("说明")
        and context.now - row.at <= _LATELY
    ]
    return rows[-1] if rows else None


COMMAND = Command(
    Act.EVIDENCE,
    "回审核 是方案印发日期",
    words(""),
    reply_to,
    re.compile(r"(?:回|答)(?:复)?审核(?:员)?(?:的)?(?:[\s:：，,]+)(?P<rest>.{2,200})", re.DOTALL),
)
