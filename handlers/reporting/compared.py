"""跟目标一样、比上次高0.6: a value told by what it is held against, worked out and said back before it is stored."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from handlers.board import Board, BoardLine, board_of
from handlers.campaign.targets import is_office_value
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import ReportItem, RowReading
from handlers.reading.certainty.questions import whole_draft
from handlers.reading.labels import by_code
from handlers.reading.numbers import numeral
from handlers.reading.tokens.asides import bare, is_question, is_unsure
from handlers.reporting import report
from handlers.reporting.about.question import Question
from handlers.reporting.about.standing import target_named
from handlers.talking.topic import topic_of
from handlers.wording import plain

LONGEST: Final = 80
_GATE: Final = re.compile("[跟和与同按比超低高差等刚正恰少多]")
_BREAKS: Final = re.compile(r"[，,；;。!！\n]+")
_GOAL: Final = re.compile("目标|任务|计划")
_OF: Final = f"(?P<goal>{_GOAL.pattern})[值数量]?的?|(?P<last>上[次回]|之前|原来|刚才)(?:报?的)?(?:那个|数)?"
_SAME: Final = "(?:一样|持平|相同|一致|一个样|齐平|相等|相当)(?:的|了)?"
_MORE: Final = "高出?|多出?|超出?|提高|增加|上升|涨"
_LESS: Final = "低|少|差|降|减少|下降|短"
_BY: Final = r"(?P<by>\d+(?:\.\d+)?|[一两二三四五六七八九十]+(?:点[一二三四五六七八九零])?)个?(?:百分点|点|[%％家件项起])?"


@dataclass(frozen=True, slots=True)
class _Told:
    """Whose value a clause tells, what it is held against, and how much more or less it is."""

    whose: str
    goal: bool
    subject: str
    by: Decimal


def told(text: str, context: Context) -> Reply | None:
    """The draft of what the text comes to; None where any of it is held against nothing that is known."""
    if context.speaker.role != "contact" or len(text) > LONGEST or not _GATE.search(text):
        return None
    board = board_of(context, text)
    subjects = _subjects(board)
    said = [one.strip() for one in _BREAKS.split(text) if one.strip()]
    parts = _beside_first(said, subjects)
    clauses = [(_told(one, subjects) or one) for one in parts]
    if parts == said and not any(isinstance(one, _Told) for one in clauses):
        return None
    if is_question(text) or is_unsure(_GOAL.sub("", text)):
        return None
    lines = list(_worked_out(clauses, board, context, subjects))
    if None in lines:
        return None
    rows = report.read("\n".join(filter(None, lines)), context)[1]
    return _drafted(text, rows, board, context)


def _subjects(board: Board) -> dict[str, str]:
    """The assessed units by name, 鄂城 as well as 鄂城区."""
    full = {unit: unit for line in board.lines for unit in line.duty.subjects if len(line.duty.subjects) > 1}
    return full | {unit[:-1]: unit for unit in full if len(unit) > _SHORT}


_SHORT: Final = 2


@lru_cache(maxsize=16)
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """How a value is told by another; where the list is of several assessed units, also by theirs."""
    others = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
    of = rf"(?:{_OF}|(?P<other>{others})的?)"
    whose, end = "(?P<whose>.{0,24}?)", r"[了的吧啊]*\s*"
    than = "(?:比|较|(?P<over>超过?了?|高于)|(?P<under>低于|差))?"
    said = (
        f"{whose}[是为也都就]*(?:跟|和|与|同|按|等于){of}(?P<same>{_SAME})?{end}",
        f"{whose}[是为也都就]*(?:刚好|正好|恰好)(?:是|达到|完成|到|等于)?了?{of}{end}",
        f"{whose}[是为也都还只就]*{than}{of}[还又要也略只]?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))?了?{_BY}{end}",
    )
    return tuple(map(re.compile, said))


def _told(clause: str, subjects: dict[str, str]) -> _Told | None:
    """What the clause says; None for one that holds nothing against anything, or says neither more nor less."""
    found = next(filter(None, (one.fullmatch(clause) for one in _patterns(tuple(subjects)))), None)
    if found is None:
        return None
    said = found.groupdict("")
    by = Decimal(0)
    if said.get("by"):
        amount = numeral(said["by"])
        up = bool(said["more"] or said["over"])
        if amount is None or up is bool(said["less"] or said["under"]):
            return None
        by = amount if up else -amount
    elif not said["goal"] and "same" in said and not said["same"]:
        return None
    return _Told(said["whose"], bool(said["goal"]), subjects.get(said["other"], ""), by)


def _beside_first(said: Sequence[str], subjects: dict[str, str]) -> Sequence[str]:
    """雁江97，安岳少1个点，乐至多0.5 in figures: so much less or more than what is told first; else as said."""
    names = "|".join(map(re.escape, sorted(subjects, key=len, reverse=True))) or "(?!)"
    first = re.fullmatch(rf"[^\d]{{0,20}}?(?:{names})[是为]?\s*(?P<value>\d{{2,3}}(?:\.\d+)?)%?", said[0])
    if first is None or not _FIGURES.search("".join(said[1:])):
        return said
    base, found = Decimal(first["value"]), list(said[:1])
    for one in said[1:]:
        less = re.fullmatch(rf"(?P<unit>{names})(?:(?P<more>{_MORE}|多)|(?P<less>{_LESS}))了?{_BY}", one)
        by = numeral(less["by"]) if less is not None else None
        if less is None or by is None:
            return said
        found.append(f"{subjects[less['unit']]} {plain(base + by if less['more'] else base - by)}%")
    return found


_FIGURES: Final = re.compile(f"(?:{_MORE}|多|{_LESS})了?{_BY}")


def _worked_out(
    clauses: Sequence[_Told | str], board: Board, context: Context, subjects: dict[str, str]
) -> Iterator[str | None]:
    """Each clause with its value in figures; None for one that cannot be worked out."""
    said = "，".join(one for one in clauses if isinstance(one, str))
    for one in clauses:
        if isinstance(one, str):
            yield re.sub("^除了?", "", one)
            continue
        lines = _meant(one.whose, said, board, context, subjects)
        values = [_value(line, one, board, context) for line in lines]
        if not lines or None in values:
            yield None
        yield from values


def _meant(
    whose: str, said: str, board: Board, context: Context, subjects: dict[str, str]
) -> list[BoardLine]:
    """The lines whose value is told: those named, the others, or the only one."""
    lines = list(board.lines)
    if _OTHERS.search(whose):
        named = {line.code for line in topic_of(said, context).lines} if said else set()
        return [line for line in lines if line.code not in named and _has_target(line, context)]
    here = [unit for name, unit in subjects.items() if name in whose]
    for name in subjects:
        whose = whose.replace(name, "")
    codes = {line.code for line in lines}
    if len(codes) > 1:
        codes = {line.code for line in topic_of(whose, context).lines} if bare(whose) else set()
    meant = [line for line in lines if line.code in codes and (not here or line.subject in here)]
    every = bool(here) or _EVERY.search(whose) is not None or len(meant) == 1
    return meant if len(codes) == 1 and every else _only_known(meant)


_OTHERS: Final = re.compile("其[他它余]|剩下|别的|每项|各项|所有|全部")
_EVERY: Final = re.compile("都|各|每|[三四两]个[区县镇]")


def _only_known(lines: Sequence[BoardLine]) -> list[BoardLine]:
    """Of several assessed units the only one that has been reported: what is compared with last time is its."""
    known = [line for line in lines if line.known]
    return known if len(known) == 1 else []


def _has_target(line: BoardLine, context: Context) -> bool:
    return target_named(Question("", context), line) is not None


def _value(line: BoardLine, told: _Told, board: Board, context: Context) -> str | None:
    """“1 鄂城区 95.6%”: the line with what its value comes to; None where there is nothing to hold it against."""
    items = [item for item in line.duty.inputs if item.type != "points" and not is_office_value(item)]
    if len(items) != 1:
        return None
    if told.goal:
        base = target_named(Question("", context), line)
    else:
        other = board.line(line.code, told.subject) if told.subject else line
        known = other.known.get(items[0].name) if other is not None else None
        base = Decimal(str(known)) if isinstance(known, int | str) else None
    if base is None:
        return None
    subject = f" {line.subject}" if len(line.duty.subjects) > 1 else ""
    sign = "%" if items[0].type == "percent" else ""
    return f"{line.duty.ordinal or line.code}{subject} {plain(base + told.by)}{sign}"


def _drafted(text: str, rows: Sequence[RowReading], board: Board, context: Context) -> Reply | None:
    """All that is certain, or has one answer, in one draft; what else was said is asked behind it."""
    items: list[ReportItem] = []
    for row in rows:
        if row.item is not None:
            items.append(row.item)
        elif len(row.choices) == 1:
            items += row.choices[0].items
    rest = [row for row in rows if row.item is None and len(row.choices) != 1]
    if not items:
        return None
    return report.answered(context, board, [whole_draft(text, items, (), by_code(board.tasks())), *rest])
