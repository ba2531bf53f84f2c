"""Looking at pictures without opening them in this process: small ones to show, and what they look like."""

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SECONDS: Final = 20.0
TOO_MANY_PIXELS: Final = 3
"""The status with which the worker says so."""
WORKER: Final = Path(__file__).with_name("picture_worker.py")
"""Run, never imported: Pillow is not for this process."""
EXTENSIONS: Final = frozenset({"jpg", "png", "webp", "gif", "bmp", "tif"})
"""The types that are looked at; of HEIC there is no decoder."""


class UnreadablePictureError(Exception):
    """The picture is damaged, or its decoder gave up on it."""


class PixelBombError(Exception):
    """The picture claims more pixels than anybody's device holds."""


@dataclass(frozen=True, slots=True)
class Look:
    """A small JPEG, and 16 hexadecimal digits that are nearly the same for pictures nearly the same."""

    thumbnail: bytes
    picture_hash: str


async def look_at(path: Path) -> Look:
    """Look at the picture in a process with bounds on memory and time; raises what is named above."""
    with path.open("rb") as picture:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            WORKER,
            str(TOO_MANY_PIXELS),
            stdin=picture,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={},
        )
    try:
        async with asyncio.timeout(SECONDS):
            said, _ = await process.communicate()
    except TimeoutError:
        raise UnreadablePictureError("slow") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode == TOO_MANY_PIXELS:
        raise PixelBombError
    if process.returncode != 0:
        raise UnreadablePictureError(f"status {process.returncode}")
    picture_hash, _, thumbnail = said.partition(b"\n")
    return Look(thumbnail, picture_hash.decode())
