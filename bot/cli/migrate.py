"""`kaohe migrate`: brings the database to the tables that this version needs."""

import typer

from bot.settings import Settings
from store.migrate import migrate as bring_up_to_date


def migrate() -> None:
    """把数据库建好或升级到本版本需要的样子，可以重复运行。"""
    bring_up_to_date(Settings.load().database_url)
    typer.echo("数据库已是最新", err=True)
