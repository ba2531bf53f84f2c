"""`kaohe demo`: play every role of every rubric in a browser, on a stand-in WeCom platform."""

import asyncio
import logging
import shutil
from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from bot.cli.failures import CommandError
from bot.sandbox.demo import run

_MARK = ".kaohe-demo"  # The file that says of a folder that it is the demo's own.
_HELP_PORT = "网页的端口；被占用时换一个空闲的"
_HELP_DATA = "数据放哪里；不加 --keep 时每次清空重来"


def demo(
    port: Annotated[int, typer.Option(help=_HELP_PORT, min=0, max=65535)] = 8080,
    data: Annotated[Path, typer.Option(help=_HELP_DATA)] = Path("data/demo"),
    keep: Annotated[bool, typer.Option("--keep", help="接着上次的数据")] = False,
) -> None:
    """在网页里扮演联络员、审核员、领导、质强办；不用账号，不用配置。"""
    _make_ready(data, keep=keep)
    logs.configure(level=logging.WARNING)
    asyncio.run(run(data, port, _announce))


def _make_ready(data: Path, *, keep: bool) -> None:
    """Make or empty the demo's own folder; one that holds something else is never touched."""
    if data.exists() and any(data.iterdir()):
        if not (data / _MARK).exists():
            raise CommandError(f"文件夹“{data}”里有别的东西，没有动它；请用 --data 另指一个")
        if not keep:
            shutil.rmtree(data)
    data.mkdir(parents=True, exist_ok=True)
    (data / _MARK).touch()


def _announce(address: str) -> None:
    typer.echo(f"演示开始了，请用浏览器打开 {address} ，按 Ctrl+C 结束。")
