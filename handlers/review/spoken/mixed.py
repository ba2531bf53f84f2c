"""“城建局通过，安监局给2分，没有措施”: what passes or goes back and what is given points, one draft behind the other."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.review.spoken.ruling import rule_spoken
from handlers.review.spoken.verdicts import Verdict, pieces_of

_MARKED: Final = re.compile(
    r"(?<!自)(?:给|打|评|扣|判)(?:他们?|它)?个?\s*(?:满分|零分|一半|\d|[一二两三四五六七八九]分)"
)
_CLAUSE: Final = re.compile(r"[,，;；。]+|\s+(?=第?\d{1,2}[号项件个]?(?:给|打|评|扣|退|驳|过|通过))")
_LONGEST: Final = 120


def ruled_and_marked(text: str, context: Context) -> Reply | None:
    """The draft of what passes or goes back; the points are asked for behind it. None for anything else."""
    words = clean(text).strip()
    if len(words) > _LONGEST or not _MARKED.search(words) or is_question(words):
        return None
    ruled, marked = _parted([part.strip() for part in _CLAUSE.split(words) if part.strip()])
    if not ruled or not marked:
        return None
    return rule_spoken("，".join(ruled), context, then="，".join(marked))


def _parted(clauses: list[str]) -> tuple[list[str], list[str]]:
    """What is ruled, and the one piece that gives points with all that is said behind it until the next ruling."""
    ruled: list[str] = []
    marked: list[str] = []
    last = ruled
    for clause in clauses:
        if _MARKED.search(clause):
            if marked:
                return [], []
            last = marked
        elif any(
            piece.verdict in (Verdict.ACCEPT, Verdict.RETURN, Verdict.ASK) for piece in pieces_of(clause)
        ):
            last = ruled
        last.append(clause)
    return ruled, marked
