"""问: what somebody who reports asks is recognised by the facet that it asks for, and answered in its first line."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handlers import dialogs
from handlers.context import Context
from handlers.matters.incidents import tells_of_event
from handlers.messages import Reply
from handlers.reading.widths import clean
from handlers.reporting.about.facets import FACETS, TRIAL, Facet
from handlers.reporting.about.judging import SUPPOSED
from handlers.reporting.about.meant import about, names_others, points_back, recent, without_own_unit
from handlers.reporting.about.question import Question
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import leaf_name
from scoring.model import Criterion

ROLES: Final = frozenset({"contact", "supervisor"})
LONGEST: Final = 60
"""What is longer tells rather than asks."""
_ASKING: Final = re.compile(
    r"[?？]|[吗么呢呗](?:$|[\s,，。!！])|[吧不没](?:$|[\s,，。!！])|[了过好完齐到有]没有$|几|多少|什么|啥|谁|哪|怎么|怎样|咋|如何|是不是|要不要|用不用|需不需要|能不能|可不可以|行不行|对不对|算不算|给不给|有没有|能否|是否|还是|为何|凭|来着|何时|多久"
    r"|看看|看一?下|查一?下|[列算]一?下|区别|(?:才|会)[给扣]|达标|行不|顶天"
)
_ELSEWHERE: Final = re.compile(
    "申诉|异议|不服|延期|宽限|缓报|晚[几两一]天|交接|接手|撤[回销]|作废|恢复|导出|打包|下载|提醒|催|通知我|改[成为到]|改归|归到|不归|不该我们|不是我们|换人|休假|产假|手机|电话|绑定|验证码|上传页|链接|试算|自评报告.{0,4}(?:写|生成|给我)|群发|模板|案例|催办|排名|等[级次]|优秀|交了哪些|顺序"
)
"""Such words are for other rooms, whatever is asked beside them."""
_HAPPENED: Final = re.compile(r"(?<!如果)(?:\d+[月号日]|昨|今天|前天|刚|上周|[死伤塌炸]了|出事了)")
_MOST_FACETS: Final = 3
_MOST_CHOICES: Final = 9


def asked(text: str, context: Context) -> Reply | None:
    """What the text asks about the speaker's items, list or score; None where it asks for nothing of the kind."""
    if context.speaker.role not in ROLES or len(text) > LONGEST or _ASKING.search(text) is None:
        return None
    said = clean(text)
    if _ELSEWHERE.search(said) or (tells_of_event(said) and _HAPPENED.search(said)):
        return None
    own = without_own_unit(said, context)
    supposed = (TRIAL, *FACETS) if SUPPOSED.search(own) else ()
    return _told(said, own, supposed, context) or _told(said, own, FACETS, context)


def _told(said: str, own: str, table: Sequence[Facet], context: Context) -> Reply | None:
    """The answer by that table; None where a value is supposed and no trial comes of it."""
    facets, naming = _facets(own, table)
    if not facets or (table is not FACETS and facets[0] is not TRIAL):
        return None
    question = about(own, naming, context)
    if not question.leaves and names_others(said, context) and facets[0] is not FACETS[0]:
        return None
    answers = [list(_answers(facet, question)) for facet in facets]
    if table is not FACETS and not answers[0]:
        return None
    rows = dict.fromkeys(row for told in answers for row in told)
    if not rows:
        return None if all(facet.shy for facet in facets) else _which(said, question)
    return Reply("\n".join(rows))


def _facets(text: str, table: Sequence[Facet]) -> tuple[list[Facet], str]:
    """What is asked, in the order of the table, and the words that tell none of it.

    Words that one facet has taken tell no other.
    """
    found: list[Facet] = []
    taken: set[int] = set()
    for facet in table:
        spans = [range(*one.span()) for one in facet.telling.finditer(text)]
        if any(taken.isdisjoint(span) for span in spans):
            found.append(facet)
            taken.update(place for span in spans for place in span)
    return found[:_MOST_FACETS], "".join(" " if at in taken else char for at, char in enumerate(text))


def _answers(facet: Facet, question: Question) -> Iterator[str]:
    """The facet of every leaf that is meant, else of the list, else of the leaf spoken of last."""
    if facet.of_leaf is not None:
        leaves = _leaves(facet, question)
        told = [facet.of_leaf(question, leaf) for leaf in leaves]
        yield from (row for row in told if row)
        if leaves:
            return
    if facet.of_list is not None:
        yield facet.of_list(question)


def _leaves(facet: Facet, question: Question) -> tuple[Criterion, ...]:
    if question.leaves:
        return question.leaves
    return recent(question) if facet.of_list is None or points_back(question.text) else ()


def _which(text: str, question: Question) -> Reply | None:
    """Which item the question is about: its number asks it of that one."""
    lines = list({line.code: line for line in question.board.lines}.values())
    if not lines:
        return None
    if len(lines) > _MOST_CHOICES:
        return Reply(
            f"问的是哪一项？请带上序号或指标名再问，如“第{lines[0].duty.ordinal}项 {text}”。序号见“我的任务”。"
        )
    choices = [[f"第{line.duty.ordinal}项 {text}", Way.TELLS.name] for line in lines]
    dialogs.ask(question.context, offering.QUESTION, {"choices": choices})
    rows = [f"{place} {leaf_name(line.criterion)}" for place, line in enumerate(lines, start=1)]
    return Reply("\n".join(["问的是哪一项？请回序号：", *rows]))
