"""那个93.5是怎么回事: which reported value a figure is, whose, and what it gave."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from handlers.access import Act
from handlers.command import shy
from handlers.context import Context
from handlers.leading.one_unit.units import mentions
from handlers.lookups.explain import why
from handlers.messages import Reply
from handlers.review.decisions import records_of
from handlers.wording import leaf_name, month_day, shown
from scoring.model import Criterion

LISTED: Final = 6
_FIGURE: Final = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.])")


def asked(text: str, context: Context) -> Reply | None:
    """Explain the one reported value that the figure is, list several; None where there is none."""
    figures = _FIGURE.findall(text)
    if len(figures) != 1:
        return None
    units = mentions(text, context.rubric, context.speaker.campaign.subjects).units
    found = [
        (criterion, subject)
        for criterion, subject in _holding(Decimal(figures[0]), context)
        if not units or subject in units or criterion.reporter in units
    ]
    if len(found) == 1:
        ((criterion, subject),) = found
        several = len(context.speaker.campaign.subjects) > 1
        told = why(f"{subject} {criterion.code}" if several else criterion.code, context)
        return Reply(f"{figures[0]}是{_who(criterion, subject, context)}的：\n{told.text}")
    rows = [f"{criterion.code} {leaf_name(criterion, 24)}（{subject}）" for criterion, subject in found]
    if not rows:
        return None
    return Reply.of(
        f"报{figures[0]}的有{len(rows)}项：", *shown(rows, LISTED, "……另有{}项"), "回“为什么 编号”看依据。"
    )


def _who(criterion: Criterion, subject: str, context: Context) -> str:
    submission = records_of(context.uow, context.speaker.campaign.id, [criterion.code])[
        criterion.code, subject
    ].submission
    return f"{submission.unit}{month_day(submission.at)}报" if submission is not None else "质强办定"


def _holding(figure: Decimal, context: Context) -> list[tuple[Criterion, str]]:
    rows = records_of(context.uow, context.speaker.campaign.id).items()
    return [
        (context.rubric.criterion(code), subject)
        for (code, subject), record in rows
        if code in context.rubric.by_code and any(_is(value, figure) for value in record.reported.values())
    ]


def _is(value: object, figure: Decimal) -> bool:
    try:
        return not isinstance(value, bool) and Decimal(str(value)) == figure
    except InvalidOperation:
        return False


COMMANDS = (
    shy(
        Act.UNIT,
        "那个93.5是怎么回事",
        asked,
        r"(?=.*(?:怎么回事|咋回事|怎么来的|哪来的|哪儿来的|是谁报的?|谁报的|哪家报?的|哪个(?:单位|局|区|县)报?的|是哪一?项|是啥意思|什么意思|准不准|对不对|靠谱吗))(?P<rest>.{0,12}\d.{2,20})",
    ),
)
