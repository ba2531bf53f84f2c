"""哪一件: which of the speaker's own pieces the words mean (8号文, 那张照片, 第一项里的纪要), and where they are to go."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from handlers.evidence.naming import document_number
from handlers.reading import read_ordinals
from handlers.reading.numbers import whole_number
from handlers.reading.tokens.ordinals import PATTERN
from store.records import Evidence

_NUMBER: Final = re.compile(
    r"(?<![\d.月])(?P<number>\d{1,5})\s*号(?!楼|线|项|个|指标|任务|报|上午|下午|晚|之?前|之?后|那天|开|拍|的时候)"
)
"""8号文, 平农45号; not the 8th of a month on which something was done."""
_PAPER: Final = re.compile(
    "纪要|方案|通知|台账|总结|简报|制度|汇总表|清单|名单|通报|证书|合同|公告|批复|请示|记录|办法|规划|标准|海报|宣传页|新闻|报道"
)
_KINDS: Final = (
    ("image", re.compile(r"[照相]片|[图截]图?片?|(?<=[这那一几两])张")),
    ("link", re.compile("链接|网址|推送|公众号")),
    ("video", re.compile("视频|录像")),
    ("voice", re.compile("录音|语音")),
    ("file", re.compile("文件|附件|扫描件|pdf|docx?|xlsx?", re.IGNORECASE)),
)
_LINE: Final = rf"(?:{PATTERN}|第?\s?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?![\d.号张份件个天年月])项?)"
_LINES: Final = rf"{_LINE}(?:\s?[、,，和跟及与]\s?(?:第?\d{{1,2}}(?![\d.号])项?|[①-⑳]))*"
_TO: Final = re.compile(
    rf"(?:(?:应该?|应当|得|要|该)?(?:是|归|放|算|在|挂)(?:到|在|进|入)?|改[归放挂]?到?成?|[移挪换调转]到?|弄到|到)\s*(?P<to>{_LINES})"
)
_USED: Final = re.compile(rf"(?P<to>{_LINES})(?:[两三]项)?(?:里|那里)?[也都](?:能|可以|要|得)?用")
"""45号文7和9也用."""
_NAMED_TO: Final = re.compile(
    r"(?>应该|应当|还是|[应得要该改])*(?:[归放挂移挪换转][到在进入]|(?<=[该应改])[归放挂])(?P<to>[^\d，,。；;]{2,40}?)(?:里|里面|去|下面|吧|才对|的)*[。.]?$"
)
_AND: Final = re.compile("[、,，和跟及与]")
_NOT_OF: Final = re.compile(rf"不[是归在](?:属于)?\s*(?P<line>{_LINE})")
_OF: Final = re.compile(rf"(?P<line>{_LINE})(?=[项的里那下交归]|放[错岔的]|[^，,]{{0,4}}材料)")


class Meant(NamedTuple):
    """The pieces that the words point at: all that may be meant; `pointed` where the words tell them apart."""

    rows: Sequence[Evidence]
    pointed: bool


class Way(NamedTuple):
    """From which line to which ones a piece is said to go, by their places on the list; 0 and () where it is not said."""

    at: int
    to: tuple[int, ...]


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of documents as people say them: 8号文 of 建发〔2015〕8号."""
    return frozenset(str(int(found["number"])) for found in _NUMBER.finditer(text))


def of_number(text: str, rows: Sequence[Evidence]) -> list[Evidence]:
    """Those of the pieces that bear a number of a document that the words name."""
    said = numbers_in(text)
    return [row for row in rows if said & _own_numbers(row)]


def meant(text: str, rows: Sequence[Evidence], codes: frozenset[str] = frozenset()) -> Meant:
    """Those of the pieces that the words mean, by number, by kind and title, and by the line where they are."""
    there = [row for row in rows if row.code in codes] if codes else []
    among = there or rows
    by_place = _by_place(text, rows)
    if by_place:
        return Meant(by_place, pointed=True)
    numbered = of_number(text, among) or of_number(text, rows)
    if numbered:
        return Meant(numbered, pointed=True)
    named = [row for row in among if any(noun in _words(row) for noun in _PAPER.findall(text))]
    if named:
        return Meant(named, pointed=True)
    kinds = {kind for kind, words in _KINDS if words.search(text)}
    of_kind = [row for row in among if row.kind in kinds]
    return Meant(of_kind or among, pointed=bool(there))


_NTH: Final = re.compile(r"第(?P<nth>\d{1,2}|[一二三四五六七八九十])[张份件]")
_PAUSE: Final = timedelta(minutes=30)


def _by_place(text: str, rows: Sequence[Evidence]) -> Sequence[Evidence]:
    """第二张 of the pieces that came last without a pause between them; nothing where no such place is named."""
    nth = _NTH.search(text)
    first = len(rows) - 1
    while nth is not None and first > 0 and rows[first].at - rows[first - 1].at <= _PAUSE:
        first -= 1
    place = whole_number(nth["nth"]) if nth is not None else 0
    return rows[first:][place - 1 : place] if place > 0 else ()


def names_one(text: str, rows: Sequence[Evidence]) -> bool:
    """Whether the words name a piece by its number or by what it is."""
    return bool(of_number(text, rows)) or any(
        noun in _words(row) for row in rows for noun in _PAPER.findall(text)
    )


def way(text: str) -> Way:
    """Where it is and where it is to go: 不是第一项的是第三项的, 把1里的8号文挪到3."""
    denied = _NOT_OF.search(text)
    rest = text if denied is None else text[: denied.start()] + " " + text[denied.end() :]
    targets = list(_TO.finditer(rest)) or list(_USED.finditer(rest))
    to = tuple(filter(None, map(_place, _AND.split(targets[-1]["to"])))) if targets else ()
    before = rest[: targets[-1].start()] if targets else rest
    at = denied["line"] if denied is not None else next((one["line"] for one in _OF.finditer(before)), "")
    return Way(_place(at), to)


def named_target(text: str) -> str:
    """放错了，应该放到农业标准化生产那项: the words for the line where it is to go; "" where none are."""
    found = _NAMED_TO.search(text)
    return found["to"] if found is not None else ""


def _place(said: str) -> int:
    bare = re.sub(r"^第|项$|\s", "", said)
    places = read_ordinals(said) or read_ordinals(f"第{bare}项")
    return places[0] if places else 0


def _own_numbers(row: Evidence) -> frozenset[str]:
    number = document_number(row.document_number or _words(row))
    found = re.search(r"(\d+)号$", number)
    return frozenset([found[1]]) if found else numbers_in(_words(row))


def _words(row: Evidence) -> str:
    return " ".join(filter(None, (row.original_name, row.title, row.caption, row.text)))
