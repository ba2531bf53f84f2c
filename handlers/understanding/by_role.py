"""What reviewers, leaders and the office say in words of their own, each only heard from who may say it."""

import re
from typing import Final

from handlers.access import Act, may
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.leading import asking, at_once, figures, following, reached
from handlers.matters import requests
from handlers.meaning import command_words
from handlers.messages import Reply
from handlers.review import direct, waiting
from handlers.review.commands import of_the_whole_list
from handlers.review.listed import assess, rule_listed
from handlers.review.rulings import read_rulings
from handlers.review.spoken import asking as inquiries
from handlers.review.spoken import marks, materials, ruling, undoing, wondering
from handlers.understanding.commanding import commanded


def decided(text: str, context: Context) -> Reply | None:
    """What a reviewer rules or asks in words of his own; the office only where it has a list before it."""
    if not may(context.speaker.role, Act.REVIEW) or KNOWN.knows(text):
        return None
    own = context.speaker.role == "reviewer" or waiting.listed_items(context) is not None
    if not own:
        return None
    return (
        undoing.taken_back(text, context)
        or of_the_whole_list(text, context)
        or (requests.requested(text, context) if ruling.only_holds(text) else None)
        or ruling.rule_spoken(text, context)
        or materials.asked(text.strip().rstrip("?？。!！ "), context)
        or inquiries.asked(text, context)
    )


def ruled(text: str, context: Context) -> Reply | None:
    """The reply to a reviewer's “1通过2退回没章” or “评 1 3 理由”."""
    if not may(context.speaker.role, Act.REVIEW):
        return None
    rulings = read_rulings(text)
    if rulings:
        return rule_listed(rulings, context)
    place = waiting.place_said(text, context)
    if place is not None:
        return waiting.view(str(place + 1), context)
    return assess(text, context) or marks.mark_spoken(text, context) or direct.assess_named(text, context)


def followed(text: str, context: Context) -> Reply | None:
    """What a leader asks on about what he has just been shown."""
    if context.speaker.role != "leader":
        return following.followed(text, context) if may(context.speaker.role, Act.UNIT) else None
    early = None if KNOWN.knows(text) else at_once.asked(text, context) or _on_figures(text, context)
    return following.followed(text, context) or early or _with_deadline(text, context)


def _with_deadline(text: str, context: Context) -> Reply | None:
    """公安局那两项啥情况 离截止没几天了: how the unit stands, and the deadline behind it."""
    if not _DEADLINE.search(text) or not (_HOW.search(text) or _WHO_OWES.search(text)):
        return None
    told = (
        commanded("没报", context) if _WHO_OWES.search(text) else asking.units_beside(text, context, least=1)
    )
    until = commanded("什么时候截止", context) if told is not None else None
    return Reply(f"{told.text}\n{until.text}") if told is not None and until is not None else None


_WHO_OWES: Final = re.compile(r"(?:谁|哪[几些个]?(?:家|单位)?)(?:还|都|一直)*(?:没|未)(?:有)?(?:报|交|动)")
_DEADLINE: Final = re.compile(r"截止|到期|没几天|几天了|还有几天|还剩几天")
_HOW: Final = re.compile(r"(?:啥|什么)情况|怎么样|咋样|如何|进展|报了没|报了吗|报齐")


_REACHED: Final = re.compile(r"达标|过线|达到目标|到目标|目标.{0,2}差")
_WHICH_OF: Final = re.compile(r"[和跟与、].{2,10}(?:谁|哪[个家]).{0,3}(?:报|交|快|慢|全|齐|多|少|好|差)")
_VETOED: Final = re.compile(
    r"(?:有没有|有无|哪[个些家]|谁).{0,6}(?:被)?(?:一票)?否决|否决(?:的|了)?.{0,4}(?:有没有|了没|了吗|吗$)"
)
_SO_MANY: Final = re.compile(r"^.{2,12}(?:报|交)了?(?:几|多少)[项个件]")
_REPORTED_BY: Final = re.compile(r"\d.*谁报|谁报.*\d")


_URGED_YET: Final = re.compile(r"(?:催|提醒|督促)(?:过)?了?(?:没有?|吗)[?？]?$")


def _on_figures(text: str, context: Context) -> Reply | None:
    """What is asked of figures that are named: other words around them would be taken for a command."""
    if _URGED_YET.search(text):
        return asking.units_beside(text, context, least=1) if "记录" not in text else None
    if _REPORTED_BY.search(text):
        return figures.asked(text, context)
    if _REACHED.search(text):
        return reached.asked(text, context)
    if _VETOED.search(text):
        return commanded("否决", context)
    if _SO_MANY.search(text):
        return asking.units_beside(text, context, least=1)
    return asking.units_beside(text, context) if _WHICH_OF.search(text) else None


def named_unit(text: str, context: Context) -> Reply | None:
    """A leader who types nothing but names of units asks how they stand."""
    return asking.units_only(text, context) if may(context.speaker.role, Act.UNIT) else None


def leader_asked(text: str, context: Context) -> Reply | None:
    """What leaders ask in words that are no command, or in a command's words with others around them."""
    if not may(context.speaker.role, Act.UNIT):
        return None
    meant = command_words(text)
    return (commanded(meant, context) if meant else None) or asking.answer(text, context)


def asked_beside(text: str, context: Context) -> Reply | None:
    """What there is to tell of the unit or the item that a question names, which nothing else answers."""
    if may(context.speaker.role, Act.UNIT):
        return asking.asked_of_unit(text, context)
    return wondering.wondered(text, context) if context.speaker.role == "reviewer" else None
