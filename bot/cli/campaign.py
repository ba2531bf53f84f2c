"""`kaohe campaign`: open a campaign (考核任务), list them."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import database
from bot.cli.output import print_json
from bot.settings import Settings
from handlers.calendar.deadlines import Deadlines, deadlines_of
from handlers.campaign.adoption import adopt, adoption_text
from handlers.campaign.campaigns import Opening, chosen_campaign, deadline_text, open_campaign, parse_deadline
from handlers.campaign.library import Library
from rubrics.overlays import read_overlay
from store.records import Campaign
from store.unit_of_work import UnitOfWork

app = typer.Typer(help="考核任务：开办、列出。", no_args_is_help=True)


@app.command("open")
def open_command(
    rubric: Annotated[str, typer.Argument(help="考核细则，如 rugao-2018")],
    name: Annotated[str, typer.Option(help="考核任务的名称")],
    year: Annotated[int | None, typer.Option(help="年度，默认取自细则")] = None,
    subject: Annotated[list[str] | None, typer.Option(help="被考核单位，可多次给出")] = None,
    deadline: Annotated[str | None, typer.Option(help="完成时限，如 2018-12-28")] = None,
    overlay: Annotated[Path | None, typer.Option(help="签发的补充方案，TOML或JSON文件")] = None,
) -> None:
    """开办一个考核任务。"""
    settings = Settings.load()
    library = Library(settings.rubrics_dir)
    document = library.rubric(rubric)
    opening = Opening(
        name=name,
        year=year,
        subjects=tuple(subject or ()),
        deadline=parse_deadline(deadline) if deadline else None,
        overlay=read_overlay(overlay) if overlay else None,
    )
    now = database.now(settings)
    campaign = database.run(settings, lambda uow: open_campaign(uow, library, rubric, opening, now))
    typer.echo(f"已开办考核任务“{campaign.name}”：《{document.title}》，{campaign.year}年度")
    typer.echo(f"被考核单位（{len(campaign.subjects)}个）：{'、'.join(campaign.subjects)}")
    typer.echo(f"完成时限：{deadline_text(campaign, document)}")
    if campaign.overlay is not None:
        signed = f"{campaign.overlay['issuer']} {campaign.overlay['document']}"
        typer.echo(f"补充方案：{campaign.overlay['id']}（{signed}）")


@app.command("adopt")
def adopt_command(
    name: Annotated[str, typer.Argument(help="考核任务的名称")],
    overlay: Annotated[Path | None, typer.Option(help="同时改用的补充方案，TOML或JSON文件")] = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="看过差别，采用")] = False,
) -> None:
    """改用细则的现行版本（或另一个补充方案）：先列出已报数据的得分差别，加 --yes 才采用。"""
    settings = Settings.load()
    library = Library(settings.rubrics_dir)
    document = read_overlay(overlay) if overlay else None

    def differences(uow: UnitOfWork) -> tuple[Campaign, list[str]]:
        campaign = chosen_campaign(uow, name)
        return campaign, adoption_text(uow, library, campaign, document)

    campaign, lines = database.read(settings, differences)
    for line in lines:
        typer.echo(line)
    if not yes:
        typer.echo("还没有采用。看过差别后加 --yes 采用。")
        return
    now = database.now(settings)
    database.run(settings, lambda uow: adopt(uow, library, campaign, document, now))
    typer.echo(f"“{campaign.name}”已采用。")


@app.command("list")
def list_command(json: Annotated[bool, typer.Option("--json", help="每行一个JSON")] = False) -> None:
    """列出考核任务。"""
    settings = Settings.load()
    library = Library(settings.rubrics_dir)

    def every(uow: UnitOfWork) -> list[Deadlines]:
        return [deadlines_of(uow, row, library.rubric_of(uow, row)) for row in uow.campaigns.list()]

    for deadlines in database.read(settings, every):
        campaign = deadlines.campaign
        if json:
            print_json(_row(deadlines))
        else:
            state = "进行中" if campaign.state == "open" else "已结束"
            due = deadline_text(campaign, deadlines.rubric, deadlines.arranged)
            typer.echo(f"{campaign.name}  {campaign.rubric}  {campaign.year}年  {state}  时限 {due}")


def _row(deadlines: Deadlines) -> dict[str, object]:
    campaign = deadlines.campaign
    return {
        "name": campaign.name,
        "rubric": campaign.rubric,
        "rubric_version": campaign.rubric_version,
        "year": campaign.year,
        "subjects": campaign.subjects,
        "deadline": deadlines.whole,
        "overlay": campaign.overlay and campaign.overlay.get("id"),
        "state": campaign.state,
        "opened_at": campaign.opened_at,
    }
