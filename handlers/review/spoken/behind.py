"""退回 1.2 材料不全: another item than the one at hand, named behind the verdict, is not why that one goes back."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.context import Context
from handlers.review.decisions import LeafKey
from handlers.review.spoken import elsewhere
from handlers.review.spoken.said import Said, Sentence
from handlers.review.spoken.verdicts import Verdict
from handlers.review.waiting import QueueItem

_BREATH: Final = re.compile(r"[，,。;；:：\s]+")
_CODE_LIKE: Final = re.compile(r"(?:[A-Za-z]{1,2}\d{1,2}-[A-Za-z]\d?|\d{1,2}(?:\.\d{1,2}){1,2})(?![%％])")
_END: Final = re.compile(r"(?:那边|这边)?的?(?:[那这]?一?[项个件条份])?的?$")


def without_others(said: Sentence, items: Sequence[QueueItem | None], context: Context) -> Sentence:
    """How those stand that are named so is told; what is named so and unknown makes the sentence uncertain."""
    kept: list[Said] = []
    for one in said.said:
        head = _END.sub("", _BREATH.split(one.reason)[0]) if one.verdict is Verdict.RETURN else ""
        meant = [item for place in one.places for item in items[place - 1 : place] if item is not None]
        keys = {(item.criterion.code, item.subject) for item in meant}
        leaves = _named(head, context)
        if set(leaves) & keys or not (leaves or _CODE_LIKE.fullmatch(head)):
            kept.append(one)
            continue
        rows = elsewhere.told(leaves, context)
        said.gone += [row for row in rows if row not in said.gone]
        kept += [] if rows else [replace(one, named=False, sure=False)]
    said.said = kept
    return said


def _named(head: str, context: Context) -> Sequence[LeafKey]:
    """The leaves of a code or a unit, where the words are nothing else."""
    if not head or len(head) > _LONGEST:
        return []
    if head in context.rubric.by_code:
        return [(head, subject) for subject in context.speaker.campaign.subjects]
    units, rest = elsewhere.units_named(head, context)
    return elsewhere.named(head, context, by_topic=False) if units and not rest.strip(" 的") else []


_LONGEST: Final = 16
