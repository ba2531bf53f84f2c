"""A reviewer's sentence put together: which places of the list pass, go back or stay, and what stays unread."""

import re
from dataclasses import replace
from typing import Final

from handlers.context import Context
from handlers.reading.numbers import numeral
from handlers.review.rulings import reason_in, untold
from handlers.review.spoken import elsewhere
from handlers.review.spoken.carried import (
    absorbed,
    all_of_them,
    held_back,
    is_checked,
    of_the_same,
    own_words,
    shared,
    so_many_of,
    without_own,
)
from handlers.review.spoken.heading import begun, under_heading
from handlers.review.spoken.narrowing import unfitting
from handlers.review.spoken.ordinals import HOW_MANY
from handlers.review.spoken.places import AND, REST, Meant, Sheet, places_meant
from handlers.review.spoken.said import DOUBT, Said, Sentence
from handlers.review.spoken.verdicts import ASIDE, Piece, Verdict, object_of, pieces_of, without_particles

_ASIDE: Final = re.compile(ASIDE)
_NEXT: Final = re.compile(r"(?:再|看|来|接着)?(?:下一?[个件条项]|继续)(?:吧|看看)?")
_SOME: Final = re.compile(rf"{HOW_MANY.pattern}(?!都|全|就|一起)")
"""九华的只有3张证，4个不对: how many of it are wrong is said of what was named before."""
_TRIFLE: Final = re.compile(
    r"(?>我?(?:看|审|核[对实]?|查)?过了?|[\d一两二三四五六]{1,2}[个件条项]|一遍|一下|了|我?[都也])+"
)


def read_sentence(text: str, sheet: Sheet, context: Context) -> Sentence | None:
    """The sentence; None where a verdict is about nothing of the list, or nothing is ruled."""
    found, later = Sentence(), []
    for piece in pieces_of(text):
        if piece.verdict is None:
            _without_verdict(piece.about, found, sheet, context)
        elif not _ruled(piece, found, sheet, context):
            later.append(piece)
    if len(later) > 1 or not all(_ruled(piece, found, sheet, context) for piece in later):
        return None
    if found.waits is not None and found.told and found.said:
        held_back(found)
    if found.waits is not None or not (found.said or found.gone):
        return None
    return _without_exceptions(found)


def _without_exceptions(found: Sentence) -> Sentence:
    """三个都过 就华容先等等: what is said of all does not hold for what is said of one of them."""
    single = {place for one in found.said for place in one.places if one.named}
    found.said = [
        one
        if one.named or len(one.places) == 1
        else replace(one, places=tuple(p for p in one.places if p not in single))
        for one in found.said
    ]
    found.said = [one for one in found.said if one.places]
    return found


def _without_verdict(words: str, found: Sentence, sheet: Sheet, context: Context) -> None:
    """A breath that rules nothing: what the next verdict is about, why the last one was given, or talk."""
    if _ASIDE.fullmatch(without_particles(words)) or not without_particles(words):
        return
    if _NEXT.fullmatch(words):
        found.goes_on = True
        return
    last = found.said[-1] if found.said else None
    left = _besides(sheet, found)
    meant = of_the_same(words, places_meant(words, left, context), found, left, context)
    if meant is not None:
        found.waits = _both(found.waits, meant)
    elif last is not None and last.verdict is Verdict.RETURN:
        found.said[-1] = replace(last, reason="，".join(filter(None, [last.reason, untold(words)])))
    else:
        _told_of(words, found, left, context)


def _told_of(words: str, found: Sentence, left: Sheet, context: Context) -> None:
    """安岳97.2跟通报的不一样: what is named first waits for its verdict, with what is said of it."""
    head, rest = begun(words, left, context)
    counts = _SOME.match(words) is not None
    if found.waits is not None and (counts or (head and set(found.waits.places) < set(head.places))):
        head, rest = found.waits, words
    if head is None and _is_gone(words, found, context, by_topic=False):
        found.waits = _NOWHERE
    elif head is None or not _reasoned(head, rest, found):
        aside = _ASIDE.fullmatch(rest)
        telling = "" if aside or _TRIFLE.fullmatch(rest) else own_words(words, rest, context)
        if head is not None:
            found.waits, found.told = head, words if telling else ""
            found.checked = aside is not None and is_checked(rest)
        found.unread += [telling] * bool(telling)


def _reasoned(head: Meant, rest: str, found: Sentence) -> bool:
    """二号是因为没文号: the reason of what was sent back before."""
    for at, one in enumerate(found.said):
        if one.verdict is Verdict.RETURN and one.places == head.places and not one.reason:
            found.said[at] = replace(one, reason=untold(rest))
            return True
    return False


def _ruled(piece: Piece, found: Sentence, sheet: Sheet, context: Context) -> bool:
    """Add what the piece rules; whether it is known about what."""
    verdict = piece.verdict
    if verdict is None:
        return False
    unread = len(found.unread)
    meant = _meant(piece, found, sheet, context)
    if meant is None:
        return False
    about = "" if piece.about.isdecimal() else piece.about
    odd = unfitting(about, meant.places, sheet.items, context, figures=verdict is Verdict.ACCEPT)
    if odd:
        found.gone.append(odd)
        del found.unread[unread:]
        meant = _NOWHERE
    if piece.tail and not piece.about and _behind(piece, _besides(sheet, found), context) is not None:
        piece = replace(piece, tail="")
    last = found.said[-1] if found.said else None
    found.said[-1:] = _joined(last, piece, meant)
    if verdict is Verdict.HOLD and found.told:
        found.said[-1] = replace(found.said[-1], reason=found.told)
    found.waits, found.told, found.checked = None, "", False
    return _tailed(piece, found)


def _joined(last: Said | None, piece: Piece, meant: Meant) -> list[Said]:
    """The last ruling with this one: as one, where they are of the same, or where one is why the other is.

    退回，让他补: what is asked for is why; 不行，让他补: it is asked for, and may go back; 让他补，先不退: it stays anyway.
    """
    verdict = piece.verdict or Verdict.HOLD
    why = meant.why if verdict is Verdict.RETURN and not piece.tail else ""
    said = Said(meant.places, verdict, piece.sure, meant.plain, why, judged=piece.judged)
    if last is None:
        return [said]
    same = last.places == meant.places
    if verdict is Verdict.ASK and last.verdict is Verdict.RETURN and (same or not piece.about):
        asked = replace(last, verdict=Verdict.ASK, sure=False, instead=Verdict.RETURN)
        return [asked if last.judged else last]
    if verdict is Verdict.HOLD and last.verdict is Verdict.ASK and set(meant.places) <= set(last.places):
        return [last]
    if last.verdict is verdict and same:
        return [replace(last, sure=last.sure or piece.sure, judged=last.judged and piece.judged)]
    return [last, said]


def _meant(piece: Piece, found: Sentence, sheet: Sheet, context: Context) -> Meant | None:
    """What the verdict is about: what it names, what was named before it, else the item looked at."""
    left = _besides(sheet, found)
    about = without_particles(piece.about)
    if about and not _ASIDE.fullmatch(about):
        meant, rules = _before(about, piece, found, left, context)
        if meant is not None or not rules:
            return meant
    if piece.who and found.waits is None:
        named = places_meant(piece.who, left, context, by_sound=False)
        if named is not None and not (found.said and shared(named, Meant(found.said[-1].places))):
            return named
    behind = _behind(piece, left, context) if piece.tail else None
    counted = _SO_MANY.search(piece.tail) is not None
    if behind is not None and sheet.at in behind.places and not found.waits and not counted:
        behind = Meant((sheet.at,))
    last = [Meant(one.places, one.named) for one in found.said[-1:]]
    looked_at = [Meant((sheet.at,))] if sheet.at else []
    return found.waits or behind or next(iter([*last, *looked_at]), None)


def _before(
    about: str, piece: Piece, found: Sentence, left: Sheet, context: Context
) -> tuple[Meant | None, bool]:
    """What is named before the verdict, and whether something else may be meant where that is nothing."""
    meant = (
        under_heading(about, found, left, context)
        or so_many_of(about, found)
        or all_of_them(piece, about, found)
        or of_the_same(about, places_meant(about, left, context), found, left, context)
        or (_numbered(about) if found.said else None)
    )
    if meant is not None:
        without_own(meant, piece, found)
        return _both(found.waits, meant), True
    if _none_left(about, found, left) or _is_gone(about, found, context):
        return _NOWHERE, True
    partly = _in_part(about, found, left, context)
    if partly is not None:
        return partly, True
    head, rest = begun(about, left, context)
    unknown = head is None and _TRIFLE.fullmatch(rest) and _SO_MANY.search(rest)
    if piece.verdict is Verdict.ACCEPT and (unknown or DOUBT.search(rest)):
        return None, False
    rest = "" if _TRIFLE.fullmatch(rest) else rest
    if piece.verdict is not Verdict.HOLD and (rest or piece.told):
        told = _from(rest, piece.told)
        found.unread.append(own_words(about, told, context) if about.endswith(told) else told)
    return head, True


def _none_left(about: str, found: Sentence, left: Sheet) -> bool:
    """1过，其他退, where there is only one."""
    if not left.said or REST.fullmatch(about) is None or set(left.open) - left.said:
        return False
    found.gone.append("没有其他待审的件，这半句没有处理。")
    return True


def _from(rest: str, told: str) -> str:
    """What is said from there on: the verdict is part of the reason where it tells what is wrong."""
    return told[told.find(rest) :] if told and rest and rest in told else rest


def _in_part(about: str, found: Sentence, sheet: Sheet, context: Context) -> Meant | None:
    """农发局、城建局的: those that wait here, where it is told how all the others stand."""
    parts = [part for part in AND.split(about) if part.strip()]
    meant = [places_meant(part, sheet, context) for part in parts]
    here = [one for one in meant if one is not None]
    there = [part for part, one in zip(parts, meant, strict=True) if one is None]
    if len(parts) < _PAIR or not here or not all(_is_gone(part, found, context) for part in there):
        return None
    return Meant(tuple(dict.fromkeys(place for one in here for place in one.places)), plain=False)


_PAIR: Final = 2
_SO_MANY: Final = re.compile("[两二三四五六七八九2-9][项个件条]")
_NOWHERE: Final = Meant((), plain=False)


def _is_gone(words: str, found: Sentence, context: Context, *, by_topic: bool = True) -> bool:
    """Whether the words name what does not wait here; how that stands is kept to be told."""
    rows = elsewhere.told(elsewhere.named(words, context, by_topic=by_topic), context)
    found.gone += [row for row in rows if row not in found.gone]
    return bool(rows)


def _both(waits: Meant | None, meant: Meant) -> Meant:
    """1 2 都过: what was named before the verdict belongs to it as well; 1.1 鄂城区 is what both of them name."""
    if waits is None:
        return meant
    common = tuple(place for place in waits.places if place in meant.places)
    if common and not (waits.plain and meant.plain):
        return Meant(common, plain=len(common) == 1)
    return Meant(tuple(dict.fromkeys([*waits.places, *meant.places])), waits.plain and meant.plain)


def _behind(piece: Piece, sheet: Sheet, context: Context) -> Meant | None:
    """退二, 通过覆盖率那个: what is named behind the verdict."""
    return places_meant(piece.tail, sheet, context, by_sound=False) or _numbered(piece.tail)


_BARE_CHINESE: Final = re.compile("[一二三四五六七八九十]")


def _numbered(words: str) -> Meant | None:
    """退二: a lone numeral behind the verdict."""
    number = numeral(words) if _BARE_CHINESE.fullmatch(words) else None
    return Meant((int(number),)) if number is not None else None


def _tailed(piece: Piece, found: Sentence) -> bool:
    """What stands behind the verdict: why it goes back; whether a pass has nothing there (过两天, 通过微信)."""
    last = found.said[-1]
    if last.verdict in (Verdict.RETURN, Verdict.ASK):
        absorbed(found)
        last = found.said[-1]
        before = "，".join(found.unread[found.used :])
        tail = reason_in(untold(piece.tail)) if piece.tail else ""
        tail = f"{object_of(piece.told)}{tail}" if tail else ""
        del found.unread[found.used :]
        reason = "，".join(filter(None, [last.reason, before, tail]))
        found.said[-1] = replace(last, reason=reason)
        return True
    found.used = len(found.unread)
    return last.verdict is Verdict.HOLD or not piece.tail or _ASIDE.fullmatch(piece.tail) is not None


def _besides(sheet: Sheet, found: Sentence) -> Sheet:
    said = [place for one in found.said for place in one.places]
    said += found.waits.places if found.waits is not None and found.told else ()
    return replace(sheet, said=sheet.said | frozenset(said))
