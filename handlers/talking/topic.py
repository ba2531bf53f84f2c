"""说的是什么: the own items and papers that a part of a line names, and when they are due."""

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Final

from handlers.board import BoardLine, board_of
from handlers.context import Context
from handlers.lookups.progress import next_deadline_of, owed
from handlers.papers.due import Paper, all_papers
from handlers.papers.naming import as_printed, shared
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.ordinals import PATTERN
from handlers.reporting.about.meant import about
from handlers.wording import clip, clock, leaf_name, local
from scoring.model import Criterion

_LISTED: Final = 3
_FILLERS: Final = re.compile("其[他余]的?|剩下的?|另外的?|先|再|看看|查查|统计|统一|一起|数据?(?=[^量])")
"""What is said of any item."""
_AWAITED: Final = re.compile(
    "(?:还|都|一直|尚|暂时?)*(?:没有?|未)(?:正式)?(?:反馈|公布|通报|发布|统计|下发|测算|汇总|给|出|下)(?:过?来|下来|出来)?"
)
"""What is said of any figure that somebody else gives."""
_WORN: Final = re.compile(
    "安排|领导|数据|结果|公布|统计|上报|报告|组织|材料|质量|工作|情况|考核|完成|要求|推动|推进|开展|活动|领域|[^\u4e00-\u9fff]+|[的了才就给等再要]"
)
"""What stands in many names, or in none."""
_SIGN: Final = re.compile(r"^\d{1,2}|[省国市]抽|[A-Za-z]\d|\d\.\d")
_LONG: Final = 3
"""So many characters in a row are a name, whatever they are."""
_WHOLE: Final = 2
"""A paper is named by so many pairs of its characters."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What is spoken of: nothing where the whole list may be meant."""

    lines: tuple[BoardLine, ...]
    papers: tuple[Paper, ...]
    due: datetime | None
    left: str
    """“1月17日18:00截止，还剩3个工作日”; "" without a deadline."""

    @property
    def named(self) -> str:
        """“自评报告” or “⑮加强知识产权保护”; "" where nothing is named."""
        if self.papers:
            return "、".join(paper.name for paper in self.papers)
        return "、".join(dict.fromkeys(_title(line) for line in self.lines))

    @property
    def how(self) -> str:
        """What is typed once it is there."""
        if self.papers:
            return f"{self.papers[0].name}已交"
        return self.lines[0].how_to_report if self.lines else "序号 数值"


def topic_of(words: str, context: Context) -> Topic:
    """What the words name of the speaker's own items, else of his papers; his only item where he has one."""
    papers = papers_in(words, context)
    lines = () if papers else _lines(words, context)
    due = (
        papers[0].due
        if papers
        else next_deadline_of(context.deadlines, lines or _all(context), context.seat.unit)
    )
    left = f"{clock(due)}截止，{context.deadlines.left(context.now, due)}" if due is not None else ""
    return Topic(lines, papers, due, left)


def papers_in(words: str, context: Context) -> tuple[Paper, ...]:
    """The papers of the speaker's unit that the words name in full."""
    said = as_printed(words.replace("名单", "联系人名单") if "联系人名单" not in words else words)
    today = local(context.now).date()
    papers = [paper for paper in all_papers(context.deadlines, context.seat) if paper.begins <= today]
    named = [paper for paper in papers if shared(said, paper.name) >= max(_WHOLE, len(paper.name) - 1)]
    return tuple(named)


def due_text(topic: Topic, context: Context) -> str:
    """“1月17日18:00截止，还剩3个工作日。” of what is named, else what the speaker owes and until when."""
    only = len({line.code for line in board_of(context).lines}) == 1
    return f"{topic.left}。" if topic.left and not only and (topic.papers or topic.lines) else owed(context)


def _lines(words: str, context: Context) -> tuple[BoardLine, ...]:
    words = _AWAITED.sub(" ", _FILLERS.sub(" ", words))
    question = about(words, words, words, "", context)
    codes = {line.code for line in question.board.lines}
    leaves = [leaf for leaf in question.leaves if leaf.code in codes and _is_named(leaf, words)] or (
        list(question.leaves_of_list()) if len(codes) == 1 else []
    )
    if len(leaves) > _LISTED:
        return ()
    return tuple(line for leaf in leaves for line in question.lines_of(leaf) if line.code in codes)


def _is_named(leaf: Criterion, words: str) -> bool:
    """Whether it is named by its number, or by two characters in a row that say something."""
    said, name = _WORN.sub(" ", words), f"{leaf.name}{leaf.clause}"
    whole = bare(words)
    if any(whole[at : at + _LONG] in name for at in range(len(whole) - _LONG + 1)):
        return True
    runs = (first + second for first, second in pairwise(said) if " " not in (first, second))
    return (
        re.search(PATTERN, words) is not None
        or any(run in name for run in runs)
        or _SIGN.search(words) is not None
    )


def _all(context: Context) -> tuple[BoardLine, ...]:
    board = board_of(context)
    return board.missing or board.lines


def _title(line: BoardLine) -> str:
    return f"{line.mark.strip()}{clip(leaf_name(line.criterion), 20)}"
