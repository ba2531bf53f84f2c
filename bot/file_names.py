"""The names of files that people hand in, made safe for every system on which they may be unpacked."""

import re
from typing import Final

from bot.channels.words import plain

LONGEST_BYTES: Final = 240
"""Of a whole name; file systems take 255, and an index number goes before the name in a handed-over folder."""
NAMELESS: Final = "材料"
_SEPARATORS: Final = re.compile(r"[/\\]")
_RESERVED: Final = re.compile(r'[<>:"|?*]')
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_ENDING: Final = re.compile(r"\.(?P<ending>[A-Za-z0-9]{1,5})$")
_SAME: Final = {
    "jpeg": "jpg",
    "jpe": "jpg",
    "jfif": "jpg",
    "heif": "heic",
    "tiff": "tif",
    "dot": "doc",
    "text": "txt",
    "log": "txt",
    "htm": "html",
}
"""Another way to write an ending."""
_PROGRAMS: Final = (
    "exe|com|scr|pif|cpl|ms[ip]|dll|sys|bat|cmd|psm?1|vb[se]|jse?|ws[fch]?|hta|lnk|url|scf|reg|inf|jar|class|apk|app"
    "|sh|bash|py[cw]?|pl|rb|php|aspx?|jsp|chm|desktop|command"
)
_KEPT: Final = (
    "jpg|png|gif|webp|bmp|heic|tif|pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|rtf|txt|csv|zip|rar|7z"
    "|amr|mp[34]|m4a|wav|mov|avi"
)
_PROGRAM: Final = re.compile(_PROGRAMS)
_KNOWN: Final = re.compile(f"{_PROGRAMS}|{_KEPT}|svg|html|xml|docm|xlsm|pptm")


def ending_of(name: str) -> str:
    """The ending without its dot, in lower case and its usual spelling; "" for none."""
    found = _ENDING.search(name.rstrip(". "))
    ending = found["ending"].lower() if found else ""
    return _SAME.get(ending, ending)


def is_program(ending: str) -> bool:
    """Whether that is the ending of programs or scripts."""
    return _PROGRAM.fullmatch(ending) is not None


def is_known(ending: str) -> bool:
    """Whether that ending claims a type, so that it must not stand in the name of a file of another."""
    return _KNOWN.fullmatch(ending) is not None


def safe_name(name: str, extension: str) -> str:
    """The last part of the name without what no file system takes, ending in `extension` and nothing else.

    Every known ending that the content does not bear out is taken off: 报告.pdf.exe of a PDF is 报告.pdf.
    """
    bare = _RESERVED.sub("_", " ".join(_SEPARATORS.split(plain(name))[-1].split()))
    stem = bare.rstrip(". ")
    while is_known(ending_of(stem)):
        stem = stem[: stem.rindex(".")].rstrip(". ")
    stem = stem.strip(". ")
    stem = _DEVICE.sub(lambda found: f"_{found[0]}", stem) if _DEVICE.match(stem) else stem
    room = LONGEST_BYTES - len(extension) - 1
    stem = stem.encode("utf-8", "ignore")[:room].decode("utf-8", "ignore").strip(". ")
    return f"{stem or NAMELESS}.{extension}"


def is_told_otherwise(name: str, extension: str) -> bool:
    """Whether the name claims to be another known type than the content is."""
    ending = ending_of(name)
    return ending != extension and is_known(ending)
