"""怎么算分、目标谁定的: how an item is scored, with its target, the reading taken and an example of the engine's."""

import re
from decimal import Decimal
from typing import Final

from handlers import explain
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.extending import leaf_named
from handlers.receipts import line_of, points_text, target_text
from handlers.targets import actual_input, target_input, target_of
from handlers.whom import MARK, Heard
from handlers.wording import clip, leaf_name, plain, value_text
from scoring.model import Criterion

_CUE: Final = re.compile("算|扣|公式|打分|计分|评分|给分|得分|哪来|出处|依据|文件|谁定|得几分|多少分")
_ASKED: Final = re.compile(
    r"(?:怎么|咋|如何|怎样|按(?:什么|啥)(?:公式|标准|办法|规则)?)(?:来|个)?(?:算|计|打|评|给|扣|得)(?:的)?(?:分|法|的|$|[?？呢啊])|(?:公式|计分规则|计分办法|计分方法|评分标准|评分办法|算法)(?:是)?(?:什么|啥|多少|怎么|哪|$|[?？呢])"
    r"|(?:达不到|不到|低于|不达标|没达到|差).{0,8}(?:怎么|咋|如何)(?:扣|算|办|给|计)|(?:目标|任务数).{0,10}(?:哪来的?|出处|依据|哪个文件|什么文件|谁定|哪里来|怎么来|怎么定)"
)
_NOISE: Final = re.compile(
    rf"{_ASKED.pattern}|{MARK}|目标值?|合格率的?(?=目标)|那项|这项|那个|这个|定的?|是|的|报?\d+(?:\.\d+)?\s*[%％]?|[?？,，。\s]|达不到|不到|低于|多少|怎么|呢|啊"
)
_WHY: Final = re.compile(r"(?:为什么|为啥|凭什么|咋|怎么)(?:会|就)?(?:只|才|没|不|扣|丢|少|得).{0,8}分")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_SHORT_OF: Final = Decimal(5)


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """1.2怎么算分的, 制造业目标哪个文件定的; None where no item is named or nothing of it is asked."""
    why = _WHY.search(text) is not None
    if not why and not (_CUE.search(text) and _ASKED.search(text)):
        return None
    leaf = _leaf(heard.marked, context)
    if leaf is None:
        return None
    if why:
        named = next((unit for whom in heard.whom for unit in whom.units), "")
        return explain.why_so(f"{named} {leaf.code}".strip(), context)
    full = f"（{plain(leaf.full_marks)}分）" if leaf.full_marks is not None else ""
    lines = [f"{leaf.code} {leaf_name(leaf, 40)}{full}", f"原文：{clip(' '.join(leaf.clause.split()), 200)}"]
    subject = next((unit for whom in heard.whom for unit in whom.units), "")
    subjects = context.speaker.campaign.subjects
    lines += _target(leaf, subject if subject in subjects else "", context)
    lines += _examples(leaf, subject if subject in subjects else subjects[0], text, context)
    if leaf.ambiguities:
        first = leaf.ambiguities[0]
        taken = re.sub(r"（[a-z_]+）", "", first.default)
        lines.append(f"口径：原文未规定“{clip(first.open.rstrip('。'), 60)}”，按“{clip(taken, 60)}”。")
    return Reply("\n".join(lines))


def _leaf(marked: str, context: Context) -> Criterion | None:
    leaves = [leaf for leaf in context.rubric.criteria if leaf.milestone in (None, context.milestone)]
    codes = re.findall(r"[A-Za-z]*\d[\w.\-]*", marked, re.ASCII)
    by_code = next((leaf for leaf in leaves if leaf.code in codes), None)
    said = _NOISE.sub("", marked)
    return by_code or (leaf_named(said, leaves) if len(said) > 1 else None)


def _target(leaf: Criterion, subject: str, context: Context) -> list[str]:
    """The target and who set it, with the document's name where there is one."""
    if target_input(leaf) is None:
        return []
    said = target_text(context, leaf, subject or context.speaker.campaign.subjects[0]).lstrip("；")
    if not said:
        return ["目标：没有设；没有目标的不算分。设目标发“编号 目标 数值”。"]
    overlay = context.library.overlay_of(context.speaker.campaign)
    by_chat = target_of(context.arranged, leaf.code, subject) is not None
    paper = f"，文件{overlay.data['document']}" if overlay is not None and not by_chat else ""
    return [f"{said}{paper}。"]


def _examples(leaf: Criterion, subject: str, text: str, context: Context) -> list[str]:
    """What the engine makes of the value that is said, or of the target and of one below it."""
    item = actual_input(leaf)
    if item is None:
        return []
    said = [word for word in _NUMBER.findall(text) if word != leaf.code]
    goal = _NUMBER.search(target_text(context, leaf, subject).removeprefix("；目标"))
    short = [plain(Decimal(goal[0])), plain(Decimal(goal[0]) - _SHORT_OF)] if goal is not None else []
    rows = []
    for value in dict.fromkeys([*said[:1], *short]):
        line = line_of(context, leaf, subject, {item.name: value})
        points = points_text(line).replace("暂得", "得")
        steps = line.why().steps
        if points:
            rows.append(
                f"报{value_text(item, value)}：{points}{'，' + clip(steps[-1].rstrip('。'), 80) if steps else ''}"
            )
    return [f"算法（举例，不入库）：{'；'.join(rows)}"] if rows else []
