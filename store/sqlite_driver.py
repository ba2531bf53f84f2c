"""The driver for SQLite: the packaged one, whose release keeps its write-ahead log soundly, else Python's own.

Python's is linked with the machine's SQLite, which is seldom new enough (docs/decisions/0020). A file must be opened
by this one alone: in one process, two releases undo each other's locks.
"""

import sqlite3 as codes
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3 as driver
else:
    try:
        from pysqlite3 import dbapi2 as driver
    except ImportError:  # Nothing is packaged for this machine's processor.
        driver = codes

__all__ = ["codes", "driver"]
"""`codes` names the numbers of SQLite's errors, which the packaged driver does not."""
