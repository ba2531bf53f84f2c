"""Words by their sound: one private character for each syllable, so that homophones compare as equal."""

import os
import re
import sys
from array import array
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from typing import Final

_FIRST_PRIVATE: Final = 0xE000
_HAN: Final = range(0x3400, 0xA000)
_LETTERS: Final = re.compile("[a-zü]{5,40}")
_LONGEST_SYLLABLE: Final = len("zhuang")
_TABLES: Final = {"PYPINYIN_NO_PHRASES": "true", "PYPINYIN_NO_DICT_COPY": "true"}
"""Makes the library load one table of characters instead of two, and no phrases: a character has one sound."""


def _read() -> "tuple[tuple[str, ...], array[int]]":
    """All syllables, and the place among them of each character's; a character without one sounds like itself.

    The library takes 14 MB, what is read from it 60 kB: so it is let go again.
    """
    os.environ.update(_TABLES)
    characters = [chr(point) for point in _HAN]
    spelled: list[str] = import_module("pypinyin").lazy_pinyin(characters)
    for name in [name for name in sys.modules if name.partition(".")[0] == "pypinyin"]:
        del sys.modules[name]
    syllables = ("", *sorted({syllable for syllable in spelled if syllable.isascii()}))
    places = {syllable: place for place, syllable in enumerate(syllables)}
    return syllables, array("H", [places.get(syllable, 0) for syllable in spelled])


_syllables, _places = _read()
_codes: Final[dict[str, str]] = {}
_sounds: Final[dict[str, str]] = {}
_rough: Final[dict[str, str]] = {}
_alike: Final[dict[str, str]] = {}
_SIBILANT: Final = re.compile("^(?P<first>[zcs])h")
_NASAL: Final = re.compile("(?P<vowel>[aei])ng$")


@lru_cache(maxsize=4096)
def sound(words: str) -> str:
    """The words with every Chinese character replaced by its syllable's code; as long as they are."""
    return "".join([_sounds.get(character) or _learnt(character) for character in words])


def rough_sound(words: str) -> str:
    """The same without what many speakers do not tell apart: n and l, zh and z, -ng and -n."""
    return "".join([_rough.get(character, character) for character in sound(words)])


def spelled_as(text: str, names: Iterable[str]) -> str:
    """The text, what only sounds like one of the names spelled as that one is: 华荣区 as 华容区."""
    heard = sound(text)
    for name in names:
        at = -1 if name in text else heard.find(sound(name))
        if at >= 0:
            text = text[:at] + name + text[at + len(name) :]
    return text


def from_pinyin(words: str) -> str:
    """Words with every run of letters that is pinyin (fugailv) replaced by its syllables' codes."""
    return _LETTERS.sub(lambda found: _spelled(found[0].replace("ü", "v")) or found[0], words)


def _spelled(letters: str) -> str | None:
    """The codes of the syllables that the letters are; None where they are none, or none of any name."""
    spelled: list[str | None] = [""]
    for end in range(1, len(letters) + 1):
        heads = ((spelled[at], letters[at:end]) for at in range(max(0, end - _LONGEST_SYLLABLE), end))
        ways = (
            head + _codes[syllable] for head, syllable in heads if head is not None and syllable in _codes
        )
        spelled.append(next(ways, None))
    return spelled[-1]


def _learnt(character: str) -> str:
    syllable = _syllables[_places[ord(character) - _HAN.start]] if ord(character) in _HAN else ""
    if not syllable:
        return character
    code = _codes.setdefault(syllable, chr(_FIRST_PRIVATE + len(_codes)))
    rough = _NASAL.sub(r"\g<vowel>n", _SIBILANT.sub(r"\g<first>", syllable))
    _rough.setdefault(code, _alike.setdefault(f"n{rough[1:]}" if rough[0] == "l" else rough, code))
    return _sounds.setdefault(character, code)
