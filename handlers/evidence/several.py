"""一份材料归几项: pieces that wait, put to several lines at once: 7 8 9, 四五六都用这张, 合格证和标准化那两项."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.board import Board, BoardLine
from handlers.context import Context
from handlers.evidence.placing import described, named_in
from handlers.reading.places import places_together
from handlers.reading.widths import clean

_ALL: Final = re.compile("都|共用|通用|一起|全部|合(?:在一起|成|写)|一块|一个文件|每[项个]|各项")
_WHETHER: Final = re.compile("行不行|行吗|可不可以|可以[吗么不]|能不能|好不好|成不成|[行可成能]么?[?？]")
_AND: Final = re.compile("[、和跟与及]|还有")
_TAIL: Final = re.compile(
    "(?:[那这]?[两二三四五几]?[个项条块]?的?(?:都|全)?(?:是|用|能用|可以用|归|算|共用|通用|这[个张份些]|它|的|项|吧)*)$"
)
_LEAD: Final = re.compile("^(?:就?是|归到?|放到?|给|都归|用[在于])+")
_LONGEST: Final = 30
_LEAST: Final = 2


def lines_together(text: str, board: Board, context: Context) -> tuple[BoardLine, ...]:
    """The lines of all that the text names side by side, by number or by name; () where it names no two."""
    said = clean(text).strip().rstrip("。.!！~ ")
    known = {line.duty.ordinal: line for line in board.lines}
    places = places_together(f"{_LEAD.sub('', said)[:_LONGEST]}都", known)
    if places:
        return tuple(line for line in board.lines if line.duty.ordinal in places)
    return _by_names(_LEAD.sub("", said), board, context) if len(said) <= _LONGEST else ()


def of_all(text: str) -> bool:
    """Whether the text says that each of them serves all of those."""
    return _ALL.search(text) is not None


def asks_whether(text: str) -> bool:
    """Whether the text asks if one piece may serve several lines."""
    return _WHETHER.search(text) is not None


def caption_of(text: str) -> str:
    """What of the text describes the piece; "" where it only names the places."""
    first, *rest = re.split("[，,。；;]", text, maxsplit=1)
    return described(rest[0]) if rest else ("" if len(first) <= _LONGEST else described(text))


def _by_names(said: str, board: Board, context: Context) -> tuple[BoardLine, ...]:
    parts = [part.strip() for part in _AND.split(_TAIL.sub("", said)) if part.strip()]
    if len(parts) < _LEAST:
        return ()
    meant = [named_in(part, board, context) for part in parts]
    codes = {line.code for one in meant for line in one.lines}
    if not all(one.certain for one in meant) or len(codes) != len(parts):
        return ()
    return tuple(
        line for line in board.lines if line.code in codes and _is_meant(line, [one.lines for one in meant])
    )


def _is_meant(line: BoardLine, found: Sequence[Sequence[BoardLine]]) -> bool:
    return any(line in lines for lines in found)
