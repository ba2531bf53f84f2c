"""`kaohe remind`: what the reminder tick does, or would do, at a given time."""

from datetime import datetime
from typing import Annotated

import typer

from bot.cli import database
from bot.cli.failures import CommandError
from bot.cli.output import print_json
from bot.settings import Settings
from handlers.campaign.library import Library
from handlers.messages import Push
from handlers.notices import remind as remind_people
from handlers.wording import local


def remind(
    at: Annotated[str, typer.Option(help="时间，如 2015-06-24T09:00+08:00；不写时区按KAOHE_TIMEZONE")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会发什么，不放进发送队列")] = False,
    json: Annotated[bool, typer.Option("--json", help="每行一个JSON")] = False,
) -> None:
    """在某一时刻该提醒谁：放进发送队列（或只列出来）。"""
    settings = Settings.load()
    now = _time(at, settings)
    library = Library(settings.rubrics_dir)
    do = database.read if dry_run else database.run
    found = do(settings, lambda uow: remind_people(uow, now, library, dry_run=dry_run))
    if not found:
        typer.echo("这一刻没有要发的提醒", err=True)
    for push in found:
        if json:
            print_json(_row(push))
        else:
            typer.echo(f"{local(push.not_before):%m-%d %H:%M}  {push.recipient}  {push.text.splitlines()[0]}")


def _time(text: str, settings: Settings) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(f"看不懂的时间“{text}”，请写成 2015-06-24T09:00+08:00") from None
    return time if time.tzinfo else time.replace(tzinfo=settings.zone)


def _row(push: Push) -> dict[str, object]:
    return {
        "key": push.key,
        "channel": push.channel,
        "recipient": push.recipient,
        "text": push.text,
        "not_before": push.not_before,
        "urgent": push.urgent,
    }
