"""`kaohe score`: points for cases in JSON lines, or for one criterion typed by a person."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.failures import CommandError
from bot.cli.own_rubrics import own_rubrics
from bot.refusals import why
from rubrics import load
from rubrics.cases import Overlays, answer_line
from rubrics.errors import RubricError
from rubrics.overlays import read_overlay
from scoring.decimals import plain
from scoring.engine import score_leaf
from scoring.model import Criterion, Input
from scoring.sheet import Line

YES_NO = {"true": True, "是": True, "false": False, "否": False}


def score(
    rubric: Annotated[str, typer.Argument(help="考核细则，如 rugao-2018")] = "",
    code: Annotated[str, typer.Argument(help="考核要点编号，如 19.2")] = "",
    values: Annotated[
        list[str] | None, typer.Argument(help="填报项=值，如 provincial_pass_rate=91.5")
    ] = None,
    subject: Annotated[str | None, typer.Option(help="被考核单位（镇、街道）")] = None,
    cases: Annotated[str | None, typer.Option(help="每行一个JSON的文件，- 为标准输入")] = None,
    overlay: Annotated[list[Path] | None, typer.Option(help="补充方案文件（TOML或JSON），可多次给出")] = None,
) -> None:
    """按考核细则计分。"""
    overlays = _overlays(overlay or [])
    if cases is not None:
        _answer_all(cases, overlays)
    elif rubric and code:
        _explain_one(rubric, code, values or [], subject, overlays)
    else:
        raise typer.BadParameter("请给出考核细则和编号，或用 --cases 给出文件。")


def _overlays(files: list[Path]) -> Overlays:
    try:
        return {found.id: found for found in map(read_overlay, files)}
    except OSError as error:
        typer.echo(f"读不了补充方案 {error.filename}：{why(error)}。", err=True)
        raise typer.Exit(2) from error
    except RubricError as error:
        typer.echo(f"读不了补充方案：{error}", err=True)
        raise typer.Exit(2) from error


def _answer_all(source: str, overlays: Overlays) -> None:
    directory = own_rubrics()
    out = typer.get_binary_stream("stdout")
    try:
        for line in _lines(source):
            out.write(answer_line(line, overlays, directory) + b"\n")
    except BrokenPipeError:
        raise  # whoever reads the answers has had enough; nothing is wrong with the input
    except OSError as error:
        typer.echo(f"读不了 {source}：{why(error)}。", err=True)
        raise typer.Exit(2) from error
    out.flush()


def _lines(source: str) -> Iterator[bytes]:
    if source == "-":
        yield from typer.get_binary_stream("stdin")
        return
    with Path(source).open("rb") as file:
        yield from file


def _explain_one(name: str, code: str, pairs: list[str], subject: str | None, overlays: Overlays) -> None:
    rubric = load(name, own_rubrics())
    for overlay in overlays.values():
        rubric = overlay.applied_to(rubric, subject)
    criterion = rubric.criterion(code)
    line = score_leaf(rubric, criterion, _values(criterion, pairs), subject=subject)
    if line.error is not None:
        raise line.error
    typer.echo("\n".join(_sentences(line)))


def _values(criterion: Criterion, pairs: list[str]) -> Mapping[str, object]:
    values: dict[str, object] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise CommandError(f"“{pair}”应写成 填报项=值。")
        values[name] = _value(criterion.input_by_name.get(name), text)
    return values


def _value(item: Input | None, text: str) -> object:
    if text == "null":
        return None
    if item is not None and item.type == "bool":
        return YES_NO.get(text, text)
    if item is not None and item.type == "count" and text.removeprefix("-").isdecimal():
        return int(text)
    return text


def _sentences(line: Line) -> list[str]:
    why = line.why()
    name = line.criterion.name
    return [
        f"{line.code} {name.removeprefix(line.code).strip()}",
        _result(line),
        f"条文：{why.clause}",
        f"口径：{why.reading}",
        "计算：",
        *(f"  {step}" for step in why.steps),
        f"依据：{why.rubric}，版本 {why.version}",
    ]


def _result(line: Line) -> str:
    if line.points is not None:
        notes = "，原文未定分，待考核方核定" if line.gap else ""
        notes += "，预评" if line.provisional else ""
        full = "" if line.full_marks is None else f"（满分{plain(line.full_marks)}分{notes}）"
        return f"得分：{plain(line.points)}{full or notes}"
    if line.met is None:
        return "得分：不计分"
    return f"结果：{'完成' if line.met else '未完成'}"
