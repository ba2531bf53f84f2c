"""`kaohe backup`: a copy of the database while the bot runs."""

from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings
from store.backup import back_up


def backup(
    to: Annotated[Path, typer.Argument(metavar="FILE", help="新文件，已有的不覆盖")],
) -> None:
    """把SQLite数据库备份成一个新文件，不用停机。"""
    back_up(Settings.load().database_url, to)
    typer.echo(f"已备份到{to}，核对无误", err=True)
