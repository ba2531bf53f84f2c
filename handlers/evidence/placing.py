"""归到哪里: the lines and assessed units that the words about a piece of evidence name."""

import re
from dataclasses import dataclass
from typing import Final

from handlers.board import Board, BoardLine
from handlers.context import Context
from handlers.reading.clauses import Clause
from handlers.reading.naming.book import book_of
from handlers.reading.naming.locating import Locator
from handlers.reading.numbers import Quantity, whole_number
from handlers.reading.tokens.asides import bare, is_question, without_asides
from handlers.reading.tokens.ordinals import PATTERN, read_ordinals
from handlers.reading.widths import clean

_SHOWS: Final = re.compile(
    r"这(?:[是张份个些套几两三]|里是)|[照相]片|[图截]|拍[的摄]|扫描件?|附件|复印件|原件|见下|视频|录像|录音|链接|https?://"
)
_MAY_SHOW: Final = re.compile(
    "现场|台账|通报|文件|纪要|报告|通知|证书|申报表|合同|简报|红头|批复|方案|制度|名单|总结|记录|清单|表$|新闻|报道|公告|推送|会议"
)
_COUNTED: Final = re.compile(
    r"[共一]*(?:\d{1,3}|[一二两三四五六七八九十几]+)\s*(?:[张份页个件套组次本期段]|页纸)(?!月)"
)
_FRAME: Final = re.compile(
    r"^(?>一?[张份个些套几两三件]+|[我你]们?|这里?|上面?|下面?|刚[才刚]?|前面|发的?|传的?|交的?|归[到进入给]?|就是|都是|[照相图]片|截图|材料|文件|链接|那|给|是|[\d\s:：，,])+"
    r"|(?:的)?(?>扫描件|复印件|见[下附]?图|[照相图]片|截图|原件|材料|文件|报告|佐证|证明|链接|新闻|简报|附件|一[张份个]|那[个项条块]|这[个项条块]|用的?|的|呢|吧|啊|了)+$"
)
_CODE: Final = re.compile(r"(?<![\w.])[A-Za-z]{0,2}\d{1,2}(?:\.\d{1,2}|-(?:H1|Q3|Y))(?![\d.%])")
_NUMBERS: Final = re.compile(
    r"(?<![\d.])\d{1,2}(?:\s*[、,，和跟与及]\s*\d{1,2})+(?=\s*(?:两|三|几)?(?:项|都|的|用|共用|通用|$))"
)
_IN_ORDER: Final = "一二三四五六七八九"
_HAN_RUN: Final = re.compile(
    "(?<![第十百])([一二三四五六七八九]{2,9})(?=[两三四五]?项|这[两三]?项|都|写|共用|合|一[起块]|的(?:方案|材料|文件|总结)|$)"
)
"""七八九写一块: places in their order, said without a break."""
_PUT: Final = re.compile(
    r"(?:归|放|挂|记|算)(?:到|在|进|入)?\s*(?P<at>\d{1,2}|[一二三四五六七八九十]{1,3})(?=项|[，,。；;、\s了吧哈啊里那的!）)]|$)"
)
"""归到3, 放一: a number that says where, and counts nothing."""
_PUT_THERE: Final = re.compile(rf"(?<=\D)(?:归|放|挂)(?:到|在|进|入)?\s*(?:{PATTERN})")
"""G311改建工地检查 归第4项: a figure beside it is part of what the piece shows."""
_EVERY: Final = re.compile(
    "[各每]个?[区县镇]|[两三四五六七八九]个[区县镇]|全部|共用|通用|都(?:是|用|能|可以|算|归)|都$"
)


_SHORT: Final = 12
_OF: Final = ("的", "那个", "那项", "那条", "那块", "这个", "这项")


@dataclass(frozen=True, slots=True)
class Named:
    """The lines that may be meant: all of them where `certain`, else one of them."""

    lines: tuple[BoardLine, ...] = ()
    certain: bool = False


_LOOKS: Final = re.compile("(?:看看|看一?下|查查|查一?下|列一?下|瞧瞧).{0,4}[交传报发](?:了|过|的|上去|没)")


def asks_to_see(text: str) -> bool:
    """Whether somebody wants to see what he handed in, and says nothing of a piece: 看看我交的."""
    return _LOOKS.search(text) is not None


def is_caption(text: str, board: Board, context: Context) -> bool:
    """Whether the words tell what a piece shows or where it belongs, and are no report, question or order."""
    said = clean(text).strip()
    if is_question(said) or len(said) < len("检查") or asks_to_see(said):
        return False
    if _PUT_THERE.search(said):
        return True
    plain = _PUT.sub(" ", _CODE.sub(" ", said))
    clauses = _locator(board, context).book.clauses(_COUNTED.sub(" ", without_asides(plain)))
    if any(isinstance(clause.said, Quantity) and clause.said.value is not None for clause in clauses):
        return _NUMBERS.search(said) is not None and _SHOWS.search(said) is not None
    if _SHOWS.search(said):
        return True
    valued = any(clause.said is not None for clause in clauses)
    return not valued and (_MAY_SHOW.search(said) is not None or named_in(said, board, context).certain)


def is_name(text: str, board: Board, context: Context) -> bool:
    """Whether a few words without a value can only mean a place: 食药的, 打假那个."""
    said = clean(text).strip()
    clauses = _locator(board, context).book.clauses(said)
    valued = any(clause.said is not None for clause in clauses)
    asks = is_question(said) or asks_to_see(said)
    return len(said) <= _SHORT and said.endswith(_OF) and not valued and not asks


def named_in(text: str, board: Board, context: Context) -> Named:
    """The lines that the words name by number, code or name, of the assessed units that they name."""
    said = clean(text)
    ordinals = _ordinals(said)
    numbered = [line for line in board.lines if line.duty.ordinal in ordinals]
    coded = {code.lower() for code in _CODE.findall(said)}
    lines = numbered or [line for line in board.lines if line.code.lower() in coded]
    sure = bool(lines)
    if not lines:
        codes, sure = _by_words(said, board, context)
        lines = [line for line in board.lines if line.code in codes]
    own = list(dict.fromkeys(line.code for line in board.lines))
    if not lines and len(own) == 1:
        lines, sure = list(board.lines), True
    return _of_units(said, lines, board, context, sure=sure)


def of_unit(text: str, lines: tuple[BoardLine, ...], board: Board, context: Context) -> Named:
    """Those lines of one leaf that are meant by an assessed unit's name, or by 三个区都."""
    return _of_units(clean(text), list(lines), board, context, sure=True)


def described(text: str) -> str:
    """The words as a caption; "" where they only say to which line a piece belongs: 这张是第1项的."""
    text = _HANDED.sub(" ", text).strip()
    rest = _NUMBERS.sub("", _CODE.sub("", re.sub(PATTERN, "", clean(text))))
    rest = re.sub(
        "都?能用|通用|共用|归[到在进]?|放[到在进]?|搁[到在进]?|里[头面边]|就|吧|不是[这那][项个条]|那[个项条]|这[个项条]|[^\\w]|_",
        "",
        rest,
    )
    if len(_plain(rest)) <= 1 or _ONLY_PLACE.fullmatch(text.strip()):
        return ""
    return _WHERE_TO.sub("", text).strip(" ，,。；;") or text.strip()


_HANDED: Final = re.compile(
    r"^(?:发|传|给|转)(?:给|到)?[你您](?:发|传)?(?:[一两几三]?[张个份](?:[照图]片|图|截图))?(?=[\s，,:：])"
    r"|(?:请|麻烦)?[你您]?(?:帮我)?(?:查收|收一?下|收好|接收)[吧哈啊了。]*$"
)
"""发你一张照片 …, 你收一下: that it is handed over is no part of what it shows."""
_WHERE_TO: Final = re.compile(
    r"(?:^|(?<=[\s，,。；;]))(?:请|麻烦|帮我|给我|就|都)?(?:归|放|挂|记|算|搁)(?:到|在|进|入|是)?"
    rf"(?:{PATTERN}|\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:项|里面|里头|里|下面|那里|那项|的|吧|哈|啊|了)*(?=$|[\s，,。；;])"
)
"""放第三项: where a piece goes is no part of what it shows."""
_ONLY_PLACE: Final = re.compile(
    r"(?>请|麻烦|帮我|给我|就|都|这[张个份]|是)*(?:(?>归|放|挂|记|算|搁)[到在进入给]*)?[^\s，,。；;\d]{2,16}?(?:[那这]一?[项个条块]|下面|里面|里头)(?:的|里|吧|哈|啊|了)*[。!！]?"
    r"|(?>请|麻烦|帮我|给我|就|都|这[张个份])*归[到在进入给]*[^\s，,。；;\d]{2,16}[。!！]?|[^\s，,。；;\d拍照是]{2,4}的[。!！]?"
)
"""归到执法检查, 合格证那项的: so is the name of an item that is only pointed at."""


def _ordinals(said: str) -> frozenset[int]:
    listed = _NUMBERS.search(said)
    found = list(read_ordinals(listed[0])) if listed else []
    marks = re.findall(PATTERN, said)
    run = _HAN_RUN.search(said)
    if run is not None and run[1] in _IN_ORDER:
        found += [_IN_ORDER.index(one) + 1 for one in run[1]]
    found += [whole_number(put["at"]) for put in _PUT.finditer(said)]
    return frozenset([*found, *(place for mark in marks for place in read_ordinals(mark))])


def _of_units(said: str, lines: list[BoardLine], board: Board, context: Context, *, sure: bool) -> Named:
    subjects = _locator(board, context).book.subjects
    units = {unit for name, unit in subjects.items() if name in said}
    if units:
        lines = [line for line in lines if line.subject in units]
    several = len({line.subject for line in lines if line.code == lines[0].code}) > 1 if lines else False
    if several and not units and not _EVERY.search(said):
        sure = False
    return Named(tuple(lines), sure and bool(lines))


def _by_words(said: str, board: Board, context: Context) -> tuple[frozenset[str], bool]:
    """The leaves that the words name, and whether that is beyond doubt."""
    locator = _locator(board, context)
    body = _COUNTED.sub(" ", without_asides(said))
    chunks = [_plain(chunk) for chunk in re.split(r"[，,。；;、\s!（）()]+", body)]
    likely: set[str] = set()
    for chunk in dict.fromkeys([_plain(re.sub(r"\s", "", body)), *chunks]):
        located = locator.locate(Clause(0, chunk)) if len(bare(chunk)) > 1 else None
        if located is None or located.foreign is not None:
            continue
        codes = frozenset(locator.tasks[place].criterion.code for place in located.places)
        if len(codes) == 1 and located.sure:
            return codes, True
        likely |= codes
    return frozenset(likely), False


def _plain(chunk: str) -> str:
    """The words without what only says that it is a picture of something."""
    before = ""
    while before != chunk:
        before, chunk = chunk, _FRAME.sub("", chunk)
    return chunk


def _locator(board: Board, context: Context) -> Locator:
    tasks = board.tasks()
    return Locator(tasks, book_of(tasks, context.rubric.criteria, context.speaker.campaign.subjects))
