"""What is handed in beside the values, read from its table in rubric.toml."""

from typing import Final, get_args

from rubrics.tables import Table
from scoring.materials import ExampleCases, Holds, Materials, ReportForm, ReportHeading

_HOLDS: Final[dict[str, Holds]] = {word: word for word in get_args(Holds)}


def read_materials(table: Table) -> Materials:
    """Read `materials`; all of it may be absent."""
    kinds = table.table("evidence_kinds")
    cases = table.optional_table("example_cases")
    form = table.optional_table("report_form")
    materials = Materials(
        evidence_kinds={name: kinds.texts(name) for name in kinds.names()},
        example_cases=None if cases is None else _read_cases(cases),
        contact_fields=table.texts("contact_fields"),
        report_form=None if form is None else _read_form(form),
    )
    table.close()
    return materials


def _read_cases(table: Table) -> ExampleCases:
    required = table.table("required")
    cases = ExampleCases(
        int(table.decimal("most")),
        int(table.decimal("most_of_counties")),
        {unit: int(required.decimal(unit)) for unit in required.names()},
    )
    table.close()
    return cases


def _read_form(table: Table) -> ReportForm:
    title, author = table.text("title"), table.text("author")
    if author not in title:
        table.note("title里没有author")
    headings = tuple(_read_heading(heading) for heading in table.tables("headings"))
    form = ReportForm(title, author, headings, table.text("annex", ""))
    table.close()
    return form


def _read_heading(table: Table) -> ReportHeading:
    holds = table.text("holds", "")
    if holds not in _HOLDS:
        table.note(f"holds应为{'、'.join(filter(None, _HOLDS))}之一")
    text = table.text("text")
    heading = ReportHeading(text, 2 if text.startswith("（") else 1, _HOLDS.get(holds, ""))
    table.close()
    return heading
