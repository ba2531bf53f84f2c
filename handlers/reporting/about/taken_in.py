"""收到没有, asked of a line or the list: what is stored of the speaker's unit, when it came, how it was reviewed."""

import re
from typing import Final

from handlers.context import Context
from handlers.lookups.progress import head
from handlers.messages import Reply
from handlers.reporting.about.meant import about, said_before
from handlers.reporting.about.question import Question
from handlers.reporting.about.standing import state_of
from handlers.wording import clip, shown
from scoring.model import Criterion

_LISTED: Final = 8
_NOT_TAKEN: Final = re.compile("没有入库|没有记录|没看懂|不用报|请回序号|是不是下面|回1")


def taken_in(question: Question, leaf: Criterion) -> str | None:
    """The same of one line; None, for the list, where nothing of it is stored."""
    lines = [line for line in question.lines_of(leaf) if line.known]
    if not lines:
        return None
    missing = "；".join(clip(item.label, 30) for item in lines[0].missing)
    left = f"。这一项还差{missing}" if missing else ""
    states = "；".join(state_of(question, line).removeprefix("现在：") for line in lines)
    return f"收到了，已入库：{question.title(leaf)}，{states}{left}。"


def taken_in_of_list(question: Question) -> str:
    """Everything that is stored; where that is nothing, what became of the message before."""
    lines = [line for line in (*question.board.lines, *question.later.lines) if line.known]
    if lines:
        rows = [f"{line.title}，{state_of(question, line)}" for line in lines]
        return "\n".join(
            [f"收到并入库的有{len(lines)}项：", *shown(rows, _LISTED, "……另有{}项"), head(question.context)]
        )
    before = said_before(question.context)
    refused = before is not None and _NOT_TAKEN.search(before[1]) is not None
    last = f"您上一句“{clip(before[0].strip(), 30)}”还没有入库。" if refused and before is not None else ""
    first = next(iter(question.board.missing), None)
    how = f"请直接发“{first.how_to_report}”，收到会回您“已收”。" if first is not None else ""
    return (
        f"系统里还没有您单位入库的数据，别处交过的这里看不到。{last}{how}\n{head(question.context)}".rstrip()
    )


_NAMED: Final = re.compile(
    r"(?!.*(?:不是|撤|删|改|错|不要))[^\d,，。;；]{1,9}(?:的|那个|那项|那块|这个|这项)[吧啊呀]?"
)
_STORED: Final = re.compile("已收|已经是")


def named_again(text: str, context: Context) -> Reply | None:
    """管理体系的: words that only name what the message before this one has just stored are no further report."""
    if _NAMED.fullmatch(text.strip()) is None:
        return None
    before = said_before(context)
    if before is None or _STORED.search(before[1]) is None:
        return None
    question = about(text, text, text, "", context)
    lines = [line for leaf in question.leaves for line in question.lines_of(leaf) if line.known]
    just = [line for line in lines if line.subject in before[1]] or lines
    if not just:
        return None
    rows = [f"{line.title}，{state_of(question, line)}" for line in just[:_LISTED]]
    return Reply("\n".join(["已经收下了，就是这一项，不用再发；要改直接发新数：", *rows]))
