"""What people send over the long connection: fetched from where the platform put it, decrypted on the way."""

import base64
import binascii
import ipaddress
import socket
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from bot.channels.aibot.messages import media_parts
from bot.channels.base import DeliveryError, Download, Outcome
from bot.channels.words import file_name

_BLOCK = 32
_CHUNK = 64 * 1024
_TRANSFER_SECONDS = 240.0
_STEP_SECONDS = 10.0
_SECURE_PORT = 443
_TRANSLATED = tuple(map(ipaddress.ip_network, ("::ffff:0:0/96", "64:ff9b::/96", "2002::/16", "2001::/32")))
"""Addresses that stand for another one, which may be inside."""


class MediaSource:
    """Opens the files of the platform; to be used as an async context manager's session.

    With `public_only`, as everywhere but on a private deployment and in tests, an address has to be https,
    on the usual port, of a host in the public internet: what a message names is not to reach into the
    office's own network.
    """

    def __init__(self, *, public_only: bool, proxy: str | None = None) -> None:
        self._public_only = public_only
        self._proxy = proxy

    @asynccontextmanager
    async def open(self, media_id: str) -> AsyncIterator[Download]:
        """Open a file under what stands as its media_id; entering and reading it raise DeliveryError."""
        key, address = _parts(media_id)
        self._check(address)
        # Behind a proxy the name is the proxy's to look up, and the proxy itself is in the office's network.
        guarded = self._public_only and self._proxy is None
        connector = aiohttp.TCPConnector(resolver=PublicResolver() if guarded else None)
        limit = aiohttp.ClientTimeout(
            total=_TRANSFER_SECONDS, sock_connect=_STEP_SECONDS, sock_read=_STEP_SECONDS
        )
        async with aiohttp.ClientSession(
            connector=connector, timeout=limit, cookie_jar=aiohttp.DummyCookieJar()
        ) as session:
            try:
                response = await session.get(address, allow_redirects=False, proxy=self._proxy)
            except (aiohttp.ClientError, ValueError, TimeoutError, OSError) as error:
                raise _unreached(error) from None
            async with response:
                _check_status(response.status)
                chunks = _decrypted(response.content, key)
                yield Download(chunks, _name(response), response.content_type)

    def _check(self, address: str) -> None:
        """Refuse an address that cannot be the platform's; names are looked at when they are looked up."""
        try:
            parts = urlsplit(address)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise DeliveryError(Outcome.REFUSED, "address") from None
        if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
            raise DeliveryError(Outcome.REFUSED, "address")
        if not self._public_only:
            return
        if parts.scheme != "https" or port not in {None, _SECURE_PORT} or not may_be_public(host):
            raise DeliveryError(Outcome.REFUSED, "not a public address")


class PrivateAddressError(OSError):
    """A name leads into a network that is not the public one."""


class PublicResolver(AbstractResolver):
    """Looks names up and gives them only where every address is in the public internet."""

    def __init__(self, inner: AbstractResolver | None = None) -> None:
        self._inner = inner or aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Look a name up; raises PrivateAddressError."""
        found = await self._inner.resolve(host, port, family)
        if not all(_is_public(entry["host"]) for entry in found):
            raise PrivateAddressError("not a public address")
        return found

    async def close(self) -> None:
        """Let go of what the look-ups use."""
        await self._inner.close()


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    hides_another = any(found in network for network in _TRANSLATED if network.version == found.version)
    return found.is_global and not found.is_multicast and not hides_another


def may_be_public(host: str) -> bool:
    """Whether a host is a name, or an address in the public internet; no odd spelling of a number is a name."""
    try:
        return _is_public(host)
    except ValueError:
        return any(letter.isalpha() for letter in host.rpartition(".")[2]) and not host.startswith("0x")


def _parts(media_id: str) -> tuple[bytes, str]:
    try:
        text, address = media_parts(media_id)
        key = base64.b64decode(text.rstrip("=") + "=", validate=True)
    except (ValueError, binascii.Error):
        raise DeliveryError(Outcome.REFUSED, "key") from None
    if len(key) != _BLOCK:
        raise DeliveryError(Outcome.REFUSED, "key")
    return key, address


def _unreached(error: Exception) -> DeliveryError:
    cause = error.__cause__ or (error.args[0] if error.args else None)
    if isinstance(error, aiohttp.ClientConnectorError):
        cause = error.os_error
    if isinstance(cause, PrivateAddressError) or isinstance(error, aiohttp.InvalidURL):
        return DeliveryError(Outcome.REFUSED, "not a public address")
    return DeliveryError(Outcome.RETRY, f"unreachable: {type(error).__name__}")


def _check_status(status: int) -> None:
    if status == HTTPStatus.OK:
        return
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS:
        raise DeliveryError(Outcome.RETRY, f"HTTP {status}")
    # Expired, gone, or sent elsewhere: the platform's own addresses do not redirect.
    raise DeliveryError(Outcome.REFUSED, f"HTTP {status}")


async def _decrypted(content: aiohttp.StreamReader, key: bytes) -> AsyncIterator[bytes]:
    """The file in the clear, chunk by chunk; its end is held back until the padding is known."""
    decryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).decryptor()
    held = b""
    try:
        async for chunk in content.iter_chunked(_CHUNK):
            clear = held + decryptor.update(chunk)
            held = clear[-_BLOCK:]
            if len(clear) > _BLOCK:
                yield clear[:-_BLOCK]
        held += decryptor.finalize()
    except (TimeoutError, aiohttp.ClientError, OSError) as error:
        raise DeliveryError(Outcome.RETRY, type(error).__name__) from None
    except ValueError:
        raise DeliveryError(Outcome.RETRY, "cut short") from None
    padding = held[-1] if held else 0
    if not 1 <= padding <= _BLOCK or held[-padding:] != bytes([padding]) * padding:
        raise DeliveryError(Outcome.RETRY, "padding")
    if len(held) > padding:
        yield held[:-padding]


def _name(response: aiohttp.ClientResponse) -> str:
    """The name of the file, from either form of RFC 5987 and RFC 2183, made safe; "" where there is none."""
    with warnings.catch_warnings(action="ignore"):
        disposition = response.content_disposition
    name = (disposition.filename if disposition else None) or ""
    return file_name(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
