"""刚才那个3.5评上了吗: whether what the assessor gave counts, of the leaf that is named or was marked last."""

import re
from typing import Final

from handlers.access import Act, assesses, may
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.review.assessed_only import figure_of, takes_points
from handlers.review.decisions import effective, records_of
from handlers.review.direct import marks_said
from handlers.wording import leaf_name
from scoring.model import Criterion

_ASKED: Final = re.compile(
    r"(?:(?:评|打|记|给|录)(?:分|上|好|完|进|了|去)*|核定)(?:没有?|吗|了没)[?？]?$"
    r"|哪[些几]?个?.{0,4}(?:评|打)(?:了|过|完|好)|(?:评|打)(?:分|了)*(?:了)?哪[些几]|哪[些几]?个?.{0,4}(?:没|还没|未)(?:评|打)"
    r"|(?:评|打|给|核定)(?:了|的是|的)?(?:多少|几)分?[了啊呢?？]*$|(?:评|打|给)的?分?(?:记|算|存|录)?上了?没"
)
_THEIRS: Final = re.compile("自评|自己|他们给|单位给|报|交")
"""她那项自评给自己打了多少分: what the unit gave itself."""
_CODE: Final = re.compile(r"(?<![\d.])(?:[A-Z]\.)?\d{1,2}(?:\.\d{1,2})?(?![\d.%％])")


def asked(text: str, context: Context) -> Reply | None:
    """The points of each assessed unit that is named, or of all; None where nobody asks, or no leaf is meant."""
    asks = _ASKED.search(text.strip()) is not None and _THEIRS.search(text) is None
    if not may(context.speaker.role, Act.REVIEW) or not asks:
        return None
    leaves = _leaves(text, context)
    return Reply("\n".join(_rows(leaf, text, context) for leaf in leaves)) if leaves else None


def _rows(leaf: Criterion, text: str, context: Context) -> str:
    subjects = context.speaker.campaign.subjects
    named = [unit for unit in mentions(text, context).units if unit in subjects]
    records = records_of(context.uow, context.speaker.campaign.id, [leaf.code])
    rows = [f"{leaf.code} {leaf_name(leaf, 30)}"]
    for subject in named or subjects:
        record = records.get((leaf.code, subject))
        given = record.assessed if record is not None else {}
        rows.append(f"{subject}：{marks_said(leaf, subject, given, context) if given else '还没有评'}")
    return "\n".join(rows)


def _leaves(text: str, context: Context) -> list[Criterion]:
    """The leaves of the codes that are said, else the one that the speaker marked last."""
    known = [found[0] for found in _CODE.finditer(text) if found[0] in context.rubric.by_code]
    leaves = [context.rubric.criterion(code) for code in known if "." in code or len(known) == 1]
    leaves = [one for one in leaves if figure_of(one) is not None or takes_points(one)]
    own = [one for one in leaves if assesses(context.seat, context.rubric, one)]
    if own or known:
        return own
    rows = effective(context.uow.reviews.of_contact(context.speaker.campaign.id, context.speaker.contact.id))
    last = [row.code for row in rows if row.act == "assess"]
    return [context.rubric.criterion(last[-1])] if last else []
