"""问: what somebody who reports asks is recognised by the facet that it asks for, and answered in its first line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from handlers import beyond, dialogs
from handlers.access import Act, may
from handlers.context import Context
from handlers.matters.incidents import tells_of_event
from handlers.messages import Reply
from handlers.reading.widths import clean
from handlers.reporting import report
from handlers.reporting.about import own, people
from handlers.reporting.about.apart import told_apart
from handlers.reporting.about.beside import beside as taken_in_beside
from handlers.reporting.about.facet import Facet
from handlers.reporting.about.facets import BY_DEFAULT, DOUBTING, FACETS, TRIAL
from handlers.reporting.about.judging import VALUE
from handlers.reporting.about.meant import (
    about,
    names_others,
    only_measured,
    points_back,
    recent,
    said_before,
    without_own_unit,
    without_places,
)
from handlers.reporting.about.outright import ABSENT, AGAIN, APART, FORM, PAGING, of_unit, outright
from handlers.reporting.about.question import Question
from handlers.reporting.about.unlisted import not_listed
from handlers.reporting.about.unsaid import handing_on, unsaid
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import clip, leaf_name
from scoring.model import Criterion

ROLES: Final = frozenset({"contact", "supervisor"})
LONGEST: Final = 60
"""What is longer tells rather than asks."""
_ASKING: Final = re.compile(
    r"[?？]|[吗么呢呗](?:$|[\s,，。!！])|[吧不没](?:$|[\s,，。!！])|[了过好完齐到有去来上](?<!有有)没有$|(?<![这那前后头])(?<![搞开办抽去]了)(?<!申报了)几|多少|什么|啥|谁|哪|怎么|怎样|咋|如何"
    r"|是不是|要不要|用不用|需不需要|能不能|可不可以|行不行|够不够|对不对|算不算|给不给|(?<!有)有没有|能否|是否|还是|为何|凭|来着|何时|多久|试算|要是|如果|假如|假设|万一"
    r"|看看|看一?下|查一?下|[列算]一?下|给我看|区别|(?:才|会)[给扣]|顶天|我报的|[了过]没(?!有?[报交])"
)
_ELSEWHERE: Final = re.compile(
    "申诉|异议|不服|延期|宽限|缓报|晚[几两一]天|交接|接手|撤[回销]|作废|恢复|导出|打包|下载|通知我|改[成为到]|改归|归到|不归|不该我们|不是我们|换人|休假|产假|手机|绑定|验证码|上传页|链接|试算|群发|发[个张份]?表|打印|涉密|秘密|保密|拖(?:到|几|两|一)|推迟|延后|缓[交几]|迟[几两一]天|晚[点些]交"
)
"""Such words are for other rooms, whatever is asked beside them."""
_BESIDES: Final = re.compile(
    "自评报告.{0,4}(?:写|生成|给我)|提醒|催|电话|模板|案例|排名|等[级次]|优秀|太麻烦|麻烦死|[好太]烦|累死|折腾|交了哪些|顺序"
)
"""The same, unless something is asked outright."""
_SHORTEST: Final = 5
"""What is shorter may be anything."""
_HURT: Final = re.compile(
    "有(?:个|人|名|位|一).{0,12}(?:摔|死|伤|塌|炸|烧|撞|淹|坠|起火|着火|中毒)[^，,。\\s]{0,3}了"
)
_HAPPENED: Final = re.compile(r"(?<!如果)(?:\d+[月号日]|昨|今天|前天|刚|上周|[死伤塌炸]了|出事了)")
_PERSONS: Final = re.compile("我们|咱|你|您")
"""A question about these is hardly one about the only item."""
_ENDS_ASKING: Final = re.compile(
    r"(?:[?？]|[吗么呢]|(?<!要)不|(?:行不行|对不对|能不能|可不可以|要不要|够不够|算不算|(?<!有)有没有|是不是)[啊呀]?)\s*$"
)
_AND_THAT: Final = re.compile("(?:那|那么|还有)?.{1,16}呢[?？]?")
"""What only names another item asks of it what was asked before."""
_BESIDE_NUMBER: Final = re.compile(r"(?<=[和跟与同比])(\d{1,2})(?![\d.%项家个件])")
"""第9项跟8有啥区别."""
_PART: Final = re.compile(r"[^，,。；;！!\s]+")
_OWN_STATE: Final = frozenset(
    {own.score, own.tasks, own.missing, own.done, own.history, own.losses, own.most, own.returned}
)
"""What is no answer to a question that names somebody else's unit."""
_MOST_FACETS: Final = 3
_MOST_CHOICES: Final = 9


def asked(text: str, context: Context) -> Reply | None:
    """What the text asks about the speaker's items, list or score; None where it asks for nothing of the kind."""
    said = _heard(text, context)
    if said is None:
        return None
    if names_others(said, context) and of_unit(said):
        return Reply(people.closed(Question(said, context)))
    message = _parted(without_own_unit(said, context), context)
    reply = _outright(message, context) or _by_facets(message, context)
    if reply is not None or message.reported or _ENDS_ASKING.search(said) is None:
        return reply
    return _asked_again(message, context) or otherwise(text, context)


def _by_facets(message: "_Message", context: Context) -> Reply | None:
    """What the facets tell; of a message with a value in it first what that would give."""
    has_value = VALUE.search(without_places(message.said)) is not None
    for table in ((TRIAL, *FACETS), FACETS, (BY_DEFAULT,)) if has_value else (FACETS,):
        facets, naming = _facets(message.asking, table)
        if facets and (table is FACETS or facets[0] is table[0]):
            reply = _told(message, naming, facets, context)
            if reply is not None:
                return reply
    return None


def _outright(message: "_Message", context: Context) -> Reply | None:
    """What is asked in words that tell nothing else; how items differ, where two or more are named."""
    facet = outright(message.asking)
    if facet is not AGAIN and APART.telling.search(message.asking):
        asking = _BESIDE_NUMBER.sub(r"第\1项", message.asking)
        question = about(message.said, asking, APART.telling.sub(" ", asking), "", context)
        if len(question.leaves) > 1:
            return Reply(told_apart(question, question.leaves))
    if facet is None:
        return None
    naming = message.asking if facet in (ABSENT, FORM) else facet.telling.sub(" ", message.asking)
    more = [one for one in _besides(facet, message.asking) if one.of_leaf is not facet.of_leaf]
    return _told(message, naming, [facet, *more], context)


def _besides(facet: Facet, asking: str) -> list[Facet]:
    """What the other parts of the line ask, where one part asks outright for the facet by itself."""
    parts = _PART.findall(asking)
    others = [part for part in parts if not facet.telling.search(part) and _ASKING.search(part)]
    if not others or not any(map(facet.telling.search, parts)):
        return []
    return [one for one in _facets("，".join(others), FACETS)[0] if not one.shy][:1]


def _asked_again(message: "_Message", context: Context) -> Reply | None:
    """那第三项呢: what was asked before, of the item that is named now."""
    before = said_before(context) if _AND_THAT.fullmatch(message.said.strip()) else None
    facets = _facets(clean(before[0]), FACETS)[0] if before is not None else []
    question = about(message.said, message.asking, message.asking, "", context)
    rows = (
        [row for facet in facets if facet.of_leaf for row in _answer(facet, question)]
        if question.leaves
        else []
    )
    return Reply("\n".join(dict.fromkeys(rows))) if rows else None


def _heard(text: str, context: Context) -> str | None:
    """The text in usual widths where it asks for something that is told here; None for anything else."""
    if context.speaker.role not in ROLES or len(text) > LONGEST:
        return None
    said = clean(text)
    if beyond.injected(said, context):
        return None
    if outright(said) is None and (_ASKING.search(text) is None or _BESIDES.search(said)):
        return None
    if _ELSEWHERE.search(said) or _HURT.search(said) or (tells_of_event(said) and _HAPPENED.search(said)):
        return None
    return said


def otherwise(text: str, context: Context) -> Reply | None:
    """What the document says of the item that a question names, where nothing knows what it asks of it."""
    said = _heard(text, context)
    if said is None:
        return None
    question = about(said, said, said, "", context)
    codes = {line.code for line in (*question.board.lines, *question.later.lines)}
    leaves = [leaf for leaf in question.leaves if leaf.code in codes]
    if not leaves and names_others(said, context):
        return None
    if not question.leaves and points_back(said) and _ENDS_ASKING.search(said):
        leaves = list(recent(question))
    if not leaves:
        missed = not_listed(question)
        return Reply(missed) if missed else None
    return Reply("\n".join([*(unsaid(question, leaf) for leaf in leaves), handing_on(question, text)]))


def asks(text: str, context: Context) -> bool:
    """Whether somebody who reports puts a question, whatever it asks."""
    return context.speaker.role in ROLES and len(text) <= LONGEST and _ENDS_ASKING.search(text) is not None


def unanswered(text: str, context: Context) -> Reply | None:
    """An honest word to a question that nothing here understands, and the office to ask; None for no question."""
    if not asks(text, context) or len(text) < _SHORTEST:
        return None
    head = f"“{clip(text, 30)}”我没有现成答案，没有记录任何数据。问某一项请带上序号再问（清单回“我的任务”）。"
    return Reply(f"{head}\n{handing_on(Question(text, context), text)}")


@dataclass(frozen=True, slots=True)
class _Message:
    """A message, what of it asks, and what of it reports, each with blanks for the other."""

    said: str
    asking: str
    reported: str


def _parted(text: str, context: Context) -> _Message:
    """The parts that ask and those that do not; these belong to the question where they are no report by themselves."""
    asking, rest = list(text), list(text)
    for part in _PART.finditer(text):
        for place in range(*part.span()):
            (rest if _ASKING.search(part[0]) else asking)[place] = " "
    reported = "".join(rest).strip(" ，,。；;！!")
    if not reported or not may(context.speaker.role, Act.REPORT):
        return _Message(text, text, "")
    rows = report.read(reported, context)[1]
    has_figure = any(char.isdecimal() for char in without_places(reported)) and not ABSENT.telling.search(
        text
    )
    if not any(row.outcome == "certain" or (row.choices and has_figure) for row in rows):
        return _Message(text, text, "")
    return _Message(text, "".join(asking), reported)


def _facets(text: str, table: Sequence[Facet]) -> tuple[list[Facet], str]:
    """What is asked, in the order of the table, and the words that tell none of it.

    Words that one facet has taken tell no other.
    """
    found: list[Facet] = []
    taken: set[int] = set()
    for facet in table:
        spans = [range(*one.span()) for one in facet.telling.finditer(text)]
        if any(taken.isdisjoint(span) for span in spans) and not (facet.shy and found):
            found.append(facet)
            taken.update(place for span in spans for place in span)
    if any(facet.of_list is own.weightiest for facet in found):
        found = [facet for facet in found if facet.of_list is not own.missing]
    return found[:_MOST_FACETS], "".join(" " if at in taken else char for at, char in enumerate(text))


def _told(message: _Message, naming: str, facets: Sequence[Facet], context: Context) -> Reply | None:
    """The answers, and a receipt for what is reported beside; None where a supposed value gives no trial."""
    question = about(message.said, message.asking, naming, message.reported, context)
    if not question.leaves and facets[0].of_list in _OWN_STATE and names_others(message.said, context):
        return None
    rows = _answers(facets, question)
    if not rows:
        unclear = facets[0] in (TRIAL, BY_DEFAULT, PAGING) or all(facet.shy for facet in facets)
        return None if unclear and not question.among else _which(message.said, question)
    beside = taken_in_beside(message.reported, facets, context)
    if beside:
        rows = _answers(facets, replace(question))
    asks_on = [handing_on(question, message.said)] if any(facet.open for facet in facets) else []
    return Reply("\n".join([*rows, *beside, *asks_on]))


def _answers(facets: Sequence[Facet], question: Question) -> list[str]:
    """The answer to each; nothing at all where a value is supposed and no trial comes of it."""
    told = [list(dict.fromkeys(_answer(facet, question))) for facet in facets]
    if facets[0] in (TRIAL, BY_DEFAULT) and not told[0]:
        return []
    return list(dict.fromkeys(row for rows in told for row in rows))


def _answer(facet: Facet, question: Question) -> Iterator[str]:
    """The facet of every leaf that is meant, else of the list, else of the leaf spoken of last."""
    if facet.of_leaf is not None:
        leaves = _leaves(facet, question)
        told = [facet.of_leaf(question, leaf) for leaf in leaves]
        yield from (row for row in told if row)
        if any(told):
            return
    if facet.of_list is not None and (row := facet.of_list(question)):
        yield row


def _leaves(facet: Facet, question: Question) -> tuple[Criterion, ...]:
    if question.leaves:
        return question.leaves
    if facet in (TRIAL, BY_DEFAULT) and (only := only_measured(question)):
        return only
    if facet.of_leaf in DOUBTING and question.beside:
        return question.beside
    if points_back(question.text) or (
        facet.of_list is None and not (facet.shy and _PERSONS.search(question.text))
    ):
        return recent(question)
    return ()


def _which(text: str, question: Question) -> Reply | None:
    """Which item the question is about: its number asks it of that one."""
    lines = list({line.code: line for line in question.board.lines}.values())
    lines = [line for line in lines if line.criterion in question.among] or lines
    if not lines:
        return None
    if len(lines) > _MOST_CHOICES:
        first = lines[0].duty.ordinal
        return Reply(f"问的是哪一项？请带上序号或指标名再问，如“第{first}项 {text}”。序号见“我的任务”。")
    choices = [[f"第{line.duty.ordinal}项 {text}", Way.TELLS.name] for line in lines]
    dialogs.ask(question.context, offering.QUESTION, {"choices": choices})
    rows = [f"{place} {leaf_name(line.criterion)}" for place, line in enumerate(lines, start=1)]
    return Reply("\n".join(["问的是哪一项？请回序号：", *rows]))
