"""The width forms and lookalikes of one character made one; ① ³ ½ keep their own meaning."""

from typing import Final

_INVISIBLE: Final = "\u00ad\u034f\u061c\u180e\ufeff\ufe0e\ufe0f" + "".join(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)))
)
_SPACES: Final = "\u00a0\u3000\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B)))
_KEPT_WIDE: Final = "，；"
"""A full-width comma never groups thousands, so it stays distinct from the narrow one."""

_FORMS: Final = (
    {0xFF01 + place: chr(0x21 + place) for place in range(94) if chr(0xFF01 + place) not in _KEPT_WIDE}
    | dict.fromkeys(map(ord, _INVISIBLE))
    | dict.fromkeys(map(ord, _SPACES), " ")
    | str.maketrans(
        "⁄∕÷﹪‒–—―−﹣﹒•‧・﹐﹔﹕≥≤≈〜❓❔⁇⁈⁉🤔❎✖✕👎🚫🙅\r\x0b\x0c\u2028\u2029\u0085",
        "///%------····,；:><~~??????❌❌❌❌❌❌\n\n\n\n\n\n",
    )
)
_KEYCAP: Final = "\u20e3"
_KEYCAPS: Final = {"0" + _KEYCAP: "⓪"} | {f"{place + 1}{_KEYCAP}": chr(0x2460 + place) for place in range(9)}
"""1️⃣ as the keyboards of phones have it."""


def clean(text: str) -> str:
    """The text with every character in its usual width; lines and tabs stay as they are."""
    text = text.translate(_FORMS)
    if _KEYCAP in text:
        for typed, circled in _KEYCAPS.items():
            text = text.replace(typed, circled)
        text = text.replace(_KEYCAP, " ")
    return text
