"""What is said to a draft of rulings: 是, the way that is chosen, 除了2, or why that goes back of which nothing was said."""

import re
from collections.abc import Mapping
from typing import Any, Final

from handlers import dialogs
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.widths import clean
from handlers.review.rulings import reason_in
from handlers.review.spoken.judging import drafts
from handlers.review.spoken.mentioned import mentioned
from handlers.review.spoken.places import Sheet
from handlers.review.spoken.ruling import may_rule
from handlers.review.spoken.sentence import read_sentence
from handlers.review.spoken.verdicts import Verdict, pieces_of
from handlers.review.waiting import listed_items, resolve

_LESS: Final = re.compile("除|去掉|不要|别(?!的)|但|只(?!看)|少")
"""除了2: less than what was said back."""


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Rule it after 是, or the way that is chosen."""
    told = drafts.answer(state, text, context)
    if told is None and _LESS.match(text.strip()) and not _rules_some(text, context):
        dialogs.close(context)
        return Reply("好的，那份没有办理。要办哪几件请再说一遍，如“1、3通过”。")
    return _reasoned(state, text, context) if told is None else told


def _reasoned(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """证书只有3张: why that goes back of which it was to be asked; None where the words rule or ask, or name another."""
    words, (draft, *others_drafted) = clean(text).strip(), state["drafts"]
    if others_drafted:
        return None
    bare = any(not row["accept"] and not row["reason"] for row in draft["rulings"])
    others = any(piece.verdict in (Verdict.ACCEPT, Verdict.HOLD) for piece in pieces_of(words))
    if not bare or others or len(words) > _REASON or not may_rule(words):
        return None
    rows = [place for row in draft["rulings"] for place in row["places"] if not row["accept"]]
    items = dict(enumerate(resolve(state["items"], context), start=1))
    pool = {place: item for place in rows if (item := items.get(place)) is not None}
    one = len(pool) > 1 and 0 < len(mentioned(words, pool, context)) < len(pool)
    named = mentions(words, context).units or words[:1].isdecimal() or one
    return None if named else drafts.sent_back_anew(lambda reason: reason or reason_in(words), context)


_REASON: Final = 60


def _rules_some(text: str, context: Context) -> bool:
    """Whether the words rule by themselves, and so take the draft's place."""
    items = listed_items(context) or []
    return read_sentence(clean(text).strip(), Sheet(items), context) is not None
