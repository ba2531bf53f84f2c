"""What is said while a reason is asked for and is none: the one who is judged must not read it as the reason."""

import re
from typing import Final

from handlers.matters.recusals import steps_back
from handlers.review.rulings import read_rulings

_ASKS: Final = re.compile(
    r"(?:[^，,。；;]{0,8}(?:还有|还剩|剩下?|一共)(?:几|多少)[件项个]?.{0,6}|(?:[这那]个?[件项条]?|它)?(?:是)?谁报的"
    r"|.{0,8}(?:电话|手机|号码)(?:是)?多少)[?？。!！]?"
)
"""我还有几件没审; 这个谁报的 -- but 没写是哪年的文件 is a reason."""
_ELSEWHERE: Final = re.compile(
    r"(?:帮我|麻烦|请)?(?:转给|转告|转达|反映给|报告给?).{1,12}[:：,，说].*"
    r"|(?:悄悄|私下|偷偷).{0,4}(?:说|讲|告诉).*|(?:[让请由换]).{2,6}(?:[替代帮]我|来)审.{0,8}|打电话.{0,4}给?我.{0,4}",
    re.DOTALL,
)
"""转给质强办：…; 让钱伟替我审: words for somebody else."""
_STAYS: Final = re.compile(
    r"(?:那|算了|还是|就|先|暂时|这[件个]|我){0,4}(?:不|别|先别|不用|不要|不想)(?:退回?|评)(?:它|这个)?(?:了|吧)*[。!！]?"
)


def is_no_reason(text: str) -> bool:
    """Whether the words are a question, an order or for somebody else; they are then read as such."""
    said = text.strip()
    if read_rulings(text) or steps_back(said) or said.endswith(("?", "？", "吗")):
        return True
    return any(pattern.fullmatch(said) for pattern in (_ASKS, _ELSEWHERE))


def takes_back(text: str) -> bool:
    """先不退了: what was begun is not to be done."""
    return _STAYS.fullmatch(text.strip()) is not None
