"""“城建局通过，安监局给2分，没有措施”: what passes or goes back and what is given points, one draft behind the other."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.review import direct
from handlers.review.points_said import Said, in_digits
from handlers.review.spoken.mark import mark_in
from handlers.review.spoken.marks import as_reckoned, mark_spoken
from handlers.review.spoken.places import Sheet, places_meant
from handlers.review.spoken.ruling import only_holds, rule_spoken, rules
from handlers.review.spoken.verdicts import Piece, Verdict, pieces_of
from handlers.review.waiting import current, listed_items, waiting
from handlers.wording import circled

_MARKED: Final = re.compile(r"(?<!自)(?:给|打|评|扣|判)(?:他们?|它)?个?\s*(?:满分|零分|一半|\d)")
_CLAUSE: Final = re.compile(
    r"[,，;；。]+|\s+(?=第?\d{1,2}[号项件个]?(?:给|打|评|扣|退|驳|过|通过)|[\u4e00-\u9fff]{2,8}(?:给|打|评|扣)\s*\d)"
)
_LONGEST: Final = 120


def ruled_and_marked(text: str, context: Context) -> Reply | None:
    """The draft of what passes or goes back; the points are asked for behind it. None for anything else."""
    words = in_digits(text)
    if len(words) > _LONGEST or not _MARKED.search(words) or is_question(words):
        return None
    ruled, marked = _parted([part.strip() for part in _CLAUSE.split(words) if part.strip()])
    many = _with_reasons(marked)
    if len(many) > 1:
        return _each(ruled, many, context)
    if not ruled or not marked:
        return None
    pieces = [piece for clause in ruled for piece in pieces_of(clause)]
    if all(_of_the_same(piece) for piece in pieces):
        return mark_spoken(marked[0], context)
    of_it = _of_it(pieces, "，".join(marked)) if words.startswith(ruled[0]) else ""
    told = mark_spoken(of_it, context) if of_it else None
    if told is not None:
        return told
    return rule_spoken(_others("，".join(ruled), marked[0], context), context, then="，".join(marked))


def _with_reasons(marked: Sequence[str]) -> list[str]:
    """Each that gives points with what is said behind it."""
    many: list[str] = []
    for clause in marked:
        if many and not _MARKED.search(clause):
            many[-1] = f"{many[-1]}，{clause}"
        else:
            many.append(clause)
    return many


def _each(ruled: list[str], marked: list[str], context: Context) -> Reply | None:
    """鄂城过，华容扣2分，梁子湖扣8分: each to its own: what is reckoned at those points passes, what cannot be is told."""
    listed = listed_items(context)
    items = listed if listed is not None else [*waiting(context)]
    left, refused = [], []
    for clause in marked:
        mark = mark_in(clause, context)
        meant = places_meant(mark.about, Sheet(items), context) if mark is not None else None
        one = meant.places[0] if meant is not None and len(meant.places) == 1 else 0
        item = items[one - 1] if 1 <= one <= len(items) else None
        points = mark.points(item.criterion) if mark is not None and item is not None else None
        if mark is None or item is None or points is None:
            return None
        said = Said(item.subject, points, mark.deduct)
        given = direct.drafted(item.criterion, [said], mark.reason, context)
        if as_reckoned(mark, item, context):
            ruled = [*ruled, f"{mark.about}通过"]
        elif isinstance(given, str):
            refused.append(f"{circled(one)}{item.subject}·{given}")
        else:
            left.append(clause)
    return _behind_each_other(ruled, left, refused, context) if ruled or refused else None


def _behind_each_other(
    ruled: Sequence[str], left: Sequence[str], refused: Sequence[str], context: Context
) -> Reply | None:
    """The draft of what passes or goes back, else of the first that is given points; the rest is to be sent again."""
    first, *others = left or [""]
    told = (
        rule_spoken("，".join(ruled), context, then=first, asks=True)
        if ruled
        else mark_spoken(first, context)
    )
    if told is None and not refused:
        return None
    later = [f"还没有办：“{'，'.join(others)}”，办完请再发。"] if others else []
    return Reply("\n".join([*refused, *([told.text] if told is not None else []), *later]))


def _of_it(pieces: Sequence[Piece], marked: str) -> str:
    """2材料齐全，通过，给1分: the one that passes is what is given the points, and what is told of it is why."""
    first, *others = pieces
    if not _NAMELESS.match(marked) or any(_is_other(piece) for piece in [replace(first, about=""), *others]):
        return ""
    if not others:
        return (
            f"{first.about}{marked}" if first.verdict is not None and not _SEVERAL.search(first.about) else ""
        )
    placed = _PLACED.match(first.about)
    return f"{placed[0]}{marked}，{first.about[placed.end() :]}" if placed is not None else ""


def _is_other(piece: Piece) -> bool:
    """Whether it rules in another way, or of something else that it names."""
    return piece.verdict not in (None, Verdict.ACCEPT) or bool(piece.about or piece.tail)


_PLACED: Final = re.compile(
    r"(?:第?\d{1,2}[号项件个条]?(?![\d.、和跟到至])|[^\d、]{2,16}?[那这]一?[项个件条])(?!.*[都各])"
)


_SEVERAL: Final = re.compile("[都全各]|其[他它余]|剩|别的|[两三四五六几2-9][个项件家]")


def _others(ruled: str, marked: str, context: Context) -> str:
    """给2分，其他都过: the others are those that are not looked at, where the points are for what is."""
    seen = current(context) if _NAMELESS.match(marked) else None
    return _REST.sub(f"除了{seen[0]}其他", ruled, count=1) if seen is not None else ruled


_NAMELESS: Final = re.compile("(?:这[个件项条]|它)?(?:我|就|只|先|[预初])*(?:给|打|评|扣|判)")
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
            last = marked
        elif any(
            piece.verdict in (Verdict.ACCEPT, Verdict.RETURN, Verdict.ASK) for piece in pieces_of(clause)
        ):
            last = ruled
        last.append(clause)
    return ruled, marked


def ruled_and_looked_on(text: str) -> tuple[str, str] | None:
    """覆盖率通过，第三项呢: what is ruled, and what is to be seen then."""
    found = _LOOKED_ON.fullmatch(text.strip())
    ruled = found is not None and rules(found["ruled"]) and not only_holds(found["ruled"])
    return (found["ruled"], found["look"]) if found is not None and ruled else None


_LOOKED_ON: Final = re.compile(
    r"(?P<ruled>.{2,60}?)[\s,，。;；]+(?P<look>(?:那|再看?)?(?:第[\d一二两三四五六七八九十]{1,2}[项个件条]|[^\s,，?？]{1,10}?(?:那[个项件条家]|那边|[局委办区县镇]的?))(?:呢|怎么样|咋样))[?？]?"
)
