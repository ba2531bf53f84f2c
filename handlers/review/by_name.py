"""国抽的过 省抽退: rulings on items of the open list that are called by name instead of by place."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.review.listed import rule_listed
from handlers.review.rulings import Ruling, reason_in
from handlers.review.waiting import QueueItem, listed_items

_PIECE: Final = re.compile(
    r"(?P<what>[^\d\s,，;；。]{2,10}?)(?:的|那[个件项])?(?:可以|就)?(?P<act>通过|过|退回去?|退|打回)(?:了|吧)?"
    r"(?:[\s,，]*(?:因为|原因|理由)[\s:：]*(?P<reason>[^,，;；。]{2,60}))?(?:[\s,，;；。]+|$)"
)
_SEVERAL: Final = 2


def rule_named(text: str, context: Context) -> Reply | None:
    """Decide where each name means just one item of the list and no two the same; None for anything else."""
    said = text.strip()
    pieces = list(_PIECE.finditer(said))
    if len(pieces) < _SEVERAL or "".join(piece[0] for piece in pieces) != said:
        return None
    items = listed_items(context)
    places = [_place(piece["what"], items or []) for piece in pieces]
    known = [place for place in places if place is not None]
    if len(set(known)) < len(pieces):
        return None
    return rule_listed(
        [
            Ruling((place,), accept=piece["act"].endswith("过"), reason=reason_in(piece["reason"] or ""))
            for piece, place in zip(pieces, known, strict=True)
        ],
        context,
    )


def _place(word: str, items: list[QueueItem | None]) -> int | None:
    """The place of the only item that the word names, as it is printed or shortened (国抽: 国家监督抽查)."""
    names = [f"{item.unit}{item.criterion.name}" if item is not None else "" for item in items]
    found = [place for place, name in enumerate(names, start=1) if word in name]
    found = found or [place for place, name in enumerate(names, start=1) if _shortened(word, name)]
    return found[0] if len(found) == 1 else None


def _shortened(word: str, name: str) -> bool:
    """Whether the word's characters stand in the name in their order."""
    rest = iter(name)
    return all(character in rest for character in word)
