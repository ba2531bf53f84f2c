"""“哪几项最要紧”“先补哪个划算”: what is not reported, what is due first and is worth most before the rest."""

import re
from datetime import datetime
from typing import Final

from handlers.campaign.standing import ZERO, Standing, standing_now
from handlers.context import Context
from handlers.leading.one_unit.unit_view import last_unit, named
from handlers.messages import Reply
from handlers.reading.numbers import numeral
from handlers.wording import leaf_name, month_day, plain, shown
from scoring.model import Criterion

_FIRST: Final = (
    "最?(?:要紧|紧要|紧急|关键|重要)|最急|"
    "(?:优?先|首先|重点|赶紧)(?:要|得|该|去)?(?:抓|补|报|办|弄|搞|解决|做|盯|攻|完成)|划算|合算|优先|性价比|最值得?"
)
_WORTH: Final = "(?:分值?|权重)(?:最|比较)?(?:大|高|多|重)|(?:最|比较)(?:大|高|重|值钱)"
_WHICH: Final = "哪|什么|啥|几项|[前头][一二三四五六七八九十\\d]+[项个条]|先后"
_ASKED: Final = re.compile(
    rf"^(?=.*(?:{_FIRST}))(?=.*(?:{_WHICH}))|^(?=.*(?:{_WORTH}))(?=.*(?:[没未]报|[没未]交|欠|缺))(?=.*(?:{_WHICH}|项))"
)
_NOT: Final = re.compile(
    r"催|[让叫](?!我)|通知|告诉|提醒|单位|[哪几]家|哪个?[局镇区县]|谁|情况|三句话|材料给|发我|讲|说|稿|怎么(?!办)|事故|[扣丢失]分"
)
_COUNT: Final = re.compile(r"[前头](?P<count>[一二两三四五六七八九十]|\d{1,2})[项个条]")
_THOSE: Final = re.compile("[那这]几?[项个]|他们?|她们?|这家|那家")
_FEW: Final = 5
_LISTED: Final = 10


def asked(text: str, context: Context) -> Reply | None:
    """What to see to first, of the unit that is named or was looked at; None for anything else."""
    if _ASKED.search(text) is None or _NOT.search(text):
        return None
    standing = standing_now(context)
    unit = next(iter(named(text, context).units), None)
    unit = unit or (last_unit(context) if _THOSE.search(text) else None)
    rows = [
        (due, leaf, subject, one.unit)
        for one in standing.units
        if unit in (None, one.unit)
        for leaf, subject in one.missing
        for due in [standing.deadlines.of(leaf, one.unit, subject=subject)]
    ]
    whose = unit or "各单位"
    if not rows:
        return Reply(f"{whose}的都报齐了，没有要补的。回“丢分”看失分。")
    rows.sort(key=lambda row: (row[0] is None, row[0] or context.now, -(row[1].full_marks or ZERO)))
    count = _COUNT.search(text)
    most = min(int(numeral(count["count"].replace("两", "二")) or _FEW), _LISTED) if count else _FEW
    told = [f"{place} {_row(*row, standing)}" for place, row in enumerate(rows, start=1)]
    by = "先到期的在前，同一天到期的分值大的在前" if standing.has_points else "先到期的在前"
    return Reply.of(
        f"{whose}还没报的{len(rows)}项里，该先抓的（{by}）：",
        *shown(told, most, "……另有{}项"),
        "按分值和时限排的，没看难易；要催回“催 单位名”。",
    )


def _row(due: datetime | None, leaf: Criterion, subject: str, unit: str, standing: Standing) -> str:
    marks = f" {plain(leaf.full_marks)}分" if leaf.full_marks is not None else ""
    where = f"（{subject}）" if len(standing.sheets) > 1 and subject != unit else ""
    until = f"，{month_day(due)}截止" if due is not None else ""
    return f"{leaf.code} {leaf_name(leaf, 24)}{where}{marks}（{unit or '原文没有印负责单位'}{until}）"
