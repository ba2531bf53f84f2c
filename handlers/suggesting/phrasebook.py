"""说法: the suggestions, read once from the files in `said/`, one file for each kind of speaker."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from handlers.access import Act
from handlers.suggesting.suggestion import Suggestion, Way

TALK: Final = "talk"
"""The file of what asks for nothing."""
BESIDE: Final = "beside"
"""The file of what those say besides who report."""
SPEAKERS: Final = {
    "contact": ("units", BESIDE, TALK),
    "supervisor": ("units", BESIDE, TALK),
    "leader": ("leaders", "units", TALK),
    "reviewer": ("reviewers", "units", TALK),
    "office": ("office", "leaders", "reviewers", "units", TALK),
}
"""By role, whose words a text is held against; its own first."""
_PERSON: Final = "\n"
_PHRASING: Final = " / "


@cache
def suggestions() -> tuple[Suggestion, ...]:
    """All that people are known to say, in the order of the files."""
    places = dict.fromkeys(place for own in SPEAKERS.values() for place in own)
    folder = files("handlers.suggesting") / "said"
    return tuple(one for place in places for one in _of(place, (folder / f"{place}.toml").read_text("utf-8")))


def _of(place: str, written: str) -> Iterator[Suggestion]:
    read = tomllib.loads(written)
    for one in read.get("command", ()):
        way, filled = Way[one["way"].upper()], one.get("filled")
        about = tuple(one.get("about", ()))
        then = (
            Way[filled.upper()]
            if filled
            else Way.DOES
            if way is Way.SHOWN and (about or "order" in one)
            else None
        )
        yield Suggestion(
            place,
            Act[one["act"]],
            way,
            one["words"],
            _said(one),
            about,
            then,
            form=one.get("form", ""),
            order=one.get("order", ""),
            only=one.get("only", ""),
        )
    for one in read.get("beyond", ()):
        yield Suggestion(place, Act[one["act"]], Way.BEYOND, "", _said(one))
    for one in read.get(TALK, ()):
        act = Act[one.get("act", Act.HELP.name)]
        yield Suggestion(place, act, Way.TALK, one["answer"], _said(one), offers=tuple(one.get("offers", ())))


def _said(one: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    lines = one["said"].strip().split(_PERSON)
    return tuple(tuple(phrasing.strip() for phrasing in line.split(_PHRASING)) for line in lines)
