"""`kaohe chat`: a conversation in the terminal, on the road that every message takes."""

import asyncio
import contextlib
import sys
import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

import typer

from bot.channels.words import plain
from bot.cli import database
from bot.clock import Clock, MovableClock, SystemClock
from bot.links import Links, link_keys, link_maker
from bot.metrics import Metrics
from bot.pipeline import Patience, Pipeline
from bot.settings import Settings
from bot.spool import Spool
from handlers import conversation
from handlers.campaign.library import Library
from handlers.messages import Incoming, Reply
from store.database import Store
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork

CHANNEL = "wecom"
"""The roster's accounts are accounts of this channel."""
PROMPT = "> "
_WAIT = Patience(reply=60.0)


def chat(
    account: Annotated[str, typer.Option("--as", metavar="ACCOUNT", help="花名册上的企业微信账号")],
) -> None:
    """以这个账号的身份说话；空行跳过，Ctrl-D 结束。"""
    account = account.lower()
    settings = Settings.load()
    database.check_migrated(settings)
    with asyncio.Runner() as runner:
        store = runner.run(Store.open(settings.database_url))
        try:
            pipeline = _pipeline(settings, store)
            told = len(runner.run(_pushes(store, account)))
            for said in _lines():
                typer.echo(runner.run(pipeline.receive(_incoming(account, said))).text)
                new = runner.run(_pushes(store, account))[told:]
                told += len(new)
                for row in new:
                    typer.echo(f"［推送］{row.text}")
        finally:
            runner.run(store.close())


async def _pushes(store: Store, account: str) -> tuple[OutboxRow, ...]:
    """What the bot sends this account besides its answers, and what of an answer one message cannot hold."""
    return await store.read(lambda uow: uow.outbox.list(recipient=account))


def _pipeline(settings: Settings, store: Store) -> Pipeline:
    library = Library(settings.rubrics_dir)
    address = settings.public_url
    links = link_maker(Links(link_keys(settings)), address) if address else None

    def answer(incoming: Incoming, uow: UnitOfWork, now: datetime, inbox_id: int) -> Reply:
        return conversation.answer(incoming, uow, now, library, inbox_id, links)

    start = settings.rehearsal_start
    clock: Clock = MovableClock(start) if start else SystemClock()
    return Pipeline(store, answer, clock, Spool(settings.data_dir / "late"), Metrics(), _WAIT)


def _lines() -> Iterator[str]:
    """What is typed, with editing and history at a terminal; or each line of a file or a pipe."""
    if not sys.stdin.isatty():
        yield from (line for line in map(str.strip, sys.stdin) if line)
        return
    with contextlib.suppress(ImportError):
        __import__("readline")
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        while True:
            if said := input(PROMPT).strip():
                yield said


def _incoming(account: str, said: str) -> Incoming:
    return Incoming(
        channel=CHANNEL,
        message_id=f"console:{uuid.uuid4().hex}",
        sender=account,
        kind="text",
        sent_at=datetime.now().astimezone(),
        text=plain(said),
    )
