"""Text at the border: what has no meaning in a message is taken out, and long text is cut to the limits."""

import re

# Control, format and tag characters: they change how a text looks or is compared, never what it says.
_MEANINGLESS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    # Halves of characters, which JSON may hold and no database takes.
    "\ud800-\udfff]"
    # The joiner is kept where it joins two emoji.
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NUMBERING_BYTES = 20
_LONGEST_CHARACTER = 4
_NAME_LENGTH = 120


def plain(text: str) -> str:
    """Take out control, direction and zero-width characters; lines and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return _MEANINGLESS.sub("", _LINE_ENDS.sub("\n", text))


def file_name(text: str) -> str:
    """The last part of a path in one line, shortened in the middle."""
    name = re.split(r"[/\\]", " ".join(plain(text).split()))[-1].strip(". ")
    return name if len(name) <= _NAME_LENGTH else f"{name[: _NAME_LENGTH - 21]}…{name[-20:]}"


def split(text: str, limit: int) -> tuple[str, ...]:
    """Cut `text` into parts of at most `limit` bytes of UTF-8, between lines where one fits.

    Several parts end in a line such as （1/3）. Raises ValueError for a limit that leaves no room for words.
    """
    if len(text) * _LONGEST_CHARACTER <= limit or len(text.encode()) <= limit:
        return (text,)
    room = limit - _NUMBERING_BYTES
    if room < _LONGEST_CHARACTER:
        raise ValueError("no room for words")
    parts = []
    while text:
        cut = _cut(text, room)
        parts.append(text[:cut].rstrip("\n"))
        text = text[cut:].lstrip("\n")
    return tuple(f"{part}\n（{number}/{len(parts)}）" for number, part in enumerate(parts, 1))


def _cut(text: str, room: int) -> int:
    """Where the first part ends: after the last line that fits, else the last sentence, else anywhere."""
    # Cut bytes end at most inside one character, which "ignore" drops.
    fitting = text.encode()[:room].decode(errors="ignore")
    if len(fitting) == len(text):
        return len(text)
    line = fitting.rfind("\n") + 1
    sentence = max(fitting.rfind(mark) for mark in "。；，、 ") + 1
    return line or (sentence if sentence > len(fitting) // 2 else len(fitting))
