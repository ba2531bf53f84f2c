"""改权重: what an item counts is printed, or in the overlay; who wants it changed hears what he named and how."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.office.days.items_named import leaf_named
from handlers.wording import leaf_name, plain

_ASKED: Final = re.compile(r"[?？吗么呢]\s*$|怎么|多少|几分|什么|为什么|谁|哪")
_CUT: Final = re.compile(r"[,，;；。、]|(?<=分)\s+")
_FIGURE: Final = re.compile(r"(?P<marks>\d+(?:\.\d+)?|[一二三四五六七八九十]{1,3})\s*分?(?:吧|了)*$")
_WORDS: Final = re.compile(
    r"的?(?:权重|分值|满分|占比)|(?:把|将|请|帮我)|(?:[改调设定换提降增减加]+|给)(?:成|为|到|在|高|低)*|也|都|各|分别"
)


def told(text: str, context: Context) -> Reply | None:
    """工业品抽查合格率权重改成7分，农产品改9分: nothing is changed; None for a question."""
    if _ASKED.search(text) or not re.search("权重|分值", text):
        return None
    rows = []
    for part in filter(None, map(str.strip, _CUT.split(text))):
        figure = _FIGURE.search(part)
        words = _WORDS.sub("", part[: figure.start()] if figure is not None else part).strip()
        leaf = context.rubric.by_code.get(words) or (
            leaf_named(words, context.running) if len(words) > 1 else None
        )
        wanted = f"，要改{figure['marks']}分" if figure is not None else ""
        if leaf is not None:
            now = f"{plain(leaf.full_marks)}分" if leaf.full_marks is not None else "没有分值"
            rows.append(f"{leaf.code} {leaf_name(leaf, 20)}：现在{now}{wanted}")
        elif words:
            rows.append(f"“{words}”：没认出是哪一项{wanted}")
    overlay = context.speaker.campaign.overlay
    where = f"补充方案“{overlay.get('id')}”里定的" if overlay else "细则印的"
    head = f"权重、分值在聊天里改不了，没有改动：它是{where}，改了全部得分要重算。"
    how = (
        "要改：由质强办签发新的补充方案（各项合计要对得上），交装系统的信息人员换上，"
        "会先列出得分差别再采用。目标值可以在这里改，如“编号 目标 95”。"
    )
    return Reply("\n".join([head, *rows, how]))
