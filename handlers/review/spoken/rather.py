"""“不是退回，补个清单就行”: more is wanted of what was just sent back, or is about to be; its value stays."""

import re
from functools import partial
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.review.spoken.judging import drafts
from handlers.review.spoken.said import Said
from handlers.review.spoken.undoing import just_sent_back, waiting_again
from handlers.review.spoken.verdicts import Verdict, pieces_of

_NOT_SENT: Final = re.compile(
    r"(?:哎呀?|不对|等等|等一?下|我|那个|[\s,，])*(?:不是|没(?:说|让|叫|有?要)|不用|不要|别|不必|先不|先别)(?:你|说|是|想|让|叫|要)*"
    r"(?:给?(?:他们?|单位))?(?:退回?|打回|驳回)(?:去|他们?|的意思|了|啊|呀|的|吧)*(?=[\s,，。;；]|$)"
)


def wanted_instead(text: str, context: Context) -> Reply | None:
    """The draft of what is asked for; None where nothing was just sent back or is about to be."""
    words = clean(text).strip()
    found = _NOT_SENT.match(words)
    asked = [one for one in pieces_of(words[found.end() :]) if one.verdict is Verdict.ASK] if found else []
    if not asked or is_question(words):
        return None
    what = partial(_in_full, Said((), Verdict.ASK, sure=False, named=True, reason=asked[-1].tail).wants)
    drafted = drafts.sent_back_anew(what, context, Verdict.ASK)
    rows = just_sent_back("", context) if drafted is None else ()
    if not rows:
        return drafted
    undone, items = waiting_again(rows, context)
    said = [
        Said((at,), Verdict.ASK, sure=True, named=True, reason=what(row.reason or ""))
        for at, item in enumerate(items, start=1)
        for row in rows
        if (row.code, row.subject) == (item.criterion.code, item.subject)
    ]
    return drafts.said_back(said, items, context, drafts.Beside(head=f"{undone}\n"))


def _in_full(what: str, reason: str) -> str:
    """新开工项目清单 of the reason, where now only 清单 is said."""
    told = Said((), Verdict.ASK, sure=False, named=True, reason=reason).wants.split("，")
    return next((one for one in told if one.endswith(what)), what)
