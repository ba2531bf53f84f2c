"""`kaohe rubric diff`: what a changed rubric or overlay does to points, before it is adopted."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.failures import CommandError
from bot.cli.output import print_json
from bot.cli.own_rubrics import own_rubrics
from rubrics import load
from rubrics.changes import Change, changes
from rubrics.loader import load_folder
from rubrics.overlays import OverlayDocument, read_overlay
from scoring.decimals import plain
from scoring.differences import LeafDifference, SheetDifference, compare_versions
from scoring.model import Rubric

Facts = dict[str, Mapping[str, object]]


@dataclass(frozen=True)
class Version:
    """A rubric, with an overlay where the argument names one."""

    rubric: Rubric
    overlay: OverlayDocument | None = None

    def of(self, subject: str | None) -> Rubric:
        """As it stands for one assessed unit."""
        return self.rubric if self.overlay is None else self.overlay.applied_to(self.rubric, subject)


def diff(
    old: Annotated[str, typer.Argument(help="原来的：名称、文件夹或补充方案文件")],
    new: Annotated[str, typer.Argument(help="改后的：名称、文件夹或补充方案文件")],
    facts: Annotated[
        str | None, typer.Option(help="填报，如 kaohe submissions --json 的输出，- 为标准输入")
    ] = None,
    milestone: Annotated[str | None, typer.Option(help="考核节点；缺省为年度")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="每行一个 JSON")] = False,
) -> None:
    """改版对照：条文改了什么，同样的填报各项差几分。不改任何东西。"""
    before = _version(old)
    after = _version(new, before.rubric.name)
    if milestone is None and after.rubric.milestones:
        milestone = "annual"
    tell_change, tell_sheet = (_change_row, _sheet_rows) if as_json else (_change_line, _sheet_lines)
    for change in changes(before.of(None), after.of(None)):
        tell_change(change)
    for subject, reported in _facts(facts).items():
        versions = before.of(subject), after.of(subject)
        tell_sheet(subject, compare_versions(*versions, reported, milestone=milestone, subject=subject))


def _version(named: str, base: str = "") -> Version:
    """What an argument names; an overlay that does not say what it completes is taken to complete `base`."""
    place = Path(named)
    if place.is_dir():
        return Version(load_folder(place))
    if not place.is_file():
        return Version(load(named, own_rubrics()))
    overlay = read_overlay(place)
    completed = overlay.data.get("base", base)
    if not isinstance(completed, str) or not completed:
        raise CommandError(f"补充方案“{overlay.id}”没有写 base（补充哪一部细则）。")
    return Version(load(completed, own_rubrics()), overlay)


def _facts(source: str | None) -> dict[str | None, Facts]:
    """{subject: {code: inputs}} of what is current."""
    reported: dict[str | None, Facts] = {}
    for number, line in enumerate(_lines(source), 1):
        row = _row(number, line)
        if row.get("status", "current") != "current" or not row.get("inputs"):
            continue
        subject, code, inputs = row.get("subject"), row.get("code"), row["inputs"]
        if not isinstance(code, str) or not isinstance(inputs, dict) or not isinstance(subject, str | None):
            raise CommandError(f"{source} 第{number}行：应有 code（编号）和 inputs（填报项：值）。")
        reported.setdefault(subject, {})[code] = inputs
    return reported


def _lines(source: str | None) -> list[str]:
    if source is None:
        return []
    text = typer.get_text_stream("stdin").read() if source == "-" else Path(source).read_text("utf-8")
    return [line for line in text.splitlines() if line.strip()]


def _row(number: int, line: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if not isinstance(row, dict):
        raise CommandError(f"填报第{number}行不是一个JSON对象。")
    return row


def _change_row(change: Change) -> None:
    print_json({"kind": "change", **asdict(change)})


def _change_line(change: Change) -> None:
    words = (
        f"：{change.before or '无'} → {change.after or '无'}" if change.before or change.after else "有改动"
    )
    typer.echo(f"{change.code} {change.what}{words}")


def _sheet_rows(subject: str | None, found: SheetDifference) -> None:
    for code, before, after in _points(found):
        print_json({"kind": "points", "subject": subject, "code": code, "before": before, "after": after})


def _sheet_lines(subject: str | None, found: SheetDifference) -> None:
    typer.echo(
        f"{subject or '全部填报'}：{'各项得分都不变' if not found.leaves else f'{len(found.leaves)}项不同'}"
    )
    for code, before, after in _points(found):
        typer.echo(f"  {code}  {before or '不计分'} → {after or '不计分'}")


def _points(found: SheetDifference) -> Iterator[tuple[str, str | None, str | None]]:
    for leaf in found.leaves:
        yield leaf.code, *_shown(leaf)
    yield "$total", _text(found.before.points), _text(found.after.points)


def _shown(leaf: LeafDifference) -> tuple[str | None, str | None]:
    before, after = leaf.points
    return _text(before), _text(after)


def _text(points: Decimal | None) -> str | None:
    return None if points is None else plain(points)
