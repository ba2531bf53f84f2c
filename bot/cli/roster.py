"""`kaohe roster`: import the people of a campaign (花名册), list them, issue a binding code."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import database
from bot.cli.failures import CommandError
from bot.cli.output import print_json
from bot.documents.handed_in import read_table
from bot.settings import Settings
from handlers.access import ROLE_NAMES
from handlers.campaign.campaigns import chosen_campaign
from handlers.campaign.library import Library
from handlers.people.enrolment import Enrolled, enrol, fresh_code
from handlers.people.roster import read_entries
from store.records import Contact
from store.unit_of_work import UnitOfWork

app = typer.Typer(help="花名册：导入、列出、发绑定码。", no_args_is_help=True)

CampaignName = Annotated[str | None, typer.Option("--campaign", help="考核任务；只有一个进行中时可省略")]


@app.command("import")
def import_command(
    file: Annotated[Path, typer.Argument(help="xlsx 或 csv 文件，姓名、单位、角色三列必填")],
    campaign: CampaignName = None,
) -> None:
    """导入花名册：有一行不对，就一行也不导入。"""
    settings = Settings.load()
    table = read_table(file)
    library = Library(settings.rubrics_dir)
    now = database.now(settings)

    def work(uow: UnitOfWork) -> tuple[Enrolled, ...]:
        chosen = chosen_campaign(uow, campaign)
        entries = read_entries(table, library.rubric(chosen.rubric), chosen.subjects)
        return enrol(uow, chosen, entries, now)

    enrolled = database.run(settings, work)
    for one in enrolled:
        entry = one.entry
        result = f"已绑定 {entry.account}" if one.outcome == "bound" else f"绑定码 {one.code}"
        typer.echo(f"第{entry.row}行  {entry.unit}  {entry.name}  {ROLE_NAMES[entry.role]}  {result}")
    codes = sum(one.outcome == "code" for one in enrolled)
    typer.echo(f"已导入{len(enrolled)}人" + (f"；绑定码{codes}个，10分钟内有效，只能用一次" if codes else ""))


@app.command("list")
def list_command(
    campaign: CampaignName = None, json: Annotated[bool, typer.Option("--json", help="每行一个JSON")] = False
) -> None:
    """列出花名册。"""
    settings = Settings.load()
    people = database.read(settings, lambda uow: uow.roster.list(chosen_campaign(uow, campaign).id))
    for contact in people:
        if json:
            print_json(_row(contact))
        elif contact.active:
            account = f"已绑定 {contact.account}" if contact.account else "未绑定"
            typer.echo(f"{contact.unit}  {contact.name}  {ROLE_NAMES[contact.role]}  {account}")


@app.command("code")
def code_command(
    name: Annotated[str, typer.Argument(help="姓名")],
    campaign: CampaignName = None,
    unit: Annotated[str | None, typer.Option(help="单位，有同名的人时用")] = None,
) -> None:
    """给一个人发新的绑定码。"""
    settings = Settings.load()
    now = database.now(settings)

    def work(uow: UnitOfWork) -> str:
        people = uow.roster.list(chosen_campaign(uow, campaign).id)
        return fresh_code(uow, _person(people, name, unit).id, now)

    typer.echo(f"{name}的绑定码：{database.run(settings, work)}（10分钟内有效，只能用一次）")


def _person(people: tuple[Contact, ...], name: str, unit: str | None) -> Contact:
    found = [one for one in people if one.active and one.name == name and unit in (None, one.unit)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise CommandError(f"花名册里没有“{name}”")
    raise CommandError(
        f"有{len(found)}个“{name}”，请用 --unit 说明单位：{'、'.join(one.unit for one in found)}"
    )


def _row(contact: Contact) -> dict[str, object]:
    return {
        "name": contact.name,
        "unit": contact.unit,
        "role": ROLE_NAMES[contact.role],
        "subject": contact.subject,
        "channel": contact.channel,
        "account": contact.account,
        "bound_at": contact.bound_at,
        "active": contact.active,
    }
