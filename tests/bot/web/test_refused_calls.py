"""A malformed, forged or endless request gets its status and leaves nothing."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from store.database import Store
from tests.bot.channels.callers import (
    call,
)
from tests.bot.small_app import Client
from tests.bot.web.calling import URL, kept, post


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        pytest.param({"headers": {"Content-Type": "application/json"}}, 415, id="JSON"),
        pytest.param({"headers": {"Content-Type": "multipart/form-data; boundary=x"}}, 415, id="form"),
        pytest.param({"headers": {"Content-Type": "text/xml", "Content-Encoding": "gzip"}}, 415, id="gzip"),
        pytest.param({"headers": {"Content-Type": "text/xml", "Content-Encoding": "x"}}, 415, id="unknown"),
        pytest.param({"body": b"<xml>" + b"x" * 65536 + b"</xml>"}, 413, id="too large"),
        pytest.param({"body": b""}, 400, id="empty"),
        pytest.param({"body": b"\x00\xff"}, 400, id="binary"),
        pytest.param({"body": b"<!DOCTYPE xml><xml><Encrypt>x</Encrypt></xml>"}, 400, id="document type"),
        pytest.param({"body": b"<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>"}, 400, id="doubled"),
    ],
)
async def test_a_malformed_request_gets_its_status_no_body_and_no_row(
    client: Client, sqlite_store: Store, changes: dict[str, object], status: int
) -> None:
    made = call()
    body, headers = changes.get("body", made.body), changes.get("headers", made.headers)
    async with client.post(URL, params=made.query, data=body, headers=headers) as response:  # type: ignore[arg-type]
        assert (response.status, await response.read()) == (status, b"")
    assert await kept(sqlite_store) == 0


async def test_an_endless_body_is_cut_off(client: Client) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(64):
            yield b"x" * 65536

    made = call()
    try:
        async with client.post(URL, params=made.query, data=endless(), headers=made.headers) as response:
            assert response.status == 413
    except ConnectionError:
        pass  # Cut off before the answer could be read: just as well.


async def test_a_body_that_never_ends_is_not_waited_for(
    client: Client, sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.BODY_SECONDS", 0.2)
    assert client.server.port is not None
    reader, writer = await asyncio.open_connection("127.0.0.1", client.server.port)
    writer.write(b"POST /wecom/callback HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n<xml>")
    assert (await asyncio.wait_for(reader.readline(), 5)).startswith(b"HTTP/1.1 408 ")
    writer.close()
    assert await kept(sqlite_store) == 0


async def test_a_forged_call_stores_nothing_and_is_counted(client: Client, sqlite_store: Store) -> None:
    assert await post(client, call(token="another")) == (403, "")
    assert await kept(sqlite_store) == 0
    async with client.get("/metrics") as response:
        assert 'kaohe_refused_calls_total{reason="signature"} 1.0' in await response.text()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
async def test_other_methods_reach_nothing(client: Client, sqlite_store: Store, method: str) -> None:
    made = call()
    async with client.request(
        method, URL, params=made.query, data=made.body, headers=made.headers
    ) as response:
        assert response.status == 405
    assert await kept(sqlite_store) == 0
