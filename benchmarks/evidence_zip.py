"""How fast a package of evidence is streamed, beside `zip -0` (Info-ZIP) over the same files in the same run.

2,000 items of 1 MB are `KAOHE_ZIP_ITEMS=2000`; without it a tenth of that. The package goes through a real server
to another process that throws it away; `zip` writes into nothing. Where there is no `zip`, Python's own is taken.
"""

import asyncio
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiohttp import web

from benchmarks.memory import resident
from bot import keys
from bot.clock import SystemClock
from bot.documents.rendering import target_of
from bot.downloads.files import FETCH
from bot.downloads.routes import routes
from bot.downloads.streaming import AT_ONCE
from bot.links import Links
from bot.sandbox.platform import listen, serving
from handlers.campaign.campaigns import Opening, open_campaign
from handlers.campaign.library import Library
from handlers.exports.orders import Order
from store.database import Store
from store.files import StoredFile
from store.folder_files import FolderFiles
from store.unit_of_work import UnitOfWork

ITEMS = int(os.environ.get("KAOHE_ZIP_ITEMS", "200"))
MEGABYTE = 1 << 20
ROUNDS = 3
LEAST_SHARE = 0.5
MOST_GROWTH = 64.0
"""Megabytes that a package of any size may take."""
NOW = datetime.now(UTC)
READER = """
import sys, urllib.request
with urllib.request.urlopen(sys.argv[1]) as answer:
    wanted, read = int(answer.headers["Content-Length"]), 0
    while part := answer.read(1 << 20):
        read += len(part)
sys.exit(0 if read == wanted else 1)
"""


def fill(files: FolderFiles) -> list[StoredFile]:
    """Files of 1 MB that are all different, laid where the store has them."""
    block = os.urandom(MEGABYTE - 8)
    kept = []
    for number in range(ITEMS):
        content = number.to_bytes(8) + block
        sha256 = hashlib.sha256(content).hexdigest()
        path = files.path(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        kept.append(StoredFile(sha256, len(content)))
    return kept


def prepare(uow: UnitOfWork, library: Library, kept: list[StoredFile]) -> int:
    """A campaign with all of it handed in, and somebody of the office; returns that person's id."""
    campaign = open_campaign(uow, library, "pingdingshan-2021", Opening("压测"), NOW)
    codes = [criterion.code for criterion in library.rubric("pingdingshan-2021").criteria]
    for number, file in enumerate(kept):
        uow.evidence.add(
            campaign_id=campaign.id,
            code=codes[number % len(codes)],
            subject="平顶山市",
            unit="农业农村局",
            contact_id=None,
            inbox_id=None,
            kind="file",
            original_name=f"第{number}件.pdf",
            mime="application/pdf",
            at=NOW,
            file=file,
        )
    office = uow.roster.add(campaign_id=campaign.id, name="某人", unit="质强办", role="office")
    assert uow.roster.bind(office, "wecom", "office", NOW)
    return office


def yardstick(folder: Path) -> tuple[str, float]:
    """Which program packs the same files without deflating them, and how many seconds it takes."""
    zipper = shutil.which("zip")
    name = "zip -0" if zipper else "python -m zipfile"
    began = time.perf_counter()
    if zipper:
        with open(os.devnull, "wb") as nothing:  # noqa: PTH123 -- a device, not a file
            subprocess.run([zipper, "-0", "-q", "-r", "-", "."], cwd=folder, stdout=nothing, check=True)
    else:
        subprocess.run([sys.executable, "-m", "zipfile", "-c", os.devnull, str(folder)], check=True)
    return name, time.perf_counter() - began


async def ours(address: str) -> tuple[float, float]:
    """Seconds until another process has read the whole package, and the processor seconds of this one."""
    began, processor = time.perf_counter(), time.process_time()
    reader = await asyncio.create_subprocess_exec(sys.executable, "-c", READER, address)
    assert await reader.wait() == 0
    return time.perf_counter() - began, time.process_time() - processor


async def main() -> None:
    """Pack by turns, and print the best of each, their ratio and the memory."""
    with tempfile.TemporaryDirectory() as folder:
        files, library = FolderFiles(Path(folder) / "evidence"), Library()
        kept = fill(files)
        store = await Store.open("sqlite+aiosqlite:///:memory:")
        office = await store.run(lambda uow: prepare(uow, library, kept))
        app = web.Application()
        app[keys.STORE], app[keys.FILES], app[keys.LIBRARY] = store, files, library
        app[keys.LINKS], app[keys.CLOCK] = Links([os.urandom(32)]), SystemClock()
        app[keys.DOWNLOADS] = asyncio.Semaphore(AT_ONCE)
        app.add_routes(routes)
        async with serving(app, listen()) as address:
            target = target_of(Order("evidence", office))
            token = app[keys.LINKS].sign(FETCH, office, target, datetime.now(UTC) + timedelta(hours=1))
            await measure(f"{address}/{FETCH}/{token}", Path(folder) / "evidence")
        await store.close()


async def measure(address: str, folder: Path) -> None:
    theirs, streamed, memory = [], [], []
    name = ""
    for _ in range(ROUNDS):
        name, seconds = await asyncio.to_thread(yardstick, folder)
        theirs.append(seconds)
        streamed.append(await ours(address))
        memory.append(resident(os.getpid()))
    best, processor = min(streamed)
    share, growth = min(theirs) / best, max(memory) - memory[0]
    print(f"{ITEMS} items, {ITEMS} MB: {name} {min(theirs):.2f} s, streamed in {best:.2f} s")
    print(f"processor {processor:.2f} s; {ITEMS / best:.0f} MB/s, {share:.2f} × the speed of {name}")
    print(f"at least {LEAST_SHARE} ×: {'yes' if share >= LEAST_SHARE else 'NO'}")
    print(f"memory {memory[0]:.0f} MB after the first, {memory[-1]:.0f} MB after the last package")
    print(f"flat: {'yes' if growth <= MOST_GROWTH else 'NO'}")


if __name__ == "__main__":
    asyncio.run(main())
