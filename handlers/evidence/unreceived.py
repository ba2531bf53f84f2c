"""没有收到的文件: words that stand for a picture or a file which did not come along, and files that are too large."""

import re
from decimal import Decimal
from typing import Final

from handlers.access import Act
from handlers.board import board_of
from handlers.command import Command
from handlers.context import Context
from handlers.evidence.announced import keep_caption
from handlers.evidence.kinds import kind_of
from handlers.evidence.limits import LARGEST_MEGABYTES, WAYS_FOR_LARGE
from handlers.evidence.naming import document_number
from handlers.evidence.placing import described
from handlers.evidence.putting import NO_CAPTION
from handlers.evidence.receiving import add_words
from handlers.evidence.waiting import ask_place
from handlers.messages import Reply
from handlers.wording import circled, clip

PATTERN: Final = re.compile(
    r"[^\d\[【]{0,40}[\[【](?:图片|照片)[\]】](?P<rest>.*)|[\[【](?:文件|视频|语音|附件)[\]】].*",
    re.DOTALL,
)
_PICTURE: Final = re.compile(r"[\[【](?:图片|照片)")
_MARK: Final = re.compile(r"[\[【](?:图片|照片)[\]】]")
_NAMED: Final = frozenset({"图片", "照片"})
_HANDED: Final = re.compile(
    "(?:[图照]片?|材料|图)?(?:都|已经?|刚)?(?:发|传|给|拍)(?:你|您|给你|过去|过来|上去)?了?(?:[一两几\\d]?张)?(?:[图照]片?)?了?[啊哈吧，,。\\s]*|看(?:一?下)?[图照]片?[\\s，,。:：]*"
)
"""照片发你了 describes no picture."""
_NOT_HERE: Final = "只收到“[图片]”几个字，没有收到图片本身，没有存成功。"
_SIZE: Final = re.compile(r"[（(]?\s*(?P<size>\d+(?:\.\d+)?)\s*(?P<unit>[MG])B?\s*[)）]?", re.IGNORECASE)
_FILE: Final = re.compile(
    r"[^\s，,、;；]+?\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|jpe?g|png|zip|rar|txt|mp4)", re.IGNORECASE
)


def unreceived(_text: str, context: Context) -> Reply:
    """Say plainly that nothing was stored; names of documents can be registered as words."""
    text = context.incoming.text.strip()
    if _PICTURE.search(text) or text in _NAMED:
        words = _HANDED.sub("", _MARK.sub("", text)).strip() if text not in _NAMED else ""
        return keep_caption(words, context, _NOT_HERE) if described(words) else Reply(_picture(context))
    size = _SIZE.search(text)
    if size is not None and _megabytes(size) > LARGEST_MEGABYTES:
        return Reply(
            f"文件{size['size']}{size['unit'].upper()}B，超过可接收大小（{LARGEST_MEGABYTES}MB），没有存成功，不能算已交。"
            f"\n{WAYS_FOR_LARGE}。"
        )
    names = _FILE.findall(text)
    if not names:
        return Reply("只收到文字，没有收到文件本身，没有存成功。请直接发图片、视频或链接；文件可以拍照后发。")
    kinds = dict.fromkeys(
        found for name in names if (found := kind_of(context.rubric.materials, "file", name))
    )
    by = "按文号" if document_number(text) else "按名称"
    looks = f"，{by}看是“{'、'.join(kinds)}”类" if kinds else ""
    shown = "、".join(clip(name, 40) for name in names[:5])
    received = (
        f"收到{len(names)}个文件名{looks}：{shown}。文件本身没有随消息过来，没有存成功，请另发图片或链接；"
        "文件名先登记为文字材料"
    )
    return ask_place(context, add_words(context, names), received)


def _picture(context: Context) -> str:
    marks = "".join(dict.fromkeys(circled(line.duty.ordinal) for line in board_of(context).lines[:12]))
    return f"{_NOT_HERE}请直接发图片，再回归属序号（{marks}）并加一句文字说明（时间、地点、内容）。{NO_CAPTION}。"


def _megabytes(size: re.Match[str]) -> Decimal:
    return Decimal(size["size"]) * (1024 if size["unit"].upper() == "G" else 1)


COMMAND = Command(Act.EVIDENCE, "[图片]", _NAMED, unreceived, PATTERN)
