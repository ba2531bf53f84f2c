"""Which leaf, and of which assessed unit, somebody's words mean: its place on his list, its code, its name, its points."""

import re
from collections.abc import Sequence
from decimal import Decimal

from handlers import dialogs
from handlers.access import sees_values, subjects_of
from handlers.board import Board, BoardLine, board_of
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import item_asked, items_of
from handlers.reading import Task, match_criterion
from handlers.receipts import line_of, points_text
from handlers.review.decisions import records_of
from handlers.review.waiting import current, just_decided, listed_items
from handlers.wording import circled, clip, leaf_name, listed, plain, shown
from scoring.model import Criterion

WHOSE = "看哪一家的依据？"
WHICH = "请带上序号、编号或指标名，如“详情 1”“为什么 1”。"


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


def _how_to_name(context: Context) -> str:
    """Whoever reports has a list of his own to number items by."""
    if context.speaker.role in ("leader", "office"):
        return "问某一项请带编号或指标名；各家缺什么回“没报”，丢分在哪回“丢分”，名次回“排名”。"
    if context.speaker.role == "reviewer":
        return "待审的序号见“待审”，也可以发编号或指标名。"
    return "序号见“我的任务”，也可以发编号或指标名。"


def _called(context: Context, board: Board, words: str) -> tuple[Criterion, str] | str:
    """The leaf of that code or name, the own ones first."""
    if words in context.rubric.by_code:
        return _of_own_unit(context, context.rubric.criterion(words))
    if (placed := by_place(context, words)) is not None:
        return _of_own_unit(context, placed)
    if re.fullmatch(r"\d+(?:[.．]\d+)+", words):
        return f"没有编号“{words}”，编号见“我的任务”或指标清单；说的是数值请带上指标名。"
    matches = match_criterion(words, board.tasks()) or match_criterion(words, _everything(context))
    if matches and (matches[0].sure or len(matches) == 1):
        return _of_own_unit(context, matches[0].task.criterion)
    if not matches:
        return f"没有找到“{clip(words, 20)}”。{_how_to_name(context)}"
    names = "、".join(
        f"{match.task.criterion.code} {leaf_name(match.task.criterion, 18)}" for match in matches[:5]
    )
    return f"“{clip(words, 20)}”可能是：{names}。请带编号再发一次。"


def by_place(context: Context, words: str) -> Criterion | None:
    """第三项 to whoever has no list of his own: the running leaf of that item of the document."""
    place = item_asked(words) if context.speaker.role in ("leader", "office", "reviewer") else None
    items = items_of(context.rubric) if context.rubric.milestones else ()
    if place is None or not 1 <= place <= len(items):
        return None
    running = [leaf for leaf in items[place - 1] if leaf.milestone in (None, context.milestone)]
    return running[0] if running else items[place - 1][0]


def _on_list(context: Context, words: str) -> tuple[Criterion, str] | None:
    """To a reviewer a number, or nothing, means the item of the list that he has open."""
    if context.speaker.role != "reviewer":
        return None
    items = listed_items(context)
    place = dialogs.chosen(words, len(items)) if items is not None else None
    item = items[place] if items is not None and place is not None else None
    if item is None and words.strip("这个项件") == "":
        found = current(context)
        item = found[1] if found is not None else None
        if item is None and (key := just_decided(context)) is not None:
            return context.rubric.criterion(key[0]), key[1]
    return (item.criterion, item.subject) if item is not None else None


def leaf_of_one(context: Context, text: str) -> tuple[Criterion, str] | str:
    """The leaf, of the assessed unit that the words name, else of the only one it is about; a question for several."""
    named, rest = subject_named(context, text)
    found = find_leaf(context, rest) if rest or named is None else _named_only(context, named)
    if isinstance(found, str) or is_listed(context, rest):
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
        return f"{criterion.code} {leaf_name(criterion)}：{listed(meant, 4, '家')}都还没有上报，暂不计分。"
    lines = [
        f"{one}：{points_text(line_of(context, criterion, one, records[criterion.code, one].inputs)) or '数据不齐'}"
        for one in reported
    ]
    ask = f"{WHOSE}请带上单位名，如“为什么 {reported[0]} {criterion.code}”。"
    return "\n".join([f"{criterion.code} {leaf_name(criterion)}：", *shown(lines, LISTED, "……另有{}家"), ask])


LISTED = 8
_MOST_LINES = 99


def is_listed(context: Context, words: str) -> bool:
    """Whether the words are a place on the reviewer's open list."""
    return _on_list(context, words.strip()) is not None


def subject_named(context: Context, text: str) -> tuple[str | None, str]:
    """The one assessed unit that the words name where there are several, and what else they say."""
    subjects = context.speaker.campaign.subjects
    if len(subjects) == 1:
        return None, text.strip()
    found = mentions(text, context)
    named = [unit for unit in found.units if unit in subjects]
    return (named[0], found.rest.strip()) if len(named) == 1 and not found.heard else (None, text.strip())


def _named_only(context: Context, subject: str) -> tuple[Criterion, str] | str:
    """The only leaf of the speaker's own list for that assessed unit."""
    own = [line.criterion for line in board_of(context).lines if line.subject == subject]
    return (own[0], subject) if len(own) == 1 else WHICH


def _of_own_unit(context: Context, criterion: Criterion) -> tuple[Criterion, str]:
    """The leaf of the assessed unit that the speaker answers for; of the first one where that is any."""
    return criterion, subjects_of(context.seat, context.rubric, criterion)[0]


def with_points(context: Context, points: Decimal) -> tuple[Criterion, str] | str:
    """The own line that has just these points now."""
    found = [
        line
        for line in board_of(context).lines
        if line.record.reported and points in _points_of(line, context)
    ]
    if len(found) == 1:
        return found[0].criterion, found[0].subject
    if not found:
        return f"您名下没有暂得{plain(points)}分的项。回“为什么 序号”看依据，序号见“我的任务”。"
    names = listed([f"{line.title}{where(context, line.subject)}" for line in found], 5)
    return f"暂得{plain(points)}分的有{len(found)}项：{names}。请回“为什么 序号”。"


def _points_of(line: BoardLine, context: Context) -> set[Decimal | None]:
    """What the report comes to, and what an assessor has set."""
    held = [line.record.inputs, *([line.record.verified] if line.record.assessment is not None else [])]
    return {line_of(context, line.criterion, line.subject, inputs).points for inputs in held}


def where(context: Context, subject: str) -> str:
    """（鄂城区） where there are several assessed units."""
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


def _everything(context: Context) -> list[Task]:
    subjects = context.speaker.campaign.subjects
    running = (None, context.milestone)
    return [
        Task(ordinal=0, criterion=criterion, inputs=criterion.inputs, subjects=subjects)
        for criterion in context.rubric.criteria
        if criterion.milestone in running
    ]
