"""逐面回答: the answer to each facet that was asked for, of every line that is meant, and which line where none is clear."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from handlers import dialogs
from handlers.context import Context
from handlers.messages import Reply
from handlers.reporting import report
from handlers.reporting.about import judging, own, own_points, people, standing
from handlers.reporting.about.clause import in_clause
from handlers.reporting.about.facet import Facet
from handlers.reporting.about.facets import BY_DEFAULT, DOUBTING, FACETS, TRIAL
from handlers.reporting.about.judging import FIGURE
from handlers.reporting.about.meant import about, names_others, only_measured, points_back, recent
from handlers.reporting.about.outright import PAGING, outright
from handlers.reporting.about.parting import ASKING, PART, Message, facets_in, is_question
from handlers.reporting.about.question import Question
from handlers.reporting.about.unlisted import place_unlisted
from handlers.reporting.about.unsaid import NO_ANSWER, handing_on
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import clip, leaf_name
from scoring.model import Criterion

_PERSONS: Final = re.compile("我们|咱|你|您")
"""A question about these is hardly one about the only item."""
_OWN_STATE: Final = frozenset(
    {
        own_points.score,
        own.tasks,
        own.missing,
        own.done,
        own.history,
        own_points.losses,
        own_points.most,
        own.returned,
    }
)
"""What is no answer to a question that names somebody else's unit."""
_MOST_CHOICES: Final = 9


def told(message: Message, naming: str, facets: Sequence[Facet], context: Context) -> Reply | None:
    """The answers, and a receipt for what is reported beside; None where a supposed value gives no trial."""
    question = about(message.said, message.asking, naming, message.reported, context)
    if not question.leaves and facets[0].of_list in _OWN_STATE and names_others(message.said, context):
        return None
    missed = None if question.leaves else place_unlisted(question)
    if missed:
        return Reply(missed)
    rows = _answers(facets, question)
    if not rows:
        unclear = facets[0] in (TRIAL, BY_DEFAULT, PAGING) or all(facet.shy for facet in facets)
        return None if unclear and not question.among else which(message.said, question)
    beside = _taken_in(message.reported, message.asking, facets, context)
    if beside:
        rows = _answers(facets, replace(question))
    more, is_open = _left_over(message, facets, question)
    rows += [row for row in more if row not in rows]
    asks_on = [handing_on(question, message.said)] if is_open or any(facet.open for facet in facets) else []
    lines = "\n".join([*rows, *beside, *asks_on]).split("\n")
    return Reply("\n".join(dict.fromkeys(lines)))


def _left_over(message: Message, facets: Sequence[Facet], question: Question) -> tuple[list[str], bool]:
    """The answers to the parts that no facet so far was told by, of the same lines; whether one stays open."""
    told = [found.span() for facet in facets for found in facet.telling.finditer(message.asking)]
    rows, is_open = [], False
    for part in PART.finditer(message.asking) if len(PART.findall(message.asking)) > 1 else ():
        if not is_question(part[0]) or any(part.start() < end and start < part.end() for start, end in told):
            continue
        if _is_answered(part[0], facets, question):
            continue
        plain = outright(part[0])
        more, naming = (
            ([plain], plain.telling.sub(" ", part[0])) if plain is not None else facets_in(part[0], FACETS)
        )
        if any(one.of_list is own.missing for one in more) and any(
            one.of_list is own_points.weightiest for one in facets
        ):
            continue
        found = about(part[0], part[0], naming, "", question.context)
        leaves = found.leaves or question.leaves
        if more and all(one.shy for one in more) and not leaves and not _COUNTS.search(part[0]):
            continue
        answered = _answers(more, replace(found, leaves=leaves)) if more else []
        rows += answered or [f"“{clip(part[0], 24)}”：{_in_clauses(part[0], leaves, question)}"]
        is_open = is_open or not answered or any(facet.open for facet in more)
    return rows, is_open


def _is_answered(part: str, facets: Sequence[Facet], question: Question) -> bool:
    """Whether it only says again what was asked: of a value that was tried, or of units in who reports."""
    if facets[0] in (TRIAL, BY_DEFAULT) and FIGURE.search(part):
        return True
    if _IN_PRINT.fullmatch(part) or _BARE.fullmatch(part) or (question.leaves and _WHICH.search(part)):
        return True
    if _HOW_SO.fullmatch(part) and any(
        facet.of_leaf in (standing.target_of, judging.why, judging.clause) or facet.of_list is own.returned
        for facet in facets
    ):
        return True
    return any(facet.of_leaf is people.reporters for facet in facets) and (
        names_others(part, question.context) or _OURS.search(part) is not None
    )


_IN_PRINT: Final = re.compile(
    "(?:原文|细则|文件|通知|办法)(?:里|上|中)?面?(?:有没有|有|怎么|是怎么|咋)?(?:写|规定|要求|说|讲)?(?:的|了)?(?:吗|么|没有?|不)?[?？]*"
)
_BARE: Final = re.compile(
    "(?:是|有|要|到底|现在|具体|分别|都)*(?:多少|几个|哪个|哪些|啥|什么|谁)(?:啊|呢|呀)?[?？]*"
    "|(?:能|可以|行)(?:不能)?(?:传|发|交|用|要)?(?:吗|不|么|不行)[?？]*"
)
"""目标谁定的 多少: it asks for nothing but what was asked for."""
_WHICH: Final = re.compile(
    "(?:是|在|算|属于)(?:我们?)?(?:清单|表|里)?(?:的|上|里)?(?:第)?[哪几]一?[条项个][呢啊]?[?？]*$"
)
_HOW_SO: Final = re.compile(
    "(?:是|都|到底|究竟|分|别|各)*(?:怎么|咋|如何|[从在]?哪[里儿个]?|凭什么|凭啥|为什么|为啥)(?:来|定|得|算|扣|丢|失|给|这么|是)*(?:出来|出|多|少|定)?[的了]?[呢啊吗?？]*"
    "|(?:是|都|到底|究竟|分)*[扣丢失](?:在|到|的是|了)*哪[里儿]?了?[呢啊?？]*"
)
"""怎么来的, 扣在哪了: what the origin of a target, or the reckoning of points, tells anyway."""
_OURS: Final = re.compile("我们|咱|[局委办镇]还是")


def _in_clauses(part: str, leaves: Sequence[Criterion], question: Question) -> str:
    """What the clause of the only line says to that part; else that there is no answer."""
    if len(leaves) != 1:
        return NO_ANSWER
    return in_clause(replace(question, text=part), leaves[0])


_COUNTS: Final = re.compile("多少|几|哪")


def _answers(facets: Sequence[Facet], question: Question) -> list[str]:
    """The answer to each; nothing at all where a value is supposed and no trial comes of it."""
    rows = [list(dict.fromkeys(answer(facet, question))) for facet in facets]
    if facets[0] in (TRIAL, BY_DEFAULT) and not rows[0]:
        return []
    return list(dict.fromkeys(row for part in rows for row in part))


def answer(facet: Facet, question: Question) -> Iterator[str]:
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


def which(text: str, question: Question, *, office: bool = False) -> Reply | None:
    """Which item the question is about: its number asks it of that one; or none, and the office is to be asked."""
    lines = list({line.code: line for line in question.board.lines}.values())
    lines = [line for line in lines if line.criterion in question.among] or lines
    if not lines:
        return None
    choices = [[f"第{line.duty.ordinal}项 {text}", Way.TELLS.name] for line in lines]
    if len(lines) <= _MOST_CHOICES:
        handed = [[f"转质强办 {question.context.as_said(text)}", Way.DOES.name]] if office else []
        dialogs.ask(question.context, offering.QUESTION, {"choices": [*choices, *handed]})
        rows = [f"{place} {leaf_name(line.criterion)}" for place, line in enumerate(lines, start=1)]
        rows += [f"{len(lines) + 1} 都不是，把您的原话转给{question.office}"] if office else []
        return Reply("\n".join(["问的是哪一项？请回序号：", *rows]))
    if [line.duty.ordinal for line in lines] != list(range(1, len(lines) + 1)):
        return Reply(f"问的是哪一项？请带上序号或指标名再问，如“第1项 {text}”。序号见“我的任务”。")
    dialogs.ask(question.context, offering.QUESTION, {"choices": choices})
    return Reply(
        f"问的是哪一项？请回清单上的序号（1–{len(lines)}，见“我的任务”），我接着答“{clip(text, 30)}”。"
    )


def besides(facet: Facet, asking: str) -> list[Facet]:
    """What the other parts of the line ask, where one part asks outright for the facet by itself."""
    parts = PART.findall(asking)
    others = [part for part in parts if not facet.telling.search(part) and ASKING.search(part)]
    if not others or not any(map(facet.telling.search, parts)):
        return []
    return [one for one in facets_in("，".join(others), FACETS)[0] if not one.shy][:1]


_SUPPOSED: Final = re.compile("要是|如果|假如|假设|假使|倘若|万一")


def _taken_in(reported: str, asking: str, facets: Sequence[Facet], context: Context) -> list[str]:
    """What is reported in the same message is taken in, unless the question puts it in doubt."""
    if not reported:
        return []
    tried = facets[0] in (TRIAL, BY_DEFAULT) or _SUPPOSED.search(asking)
    if tried or any(facet.of_leaf in DOUBTING for facet in facets):
        return [_kept_back(reported, facets, context)]
    taken = report.report(reported, context)
    return [taken.text] if taken is not None else []


def _kept_back(reported: str, facets: Sequence[Facet], context: Context) -> str:
    """What is not certain yet: one tap takes it in, where no other question waits for a number."""
    if dialogs.present(context) is not None or any(facet.open for facet in facets):
        return f"“{clip(reported, 30)}”没有入库；定了请单独再发一次。"
    dialogs.ask(context, offering.QUESTION, {"choices": [[reported, Way.DOES.name]]})
    return f"“{clip(reported, 30)}”没有入库；定了就这样报请回1，要改直接发新的。"
