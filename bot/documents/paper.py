"""公文纸: a Word document in the look of an office paper, saved so that the same content makes the same bytes."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from bot.channels.words import plain
from bot.documents.paper_table import PaperTable, add_styles
from handlers.wording import local

BODY: Final = "仿宋"
HEAD: Final = "黑体"
LATIN: Final = "Times New Roman"
_LONG_EDGE, _SHORT_EDGE, _MARGIN = Cm(29.7), Cm(21.0), Cm(2.2)
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_EPOCH: Final = datetime(1980, 1, 1)  # noqa: DTZ001 -- the format's properties hold a time without a zone


class Paper:
    """A document that is written from top to bottom."""

    def __init__(self, title: str, *, landscape: bool = False) -> None:
        self._document: Document = docx.Document()
        self._set_page(landscape=landscape)
        self._set_styles()
        add_styles(self._document, LATIN, BODY, HEAD)
        self._document.core_properties.title = title
        self._page_numbers()

    def title(self, text: str, below: str = "") -> None:
        """The title in the middle, and a smaller line below it."""
        self._line(text, HEAD, 18.0, middle=True, after=6.0)
        if below:
            self._line(below, BODY, 10.5, middle=True, after=10.0)

    def heading(self, text: str, level: int = 1) -> None:
        """A heading that stays with what follows."""
        paragraph = self._document.add_heading(level=level)
        _write(
            paragraph.add_run(),
            text,
            HEAD if level == 1 else BODY,
            14.0 if level == 1 else 12.5,
            bold=level > 1,
        )

    def text(self, text: str, *, indent: bool = True, points: float = 12.0) -> None:
        """A paragraph, its first line set in by two characters; 【待填：…】 in it is marked."""
        paragraph = self._document.add_paragraph()
        if indent:
            paragraph.paragraph_format.first_line_indent = Pt(points * 2)
        for part, is_gap in _gaps(text):
            run = _write(paragraph.add_run(), part, BODY, points, bold=is_gap)
            if is_gap:
                run.font.color.rgb = RGBColor(0xB0, 0x00, 0x20)

    def closing(self, *lines: str) -> None:
        """Who signs and when, at the right."""
        for line in lines:
            paragraph = self._line(line, BODY, 12.0, middle=False, after=0.0)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def table(self, headings: Sequence[str], widths: Sequence[float]) -> PaperTable:
        """A table whose columns are so many centimetres wide and whose headings come again on every page."""
        table = self._document.add_table(rows=0, cols=len(headings), style="Table Grid")
        return PaperTable(table, headings, widths)

    def gap(self) -> None:
        """A little room."""
        self._line("", BODY, 6.0, middle=False, after=0.0)

    def saved(self, as_of: datetime | None) -> bytes:
        """The bytes of the document; `as_of` is the time that its properties name."""
        at = _EPOCH if as_of is None else local(as_of).replace(tzinfo=None)
        properties = self._document.core_properties
        properties.author = properties.last_modified_by = ""
        properties.comments, properties.revision = "", 1
        properties.created = properties.modified = at
        written = io.BytesIO()
        self._document.save(written)
        return _settled(written)

    def _set_page(self, *, landscape: bool) -> None:
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        edges = (_LONG_EDGE, _SHORT_EDGE) if landscape else (_SHORT_EDGE, _LONG_EDGE)
        section.page_width, section.page_height = edges
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN

    def _set_styles(self) -> None:
        for name in ("Normal", "Heading 1", "Heading 2"):
            style = self._document.styles[name]
            style.font.name, style.font.color.rgb = LATIN, RGBColor(0, 0, 0)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            fonts.set(qn("w:eastAsia"), BODY if name == "Normal" else HEAD)
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)

    def _line(self, text: str, font: str, points: float, *, middle: bool, after: float) -> Paragraph:
        paragraph = self._document.add_paragraph()
        if middle:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(after)
        _write(paragraph.add_run(), text, font, points)
        return paragraph

    def _page_numbers(self) -> None:
        paragraph = self._document.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for text in ("— ", "PAGE", " —"):
            run = _write(paragraph.add_run(), "" if text == "PAGE" else text, LATIN, 10.5)
            if text == "PAGE":
                field = OxmlElement("w:fldSimple")
                field.set(qn("w:instr"), text)
                run._r.addnext(field)  # noqa: SLF001 -- the library has no call for fields


def _write(run: Run, text: str, font: str, points: float, *, bold: bool = False) -> Run:
    run.text = plain(text)
    run.font.name, run.font.size, run.font.bold = LATIN, Pt(points), bold
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001 -- Chinese has its own font
    return run


def _gaps(text: str) -> list[tuple[str, bool]]:
    """The text cut at its gaps (【待填：…】), each part with whether it is one."""
    parts: list[tuple[str, bool]] = []
    while text:
        before, opened, rest = text.partition("【待填")
        parts.append((before, False))
        if not opened:
            break
        inside, closed, text = rest.partition("】")
        parts.append((f"{opened}{inside}{closed}", True))
    return [part for part in parts if part[0]]


def _settled(written: io.BytesIO) -> bytes:
    """The same package with every file dated alike: the library stamps the time of writing."""
    settled = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(settled, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return settled.getvalue()
