"""Starts the servers under test, each a process of its own with a database of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import callbacks, office

ROOT = Path(__file__).parents[1]
START_SECONDS = 30
SECRET = "benchmarkSecret0123456789"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    name: str
    port: int
    pid: int
    folder: Path


@contextmanager
def kaohe(folder: Path) -> Iterator[Server]:
    """`kaohe serve` as an office runs it: one process, durable SQLite, an open campaign with 50 contacts."""
    prepare(folder)
    with serving(folder) as server:
        yield server


def prepare(folder: Path) -> None:
    """Make the database with the open campaign and its contacts."""
    for command in office.preparation(folder):
        _kaohe(command, settings(folder, 0), folder)


@contextmanager
def serving(folder: Path, platform: str = "") -> Iterator[Server]:
    """`kaohe serve` on a prepared folder, with the platform at that address or at a closed port."""
    port = _free_port()
    environment = settings(folder, port)
    if platform:
        environment["KAOHE_WECOM_API_BASE"] = platform
    with _running("kaohe serve", [sys.executable, "-m", "bot", "serve"], environment, port, folder) as server:
        yield server


@contextmanager
def echo(folder: Path) -> Iterator[Server]:
    """The upper yardstick."""
    port = _free_port()
    command = [sys.executable, "-m", "benchmarks.echo_yardstick", str(port)]
    with _running("bare echo", command, _environment(), port, folder) as server:
        yield server


@contextmanager
def flask(folder: Path) -> Iterator[Server]:
    """The usual way: one gunicorn worker with as many threads as the generator has connections."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "1"]
    command += [
        "--threads",
        "32",
        "--keep-alive",
        "60",
        "--log-level",
        "error",
        "benchmarks.flask_yardstick:app",
    ]
    environment = _environment() | {"YARDSTICK_DATABASE": str(folder / "yardstick.db")}
    with _running("Flask + gunicorn", command, environment, port, folder) as server:
        yield server


def settings(folder: Path, port: int) -> dict[str, str]:
    """The environment of `kaohe` in that folder; its platform is a closed port, so that nothing leaves."""
    return _environment() | {
        "KAOHE_DATABASE_URL": f"sqlite+aiosqlite:///{folder}/kaohe.db",
        "KAOHE_DATA_DIR": str(folder / "data"),
        "KAOHE_PORT": str(port),
        "KAOHE_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "KAOHE_UPLOAD_DAY_MEGABYTES": "100000",
        "KAOHE_WECOM_CORP_ID": callbacks.CORP_ID,
        "KAOHE_WECOM_AGENT_ID": callbacks.AGENT_ID,
        "KAOHE_WECOM_SECRET": SECRET,
        "KAOHE_WECOM_TOKEN": callbacks.TOKEN,
        "KAOHE_WECOM_AES_KEY": callbacks.AES_KEY,
        "KAOHE_WECOM_API_BASE": f"http://127.0.0.1:{_free_port()}",
    }


def _kaohe(command: Sequence[str], environment: dict[str, str], folder: Path) -> None:
    run = [sys.executable, "-m", "bot", *command]
    done = subprocess.run(run, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"kaohe {' '.join(command)}: {done.stderr}")


def _environment() -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def _running(
    name: str, command: Sequence[str], environment: dict[str, str], port: int, folder: Path
) -> Iterator[Server]:
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log)
        try:
            _wait_until_open(port, process, folder / "log")
            yield Server(name, port, process.pid, folder)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_until_open(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the server did not start: {log.read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
