"""`kaohe rubric check`: what is doubtful in a rubric's document, and every mistake in its files."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import print_json
from bot.cli.own_rubrics import own_rubrics
from rubrics import RubricError, available, folder_of, misnamed, same_document
from rubrics.checks import KINDS, Finding, check
from rubrics.errors import Problem
from rubrics.loader import load_folder
from rubrics.worked import wrong_cases

MOST_CODES = 4


@dataclass(frozen=True)
class Report:
    """What the check of one rubric came to."""

    name: str
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...] = ()


def check_rubrics(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME|FOLDER]...", help="缺省为全部")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="每行一个 JSON")] = False,
) -> None:
    """体检：只说有什么疑点，不改；文件有错的一次说全，退出码 1。"""
    directory = own_rubrics()
    usable = True
    for name in names or available(directory):
        report = _report(Path(name) if Path(name).is_dir() else folder_of(name, directory), directory)
        if as_json:
            _print_rows(report)
        else:
            _print_lines(report)
        usable = usable and not report.problems
    if not usable:
        raise typer.Exit(1)


def _report(folder: Path, directory: Path | None) -> Report:
    name = folder.resolve().name.replace("_", "-")
    absent = [file for file in ("rubric.toml", "source.txt") if not (folder / file).is_file()]
    if absent:
        return Report(name, tuple(Problem(file, "没有这个文件") for file in absent))
    try:
        rubric = load_folder(folder)
        problem = misnamed(rubric, name) if _in_use(folder, directory) else None
        problems = (*([] if problem is None else [problem]), *wrong_cases(rubric, folder))
        return Report(name, problems, check(rubric, folder, same_document(folder, directory)))
    except RubricError as error:
        return Report(name, error.problems)


def _in_use(folder: Path, directory: Path | None) -> bool:
    """Whether that is the folder which commands use by its name, not a version kept elsewhere."""
    name = folder.resolve().name.replace("_", "-")
    return name in available(directory) and folder_of(name, directory).resolve() == folder.resolve()


def _print_rows(report: Report) -> None:
    for problem in report.problems:
        placed = {"where": problem.where, "line": problem.line, "sentence": problem.message}
        print_json({"rubric": report.name, "kind": "error", **placed})
    for found in report.findings:
        print_json({"rubric": report.name, **asdict(found)})


def _print_lines(report: Report) -> None:
    for problem in report.problems:
        typer.echo(f"{report.name} {problem}", err=True)
    doubts = [found for found in report.findings if found.kind != "recorded"]
    recorded = [found for found in report.findings if found.kind == "recorded"]
    typer.echo(
        f"{report.name}：错误{len(report.problems)}处，疑点{len(doubts)}处，已定口径的存疑{len(recorded)}处"
    )
    for found in (*doubts, *recorded):
        typer.echo(f"  {' '.join(_words(found))}")


def _words(found: Finding) -> Iterator[str]:
    if found.line is not None:
        yield f"原文第{found.line}行"
    if found.codes:
        yield _codes(found.codes)
    yield f"{KINDS[found.kind]}：{found.sentence}"
    yield from (f"“{' '.join(quote.split())}”" for quote in found.quotes)


def _codes(codes: tuple[str, ...]) -> str:
    if len(codes) <= MOST_CODES:
        return "、".join(codes)
    return f"{codes[0]}…{codes[-1]}（{len(codes)}项）"
