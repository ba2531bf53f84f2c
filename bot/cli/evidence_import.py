"""`kaohe evidence import`: bring in what was handed over on a disk (材料导入)."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.cli import database
from bot.cli.failures import CommandError
from bot.cli.output import print_json
from bot.evidence_files import evidence_files
from bot.file_types import RefusedFileError, recognise
from bot.intake import Intake, MarkedSecretError
from bot.settings import Settings
from handlers.campaign.campaigns import chosen_campaign
from handlers.campaign.library import Library
from handlers.evidence.importing import Place, keep_imported, leaf_of
from handlers.exports.scope import scope_named
from handlers.secrecy import rule_of
from handlers.wording import leaf_name
from scoring.model import Criterion, Rubric
from store.database import Store
from store.unit_of_work import UnitOfWork

OURS: Final = ("00 材料目录.docx", "00 校验清单.csv")
"""What an exported folder holds beside the evidence."""
_LEFT_BEHIND: Final = ("Thumbs.db", "desktop.ini")
_PART: Final = 1 << 20
MARKED: Final = "带有密级标志，不收；请按保密规定报送"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, `path` being below the folder; `state` is 导入, 已有 or 不收."""

    path: str
    state: str
    leaf: Criterion | None = None
    reason: str = ""


def import_command(  # noqa: PLR0913 -- each is an option of the command
    folder: Annotated[Path, typer.Argument(help="文件夹；子文件夹或文件名以要点编号开头的自动归类")],
    unit: Annotated[str, typer.Option(help="这些材料是哪个单位的（认别名）")],
    campaign: Annotated[str | None, typer.Option(help="考核任务的名称；只有一个进行中的可不写")] = None,
    subject: Annotated[str, typer.Option(help="被考核单位；只有一个时可不写")] = "",
    *,
    captions: Annotated[bool, typer.Option("--captions", help="图片的文件名就是文字说明")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会怎样，什么也不存")] = False,
    json: Annotated[bool, typer.Option("--json", help="每行一个JSON")] = False,
) -> None:
    """把一个文件夹里的文件导入为材料；同一文件再导一次不会重复。"""
    settings = Settings.load()
    files = _files(folder)
    library = Library(settings.rubrics_dir)

    def place_of(uow: UnitOfWork) -> tuple[Place, Rubric]:
        chosen = chosen_campaign(uow, campaign)
        rubric = library.rubric_of(uow, chosen)
        people = [person.unit for person in uow.roster.list(chosen.id)]
        scope = scope_named(rubric, chosen, people, unit, subject)
        if not scope.subject and len(chosen.subjects) > 1:
            raise CommandError(f"请用 --subject 说明是哪个被考核单位：{'、'.join(chosen.subjects)}")
        return Place(chosen, scope.unit, scope.subject or chosen.subjects[0], captions), rubric

    async def work(store: Store) -> list[Outcome]:
        place, rubric = await store.read(place_of)
        bringing = _Bringing(settings, store, place, rubric)
        do = bringing.foresee if dry_run else bringing.bring
        return [await do(folder, path) for path in files]

    outcomes = database.use(settings, work)
    _tell(outcomes, dry_run=dry_run, json=json)
    if any(one.state == "不收" for one in outcomes):
        raise typer.Exit(1)


class _Bringing:
    """Takes one file after the other in."""

    def __init__(self, settings: Settings, store: Store, place: Place, rubric: Rubric) -> None:
        self._now = database.now(settings)
        self._store = store
        self._place = place
        self._rubric = rubric
        self._intake = Intake(evidence_files(settings))

    async def bring(self, folder: Path, path: Path) -> Outcome:
        """Keep the file and make evidence of it."""
        below, leaf = self._leaf(folder, path)
        code = leaf.code if leaf else None
        try:
            received = await self._intake.take_in(_content(path), path.name)
        except RefusedFileError as error:
            return Outcome(below, "不收", leaf, str(error))
        except MarkedSecretError:
            return Outcome(below, "不收", leaf, MARKED)
        added = await self._store.run(
            lambda uow: keep_imported(uow, self._place, self._rubric, received, code, self._now)
        )
        return Outcome(below, "导入" if added else "已有", leaf, received.remark)

    async def foresee(self, folder: Path, path: Path) -> Outcome:
        """Say what would become of the file."""
        below, leaf = self._leaf(folder, path)
        try:
            await asyncio.to_thread(_recognised, path)
        except RefusedFileError as error:
            return Outcome(below, "不收", leaf, str(error))
        if rule_of(path.name):
            return Outcome(below, "不收", leaf, MARKED)
        sha256, place = await asyncio.to_thread(_fingerprint, path), self._place
        rows = await self._store.read(
            lambda uow: uow.evidence.list(place.campaign.id, unit=place.unit, subject=place.subject)
        )
        known = {row.code for row in rows if row.sha256 == sha256 and row.state != "withdrawn"}
        there = bool(known) if leaf is None else leaf.code in known
        return Outcome(below, "已有" if there else "导入", leaf)

    def _leaf(self, folder: Path, path: Path) -> tuple[str, Criterion | None]:
        below = path.relative_to(folder)
        return below.as_posix(), leaf_of(self._rubric, (folder.name, *below.parts[:-1]), below.name)


def _files(folder: Path) -> Sequence[Path]:
    """The files below the folder in order, without what systems leave behind and without links out of it."""
    if not folder.is_dir():
        raise CommandError(f"没有文件夹 {folder}")
    found = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    kept = [
        path for path in found if not any(_is_left_behind(part) for part in path.relative_to(folder).parts)
    ]
    if not kept:
        raise CommandError(f"{folder} 里没有文件")
    return kept


def _is_left_behind(name: str) -> bool:
    return name.startswith((".", "~$")) or name in _LEFT_BEHIND or name in OURS


async def _content(path: Path) -> AsyncIterator[bytes]:
    """The bytes in parts: a file that is not taken may be larger than memory."""
    parts = _parts(path)
    while part := await asyncio.to_thread(next, parts, b""):
        yield part


def _parts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while part := file.read(_PART):
            yield part


def _recognised(path: Path) -> None:
    recognise(path, path.name, path.stat().st_size)


def _fingerprint(path: Path) -> str:
    seen = hashlib.sha256()
    for part in _parts(path):
        seen.update(part)
    return seen.hexdigest()


def _tell(outcomes: Sequence[Outcome], *, dry_run: bool, json: bool) -> None:
    if json:
        for one in outcomes:
            code = one.leaf.code if one.leaf else None
            print_json({"path": one.path, "state": one.state, "code": code, "reason": one.reason})
        return
    for line in _lines(outcomes):
        typer.echo(line)
    counts = Counter(one.state for one in outcomes)
    loose = sum(one.leaf is None and one.state == "导入" for one in outcomes)
    said = "，".join(f"{state}{count}件" for state, count in counts.items())
    more = f"；其中{loose}件没有归类" if loose else ""
    typer.echo(f"{'试看，什么也没存：' if dry_run else ''}{said}{more}")


def _lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for one in outcomes:
        where = f"{one.leaf.code} {leaf_name(one.leaf, 24)}" if one.leaf else "未归类"
        yield f"{one.state}  {where}  {one.path}" + (f"（{one.reason}）" if one.reason else "")
