"""Logs as JSON lines on standard error; they never hold a secret, a message or the words of an exception."""

import asyncio
import logging
import re
import sys
from collections.abc import Iterable
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

_HIDDEN = "***"
_DEPTH = 8
_NEVER_LOGGED = frozenset({"text", "body", "content", "secret", "token", "access_token", "aes_key", "query"})


def configure(secrets: Iterable[str] = (), level: int = logging.INFO) -> None:
    """Send the logs of the bot and of the libraries below it to standard error; `secrets` are blotted out."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_words_of_exceptions,
        Redaction(secrets),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = _StandardError()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    # Its INFO names every tick of every minute.
    logging.getLogger("apscheduler").setLevel(logging.WARNING)


class _StandardError(logging.StreamHandler[TextIO]):
    """Writes to what is standard error at that moment, not to what it was at the start."""

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)


def quiet_loop(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """An exception handler for the event loop: its own one would write the words of the exception."""
    del loop
    error = context.get("exception")
    structlog.get_logger().error("loop_error", problem=context.get("message", ""), exc_info=error)


class Redaction:
    """Blots out the secrets wherever they stand in a line, and the values that have no place in a log."""

    def __init__(self, secrets: Iterable[str]) -> None:
        words = sorted(filter(None, secrets), key=len, reverse=True)
        self._secret = re.compile("|".join(map(re.escape, words)) or r"(?!)")

    def __call__(self, logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
        """Return the line without them."""
        del logger, method
        for name, value in event.items():
            if name in _NEVER_LOGGED:
                event[name] = _HIDDEN
            elif not isinstance(value, (int, float, bool)) and not name.startswith("_"):
                event[name] = self._secret.sub(_HIDDEN, str(value))
        return event


def _without_words_of_exceptions(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Keep the types and places of an exception: its words may quote a message or an address with a token."""
    del logger, method
    found = event.pop("exc_info", None)
    if found is True or isinstance(found, tuple):
        found = sys.exc_info()[1] if found is True else found[1]
    if isinstance(found, BaseException):
        event["exception"] = trace(found)
    return event


def trace(error: BaseException) -> str:
    """Where an exception came from, outermost call first, and what caused it; without its words."""
    chain: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(chain) < _DEPTH:
        chain.append(f"{type(cause).__name__} at {_places(cause.__traceback__)}")
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return " from ".join(chain)


def _places(step: TracebackType | None) -> str:
    places = []
    while step is not None:
        code = step.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('/site-packages/')[2]}:{step.tb_lineno} {code.co_name}")
        step = step.tb_next
    return " > ".join(places[-_DEPTH:])
