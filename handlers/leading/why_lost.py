"""为什么扣分: of a unit or an item that is named, the value, the clause and the arithmetic of what lost points."""

import re
from typing import Final

from handlers.campaign.standing import Standing, standing_now
from handlers.context import Context
from handlers.leading.one_unit.unit_view import named, view
from handlers.leading.topics import leaves_called, topic_of
from handlers.lookups.explain import reckoned
from handlers.messages import Reply
from handlers.wording import month_day
from scoring.model import Criterion

_WHY: Final = re.compile(
    r"(?:为什么|为啥|怎么|咋|凭什么|凭啥)(?!办|算|报|样)[^,，。]{0,8}?(?:[扣丢掉少](?:了|的)?分|掉了|没拿?到?满分|没得满|才|只有|只得|这么[低少]|没有?分|[0零]分)"
    r"|[扣丢](?:了)?分.{0,4}(?:原因|为什么|为啥|怎么回事)|分.{0,4}(?:怎么|为什么|为啥|咋)(?:就|会)?(?:扣|丢|掉|少|低)"
)
_ASIDE: Final = re.compile(
    "为什么|为啥|怎么回事|怎么|咋|凭什么|凭啥|扣|丢|掉|少|满分|没拿到?|得|分|只有|才|就|了|的|低|原因|[\\d.]+|那项|这项"
)
_CUE: Final = re.compile("[为怎咋凭原]")


_WHO: Final = re.compile(
    r"[,，。;；\s]*(?:是|又是|都是)?(?:谁|哪[个家](?:单位|局|部门)?)(?:给)?(?:报|填|交)的?(?:数|上来的)?[?？]?"
)
_CODE: Final = re.compile(r"(?<![\d.A-Z])(?:[A-Z]\d\d-[A-Z]\d?|\d{1,2}\.\d{1,2})(?![\d.%％])")


def told(text: str, context: Context) -> Reply | None:
    """华容为什么扣分: the one item's reckoning, else how the unit stands; None where neither is certain."""
    if not _CUE.search(text) or not _WHY.search(text):
        return None
    asked, _, besides = text.partition(who[0]) if (who := _WHO.search(text)) is not None else (text, "", "")
    found = named(f"{asked} {besides}", context)
    codes = [one[0] for one in _CODE.finditer(text) if one[0] in context.rubric.by_code]
    topic = topic_of(_ASIDE.sub(" ", found.rest))
    standing = standing_now(context)
    units = set(found.units)
    lost = [
        (line.criterion, subject)
        for line, subject, _ in standing.losses
        if not units or subject in units or standing.unit_of(line.criterion, subject) in units
    ]
    called = leaves_called(topic, [criterion for criterion, _ in lost]) if len(topic) > 1 else ()
    about = [context.rubric.criterion(code) for code in codes] or called
    lost = [row for row in lost if row[0] in about] if about else lost
    if len(lost) == 1 and (units or about):
        told = reckoned(*lost[0], context)
        return Reply(f"{told.text}\n{_by_whom(*lost[0], standing)}") if who is not None else told
    return Reply.of(*view(found, context)) if units else None


def _by_whom(criterion: Criterion, subject: str, standing: Standing) -> str:
    """是哪家报的, beside why it lost."""
    record = standing.records.get((criterion.code, subject))
    if record is None or record.submission is None:
        return "还没有人报。"
    given = record.submission
    return f"由{given.unit}{month_day(given.at)}报。"
