"""Tables of a paper, written row by row as the format has them: thousands of rows take no longer than their words."""

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import Table

from bot.channels.words import plain

POINTS: Final = 9.0
_WORDS, _HEAD = "Table Words", "Table Head"
_SHADE: Final = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
_NAMESPACE: Final = nsdecls("w")


def add_styles(document: Document, latin: str, body: str, head: str) -> None:
    """The styles of the cells' words, in those fonts."""
    for name, font in ((_WORDS, body), (_HEAD, head)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.name, style.font.size = latin, Pt(POINTS)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(2)
        if name == _HEAD:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


class PaperTable:
    """A table that grows by rows; its headings come again on every page."""

    def __init__(self, table: Table, headings: Sequence[str], widths: Sequence[float]) -> None:
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        self._body = table._tbl  # noqa: SLF001 -- the library's own rows take milliseconds each
        self._widths = [round(Cm(width).twips) for width in widths]
        cells = "".join(map(_head_cell, headings, self._widths))
        self._append(f"<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}")

    def row(self, cells: Sequence[str]) -> None:
        """A row that no page break tears apart."""
        pairs = zip(cells, self._widths, strict=True)
        self._append(f"<w:trPr><w:cantSplit/></w:trPr>{''.join(_cell(text, width) for text, width in pairs)}")

    def band(self, text: str) -> None:
        """A row of one cell that heads those below it and stays with them."""
        span = f'<w:gridSpan w:val="{len(self._widths)}"/>'
        words = _paragraph(text, _HEAD, '<w:keepNext/><w:jc w:val="left"/>')
        cell = f'<w:tc><w:tcPr><w:tcW w:w="{sum(self._widths)}" w:type="dxa"/>{span}{_SHADE}</w:tcPr>{words}</w:tc>'
        self._append(f"<w:trPr><w:cantSplit/></w:trPr>{cell}")

    def _append(self, inside: str) -> None:
        self._body.append(parse_xml(f"<w:tr {_NAMESPACE}>{inside}</w:tr>"))


def _cell(text: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(text, _WORDS)}</w:tc>'


def _head_cell(text: str, width: int) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_SHADE}</w:tcPr>{_paragraph(text, _HEAD)}</w:tc>'
    )


def _paragraph(text: str, style: str, more: str = "") -> str:
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in plain(text).split("\n"))
    said = "<w:br/>".join(lines)
    return f'<w:p><w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/>{more}</w:pPr><w:r>{said}</w:r></w:p>'
