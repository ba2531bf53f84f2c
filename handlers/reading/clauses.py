"""A clause, and how a line falls into them: which words, place and subject stand with which value."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from handlers.reading.numbers import Quantity
from handlers.reading.tokens.asides import bare, without_courtesy
from handlers.reading.tokens.lexing import Token
from handlers.reading.tokens.states import State


@dataclass(slots=True)
class Clause:
    """小句: at most one value, with what stands before it.

    `place` is a number of the person's list, `code` a printed code or a number that may be either; `unsure`
    means that the value may belong elsewhere or that words beside it stay unexplained, `apart` that it begins
    a new sentence, `trailed` that its words stood behind its value.
    """

    segment: int
    words: str = ""
    place: int | None = None
    code: str | None = None
    subject: str | None = None
    said: Quantity | State | None = None
    unsure: bool = False
    apart: bool = False
    trailed: bool = False
    text: str = ""
    span: tuple[int, int] | None = None

    @property
    def located(self) -> bool:
        """Whether a place or a code stands before the value."""
        return self.place is not None or self.code is not None

    @property
    def meaning(self) -> str:
        """Its words without courtesies."""
        return without_courtesy(bare(self.words))

    @property
    def empty(self) -> bool:
        """Whether nothing in it says what the value is of."""
        return not self.located and self.subject is None and not self.meaning

    @property
    def piece(self) -> str:
        """The clause as typed."""
        return self.text.strip(" \t，,；;、。:")

    def reach(self, token: Token, line: str) -> None:
        """Stretch what was typed over one more token."""
        start = token.start if self.span is None else self.span[0]
        self.span = (start, token.end)
        self.text = line[start : token.end]


_SENTENCE_ENDS: Final = "；;。!|"
_COUNTED: Final = frozenset("个家处起件批座条")
_FELL_SHORT: Final = re.compile("(?:[还仍]?[没未不]有?)(?:达标|达到|合格|完成|通过|符合|办结|整改)(?:了|的)?")
_SHORT: Final = 12
_FURTHER: Final = re.compile("另外|还有|以及|然后|其中")


class _Behind(NamedTuple):
    """What follows a token in its segment: the next token's kind, and whether any value or word comes."""

    next: str = ""
    value: bool = False
    words: bool = False


def _behind(tokens: Sequence[Token]) -> list[_Behind]:
    found: list[_Behind] = []
    now = _Behind()
    for token in reversed(tokens):
        found.append(now)
        value = now.value or token.kind in ("value", "unclear")
        words = now.words or token.kind == "words"
        now = _Behind() if token.kind == "break" else _Behind(token.kind, value, words)
    return found[::-1]


class Parser:
    """Puts the tokens of a line into clauses, one after the other."""

    def __init__(self, line: str, tokens: Sequence[Token], heads: Collection[str]) -> None:
        self._line, self._tokens = line, tokens
        self._behind = _behind(tokens)
        self._heads = heads
        self._segment = 0
        self._mark = ""
        self._now = Clause(0)
        self.clauses: list[Clause] = []

    def parse(self) -> list[Clause]:
        for at, token in enumerate(self._tokens):
            if token.kind == "break":
                self._break(token)
            elif token.kind == "mark" and not self._now.empty:
                self._counted(at, token)
            else:
                self._take(at, token)
        self._close()
        return self.clauses

    def _break(self, token: Token) -> None:
        """The end of a segment; between words 、 only enumerates."""
        if token.text != "、" or not self._now.meaning:
            self._close()
            self._segment += 1
            self._now = Clause(self._segment, apart=token.text in _SENTENCE_ENDS)

    def _take(self, at: int, token: Token) -> None:
        locating = token.kind in ("place", "mark", "code")
        if locating and self._now.located:
            self._close()
        self._now.reach(token, self._line)
        if locating:
            self._locate(token)
        elif token.kind == "subject":
            self._subject(token)
        elif token.kind == "words":
            self._now.words += token.text
            self._now.apart |= _FURTHER.search(token.text) is not None
        else:
            self._value(at, token)

    def _close(self) -> None:
        """End the clause; words after a value without a place of their own are the tail of its segment."""
        now = self._now
        last = self.clauses[-1] if self.clauses else None
        if (
            last
            and last.segment == now.segment
            and not now.located
            and now.subject is None
            and now.said is None
        ):
            if now.meaning:
                _add_tail(self.clauses, now)
        elif now.located or now.subject or now.meaning or now.said is not None:
            self.clauses.append(now)
        self._now = Clause(self._segment)

    def _locate(self, token: Token) -> None:
        if token.kind == "code":
            self._now.code = token.text
        else:
            self._now.place = token.place
            self._mark = token.text.strip()[-1]

    def _subject(self, token: Token) -> None:
        self._now.unsure |= self._now.subject is not None
        self._now.subject = token.text

    def _value(self, at: int, token: Token) -> None:
        said = token.value
        if self._is_of_count(said):
            self._join_count()
            return
        if self._is_head(at, said):
            self._head(token.text.strip())
            return
        self._now.said = said
        self._now.unsure |= self._may_be_no_value(said) or self._may_be_next(at, said)
        self.clauses.append(self._now)
        self._now = Clause(self._segment)

    def _is_of_count(self, said: Quantity | State | None) -> bool:
        """The 未达标 of 1个断面未达标 says what was counted; it answers no input of its own."""
        last = self.clauses[-1] if self.clauses else None
        if last is None or last.span is None or last.segment != self._segment or self._now.located:
            return False
        counted = isinstance(last.said, Quantity) and last.said.unit in _COUNTED
        if not counted or not isinstance(said, State) or not _FELL_SHORT.fullmatch(said.text):
            return False
        between = self._line[last.span[1] : (self._now.span or last.span)[1]]
        return " " not in between and len(between) <= _SHORT

    def _join_count(self) -> None:
        last = self.clauses[-1]
        last.words += self._now.words
        last.text = f"{last.text}{self._now.text}"
        self._now = Clause(self._segment)

    def _counted(self, at: int, token: Token) -> None:
        """The 3 of 申报数 3、南通名牌 4: behind a name it is the value, whatever separates it from the next."""
        figure = str(token.place)
        self._now.reach(token, self._line)
        self._value(at, token._replace(kind="value", value=Quantity(figure, Decimal(figure))))
        self._segment += 1
        self._now = Clause(self._segment)

    def _may_be_no_value(self, said: Quantity | State | None) -> bool:
        """1、3 may be two places and 8:30 a time, not the value 3 or 30 of a line."""
        mark, self._mark = self._mark, ""
        if not isinstance(said, Quantity) or not said.bare or self._now.meaning:
            return False
        time = mark == ":" and said.text.isdigit() and len(said.text) == len("30") and said.text < "60"
        return time or (mark == "、" and said.text in self._heads)

    def _may_be_next(self, at: int, said: Quantity | State | None) -> bool:
        """The 6 of 21 有6 否 and the 1.7 of 得分是 1.7 平安 三家 may begin the next line instead."""
        if not isinstance(said, Quantity) or not said.bare or said.text not in self._heads:
            return False
        if not self._behind[at].value:
            return False
        return "." in said.text or (bool(self._now.words.strip()) and not self._now.meaning)

    def _is_head(self, at: int, said: Quantity | State | None) -> bool:
        """A plain number of the list with a value, or nothing but words, behind it in the same segment."""
        if not isinstance(said, Quantity) or not said.bare or said.text not in self._heads:
            return False
        if self._now.meaning or self._now.place is not None:
            return False
        behind = self._behind[at]
        if behind.value:
            return self._now.code is None or (said.text != self._now.code and behind.next == "words")
        return self._now.empty and behind.words and not self._in_segment()

    def _in_segment(self) -> bool:
        """Whether a clause of this segment is complete already."""
        return bool(self.clauses) and self.clauses[-1].segment == self._segment

    def _head(self, text: str) -> None:
        """A whole number behind another value may also be a further value of the same line."""
        before = self.clauses[-1] if self.clauses else None
        if before is not None and before.segment == self._segment and "." not in text:
            said = before.said
            doubtful = isinstance(said, Quantity) and said.unit == ""
            before.unsure |= doubtful
            self._now.unsure |= doubtful
        self._now.code = text


def _add_tail(clauses: list[Clause], tail: Clause) -> None:
    """Words behind the last value: its name where it has none, otherwise something unexplained."""
    last = clauses[-1]
    last.text = f"{last.text} {tail.text}"
    valued = [clause for clause in clauses if clause.segment == tail.segment]
    if last.empty and len(valued) == 1 and all(clause.trailed for clause in clauses[:-1]):
        last.words, last.trailed = tail.words, True
    else:
        for clause in valued:
            clause.unsure = True
