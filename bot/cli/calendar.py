"""`kaohe calendar`: the days off and worked as the State Council prints them, from a file of the office."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli import database
from bot.cli.failures import CommandError
from bot.refusals import why
from bot.settings import Settings
from handlers.campaign.campaigns import chosen_campaign
from handlers.office.days.calendar_file import CalendarFile, adopt
from store.records import Campaign
from store.unit_of_work import UnitOfWork

app = typer.Typer(help="日历：导入国务院办公厅放假通知。", no_args_is_help=True)


@app.command("import")
def import_command(
    file: Annotated[
        Path, typer.Argument(help="TOML文件：year = 2027，off = [放假的日期]，work = [调休上班的日期]")
    ],
    campaign: Annotated[str | None, typer.Option(help="只用于这个考核任务；默认用于全部进行中的")] = None,
) -> None:
    """导入一年的放假调休安排，优先于程序自带的日历；提醒自动重排。"""
    settings = Settings.load()
    calendar = read(file)
    now = database.now(settings)
    names = database.run(settings, lambda uow: [one.name for one in _adopted(uow, campaign, calendar, now)])
    if not names:
        raise CommandError("没有进行中的考核任务，没有导入")
    typer.echo(
        f"{calendar.year}年：放假{len(calendar.off)}天、调休上班{len(calendar.work)}天，已用于：{'、'.join(names)}"
    )


def read(file: Path) -> CalendarFile:
    """The file, checked; CommandError says what is wrong with it."""
    try:
        data: dict[str, Any] = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise CommandError(f"读不了{file}：{why(error)}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CommandError(f"读不了{file}：不是UTF-8的TOML文件（{error}）") from None
    year = data.get("year")
    if not isinstance(year, int) or set(data) - {"year", "off", "work"}:
        raise CommandError(f"{file}：应有 year、off、work 三项，year 是年份")
    off, work = _days(file, data.get("off"), year), _days(file, data.get("work", []), year)
    if off & work:
        raise CommandError(f"{file}：{min(off & work)}既在 off 又在 work")
    return CalendarFile(year, off, work)


def _adopted(uow: UnitOfWork, name: str | None, calendar: CalendarFile, now: datetime) -> list[Campaign]:
    chosen = [chosen_campaign(uow, name)] if name is not None else list(uow.campaigns.list())
    campaigns = [one for one in chosen if one.state == "open"]
    for one in campaigns:
        adopt(uow, one, calendar, now)
    return campaigns


def _days(file: Path, days: object, year: int) -> frozenset[date]:
    if not isinstance(days, list) or not all(
        isinstance(day, date) and not isinstance(day, datetime) and day.year == year for day in days
    ):
        raise CommandError(f"{file}：off 和 work 应是{year}年的日期，如 [{year}-01-01, {year}-01-02]")
    return frozenset(days)
