"""加分: awards as counts of the printed marks; a reviewer proposes, the office decides, the cap is the document's."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.register import register
from handlers.messages import Reply
from handlers.receipts import line_of
from handlers.review.decisions import records_of
from handlers.wording import clip, plain
from scoring.model import Criterion, Input

ZERO: Final = Decimal(0)
_ITEM: Final = re.compile(
    r"(?P<name>[^\d\s，,、；;+＋]{2,24})\s*[+＋]?\s*(?P<points>\d{1,2}(?:\.\d{1,2})?)\s*分"
)
_LEAD: Final = re.compile(r"^(?:再|另|还)?加(?:上)?")
_NOISE: Final = re.compile(r"[“”（）()数]|获得?|命名|称号|提名奖?|的|项")


def propose(text: str, context: Context) -> Reply | None:
    """Price every award by its printed mark; None where the text names none."""
    pairs = [(_LEAD.sub("", found["name"]), Decimal(found["points"])) for found in _ITEM.finditer(text)]
    if not pairs:
        return None
    if context.rubric.bonus is None:
        return Reply("这份细则没有加分项（原文未规定），没有记录。")
    criterion = context.rubric.criterion(context.rubric.bonus.code)
    counts: dict[str, int] = {}
    for name, points in pairs:
        item = _meant(name, criterion)
        mark = _mark(context, criterion, item) if item else ZERO
        if item is None or not mark or points % mark:
            why = (
                f"原文每项{plain(mark)}分，{plain(points)}分不是整数项" if item and mark else "没认出是哪一种"
            )
            return Reply(f"“{clip(name, 16)}{plain(points)}分”：{why}，没有记录。加分条文回“加分”看。")
        counts[item.name] = counts.get(item.name, 0) + int(points / mark)
    return _proposed(text, context, criterion, counts)


def _proposed(text: str, context: Context, criterion: Criterion, counts: Mapping[str, int]) -> Reply:
    subject = context.speaker.campaign.subjects[0]
    record = records_of(context.uow, context.speaker.campaign.id, [criterion.code], subject).get(
        (criterion.code, subject)
    )
    known = dict(record.inputs) if record is not None else {}
    whole = {**known, **{name: int(str(known.get(name, 0))) + count for name, count in counts.items()}}
    raw = sum(
        (_mark(context, criterion, criterion.input(name)) * int(str(count)) for name, count in whole.items()),
        ZERO,
    )
    points = line_of(context, criterion, subject, whole).points or ZERO
    number = register(
        context,
        "bonus",
        text,
        unit=context.seat.unit,
        code=criterion.code,
        subject=subject,
        detail=dict(counts),
    )
    rows = [
        f"{criterion.input(name).label}：{count}项×{plain(_mark(context, criterion, criterion.input(name)))}分"
        for name, count in whole.items()
        if count
    ]
    capped = f"，超过上限，按{plain(points)}分计" if raw > points else ""
    limit = next((part for part in re.split("[（）。]", criterion.clause) if "不超过" in part), "")
    return Reply(
        "\n".join(
            [
                f"加分合计{plain(raw)}分{capped}（原文“{limit}”），明细保留：",
                *rows,
                f"加分由质强办认定：已作为加分提议登记（第{number}号），认定前不计入总分。",
            ]
        )
    )


def _mark(context: Context, criterion: Criterion, item: Input) -> Decimal:
    """What the engine gives for one of it."""
    subject = context.speaker.campaign.subjects[0]
    return line_of(context, criterion, subject, {item.name: 1}).points or ZERO


def _meant(name: str, criterion: Criterion) -> Input | None:
    """The one award whose label holds all that is named; None where it is none or several."""
    word = _NOISE.sub("", name)
    found = [item for item in criterion.inputs if item.type == "count" and word in _NOISE.sub("", item.label)]
    return found[0] if len(found) == 1 and len(word) > 1 else None


COMMAND = Command(
    Act.BONUS,
    "再加全国推广2分 詹天佑1分",
    words(""),
    propose,
    re.compile(r"(?:再|另|还)?加(?:上)?\D{2,24}\d{1,2}(?:\.\d{1,2})?\s*分.{0,200}", re.DOTALL),
    shy=True,
)
