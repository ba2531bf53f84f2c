"""`kaohe serve`: the bot itself, until it is told to stop."""

import asyncio
import gc
import os
import signal
import sys

import structlog

from bot import logs
from bot.app import create_app
from bot.cli.failures import CommandError
from bot.listener import listening
from bot.one_server import AlreadyServedError, sole_server
from bot.settings import ServerSettings
from store.errors import DatabaseUrlError
from store.schema import is_current

SWITCH_SECONDS = 0.0002
"""How long a thread may keep the interpreter while another one waits for it.

The database's thread lets it go at every statement; at Python's own 5 ms it would wait that long, several
times a message, whenever the event loop is busy.
"""
_log = structlog.get_logger()


def serve() -> None:
    """启动机器人，直到收到停止信号；数据库不是最新时先升级。"""
    settings = ServerSettings.load()
    logs.configure(settings.secrets())
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        with sole_server(settings.database_url, os.getpid()):
            _migrate(settings.database_url)
            asyncio.run(_serve(settings))
    except DatabaseUrlError as error:
        raise CommandError(f"KAOHE_DATABASE_URL：{error}") from None
    except AlreadyServedError as error:
        said = f"这个SQLite数据库已有 kaohe serve 在用（进程{error}）；要几个进程一起服务，请用PostgreSQL"
        raise CommandError(said) from None


def _migrate(url: str) -> None:
    if not is_current(url):
        from store.migrate import migrate  # noqa: PLC0415 -- Alembic takes 9 MB, and is seldom needed

        migrate(url)


async def _serve(settings: ServerSettings) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.quiet_loop)
    stopped = asyncio.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signal_number, _stop, loop, stopped)
    async with listening(create_app(settings), settings.host, settings.port) as (host, port):
        _log.info("listening", host=host, port=port)
        # What is loaded by now stays: looking through it for garbage again and again would hold messages up for 0.1 s.
        gc.collect()
        gc.freeze()
        await stopped.wait()
        _log.info("stopping")
    _log.info("stopped")


def _stop(loop: asyncio.AbstractEventLoop, stopped: asyncio.Event) -> None:
    """End in order; a second signal ends at once."""
    stopped.set()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        loop.remove_signal_handler(signal_number)
