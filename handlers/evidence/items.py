"""一件材料: one piece of a line, named by line and place (3-2): its date, its kind, where it belongs, taken back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from handlers.access import Act
from handlers.board import BoardLine, board_of
from handlers.calendar.dates import day_in
from handlers.command import Command, words
from handlers.context import Context
from handlers.evidence.captions import is_bare
from handlers.evidence.kinds import KIND_NAMES
from handlers.messages import Reply
from handlers.reading import read_ordinals
from handlers.reading.tokens.ordinals import PATTERN
from handlers.wording import clip, in_one_line, local, month_day, shown
from store.records import Evidence

LISTED: Final = 30
_ADDRESS: Final = rf"第?(?P<line>{PATTERN}|\d{{1,2}})(?:\s*[-－—–]\s*(?P<item>\d{{1,3}})|项?第(?P<nth>\d{{1,3}})[件个份张])?"
_NAMED: Final = re.compile(rf"{_ADDRESS}(?:[\s:：，,]+(?P<said>.+))?", re.DOTALL)
_MOVED: Final = re.compile(rf"{_ADDRESS}\s*(?:→|->|改?归到?|移到|到)\s*第?(?P<target>{PATTERN}|\d{{1,2}})项?")
_STATES: Final = {"pending": "保存中", "stored": "已保存", "failed": "没存成功"}


@dataclass(frozen=True, slots=True)
class Named:
    """A line, those of its pieces that were named, and what was said of them.

    `lines` is the same leaf for each of its assessed units: its pieces are numbered through all of them.
    """

    line: BoardLine
    lines: tuple[BoardLine, ...]
    rows: tuple[Evidence, ...]
    said: str


def of_lines(context: Context, lines: Sequence[BoardLine]) -> tuple[Evidence, ...]:
    """The unit's own pieces of that leaf in the order in which they came, what was taken back left out."""
    rows = context.uow.evidence.list(
        context.speaker.campaign.id, code=lines[0].criterion.code, unit=context.seat.unit
    )
    subjects = {line.subject for line in lines}
    return tuple(row for row in rows if row.state != "withdrawn" and row.subject in subjects)


def label(row: Evidence) -> str:
    """What a piece is called: its number and title, its name, its words."""
    titled = " ".join(filter(None, (row.document_number, row.title)))
    return in_one_line(titled or row.original_name or row.caption or row.text or KIND_NAMES[row.kind])


def show(text: str, context: Context) -> Reply | None:
    """我的材料 3: the pieces of one line, numbered, with what is known of each and what is missing."""
    named = _named(text, context)
    if named is None:
        return None
    rows = of_lines(context, named.lines)
    if not rows:
        return Reply(f"{named.line.title}：还没有材料。")
    place = named.line.duty.ordinal
    several = len(named.lines) > 1
    lines = [
        f"{place}-{number} {row.subject if several else ''}{_row(row)}"
        for number, row in enumerate(rows, start=1)
    ]
    foot = (
        f"改一件：“日期 {place}-1 2021-06-10”“类别 {place}-1 文稿”“改归 {place}-1 到 5”“撤回材料 {place}-1”。"
    )
    return Reply("\n".join([f"{named.line.title}：{len(rows)}件", *shown(lines, LISTED, "……另有{}件"), foot]))


def date(text: str, context: Context) -> Reply:
    """日期 3-2 2021-06-10: the day that a piece is of; a year has to be said."""
    today = local(context.now).date()
    said = _YEAR_BEFORE.sub(f"{today.year - 1}年", _DAY_OF.sub(" ", text))
    named = _named(said, context)
    day = day_in(named.said, today) if named and re.search(r"20\d\d", named.said) else None
    if named is None or day is None:
        lost = "没有这一件，没有记录。" if named is None and day_in(said, today) else ""
        return Reply(f"{lost}请这样发，要写明年份：“日期 3-2 2021-06-10”；序号见“我的材料 3”。")
    if day > today:
        return Reply(f"{day:%Y年%m月%d日}还没有到，没有记录。")
    rows = named.rows or tuple(row for row in of_lines(context, named.lines) if row.dated is None)
    if not rows:
        return Reply(f"{named.line.title}的材料都有日期；要改一件请写“日期 {named.line.duty.ordinal}-1 …”。")
    for row in rows:
        context.uow.evidence.describe(
            row.id,
            document_number=row.document_number,
            title=row.title,
            dated=day,
            category=row.category,
        )
        record(context, "evidence.date", row, day.isoformat())
    return Reply(f"{named.line.title}：{len(rows)}件的日期记为{day.year}年{month_day(day)}。")


_DAY_OF: Final = re.compile(r"(?<=\d)[\s这]*[件个份张]?的?日期(?:应该)?(?:是|为|改[成为]|记[成为])?[\s:：]*")
"""3-1的日期是: the same, said in a sentence."""
_YEAR_BEFORE: Final = re.compile("(?:去年|上年)的?")


def category(text: str, context: Context) -> Reply:
    """类别 3-2 文稿: which of the document's kinds a piece is."""
    known = context.rubric.materials.evidence_kinds
    if not known:
        return Reply("本考核的文件没有给材料分类别（原文未规定），不用填。")
    named = _named(text, context)
    chosen = next((name for name in known if named and named.said.strip() in (name, f"{name}类")), "")
    if named is None or not chosen:
        return Reply(f"请这样发：“类别 3-2 {next(iter(known))}”；类别有{'、'.join(known)}。")
    rows = named.rows or tuple(row for row in of_lines(context, named.lines) if not row.category)
    for row in rows:
        context.uow.evidence.describe(
            row.id,
            document_number=row.document_number,
            title=row.title,
            dated=row.dated,
            category=chosen,
        )
        record(context, "evidence.category", row, chosen)
    return Reply(f"{named.line.title}：{len(rows)}件记为“{chosen}”类。")


def move(text: str, context: Context) -> Reply:
    """改归 3-2 到 5: a piece goes to another line of the unit; the log keeps where it was."""
    found = _MOVED.fullmatch(text.strip())
    named = _meant(found, context) if found else None
    targets = _of_place(found["target"], context) if found else ()
    if named is None or not named.rows or not targets:
        return Reply("请这样发：“改归 3-2 到 5”；序号见“我的材料 3”。")
    target = next((line for line in targets if line.subject == named.line.subject), targets[0])
    if refused := kept_as_judged(context, named.line):
        return Reply(refused)
    for row in named.rows:
        context.uow.evidence.file_to(row.id, target.criterion.code, target.subject)
        record(context, "file", row, f"{row.code or ''}→{target.criterion.code}")
    return Reply(f"已从{named.line.mark}改归到{target.title}：{clip(label(named.rows[0]), 40)}。")


def withdraw(text: str, context: Context) -> Reply:
    """撤回材料 3-2: it no longer counts; the record that it was there stays."""
    named = _named(text, context)
    if named is None or not named.rows:
        return Reply("请写明是哪一件：“撤回材料 3-2”；序号见“我的材料 3”。")
    if refused := kept_as_judged(context, named.line):
        return Reply(refused)
    for row in named.rows:
        context.uow.evidence.withdraw(row.id, context.now, context.actor)
        record(context, "evidence.withdraw", row, row.code or "")
    return Reply(f"已撤回{named.line.mark}的“{clip(label(named.rows[0]), 40)}”，记录保留，不再算已交。")


def kept_as_judged(context: Context, line: BoardLine) -> str:
    """Why the line's evidence stays as it was judged; "" while it may still be taken back or moved."""
    if context.speaker.campaign.state == "closed":
        return f"《{context.speaker.campaign.name}》已经结束，材料不能撤回、改归；确需更正请联系质强办。"
    if context.arranged.is_locked(line.criterion):
        return f"{line.title}已归档，材料不能撤回、改归；确需更正请联系质强办解除归档。可以接着补交。"
    if line.record.status == "accepted":
        return f"{line.title}已核定通过，材料不能撤回、改归；确需更正请联系质强办解锁。可以接着补交。"
    return ""


def _named(text: str, context: Context) -> Named | None:
    found = _NAMED.fullmatch(text.strip())
    return _meant(found, context) if found else None


def _of_place(said: str, context: Context) -> tuple[BoardLine, ...]:
    """The lines of that number; none for 0, which is nobody's."""
    places = read_ordinals(said)
    return board_of(context).of_ordinal(places[0]) if places else ()


def _meant(found: re.Match[str], context: Context) -> Named | None:
    """What the address names; None where there is no such line or piece."""
    lines = _of_place(found["line"], context)
    if not lines:
        return None
    said = found.groupdict().get("said") or ""
    place = found["item"] or found["nth"]
    if place is None:
        return Named(lines[0], lines, (), said)
    rows = of_lines(context, lines)
    if not 1 <= int(place) <= len(rows):
        return None
    return Named(_own_line(lines, rows[int(place) - 1]), lines, (rows[int(place) - 1],), said)


def _own_line(lines: Sequence[BoardLine], row: Evidence) -> BoardLine:
    """The line of the assessed unit that the piece is of."""
    return next(line for line in lines if line.subject == row.subject)


def _row(row: Evidence) -> str:
    day = f"{row.dated.year}年{month_day(row.dated)}" if row.dated else "日期待补"
    bare = "，缺说明" if is_bare(row) else ""
    kind = row.category or KIND_NAMES[row.kind]
    return f"{clip(label(row), 40)}（{kind}，{day}，{month_day(row.at)}收到，{_STATES[row.state]}{bare}）"


def record(context: Context, act: str, row: Evidence, what: str) -> None:
    """Log what was done to a piece."""
    context.uow.audit.record(context.now, context.actor, act, f"evidence:{row.id}", {"to": what})


COMMANDS = (
    Command(
        Act.EVIDENCE, "我的材料 3", words(""), show, re.compile(r"(?:我的|看)材料[\s:：]*(?P<rest>\S.{0,8})")
    ),
    Command(
        Act.EVIDENCE,
        "日期 3-2 2021-06-10",
        words(""),
        date,
        re.compile(
            rf"(?:材料)?日期[\s:：]*(?P<rest>(?:{PATTERN}|\d|第).{{0,40}})|(?:第?\d{{1,2}}\s*[-－—–]\s*\d{{1,3}}.{{0,4}}的?日期.{{2,20}})"
        ),
    ),
    Command(
        Act.EVIDENCE,
        "类别 3-2 文稿",
        words(""),
        category,
        re.compile(rf"(?:材料)?类别[\s:：]*(?P<rest>(?:{PATTERN}|\d|第).{{0,20}})"),
    ),
    Command(Act.EVIDENCE, "改归 3-2 到 5", words(""), move, re.compile(r"改归[\s:：]*(?P<rest>\S.{0,20})")),
    Command(
        Act.EVIDENCE,
        "撤回材料 3-2",
        words(""),
        withdraw,
        re.compile(r"(?:撤回|删除|撤销)材料[\s:：]*(?P<rest>.{0,12})"),
    ),
)
