"""出事扣几分: what the document prints of accidents and events, for who asks the rule and tells of none."""

import re
from collections.abc import Iterator
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.wording import clip, leaf_name, marks_of
from scoring.model import Criterion

_QUOTED: Final = 4
_EVENT: Final = re.compile("事故|事件|中毒|曝光")
_GRADE: Final = re.compile("否决|区域性|系统性|等次|等级|[dD](?:级|$)|完了")
"""Asked of the grade: the veto comes first."""
_SENTENCE: Final = re.compile("[^。；;\n]*[。；;]?")
_SUBJECT: Final = re.compile(
    "食品|药品|农产品|农药|旅游|工程|建筑|特种设备|安全生产|环境|消费|网络|计量|口岸"
)


def told(text: str, context: Context) -> Reply:
    """The printed sentences on what is asked about, else on events at all; nothing is registered."""
    topics = set(_SUBJECT.findall(text))
    asks_grade = _GRADE.search(text) is not None
    by_veto_alone = asks_grade and context.rubric.veto is not None and not topics
    found = [] if by_veto_alone else list(_sentences(context))
    meant = [
        (leaf, said)
        for leaf, said in found
        if not topics or any(word in f"{leaf.name}{said}" for word in topics)
    ]
    lines = [
        f"{leaf.code} {leaf_name(leaf, 20)}{marks_of(leaf)}：“{clip(said, 100)}”"
        for leaf, said in (meant or found)[:_QUOTED]
    ]
    topic = "、".join(sorted(topics))
    none = f"写明{topic}事故扣几分的没有（原文未规定），" if topics and not meant else ""
    head = f"{none}原文写到出事的：" if lines else "出了事扣几分，细则原文未规定。"
    rule = _veto(context)
    printed = [head, *lines] if lines or not asks_grade else []
    told = [*rule, *printed] if asks_grade else [*printed, *rule]
    return Reply("\n".join([*told, "只是查规定，没有登记。真出了事，把时间、地点、经过发来就登记。"]))


def _sentences(context: Context) -> Iterator[tuple[Criterion, str]]:
    veto = context.rubric.veto.code if context.rubric.veto is not None else None
    for leaf in context.rubric.criteria:
        if leaf.code == veto or leaf.milestone not in (None, context.milestone):
            continue
        said = next((part for part in _SENTENCE.findall(leaf.clause) if _EVENT.search(part)), None)
        if said is None and _EVENT.search(leaf.name):
            said = leaf.clause
        if said is not None:
            yield leaf, " ".join(said.split())


def _veto(context: Context) -> list[str]:
    veto = context.rubric.veto
    if veto is None:
        return ["这份细则没有印否决项（原文未规定），出事只按有关指标扣分。"]
    clause = context.rubric.criterion(veto.code).clause.splitlines()[0]
    return [f"否决：“{clip(clause, 120)}”，认定后等次为“{veto.grade}”；够不够这一条由质强办认定。"]
