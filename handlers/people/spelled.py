"""胡洁 for 胡杰: the people of the roster as their names are spelled, where one only sounds like it."""

from typing import Final

from handlers.context import Context
from handlers.reading.naming.syllables import sound

_LONGEST: Final = 120


def names_spelled(text: str, context: Context) -> str:
    """The text, a name with the surname of one of them and the sound of the rest spelled as that one.

    The office names people who are not on the roster yet.
    """
    if len(text) > _LONGEST or context.speaker.role == "office":
        return text
    people = context.uow.roster.list(context.speaker.campaign.id)
    names = [row.name for row in people if row.active and row.name and row.name[0] in text]
    heard = sound(text) if names else ""
    for name in names:
        at = -1 if name in text else heard.find(sound(name))
        written = text[at : at + len(name)]
        if at >= 0 and written[0] == name[0] and written not in names:
            text = text[:at] + name + text[at + len(name) :]
    return text
