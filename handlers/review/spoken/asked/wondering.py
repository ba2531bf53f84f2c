"""What a reviewer asks that nothing knows: what there is about the item that he names, or how that stands."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.review.spoken.elsewhere import named, told
from handlers.review.spoken.mentioned import mentioned
from handlers.review.waiting import listed_items, view, waiting
from handlers.wording import clip

_LONGEST: Final = 40
_THIS: Final = re.compile(
    r"(?:这|那)一?[项个件条]?|它|此项|怎么|咋|如何|[打给评算判]|几|多少|分|标准|[的了吗呢啊?？]"
)


def wondered(text: str, context: Context) -> Reply | None:
    """The one item that waits and is named, with what is known of it; how one stands that does not wait."""
    words = clean(text).strip()
    if len(words) > _LONGEST or not is_question(words):
        return None
    opened = listed_items(context)
    listed = opened if opened is not None else [*waiting(context)]
    pool = {place: item for place, item in enumerate(listed, start=1) if item is not None}
    found = mentioned(words, pool, context)
    if len(found) != 1:
        return not_here(words, context) or (_nothing(words) if not pool else None)
    ((place, item),) = found.items()
    seen = view(str(place), context)
    how = f"上报里没有写的，要他们补请回“让{item.unit}补 什么材料”。"
    return Reply(f"“{clip(words, 16)}”机器人答不上来，这一件知道的是：\n{seen.text}\n{how}")


def not_here(words: str, context: Context) -> Reply | None:
    """How that stands which is named and does not wait."""
    rows = told(named(words, context), context, "")
    return Reply("\n".join(rows)) if rows else None


def _nothing(words: str) -> Reply | None:
    """这项怎么打分, while nothing waits."""
    if _THIS.sub("", words):
        return None
    return Reply("现在没有待审的件。问的是哪一项？发“详情 编号”或指标名看评分标准。")
