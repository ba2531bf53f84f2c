"""“他要是改成93.8能得几分”: what another figure would come to, as a reviewer asks of an item; nothing is stored."""

import re
from decimal import Decimal
from typing import Final

from handlers.campaign.targets import actual_input
from handlers.context import Context
from handlers.messages import Reply
from handlers.receipts import line_of, points_text, values_text
from handlers.review.decisions import records_of
from handlers.review.spoken.asked.of_one import meant
from handlers.review.spoken.elsewhere import hidden
from handlers.wording import clip, leaf_name, plain

_IF: Final = re.compile(
    r"要是|如果|假如|假设|万一|的话|(?:改|变|调|提高?|升|降)(?:到|成|为)|(?<![\d.])(?:报|写|填|按|算)(?:成|的|是|了)?\s*\d"
)
_ASKS: Final = re.compile(
    r"[几多少]{1,2}分|(?:得|拿|给|扣)(?:几|多少)|得分|分数|扣(?:几|多少|不扣|分吗)|[会能]扣分|满分|什么分|(?:会|能)?(?:怎么样|咋样)|呢$|算(?:几|多少|达标)|达标"
)
_NO_FIGURE: Final = re.compile(
    r"\d+(?:\.\d+)?\s*分(?!数)|第?\d{1,2}[号项件个条]|[A-Z]\d\d-[A-Z]\d?|目标[^\d,，]{0,4}\d+(?:\.\d+)?"
)
_FIGURE: Final = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]|年|月|日|天)")
_FIGURES: Final = frozenset({"percent", "number", "count", "money"})
_LONGEST: Final = 40


def asked(words: str, context: Context) -> Reply | None:
    """The points of the last figure that is named, of the item that is named or looked at; None for anything else."""
    if len(words) > _LONGEST or not _IF.search(words) or not _ASKS.search(words):
        return None
    figures = list(_FIGURE.finditer(_NO_FIGURE.sub(lambda found: " " * len(found[0]), words)))
    if not figures:
        return None
    last = figures[-1]
    about = _SAID_AROUND.sub(" ", _FIGURE.sub(" ", words))
    keys = meant(words, about, context)
    if len(keys) != 1:
        return None
    ((code, subject),) = keys
    leaf = context.rubric.criterion(code)
    item = actual_input(leaf) or next((one for one in leaf.before_review if one.type in _FIGURES), None)
    if refused := hidden((code, subject), context):
        return Reply(refused)
    if item is None:
        return None
    record = records_of(context.uow, context.speaker.campaign.id, [code], subject)[code, subject]
    supposed = {item.name: plain(Decimal(last[0]))}
    scored = points_text(line_of(context, leaf, subject, {**record.inputs, **supposed})).replace("暂得", "")
    now = points_text(line_of(context, leaf, subject, record.inputs))
    of = f"{subject}·" if len(context.speaker.campaign.subjects) > 1 else ""
    return Reply(
        f"试算（不入库）：{of}{code} {leaf_name(leaf, 20)} {values_text(leaf, supposed)}：{scored or '还不能计分'}。\n"
        f"现在报的{clip(values_text(leaf, record.reported), 40)}，{now}。\n原文：{clip(' '.join(leaf.clause.split()), 100)}"
    )


_SAID_AROUND: Final = re.compile(
    r"要是|如果|假如|假设|万一|的话|[改变调报写填按算提升降](?:成|到|为|的|是|了)?|那|能|会|可以|该|得|扣|多少|几|分数?|呢|啊|[%％?？]"
)
