"""Files over the long connection: decrypted with flat memory, from nowhere but where they may come from."""

import asyncio
import base64
import socket
import tracemalloc
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from bot.channels.aibot.media import MediaSource, PrivateAddressError, PublicResolver
from bot.channels.base import DeliveryError, Outcome
from bot.sandbox.platform import listen, serving
from bot.sandbox.robot import RobotPlatform

KEY = base64.b64encode(bytes(range(32))).decode().rstrip("=")
INSIDE = MediaSource(public_only=False)
OUTSIDE = MediaSource(public_only=True)


def media_id(robots: RobotPlatform, data: bytes, name: str = "方案.pdf") -> str:
    kept = robots.keep(data, name)
    return f"{kept['aeskey']} {kept['url']}"


async def fetched(source: MediaSource, wanted: str) -> bytes:
    async with source.open(wanted) as download:
        return b"".join([chunk async for chunk in download.chunks])


async def refusal(source: MediaSource, wanted: str) -> DeliveryError:
    with pytest.raises(DeliveryError) as refused:
        await fetched(source, wanted)
    return refused.value


@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100_000, 2**20])
async def test_every_length_comes_out_as_it_went_in(robots: RobotPlatform, size: int) -> None:
    data = bytes(number % 251 for number in range(min(size, 1000))) * (size // 1000 + 1)
    assert await fetched(INSIDE, media_id(robots, data[:size])) == data[:size]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("方案.pdf", "方案.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\方案.docx", "方案.docx"),
        ("a\r\nSet-Cookie: b.pdf", "a Set-Cookie: b.pdf"),
        ("", ""),
    ],
)
async def test_the_name_is_the_senders_made_safe(robots: RobotPlatform, name: str, safe: str) -> None:
    async with INSIDE.open(media_id(robots, b"data", name)) as download:
        assert download.name in {safe, "file"}
        assert safe in {"", download.name}


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(403, Outcome.REFUSED), (404, Outcome.REFUSED), (302, Outcome.REFUSED), (500, Outcome.RETRY)],
)
async def test_what_is_gone_is_told_from_what_may_come_back(
    robots: RobotPlatform, status: int, outcome: Outcome
) -> None:
    robots.trouble.media_status.append(status)
    assert (await refusal(INSIDE, media_id(robots, b"data"))).outcome is outcome


@asynccontextmanager
async def answering(body: bytes, headers: Mapping[str, str]) -> AsyncIterator[str]:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers=dict(headers))
        await response.prepare(request)
        await response.write(body)
        if request.transport is not None:
            request.transport.close()
        return response

    app = web.Application()
    app.add_routes([web.get("/", answer)])
    async with serving(app, listen()) as address:
        yield address


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"0" * 47, {"Content-Length": "47"}),
        (b"0" * 64, {"Content-Length": "64"}),
        (b"0" * 32, {"Content-Length": "6400"}),
        (b"", {"Content-Length": "0"}),
    ],
)
async def test_what_is_cut_short_or_sealed_with_another_key_is_never_taken_for_the_file(
    body: bytes, headers: Mapping[str, str]
) -> None:
    async with answering(body, headers) as address:
        assert (await refusal(INSIDE, f"{KEY} {address}/")).outcome is Outcome.RETRY


async def test_a_large_file_needs_no_more_memory_than_a_small_one() -> None:
    key = bytes(range(32))
    encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(24 * 16):
            await response.write(encryptor.update(bytes(2**16)))
        await response.write(encryptor.update(bytes([32]) * 32))
        return response

    app = web.Application()
    app.add_routes([web.get("/", answer)])
    async with serving(app, listen()) as address, INSIDE.open(f"{KEY} {address}/") as download:
        tracemalloc.start()
        try:
            size = sum([len(chunk) async for chunk in download.chunks])
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert size == 24 * 2**20
    assert peak < 4 * 2**20


HOSTILE = [
    "http://media.example.com/f",
    "https://127.0.0.1/f",
    "https://127.1/f",
    "https://0/f",
    "https://0x7f000001/f",
    "https://0x7f.1/f",
    "https://2130706433/f",
    "https://017700000001/f",
    "https://10.1.2.3/f",
    "https://172.16.0.1/f",
    "https://192.168.1.1/f",
    "https://100.64.0.1/f",
    "https://169.254.169.254/latest/meta-data",
    "https://0.0.0.0/f",
    "https://224.0.0.1/f",
    "https://255.255.255.255/f",
    "https://192.0.2.1/f",
    "https://198.18.0.1/f",
    "https://[::1]/f",
    "https://[::]/f",
    "https://[::ffff:127.0.0.1]/f",
    "https://[::ffff:10.0.0.1]/f",
    "https://[fe80::1]/f",
    "https://[fe80::1%25eth0]/f",
    "https://[fc00::1]/f",
    "https://[fd12:3456::1]/f",
    "https://[2001:db8::1]/f",
    "https://[ff02::1]/f",
    "https://[64:ff9b::7f00:1]/f",
    "https://[2002:7f00:1::]/f",
    "https://media.example.com:8080/f",
    "https://media.example.com:22/f",
    "https://media.example.com:99999/f",
    "https://user@media.example.com/f",
    "https://user:pass@127.0.0.1/f",
    "https://media.example.com@127.0.0.1/f",
    "https:///f",
    "https://",
    "//media.example.com/f",
    "ftp://media.example.com/f",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_FLUSHALL",
    "data:text/plain,hello",
    "javascript:alert(1)",
    "https://[::1",
    "https://[::g]/f",
    "/f",
    "",
]


@pytest.mark.parametrize("address", HOSTILE)
async def test_a_hostile_address_is_not_even_looked_up(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def connect(*_: object, **__: object) -> None:
        raise AssertionError("somebody connects")

    monkeypatch.setattr(aiohttp.TCPConnector, "connect", connect)
    assert (await refusal(OUTSIDE, f"{KEY} {address}")).outcome is Outcome.REFUSED


class Names(AbstractResolver):
    """A name server that says what a test wants."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)
            for address in self.addresses
        ]

    async def close(self) -> None:
        pass


@pytest.mark.parametrize(
    "addresses",
    [
        ("127.0.0.1",),
        ("10.0.0.1",),
        ("169.254.169.254",),
        ("::1",),
        ("fd00::1",),
        ("::ffff:192.168.0.1",),
        ("fe80::1%eth0",),
        ("93.184.216.34", "127.0.0.1"),
        ("2606:2800:220:1:248:1893:25c8:1946", "::1"),
    ],
)
async def test_a_name_that_leads_inside_is_refused_even_among_others(addresses: tuple[str, ...]) -> None:
    with pytest.raises(PrivateAddressError):
        await PublicResolver(Names(*addresses)).resolve("media.example.com", 443)


async def test_a_name_that_leads_outside_is_looked_up() -> None:
    found = await PublicResolver(Names("93.184.216.34")).resolve("media.example.com", 443)
    assert [entry["host"] for entry in found] == ["93.184.216.34"]


async def test_a_name_that_leads_inside_fails_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aiohttp, "ThreadedResolver", lambda: Names("10.0.0.1"))
    assert (await refusal(OUTSIDE, f"{KEY} https://media.example.com/f")).outcome is Outcome.REFUSED


@pytest.mark.parametrize("wanted", ["", KEY, "short https://a/", f"{'A' * 44} https://a/", f"{KEY}== x"])
async def test_what_is_no_media_of_this_channel_is_refused(wanted: str) -> None:
    assert (await refusal(OUTSIDE, wanted)).outcome is Outcome.REFUSED


async def test_a_host_that_is_away_is_tried_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    assert (await refusal(INSIDE, f"{KEY} http://127.0.0.1:{port}/")).outcome is Outcome.RETRY


async def test_a_download_that_is_left_half_way_lets_the_connection_go(robots: RobotPlatform) -> None:
    async with INSIDE.open(media_id(robots, bytes(2**20))) as download:
        await anext(download.chunks)
    await asyncio.sleep(0)
