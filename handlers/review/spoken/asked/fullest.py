"""“这几家哪家交得最全”: how much each unit has reported of what a reviewer assesses, and with how much evidence."""

import re
from collections.abc import Mapping
from typing import Final

from handlers.board import duties_of_unit, wants_a_word
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.enrolled import printed_unit
from handlers.review.decisions import LeafKey, LeafRecord, records_of
from handlers.review.sight import judges, stepped_back
from handlers.review.spoken.elsewhere import units_named
from handlers.wording import shown

_LISTED: Final = 12
_HANDED: Final = "(?:材料|附件|证据|[交报附])(?:上?来)?[得的]?"
_FULL: Final = "(?:不)?(?:全|齐|完整|多|少)"
ASKS: Final = re.compile(
    rf"(?:谁|哪[家个]).{{0,2}}{_HANDED}(?:比较|更)?{_FULL}"
    rf"|(?:哪|谁).{{0,6}}{_HANDED}(?:是|都)?最{_FULL}|{_HANDED}最{_FULL}的?是?(?:哪|谁)"
)
_VALUES: Final = re.compile("[率数量值]|报[得的]?(?:最|更|比较)?[多少]")
"""哪家报得最多 asks for the figures."""
_LEAST: Final = re.compile("最(?:不|少)")


def told(words: str, context: Context) -> Reply | None:
    """The units by the share that they have reported, then by the share with evidence; None for figures."""
    if _VALUES.search(words):
        return None
    named = units_named(words, context)[0]
    pieces = {
        (row.code, row.subject)
        for row in context.uow.evidence.list(context.speaker.campaign.id)
        if row.state in ("stored", "pending")
    }
    counts = {}
    for unit, his in wanted(context).items():
        if named and unit not in named:
            continue
        seen = {key: record for key, record in his.items() if not stepped_back(context, *key)}
        reported = [key for key, record in seen.items() if record.status != "unreported"]
        counts[unit] = len(seen), len(reported), sum(key in pieces for key in seen)
    ordered = sorted(
        (unit for unit, (all_, *_) in counts.items() if all_),
        key=lambda unit: (counts[unit][1] / counts[unit][0], counts[unit][2] / counts[unit][0]),
        reverse=_LEAST.search(words) is None,
    )
    rows = [
        f"{unit}：应报{counts[unit][0]}项，报了{counts[unit][1]}项，附了材料的{counts[unit][2]}项"
        for unit in ordered
    ]
    some = sum(reported > 0 for _, reported, _ in counts.values())
    head = (
        f"由您审的{len(rows)}家，报了的{some}家，{'报得最少' if _LEAST.search(words) else '报得最全'}的在前："
    )
    end = "这是件数；材料够不够由您按条文定。"
    return Reply("\n".join([head, *shown(rows, _LISTED, "……另有{}家"), end])) if rows else None


def without_papers(context: Context) -> list[str]:
    """The units that have handed in no piece of evidence for anything that the speaker assesses."""
    rows = context.uow.evidence.list(context.speaker.campaign.id)
    handed = {
        name
        for row in rows
        if row.state in ("stored", "pending")
        for name in (printed_unit(row, context), row.subject)
    }
    return [unit for unit, his in wanted(context).items() if his and unit not in handed]


def wanted(context: Context) -> Mapping[str, Mapping[LeafKey, LeafRecord]]:
    """{unit: how each report stands that it has to make and that the speaker reviews}."""
    records = records_of(context.uow, context.speaker.campaign.id)
    subjects = context.speaker.campaign.subjects
    units = dict.fromkeys([*subjects, *(leaf.reporter for leaf in context.rubric.criteria if leaf.reporter)])
    return {
        unit: {
            (duty.criterion.code, subject): records.get((duty.criterion.code, subject), LeafRecord(None))
            for duty in duties_of_unit(unit, context)
            if judges(context, duty.criterion) and (duty.owed or wants_a_word(duty.criterion))
            for subject in duty.subjects
        }
        for unit in units
    }
