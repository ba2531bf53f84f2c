"""The command line `kaohe`: a module a command, of which only the one asked for is imported."""

import sys
from importlib import import_module

import typer

from bot.cli.failures import is_expected

COMMANDS = {
    "campaign": "bot.cli.campaign:app",
    "roster": "bot.cli.roster:app",
    "submissions": "bot.cli.submissions:submissions",
    "chat": "bot.cli.chat:chat",
    "doctor": "bot.cli.doctor:doctor",
    "healthcheck": "bot.cli.healthcheck:healthcheck",
}
"""Name → module and attribute: a typer app for a group of commands, a function for a single one."""


def command_line(*names: str) -> typer.Typer:
    """The typer app with the commands of these names."""
    app = typer.Typer(
        name="kaohe", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
    )

    @app.callback()
    def kaohe() -> None:
        """考核：政府质量工作考核机器人。"""

    for name in names:
        module, attribute = COMMANDS[name].split(":")
        found = getattr(import_module(module), attribute)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name)
        else:
            app.command(name)(found)
    return app


def main() -> None:
    """Run the command line: an error is told on standard error with exit 1, wrong usage ends with exit 2."""
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    app = command_line(asked) if asked in COMMANDS else command_line(*COMMANDS)
    try:
        app()
    except Exception as error:
        if not is_expected(error):
            raise
        typer.echo(str(error), err=True)
        sys.exit(1)
