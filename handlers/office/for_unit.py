"""What the office's words report for a unit: read as if the unit's contact had sent them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from handlers import dialogs
from handlers.board import Board, board_of
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import ReportItem, RowReading, read_report
from handlers.reading.numbers import whole_number
from handlers.receipts import values_text

_REPORTS = re.compile(r"^\s*(?:上报|填报|报|填|更正|改)?(?:一下)?[\s:：]*")
_LONGEST_NAME = 14


def known_of(item: ReportItem, board: Board) -> Mapping[str, object]:
    """What is reported on the item's line already."""
    line = board.line(item.criterion.code, item.subject)
    return line.known if line is not None else {}


def read_as(unit: str, rest: str, context: Context) -> Sequence[RowReading]:
    """The words read against the unit's own list."""
    return read_report(
        _SPOKEN.sub(lambda found: _code(found, context), _OLD.sub("", rest)),
        board_of(as_unit(unit, context), rest).tasks(),
        others=context.rubric.criteria,
        subjects=context.speaker.campaign.subjects,
        year=context.speaker.campaign.year,
    )


_SPOKEN: Final = re.compile(
    "(?<![\u4e00-\u9fff\\d])(?P<first>[一二三四五六七八九十]{1,2})点(?P<then>[一二三四五六七八九十]{1,3})(?![\u4e00-\u9fff分])"
)


def _code(found: re.Match[str], context: Context) -> str:
    """一点十 as 1.10 where an item has that code."""
    code = f"{whole_number(found['first'])}.{whole_number(found['then'])}"
    return code if code in context.rubric.by_code else found[0]


_OLD: Final = re.compile(
    r"[,，\s]*(?:而)?不是\s*\d[\d.]*\s*[%％个家件项起]?(?:[,，\s]*[\u4e00-\u9fff]{2,3}(?:刚才|刚|打电话|来电)*说的)?(?=$|[,，。])"
)
"""体系认证是5家不是3家: what stands until now, behind what is right."""


def of_only_leaf(unit: str, rest: str, context: Context) -> Sequence[RowReading]:
    """The same as of the unit's only leaf, called otherwise than it is printed: the districts behind the words."""
    board = board_of(as_unit(unit, context), "")
    codes = {line.criterion.code for line in board.lines}
    starts = [rest.find(one) for one in context.speaker.campaign.subjects if one in rest]
    if len(codes) != 1 or not starts:
        return ()
    return read_as(unit, f"{codes.pop()} {rest[min(starts) :]}", context)


def parts(rows: Sequence[RowReading]) -> tuple[list[ReportItem], list[str]]:
    """What the rows certainly say, and the words of those that leave something open."""
    meant = [(row.piece, _meant(row)) for row in rows]
    return [item for _, item in meant if item is not None], [piece for piece, item in meant if item is None]


def unheard(rest: str, rows: Sequence[RowReading]) -> list[str]:
    """The clauses of what was said that no row has taken up: they are named, and never dropped in silence."""
    values = [values_text(item.criterion, item.inputs) for item in parts(rows)[0]]
    heard = set(pairwise("".join([*(row.piece for row in rows), *values])))
    clauses = (one.strip() for one in re.split("[,，。;；]", rest) if not _BIDS.search(one))
    pairs = ((clause, set(pairwise("".join(_HAN.findall(clause))))) for clause in clauses)
    return [clause for clause, said in pairs if len(said) >= _TELLS and len(said & heard) < len(said) / 2]


_BIDS: Final = re.compile("(?:记|登记?|录入?|填|报|改)(?:一?下|上|进去|好)[吧了啊]*$")
_HAN: Final = re.compile("[\u4e00-\u9fff]+")
_TELLS: Final = 3
"""So many pairs of characters say something of their own."""


def _meant(row: RowReading) -> ReportItem | None:
    """What the row certainly says; a correction is certain too, for it is said back before anything is stored."""
    if row.outcome == "certain":
        return row.item
    corrected = [choice.item for choice in row.choices if choice.item.amend]
    return corrected[0] if len(corrected) == len(row.choices) == 1 else None


_DOCUMENT = re.compile(
    r"[,，。;；\s]*(?:(?:印发|发文|方案|通知|文件)?的?文号(?:是|为|[:：])?)?\s*(?P<number>[\u4e00-\u9fff]{1,8}[〔\[（(【]20\d\d[〕\]）)】]\s*第?\d{1,4}号)"
)


def without_documents(words: str) -> tuple[str, tuple[str, ...]]:
    """The words without the numbers of documents, which no level holds, and these."""
    return _DOCUMENT.sub(" ", words).strip(), tuple(found["number"] for found in _DOCUMENT.finditer(words))


def with_documents(reply: Reply, numbers: Sequence[str], kinds: Sequence[str], context: Context) -> Reply:
    """The draft with the numbers of documents that were told: they are kept as evidence in text with what is chosen."""
    state = dialogs.present(context) if numbers else None
    if state is None or state["kind"] not in kinds:
        return reply
    kept = {name: value for name, value in state.items() if name not in ("kind", "until")}
    dialogs.ask(context, state["kind"], {**kept, "documents": [*numbers]})
    return Reply(f"{reply.text}\n文号{'、'.join(numbers)}一并记作文字材料。")


def as_unit(unit: str, context: Context) -> Context:
    """The same message as if the unit's contact had sent it; it stays signed by the speaker."""
    subject = unit if unit in context.speaker.campaign.subjects else ""
    contact = replace(context.speaker.contact, role="contact", unit=unit, subject=subject)
    speaker = replace(context.speaker, contact=contact)
    return replace(context, speaker=speaker)


def parted(text: str, context: Context) -> tuple[str | None, str]:
    """The unit at the head of the text, and what follows it; assessed units may be named behind a bureau."""
    said = text.strip()
    head, _, _ = said.partition(" ")
    found = mentions(said, context)
    if not found.units or found.heard or not mentions(head, context).units:
        return None, ""
    first, *others = found.units
    if not others:
        return first, _REPORTS.sub("", found.rest.strip())
    subjects = context.speaker.campaign.subjects
    if first in subjects or not set(others) <= set(subjects):
        return None, ""
    ends = [
        end for end in range(2, min(len(said), _LONGEST_NAME) + 1) if _is_only(said[:end], first, context)
    ]
    return (first, _REPORTS.sub("", said[ends[-1] :].strip(" ，,的"))) if ends else (None, "")


def _is_only(words: str, unit: str, context: Context) -> bool:
    """Whether the words are nothing but the unit's name."""
    found = mentions(words, context)
    return found.units == (unit,) and not found.rest.strip()
