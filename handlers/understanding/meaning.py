"""说的是哪个命令: a whole message that means a command, though with fillers around it or by its sound only."""

import re
from functools import cache

from handlers.commands import COMMANDS
from handlers.leading.topics import topic_of
from handlers.reading.naming.syllables import sound
from handlers.reading.tokens.asides import bare, is_question
from handlers.review.arrivals import names_day
from handlers.review.commands import DECIDING

SHORTEST = 2
_ASKED = re.compile("[吗么?？]|没有?[?？。]*$")
_WISH = re.compile("^(?:我|俺|咱)?(?:想|要|来)?")


def command_words(text: str) -> str | None:
    """排名 for 给我看看排名 and for 排鸣; None where the text is no command said so."""
    known = _known()
    for said in (topic_of(text), bare(text), _WISH.sub("", topic_of(text))):
        if len(said) >= SHORTEST:
            meant = known.get(sound(said))
            if meant is not None and meant != text.strip():
                unsure = is_question(text) or _ASKED.search(text) or names_day(text)
                return None if meant in DECIDING and unsure else meant
    return None


@cache
def _known() -> dict[str, str]:
    """{the sound of a command's words: the words}; a sound that two commands share means neither."""
    heard: dict[str, dict[int, str]] = {}
    for place, command in enumerate(COMMANDS):
        for words in sorted(command.words):
            if len(words) >= SHORTEST:
                heard.setdefault(sound(words), {})[place] = words
    return {sounds: next(iter(words.values())) for sounds, words in heard.items() if len(words) == 1}
