"""A caption that comes before its picture: kept until the picture is there."""

import re
from collections.abc import Mapping
from typing import Any

from handlers import dialogs
from handlers.context import Context
from handlers.evidence.asking_place import QUESTION, ask_which
from handlers.evidence.placing import asks_to_see, described
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.wording import clip

BEFORE = "caption"
_OF_PICTURE = re.compile(
    r"^(?:这|那|下面|接下来|上面)(?:里|边)?(?:是|几张|张|两张|个|份|些).{0,40}(?:[照相]片|图片?|截图|扫描件|视频|复印件|材料|文件)|^.{2,40}的?(?:[照相]片|截图|扫描件)$"
    r"|^(?:发|传|给)(?:给)?[你您](?:发|传)?[一两几三]?[张个份](?:[照图]片|图|截图)[\s，,:：]+.{2,40}$"
)


def announced(text: str, context: Context) -> Reply | None:
    """The caption of a picture that has not come yet is kept for it."""
    if _OF_PICTURE.search(text) is None or is_question(text) or context.speaker.role != "contact":
        return None
    return keep_caption(text, context, "")


def keep_caption(text: str, context: Context, head: str, place: str = "") -> Reply:
    """Say that the piece itself is still wanted, and keep what was said of it, unless that is a question.

    `place` tells where it will go.
    """
    wanted = "还没有收到图片或文件本身，请现在直接发过来"
    if is_question(text):
        return Reply(f"{head}{place}{wanted}，带一句说明（时间、地点、内容）和归哪一项。")
    caption = described(text) or text
    dialogs.ask(context, BEFORE, {"caption": caption})
    noted = f"说明记下了：“{clip(caption, 40)}”。" if described(text) else ""
    return Reply(f"{head}{noted}{place}{wanted}。")


def wants_place(state: Mapping[str, Any] | None, text: str, context: Context) -> Reply | None:
    """Words that nothing else explains are the caption of the pieces that wait to be filed."""
    if state is None or state["kind"] != QUESTION or len(text) < len("检查") or state.get("code"):
        return None
    if asks_to_see(text):
        return None
    return ask_which(context, state["ids"], described(text))
