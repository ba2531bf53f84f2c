"""The clauses of a whole line, with what makes them doubtful that only shows when all of them are there."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from handlers.reading.clauses import Clause, Parser
from handlers.reading.numbers import Quantity
from handlers.reading.tokens.asides import bare, is_unsure, split_times, tells_done
from handlers.reading.tokens.lexing import Token
from handlers.reading.tokens.states import State


def parse(line: str, tokens: Sequence[Token], heads: Collection[str]) -> list[Clause]:
    """The clauses of a line; `heads` are the plain numbers that can be a place or a code of the list."""
    clauses = Parser(line, tokens, heads).parse()
    _doubt_shifted(clauses)
    _doubt_stopped(clauses, heads)
    _doubt_having(clauses)
    _doubt_done_and_not(clauses)
    _doubt_spoken_doubts(clauses)
    return clauses


def _doubt_shifted(clauses: Sequence[Clause]) -> None:
    """3个江苏名牌2个南通名牌: a nameless first value means that each name may follow its value."""
    for first, second in pairwise(clauses):
        if first.segment == second.segment and first.said is not None and first.empty and second.meaning:
            for clause in clauses:
                if clause.segment == first.segment:
                    clause.said = Quantity(clause.piece, None)


def _doubt_stopped(clauses: Sequence[Clause], heads: Collection[str]) -> None:
    """合格率 2。25 产品件数 0: the stop may end the first value and leave 25 to be the place of the second."""
    for first, second in pairwise(clauses):
        said = first.said
        if not isinstance(said, Quantity) or not (said.loose and said.bare) or second.located:
            continue
        if second.meaning and said.text.rpartition("。")[2] in heads:
            first.unsure = second.unsure = True


def _doubt_having(clauses: Sequence[Clause]) -> None:
    """有 12 may be two values, yes and 12, or only one."""
    for first, second in pairwise(clauses):
        having = isinstance(first.said, State) and first.said.text in ("有", "没有", "无")
        counted = isinstance(second.said, Quantity) and second.empty and not second.words
        if having and counted and first.segment == second.segment:
            first.unsure = second.unsure = True


def _doubt_done_and_not(clauses: Sequence[Clause]) -> None:
    """方案做了没有材料 says of one line that it is done and that there is nothing."""
    for clause in clauses:
        denied = isinstance(clause.said, State) and clause.said.kind in ("none", "no")
        clause.unsure |= denied and tells_done(bare(clause.words))


def _doubt_spoken_doubts(clauses: Sequence[Clause]) -> None:
    silent = [clause for clause in clauses if clause.said is None]
    segments = Counter(clause.segment for clause in clauses) if silent else {}
    if any(
        is_unsure(one.words) or (segments[one.segment] == 1 and _is_last_years(one.words)) for one in silent
    ):
        for clause in clauses:
            clause.unsure = True


def _is_last_years(words: str) -> bool:
    """Whether 去年 stands by itself: 98.6，去年."""
    left, times = split_times(words)
    return times.role == "previous" and not bare(left)
