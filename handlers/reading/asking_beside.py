"""抽查开展了没有，自评2分: a clause that asks whether something was done, beside others that report."""

import re
from typing import Final

from handlers.reading.tasks import RowReading

_ASKING: Final = re.compile(r"(?:^|(?<=[，,；;]))[^，,；;\n]{2,30}[了过](?:没有?|吗|么)[，,；;]")


def without_asking(text: str) -> tuple[str, tuple[RowReading, ...]]:
    """The text without the clauses that ask, and what is said of each: a question is no 没有."""
    asked = [found[0].strip("，,；;") for found in _ASKING.finditer(text)]
    told = (f"“{one}”像是在问，没有入库；要报请说做了还是没做。" for one in asked)
    rows = tuple(RowReading(one, "unread", reason=said) for one, said in zip(asked, told, strict=True))
    return _ASKING.sub("", text), rows
