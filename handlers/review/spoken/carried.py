"""What a later half of a reviewer's sentence takes from the one before: as many, of the same unit, why it goes back."""

import re
from dataclasses import replace
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.review.spoken.places import Meant, Sheet, is_count
from handlers.review.spoken.said import Said, Sentence
from handlers.review.spoken.verdicts import Piece, Verdict

_PAIR: Final = 2


def so_many_of(about: str, found: Sentence) -> Meant | None:
    """江苏名牌要附证书，两个镇都退回: as many as were just spoken of are those."""
    before = found.waits.places if found.waits is not None else ()
    if not before and found.said and found.said[-1].verdict is Verdict.ASK:
        before = found.said[-1].places
    return Meant(before, plain=False) if len(before) > 1 and is_count(about, len(before)) else None


def all_of_them(piece: Piece, about: str, found: Sentence) -> Meant | None:
    """九华的没问题，都过: all of those that were just found well, not of the whole list."""
    places = tuple(dict.fromkeys(place for one in found.said for place in one.places))
    well = all(one.verdict is piece.verdict is Verdict.ACCEPT and not one.sure for one in found.said)
    several = len(places) > 1 and found.waits is None
    return Meant(places, plain=False) if several and well and _ALL.fullmatch(about) else None


_ALL: Final = re.compile("(?:那|就|都|全部?|给|一起)+")


def of_the_same(
    about: str, meant: Meant | None, found: Sentence, sheet: Sheet, context: Context
) -> Meant | None:
    """九华名牌没问题，省抽也可以: an item of the unit that was just spoken of, where none is named beside it."""
    before = found.waits or (Meant(found.said[-1].places) if found.said else None)
    if meant is None or before is None or len(meant.places) < _PAIR or _EVERY.search(about):
        return meant
    districts = len({item.subject for item in sheet.items if item is not None}) > 1
    of = {
        place: item.subject if districts else item.unit for place, item in enumerate(sheet.items, 1) if item
    }
    whose = {of[place] for place in before.places if place in of}
    own = tuple(place for place in meant.places if of.get(place) in whose)
    named = mentions(about, context).units
    return Meant(own, plain=False) if len(whose) == 1 and own and not named else meant


_EVERY: Final = re.compile(r"都|全|各|每|其[他它余]|剩|别的|另外|两|[二三四五六七八九十]|\d|报的|除")


def absorbed(found: Sentence) -> None:
    """要附证书，两个镇都退回: what was wanted of them is why they go back; 先别过，让他补: it stays by being asked."""
    last = found.said[-1]
    about = [one for one in found.said[:-1] if set(one.places) <= set(last.places)]
    asked = [one for one in about if one.verdict in (Verdict.ASK, Verdict.HOLD)]
    held = [one for one in asked if one.verdict is Verdict.HOLD]
    found.unread = [words for words in found.unread if not any(one.reason.endswith(words) for one in held)]
    found.used = min(found.used, len(found.unread))
    last = replace(last, reason="，".join(filter(None, [*(one.reason for one in asked), last.reason])))
    if held and last.verdict is Verdict.RETURN and not last.sure:
        last = replace(last, verdict=Verdict.ASK, instead=Verdict.RETURN)
    found.said = [one for one in found.said[:-1] if one not in asked] + [last]


def shared(waits: Meant, meant: Meant) -> bool:
    """都没有材料，全退: what was said of them is why, where the verdict is of the same."""
    return bool(set(waits.places) & set(meant.places))


def without_own(meant: Meant, piece: Piece, found: Sentence) -> None:
    """What was told of something else before: 我核过了 passes it beside what is held, else it has no verdict of its own."""
    waits = found.waits
    if waits is None or shared(waits, meant):
        return
    if found.checked and piece.verdict is Verdict.HOLD:
        found.said.append(Said(waits.places, Verdict.ACCEPT, sure=False, named=True))
        found.waits, found.checked = None, False
    elif found.told:
        held_back(found)


def held_back(found: Sentence) -> None:
    """1有问题 2没问题: what has words but no verdict of its own stays; 材料没附 sends it back or asks for it."""
    if found.waits is not None:
        lacks = _LACKS.search(found.told) is not None
        ways = (Verdict.RETURN, Verdict.ASK)
        of = set(found.waits.places)
        left = [one for one in found.said if one.verdict is not Verdict.HOLD or set(one.places) - of]
        back, more = ways if left == found.said else ways[::-1]
        verdict, instead = (back, more) if lacks else (Verdict.HOLD, None)
        found.said = left
        found.said.append(
            Said(found.waits.places, verdict, False, True, found.told if lacks else "", instead)
        )
        found.waits, found.told = None, ""
        found.unread.pop()


_CHECKED: Final = re.compile("(?:核|查|审|对|看)(?:实|对|准)?过")
_LACKS: Final = re.compile("[缺没差不少未错对]")


def is_checked(words: str) -> bool:
    """我都核过了: that it was looked through."""
    return _CHECKED.search(words) is not None


def own_words(words: str, rest: str, context: Context) -> str:
    """95.1跟通报对不上 of 华容95.1跟通报对不上: what is said of an item is cut behind its unit, never inside."""
    head = words.removesuffix(rest)
    if not rest or head == words or _NAME_ENDS.search(head):
        return rest
    left = mentions(head, context).rest
    return f"{left.lstrip(' 那这边里的个家')}{rest}"


_NAME_ENDS: Final = re.compile(r"[的那个项条件号家①-⑳]$|^(?:第?\d{1,2}|[一二三四五六七八九十])$")
"""2的图糊了, 省抽那个没章: the name is over."""
