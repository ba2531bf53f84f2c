"""猜: which commands a text that nothing understood most likely means, by the speaker's role."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache, partial
from itertools import islice
from typing import Final

from handlers.access import Act, may
from handlers.board import duties_of
from handlers.context import Context
from handlers.dialogs import CANCEL
from handlers.reading.tokens.asides import is_question
from handlers.suggesting import filling
from handlers.suggesting.alike import LEAF, PERSON, SAID, SLOTS, UNIT
from handlers.suggesting.likeness import Like, Likeness, closest
from handlers.suggesting.named import Named, named_in
from handlers.suggesting.phrasebook import SPEAKERS, TALK, suggestions
from handlers.suggesting.suggestion import Suggestion, Way

LONGEST: Final = 60
"""What is longer tells rather than asks."""
MOST: Final = 3
_NEAR: Final = 0.04
"""What is less like anything means nothing."""
_CLEAR: Final = {
    Way.TELLS: (0.15, 2.2),
    Way.ASKS: (0.15, 2.2),
    Way.BEYOND: (0.12, 1.6),
    Way.TALK: (0.08, 1.2),
}
"""By way, the least likeness of what clearly is meant, and how many times as like as the next one it is."""
_SURELY: Final = {Way.TALK: (0.3, 1.6), Way.DOES: (0.15, 1.4)}
"""The same of talk that is answered, and of words for the office that are offered, before anything else is read."""
_LIKELY: Final = {Way.TELLS: (0.1, 1.3), Way.ASKS: (0.1, 1.1)}
"""The same of what is told at once, though the next ones are named beside it."""
_OFFERED: Final = frozenset({Way.TELLS, Way.ASKS, Way.DOES, Way.SHOWN})
_OTHERS: Final = 0.8
"""What a likeness to the words of another kind of speaker counts."""
_BEHIND: Final = {Way.TALK: 0.85, Way.BEYOND: 0.6}
_FAR_BEHIND: Final = 0.4
"""The share of the best likeness from which another one is offered too, by the way of the best."""
_SURE: Final = {Way.TALK: 0.035, Way.TELLS: 0.012}
"""By way, how sure it has to be for an answer: one to something else is worse than a choice of what may be meant."""
_AHEAD: Final = 1.15
"""How many times as like as anything else talk has to be that is answered; chat beside chat does no harm."""
_MAYBE: Final = 0.015
"""How sure talk has to be to be offered at all, or to be told only what may be asked, which misleads nobody."""
_CAN_ASK: Final = "{asks}"


@dataclass(frozen=True, slots=True)
class Meant:
    """A command that may be meant, as it is typed, what may be done with it, and how an offer shows it."""

    words: str
    way: Way
    act: Act
    form: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Guess:
    """What may be meant, the likest first, at most three; `told` where the first only tells and is likely meant.

    `beyond` is what is meant but not the speaker's to do, `talk` what to say to words that ask for nothing, `told`
    where likely; where anything is `meant` besides, that is offered below. `about` tells of what is named.
    """

    meant: tuple[Meant, ...] = ()
    told: bool = False
    beyond: Act | None = None
    talk: str | None = None
    about: str = ""
    named: tuple[str, ...] = ()
    """The unit and the item that the text names."""

    @property
    def drops(self) -> bool:
        """Whether the likeliest command takes no notice of what the text names: it would tell of something else."""
        likeliest = [one.words for one in self.meant[:1] if one.way is Way.TELLS]
        return any(one not in words for words in likeliest for one in self.named)


def guess(text: str, context: Context) -> Guess:
    """What the text may mean; nothing for one that is like no command."""
    if len(text) > LONGEST:
        return Guess()
    named, role = named_in(text, context), context.speaker.role
    fills = {**_only_leaf(context), **named.fills, SAID: context.as_said(text)}
    found = ranked(Named(named.text, fills, partial(fill_order, text, named, context)), role)
    done_here = tuple(one for one in found.meant if not (one.act is Act.TARGET and _is_printed(one, context)))
    return replace(found, meant=done_here, about=_about(named, role), named=_names(named, context))


def _names(named: Named, context: Context) -> tuple[str, ...]:
    """What the text sets apart; a campaign's only assessed unit is all of it, and a person stands for his unit."""
    slots = (LEAF,) if PERSON in named.fills else (UNIT, LEAF)
    only = context.speaker.campaign.subjects if len(context.speaker.campaign.subjects) == 1 else ()
    return tuple(named.fills[slot] for slot in slots if named.fills.get(slot, "") not in ("", *only))


def _is_printed(one: Meant, context: Context) -> bool:
    """Whether targets are not set here: they stand in the document."""
    return context.rubric.has_targets and one.way is not Way.TELLS


def fill_order(text: str, named: Named, context: Context, order: str) -> str:
    """The order with what the text says for its slots, and with whom and what it names."""
    slots = {"unit": UNIT, "leaf": LEAF, "person": PERSON, "someone": PERSON}
    known = {slot: named.fills[letter] for slot, letter in slots.items() if letter in named.fills}
    return filling.fill(order, text, known, context)


def ranked(named: Named, role: str) -> Guess:
    """What may be meant to somebody of that role."""
    found: dict[Meant, Like] = {}
    for like in _ranked(named.text, role):
        if like.suggestion.only and not re.search(like.suggestion.only, named.text):
            continue
        found.setdefault(_meant(like.suggestion, named), like)
    if not found:
        return Guess()
    (meant, first), likes = next(iter(found.items())), list(found.values())
    least = first.likeness * _BEHIND.get(meant.way, _FAR_BEHIND)
    near = {one: like for one, like in found.items() if like.likeness >= least}
    offered = [one for one in near if _can_be_offered(one)]
    if _is_talk(first):
        if _is_sure(first, likes):
            return _talk(first, likes, offered, named)
        return Guess(tuple(islice(_in_other_words(near, named.text), MOST)))
    if meant.way is Way.TALK:
        return Guess(tuple(offered[:MOST]), talk="")
    clear = meant.way in _CLEAR and _stands_out(likes, *_CLEAR[meant.way])
    if meant.way is Way.BEYOND:
        return Guess(() if clear else tuple(offered[:MOST]), told=clear, beyond=meant.act)
    told = meant in offered and meant.way in _LIKELY and _stands_out(likes, *_LIKELY[meant.way])
    told = told and first.sureness >= _SURE.get(meant.way, 0)
    return Guess(tuple(offered[: 1 if clear else MOST]), told)


def surely(way: Way, text: str, role: str) -> bool:
    """Whether it is so like talk, or words for the office (DOES), that nothing else is to be read out of it."""
    likes = _ranked(text, role)
    if not likes or likes[0].suggestion.way is not way:
        return False
    if way is Way.TALK:
        return _is_talk(likes[0]) and _stands_out(_without_talk(likes), *_SURELY[way])
    return any("{said}" in words for words in likes[0].suggestion.about) and _stands_out(likes, *_SURELY[way])


def _talk(first: Like, likes: Sequence[Like], offered: Sequence[Meant], named: Named) -> Guess:
    """What to say to it, and what helps; where a command is nearly as likely, that is offered below."""
    one = first.suggestion
    clear = _stands_out(_without_talk(likes), *_CLEAR[Way.TALK])
    helps = [_command(words, one.act, named) for words in one.offers]
    below = helps if clear or helps or not one.words else offered
    return Guess(tuple(below[:MOST]), told=clear, talk=one.words)


def _is_sure(first: Like, likes: Sequence[Like]) -> bool:
    """Whether it is talk that is answered, not only offered."""
    rivals = [like for like in likes[1:] if not (_is_talk(like) and like.suggestion.place == TALK)]
    ahead = all(first.likeness >= like.likeness * _AHEAD for like in rivals)
    least = _MAYBE if _CAN_ASK in first.suggestion.words else _SURE[Way.TALK]
    return ahead and first.sureness >= least


def _in_other_words(near: Mapping[Meant, Like], text: str) -> Iterator[Meant]:
    """What may be meant, with the talk that may be as somebody else put it."""
    for one, like in near.items():
        maybe = _is_talk(like) and like.sureness >= _MAYBE and _CAN_ASK not in like.suggestion.words
        words = closest(like.suggestion, text) if maybe else ""
        if words and (like.suggestion.place != TALK or is_question(words)):
            yield Meant(words, Way.TALK, one.act, f"像“{words}”这样的事")
        elif _can_be_offered(one):
            yield one


def _without_talk(likes: Sequence[Like]) -> list[Like]:
    """The first, and of the others those that are no talk: one short answer more or less does no harm."""
    return [likes[0], *(like for like in likes[1:] if not _is_talk(like))]


def _is_talk(like: Like) -> bool:
    return like.suggestion.way is Way.TALK and bool(like.suggestion.words)


def _can_be_offered(one: Meant) -> bool:
    return one.way in _OFFERED and one.words not in CANCEL


@lru_cache(maxsize=8)
def _ranked(text: str, role: str) -> Sequence[Like]:
    """What somebody of that role may mean; several readers ask it of the same message."""
    return ranked_of(likeness().near(text, _NEAR), role)


def ranked_of(near: Sequence[Like], role: str) -> list[Like]:
    """What somebody of that role may mean; the words of others count for less than his own."""
    own = (TALK, *(place for place in SPEAKERS[role] if place != "units"), SPEAKERS[role][0])
    weighed = [
        replace(one, likeness=one.likeness * (1.0 if one.suggestion.place in own else _OTHERS))
        for one in near
        if heard_from(role, one.suggestion)
    ]
    return sorted([one for one in weighed if one.likeness >= _NEAR], key=lambda one: -one.likeness)


@cache
def likeness() -> Likeness:
    """All suggestions, made ready once."""
    return Likeness(suggestions())


def heard_from(role: str, one: Suggestion) -> bool:
    """Whether somebody of that role says so."""
    places = SPEAKERS[role]
    if one.way is Way.BEYOND:
        return one.place == places[0] and not may(role, one.act)
    return one.place in places and may(role, one.act)


def _stands_out(likes: Sequence[Like], least: float, ahead: float) -> bool:
    first = likes[0].likeness
    return first >= least and (len(likes) == 1 or first >= likes[1].likeness * ahead)


def _about(named: Named, role: str) -> str:
    """The command that tells how the one item or unit stands that the text names, where the role may have it."""
    if LEAF in named.fills:
        return f"详情 {named.fills[LEAF]}"
    if UNIT in named.fills and may(role, Act.UNIT):
        return f"{named.fills[UNIT]}的情况"
    if UNIT in named.fills and may(role, Act.REVIEW):
        return f"只看{named.fills[UNIT]}"
    return ""


def _meant(one: Suggestion, named: Named) -> Meant:
    """The command with what the text names, where it takes that and the text names it for certain."""
    for about in one.about:
        filled = _filled(about, named)
        if filled != about:
            return Meant(
                filled, one.filled if one.filled is not None else one.way, one.act, _form(about, one)
            )
    if one.order:
        return _ordered(one, named.fill(one.order))
    return Meant(one.words, one.way, one.act, one.form)


def _ordered(one: Suggestion, order: str) -> Meant:
    """What is all said, as it is typed; else what was said, with the slots that are to be asked for."""
    if filling.missing(order):
        return Meant(order, Way.SHOWN, one.act, filling.shown(order))
    return Meant(filling.whole(order), one.filled or Way.DOES, one.act)


def _command(words: str, act: Act, named: Named) -> Meant:
    """What is offered below talk: it is done as it is offered."""
    form, _, typed = words.rpartition("=")
    return Meant(_filled(typed, named), Way.DOES, act, form)


def _filled(words: str, named: Named) -> str:
    for written, slot in SLOTS.items():
        if slot in named.fills:
            words = words.replace(written, named.fills[slot])
    return words


def _form(about: str, one: Suggestion) -> str:
    """A command that only repeats what was said is shown by its form."""
    return one.form if "{said}" in about else ""


def _only_leaf(context: Context) -> dict[str, str]:
    """The leaf of who has only one."""
    own = {duty.criterion.code: duty.ordinal for duty in duties_of(context)}
    if len(own) != 1:
        return {}
    (code, ordinal), *_ = own.items()
    return {LEAF: str(ordinal) if code.isdecimal() else code}
