"""胡洁 for 胡杰, 小赵 for 赵新: the people of the roster by their names, where they are only spelled or called so."""

import re
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.people.enrolled import enrolled, printed_unit
from handlers.reading.naming.syllables import sound

_LONGEST: Final = 120


_NICKNAME: Final = re.compile(
    r"(?<![\u4e00-\u9fff])[小老](?P<first>[\u4e00-\u9fff])|(?<=[局委办镇区县的给把将跟让叫找催问由替和同请])[小老](?P<behind>[\u4e00-\u9fff])"
)
_BEHIND: Final = re.compile(
    r"$|[^\u4e00-\u9fff]|[要报的说绑换没还是来去请休那这有在今昨明交审退调走接把给也都和跟发看改填传不了吗呢吧几叫让催加从手电今]"
)
"""What may stand behind a nickname: 小高峰, 老城区 are none."""
_OF_UNIT: Final = ("局", "委", "办", "镇", "区", "县", "的")
_CALLED: Final = re.compile(r"[\s,，:：!！]|$")
"""小周 现在多少分: somebody, or the bot, is only called so."""
_NEW: Final = re.compile(r"新来|新调|新增|新人|新的?联|换[成了为]|改[成为由]|接[手替他她]|添|加[个一上]")


def nicknames_spelled(text: str, context: Context) -> str:
    """The text, 小赵 as the one of that surname on duty, or in the unit named before it; 小李 of several stays."""
    if len(text) > _LONGEST or not ("小" in text or "老" in text) or _NEW.search(text):
        return text
    people = enrolled(context)

    def spelled(found: re.Match[str]) -> str:
        own = [row for row in people if row.name.startswith(found["first"] or found["behind"])]
        if text[: found.start()].endswith(_OF_UNIT):
            units = mentions(text[: found.start()], context).units
            own = [row for row in own if printed_unit(row, context) in units]
        called = not found.start() and _CALLED.match(text, found.end()) is not None
        sure = len(own) == 1 and own[0].id != context.speaker.contact.id and not called
        return own[0].name if sure and _BEHIND.match(text, found.end()) else found[0]

    return _NICKNAME.sub(spelled, text)


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
