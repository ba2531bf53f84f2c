"""文件名: any words as the name of a file or folder that every system takes."""

import re
import unicodedata
from typing import Final

_FORBIDDEN: Final = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
"""What Windows does not allow in a name, in the full-width form that reads the same."""
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE)
_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]{1,8}")
_KEPT_CONTROLS: Final = "\t\n\r"
_TWO_UNITS: Final = 0x10000


def safe_name(text: str, longest: int) -> str:
    """The words as one name of at most `longest` UTF-16 units, "" where nothing of them can be kept.

    Nothing invisible stays, nothing that parts folders, no name that Windows reserves, no dot or blank at an end.
    """
    seen = "".join(
        " " if one in _KEPT_CONTROLS else one for one in unicodedata.normalize("NFC", text) if _shows(one)
    )
    name = _cut(" ".join(seen.translate(_FORBIDDEN).split()).lstrip(" .~"), longest)
    if _RESERVED.fullmatch(name.partition(".")[0].rstrip()):
        name = _cut(f"_{name}", longest)
    return name


def split_suffix(name: str) -> tuple[str, str]:
    """The name without its ending, and the ending in lower case (".pdf"); "" where it is none of letters and digits."""
    stem, dot, ending = name.rpartition(".")
    suffix = f"{dot}{ending}".strip()
    return (stem, suffix.lower()) if stem and _SUFFIX.fullmatch(suffix) else (name, "")


def _shows(character: str) -> bool:
    return character in _KEPT_CONTROLS or unicodedata.category(character)[0] != "C"


def _cut(name: str, longest: int) -> str:
    """Windows counts a name in UTF-16 units and drops dots and blanks at its end."""
    left, kept = longest, []
    for character in name:
        left -= 2 if ord(character) >= _TWO_UNITS else 1
        if left < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip(" .")
