"""剩下的话: what somebody who reports says and nothing here understood, led to his own items and to the office."""

import re
from typing import Final

from handlers.access import Act, may
from handlers.context import Context
from handlers.messages import Reply
from handlers.reporting.about.answers import which
from handlers.reporting.about.asked import OF_ITEM, ROLES, asks
from handlers.reporting.about.clause import closest
from handlers.reporting.about.meant import about, last_heard, names_others, points_back
from handlers.reporting.about.question import Question
from handlers.reporting.about.unsaid import handing_on, unsaid
from handlers.reporting.about.whole import in_document
from handlers.reporting.situations import signs
from handlers.suggesting import offering
from handlers.suggesting.guessing import Guess, Meant, guess
from handlers.suggesting.suggestion import Way
from handlers.wording import clip
from scoring.model import Criterion

_WORDS: Final = re.compile("[\u4e00-\u9fff]{4}|[\u4e00-\u9fff]{2}.*[\u4e00-\u9fff]{2}")
_MOST: Final = 2
_FEW: Final = 9
"""Of so many items one is asked for by a tap."""
_WIDTH: Final = 24


def led(text: str, context: Context) -> Reply | None:
    """The clause of the item that a question is about; the items and the office to give other words to."""
    if context.speaker.role not in ROLES or names_others(text, context) or not _WORDS.search(text):
        return None
    question = about(text, text, text, "", context)
    named = _own(question, question.leaves)
    if asks(text, context):
        leaves = named or _spoken_of(question) or _own(question, closest(text, question.leaves_of_list()))
        rows = [unsaid(question, leaf) for leaf in leaves[:_MOST]]
        if rows:
            return Reply("\n".join([*rows, handing_on(question, text)]))
        printed = in_document(text, context)
        if printed:
            return Reply(f"{printed}\n{handing_on(question, text)}")
        few = len(question.leaves_of_list()) <= _FEW and OF_ITEM.search(text)
        return which(text, question, office=True) if few else None
    return _kept(text, question, named) if may(context.speaker.role, Act.EVIDENCE) else None


def _own(question: Question, leaves: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    return tuple(leaf for leaf in leaves if question.lines_of(leaf))


def _spoken_of(question: Question) -> tuple[Criterion, ...]:
    """What 这项 points at: the item that was spoken of just before."""
    return _own(question, last_heard(question)) if points_back(question.text) else ()


def _returned(question: Question) -> tuple[Criterion, ...]:
    """What came back, and waits for just such words."""
    return tuple(line.criterion for line in question.board.lines if line.record.returned)[:_MOST]


def _kept(text: str, question: Question, named: tuple[Criterion, ...]) -> Reply | None:
    """The words may be kept with the item that they fit, or handed to the office; nothing is done before a tap.

    The item comes first where a deed is told: a sigh, or that somebody else holds the figure, is no evidence; what only
    shows comes before what hands the words on.
    """
    context = question.context
    fitting = named or _spoken_of(question) or _own(question, closest(text, question.leaves_of_list()))
    fitting = fitting or (_returned(question) if signs.tells_deed(text) else ())
    items = [
        Meant(
            f"材料 {line.duty.ordinal} {text}",
            Way.DOES,
            Act.EVIDENCE,
            f"把这句话记作{clip(line.title, _WIDTH)}的文字材料",
        )
        for leaf in fitting[:_MOST]
        if (line := question.board.line(leaf.code)) is not None
    ]
    found = guess(text, context)
    if not items and (not found.meant or found.talk is not None or found.beyond is not None):
        return None
    office = Meant(
        f"转质强办 {context.as_said(text)}", Way.DOES, Act.REGISTER, f"把这句话转给{question.office}"
    )
    likest = [one for one in found.meant[:1] if one.way in (Way.DOES, Way.ASKS, Way.TALK)]
    tasks = Meant("我的任务", Way.TELLS, Act.TASKS)
    choices = (*items, tasks, office, *likest) if signs.tells_deed(text) else (*likest, tasks, office, *items)
    return offering.offer(text, Guess(choices), context)
