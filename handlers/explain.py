"""详情 and 为什么: what a leaf demands, and how its points came about."""

import re
from collections.abc import Sequence
from decimal import Decimal

from handlers import dialogs
from handlers.access import sees_values, subjects_of
from handlers.board import NOTHING_YET, Board, BoardLine, board_of
from handlers.context import Context
from handlers.leading.units import mentions
from handlers.messages import Reply
from handlers.reading import Task, match_criterion
from handlers.receipts import line_of, points_text, target_text, values_text
from handlers.review.decisions import LeafRecord, records_of
from handlers.review.waiting import current, listed_items
from handlers.wording import circled, clip, clock, leaf_name, listed, plain, shown
from scoring.model import Criterion

_POINTS = re.compile(
    r"(?:才|只有?|就|得了?|拿了?|是)*\s*(?P<points>\d{1,3}(?:\.\d{1,2})?)\s*分[了啊呢吗]*[?？]?"
)
WHICH = "请带上序号、编号或指标名，如“详情 1”“为什么 1”。"


def detail(text: str, context: Context) -> Reply:
    """Clause, inputs, deadline and units of a leaf, and what has been reported for it."""
    named, rest = _subject_named(context, text)
    found = find_leaf(context, rest if named is not None and rest else text)
    if isinstance(found, str):
        return Reply(found)
    criterion, subject = found
    alone = [named or subject] if named is not None or _is_listed(context, rest) else None
    lines = in_full(criterion, alone or _seen(context, criterion), context)
    return Reply("\n".join([*lines, *_of_code(context, text, criterion)]))


def of_leaf(criterion: Criterion, context: Context) -> Reply:
    """The same of that leaf, whatever its code is on somebody's list."""
    return Reply("\n".join(in_full(criterion, _seen(context, criterion), context)))


def in_full(criterion: Criterion, subjects: Sequence[str], context: Context) -> list[str]:
    """The lines that tell of that leaf of those assessed units."""
    full = f"（{plain(criterion.full_marks)}分）" if criterion.full_marks is not None else ""
    lines = [
        f"{_mark(criterion, context)} {leaf_name(criterion, 60)}{full}",
        f"评分标准：{clip(criterion.clause, 220)}",
    ]
    wanted = [item.label for item in criterion.inputs if item.source != "assessor"]
    lines.append(f"要报：{clip('；'.join(wanted), 200)}")
    due = context.deadlines.of(criterion, *context.seat.names)
    if due is not None:
        printed = criterion.deadline or "原文未规定"
        longer = context.deadlines.longer(criterion, *context.seat.names)
        lines.append(f"时限：{clock(due)}（{printed}，{context.deadlines.left(context.now, due)}{longer}）")
    lines.append(f"负责单位：{listed(criterion.named_units, 5)}")
    lines.append(_now(context, criterion, subjects))
    return lines


def _mark(criterion: Criterion, context: Context) -> str:
    """Its code; what could be mistaken for a number of the speaker's list is shown as ⑤ of that list."""
    own = board_of(context).line(criterion.code) if criterion.code.isdecimal() else None
    return own.mark if own is not None else criterion.code


def judged(text: str, context: Context) -> Reply | None:
    """How a leaf is judged and what it has got; None where the words name none."""
    found = find_leaf(context, text.strip().removeprefix("这个").removeprefix("这项"))
    return None if isinstance(found, str) else detail(found[0].code, context)


def why(text: str, context: Context) -> Reply:
    """The value, the clause, the arithmetic and what would give full marks; at most six lines.

    “才8分” means the own line that has just these points.
    """
    points = _POINTS.fullmatch(text.strip())
    found = _with_points(context, Decimal(points["points"])) if points else _leaf_of_one(context, text)
    if isinstance(found, str):
        return Reply(found)
    told = reckoned(*found, context)
    return Reply("\n".join([told.text, *_of_code(context, text, found[0])]))


def reckoned(criterion: Criterion, subject: str, context: Context) -> Reply:
    """The same of that leaf of that assessed unit."""
    if not sees_values(context.seat, context.rubric, criterion, subject):
        return Reply("抱歉，您只能查看本单位的得分依据。结果由质强办统一通报。")
    record = _record(context, criterion, subject)
    inputs = record.inputs
    if not record.reported:
        name = f"{leaf_name(criterion)}{_where(context, subject)}"
        return Reply(f"{name}还没有上报，暂不计分。\n评分标准：{clip(criterion.clause, 200)}")
    line = line_of(context, criterion, subject, inputs)
    explained = line.why()
    lines = [
        f"{leaf_name(criterion)}{_where(context, subject)}：{points_text(line) or '数据不齐，暂不计分'}",
        f"取值：{clip(values_text(criterion, inputs), 200)}{target_text(context, criterion, subject)}",
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


def why_so(text: str, context: Context) -> Reply | None:
    """为什么 behind the leaf's name; None where the words before it name none."""
    return None if isinstance(_leaf_of_one(context, text), str) else why(text, context)


def find_leaf(context: Context, text: str) -> tuple[Criterion, str] | str:
    """The leaf (and assessed unit) that the words name, or the sentence to answer instead."""
    words = text.strip()
    board = board_of(context, words)
    shown = _on_list(context, words) or _on_board(board.lines, words)
    if shown is not None:
        return shown
    if not words:
        return WHICH
    return _called(context, board, words)


def _called(context: Context, board: Board, words: str) -> tuple[Criterion, str] | str:
    """The leaf of that code or name, the own ones first."""
    if words in context.rubric.by_code:
        return _of_own_unit(context, context.rubric.criterion(words))
    if re.fullmatch(r"\d+(?:[.．]\d+)+", words):
        return f"没有编号“{words}”，编号见“我的任务”或指标清单；说的是数值请带上指标名。"
    matches = match_criterion(words, board.tasks()) or match_criterion(words, _everything(context))
    if matches and (matches[0].sure or len(matches) == 1):
        return _of_own_unit(context, matches[0].task.criterion)
    if not matches:
        return f"没有找到“{clip(words, 20)}”。序号见“我的任务”，也可以发编号或指标名。"
    names = "、".join(
        f"{match.task.criterion.code} {leaf_name(match.task.criterion, 18)}" for match in matches[:5]
    )
    return f"“{clip(words, 20)}”可能是：{names}。请带编号再发一次。"


def _on_list(context: Context, words: str) -> tuple[Criterion, str] | None:
    """To a reviewer a number, or nothing, means the item of the list that he has open."""
    if context.speaker.role != "reviewer":
        return None
    items = listed_items(context)
    place = dialogs.chosen(words, len(items)) if items is not None else None
    item = items[place] if items is not None and place is not None else None
    if item is None and words.strip("这个项件") == "" and (found := current(context)) is not None:
        item = found[1]
    return (item.criterion, item.subject) if item is not None else None


def _leaf_of_one(context: Context, text: str) -> tuple[Criterion, str] | str:
    """The leaf, of the assessed unit that the words name, else of the only one it is about; a question for several."""
    named, rest = _subject_named(context, text)
    found = find_leaf(context, rest) if rest or named is None else _named_only(context, named)
    if isinstance(found, str) or _is_listed(context, rest):
        return found
    criterion, subject = found
    if named is not None:
        return criterion, named
    meant = [
        one
        for one in subjects_of(context.seat, context.rubric, criterion)
        if sees_values(context.seat, context.rubric, criterion, one)
    ]
    if len(meant) <= 1:
        return criterion, subject
    records = records_of(context.uow, context.speaker.campaign.id, [criterion.code])
    reported = [one for one in meant if (record := records.get((criterion.code, one))) and record.reported]
    if len(reported) == 1:
        return criterion, reported[0]
    if not reported:
        return f"{criterion.code} {leaf_name(criterion)}：{listed(meant, 4)}都还没有上报，暂不计分。"
    lines = [
        f"{one}：{points_text(line_of(context, criterion, one, records[criterion.code, one].inputs)) or '数据不齐'}"
        for one in reported
    ]
    ask = f"看哪一家的依据？请带上单位名，如“为什么 {reported[0]} {criterion.code}”。"
    return "\n".join(
        [f"{criterion.code} {leaf_name(criterion)}：", *shown(lines, _LISTED, "……另有{}家"), ask]
    )


_LISTED = 8
_MOST_LINES = 99


def _is_listed(context: Context, words: str) -> bool:
    return _on_list(context, words.strip()) is not None


def _subject_named(context: Context, text: str) -> tuple[str | None, str]:
    """The one assessed unit that the words name where there are several, and what else they say."""
    subjects = context.speaker.campaign.subjects
    if len(subjects) == 1:
        return None, text.strip()
    found = mentions(text, context.rubric, subjects)
    named = [unit for unit in found.units if unit in subjects]
    return (named[0], found.rest.strip()) if len(named) == 1 and not found.heard else (None, text.strip())


def _named_only(context: Context, subject: str) -> tuple[Criterion, str] | str:
    """The only leaf of the speaker's own list for that assessed unit."""
    own = [line.criterion for line in board_of(context).lines if line.subject == subject]
    return (own[0], subject) if len(own) == 1 else WHICH


def _of_own_unit(context: Context, criterion: Criterion) -> tuple[Criterion, str]:
    """The leaf of the assessed unit that the speaker answers for; of the first one where that is any."""
    return criterion, subjects_of(context.seat, context.rubric, criterion)[0]


def _with_points(context: Context, points: Decimal) -> tuple[Criterion, str] | str:
    """The own line that has just these points now."""
    found = [
        line
        for line in board_of(context).lines
        if line.record.reported
        and line_of(context, line.criterion, line.subject, line.record.inputs).points == points
    ]
    if len(found) == 1:
        return found[0].criterion, found[0].subject
    if not found:
        return f"您名下没有暂得{plain(points)}分的项。回“为什么 序号”看依据，序号见“我的任务”。"
    names = listed([f"{line.title}{_where(context, line.subject)}" for line in found], 5)
    return f"暂得{plain(points)}分的有{len(found)}项：{names}。请回“为什么 序号”。"


def _where(context: Context, subject: str) -> str:
    return f"（{subject}）" if len(context.speaker.campaign.subjects) > 1 else ""


def _on_board(lines: Sequence[BoardLine], words: str) -> tuple[Criterion, str] | None:
    """The line of that ordinal, else of that code; without words the only line there is."""
    if not words:
        return (lines[0].criterion, lines[0].subject) if len(lines) == 1 else None
    place = dialogs.chosen(words, _MOST_LINES)
    ordinal = place + 1 if place is not None else 0
    by_place = [line for line in lines if line.duty.ordinal == ordinal or words == circled(line.duty.ordinal)]
    found = [*by_place, *(line for line in lines if line.code == words)]
    return (found[0].criterion, found[0].subject) if found else None


def _of_code(context: Context, text: str, shown: Criterion) -> list[str]:
    """Which line has the number as its code, where another one was shown under that number of the list."""
    code = text.strip()
    line = board_of(context).line(code) if code.isdecimal() and code != shown.code else None
    if line is None or context.speaker.role == "reviewer":
        return []
    return [f"（“{code}”按您清单上的序号看；编号{code}的是{line.title}，看它发“详情 {line.duty.ordinal}”。）"]


def _everything(context: Context) -> list[Task]:
    subjects = context.speaker.campaign.subjects
    running = (None, context.milestone)
    return [
        Task(ordinal=0, criterion=criterion, inputs=criterion.inputs, subjects=subjects)
        for criterion in context.rubric.criteria
        if criterion.milestone in running
    ]


def _seen(context: Context, criterion: Criterion) -> list[str]:
    """The assessed units of that leaf whose values the speaker may see, else those that he answers for."""
    own = subjects_of(context.seat, context.rubric, criterion)
    seen = [one for one in own if sees_values(context.seat, context.rubric, criterion, one)]
    return seen or [*own[:1]]


def _now(context: Context, criterion: Criterion, subjects: Sequence[str]) -> str:
    """How it stands; of several assessed units what each has reported."""
    if len(subjects) == 1:
        return _reported(context, criterion, subjects[0])
    records = records_of(context.uow, context.speaker.campaign.id, [criterion.code])
    told = []
    for one in subjects:
        record = records.get((criterion.code, one), NOTHING_YET)
        if record.reported:
            points = points_text(line_of(context, criterion, one, record.inputs))
            values = clip(values_text(criterion, record.reported), 40)
            told.append(f"{one} {values}{'，' + points if points else ''}")
    missing = len(subjects) - len(told)
    rest = [f"未报{missing}家" if told else "都未报"] if missing else []
    return f"现在：{'；'.join([*shown(told, _LISTED, '另有{}家已报'), *rest])}"


def _reported(context: Context, criterion: Criterion, subject: str) -> str:
    if not sees_values(context.seat, context.rubric, criterion, subject):
        return "填报情况只有负责单位和质强办能看。"
    record = _record(context, criterion, subject)
    inputs = record.inputs
    evidence = context.uow.evidence.list(context.speaker.campaign.id, code=criterion.code, subject=subject)
    kept = [row for row in evidence if row.state in ("stored", "pending")]
    files = f"；证明材料{len(kept)}件" if kept else "；还没有证明材料"
    if not record.reported:
        return f"现在：未报{files}"
    points = points_text(line_of(context, criterion, subject, inputs))
    return f"现在：{clip(values_text(criterion, inputs), 80)}{'，' + points if points else ''}{files}"


def _record(context: Context, criterion: Criterion, subject: str) -> LeafRecord:
    found = records_of(context.uow, context.speaker.campaign.id, [criterion.code], subject)
    return found.get((criterion.code, subject), NOTHING_YET)
