"""A line of a message as tokens: places, codes, subjects, values, words and what separates them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from handlers.reading import numbers, ordinals
from handlers.reading.asides import bare
from handlers.reading.states import State, split_state

Kind = Literal["place", "mark", "code", "subject", "value", "unclear", "words", "break", "blank"]


class Token(NamedTuple):
    """One piece of a line, from `start` to `end`; `value` is set for values, `place` for places on the list."""

    kind: Kind
    text: str
    start: int
    end: int
    value: numbers.Quantity | State | None = None
    place: int = 0


_NUMERAL_WORDS: Final = (
    "报一下|一下子?|一共|一样|一直|一定|一些|一般|一致|一律|统一|同一|唯一|一起(?=[报发交算给]|$|[，,。\\s])|第[一二三]方|三方|第[一二三四]季度"
    "|十分(?!之)|百姓|三农|千万(?=[别不要])|(?:19|20)\\d\\d年度?|[一二三四前上下]{1,2}季度|(?:上|下)半年|半年"
)
_MARK: Final = (
    r"(?<![^\s,，;；。|])\(?(?P<no>\d{1,3})(?:\)\s*(?=\S)|[.、:]\s*(?=[^\d\s.])|\.\s+(?=\d)|[、:]\s*(?=\d))"
)
_UNCLEAR: Final = r"\d+(?:[.。·]\d+){2,}|(?<![\d])[.]\d+|\d+[.。·]\s+\d+|\d+,\d{1,2}(?![\d,.])|\d{4,},\d+|\d+(?:\.\d+)?[eE][+-]?\d+"
_BEFORE_FIGURES: Final = frozenset({"yes", "no", "none", "quiet"})
_BREAKS: Final = "，,；;、。!|\t\n"


class Lexer:
    """Takes lines apart, knowing the words of one list.

    `masks` are phrases of names whose numerals are no values (12315平台, 一次验), `codes` those with letters,
    `subjects` the ways to call each assessed unit, `labels` the words of choices, `places` the list's numbers.
    """

    def __init__(
        self, *, masks: Iterable[str], codes: Iterable[str], subjects: Iterable[str], labels: Iterable[str],
        places: Iterable[int],
    ) -> None:  # fmt: skip
        parts = {
            "place": ordinals.PATTERN,
            "mark": _MARK,
            "code": _one_of(codes, r"(?<![A-Za-z\d]){}(?![A-Za-z\d])"),
            "mask": _one_of(masks, "{}"),
            "subject": _one_of(subjects, "{}"),
            "idiom": _NUMERAL_WORDS,
            "unclear": _UNCLEAR,
            "quantity": numbers.PATTERN,
            "break": f"[{_BREAKS}]",
            "rest": r"(?s:.)",
        }
        self._pattern = re.compile(
            "|".join(f"(?P<{name}>{pattern})" for name, pattern in parts.items() if pattern), re.IGNORECASE
        )
        self._labels = tuple(sorted(set(labels), key=len, reverse=True))
        self._places = frozenset(places)

    def tokens(self, line: str) -> list[Token]:
        """The tokens of a cleaned line, runs of words split from the states they end with."""
        found: list[Token] = []
        start = 0
        for token in self._pieces(line):
            if token.kind == "words":
                continue
            found += self._run(line, start, token.start, led=token.kind in ("value", "unclear"))
            start = token.end
            if token.kind != "blank":
                found.append(token)
        return found + self._run(line, start, len(line))

    def _pieces(self, line: str) -> Iterator[Token]:
        at = 0
        while (found := self._pattern.match(line, at)) is not None:
            token = self._token(found)
            if token.kind == "mark" and token.place not in self._places:
                start, end = found.span("no")
                token = Token("value", found["no"], start, end, numbers.read_number(found["no"]))
            yield token
            at = token.end

    def _token(self, found: re.Match[str]) -> Token:
        kind, text, (start, end) = found.lastgroup, found[0], found.span()
        if kind == "place":
            return Token("place", text, start, end, place=ordinals.place_of(text))
        if kind == "mark":
            return Token("mark", text, start, end, place=int(found["no"]))
        if kind == "quantity":
            said = numbers.quantity_of(found)
            return Token("words" if said is None else "value", text, start, end, said)
        if kind == "unclear" or (kind == "rest" and _is_odd_figure(text)):
            return Token("unclear", text, start, end, numbers.Quantity(text, None))
        plain: dict[str | None, Kind] = {"code": "code", "subject": "subject", "break": "break"}
        return Token(plain.get(kind, "blank" if text.isspace() else "words"), text, start, end)

    def _run(self, line: str, start: int, end: int, *, led: bool = False) -> list[Token]:
        """A run of words, and the choice or state that it ends with.

        Where the run leads to a figure, 是, 没有 and 不是 belong to that figure.
        """
        words = line[start:end]
        whole = bare(words)
        rest, state = split_state(words)
        if led and state is not None and state.kind in _BEFORE_FIGURES:
            rest, state = words, None
        label = next((label for label in self._labels if whole.endswith(label)), None)
        if label is not None and (state is None or len(label) > len(bare(state.text))):
            rest, state = whole.removesuffix(label), State(label, "label")
        parted = end if state is None else min(start + len(rest), end)
        tokens = [Token("words", rest, start, parted)] if bare(rest) else []
        return [*tokens, Token("value", state.text, parted, end, state)] if state else tokens


def _one_of(words: Iterable[str], frame: str) -> str:
    escaped = [re.escape(word) for word in sorted(set(words), key=len, reverse=True) if word]
    return frame.format(f"(?:{'|'.join(escaped)})") if escaped else ""


def _is_odd_figure(text: str) -> bool:
    """½, ³ and digits of other scripts: numerals that are not to be guessed at."""
    return text.isnumeric() and not text.isalpha()
