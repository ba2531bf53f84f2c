"""`kaohe healthcheck`: asks the running server whether it is alive; the container's own check."""

from http.client import HTTPConnection, HTTPException

from bot.cli.failures import CommandError
from bot.refusals import why
from bot.settings import Settings

TIMEOUT_SECONDS = 4
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what a server listens on, not we


def healthcheck() -> None:
    """问本机的服务是否还在应答。"""
    settings = Settings.load()
    connection = HTTPConnection(
        _EVERYWHERE.get(settings.host, settings.host), settings.port, timeout=TIMEOUT_SECONDS
    )
    try:
        connection.request("GET", "/healthz")
        status = connection.getresponse().status
    except (OSError, HTTPException) as error:
        raise CommandError(f"服务没有应答：{why(error) if isinstance(error, OSError) else error}") from None
    finally:
        connection.close()
    if status != 200:  # noqa: PLR2004
        raise CommandError(f"服务不正常：{status}")
