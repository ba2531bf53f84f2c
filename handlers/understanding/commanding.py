"""命令: what the words order, what they are most like where no command's pattern knows them, and who may not."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act, instead, may, who_may
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.drafts import amending
from handlers.messages import Reply
from handlers.people import binding
from handlers.people.whom import exactly, hear
from handlers.reading.tokens.asides import is_question
from handlers.reporting.about.asked import ROLES, asks
from handlers.review.spoken.asked import progress
from handlers.suggesting import offering
from handlers.suggesting.guessing import MOST, Guess, Meant, guess, surely
from handlers.suggesting.suggestion import Way
from handlers.understanding import beyond, smalltalk
from handlers.understanding.open_questions import answered

SHORT = 4
"""What is no longer is held against the few telling words first: 缺多少 is too little to be like anything."""
_GREETING = 7
"""What is no longer, and ends in 么, may be a mere greeting."""


def commanded(text: str, context: Context) -> Reply | None:
    """Do what the words order, where the speaker may; else say who may."""
    read = KNOWN.meant(text)
    allowed = [(command, rest) for command, rest in read if may(context.speaker.role, command.act)]
    for command, rest in allowed:
        reply = command.run(rest, context)
        if reply is not None:
            return reply
    told = [command for command, _ in read if not command.shy] if not allowed else []
    if told:
        seen = progress.of_any_unit(text, context) if told[0].act is Act.UNIT else None
        return _rather(text, context) or seen or refused(told[0].act, context)
    if (found := binding.code_in(text)) is not None:
        return binding.redeem(found, context.incoming, context.speaker.account, context.uow, context.now)
    return None


def _rather(text: str, context: Context) -> Reply | None:
    """What a text that is no act's very words is likelier to mean than one that is not the speaker's to do."""
    if not any(map(str.isalnum, text)):
        return smalltalk.not_understood(text, context)
    plain = len(text) <= SHORT or KNOWN.knows(text) or beyond.order(text, context) is not None
    return None if plain else likely(text, None, context)


def refused(act: Act, context: Context) -> Reply:
    """That the speaker may not, who may, and what he may do instead."""
    hint = instead(context.speaker.role, act) or "回“帮助”看您能用的。"
    return Reply(f"您不能{act.value}，可以{act.value}的是：{who_may(act)}。{hint}")


def likely(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What the words are most like, done where it only tells or asks first.

    A question that may mean several things is not answered as if it meant the likeliest.
    """
    idle = smalltalk.answer(text) is not None or dialogs.yes_or_no(text) is not None
    if idle or amending.may_be_about(before, text):
        return None
    found = guess(text, context)
    several = len(found.meant) > 1 and found.talk is None and found.beyond is None
    if (
        not found.told
        or (several and len(text) > _GREETING and asks(text, context))
        or _shows(found, text, context)
    ):
        return None
    if found.beyond is not None:
        return refused(found.beyond, context)
    if found.talk is not None:
        said = offering.talk(found, context) if found.talk and not _astray(text, context) else None
        return None if said and not said.text and is_question(text) else said
    words = found.meant[0].words
    if found.drops and context.speaker.role not in ROLES:
        return _of_named(found, context)
    told = answered(words, before, context) or commanded(words, context)
    return offering.told(told, found) if told is not None else None


def _of_named(found: Guess, context: Context) -> Reply | None:
    """How what the text names stands, where the likeliest command would take no notice of it."""
    told = commanded(found.about, context) if found.about else None
    if told is None:
        return None
    named = Meant(found.about, Way.TELLS, found.meant[0].act)
    return offering.told(told, replace(found, meant=(named, *found.meant)[:MOST]))


_LOOKED_FOR: Final = re.compile(
    "[看查问?？吗呢怎咋啥谁哪几]|什么|多少|要求|详情|标准|介绍|情况|说明|原文|分|怎"
)


def _shows(found: Guess, text: str, context: Context) -> bool:
    """Whether it would show an item to somebody who reports and only tells something of it."""
    of_item = found.about and found.meant and found.meant[0].words == found.about
    return bool(of_item) and context.speaker.role in ROLES and _LOOKED_FOR.search(text) is None


def _astray(text: str, context: Context) -> bool:
    """Whether a question is only somewhat like that talk: it would hear the answer to another one."""
    return len(text) > _GREETING and asks(text, context) and not surely(Way.TALK, text, context.speaker.role)


def _passed_on(text: str, context: Context) -> tuple[Meant, ...]:
    """The office's words to whoever they name, where they mean nothing else."""
    if not may(context.speaker.role, Act.BROADCAST) or len(text) <= SHORT:
        return ()
    heard = hear(text, context)
    whom = exactly(heard, 0, context) if len(heard.whom) == 1 else None
    if whom is None or not whom.people or whom.everybody:
        return ()
    return (
        Meant(f"跟{whom.called}说：{text.strip()}", Way.DOES, Act.BROADCAST, f"把您这句话发给{whom.called}"),
    )


def _with_passed_on(found: Guess, text: str, context: Context) -> tuple[Meant, ...]:
    """The words to whoever they name, before what they may mean besides; behind what they likely order about him."""
    likeliest = found.meant[:1] if found.meant and found.meant[0].act is Act.ROSTER else ()
    return (*likeliest, *_passed_on(text, context), *found.meant[len(likeliest) :])[:MOST]


def offered(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What the words may mean, to choose from; what they name, where they are like no command."""
    found = guess(text, context)
    if found.beyond is not None:
        return offering.refused(refused(found.beyond, context), found, context)
    asked = asks(text, context)
    found = replace(found, meant=_with_passed_on(found, text, context))
    if found.talk and not _astray(text, context):
        return offering.talk(found, context)
    if found.meant:
        if asked:
            handed = Meant(
                f"转质强办 {context.as_said(text)}", Way.DOES, Act.REGISTER, "把您这句话转质强办，请他们答复"
            )
            named = [one for one in found.meant[:1] if one.words == found.about]
            tasks = Meant("我的任务", Way.TELLS, Act.TASKS)
            others = [one for one in found.meant if one.way in (Way.TELLS, Way.ASKS, Way.TALK)]
            found = replace(found, meant=tuple(dict.fromkeys((*named, handed, *others, tasks)))[:MOST])
        return offering.offer(text, found, context, asked=asked) if offering.may_ask(before) else None
    words = found.about
    told = commanded(words, context) if words else None
    return offering.about(words, told) if told is not None else None
