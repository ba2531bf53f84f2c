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
from handlers.campaigns import chosen_campaign
from handlers.exports.catalogue import Catalogue, catalogue_of
from handlers.exports.scope import Scope, scope_named
from handlers.exports.self_report import self_report
from handlers.exports.sheet import filed_sheet
from handlers.library import Library
from store.records import Campaign
from store.unit_of_work import UnitOfWork

app = typer.Typer(help="导出：材料包、材料目录、自评报告、计分表。", no_args_is_help=True)

CampaignOption = Annotated[str | None, typer.Option(help="考核任务的名称；只有一个进行中的可不写")]
UnitOption = Annotated[str, typer.Option(help="只要这个单位的（认别名）；不写是全部")]
SubjectOption = Annotated[str, typer.Option(help="只要这个被考核单位的")]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="写到哪个文件；不写取默认名")]
ForceOption = Annotated[bool, typer.Option("--force", help="已有同名文件时覆盖")]


@app.command()
def evidence(
    campaign: CampaignOption = None,
    unit: UnitOption = "",
    subject: SubjectOption = "",
    output: OutputOption = None,
    *,
    force: ForceOption = False,
) -> None:
    """材料包（zip）：按细则顺序编号，附目录和校验清单。"""
    settings = Settings.load()
    files = evidence_files(settings)
    made = evidence_zip(_catalogue(settings, campaign, unit, subject), files)
    target = _written(output or Path(made.name), made.parts(), force=force)
    missing = sum(bool(item.missing) for item in made.catalogue.items)
    kept = len(made.catalogue.items) - missing
    typer.echo(f"{target}：{kept}件，{made.size}字节" + (f"；缺失{missing}件，见清单" if missing else ""))


@app.command()
def catalogue(
    campaign: CampaignOption = None,
    unit: UnitOption = "",
    subject: SubjectOption = "",
    output: OutputOption = None,
    *,
    force: ForceOption = False,
) -> None:
    """材料目录（docx）：缺项在前，材料按细则顺序。"""
    settings = Settings.load()
    files = evidence_files(settings)
    found = checked(_catalogue(settings, campaign, unit, subject), files)
    target = _written(output or Path(f"{found.name}目录.docx"), [catalogue_paper(found)], force=force)
    typer.echo(f"{target}：{len(found.items)}件，缺{len(found.lacking)}项")


@app.command()
def report(
    campaign: CampaignOption = None,
    unit: UnitOption = "",
    subject: SubjectOption = "",
    output: OutputOption = None,
    *,
    force: ForceOption = False,
) -> None:
    """自评报告（docx）：按印出的模板填已知的，缺的标【待填】。"""
    settings = Settings.load()
    made = _part(settings, Part(campaign, unit, subject), self_report)
    target = _written(output or Path(f"{made.author}自评报告.docx"), [report_paper(made)], force=force)
    typer.echo(f"{target}：{made.title}")


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


def _catalogue(settings: Settings, campaign: str | None, unit: str, subject: str) -> Catalogue:
    return _part(
        settings,
        Part(campaign, unit, subject),
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
