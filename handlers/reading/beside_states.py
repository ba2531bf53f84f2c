"""数在情况旁边, 问在旁边: clauses that report nothing: counts beside a state, of a list that takes states alone; questions.

方案有，查了12家企业，有照片 tells that plan and photographs are there; how many were checked is no figure of the list.
"""

import re
from collections.abc import Sequence
from typing import Final

from handlers.reading.tasks import RowReading, Task

_STATES: Final = frozenset({"choice", "bool", "text"})
_CLAUSE: Final = re.compile("[^，,；;。\n]+[，,；;。\n]*")
_COUNTED: Final = re.compile(r"\d+\s*(?:多|余)?\s*[家个件起批次人场份处台套条户名期天](?!月)")
_OPEN: Final = re.compile("没|未|不|缺|差|欠|还[有剩]|只|第|[①-⑳?？]")
"""Such a clause may say that something is lacking, or name its place: it is read."""
_HELD: Final = re.compile(
    r"(?:方案|计划|制度|通知|文件|材料|资料|照片|图片|台账|记录|总结|小结)[^，,。\s]{0,6}(?:有|发|印|全|齐|留|在)"
    r"|有[^，,。\s]{0,4}(?:方案|文件|材料|资料|照片|图片|台账|记录|总结)|齐全?"
)
"""Papers that are there: that is the state itself."""


def without_counts(text: str, tasks: Sequence[Task]) -> str:
    """The text without the clauses that only count, where the list takes no figure and the rest tells a state."""
    if not _COUNTED.search(text) or any(item.type not in _STATES for task in tasks for item in task.inputs):
        return text
    first, *others = _CLAUSE.findall(text) or [text]
    kept = [first, *(clause for clause in others if not _COUNTED.search(clause) or _OPEN.search(clause))]
    rest = "".join(kept).rstrip("，,；; ")
    return rest if len(kept) < 1 + len(others) and _HELD.search(rest) else text


_ASKING: Final = re.compile(r"(?:^|(?<=[，,；;]))[^，,；;\n]{2,30}[了过](?:没有?|吗|么)[，,；;]")


def without_asking(text: str) -> tuple[str, tuple[RowReading, ...]]:
    """The text without the clauses that ask, and what is said of each: a question is no 没有."""
    asked = [found[0].strip("，,；;") for found in _ASKING.finditer(text)]
    told = (f"“{one}”像是在问，没有入库；要报请说做了还是没做。" for one in asked)
    rows = tuple(RowReading(one, "unread", reason=said) for one, said in zip(asked, told, strict=True))
    return _ASKING.sub("", text), rows
