"""自评报告 as a Word document in the form of the printed template."""

from typing import Final

from bot.documents.paper import Paper
from handlers.exports.self_report import ReportPart, SelfReport

_HEADINGS: Final = ("考核要点", "满分", "上报情况", "自评得分", "材料")
_WIDTHS: Final = (5.6, 1.2, 3.4, 1.4, 5.0)


def report_paper(report: SelfReport) -> bytes:
    """The document's bytes; the same report makes the same bytes."""
    paper = Paper(report.title)
    paper.title(report.title, "（根据已报数据生成的草稿，【待填】处由本单位填写，未经审定）")
    for part in report.parts:
        _part(paper, part)
    if report.annex_heading:
        paper.heading(report.annex_heading)
    for line in report.annex:
        paper.text(line)
    paper.gap()
    paper.closing(report.author, "　年　　月　　日")
    return paper.saved(report.as_of)


def _part(paper: Paper, part: ReportPart) -> None:
    paper.heading(part.heading, part.level)
    for text in part.paragraphs:
        paper.text(text)
    if part.rows:
        table = paper.table(_HEADINGS, _WIDTHS)
        for row in part.rows:
            table.row((row.leaf, row.full_marks, row.reported, row.points, row.evidence))
        paper.gap()
    if part.gap:
        paper.text(f"【待填：{part.gap}】")
