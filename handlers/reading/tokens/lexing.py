"""A line of a message as tokens: places, codes, subjects, values, words and what separates them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, NamedTuple

from handlers.reading import numbers
from handlers.reading.tokens import ordinals
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.states import State, split_state

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
    "(?:其他|其余|另外)?[两二三四五六七八九十几]个?(?:县区|区|县|镇|单位)(?=[^\\d，,]{0,6}[没未暂]|平均|总体|合起来|加起来)|报一下|(?<=[发给传]我)一份|(?<=[发传给])一份|一下子?|一次(?=性|验收|合格)|一共|一样|一直|一定|一些|一般|一致|一律|统一|同一|唯一|一起(?=[报发交算给]|$|[，,。\\s])|第[一二三]方|三方|第[一二三四]季度"
    "|十分(?!之)|百姓|三农|千万(?=[别不要])|(?:19|20)[0-9][0-9]年度?|[一二三四前上下]{1,2}季度|(?:上|下)半年|半年"
)
_HAN: Final = "一二三四五六七八九十"
_MARK: Final = (
    r"(?<![^\s,，;；。|])\(?(?:(?P<no>[0-9]{1,3})"
    r"(?:\)\s*(?=\S)|[.、:]\s*(?=[^0-9\s.])|\.\s+(?=[0-9])|[、:]\s*(?=[0-9]))"
    rf"|(?P<han>[{_HAN}]{{1,2}})[、:)]\s*(?=[^零百千万{_HAN}\s]|[{_HAN}]{{1,2}}、))"
)
_LONGEST_LIST: Final = 20
"""A line or clause that begins 3、 counts what is listed, whether or not the list has such a place."""
_UNCLEAR: Final = (
    r"(?:比|较|离|距)目标值?还?[^\s\d，,]{0,2}[低高差少多超]"
    r"(?:[^\s\d，,]{0,2}[0-9.]+(?:个?百分点|个点|%|个|家|件)?|[^\s\d，,]{0,3}[一两二三四五六七八九半几]个(?:百分)?点)|"
    r"[0-9]+(?:[.。·][0-9]+){2,}|(?<![0-9])[.][0-9]+|[0-9]+[.。·]\s+[0-9]+|[0-9]+,[0-9]{1,2}(?![0-9,.])|[0-9]{4,},[0-9]+"
    r"|[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+"
)
_WHOLE_NUMBER: Final = re.compile("[0-9]{1,3}")
_MARKED: Final = re.compile(r"\s*[、.:)]\s*[^\s0-9]")
_BEFORE_FIGURES: Final = frozenset({"yes", "no", "none", "quiet"})
_REMEMBERED: Final = 32
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
        own = (
            _one_of("code", codes, r"(?<![A-Za-z0-9]){}(?![A-Za-z0-9])"),
            _one_of("mask", masks, "{}"),
            _one_of("subject", subjects, "{}"),
        )
        self._own = re.compile("|".join(filter(None, own)) or "(?!)", re.IGNORECASE)
        self._labels = tuple(sorted(set(labels), key=len, reverse=True))
        self._places = frozenset(places)
        self._recent: dict[str, list[Token]] = {}

    def tokens(self, line: str) -> list[Token]:
        """The tokens of a cleaned line, runs of words split from the states they end with.

        One message is taken apart several times: the last lines are remembered.
        """
        known = self._recent.get(line)
        if known is None:
            if len(self._recent) >= _REMEMBERED:
                self._recent.clear()
            known = self._recent[line] = self._tokens(line)
        return list(known)

    def _tokens(self, line: str) -> list[Token]:
        found: list[Token] = []
        start = 0
        for token in self._pieces(line):
            if token.kind == "words":
                continue
            place = self._place_behind_state(line, start, token)
            found += self._run(line, start, token.start, led=place is None and token.value is not None)
            start = token.end
            if token.kind != "blank":
                found.append(place or token)
        return found + self._run(line, start, len(line))

    def _place_behind_state(self, line: str, start: int, token: Token) -> Token | None:
        """The 2 of 有2.没有, which begins the next line of the list."""
        said = token.value
        if (
            not isinstance(said, numbers.Quantity)
            or not _WHOLE_NUMBER.fullmatch(said.text)
            or start == token.start
        ):
            return None
        if int(said.text) not in self._places or not _MARKED.match(line, token.end):
            return None
        if split_state(line[start : token.start])[1] is None:
            return None
        return Token("mark", token.text + ".", token.start, token.end, place=int(said.text))

    def _pieces(self, line: str) -> Iterator[Token]:
        own = {found.start(): found for found in self._own.finditer(line)}
        at = 0
        while at < len(line):
            if line[at].isalpha() and line[at] not in _BEGINNING and at not in own:
                at += 1
                continue
            token = _token(_LEADING.match(line, at) or own.get(at) or _GENERAL.match(line, at))
            if token.kind == "mark" and not self._counts(token, line):
                figure = token.text.strip("().、: \t")
                start = line.index(figure, token.start)
                token = Token("value", figure, start, start + len(figure), numbers.read_number(figure))
            yield token
            at = token.end

    def _counts(self, mark: Token, line: str) -> bool:
        """Whether it is a place of the list, or heads a line or clause as one: then it is no value of what stood before."""
        heads = mark.start == 0 or line[mark.start - 1] in _BREAKS
        return mark.place in self._places or (heads and mark.place <= _LONGEST_LIST)

    def _run(self, line: str, start: int, end: int, *, led: bool = False) -> list[Token]:
        """A run of words, and the choice or state that it ends with.

        Where the run leads to a figure, 是, 没有 and 不是 belong to that figure.
        """
        words = line[start:end]
        if not words:
            return []
        whole = bare(words)
        rest, state = split_state(words)
        if led and state is not None and state.kind in _BEFORE_FIGURES and bare(state.text):
            rest, state = words, None
        labelled = whole.endswith(self._labels)
        label = next((label for label in self._labels if whole.endswith(label)), "") if labelled else ""
        if label and (state is None or len(label) >= len(bare(state.text))):
            rest, state = whole.removesuffix(label), State(label, "label")
        parted = end if state is None else min(start + len(rest), end)
        tokens = [Token("words", rest, start, parted)] if bare(rest) else []
        return [*tokens, Token("value", state.text, parted, end, state)] if state else tokens


def _one_of(kind: str, words: Iterable[str], frame: str) -> str:
    escaped = [re.escape(word) for word in sorted(set(words), key=len, reverse=True) if word]
    return f"(?P<{kind}>{frame.format(f'(?:{chr(124).join(escaped)})')})" if escaped else ""


_LEADING: Final = re.compile(f"(?P<place>{ordinals.PATTERN})|(?P<mark>{_MARK})")
_GENERAL: Final = re.compile(
    f"(?P<idiom>{_NUMERAL_WORDS})|(?P<unclear>{_UNCLEAR})|(?P<quantity>{numbers.PATTERN})|(?P<break>[{_BREAKS}])"
    r"|(?P<rest>(?s:.))"
)
_BEGINNING: Final = frozenset(
    "一二三四五六七八九十零两俩仨几半百千万亿萬億壹贰叁肆伍陆柒捌玖拾佰仟第项序编上下不前其可同另唯统最比离距较超"
    "约大将接近差估预至多少高低小没未负报"
)
"""The letters with which anything but words may begin, whatever the list is."""
_PLAIN: Final[Mapping[str, Kind]] = {"code": "code", "subject": "subject", "break": "break"}


def _token(found: re.Match[str] | None) -> Token:
    if found is None or found.lastgroup is None:
        raise AssertionError
    kind, text, (start, end) = found.lastgroup, found[0], found.span()
    if kind == "place":
        return Token("place", text, start, end, place=ordinals.place_of(text))
    if kind == "mark":
        return Token("mark", text, start, end, place=int(numbers.numeral(found["no"] or found["han"]) or 0))
    if kind == "quantity":
        said = numbers.quantity_of(found)
        return Token("words" if said is None else "value", text, start, end, said)
    if kind == "unclear" or (kind == "rest" and text.isnumeric() and not text.isalpha()):  # ½, ³
        return Token("unclear", text, start, end, numbers.Quantity(text, None))
    return Token(_PLAIN.get(kind, "blank" if text.isspace() else "words"), text, start, end)
