"""`kaohe evidence`: bring in a folder; whether the rows about evidence and the bytes that are kept agree (材料核对)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Final

import typer

from bot.cli import database
from bot.cli.evidence_import import import_command
from bot.cli.failures import CommandError
from bot.evidence_files import evidence_files
from bot.settings import Settings
from store.files import DamagedFileError, EvidenceFiles, KeptFile
from store.records import Evidence

ORPHANED: Final = timedelta(days=7)
"""Bytes are kept before their row is written: only after so long is it certain that no row will come."""

app = typer.Typer(no_args_is_help=True)
app.command("import")(import_command)


@app.callback()
def evidence() -> None:
    """材料。"""


@app.command()
def verify(
    *,
    sweep: Annotated[bool, typer.Option("--sweep", help="删去七天前多出来、没有记录的文件")] = False,
) -> None:
    """逐件核对：有记录没字节、字节不符、有字节没记录；有前两种时以1结束。"""
    settings = Settings.load()
    files = evidence_files(settings)
    kept = list(files.kept())
    # The rows are read after the files, so that what has come in between is no orphan.
    rows = database.read(settings, lambda uow: uow.evidence.with_bytes())
    by_hash: dict[str, list[Evidence]] = defaultdict(list)
    for row in rows:
        by_hash[row.sha256 or ""].append(row)
    faults = list(_faults(files, by_hash))
    for fault in faults:
        typer.echo(fault)
    orphans = [file for file in kept if file.sha256 not in by_hash]
    for line in _orphans(files, orphans, sweep=sweep):
        typer.echo(line)
    if faults:
        raise CommandError(f"{len(faults)}处对不上")
    typer.echo(f"材料完好：记录{len(rows)}条，文件{len(by_hash)}个，多出{len(orphans)}个")


def _faults(files: EvidenceFiles, by_hash: Mapping[str, Sequence[Evidence]]) -> Iterator[str]:
    for sha256, rows in sorted(by_hash.items()):
        why = _fault(files, sha256, rows[0].size)
        if why:
            names = "、".join(
                f"第{row.id}件（{row.unit} {row.file_name or row.original_name}）" for row in rows
            )
            yield f"{why}：{names} {sha256}"


def _fault(files: EvidenceFiles, sha256: str, size: int | None) -> str:
    try:
        found = sum(len(part) for part in files.parts(sha256))
    except FileNotFoundError:
        return "有记录没字节"
    except DamagedFileError:
        return "字节与校验值不符"
    return "" if found == size else "字节数不符"


def _orphans(files: EvidenceFiles, orphans: Sequence[KeptFile], *, sweep: bool) -> Iterator[str]:
    before = datetime.now(UTC) - ORPHANED
    for file in orphans:
        old = file.kept_at <= before
        if old and sweep:
            files.remove(file.sha256)
        done = "已删去" if old and sweep else "多出的文件"
        yield f"{done}：{file.sha256}，{file.size}字节，{file.kept_at.isoformat(timespec='seconds')}"
