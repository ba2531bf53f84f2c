"""What the platform answers to a call: JSON, a file, or an error, read within bounds."""

import json
import warnings
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import aiohttp

from bot.channels.base import DeliveryError, Outcome
from bot.channels.wecom_errors import error_of
from bot.channels.words import file_name

_LONGEST_PAUSE = 600.0
_CHUNK = 64 * 1024
ANSWER_BYTES = 64 * 1024


@contextmanager
def network() -> Iterator[None]:
    """Turn what can go wrong on the way into what it means; the words of aiohttp would name the address."""
    try:
        yield
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as error:
        raise DeliveryError(Outcome.STOP, f"unreachable: {type(error).__name__}") from None
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise DeliveryError(Outcome.AMBIGUOUS, type(error).__name__) from None


async def read_answer(response: aiohttp.ClientResponse) -> Mapping[str, Any]:
    """Read the JSON object that an answer is; raises DeliveryError for everything else."""
    check_status(response)
    return _answer(await read_within(response.content, ANSWER_BYTES + 1))


def check_status(response: aiohttp.ClientResponse) -> None:
    """Raise DeliveryError for every HTTP status but success."""
    status = response.status
    if status in {HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT}:
        return
    after = response.headers.get("Retry-After", "")
    retry_after = min(float(after), _LONGEST_PAUSE) if after.isascii() and after.isdecimal() else None
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        raise DeliveryError(Outcome.STOP, "HTTP 429", retry_after=retry_after or 60.0)
    if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        raise DeliveryError(Outcome.CONFIG, f"HTTP {status}")
    raise DeliveryError(Outcome.AMBIGUOUS, f"HTTP {status}", retry_after=retry_after)


def refuse_error(head: bytes, headers: Mapping[str, str], token: str) -> None:
    """Raise what stands in place of a file: that comes with HTTP 200 as well, and must not be kept as one.

    A member's file that happens to be JSON or a page has a name.
    """
    if not head:
        raise DeliveryError(Outcome.RETRY, "empty file")
    try:
        answer = _answer(head)
    except DeliveryError:
        if "Content-Disposition" in headers:
            return
        raise DeliveryError(Outcome.RETRY, "a page instead of a file") from None
    error = error_of(answer, [token])
    if error is not None and ("errcode" in answer or "Content-Disposition" not in headers):
        raise error


async def read_within(content: aiohttp.StreamReader, most: int) -> bytes:
    """Read to the end, or at least `most` bytes of what is longer."""
    read = bytearray()
    while len(read) < most and (part := await content.readany()):
        read += part
    return bytes(read)


def _answer(body: bytes) -> Mapping[str, Any]:
    try:
        answer = json.loads(body) if len(body) <= ANSWER_BYTES else None
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise DeliveryError(Outcome.AMBIGUOUS, "no JSON object")
    return answer


async def chunks_of(head: bytes, rest: aiohttp.StreamReader | None) -> AsyncIterator[bytes]:
    """What was read already, then the rest; raises DeliveryError."""
    yield head
    if rest is not None:
        with network():
            async for chunk in rest.iter_chunked(_CHUNK):
                yield chunk


def name_of(response: aiohttp.ClientResponse) -> str:
    """The file's name as its sender wrote it, "" where none is given."""
    with warnings.catch_warnings(action="ignore"):
        disposition = response.content_disposition
    name = (disposition.filename if disposition else None) or ""
    return file_name(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
