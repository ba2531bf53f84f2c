"""同义: a text as a row of marks, one for each group of words that mean the same, one for each other sound."""

import re
from importlib.resources import files
from typing import Final

from handlers.reading.naming.syllables import sound
from handlers.reading.tokens.asides import bare
from handlers.reading.widths import clean

UNIT: Final = "đ"
LEAF: Final = chr(0x142)
PERSON: Final = chr(0x14B)
"""What stands in a text for a unit, a leaf, a person: letters that nobody types."""
SAID: Final = chr(0x14D)
"""What stands for the whole text as it was typed, in a command that hands it on."""
SLOTS: Final = {"{unit}": UNIT, "{leaf}": LEAF, "{person}": PERSON, "{said}": SAID}
"""How a phrasing, or a command, writes them."""
_DAY: Final = (
    "ð",
    re.compile(r"\d{1,2}\s*月\s*\d{1,2}\s*[日号]?|\d{1,2}[日号]|\d{1,2}[点时]|明天|今天|后天|昨天"),
)
_NUMBER: Final = ("þ", re.compile(r"\d[\d.]*\s*[%‰]?"))

_FIRST: Final = 0xF000
_GROUP_OF: Final = {
    word: chr(_FIRST + place)
    for place, group in enumerate(
        (files("handlers.suggesting") / "said" / "words.txt").read_text("utf-8").splitlines()
    )
    for word in group.split()
}
"""Each line is one mark; its words as they are written."""
_BY_SOUND: Final = {sound(word): mark for word, mark in _GROUP_OF.items() if len(word) > 1}
_SPOKEN: Final = re.compile("|".join(map(re.escape, sorted(_BY_SOUND, key=len, reverse=True))))
_SILENT: Final = frozenset("的了呢吧啊呀嘛哈吗么噢哦嗯请您你他它她就也又很太给把那这个下一样些儿地得着")
"""What says nothing of the meaning."""


def slotted(phrasing: str) -> str:
    """A phrasing as the text that named something there."""
    for written, slot in SLOTS.items():
        phrasing = phrasing.replace(written, slot)
    return phrasing


def marks(text: str) -> str:
    """The text as marks, one character each; units, leaves and persons are given as their slots."""
    words = _plain(text)
    heard = sound(words)
    said, at = [], 0
    while at < len(words):
        found = _SPOKEN.match(heard, at)
        if found is not None:
            said.append(_BY_SOUND[found[0]])
            at = found.end()
            continue
        if words[at] not in _SILENT:
            said.append(_GROUP_OF.get(words[at], heard[at]))
        at += 1
    return "".join(said)


def spelled(text: str) -> tuple[str, str]:
    """The text's characters, and its sounds."""
    words = _plain(text)
    return words, sound(words)


def _plain(text: str) -> str:
    text = clean(text)
    for mark, pattern in (_DAY, _NUMBER):
        text = pattern.sub(mark, text)
    return bare(text)


def is_telling(mark: str) -> bool:
    """Whether the mark stands for a group of words or a slot, not for a single sound."""
    return mark >= chr(_FIRST) or mark in SLOTS.values()
