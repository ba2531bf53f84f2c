"""自评报告: the printed form with what is known filled in and every gap marked; no sentence of it is made up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from handlers.campaign.library import Library
from handlers.campaign.standing import Standing, standing_of
from handlers.exports.catalogue import number_of
from handlers.exports.leaf_rows import LeafRow, leaf_rows
from handlers.exports.scope import Scope
from handlers.wording import clip, leaf_name, local, plain
from scoring.materials import ExampleCases, ReportForm, ReportHeading
from store.records import Campaign, Evidence
from store.unit_of_work import UnitOfWork

CASE: Final = "案例"
COUNTIES: Final = ("县", "区")
PLACES: Final = ("省", "市", "州", "县", "区", "镇", "乡")
NUMBERS_LISTED: Final = 6
OWN_FORM: Final = "原文没有规定自评报告的格式，以下按细则的次序排列。"
_NUMERALS: Final = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A leaf as a row of the report's table."""

    leaf: str
    full_marks: str
    reported: str
    points: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A heading with what is known below it, and what is still to be written (【待填：…】)."""

    heading: str
    level: int
    paragraphs: tuple[str, ...] = ()
    rows: tuple[ReportRow, ...] = ()
    gap: str = ""


@dataclass(frozen=True, slots=True)
class SelfReport:
    """自评报告 of one author; `annex` are the example cases below `annex_heading`."""

    title: str
    author: str
    parts: tuple[ReportPart, ...]
    annex_heading: str
    annex: tuple[str, ...]
    as_of: datetime


def self_report(
    uow: UnitOfWork, campaign: Campaign, library: Library, scope: Scope, now: datetime
) -> SelfReport:
    """What is known of that part of the campaign at that time, in the document's form, else in its order."""
    standing = standing_of(uow, campaign, library, now)
    evidence = tuple(row for row in uow.evidence.list(campaign.id) if scope.holds(standing.rubric, row))
    rows = tuple(leaf_rows(standing, evidence, scope))
    facts = _Facts(standing, scope, rows, evidence, now)
    form, author = standing.rubric.materials.report_form, _author(campaign, scope)
    parts = tuple(facts.in_form(form) if form else facts.in_order())
    title = (
        form.title.replace(form.author, author) if form else f"{author}{campaign.year}年度质量工作自评报告"
    )
    cases = standing.rubric.materials.example_cases
    annex = tuple(_annex(cases, evidence, scope)) if cases else ()
    return SelfReport(title, author, parts, form.annex if form else "", annex, now)


def _author(campaign: Campaign, scope: Scope) -> str:
    if scope.unit or scope.subject:
        return scope.unit or scope.subject
    if len(campaign.subjects) > 1:
        return campaign.name
    subject = campaign.subjects[0]
    return f"{subject}人民政府" if subject.endswith(PLACES) else subject


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known, told part by part."""

    standing: Standing
    scope: Scope
    rows: tuple[LeafRow, ...]
    evidence: tuple[Evidence, ...]
    now: datetime

    def in_form(self, form: ReportForm) -> Iterator[ReportPart]:
        """The parts under the printed headings."""
        for place, heading in enumerate(form.headings):
            below = form.headings[place + 1].level if place + 1 < len(form.headings) else 0
            yield self._part(heading, is_head_only=below > heading.level)

    def in_order(self) -> Iterator[ReportPart]:
        """A part for each section of the document, then what no document words for us."""
        yield ReportPart("总体情况", 1, (OWN_FORM, self._summary()), (), "总体情况的文字")
        labels = {section.name: section.label for section in self.standing.rubric.sections}
        for name in dict.fromkeys(row.criterion.section for row in self.rows):
            own = tuple(self._row(row) for row in self.rows if row.criterion.section == name)
            yield ReportPart(labels.get(name) or name or "各项情况", 1, (), own, "本部分工作情况")
        yield ReportPart("存在的问题", 1, tuple(self._problems()), (), "问题的原因")
        yield ReportPart("下一步措施", 1, (), (), "下一步措施")

    def _part(self, heading: ReportHeading, *, is_head_only: bool) -> ReportPart:
        name = heading.text.lstrip(f"（{_NUMERALS}）、")
        if heading.holds == "results":
            table = tuple(map(self._row, self.rows))
            return ReportPart(heading.text, heading.level, (self._summary(),), table, f"{name}的文字")
        known = tuple(self._problems()) if heading.holds == "problems" else ()
        return ReportPart(heading.text, heading.level, known, (), "" if is_head_only else name)

    def _summary(self) -> str:
        reported = sum(bool(row.record.reported) for row in self.rows)
        kept = sum(row.state in ("stored", "pending") for row in self.evidence)
        full = sum((row.criterion.full_marks or Decimal(0) for row in self.rows), Decimal(0))
        marks = f"（满分合计{plain(full)}分）" if full and self.standing.has_points else ""
        at = local(self.now)
        return (
            f"截至{at.year}年{at.month}月{at.day}日，涉及考核要点{len(self.rows)}项{marks}，"
            f"已上报{reported}项，已交材料{kept}件。各项如下表，分数为自评，未经核定。"
        )

    def _row(self, row: LeafRow) -> ReportRow:
        several = len(self.standing.campaign.subjects) > 1 and not self.scope.subject
        where = f"{row.subject}·" if several else ""
        full = row.criterion.full_marks
        return ReportRow(
            f"{where}{row.criterion.code} {leaf_name(row.criterion, 60)}",
            plain(full) if full is not None and self.standing.has_points else "—",
            row.values or "【待填】",
            _points(row),
            self._proof(row),
        )

    def _proof(self, row: LeafRow) -> str:
        own = [
            item for item in self.evidence if (item.code, item.subject) == (row.criterion.code, row.subject)
        ]
        numbers = list(dict.fromkeys(filter(None, map(number_of, own))))
        more = "等" if len(numbers) > NUMBERS_LISTED else ""
        listed = "：" + "、".join(numbers[:NUMBERS_LISTED]) + more if numbers else ""
        return f"{row.evidence}件{listed}" if row.evidence else "无"

    def _problems(self) -> Iterator[str]:
        yield from _named("没有上报", [row for row in self.rows if _is_due(row) and not row.record.reported])
        yield from _named(
            "已上报而没有材料", [row for row in self.rows if row.record.reported and not row.evidence]
        )
        yield from _named("退回待补", [row for row in self.rows if row.record.returned])
        for row in self.rows:
            line = row.self_assessed
            lost = (line.full_marks or Decimal(0)) - (line.points or Decimal(0))
            if line.state == "scored" and line.points is not None and lost > 0:
                steps = line.why().steps
                yield f"{line.code} {leaf_name(line.criterion)}自评失{plain(lost)}分：{steps[-1] if steps else ''}"


def _is_due(row: LeafRow) -> bool:
    return bool(row.criterion.reported)


def _points(row: LeafRow) -> str:
    if row.own_points is not None:
        return plain(row.own_points)
    line = row.self_assessed
    if line.met is not None:
        return "达标" if line.met else "未达标"
    return plain(line.points) if line.points is not None and line.state == "scored" else "—"


def _named(what: str, rows: Sequence[LeafRow]) -> Iterator[str]:
    if rows:
        names = "；".join(f"{row.criterion.code} {leaf_name(row.criterion, 24)}" for row in rows)
        yield f"{what}的{len(rows)}项：{names}。"


def _annex(cases: ExampleCases, evidence: Sequence[Evidence], scope: Scope) -> Iterator[str]:
    """The pieces that call themselves a case, and how many the document still wants or allows."""
    found = [row for row in evidence if row.state in ("stored", "pending") and CASE in _said(row)]
    for place, row in enumerate(found, start=1):
        yield f"案例{place}　{clip(_said(row), 80)}（{row.unit}，{local(row.at):%Y年%m月%d日}交）"
    needed = cases.required.get(scope.unit, 0)
    for place in range(len(found) + 1, needed + 1):
        yield f"【待填：案例{place}（原文要求{scope.unit}写出{needed}个典型案例）】"
    if not found and not needed:
        yield "【待填：典型案例（原文没有点名要求本单位，可以没有）】" if scope.unit else "【待填：典型案例】"
    if len(found) > cases.most:
        yield f"【待填：现有{len(found)}个，原文不超过{cases.most}个，请删去{len(found) - cases.most}个】"
    of_counties = [row for row in found if any(word in _said(row) for word in COUNTIES)]
    if len(of_counties) > cases.most_of_counties:
        yield (
            f"【待填：名称里写到县、区的有{len(of_counties)}个，原文重点县区成效案例不超过{cases.most_of_counties}个，请核对】"
        )


def _said(row: Evidence) -> str:
    return " ".join(dict.fromkeys(part for part in (row.original_name, row.text, row.caption) if part))
