"""Group commit for SQLite: units that wait together share one durable commit, each in its savepoint."""

import asyncio
import contextlib
import json
from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Any

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from store.connection import Connection, Row
from store.errors import BrokenRuleError, CommitUncertainError, StoreError, StoreUnavailableError, one_line
from store.sqlite_driver import codes, driver
from store.types import exact_json
from store.unit_of_work import UnitOfWork

_DIALECT = SQLiteDialect_pysqlite(
    paramstyle="qmark", json_serializer=exact_json, json_deserializer=json.loads
)
_OUTAGES = {
    codes.SQLITE_BUSY,
    codes.SQLITE_LOCKED,
    codes.SQLITE_FULL,
    codes.SQLITE_READONLY,
    codes.SQLITE_IOERR,
    codes.SQLITE_CANTOPEN,
    codes.SQLITE_NOMEM,
    codes.SQLITE_CORRUPT,
    codes.SQLITE_NOTADB,
    codes.SQLITE_PROTOCOL,
}


class Place(Enum):
    """Where a unit is done: in the event loop or in the thread, or in the thread on a view to read from."""

    LOOP = auto()
    THREAD = auto()
    VIEW = auto()


class Job:
    """A unit that waits for its turn, and then what came of it."""

    __slots__ = ("_error", "_value", "future", "place", "work")

    def __init__(self, work: Callable[[UnitOfWork], Any], future: asyncio.Future[Any], place: Place) -> None:
        self.work = work
        self.place = place
        self.future = future
        self._value: Any = None
        self._error: Exception | None = None

    def perform(self, connection: Connection) -> bool:
        """Do the work; return whether it succeeded."""
        self._value = self._error = None
        try:
            uow = UnitOfWork(connection)
            self._value = self.work(uow)
            uow.finish()
        except driver.Error as error:
            self._error = _in_our_words(error)
        except Exception as error:  # noqa: BLE001 (whatever it is, it belongs to the caller)
            self._error = error
        return self._error is None

    def fail(self, error: Exception) -> None:
        """Let the unit end with this error, unless it has one of its own."""
        self._error = self._error or error

    def tell(self) -> None:
        """Hand the outcome to the caller; to be called in the event loop."""
        if self.future.done():  # The caller was cancelled.
            return
        if self._error is None:
            self.future.set_result(self._value)
        else:
            self.future.set_exception(self._error)


class GroupCommit:
    """Runs jobs on one connection, which nobody else uses meanwhile."""

    def __init__(self, raw: driver.Connection) -> None:
        self._raw = raw

    def write(self, jobs: Sequence[Job]) -> None:
        """Run the jobs in one transaction; the failure of one does not touch the others."""
        if not self.begin(jobs):
            return
        lost = self.perform(jobs)
        if lost is None:
            self.commit(jobs)
        else:
            self.after_loss(jobs, lost)

    def begin(self, jobs: Sequence[Job]) -> bool:
        """Begin the transaction; where that fails, so do the jobs."""
        try:
            self._raw.execute("BEGIN IMMEDIATE")
        except driver.Error as error:
            _fail(jobs, StoreUnavailableError, error)
            return False
        return True

    def perform(self, jobs: Sequence[Job]) -> driver.Error | None:
        """Do the work of the jobs, each in its savepoint; return what the transaction was lost to, if it was."""
        try:
            for job in jobs:
                self._in_savepoint(job)
        except driver.Error as error:
            return error
        return None

    def commit(self, jobs: Sequence[Job]) -> None:
        """Make the transaction durable; where that fails, so do the jobs."""
        try:
            self._raw.execute("COMMIT")
        except driver.Error as error:
            # While the transaction still stands, it was certainly not committed.
            kind = StoreUnavailableError if self._raw.in_transaction else CommitUncertainError
            self._roll_back()
            _fail(jobs, kind, error)

    def after_loss(self, jobs: Sequence[Job], error: driver.Error) -> None:
        """SQLite gave the transaction up within a job (full disk, I/O error): let each job try alone."""
        self._roll_back()
        if len(jobs) == 1:
            _fail(jobs, StoreUnavailableError, error)
            return
        for job in jobs:
            self.write([job])

    def read(self, jobs: Sequence[Job]) -> None:
        """Run the jobs on one view of the database, of which nothing is kept; one that writes fails.

        `PRAGMA query_only` would refuse the writing itself, but makes SQLite prepare every statement anew.
        """
        try:
            self._raw.execute("BEGIN")
            for job in jobs:
                self._on_view(job)
        except driver.Error as error:
            _fail(jobs, StoreUnavailableError, error)
        self._roll_back()

    def _on_view(self, job: Job) -> None:
        changes = self._raw.total_changes
        job.perform(Connection(_DIALECT, self._execute))
        if self._raw.total_changes != changes:
            job.fail(BrokenRuleError("a read-only unit has written"))
            self._roll_back()
            self._raw.execute("BEGIN")

    def _in_savepoint(self, job: Job) -> None:
        self._raw.execute("SAVEPOINT unit")
        if not job.perform(Connection(_DIALECT, self._execute)):
            self._raw.execute("ROLLBACK TO unit")
        self._raw.execute("RELEASE unit")

    def _execute(self, sql: str, parameters: Sequence[Any]) -> Sequence[Row]:
        return self._raw.execute(sql, parameters).fetchall()

    def _roll_back(self) -> None:
        if self._raw.in_transaction:
            with contextlib.suppress(driver.Error):
                self._raw.execute("ROLLBACK")


def _in_our_words(error: driver.Error) -> Exception:
    """Return what the caller gets: an outage, a broken rule, or the error itself where code is at fault."""
    code = getattr(error, "sqlite_errorcode", codes.SQLITE_ERROR) & 0xFF
    words: Exception = error
    if code in _OUTAGES:
        words = StoreUnavailableError(one_line(error))
    elif code == codes.SQLITE_CONSTRAINT:
        words = BrokenRuleError(one_line(error))
    words.__cause__ = None if words is error else error
    return words


def _fail(jobs: Sequence[Job], kind: type[StoreError], error: driver.Error) -> None:
    for job in jobs:
        job.fail(kind(one_line(error)))
