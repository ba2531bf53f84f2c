"""The command line `kaohe`: a module a command, of which only the one asked for is imported."""

import io
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module

import typer
from typer.exceptions import TyperException

from bot import logs
from bot.cli.failures import is_expected, line
from bot.cli.usage import help_in_chinese, usage_line

COMMANDS = {
    "serve": "启动机器人",
    "migrate": "建好数据库，或更新到最新",
    "backup": "备份SQLite数据库，不用停机",
    "demo": "带替身企业微信平台的试用",
    "doctor": "检查设置、数据库、日历、平台和细则",
    "campaign": "考核任务：开办、列出、改用新版细则",
    "roster": "花名册：导入、列出、发绑定码",
    "calendar": "日历：导入一年的放假调休安排",
    "submissions": "列出全部填报",
    "export": "导出材料包、材料目录、自评报告、计分表",
    "outbox": "列出全部推送",
    "remind": "某一时刻该发的提醒",
    "score": "按考核细则计分",
    "rubric": "考核细则：列出、显示、检查",
    "chat": "在终端里以某人的身份和机器人对话",
    "audit": "审计日志：核对",
    "evidence": "材料：从文件夹导入，核对记录和字节",
    "healthcheck": "问本机的服务是否还在应答",
}
"""Name → what it does. Its module has the same name, and in it an `app` or a function of that name."""


def command_line(asked: str = "") -> typer.Typer:
    """The typer app in which only the command asked for is real; the others stand in the list."""
    app = typer.Typer(
        name="kaohe", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
    )

    @app.callback()
    def kaohe() -> None:
        """考核：政府质量工作考核机器人。"""

    for name, about in COMMANDS.items():
        module = import_module(f"bot.cli.{name}") if name == asked else None
        group = getattr(module, "app", None)
        if group is not None:
            app.add_typer(group, name=name, help=about)
        else:
            app.command(name, help=about)(getattr(module, name, _not_asked_for))
    return app


def main() -> None:
    """Run the command line: an error is told on standard error with exit 1, wrong usage ends with exit 2."""
    logs.configure(level=logging.WARNING)
    words = sys.argv[1:]
    app = command_line(words[0] if words else "")
    try:
        with _translated_help(words):
            sys.exit(app(prog_name="kaohe", standalone_mode=False))
    except TyperException as error:
        if error.format_message():  # Without words only the help was wanted, and it has been shown.
            typer.echo(usage_line(error), err=True)
        sys.exit(error.exit_code)
    except typer.Abort:
        typer.echo("已中止", err=True)
        sys.exit(1)
    except Exception as error:
        if not is_expected(error):
            raise
        typer.echo(line(error), err=True)
        sys.exit(1)


@contextmanager
def _translated_help(words: list[str]) -> Iterator[None]:
    """Put what typer shows into Chinese where nothing but help is to be shown."""
    if not _wants_help(words):
        yield
        return
    shown = io.StringIO()
    try:
        with redirect_stdout(shown):
            yield
    finally:
        sys.stdout.write(help_in_chinese(shown.getvalue()))


def _wants_help(words: list[str]) -> bool:
    """Whether it is asked for, or nothing else is: a group's name alone."""
    if not words or "--help" in words:
        return True
    app = getattr(import_module(f"bot.cli.{words[0]}"), "app", None) if words[0] in COMMANDS else None
    return len(words) == 1 and app is not None and bool(app.info.no_args_is_help)


def _not_asked_for() -> None:
    """Never run: a command that is named is loaded."""
