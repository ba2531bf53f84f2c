"""Files that somebody wrote by hand, read within bounds: no file and no figure in it may be absurdly large."""

from decimal import Decimal
from pathlib import Path
from typing import Final

LARGEST: Final = 4 * 1024 * 1024
_MOST_DIGITS: Final = 100


def written(file: Path) -> bytes:
    """What the file holds. Raises OSError where there is none, ValueError where it is none to be read."""
    if file.exists() and not file.is_file():
        raise ValueError("不是普通文件")
    with file.open("rb") as opened:
        content = opened.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError(f"文件超过{LARGEST // 1024 // 1024}MB")
    return content


def figure(text: str) -> Decimal:
    """The exact number; ValueError for one that would fill pages when it is written out (1e99999999)."""
    value = Decimal(text)
    if len(text) > _MOST_DIGITS or not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
        raise ValueError(f"数字“{text[:20]}”太长或不是数")
    return value
