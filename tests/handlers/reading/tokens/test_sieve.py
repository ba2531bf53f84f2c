"""Every dear pattern that is tried on few texts only fits no text that it is not tried on."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import handlers.reading
from handlers.reading.tokens.sieve import Sieve, sieve

Node = Any
"""The kind of a parsed node, or what it carries."""
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def _fits_without(parts: Iterable[Node], characters: AbstractSet[str]) -> bool:
    """Whether a pattern may fit a text that has none of the characters."""
    return all(_is_without(kind, value, characters) for kind, value in parts)


def _is_without(kind: Node, value: Node, characters: AbstractSet[str]) -> bool:
    if kind is op.LITERAL:
        return chr(value) not in characters
    if kind is op.IN:
        return any(one is not op.LITERAL or chr(member) not in characters for one, member in value)
    if kind is op.BRANCH:
        return any(_fits_without(way, characters) for way in value[1])
    if kind in _REPEATS:
        return value[0] == 0 or _fits_without(value[2], characters)
    if kind is op.ATOMIC_GROUP:
        return _fits_without(value, characters)
    return kind not in (op.SUBPATTERN, op.ASSERT) or _fits_without(value[-1], characters)


def _is_tight(one: Sieve) -> bool:
    return not _fits_without(parser.parse(one.pattern.pattern, one.pattern.flags), one.characters)


def _sieves() -> Iterator[tuple[str, Sieve]]:
    for found in pkgutil.walk_packages(handlers.reading.__path__, "handlers.reading."):
        for name, value in vars(importlib.import_module(found.name)).items():
            several = value if isinstance(value, tuple) else (value,)
            for one in several:
                for inner in one if isinstance(one, tuple) else (one,):
                    if isinstance(inner, Sieve):
                        yield f"{found.name}.{name}: {inner.pattern.pattern[:30]}", inner


def test_every_sieve_lets_through_all_that_its_pattern_fits() -> None:
    found = dict(_sieves())
    assert len(found) > 40
    assert [name for name, one in found.items() if not _is_tight(one)] == []


@pytest.mark.parametrize(
    ("characters", "pattern", "tight"),
    [
        ("没", "没有?", True),
        ("有", "没有?", False),
        ("没未", "(?:没|未)[a-z]", True),
        ("没", "没|未", False),
        ("没", "(?:没)*做", False),
    ],
)
def test_a_sieve_that_is_too_narrow_is_told(characters: str, pattern: str, tight: bool) -> None:
    assert _is_tight(sieve(characters, pattern)) is tight


def test_a_sieve_finds_and_replaces_as_its_pattern_does() -> None:
    one = sieve("没", "没[做办]")
    assert one.search("还没做") is not None
    assert one.search("都做了") is None
    assert one.sub("未", "还没做，没办") == "还未，未"
    assert one.sub("未", "都做了") == "都做了"
