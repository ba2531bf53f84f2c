"""哪一项: the items of a unit's list that the words of the office name, by place, code or name."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.board import Duty
from handlers.reading import match_criterion, read_ordinals
from handlers.reading.tasks import Task
from scoring.model import Criterion

_LEAST: Final = 2
_NTH: Final = re.compile(r"第[\d一二三四五六七八九十]{1,3}[项条个]|[①-⑳]")


def duties_named(words: str, duties: tuple[Duty, ...]) -> list[Duty]:
    """The items that the words name: several by their codes or places (of the list, else as printed), one by its name."""
    codes = re.findall(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])", words)
    places = read_ordinals(words) or [place for said in _NTH.findall(words) for place in read_ordinals(said)]
    printed = {f"T{place:02}" for place in places if place not in {duty.ordinal for duty in duties}}
    several = [
        duty
        for duty in duties
        if duty.ordinal in places or duty.criterion.code in codes or duty.criterion.item in printed
    ]
    if several:
        return several
    one = duty_named(words, duties) if len(words) >= _LEAST else None
    return [one] if one is not None else []


def duty_named(said: str, own: Sequence[Duty]) -> Duty | None:
    """The one item of the list that the words name: by its place, its code or its name."""
    said = said.strip(" 的，,、")
    places = read_ordinals(said)
    chosen = [duty for duty in own if duty.ordinal in places or duty.criterion.code == said]
    if not chosen and said:
        tasks = [Task(duty.ordinal, duty.criterion, duty.inputs, duty.subjects) for duty in own]
        codes = [match.task.criterion.code for match in match_criterion(said, tasks) if match.sure]
        chosen = [duty for duty in own if duty.criterion.code in codes[:1]]
    return chosen[0] if len(chosen) == 1 else None


def leaf_named(said: str, leaves: Sequence[Criterion]) -> Criterion | None:
    """The one leaf that the words name."""
    tasks = [Task(place, leaf, leaf.inputs, ()) for place, leaf in enumerate(leaves, start=1)]
    codes = [match.task.criterion.code for match in match_criterion(said, tasks) if match.sure]
    return next((leaf for leaf in leaves if leaf.code in codes[:1]), None)
