"""Tables pasted from a spreadsheet: cells apart by tabs, with or without a head row, also subjects by lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from handlers.reading.clauses import Clause
from handlers.reading.naming.aliases import untargeted
from handlers.reading.naming.book import Book
from handlers.reading.numbers import Quantity
from handlers.reading.tokens.asides import NO_TIMES, bare, split_times, without_courtesy
from handlers.reading.tokens.lexing import Token
from handlers.reading.values import Said

_IGNORED: Final = re.compile(
    "序号?|编号|行号|单位|计量单位|备注|说明|(?:年度|考核|下达)?(?:目标|任务)(?:值|数|任务)?|计划数?|应[达完]成?数?|分值|满分|权重|标准|评分.*|责任单位|负责单位|责任部门|考核部门|牵头单位"
    "|同比.*|环比.*|增幅|增速|增长率?|增减.*|得分|自评分?|时间|日期|截止.*|填报人|联系人|电话|完成率|完成情况说明|排名|名次|是否达标|类别|类型"
)
_NAMING: Final = (
    "指标(?:名称)?|名称|项目|内容|考核内容|考核指标|考核项目|事项|代码|指标代码|单位名称"
    "|被考核单位|地区|区县|县区|县\\(市区\\)|乡镇|镇街|镇"
)
_TITLES: Final = re.compile(
    f"{_NAMING}"
    "|数值|数据|完成值|完成数|完成|完成情况|实际|实际值|实际完成|实绩|结果|值|填报值|本年度?|今年|当年|上年度?|去年|同期|(?:19|20)\\d\\d年度?"
)
_FIRST: Final = re.compile(f"{_NAMING}|序号?|编号|行号|单位|责任单位|负责单位|责任部门")
"""What stands over the column that names the rows, or counts them."""
_UNITS: Final = frozenset(
    ["%", "‰", "个", "家", "件", "起", "次", "份", "项", "人", "分", "元", "万元", "百分比", "件/万人"]
)
_EMPTY: Final = re.compile(r"[-/—\s]*")
_LONGEST_SERIAL: Final = 3


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    tokens: tuple[Token, ...]

    @property
    def value(self) -> bool:
        """Whether it holds a value and nothing else."""
        return self.said is not None

    @property
    def said(self) -> Said | None:
        """The value that it holds, courtesies aside."""
        values = [token for token in self.tokens if token.value is not None]
        rest = [token for token in self.tokens if token.value is None and token.kind != "break"]
        if len(values) != 1 or any(token.kind != "words" or _means(token) for token in rest):
            return None
        return values[0].value

    @property
    def number(self) -> bool:
        return isinstance(self.said, Quantity)

    @property
    def subject(self) -> bool:
        return len(self.tokens) == 1 and self.tokens[0].kind == "subject"

    @property
    def empty(self) -> bool:
        return _EMPTY.fullmatch(self.text) is not None or self.text in _UNITS


def _means(token: Token) -> bool:
    return bool(without_courtesy(bare(token.text)))


_Row = Sequence[_Cell]


def is_tabbed(line: str) -> bool:
    """Whether the line comes from a spreadsheet."""
    return "\t" in line.strip()


def read_table(lines: Sequence[str], book: Book) -> list[list[Clause]]:
    """The clauses of each line of a table; a head row lends its words to the values below it."""
    rows = [_cells(line, book) for line in lines]
    head: _Row | None = None
    clauses = []
    for row in rows:
        if _is_head(row) and row is not rows[-1]:
            head = row
        elif any(not cell.empty for cell in row):
            clauses.append(_clauses(row, head, book))
    return clauses


def _cells(line: str, book: Book) -> _Row:
    texts = [text.strip() for text in line.split("\t")]
    return [_Cell(text, tuple(book.lexer.tokens(text))) for text in texts]


def _is_head(row: _Row) -> bool:
    """A row of titles: no figures, and words beyond its first cell."""
    titles = [bare(cell.text) for cell in row]
    if not any(titles[1:]) or any(cell.number for cell in row):
        return False
    known = any(_TITLES.fullmatch(title) or _IGNORED.fullmatch(title) for title in titles)
    return known or not any(cell.value for cell in row)


def _clauses(row: _Row, head: _Row | None, book: Book) -> list[Clause]:
    """A row's name, code and subject with each of its values."""
    head = _aligned(head, row)
    names, values = _split(row, head)
    first = _name(names, book)
    first.unsure |= head is not None and any(at >= len(head) for at, _ in values)
    made = []
    for at, cell in values:
        title = head[at] if head is not None and at < len(head) and head[at].text else None
        made.append(_valued(first, cell, title))
        made[-1].text = f"{first.text} {cell.text}" if len(made) == 1 else cell.text
    if not made and not first.empty:
        first.said = Quantity(first.piece, None)
        made = [first]
    return made


def _aligned(head: _Row | None, row: _Row) -> _Row | None:
    """The head over the cells of a row: its blank first cell may have been lost with the message's margin."""
    if head is None or len(row) != len(head) + 1 or _FIRST.fullmatch(bare(head[0].text)):
        return head
    return (_Cell("", ()), *head)


def _split(row: _Row, head: _Row | None) -> tuple[list[_Cell], list[tuple[int, _Cell]]]:
    """The cells that name the row, and those with values, by column."""
    last = max((at for at, cell in enumerate(row) if not cell.value and not cell.empty), default=-1)
    names: list[_Cell] = []
    values: list[tuple[int, _Cell]] = []
    for at, cell in enumerate(row):
        title = bare(head[at].text) if head is not None and at < len(head) else ""
        if cell.empty or (title and _IGNORED.fullmatch(title) and not (cell.number and at == 0)):
            continue
        if cell.value and (at > last or title) and not _counts(row, at, title):
            values.append((at, cell))
        else:
            names.append(cell)
    return names, values


def _counts(row: _Row, at: int, title: str) -> bool:
    """Whether a figure at the head of a row counts it; under a title of its own it is a value."""
    named = title and not any(known.fullmatch(title) for known in (_FIRST, _TITLES, _IGNORED))
    return at == 0 and row[at].number and len(row) > 1 and not named


def _name(cells: Sequence[_Cell], book: Book) -> Clause:
    """A clause without its value; a serial number beside a name or a code says nothing."""
    clause = Clause(0)
    numbers = [cell.text for cell in cells if cell.number]
    for cell in cells:
        clause.text = f"{clause.text} {cell.text}"
        if cell.subject:
            clause.subject = cell.text
        elif not cell.value:
            clause.words += _words(clause, cell, book)
    if clause.code is None:
        codes = [
            number
            for number in numbers
            if number.lower() in book.heads and ("." in number or not clause.words)
        ]
        clause.code = codes[-1] if codes else None
    clause.unsure = any(len(number) > _LONGEST_SERIAL and number not in book.heads for number in numbers)
    return clause


def _words(clause: Clause, cell: _Cell, book: Book) -> str:
    """A name cell's words; its printed code becomes the clause's, its printed target no value."""
    first = next(iter(cell.tokens), None)
    if first is not None and first.value is not None and first.text in book.heads and "." in first.text:
        clause.code = first.text
    return bare(untargeted(cell.text))


def _valued(name: Clause, cell: _Cell, head: _Cell | None) -> Clause:
    clause = Clause(0, name.words, None, name.code, name.subject, cell.said, name.unsure)
    if head is not None and head.subject:
        clause.subject = head.text
    elif head is not None:
        dated = split_times(head.text)[1] != NO_TIMES
        clause.words += bare(head.text if dated else untargeted(head.text))
    return clause
