"""One `kaohe serve` for each SQLite file: two would not see what the other one is sending."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.url import MEMORY, is_sqlite, parse, sqlite_path


class AlreadyServedError(Exception):
    """Another process serves the database; the argument is its number, "" where that is not known."""


@contextmanager
def sole_server(url: str, number: int) -> Iterator[None]:
    """Hold the lock beside an SQLite file as the process of that number; raises AlreadyServedError.

    The system lets it go when the process ends, however that happens. PostgreSQL takes several servers.
    """
    path = _lock_of(url)
    if path is None:
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise AlreadyServedError(file.read().strip()) from None
        file.truncate(0)
        file.write(f"{number}\n")
        file.flush()
        yield


def server_of(url: str) -> str | None:
    """Return the number of the process that serves the SQLite file; None where there is none."""
    path = _lock_of(url)
    if path is None or not path.exists():
        return None
    with path.open(encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return file.read().strip()
    return None


def _lock_of(url: str) -> Path | None:
    parsed = parse(url)
    if not is_sqlite(parsed) or sqlite_path(parsed) == MEMORY:
        return None
    return Path(f"{sqlite_path(parsed)}.serve.lock")
