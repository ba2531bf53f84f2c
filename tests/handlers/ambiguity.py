"""Finds what makes a pattern take for ever: a repeated group that can take one text apart in two ways.

Held against 嗯嗯嗯嗯嗯嗯嗯嗯1, (?:嗯+|哦)* tries every way of parting the 嗯. The words of a repeated group are a code;
whether a text can be written in it twice is told by the dangling suffixes (Sardinas and Patterson). An atomic group
has one way only: (?>嗯+|哦)*.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST_WORDS = 4000
FEW = 4
"""A group repeated as often as this at most is cheap."""
OTHER = "~"
"""Stands for a character that the group does not name."""
Kind = Any
Value = Any
"""The kind of a parsed node, and what it carries, which differs from kind to kind."""
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
_SAMPLES = {op.CATEGORY_DIGIT: "12", op.CATEGORY_SPACE: " ", op.CATEGORY_WORD: "a一"}


class TooManyWordsError(Exception):
    """The group has more words than are looked at."""


def ambiguous_groups(pattern: re.Pattern[str]) -> list[str]:
    """The first words of every repeated group of it that takes a text apart in two ways."""
    return [" ".join(sorted(words)[:5]) for words in _doubtful(parser.parse(pattern.pattern, pattern.flags))]


def _doubtful(parts: Iterable[Value]) -> Iterator[set[str]]:
    for kind, value in parts:
        if kind in _REPEATS and int(value[1]) > FEW and not _is_single(value[2]):
            found = _ambiguous_words(value[2])
            if found:
                yield found
                continue
        if kind is not op.ATOMIC_GROUP:
            for inner in _inner(kind, value):
                yield from _doubtful(inner)


def _is_single(body: Sequence[Value]) -> bool:
    return len(body) == 1 and body[0][0] in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY, op.ATOMIC_GROUP)


def _inner(kind: Kind, value: Value) -> list[Value]:
    if kind is op.BRANCH:
        return list(value[1])
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return [value[2]] if kind in (*_REPEATS, op.POSSESSIVE_REPEAT) else []


def _ambiguous_words(body: Sequence[Value]) -> set[str]:
    named = [*[*dict.fromkeys(_letters(body))][:12], OTHER]
    try:
        words = _words(body, named) - {""}
    except TooManyWordsError:
        return {"more words than can be looked at"}
    return words if _parts_twice(words) else set()


def _parts_twice(words: set[str]) -> bool:
    """Whether some text is written in the words in two ways."""
    behind: dict[str, set[str]] = {}
    for word in words:
        for at in range(1, len(word)):
            behind.setdefault(word[:at], set()).add(word[at:])
    dangling = {rest for word in words for rest in behind.get(word, ())}
    seen: set[str] = set()
    while dangling:
        if dangling & words:
            return True
        seen |= dangling
        shorter = {rest[at:] for rest in dangling for at in range(1, len(rest)) if rest[:at] in words}
        dangling = shorter.union(*(behind.get(rest, ()) for rest in dangling)) - seen
    return False


def _letters(parts: Iterable[Value]) -> Iterator[str]:
    for kind, value in parts:
        if kind is op.LITERAL:
            yield chr(value)
        elif kind is op.IN:
            yield from _members(value, [])
        for inner in _inner(kind, value):
            yield from _letters(inner)


def _members(items: Iterable[Value], named: Sequence[str]) -> list[str]:
    """Some characters of a class; of a negated one those `named` that it leaves."""
    found, negated = list[str](), False
    for kind, value in items:
        if kind is op.NEGATE:
            negated = True
        elif kind is op.LITERAL:
            found.append(chr(value))
        elif kind is op.RANGE:
            found += map(chr, range(value[0], min(value[1], value[0] + 1) + 1))
        else:
            found += _SAMPLES.get(value, OTHER)
    return [letter for letter in named if letter not in found] if negated else found


def _words(parts: Iterable[Value], named: Sequence[str]) -> set[str]:
    """The words of a group, with what repeats inside it written at most twice."""
    found = {""}
    for kind, value in parts:
        found = _joined(found, _words_of(kind, value, named))
    return found


def _words_of(kind: Kind, value: Value, named: Sequence[str]) -> set[str]:
    if kind is op.LITERAL:
        return {chr(value)}
    if kind is op.NOT_LITERAL:
        return {letter for letter in named if letter != chr(value)}
    if kind is op.ANY:
        return set(named)
    if kind is op.IN:
        return set(_members(value, named))
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return {""}
    inner = set[str]().union(*(_words(one, named) for one in _inner(kind, value)))
    return _repeated(inner, value) if kind in (*_REPEATS, op.POSSESSIVE_REPEAT) else inner


def _repeated(words: set[str], bounds: Value) -> set[str]:
    least, most = int(bounds[0]), int(bounds[1])
    found, now = set[str](), {""}
    for times in range(min(most, max(least, 2)) + 1):
        found |= now if times >= least else set()
        now = _joined(now, words)
    return found


def _joined(heads: set[str], tails: set[str]) -> set[str]:
    if len(heads) * len(tails) > MOST_WORDS:
        raise TooManyWordsError
    return {head + tail for head in heads for tail in tails}
