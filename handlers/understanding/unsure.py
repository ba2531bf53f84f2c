"""没把握: what is done with words that no reader knows for certain: talked with, offered, refused, or not understood."""

import re
from collections.abc import Mapping
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act, may
from handlers.campaign.units import mentions
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.drafts import amending, calling_off
from handlers.evidence import captions
from handlers.leading.asking import scoped
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reminding.wishes import acknowledged
from handlers.reporting import answering, unheard
from handlers.reporting.about.asked import unanswered
from handlers.suggesting import filling
from handlers.suggesting.guessing import fill_order, guess, surely
from handlers.suggesting.named import named_in
from handlers.suggesting.suggestion import Way
from handlers.understanding import beyond, leftover, paraphrases, smalltalk
from handlers.understanding.by_role import asked_beside
from handlers.understanding.commanding import SHORT, commanded, likely, offered, refused
from handlers.understanding.meaning import command_words

HANDED: Final = re.compile(
    r"(?:转质强办|交接|责任异议|申请延期|申诉|收回事项)[\s:：]|[^\d\[【]{0,40}[\[【](?:图片|照片)[\]】]"
)
"""What is handed on in the speaker's own words, whatever these are."""
_FIGURE: Final = re.compile(r"[\d①-⑳]")


def talked(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What surely is beside the matter: no report or command is read out of it."""
    if len(text) <= SHORT or _FIGURE.search(text) or HANDED.match(text) or KNOWN.knows(text):
        return None
    return likely(text, before, context) if surely(Way.TALK, text, context.speaker.role) else None


def handed_on(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What surely is for the office, in words that no command knows: it is offered to be handed on."""
    if len(text) <= SHORT or not surely(Way.DOES, text, context.speaker.role):
        return None
    return None if KNOWN.meant(text) else offered(text, before, context)


def injected(text: str, context: Context) -> Reply | None:
    """An order to the bot itself is no report, whatever stands beside it."""
    said = beyond.injected(text, context)
    return Reply(said) if said else None


def beyond_orders(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What the speaker, or nobody, may order; another unit's name alone is no order where something else is likely."""
    found = beyond.order(text, context)
    if isinstance(found, str):
        return Reply(found)
    meant = _mentioned(text, before, context) if found is Act.UNIT else None
    return meant or (refused(found, context) if found else None)


def _mentioned(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What is likely meant by who only mentions another unit: to wait for it or to dispute is no question about it."""
    found = guess(text, context)
    aside = found.talk or (found.beyond is None and found.meant and found.meant[0].act is Act.CONTEST)
    return likely(text, before, context) or (offered(text, before, context) if aside else None)


def paraphrased(text: str, context: Context) -> Reply | None:
    """What is asked in other words than a command's."""
    if smalltalk.answer(text) is not None:
        return None
    words = paraphrases.meant(text, context.speaker.role) or command_words(text)
    if not words:
        return None
    words = filling.whole(fill_order(text, named_in(text, context), context, words))
    units = mentions(text, context).units if words == "催办" else ()
    words = f"催 {'、'.join(units)}" if units else words  # Nobody is urged but who is named.
    alone = scoped(words, text, context) if may(context.speaker.role, Act.UNIT) else None
    return alone or commanded(words, context)


def unclear(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply:
    """Small talk, a 是 to nothing, or words that nothing here understands."""
    said = smalltalk.answer(text, context.speaker.role)
    waits_not = before is None and context.speaker.role != "contact" and calling_off.refuses(text)
    if (dialogs.yes_or_no(text) is not None or waits_not) and not said:
        return Reply("现在没有等您确认的事，没有记录任何数据。")
    if said:
        acknowledged(context)
        again = dialogs.still_asked(before, context, said.text)
        return Reply(f"{said.text}\n{again}") if again else said
    return (
        amending.asked_again(before, text)
        or asked_beside(text, context)
        or (captions.offered(text, context) or unheard.fits_none(text, context) if before is None else None)
        or (leftover.led(text, context) if before is None else None)
        or (None if _waits_for_choice(before, text) else offered(text, before, context))
        or (unanswered(text, context) if before is None else None)
        or smalltalk.not_understood(text, context, before)
    )


def _waits_for_choice(before: Mapping[str, Any] | None, text: str) -> bool:
    """Whether the words may have been meant for the numbered answers that wait; a question is not."""
    return answering.waits_for_choice(before, text) and not is_question(text)
