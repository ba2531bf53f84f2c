"""归类: which of the pieces that wait belongs to which line, as a contact writes it (45号→3，46号→5；都归3)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.reading import read_ordinals
from handlers.reading.numbers import whole_number
from handlers.reading.tokens.ordinals import PATTERN
from handlers.wording import clip

_PLACE: Final = rf"(?:{PATTERN}|\d{{1,2}}(?![\d.]))"
_ARROW: Final = r"(?:→|⇒|-+>|－>|=>|—+>|都?归到?|放到?|给)"
_NUMBERED: Final = rf"(?:第\s*\d{{1,2}}\s*[个件份张]|\d{{1,5}}\s*号)\s*(?:{_ARROW}|[-—－=＝:：是])"
_NAMED: Final = rf"[^\s→⇒，,、;；。归放给-]{{1,40}}?\s*{_ARROW}"
_PAIR: Final = re.compile(rf"(?P<which>{_NUMBERED}|{_NAMED})\s*第?(?P<place>{_PLACE})项?")
_TRAILING_ARROW: Final = re.compile(rf"\s*(?:{_ARROW}|[-—－=＝:：是])$")
_NUMBER_OR_PLACE: Final = re.compile(r"第\s*(?P<nth>\d{1,2})\s*[个件份张]|(?P<number>\d{1,5})\s*号")
_BETWEEN: Final = re.compile(r"[\s，,、;；。和]*")
_ALL: Final = re.compile(
    rf"\s*(?>这?(?:两|二|三|几|\d)[个件份张](?:都|一起)?|全部?|一起|都|均)+\s*(?:归到?|放到?|给|是)?\s*第?(?P<place>{_PLACE})项?的?"
    r"(?:[\s:：、，,]+(?P<rest>.*))?",
    re.DOTALL,
)
_LEADING: Final = re.compile(
    rf"\s*(?:归到?|(?:这|那)?[张份]?(?:照片|图片?)?[都也]?是(?=\s*第?\d{{1,2}}项?的))?\s*第?(?P<place>{PATTERN}|\d{{1,2}}(?![\d.]|\s*[年月日号点时个]))项?[\s:：、.，,]*(?P<rest>.*)",
    re.DOTALL,
)
"""“1 …” but not “6月10日 …”."""


_SPELLED: Final = re.compile(
    r"[一二三四五六七八九十百]{1,5}(?=号)|(?<=[归放到给→])[一二三四五六七八九十]{1,3}(?=项?(?:[，,、;；。\s]|$))"
)
"""四十六号归五: numbers in words, of a document and of a place."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Put the piece at `at` (None: every piece) to the line numbered `place`."""

    at: int | None
    place: int
    caption: str = ""


def read_filing(text: str, names: Sequence[str]) -> tuple[Filing, ...] | str:
    """What the text says of the waiting pieces with these names; () for nothing, or what it names wrongly."""
    text = _SPELLED.sub(lambda found: str(whole_number(found[0])), text)
    several = _several(text) if len(names) == 1 else ()
    if several:
        return several
    whole = _ALL.fullmatch(text)
    pairs = [] if whole else _pairs(text)
    if pairs:
        return _assigned(pairs, names)
    found = whole or _LEADING.fullmatch(text)
    places = read_ordinals(found["place"]) if found else ()
    if found is None or not places:
        return ()
    return (
        Filing(None, places[0], _FILLERS.sub("", (found["rest"] or "").strip().removeprefix("的").strip())),
    )


_FILLERS: Final = re.compile("^[吧啊呀哈的呢了嗯哦里就行好。!！~～]+$")
"""1吧 says nothing of the piece."""


_RUN_OF_PLACES: Final = re.compile(
    rf"\s*(?:归到?|放到?|给)?\s*(?P<places>{_PLACE}(?>(?P<gap>\s*[、,，和及跟/]\s*|\s+){_PLACE})+(?![年月日号点时个%]))\s*(?:[两三四五\d]?项)?\s*(?:都(?:是|用|归)?|共用|通用)?"
    r"(?:[\s:：、，,]+(?P<rest>\D.*))?",
    re.DOTALL,
)
_HAN_RUN: Final = re.compile(
    r"\s*(?:归到?)?(?P<places>[一二三四五六七八九]{2,9})[两三四五]?项?(?:都是?|共用)?\s*"
)
_TWO: Final = 2


def _several(text: str) -> tuple[Filing, ...]:
    """7、8、9 or 七八九: one piece for several lines; two bare figures may as well be a place and a value."""
    han = _HAN_RUN.fullmatch(text)
    if han is not None:
        return tuple(Filing(None, whole_number(one)) for one in han["places"])
    found = _RUN_OF_PLACES.fullmatch(text)
    places = read_ordinals(found["places"]) if found is not None else ()
    if found is None or len(places) < _TWO or (len(places) == _TWO and not found["gap"].strip()):
        return ()
    return tuple(Filing(None, place, (found["rest"] or "").strip()) for place in places)


def _pairs(text: str) -> list[tuple[str, int]]:
    """(which piece, place) where the text is nothing but such pairs."""
    pairs, end = [], 0
    for found in _PAIR.finditer(text):
        if not _BETWEEN.fullmatch(text[end : found.start()]):
            return []
        pairs.append((_TRAILING_ARROW.sub("", found["which"]), next(iter(read_ordinals(found["place"])), 0)))
        end = found.end()
    return pairs if pairs and _BETWEEN.fullmatch(text[end:]) else []


def _assigned(pairs: Sequence[tuple[str, int]], names: Sequence[str]) -> tuple[Filing, ...] | str:
    filings: list[Filing] = []
    for which, place in pairs:
        meant = _meant(which, names)
        if not meant and not _NUMBER_OR_PLACE.fullmatch(which):
            return ()
        if len(meant) != 1 or meant[0] in {filing.at for filing in filings}:
            return clip(which, 20)
        filings.append(Filing(meant[0], place))
    return tuple(filings)


def _meant(which: str, names: Sequence[str]) -> list[int]:
    """The pieces that “45号”, “第2个” or part of a name may mean."""
    found = _NUMBER_OR_PLACE.fullmatch(which)
    if found is None:
        return [at for at, name in enumerate(names) if which in name]
    if found["nth"]:
        return [int(found["nth"]) - 1] if 1 <= int(found["nth"]) <= len(names) else []
    return [at for at, name in enumerate(names) if re.search(rf"(?<!\d){found['number']}\s*号", name)]


_HAN: Final = "一二两三四五六七八九十"
_ONE: Final = re.compile(
    rf"(?:第\s?(?P<nth>\d{{1,2}}|[{_HAN}])\s?[张个件份幅]|图\s?(?P<figure>\d{{1,2}}|[{_HAN}]))(?:图片?|照片)?"
)
_RUN: Final = re.compile(
    rf"(?P<end>前|头|后|末|最后|剩下)的?(?P<number>\d{{1,2}}|[{_HAN}])?[张个件份幅]|(?P<rest>其余|其他|剩下)的?"
)


def pieces_named(part: str, count: int) -> tuple[tuple[int, ...], str]:
    """The pieces (from 0) that a part of a message begins with, 图一 or 前两张, and the words behind; () for none."""
    one, run = _ONE.match(part), _RUN.match(part)
    if one is not None:
        place = whole_number(one["nth"] or one["figure"])
        return ((place - 1,) if 1 <= place <= count else ()), part[one.end() :]
    if run is None:
        return (), part
    number = whole_number(run["number"] or "一")
    if run["rest"] or not 1 <= number <= count:
        return (), part
    first = run["end"] in ("前", "头")
    return tuple(range(number) if first else range(count - number, count)), part[run.end() :]


_ANOTHER: Final = re.compile(
    rf"(?:^|[\s，,;；])第?(?P<place>{PATTERN}|\d{{1,2}})项?\s+(?=[\u4e00-\u9fff])(?![张个件份幅页人家次号年月日])|那[张份].{{0,3}}[是归]"
)
_OF_ONE: Final = re.compile("(?:第[一二三四五1-5]|[前后]一?)[张份幅]|图[一二三123]|那[张份].{0,3}[是归]")


def names_another(caption: str, known: Callable[[int], object]) -> bool:
    """1 现场照片 3 宣传照片: whether what stands behind the first place gives a second one that is known."""
    return any(
        found["place"] is None or any(map(known, read_ordinals(found["place"])))
        for found in _ANOTHER.finditer(caption)
    )


def of_one(text: str) -> bool:
    """第一张是执法检查，第二张是会议: of one piece, not of all."""
    return _OF_ONE.search(text) is not None
