"""还没写好，先不算: what was reported complete, and is not, is asked to be changed to the lower level."""

import re
from typing import Final

from handlers.context import Context
from handlers.mending.asking import mend
from handlers.messages import Reply
from handlers.talking.topic import topic_of

_UNREADY: Final = re.compile(
    "报的[^，,]{0,8}(?:总结|材料|台账|记录|照片|文件)[^，,]{0,4}(?:还没|没有?|未|不全|不齐)"
    "|(?:总结|材料|台账|记录|照片|文件)[^，,]{0,4}(?:还没|没有?|未)[^，,]{1,5}[，,]\\s*(?:先|暂时|就)?(?:不算|别算|不作数)"
)


def less_than_told(text: str, context: Context) -> Reply | None:
    """Whether the item spoken of is to be changed to one whose evidence is not complete; None where none is reported."""
    if _UNREADY.search(text) is None:
        return None
    reported = [line for line in topic_of(text, context).lines if line.known]
    place = f"第{reported[0].duty.ordinal}项" if len(reported) == 1 else ""
    return mend(f"{place}材料其实还不全", context) if reported else None
