"""不对 是12.8, 专利改成12.8: what the office has just entered for a unit is entered anew, said back first."""

import re
from datetime import timedelta
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import leaves_called, topic_of
from handlers.messages import Reply
from handlers.office.entering import enter

_LATELY: Final = timedelta(minutes=30)
_WRONG: Final = re.compile(
    r"(?P<of>[^\d]{0,16}?)(?:那?[个一]?数?)?(?:不对|错了?|[报填写打记]错了?|改成|改为|更正为?|应该?是)"
    r"(?:[,，\s]|不是\s*\d+(?:\.\d+)?%?|是|应该?|了|成|为|[,，\s])*(?P<new>\d+(?:\.\d+)?%?)\s*(?:[个家件分项]|批次?)?\s*[吧了啊。]*"
)


def corrected(text: str, context: Context) -> Reply | None:
    """The draft of the new figure for the same unit and item; None where the office entered none just now.

    It is None too where a unit or another item is named.
    """
    found = _WRONG.fullmatch(text.strip()) if context.speaker.role == "office" else None
    if found is None or mentions(text, context).units:
        return None
    campaign, person = context.speaker.campaign.id, context.speaker.contact.id
    last = context.uow.submissions.last_of(campaign, person)
    if last is None or context.now - last.at > _LATELY or last.unit == context.seat.unit:
        return None
    named = leaves_called(topic_of(found["of"]), context.running) if found["of"].strip() else ()
    if named and last.code not in {leaf.code for leaf in named}:
        return None
    whose = last.subject if len(context.speaker.campaign.subjects) > 1 else ""
    return enter(f"{last.unit} {last.code} {whose} {found['new']}", context)
