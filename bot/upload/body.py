"""The bytes of a request as they come, within bounds of size and silence."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from aiohttp import ClientError, web

SILENCE_SECONDS = 20.0
"""A sender that says nothing for so long is given up; it goes on later where it was."""
GATHERED = 256 * 1024
"""Bytes that are worth the way to the disk's thread."""


class BrokenOffError(Exception):
    """The sender was lost before the end."""


async def parts(request: web.Request, most: int) -> AsyncIterator[bytes | bytearray]:
    """The body in parts of some size; whatever has come when the sender is lost comes too.

    Raises BrokenOffError at the end of what came, and ValueError beyond `most` bytes.
    """
    gathered, size = bytearray(), 0
    while True:
        try:
            async with asyncio.timeout(SILENCE_SECONDS):
                part = await request.content.readany()
        except (OSError, ClientError, web.HTTPException, TimeoutError):
            yield gathered
            raise BrokenOffError from None
        size += len(part)
        if size > most:
            raise ValueError(f"more than {most} bytes")
        if not gathered and len(part) >= GATHERED:
            yield part
            continue
        gathered += part
        if not part or len(gathered) >= GATHERED:
            yield gathered
            gathered = bytearray()
        if not part:
            return


async def drop(request: web.Request, most: int) -> None:
    """Read a body that is not wanted to its end: a browser hears no answer before it has said everything.

    Nobody is waited for long, as it may be anybody.
    """
    if (request.content_length or 0) <= most:
        with suppress(BrokenOffError, ValueError, TimeoutError):
            async with asyncio.timeout(SILENCE_SECONDS):
                async for _ in parts(request, most):
                    pass
