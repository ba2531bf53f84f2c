"""Clauses stand verbatim in the document they are taken from."""

from dataclasses import replace
from pathlib import Path

import pytest

import rubrics
from rubrics import available, folder_of, load
from rubrics.clauses import clauses_not_found

SHIPPED = [file.parent for file in sorted(Path(rubrics.__file__).parent.glob("*/source.txt"))]


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_every_clause_stands_verbatim_in_its_document(folder: Path) -> None:
    assert clauses_not_found(load(folder.name.replace("_", "-")), folder) == ()


def test_a_changed_clause_is_found_out() -> None:
    rubric = load("rugao-2018")
    first = replace(rubric.criteria[0], clause=rubric.criteria[0].clause.replace("2分", "3分"))
    changed = replace(rubric, criteria=(first, *rubric.criteria[1:]))
    assert clauses_not_found(changed, folder_of("rugao-2018")) == (("1", first.clause),)


def test_joints_part_a_clause_into_pieces_that_are_looked_for_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_text("甲\n乙  丙", "utf-8")
    rubric = load("rugao-2018")
    clause = replace(rubric.criteria[0], clause="甲／乙丙／丁")
    joined = replace(rubric, criteria=(clause,), clause_joints="／")
    assert clauses_not_found(joined, tmp_path) == (("1", "丁"),)


def test_the_towns_targets_are_the_cells_of_the_printed_table() -> None:
    rubric = load("rugao-2018-towns")
    text = (folder_of("rugao-2018-towns") / "source.txt").read_text("utf-8")
    table = text[text.index("目标任务分解表") :].split("磨头\n", 1)[1].rstrip()
    rows = [row.strip("\n").split("\n") for row in table.split("\n\n") if row.strip()]
    for criterion, cells in zip(rubric.criteria, rows, strict=True):
        number, name, *printed = (cell.strip() for cell in cells)
        assert (criterion.code, criterion.name) == (number, name)
        found = ["" if target is None else str(target) for target in criterion.targets.values()]
        whole_row = [printed[0].removeprefix("≥")] * 14 if len(printed) == 1 else printed
        assert found == whole_row, criterion.code


def test_every_shipped_rubric_is_available() -> None:
    shipped = {folder.name.replace("_", "-") for folder in SHIPPED}
    assert len(shipped) == 6
    assert shipped <= set(available())
