"""A copy of an SQLite database as it is at one moment, whatever is written to it meanwhile."""

import errno
import os
from contextlib import closing
from pathlib import Path

from store.errors import StoreError, StoreUnavailableError, one_line
from store.sqlite import connect
from store.sqlite_driver import driver
from store.url import is_sqlite, parse, sqlite_path


def back_up(url: str, to: Path) -> None:
    """Copy the database at the URL into a new file, which has its name only when it is whole and on disk.

    Raises StoreError for a database of another kind and for one that cannot be read, and OSError where the new
    file cannot be written; one that is there already is not replaced (FileExistsError).
    """
    parsed = parse(url)
    if not is_sqlite(parsed):
        raise StoreError("a PostgreSQL database is copied with pg_dump")
    path = sqlite_path(parsed)
    if not Path(path).exists():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    if to.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(to))
    partial = to.with_name(f"{to.name}.partial")
    with partial.open("xb"):
        pass
    try:
        _copy(path, partial)
        partial.rename(to)
        _sync(to.parent)
    finally:
        partial.unlink(missing_ok=True)


def _copy(path: str, partial: Path) -> None:
    try:
        with closing(connect(path)) as source, closing(driver.connect(partial)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")  # One file holds all of it.
            found = target.execute("PRAGMA integrity_check").fetchone()[0]
    except driver.Error as error:
        raise StoreUnavailableError(one_line(error)) from error
    if found != "ok":
        raise StoreError(f"the copy is damaged: {found}")
    _sync(partial)


def _sync(path: Path) -> None:
    """Put what is written to a file, or a folder's list of names, on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
