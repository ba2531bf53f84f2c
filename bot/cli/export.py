"""`kaohe export`: what a campaign holds, as files to hand over (导出)."""

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from bot.cli import database
from bot.cli.failures import CommandError
from bot.cli.output import print_json
from bot.documents.catalogue_paper import catalogue_paper
from bot.documents.evidence_zip import checked, evidence_zip
from bot.documents.report_paper import report_paper
from bot.documents.sheet_book import sheet_book
from bot.evidence_files import evidence_files
from bot.settings import Settings
from handlers.campaign.campaigns import chosen_campaign
from handlers.campaign.library import Library
from handlers.exports.catalogue import Catalogue, catalogue_of
from handlers.exports.scope import Scope, scope_named
from handlers.exports.self_report import self_report
from handlers.exports.sheet import filed_sheet
from store.records import Campaign
from store.unit_of_work import UnitOfWork

app = typer.Typer(help="导出：材料包、材料目录、自评报告、计分表。", no_args_is_help=True)

CampaignOption = Annotated[str | None, typer.Option(help="考核任务的名称；只有一个进行中的可不写")]
UnitOption = Annotated[str, typer.Option(help="只要这个单位的（认别名）；不写是全部")]
SubjectOption = Annotated[str, typer.Option(help="只要这个被考核单位的")]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="写到哪个文件；不写取默认名")]
ForceOption = Annotated[bool, typer.Option("--force", help="已有同名文件时覆盖")]


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of which campaign was asked for, in the words of the command."""

    campaign: str | None
    unit: str
    subject: str

    def found(self, uow: UnitOfWork, library: Library) -> tuple[Campaign, Scope]:
        """The campaign and the part; raises CampaignError where there is none of that name."""
        chosen = chosen_campaign(uow, self.campaign)
        people = [person.unit for person in uow.roster.list(chosen.id)]
        rubric = library.rubric_of(uow, chosen)
        return chosen, scope_named(rubric, chosen, people, self.unit, self.subject)


Made = TypeVar("Made")


def _part(
    settings: Settings, part: Part, make: Callable[[UnitOfWork, Campaign, Library, Scope, datetime], Made]
) -> Made:
    library, now = Library(settings.rubrics_dir), database.now(settings)

    def work(uow: UnitOfWork) -> Made:
        campaign, scope = part.found(uow, library)
        return make(uow, campaign, library, scope, now)

    return database.read(settings, work)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that is made: its usual name, its bytes part by part, and what is said of it."""

    name: str
    parts: Iterable[bytes]
    said: str


def _evidence(settings: Settings, part: Part) -> Exported:
    made = evidence_zip(_catalogue_of(settings, part), evidence_files(settings))
    missing = sum(bool(item.missing) for item in made.catalogue.items)
    lacking = f"；缺失{missing}件，见清单" if missing else ""
    return Exported(
        made.name, made.parts(), f"{len(made.catalogue.items) - missing}件，{made.size}字节{lacking}"
    )


def _catalogue(settings: Settings, part: Part) -> Exported:
    found = checked(_catalogue_of(settings, part), evidence_files(settings))
    said = f"{len(found.items)}件，缺{len(found.lacking)}项"
    return Exported(f"{found.name}目录.docx", [catalogue_paper(found)], said)


def _report(settings: Settings, part: Part) -> Exported:
    made = _part(settings, part, self_report)
    return Exported(f"{made.author}自评报告.docx", [report_paper(made)], made.title)


def _command(name: str, make: Callable[[Settings, Part], Exported], told: str) -> None:
    """Add the command that writes such a file."""

    @app.command(name, help=told)
    def command(
        campaign: CampaignOption = None,
        unit: UnitOption = "",
        subject: SubjectOption = "",
        output: OutputOption = None,
        *,
        force: ForceOption = False,
    ) -> None:
        made = make(Settings.load(), Part(campaign, unit, subject))
        typer.echo(f"{_written(output or Path(made.name), made.parts, force=force)}：{made.said}")


_command("evidence", _evidence, "材料包（zip）：按细则顺序编号，附目录和校验清单。")
_command("catalogue", _catalogue, "材料目录（docx）：缺项在前，材料按细则顺序。")
_command("report", _report, "自评报告（docx）：按印出的模板填已知的，缺的标【待填】。")


@app.command()
def sheet(
    campaign: CampaignOption = None,
    unit: UnitOption = "",
    subject: SubjectOption = "",
    output: OutputOption = None,
    *,
    force: ForceOption = False,
    json: Annotated[bool, typer.Option("--json", help="不写文件，每行一个JSON")] = False,
) -> None:
    """计分表（xlsx）：自评和核定并列。"""
    settings = Settings.load()
    made = _part(settings, Part(campaign, unit, subject), filed_sheet)
    if json:
        for one in made.sheets:
            for row in one.rows:
                print_json({"campaign": made.campaign.name, "subject": one.subject, **asdict(row)})
        return
    target = _written(output or Path(f"{made.campaign.name}计分表.xlsx"), [sheet_book(made)], force=force)
    typer.echo(f"{target}：{sum(len(one.rows) for one in made.sheets)}项")


def _catalogue_of(settings: Settings, part: Part) -> Catalogue:
    return _part(
        settings,
        part,
        lambda uow, chosen, library, scope, _now: catalogue_of(uow, chosen, library, scope),
    )


def _written(target: Path, parts: Iterable[bytes], *, force: bool) -> Path:
    """Write the file whole or not at all."""
    if target.exists() and not force:
        raise CommandError(f"{target} 已经有了；要覆盖请加 --force")
    if not target.parent.is_dir():
        raise CommandError(f"没有文件夹 {target.parent}")
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".kaohe-")
    try:
        with os.fdopen(handle, "wb") as file:
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(target)
    finally:
        Path(draft).unlink(missing_ok=True)
    return target
