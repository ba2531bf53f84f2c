"""详情 and 为什么: what a leaf demands, and how its points came about."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from handlers.access import Act, may, subjects_of
from handlers.board import NOTHING_YET, board_of
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.lookups.leaf_meant import (
    LISTED,
    WHOSE,
    find_leaf,
    is_listed,
    leaf_of_one,
    subject_named,
    where,
    with_points,
)
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.receipts import line_of, points_now, points_text, printed_goal, target_text, values_text
from handlers.review.decisions import LeafRecord, records_of
from handlers.review.sight import sees
from handlers.suggesting.suggestion import goes_on
from handlers.wording import clip, clock, leaf_name, listed, marks_of, shown
from scoring.model import Criterion

_POINTS = re.compile(
    r"(?:才|只有?|就|得了?|拿了?|是)*\s*(?P<points>\d{1,3}(?:\.\d{1,2})?)\s*分[了啊呢吗]*[?？]?"
)


def detail(text: str, context: Context) -> Reply:
    """Clause, inputs, deadline and units of a leaf, and what has been reported for it."""
    named, rest = subject_named(context, text)
    found = find_leaf(context, rest if named is not None and rest else text)
    if isinstance(found, str):
        return Reply(found)
    criterion, subject = found
    alone = [named or subject] if named is not None or is_listed(context, rest) else None
    lines = in_full(criterion, alone or _seen(context, criterion), context)
    return Reply("\n".join([*lines, *_of_code(context, text, criterion)]))


def of_leaf(criterion: Criterion, context: Context) -> Reply:
    """The same of that leaf, whatever its code is on somebody's list."""
    return Reply("\n".join(in_full(criterion, _seen(context, criterion), context)))


def in_full(criterion: Criterion, subjects: Sequence[str], context: Context) -> list[str]:
    """The lines that tell of that leaf of those assessed units."""
    lines = [
        f"{_mark(criterion, context)} {leaf_name(criterion, 60)}{marks_of(criterion)}",
        f"评分标准：{_clause(criterion, subjects)}",
    ]
    wanted = [item.label for item in criterion.before_review]
    lines.append(f"要报：{clip('；'.join(wanted), 200) or '各单位不用报，由考核方评'}")
    due = context.deadlines.of(criterion, *context.seat.names)
    if due is not None:
        printed = criterion.deadline or "原文未规定"
        longer = context.deadlines.longer(criterion, *context.seat.names)
        lines.append(f"时限：{clock(due)}（{printed}，{context.deadlines.left(context.now, due)}{longer}）")
    if criterion.named_units:
        lines.append(f"负责单位：{listed(criterion.named_units, 5, '家')}{_contacts(criterion, context)}")
    lines.append(_now(context, criterion, subjects))
    return lines


def _clause(criterion: Criterion, subjects: Sequence[str]) -> str:
    own = printed_goal(criterion, subjects[0]) if len(subjects) == 1 else ""
    return own or clip(criterion.clause, 220) or "原文未规定"


def _contacts(criterion: Criterion, context: Context) -> str:
    """“（联络员 高军）” to whoever may see whose it is, where one unit reports."""
    if not may(context.speaker.role, Act.PEOPLE) or len(criterion.named_units) != 1:
        return ""
    aliases, unit = context.rubric.unit_aliases, criterion.named_units[0]
    people = enrolled(context, "contact")
    names = [row.name for row in people if aliases.get(row.unit, row.unit) == unit]
    return f"（联络员 {listed(names, 3, '人')}）" if names else "（名册里没有联络员）"


def _mark(criterion: Criterion, context: Context) -> str:
    """Its code; what could be mistaken for a number of the speaker's list is shown as ⑤ of that list."""
    own = board_of(context).line(criterion.code) if criterion.code.isdecimal() else None
    return own.mark if own is not None else criterion.code


_REPORTED: Final = re.compile("[报交]了?(?:没有?|吗|么)[呀啊呢?？]*$")
"""东陈南通名牌报了没: what the unit has got, not how it is judged."""


def judged(text: str, context: Context) -> Reply | None:
    """How a leaf is judged and what it has got; None where none is named, or a unit that does not report it."""
    subjects = context.speaker.campaign.subjects
    called = mentions(text, context)
    of_unit = called.units if may(context.speaker.role, Act.UNIT) else ()
    if of_unit and (not called.rest.strip(" 是的") or _REPORTED.search(context.incoming.text.strip())):
        return None
    found = find_leaf(context, text.strip().removeprefix("这个").removeprefix("这项"))
    if isinstance(found, str) or (of_unit and not {found[0].reporter, *subjects} & {*of_unit}):
        return None
    return detail(found[0].code, context)


def why(text: str, context: Context) -> Reply:
    """The value, the clause, the arithmetic and what would give full marks; at most six lines.

    “才8分” means the own line that has just these points.
    """
    points = _POINTS.fullmatch(text.strip())
    found = with_points(context, Decimal(points["points"])) if points else leaf_of_one(context, text)
    if isinstance(found, str):
        if WHOSE in found:
            goes_on(f"为什么 {{unit}} {found.split(' ', 1)[0]}", context)
        return Reply(found)
    told = reckoned(*found, context)
    return Reply("\n".join([told.text, *_of_code(context, text, found[0])]))


def reckoned(criterion: Criterion, subject: str, context: Context) -> Reply:
    """The same of that leaf of that assessed unit."""
    if not sees(context, criterion, subject):
        return Reply("抱歉，您只能查看本单位的得分依据。结果由质强办统一通报。")
    record = _record(context, criterion, subject)
    inputs = record.inputs if record.assessment is None else record.verified
    if not record.reported and record.assessment is None:
        name = f"{leaf_name(criterion)}{where(context, subject)}"
        return Reply(f"{name}还没有上报，暂不计分。\n评分标准：{_clause(criterion, [subject])}")
    line = line_of(context, criterion, subject, inputs)
    explained = line.why()
    points = points_now(context, criterion, subject, record) or "数据不齐，暂不计分"
    target = target_text(context, criterion, subject)
    lines = [
        f"{leaf_name(criterion)}{where(context, subject)}：{points}",
        f"取值：{clip(values_text(criterion, inputs), 200)}{target}{_as_reported(context, criterion, subject, record)}",
        f"原文：{clip(' '.join(explained.clause.split()), 200)}",
        f"计算：{clip('；'.join(explained.steps), 240)}",
    ]
    if criterion.ambiguities:
        first = criterion.ambiguities[0]
        lines.append(f"口径：原文未规定“{clip(first.open, 60)}”，按“{clip(first.default, 60)}”。")
    lines.append(
        f"依据：《{context.rubric.title or context.rubric.name}》 {criterion.code}，版本 {explained.version}"
    )
    return Reply("\n".join(lines))


def _as_reported(context: Context, criterion: Criterion, subject: str, record: LeafRecord) -> str:
    """What the unit itself reported, where an assessor has set something else."""
    if record.assessment is None or record.submission is None or record.verified == record.inputs:
        return ""
    own = points_text(line_of(context, criterion, subject, record.inputs))
    return f"（审核员核定；报的是“{clip(values_text(criterion, record.reported), 40)}”，{own}）"


def why_so(text: str, context: Context) -> Reply | None:
    """为什么 behind the leaf's name; None where the words before it name none."""
    return None if isinstance(leaf_of_one(context, text), str) else why(text, context)


def _of_code(context: Context, text: str, shown: Criterion) -> list[str]:
    """Which line has the number as its code, where another one was shown under that number of the list."""
    code = text.strip()
    line = board_of(context).line(code) if code.isdecimal() and code != shown.code else None
    if line is None or context.speaker.role == "reviewer":
        return []
    return [f"（“{code}”按您清单上的序号看；编号{code}的是{line.title}，看它发“详情 {line.duty.ordinal}”。）"]


def _seen(context: Context, criterion: Criterion) -> list[str]:
    """The assessed units of that leaf whose values the speaker may see, else those that he answers for."""
    own = subjects_of(context.seat, context.rubric, criterion)
    seen = [one for one in own if sees(context, criterion, one)]
    return seen or [*own[:1]]


def _now(context: Context, criterion: Criterion, subjects: Sequence[str]) -> str:
    """How it stands; of several assessed units what each has reported."""
    seen = [one for one in subjects if sees(context, criterion, one)]
    if not seen:
        return "填报情况只有负责单位和质强办能看。"
    if len(subjects) == 1:
        return _reported(context, criterion, subjects[0])
    records = records_of(context.uow, context.speaker.campaign.id, [criterion.code])
    told = []
    for one in seen:
        record = records.get((criterion.code, one), NOTHING_YET)
        if record.reported or record.assessment is not None:
            points = points_now(context, criterion, one, record)
            values = clip(values_text(criterion, record.reported), 40) if record.reported else ""
            told.append(f"{one} {'，'.join(filter(None, [values, points]))}")
    missing = len(seen) - len(told)
    none = not told and len(seen) == len(context.speaker.campaign.subjects)
    rest = ["都未报" if none else f"未报{missing}家"] if missing else []
    return f"现在：{'；'.join([*shown(told, LISTED, '另有{}家已报'), *rest])}"


def _reported(context: Context, criterion: Criterion, subject: str) -> str:
    record = _record(context, criterion, subject)
    inputs = record.inputs
    evidence = context.uow.evidence.list(context.speaker.campaign.id, code=criterion.code, subject=subject)
    kept = [row for row in evidence if row.state in ("stored", "pending")]
    files = f"；证明材料{len(kept)}件" if kept else "；还没有证明材料"
    if not record.reported:
        return f"现在：未报{files}"
    points = points_now(context, criterion, subject, record)
    return f"现在：{clip(values_text(criterion, inputs), 80)}{'，' + points if points else ''}{files}"


def _record(context: Context, criterion: Criterion, subject: str) -> LeafRecord:
    found = records_of(context.uow, context.speaker.campaign.id, [criterion.code], subject)
    return found.get((criterion.code, subject), NOTHING_YET)
