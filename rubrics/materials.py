"""What is handed in beside the values, read from its table in rubric.toml."""

from rubrics.tables import Table
from scoring.materials import ExampleCases, Materials


def read_materials(table: Table) -> Materials:
    """Read `materials`; all of it may be absent."""
    kinds = table.table("evidence_kinds")
    cases = table.optional_table("example_cases")
    materials = Materials(
        evidence_kinds={name: kinds.texts(name) for name in kinds.names()},
        example_cases=None if cases is None else _read_cases(cases),
        contact_fields=table.texts("contact_fields"),
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
