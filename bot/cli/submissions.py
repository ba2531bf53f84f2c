"""`kaohe submissions`: every stored submission (填报), oldest first."""

from typing import Annotated

import typer

from bot.cli import database
from bot.cli.output import print_json
from bot.settings import Settings
from handlers.campaign.campaigns import chosen_campaign
from handlers.lookups.submitted import Submitted, submitted
from store.unit_of_work import UnitOfWork

STATUS_NAMES = {"current": "现行", "superseded": "已更正", "withdrawn": "已撤回"}


def submissions(
    campaign: Annotated[str | None, typer.Option(help="只看这个考核任务")] = None,
    json: Annotated[bool, typer.Option("--json", help="每行一个JSON")] = False,
) -> None:
    """列出全部填报，早的在前。"""
    settings = Settings.load()

    def work(uow: UnitOfWork) -> tuple[Submitted, ...]:
        chosen = chosen_campaign(uow, campaign).id if campaign is not None else None
        return submitted(uow, chosen)

    for one in database.read(settings, work):
        if json:
            print_json(_row(one))
        else:
            row = one.submission
            values = "，".join(f"{name}={value}" for name, value in (one.inputs or {}).items())
            when = row.at.astimezone(settings.zone).isoformat(timespec="seconds")
            typer.echo(
                f"{when}  {row.code}  {row.subject}  {values}  {STATUS_NAMES[one.status]}  {row.contact_name}"
            )


def _row(one: Submitted) -> dict[str, object]:
    row = one.submission
    return {
        "campaign": one.campaign,
        "code": row.code,
        "subject": row.subject,
        "inputs": one.inputs,
        "status": one.status,
        "act": row.act,
        "given": row.given,
        "unit": row.unit,
        "who": row.contact_name,
        "when": row.at,
        "late": row.late,
        "message_id": row.message_key,
    }
