"""“城建局通过，安监局给2分，没有措施”: what passes or goes back and what is given points, one draft behind the other."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.review.spoken.marks import mark_spoken
from handlers.review.spoken.ruling import rule_spoken
from handlers.review.spoken.verdicts import Piece, Verdict, pieces_of
from handlers.review.waiting import current

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
    if all(_of_the_same(piece) for clause in ruled for piece in pieces_of(clause)):
        return mark_spoken(marked[0], context)
    return rule_spoken(_others("，".join(ruled), marked[0], context), context, then="，".join(marked))


def _others(ruled: str, marked: str, context: Context) -> str:
    """给2分，其他都过: the others are those that are not looked at, where the points are for what is."""
    seen = current(context) if _NAMELESS.match(marked) else None
    return _REST.sub(f"除了{seen[0]}其他", ruled, count=1) if seen is not None else ruled


_NAMELESS: Final = re.compile("(?:这[个件项条]|它)?(?:我|就|只|先)*(?:给|打|评|扣|判)")
_REST: Final = re.compile("^(?:其[他它余]|别的|剩下)的?")


def _of_the_same(piece: Piece) -> bool:
    """给4分吧，没啥毛病: what is said of the one that is given points, and rules no other."""
    about = _BESIDE.sub("", piece.about)
    return not about and piece.verdict is Verdict.ACCEPT and not (piece.sure and piece.about)


_BESIDE: Final = re.compile("^(?:其[他它余]|别的|材料|数据?|也|都|我看|就|那)+$")


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
