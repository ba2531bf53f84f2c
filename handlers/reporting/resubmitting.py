"""补好了、再看一眼: that an item which came back was mended, or was right all along; one tap hands it in again."""

import re
from collections.abc import Sequence
from typing import Final

from handlers import dialogs
from handlers.board import BoardLine, board_of
from handlers.context import Context
from handlers.evidence.announced import BEFORE
from handlers.evidence.placing import named_in
from handlers.evidence.putting import of_leaf
from handlers.evidence.sent_back import order, reason, reported
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reporting import report
from handlers.suggesting import offering
from handlers.wording import clip

LONGEST: Final = 80
NOTE: Final = "说明："
_AGAIN: Final = re.compile(
    r"(?:重新?|再次?|复)(?:给|帮|麻烦|劳驾|您|你|我们?|去)*(?:交|报|提交|提|送|审|看|核|传|发|瞅|过)(?!期)|给(?:我们?)?(?:过|通过)(?:了)?吧"
)
_DONE: Final = re.compile(
    r"(?:补|改|盖|签|换|加|弄|整|拍|标|写|扫|附)(?:盖|拍|签|写|扫|充|交|传|上)?(?:好|完|上|齐|全|清楚|过|进去)*[^，,。\\s]{0,4}了(?!吗|没)|(?:已经?|都)(?:重新)?(?:补|改|盖|签|换|加|拍|写|标|附)(?!.{0,4}[吗没])"
)
_CLAIM: Final = re.compile(
    r"在?(?:最后|末|第.{1,3}|[前后背])一?[页面张]|(?:里面|里头|上面|后面|背面|附件)(?:里)?(?:是|就|都)?有|其实|明明|本来|不是(?:没|缺|少)|骑缝|原件|盖了章|有章|没扫|看(?:看|一?下)?(?:第|最后|后面|附件)"
)
_ABOUT: Final = (
    "章",
    "签",
    "说明",
    "日期",
    "页",
    "记录",
    "红头",
    "文号",
    "清",
    "模糊",
    "扫",
    "附件",
    "案例",
    "台账",
)
"""What a reason and an answer to it have in common."""
_LATER: Final = re.compile(
    r"明[天早]|后天|下周|[上下]午|晚[点上些]|回头|马上|待会|一会|等.{0,10}(?:再|就|才)|周[一二三四五六日天]|[还尚]没|才能|申请延|几天|怎么|咋|为什么|为啥|凭什么|申诉|异议|复核|不服|撤"
)
_ELSE: Final = re.compile(
    r"[\[【]|\.(?:pdf|docx?|xlsx?|jpe?g|png)|://|(?<![第\d])\d+(?:\.\d+)?\s*[%％]?$", re.IGNORECASE
)
"""A file's name, an address, a value: these are read elsewhere."""
_AGAINST: Final = re.compile("不同意|不认|不接受|不服|有意见")
_POLITE: Final = re.compile(
    "(?:能不能|可不可以|能否|可以|可否|是不是|能)(?=[^，,。]{0,8}(?:再|重|通过|过))"
    "|(?:吗|么|行不行?|行吗|好吗)[?？]?$"
)


def spoken_of(text: str, context: Context) -> Reply | None:
    """The item is handed in again at one tap, with these words as a note; None where nothing of it is said."""
    if len(text) > LONGEST or not (_AGAIN.search(text) or _DONE.search(text) or _CLAIM.search(text)):
        return None
    if _LATER.search(text) or _ELSE.search(text) or is_question(_POLITE.sub("", text)):
        return None
    lines = _meant(text, context)
    if not lines or any(row.outcome == "certain" for row in report.read(text, context)[1]):
        return None
    said = " ".join(context.as_said(text).split())
    choices = [(f"{order(line)} {NOTE}{said}", _shown(line, said)) for line in lines]
    line = lines[0]
    mended = _DONE.search(text) is not None and not _CLAIM.search(text)
    if mended and len(lines) == 1 and not added_since(line, context):
        dialogs.ask(context, BEFORE, {"caption": f"第{line.duty.ordinal}项"})
        head = f"{line.title}已退回（{reason(line)}），还没有收到补的。"
        head += f"改好的图片、文件现在直接发来，我归到{line.mark}；不用再传的："
        return offering.choose(head, choices, context)
    others = (
        [(f"申诉 {line.duty.ordinal} {said}", f"不同意退回：登记异议（{line.title}）")]
        if len(lines) == 1
        else []
    )
    ways = [*others, *choices] if _AGAINST.search(text) else [*choices, *others]
    return offering.choose("还没有重新交审，是要：", ways, context)


def added_since(line: BoardLine, context: Context) -> bool:
    """Whether evidence came after the item was returned."""
    last = line.record.last
    return last is not None and any(
        (row.at, row.inbox_id or 0) > (last.at, last.inbox_id or 0) for row in of_leaf(context, line)
    )


def _shown(line: BoardLine, said: str) -> str:
    return f"{line.title}：按原来的“{reported(line)}”重新交审，附您的说明“{clip(said, 30)}”"


def _meant(text: str, context: Context) -> Sequence[BoardLine]:
    """What came back and the words are about: named, or answered in its reason, or all where handing in is spoken of."""
    board = board_of(context)
    back = [line for line in board.lines if line.record.returned]
    if not back:
        return ()
    named = named_in(text, board, context)
    if named.certain and len(board.lines) > 1:
        return [line for line in named.lines if line.record.returned]
    answered = [line for line in back if any(word in text and word in reason(line) for word in _ABOUT)]
    plainly = _AGAIN.search(text) or "退" in text
    return answered or (back if plainly else ())
