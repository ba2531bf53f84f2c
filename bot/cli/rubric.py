"""`kaohe rubric`: which rubrics there are, what one of them says, its doubts, and what a change does."""

from collections.abc import Iterator
from typing import Annotated

import typer

from bot.cli.own_rubrics import own_rubrics
from bot.cli.rubric_check import check_rubrics
from bot.cli.rubric_diff import diff
from rubrics import RubricError, available, load
from scoring.decimals import plain
from scoring.model import Ambiguity, Criterion, Input, Rubric

app = typer.Typer(no_args_is_help=True, help="考核细则。")
app.command("check")(check_rubrics)
app.command("diff")(diff)

TYPE_NAMES = {
    "percent": "百分数",
    "number": "数",
    "money": "金额",
    "points": "分数",
    "count": "整数",
    "bool": "是/否",
    "choice": "选项",
    "text": "文字",
}


@app.command("list")
def list_rubrics() -> None:
    """列出全部考核细则。"""
    directory = own_rubrics()
    for name in available(directory):
        try:
            rubric = load(name, directory)
        except RubricError as error:
            typer.echo(f"{name}  不能用：{error}")
        else:
            typer.echo(f"{name}  {rubric.title}  {len(rubric.criteria)}项  版本 {rubric.version}")


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="考核细则，如 rugao-2018")],
    code: Annotated[str | None, typer.Argument(help="只看这个编号")] = None,
) -> None:
    """显示一部考核细则，或其中一个考核要点。"""
    rubric = load(name, own_rubrics())
    lines = _overview(rubric) if code is None else _details(rubric.criterion(code))
    typer.echo("\n".join(lines))


def _overview(rubric: Rubric) -> Iterator[str]:
    yield f"{rubric.title}（{rubric.name}，版本 {rubric.version}）"
    yield f"被考核单位：{'、'.join(rubric.subjects)}"
    if rubric.notes:
        yield f"说明：{rubric.notes}"
    for criterion in rubric.criteria:
        yield f"{_heading(criterion)}  {'、'.join(criterion.responsible)}"


def _heading(criterion: Criterion) -> str:
    marks = "" if criterion.full_marks is None else f"  满分{plain(criterion.full_marks)}分"
    return f"{criterion.code}  {criterion.name.removeprefix(criterion.code).strip()}{marks}"


def _details(criterion: Criterion) -> Iterator[str]:
    yield _heading(criterion)
    yield f"所属：{' / '.join(criterion.path)}"
    yield f"负责单位：{'、'.join(criterion.named_units)}"
    if criterion.deadline:
        yield f"完成时限：{criterion.deadline}"
    yield f"条文：{criterion.clause}"
    yield "填报项："
    yield from (f"  {_input(item)}" for item in criterion.inputs)
    yield f"口径：{criterion.reading}"
    yield from (_doubt(item) for item in criterion.ambiguities)


def _input(item: Input) -> str:
    words = "；".join(f"{choice.value} {choice.label}" for choice in item.choices)
    kind = f"{TYPE_NAMES[item.type]}：{words}" if words else TYPE_NAMES[item.type]
    return f"{item.name}  {item.label}（{kind}{'，可空' if item.optional else ''}）"


def _doubt(item: Ambiguity) -> str:
    return f"存疑：{item.open} 采用：{item.default} 理由：{item.reason}"
