"""`kaohe serve` as a process of its own, which a test can kill."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from bot.sandbox.platform import Platform

ROOT = Path(__file__).parents[2]
START_SECONDS = 30.0


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def settings_of(platform: Platform, url: str, folder: Path) -> dict[str, str]:
    """The environment of one `kaohe serve` on that platform."""
    app = platform.corp.app
    return {
        "KAOHE_DATABASE_URL": url,
        "KAOHE_DATA_DIR": str(folder / "data"),
        "KAOHE_WECOM_CORP_ID": app.corp_id,
        "KAOHE_WECOM_AGENT_ID": str(app.agent_id),
        "KAOHE_WECOM_SECRET": app.secret,
        "KAOHE_WECOM_TOKEN": app.token,
        "KAOHE_WECOM_AES_KEY": app.aes_key,
        "KAOHE_WECOM_API_BASE": platform.base_url,
    }


class Server:
    """One running server; `log` is what it has written when it has ended."""

    def __init__(self, process: asyncio.subprocess.Process, port: int, log: Path) -> None:
        self._process = process
        self.address = f"http://127.0.0.1:{port}"
        self._log = log

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def log(self) -> str:
        return self._log.read_text("utf-8")

    async def until_ready(self) -> None:
        """Wait until it takes messages; fails with its log where it ends before."""
        async with asyncio.timeout(START_SECONDS), aiohttp.ClientSession() as session:
            while self._process.returncode is None:
                try:
                    async with session.get(f"{self.address}/readyz") as response:
                        if response.status == 200:
                            return
                except aiohttp.ClientError:
                    await asyncio.sleep(0.05)
        raise AssertionError(self.log)

    async def kill(self) -> None:
        """What a power cut does to a process."""
        self._process.kill()
        await self._process.wait()

    async def terminate(self) -> int:
        """Ask it to end and return its exit code."""
        self._process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self._process.wait(), 20)


@asynccontextmanager
async def serving(settings: Mapping[str, str], folder: Path) -> AsyncIterator[Server]:
    """Run `kaohe serve` with these settings alone until the block ends."""
    port = free_port()
    log = folder / f"serve-{port}.log"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KAOHE_")}
    environment = {**inherited, **settings, "KAOHE_PORT": str(port), "PYTHONPATH": str(ROOT)}
    with log.open("wb") as stderr:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "serve", cwd=folder, env=environment, stderr=stderr
        )
    server = Server(process, port, log)
    try:
        yield server
    finally:
        if process.returncode is None:
            await server.kill()
