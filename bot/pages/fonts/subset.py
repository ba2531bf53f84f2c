"""Makes the shipped font: `python -m bot.pages.fonts.subset NotoSansCJK-Regular.ttc OUTPUT.woff2|otf`.

The collection is in the PyPI package noto-cjk-sans-otc; fonttools and brotli are in the group `font`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection

# The third face of the collection draws Han characters as they are printed in China.
_FACE = 2
_RANGES = (
    (0x0020, 0x017F),  # Latin
    (0x0391, 0x03C9),  # Greek
    (0x2010, 0x206F),  # dashes, quotation marks
    (0x20AC, 0x20AC),
    (0x2103, 0x218B),  # ℃ № Ⅰ
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2460, 0x24FF),  # ①
    (0x2500, 0x26FF),  # boxes, shapes, ★
    (0x2713, 0x2717),
    (0x3000, 0x33FF),  # punctuation, ㈠ ㎡
    (0x4E00, 0x9FFF),  # every Han character of the basic plane's first block
    (0xFE30, 0xFE6F),
    (0xFF01, 0xFFEF),  # full width
)


def wanted() -> set[int]:
    """The code points to keep: all of GBK, so that names of persons and places are safe, and the ranges."""
    return set(_gbk()).union(*(range(first, last + 1) for first, last in _RANGES))


def make(source: Path, target: Path) -> int:
    """Write the subset of `source` to `target`; return how many characters it draws."""
    font = TTCollection(source, lazy=True).fonts[_FACE]
    options = Options(
        layout_features=[],
        hinting=False,
        desubroutinize=True,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 13, 14],
        drop_tables=["BASE", "VORG", "vhea", "vmtx", "GPOS", "GSUB", "GDEF"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)
    if target.suffix == ".woff2":
        font.flavor = "woff2"
    font.save(target)
    return len(font.getBestCmap())


def _gbk() -> Iterator[int]:
    for first in range(0x81, 0xFF):
        for second in range(0x40, 0xFF):
            yield from map(ord, bytes((first, second)).decode("gbk", errors="ignore"))


if __name__ == "__main__":
    count = make(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(f"{count} characters\n")
