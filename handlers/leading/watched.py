"""“市场局报了告诉我”: nobody is told at once of a single report; how it stands, and what can be had instead."""

import re
from typing import Final

from handlers.context import Context
from handlers.leading.one_unit.unit_view import named, view
from handlers.messages import Reply

_WATCHED: Final = re.compile(
    r"(?:报|交|齐|完成|弄好|审|通过)(?:了|完|上来|齐)*(?:之后|以后|后|就|的话|马上|第一时间|你|给|,|，|\s)*(?:告诉|通知|提醒|喊|叫|知会|跟)(?:一下|一声)?我(?!们)"
)
_INSTEAD: Final = (
    "没有发给别人，也没有设：一报就单独告诉您，还定不了。随时回“今天谁报了”或单位名看；"
    "要天天看一遍回“每天发我”，要他们快点回“催办”。"
)


def asked(text: str, context: Context) -> Reply | None:
    """What there is instead; None for anything else."""
    if _WATCHED.search(text) is None:
        return None
    units = named(text, context).units
    rows = view(named(units[0], context), context)[:1] if len(units) == 1 else []
    return Reply.of(*rows, _INSTEAD)
