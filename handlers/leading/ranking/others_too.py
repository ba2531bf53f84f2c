"""安岳县98.2，雁江和乐至呢: the figure of one district is quoted, how the others stand on the same item is asked."""

import re
from typing import Final

from handlers.campaign.standing import standing_now
from handlers.context import Context
from handlers.leading.one_unit import subject_view
from handlers.leading.one_unit.unit_view import named
from handlers.leading.topics import leaves_called, topic_of
from handlers.messages import Reply
from handlers.receipts import values_text
from handlers.review.decisions import STATUS_NAMES, records_of
from handlers.wording import leaf_name

_ASKED: Final = re.compile(
    r"(?P<head>.{2,40}?\d.{0,6}?)[,，。;；\s]+(?:那)?(?P<others>[^\d,，。]{2,24}?)呢[?？]?"
)
_VALUE: Final = re.compile(r"\d+(?:\.\d+)?")


def told(text: str, context: Context) -> Reply | None:
    """The values of the others; None where the item is not certain or nobody else is asked about."""
    subjects = context.speaker.campaign.subjects
    said = _ASKED.fullmatch(text.strip()) if len(subjects) > 1 and "呢" in text else None
    if said is None:
        return None
    head = named(said["head"], context)
    others = [unit for unit in named(said["others"], context).units if unit in subjects]
    quoted = {unit for unit in head.units if unit in subjects}
    value = _VALUE.findall(said["head"])[-1]
    rows = {
        (code, subject): row
        for (code, subject), row in records_of(context.uow, context.speaker.campaign.id).items()
        if row.reported
    }
    codes = [
        code
        for (code, subject), row in rows.items()
        if subject in quoted and value in map(str, row.reported.values())
    ]
    if len(codes) > 1:
        about = leaves_called(
            topic_of(_VALUE.sub(" ", head.rest)), [context.rubric.criterion(code) for code in codes]
        )
        codes = [leaf.code for leaf in about]
    if not quoted or not others:
        return None
    if len(codes) != 1:
        standing = standing_now(context)
        known = f"{'、'.join(sorted(quoted))}报{value}的{'不止一项' if codes else '没有'}，没有改动。"
        return Reply.of(known, *(subject_view.in_short(standing, subject) for subject in others))
    leaf = context.rubric.criterion(codes[0])
    lines = [f"{leaf.code} {leaf_name(leaf)}："]
    for subject in others:
        row = rows.get((leaf.code, subject))
        state = f"{values_text(leaf, row.reported)}（{STATUS_NAMES[row.status]}）" if row else "还没有上报"
        lines.append(f"{subject}：{state}")
    return Reply.of(*lines)
