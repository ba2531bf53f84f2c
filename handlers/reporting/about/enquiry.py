"""问谁、送到哪里: the place of enquiry that the document prints, and who of the office is on the roster."""

import re
from typing import Final

from handlers.reporting.about.question import Question

_BY_VOICE: Final = re.compile(
    "电话|号码|座机|热线|手机|联系方式|邮箱|传真|地址|几楼|哪[里儿]|哪间|地方|上门|当面|过去"
)


def whom_to_ask(question: Question) -> str:
    """Who answers questions; what of him is printed, and that no telephone of a person is told here."""
    printed = question.context.rubric.enquiries
    rows = [f"有事找{question.office}（企业微信通讯录里直接联系；个人电话聊天里不发）。"]
    if printed:
        rows.insert(0, f"原文印的咨询处：{printed}。")
    elif _BY_VOICE.search(question.text):
        rows.append("咨询电话、地址原文没有印（原文未规定）。")
    return "\n".join(rows)
