"""From how far things are to the values of one input, the likeliest first: full papers are the top level, and so on."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from handlers.reading.telling.standings import Standing
from handlers.reading.values import is_incident
from scoring.model import Choice, Input

_BARE: Final = re.compile("无证明材料|无材料|拿不出任何")
_HALF: Final = re.compile("只完成一部分")
_UNFINISHED: Final = frozenset({"going", "planned"})
_EVENT: Final = re.compile("事故|死亡")


def values(item: Input, told: Collection[Standing]) -> tuple[object, ...]:
    """What the input may be, the likeliest first; nothing where the words tell no value of it."""
    if item.type == "choice":
        return _levels(item.choices, frozenset(told))
    if item.type == "bool":
        return _yes_or_no(item, frozenset(told))
    if item.type == "count" and told:
        return (
            (0,)
            if set(told) <= ({"nothing", "none", "zero"} if is_incident(item) else {"none", "zero"})
            else ()
        )
    rate = item.type == "number" and _EVENT.search(item.label) is not None
    return ("0",) if rate and told and set(told) <= {"nothing", "zero"} else ()


def unfinished(told: Iterable[Standing]) -> bool:
    """Whether something is still under way: that is no level, and never done."""
    return bool(_UNFINISHED & set(told))


def _yes_or_no(item: Input, told: frozenset[Standing]) -> tuple[object, ...]:
    if unfinished(told) or "partial" in told or "half" in told:
        return ()
    if "zero" in told:
        return ()
    positive = bool(told & {"full", "done"})
    negative = "none" in told or ("bare" in told and "材料" in item.label)
    if positive is negative or "nothing" in told:
        return ()
    return (positive,)


def _levels(choices: Collection[Choice], told: frozenset[Standing]) -> tuple[object, ...]:
    known = {choice.value: choice for choice in choices}
    if "full" not in known or "none" not in known or "nothing" in told:
        return ()
    order = [_first(choices, label) or default for label, default in _order(told)]
    likely = [value for value in order if value in known]
    open_ended = not _settled(told) and not unfinished(told)
    others = [choice.value for choice in choices if choice.value not in likely] if open_ended else []
    return tuple(dict.fromkeys([*likely, *others]))


def _settled(told: frozenset[Standing]) -> bool:
    """Whether the words leave one level only."""
    return told in (
        {"full"},
        {"full", "done"},
        {"none"},
        {"bare"},
        {"bare", "done"},
        {"partial"},
        {"partial", "done"},
    )


def _order(told: frozenset[Standing]) -> list[tuple[re.Pattern[str], str]]:
    """The levels that the words point to, each as a mark on its label and the value that it has else."""
    missing, some, half = (re.compile("不全"), "partial"), (_BARE, "none"), (_HALF, "partial")
    nothing, whole = (_NEVER, "none"), (_NEVER, "full")
    if unfinished(told) and not told & {"done", "full"}:
        return [nothing, missing]
    if unfinished(told) or "half" in told or ("none" in told and told & {"done", "full"}):
        return [half, missing, nothing]
    if "none" in told:
        return [nothing]
    if "bare" in told:
        return [some]
    return [missing] if "partial" in told else [whole]


_NEVER: Final = re.compile("(?!)")


def _first(choices: Collection[Choice], label: re.Pattern[str]) -> str:
    return next((choice.value for choice in choices if label.search(choice.label)), "")
