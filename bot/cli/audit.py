"""`kaohe audit`: the log of acts (审计日志)."""

import typer

from bot.cli import database
from bot.cli.failures import CommandError
from bot.settings import Settings
from store.database import Store
from store.records import AuditRow
from store.repositories.audit import ChainCheck
from store.unit_of_work import UnitOfWork

app = typer.Typer(no_args_is_help=True)


@app.callback()
def audit() -> None:
    """审计日志。"""


@app.command()
def verify() -> None:
    """从头核对审计链：有一行被改过、删过，就指出是第几行。"""
    chain = database.use(Settings.load(), _walk)
    if chain.bad is not None:
        raise CommandError(f"审计链从第{chain.bad}行起对不上")
    typer.echo(f"审计链完好，共{chain.seq}行")


async def _walk(store: Store) -> ChainCheck:
    """Batch by batch, so that a running bot can write in between."""
    chain = ChainCheck()

    def batch(uow: UnitOfWork) -> tuple[tuple[AuditRow, ...], tuple[int, str]]:
        return uow.audit.rows(chain.seq), uow.audit.head()

    while not chain.done:
        chain.take(*await store.read(batch))
    return chain
