"""停顿: a line said in one breath gets the commas that it wants, where it turns from one item of the list to another."""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Final

from handlers.board import board_of
from handlers.context import Context
from handlers.reading.numbers import whole_number
from handlers.reading.tokens.asides import is_question
from handlers.reporting.situations.themes import Themes, themes_of

LONGEST: Final = 120
_ENDED: Final = "了好完齐过有没无弄零\\d%％"
"""What ends something said: 三完成了四没弄, 1有2是100."""
_STATE: Final = (
    "(?:是|也|都|已经?|还|就|目前|现在|基本|全部?){0,3}"
    "(?:完成|做[好完了]|弄|搞|办[好完了]|建[立好成]|有(?![\\d一两])|没(?!事)|好了|在[弄办做写建推起]|齐|差|未)"
)
_PLACED: Final = re.compile(
    rf"(?:^|(?<=[{_ENDED}\s，,。；;]))(?<![、和跟及与到至~-])(?:(?P<digit>(?<!\d)(?<!\d\.)\d{{1,2}})(?={_STATE}|是\d)"
    rf"|(?P<spoken>(?<![一二三四五六七八九十万统唯])[一二三四五六七八九十]{{1,3}})(?={_STATE})(?!是)|(?<=[了好完齐过有没无弄号\d%％])(?P<whole>第[\d一二三四五六七八九十]{{1,3}}[项个条]|[①-⑳]))"
)
_BRIEF: Final = re.compile(r"(?:\d{1,2}(?:有|没有?|无|是|否))+")
"""3有4有5没有 is read as it stands."""
_LISTED: Final = re.compile(r"(?:^|[，,\s])\s*\d{1,2}[，,\s]+$")
"""1，2，3都没有 speaks of all of them."""
_UNDONE: Final = re.compile("(?:还|都|也|目前|现在)*(?:在|没[弄做办搞]|还没)")
_DONE_IS: Final = re.compile(r"是(?=已经?|有|没|都)")
_TURNS: Final = re.compile(
    "(?<=[\u4e00-\u9fff\\d%％])(?:了|没有?|有|无|好|完|齐|零|在[建弄办])(?=[\u4e00-\u9fff])(?![的了么吗吧啊呀呢过发出任一何关])"
)
_STATES: Final = re.compile("今年|没有?|有|了|已经?|好|完|齐|零|无|还?在|\\d")
_PIECE: Final = re.compile(r"[^，,。；;！!\n\s]{6,}")
_FIRM: Final = 2.0
"""So telling the words must be of another line before they are parted from those in front of them."""


def with_pauses(text: str, context: Context) -> str:
    """规划制定了协调机制也建了, 1完成了2是100 as people write it: parted by commas; else the text."""
    if len(text) > LONGEST or "\n" in text or is_question(text):
        return text
    return _named(_placed(text, context), context)


def _placed(text: str, context: Context) -> str:
    """The places of the list that begin a clause, set off as such: 3是已经建立了，4还在弄, 三完成了四没弄."""
    first = _PLACED.search(text)
    if first is None or _BRIEF.fullmatch(text) or _is_counted(first, text):
        return text
    known = {task.ordinal for task in board_of(context, text).tasks() if task.ordinal}
    kept = ""
    last = 0
    for found in _PLACED.finditer(text):
        set_off = _set_off(found, text, known)
        if set_off:
            begins = kept + text[last : found.start()]
            comma = "，" if begins and begins[-1] not in " ，,。；;" else ""
            kept, last = f"{begins}{comma}{set_off}", found.end()
            done = _DONE_IS.match(text, last)
            last = done.end() if done is not None else last
    return kept + text[last:]


def _is_counted(first: re.Match[str], text: str) -> bool:
    """拿到了4完成了2: a figure right behind a word, in a line that has begun with no place, counts something."""
    return not first["whole"] and first.start() > 0 and text[first.start() - 1] not in " \t，,。；;"


def _set_off(found: re.Match[str], text: str, known: Collection[int]) -> str:
    """“3 ”, or 第3项 of what is still to be done, where such a place is on the list; else ""."""
    if found["whole"]:
        return found["whole"]
    said = found["digit"] or found["spoken"]
    place = whole_number(said)
    if place not in known or _LISTED.search(text[: found.start()]):
        return ""
    return f"第{place}项" if _UNDONE.match(text, found.end()) else f"{place} "


def _named(text: str, context: Context) -> str:
    """The items named one after the other by words of their own."""
    if not any(len(_TURNS.findall(piece[0])) for piece in _PIECE.finditer(text)):
        return text
    themes = themes_of(board_of(context, text).tasks())
    at = sorted(place for piece in _PIECE.finditer(text) for place in _turns(piece, themes))
    ends = [*at, len(text)]
    return "，".join(text[begin:end] for begin, end in zip([0, *at], ends, strict=True))


def _turns(piece: re.Match[str], themes: Themes) -> Iterator[int]:
    """Where in the piece something firmly told of other lines begins."""
    said, begun = piece[0], 0
    turns = [found.end() for found in _TURNS.finditer(said)]
    for turn, end in pairwise([*turns, len(said)]):
        before = set(themes.likely(_STATES.sub(" ", said[begun:turn])))
        behind = themes.likely(said[turn:end]) if before and _STATES.search(said[turn:]) else ()
        if behind and before.isdisjoint(behind):
            weights = themes.likeness(said[turn:end])
            if weights[behind[0]] >= _FIRM * max((weights.get(at, 0.0) for at in before), default=0.0):
                yield piece.start() + turn
                begun = turn
