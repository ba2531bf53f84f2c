"""没有收到的文件: words that stand for a picture or a file which did not come along, and files that are too large."""

import re
from typing import Final

from handlers.access import Act
from handlers.board import board_of
from handlers.command import Command
from handlers.context import Context
from handlers.evidence.announced import keep_caption
from handlers.evidence.kinds import kind_of
from handlers.evidence.limits import LARGEST_MEGABYTES, WAYS_FOR_LARGE, too_large
from handlers.evidence.naming import document_number
from handlers.evidence.placing import Named, described, named_in
from handlers.evidence.putting import NO_CAPTION
from handlers.evidence.receiving import add_words
from handlers.evidence.waiting import answer, ask_place
from handlers.messages import Reply
from handlers.reading.tokens.ordinals import PATTERN
from handlers.wording import circled, clip

_WRITTEN: Final = re.compile(
    r"[^\d\[【]{0,40}[\[【](?:图片|照片)[\]】](?P<rest>.*)|[\[【](?:文件|视频|语音|附件)[\]】].*",
    re.DOTALL,
)
_MARK: Final = re.compile(r"[\[【](?:图片|照片)[\]】]")
_NAMED: Final = frozenset({"图片", "照片"})
_HANDED: Final = re.compile(
    "(?:这|那|[个张些份]|请|麻烦|帮我?|给我)*(?:收|存|留|归|查收)(?:一下|着|好|下)[吧哈啊了\\s]*$|(?:[图照]片?|材料|图)?(?:都|已经?|刚)?(?:发|传|给|拍)(?:(?:你|您|给你|过去|过来|上去)了?|了)(?:[一两几\\d]?张)?(?:[图照]片?)?了?[啊哈吧，,。\\s]*|看(?:一?下)?[图照]片?[\\s，,。:：]*"
)
"""照片发你了, 这个收一下 describes no picture."""
_NOT_HERE: Final = "只收到“[图片]”几个字，没有收到图片本身，没有存成功。"
_FILE: Final = re.compile(
    r"[^\s，,、;；]+?\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|jpe?g|png|zip|rar|txt|mp4)", re.IGNORECASE
)
_THING: Final = re.compile(
    rf"{_FILE.pattern}|[\u4e00-\u9fff]{{2,10}}[〔\[【(（](?:19|20)\d\d[〕\]】)）]第?\d{{1,5}}号(?:《[^》]{{1,60}}》)?",
    re.IGNORECASE,
)
"""A file by its name, or a document by its number."""
_FILE_MARK: Final = re.compile(r"[\[【](?:文件|视频|语音|附件)[\]】]")
_JOINED: Final = re.compile("^(?:还有|以及|和|跟|与|及)(?:一[份个])?")
_COUNTED: Final = re.compile(
    r"[\d一二两三四五六七八九十几]{1,2}\s*[个份件张](?:红头)?(?:文件|材料|红头|照片|图片)?"
)
_AT: Final = re.compile(rf"{PATTERN}|[归放]到?\s*\d")
_FRAME: Final = re.compile(
    rf"(?>{PATTERN}|[归放]到?\s*\d{{1,2}}|我们?|[你您]|[发传](?:过去|过来|上去|给)?|红头|文件|附件|材料|pdf|word|[佐印]证|证明|扫描件|照片|还有|另外|一[份个起并道]|一块儿?|一同|[提上]?交|报送|[呈上]报|归档|存档|收到?一?下?|查收|请|麻烦"
    r"|[了的是这那都和跟与及有没吗里先上给]|[\W_])+"
)
"""What stands around names and says nothing besides that they were sent."""
_ELSE: Final = re.compile("撤|删|错|改|换|模板|下载|导出|哪|怎么|为什么|看|打开|要不要|能不能|可以|太大|超")
_FEW: Final = 10


def unreceived(_text: str, context: Context) -> Reply:
    """Say plainly that nothing was stored; names of documents can be registered as words."""
    text = context.incoming.text.strip()
    if _MARK.search(text) or text in _NAMED:
        words = _HANDED.sub("", _MARK.sub("", text)).strip() if text not in _NAMED else ""
        return keep_caption(words, context, _NOT_HERE) if described(words) else Reply(_picture(context))
    if size := too_large(text):
        return Reply(
            f"文件{size}，超过可接收大小（{LARGEST_MEGABYTES}MB），没有存成功，不能算已交。\n{WAYS_FOR_LARGE}。"
        )
    return _names(text, context) or Reply(
        "只收到文字，没有收到文件本身，没有存成功。请直接发图片、视频或链接；文件可以拍照后发。"
    )


def only_named(text: str, context: Context) -> Reply | None:
    """方案.pdf、名单.xlsx 都归3: things that are named and did not come along; None where more is said of them."""
    text = spelled_out(text)
    rest = _THING.sub(" ", text)
    files, things = _FILE.findall(text), _THING.findall(text)
    told = _FRAME.sub("", _COUNTED.sub("", rest))
    most = _FEW if files else 0
    if not (files or len(things) > 1) or len(told) > most or _ELSE.search(rest) or re.search(r"\d", told):
        return None
    return _names(text, context)


def _names(text: str, context: Context) -> Reply | None:
    """Keep the names as words, each for itself, where the text says they belong; None where it names nothing."""
    text = spelled_out(_FILE_MARK.sub(" ", text))
    names = [_JOINED.sub("", name) if place else name for place, name in enumerate(_THING.findall(text))]
    if not names:
        return None
    kinds = dict.fromkeys(
        found for name in names if (found := kind_of(context.rubric.materials, "file", name))
    )
    by = "按文号" if document_number(text) else "按名称"
    looks = f"，{by}看是“{'、'.join(kinds)}”类" if kinds else ""
    shown = "、".join(clip(name, 40) for name in names[:5])
    received = f"收到{len(names)}个文号{looks}：{shown}，先登记为文字材料；有扫描件请发图片或链接"
    if _FILE.search(text):
        received = (
            f"收到{len(names)}个文件名{looks}：{shown}。文件本身没有随消息过来，没有存成功，请另发图片或链接；"
            "文件名先登记为文字材料"
        )
    ids = add_words(context, names)
    rest = _COUNTED.sub(" ", _THING.sub(" ", text))
    meant = (
        named_in(rest, board_of(context), context) if _FRAME.sub("", rest) or _AT.search(rest) else Named()
    )
    places = {line.duty.ordinal for line in meant.lines}
    if meant.certain and len(places) > 1:
        told = answer({"ids": ids}, text, context)
    else:
        told = answer({"ids": ids}, f"都归{min(places)}", context) if meant.certain and places else None
    return Reply(f"{received}。\n{told.text}") if told is not None else ask_place(context, ids, received)


def spelled_out(text: str) -> str:
    """平农2021 45号跟46号 and 平农〔2021〕45号、46号 with each number in full."""
    text = _LOOSE.sub(r"\g<mark>〔\g<year>〕\g<number>号", text)
    return _SHORTENED.sub(
        lambda found: f"{found['head']}{found['first']}{found['join']}{found['head']}{found['next']}", text
    )


_LOOSE: Final = re.compile(
    r"(?P<mark>(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4})\s*(?P<year>(?:19|20)\d\d)年?\s*第?(?P<number>\d{1,4})号(?=\.|.{0,4}\d{1,4}号)"
)
_SHORTENED: Final = re.compile(
    r"(?P<head>[\u4e00-\u9fff]{2,7}[〔\[【(（](?:19|20)\d\d[〕\]】)）])(?P<first>第?\d{1,4}号(?:文|\.\w{2,4})?)"
    r"(?P<join>\s*[、,，和跟与及]\s*)(?P<next>第?\d{1,4}号)"
)


def _picture(context: Context) -> str:
    marks = "".join(dict.fromkeys(circled(line.duty.ordinal) for line in board_of(context).lines[:12]))
    return f"{_NOT_HERE}请直接发图片，再回归属序号（{marks}）并加一句文字说明（时间、地点、内容）。{NO_CAPTION}。"


COMMAND = Command(Act.EVIDENCE, "[图片]", _NAMED, unreceived, _WRITTEN)
