"""Scoring beside the same sheets as a workbook: `python -m benchmarks.spreadsheet [--subjects N] [--few N]`.

The subjects' facts are drawn from 如皋's worked cases. One file of JSON lines holds them for us, one workbook with a
formula for each of the 60 criteria holds them for LibreOffice (headless, where `soffice` and its Python bridge are
installed) and, with fewer subjects, for the `formulas` library. All three must agree leaf by leaf. Then one value of
one subject changes, and the subject's place is asked for. All times are processor time.
"""

import argparse
import json
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import formulas

from benchmarks.workbook import FIRST_ROW, SHEET, Layout, write_workbook
from rubrics import folder_of, load
from rubrics.worked import outcome, worked_cases
from scoring.decimals import ZERO, plain
from scoring.engine import score_sheet
from scoring.model import Rubric
from scoring.ranking import Ranking

RUBRIC = "rugao-2018"
CODE, NAME, VALUES = "19.2", "provincial_pass_rate", ("91.5", "89")
SYSTEM_PYTHON = "/usr/bin/python3"
BATCH, LIBRARY, ONE = 2, 20, 100
"""How many times faster we promise to be: a batch than LibreOffice, than the library, one change than either."""

Facts = Mapping[str, Mapping[str, object]]
Points = list[list[str]]
"""By subject, the points of each criterion and the total."""


@dataclass(frozen=True)
class Times:
    """Processor seconds from the file to all points, for scoring what is loaded, and for one changed value."""

    who: str
    subjects: int
    batch: float
    again: float
    one: float

    def __str__(self) -> str:
        one = f"{self.one * 1_000_000:,.0f} µs" if self.one < 0.01 else f"{self.one * 1000:,.0f} ms"
        batch = f"{self.batch:7.2f} s from the file ({self.again:.2f} s once loaded)"
        return f"{self.who:12} {self.subjects:5} subjects: {batch}, one change {one}"


def drawn(rubric: Rubric, number: int, seed: int = 1) -> list[Facts]:
    """Facts of so many subjects, each leaf as one of its worked cases that is not refused."""
    choices: dict[str, list[Mapping[str, object]]] = {"V1": [{"event_status": "none"}]}
    for case in worked_cases(folder_of(RUBRIC)):
        if outcome(rubric, case)["error"] is None:
            choices.setdefault(case.code, []).append(case.inputs)
    draw = random.Random(seed)
    return [{code: draw.choice(cases) for code, cases in choices.items()} for _ in range(number)]


def ours(rubric: Rubric, file: Path, runs: int) -> tuple[Times, Points]:
    start = time.process_time()
    subjects = [json.loads(line) for line in file.open("rb")]
    loaded = time.process_time()
    # Every sheet is let go once its points are taken, as a ranking or a table of points does.
    points = [_points(rubric, facts) for facts in subjects]
    scored = time.process_time()
    written = [[plain(value or ZERO) for value in row] for row in points]
    ranking = Ranking({str(number): score_sheet(rubric, facts) for number, facts in enumerate(subjects)})
    values = [{NAME: value} for value in VALUES]
    one = median_seconds(lambda run: ranking.change("0", CODE, values[run % len(values)]), runs)
    return Times("kaohe", len(subjects), scored - start, scored - loaded, one), written


def _points(rubric: Rubric, facts: Facts) -> list[Decimal | None]:
    sheet = score_sheet(rubric, facts)
    return [*(line.points for line in sheet.lines.values()), sheet.points]


def libreoffice(book: Path, layout: Layout, subjects: int) -> tuple[Times, Points] | None:
    """The workbook in LibreOffice, None where it or its Python bridge is not installed."""
    bridge = [SYSTEM_PYTHON, "-c", "import uno"]
    if shutil.which("soffice") is None or subprocess.run(bridge, capture_output=True, check=False).returncode:
        return None
    first, last = next(iter(layout.criteria.values())), FIRST_ROW + subjects - 1
    script = str(Path(__file__).parent / "libreoffice.py")
    columns, cell = f"{first}{FIRST_ROW}:{layout.total}{last}", f"{layout.inputs[CODE, NAME]}{FIRST_ROW}"
    place, values = f"{layout.place}{FIRST_ROW}", ",".join(VALUES * 5)
    words = [SYSTEM_PYTHON, script, str(book), columns, cell, place, values]
    said = subprocess.run(words, capture_output=True, text=True, check=True)
    found = json.loads(said.stdout)
    times = Times("LibreOffice", subjects, found["load"], found["full"], found["one"])
    return times, [[rounded(value) for value in row] for row in found["scores"]]


def library(book: Path, layout: Layout, subjects: int) -> tuple[Times, Points]:
    start = time.process_time()
    model = formulas.ExcelModel().loads(str(book)).finish()
    compiled = time.process_time()
    solution = model.calculate()
    full = time.process_time()
    columns = [*layout.criteria.values(), layout.total]
    rows = range(FIRST_ROW, FIRST_ROW + subjects)
    points = [
        [rounded(solution[_cell(book, f"{column}{row}")].value[0][0]) for column in columns] for row in rows
    ]
    changed, place = (
        _cell(book, f"{layout.inputs[CODE, NAME]}{FIRST_ROW}"),
        _cell(book, f"{layout.place}{FIRST_ROW}"),
    )
    values = [float(value) for value in VALUES]
    one = median_seconds(lambda run: model.calculate({changed: values[run % len(values)]}, [place]), 4)
    return Times("formulas", subjects, full - start, full - compiled, one), points


def _cell(book: Path, place: str) -> str:
    return f"'[{book.name}]{SHEET}'!{place}"


def rounded(value: float) -> str:
    """What a workbook's binary number stands for."""
    return plain(Decimal(repr(float(value))).quantize(Decimal("0.0001")))


def median_seconds(work: Callable[[int], object], runs: int) -> float:
    times = []
    for run in range(runs):
        start = time.process_time()
        work(run)
        times.append(time.process_time() - start)
    return statistics.median(times)


def check_agreement(who: str, theirs: Points, points: Points) -> None:
    for number, (row, expected) in enumerate(zip(theirs, points, strict=True)):
        assert row == expected, f"{who} disagrees on subject {number}: {row} {expected}"
    print(f"{who}: the same points on {len(points)} × {len(points[0]) - 1} criteria and every total")


def measure(
    rubric: Rubric, folder: Path, subjects: Sequence[Facts], runs: int
) -> tuple[Times, Points, Layout]:
    file = folder / "facts.jsonl"
    file.write_text("\n".join(map(json.dumps, subjects)), "utf-8")
    layout = write_workbook(folder / "book.xlsx", rubric, subjects)
    return *ours(rubric, file, runs), layout


def main() -> None:
    parser = argparse.ArgumentParser(description="Scoring beside a workbook.")
    parser.add_argument("--subjects", type=int, default=3000)
    parser.add_argument("--few", type=int, default=20, help="subjects for the library")
    parser.add_argument("--runs", type=int, default=500)
    arguments = parser.parse_args()
    rubric = load(RUBRIC)
    with tempfile.TemporaryDirectory() as place:
        subjects = drawn(rubric, arguments.subjects)
        times, points, layout = measure(rubric, Path(place), subjects, arguments.runs)
        print(times)
        office = libreoffice(Path(place) / "book.xlsx", layout, len(subjects))
        if office is None:
            print("LibreOffice: not installed here (libreoffice-calc-nogui, python3-uno); left out")
        else:
            print(office[0])
            check_agreement(office[0].who, office[1], points)
            compare(times, office[0], BATCH)
        few, points, layout = measure(rubric, Path(place), subjects[: arguments.few], arguments.runs)
        print(few)
        compiled = library(Path(place) / "book.xlsx", layout, arguments.few)
        print(compiled[0])
        check_agreement(compiled[0].who, compiled[1], points)
        compare(few, compiled[0], LIBRARY)


def compare(mine: Times, theirs: Times, promised: int) -> None:
    print(
        f"  than {theirs.who}: batch {theirs.batch / mine.batch:.1f}× faster (promised {promised}×), "
        f"once loaded {theirs.again / mine.again:.1f}×, one change {theirs.one / mine.one:,.0f}× (promised {ONE}×)"
    )


if __name__ == "__main__":
    main()
