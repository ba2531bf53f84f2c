"""改动记录: who reported, amended, reviewed and arranged what, and whether the log is whole."""

import re
from datetime import datetime

from handlers.access import Act
from handlers.campaign.standing import standing_of
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.receipts import values_text
from handlers.review.arrivals import Span, span_in
from handlers.review.decisions import ACT_NAMES, DECISION_NAMES
from handlers.wording import clip, clock, leaf_name, shown
from store.records import Arrangement, Review, Submission

LISTED = 10
CHECKED = 20_000
"""So many rows of the log are checked while somebody waits; a longer log is checked on the command line."""


def history(text: str, context: Context) -> Reply:
    """What was done to the leaves of the units (or the leaf) that the words name, the newest last."""
    found = mentions(text, context)
    code = next((code for code in context.rubric.by_code if code in text.split() or code in text), None)
    if "撤" in text and not any(
        row.act == "withdraw" for row in context.uow.submissions.all(context.speaker.campaign.id)
    ):
        return Reply(f"到现在没有单位报了又撤回的。{_verified(context)}")
    return of(found.units, code, context, span_in(text, context.now))


def of(units: tuple[str, ...], code: str | None, context: Context, span: Span | None = None) -> Reply:
    """The same of the leaf, where one is given, and of the units; of those days alone, where any are named."""
    rows = [row for row in _rows(units, code, context) if span is None or span.holds(row[0])]
    whose = (
        " ".join(part for part in (span.called if span else "", "、".join(units), code or "") if part)
        or "全部"
    )
    if not rows:
        return Reply(f"{whose}没有任何上报和审核记录。{_verified(context)}")
    lines = [f"{whose}的改动{len(rows)}次（最近的在后）："]
    shown_rows = [line for _, line in rows[-LISTED:]]
    lines += [f"……更早的还有{len(rows) - LISTED}次", *shown_rows] if len(rows) > LISTED else shown_rows
    return Reply("\n".join([*lines, _verified(context)]))


def whole(_text: str, context: Context) -> Reply:
    """校验一下记录有没有被动过: whether the log is whole, told alone."""
    return Reply(
        f"{_verified(context, '写下以后没有被动过')}\n谁改过什么回“单位名 改动记录”看，质强办定的回“安排记录”看。"
    )


def arranged(_text: str, context: Context) -> Reply:
    """安排记录: what the office has arranged, by whom and when."""
    rows = [
        f"{clock(row.at)} {row.contact_name or '系统'} {_kind(row)}"
        f"{' ' + row.code if row.code else ''}{' ' + row.unit if row.unit else ''}"
        f"{'（' + row.subject + '）' if row.subject else ''}"
        f"{'，' + clip(row.reason, 30) if row.reason else ''}"
        for row in context.arranged.rows
    ]
    if not rows:
        return Reply(f"还没有作过安排。{_verified(context)}")
    return Reply(
        "\n".join([f"安排{len(rows)}次：", *shown(rows[::-1], LISTED, "……另有{}次"), _verified(context)])
    )


def _kind(row: Arrangement) -> str:
    return "撤回已交" if row.kind == "handed" and not row.value else _KINDS[row.kind]


_KINDS = {
    "deadline": "改期",
    "extension": "延期",
    "target": "设目标",
    "day": "设日历",
    "alias": "教别名",
    "reminder": "加提醒",
    "lock": "归档",
    "publication": "发布结果",
    "hours": "设办公时间",
    "handed": "登记已交",
    "group": "设群通报",
    "reporter": "改派",
    "publicity": "设公示期",
}


def _rows(units: tuple[str, ...], code: str | None, context: Context) -> list[tuple[datetime, str]]:
    standing = standing_of(context.uow, context.speaker.campaign, context.library, context.now)

    def wanted(row: Submission | Review) -> bool:
        criterion = context.rubric.by_code.get(row.code)
        if criterion is None or (code is not None and row.code != code):
            return False
        return not units or row.subject in units or standing.unit_of(criterion, row.subject) in units

    campaign = context.speaker.campaign.id
    rows = [(row.at, _reported(row, context)) for row in context.uow.submissions.all(campaign) if wanted(row)]
    rows += [
        (row.at, _decided(row, context)) for row in context.uow.reviews.of_campaign(campaign) if wanted(row)
    ]
    return sorted(rows)


def _reported(row: Submission, context: Context) -> str:
    criterion = context.rubric.criterion(row.code)
    what = ACT_NAMES[row.act]
    if row.act == "withdraw":
        values = "，现在" + (values_text(criterion, row.inputs) if row.inputs else "未报")
    else:
        values = f" {clip(values_text(criterion, row.given), 40)}"
    late = "（逾期）" if row.late else ""
    return f"{clock(row.at)} {row.contact_name or ''}{what} {_place(row, context)}{values}{late}"


def _decided(row: Review, context: Context) -> str:
    criterion = context.rubric.criterion(row.code)
    given = f" {clip(values_text(criterion, row.given), 30)}" if row.given else ""
    reason = f"（{clip(row.reason, 30)}）" if row.reason else ""
    what = DECISION_NAMES[row.act]
    return f"{clock(row.at)} {row.contact_name or '系统'}{what} {_place(row, context)}{given}{reason}"


def _place(row: Submission | Review, context: Context) -> str:
    where = f"（{row.subject}）" if len(context.speaker.campaign.subjects) > 1 else ""
    return f"{row.code} {leaf_name(context.rubric.criterion(row.code), 14)}{where}"


def _verified(context: Context, sound: str = "没有别的改动") -> str:
    """Whether every row of the log is what was written."""
    length, _ = context.uow.audit.head()
    if length > CHECKED:
        return f"审计日志共{length}条，太长，请装系统的信息人员核对。"
    bad = context.uow.audit.verify()
    if bad is not None:
        return f"注意：审计日志第{bad}条起对不上，可能被人在库里改过，请信息人员核查！"
    return f"审计日志{length}条核对无误，{sound}。"


COMMANDS = (
    Command(
        Act.HISTORY,
        "谁把城建局的分改了",
        words("谁改过 改动记录 操作记录 历史记录 谁改的 审计 审计日志"),
        history,
        re.compile(
            r"(?P<rest>.{0,12}(?:有没有|有无|哪[家个些]?|谁).{0,6}(?:撤回?过|撤了|撤回了|又撤)[^,，]{0,4}|.{2,12}(?:改过|撤回?过)(?:没有?|吗)[?？]?|谁(?:改过?了?|动过?了?).{0,14}|谁(?:把|动|改|给)?.{0,20}?(?:改了|改的|动了|改过|动过|调了)?.{0,12}(?:改|动过|调了).{0,3}|.{1,20}(?:改动|修改|操作|历史)记录)"
        ),
        shy=True,
    ),
    Command(Act.ADMINISTER, "安排记录", words("安排记录 办公室记录 安排"), arranged),
)
