import asyncio
import threading
import time
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
import yarl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wechatpy.enterprise.crypto import WeChatCrypto

from bot.channels import xml
from bot.pipeline import Patience
from handlers.messages import Incoming, Reply
from store.database import Store
from store.unit_of_work import UnitOfWork
from tests.bot.channels.callers import (
    AES_KEY,
    CORP_ID,
    TOKEN,
    Call,
    call,
    inner_xml,
    sealed,
    signature,
)
from tests.bot.small_app import Client, client_of, small_app

URL = "/wecom/callback"


def answer(incoming: Incoming, uow: UnitOfWork, now: datetime, inbox_id: int) -> Reply:
    if incoming.text == "崩溃":
        raise LookupError
    if incoming.text == "慢":
        threading.Event().wait(0.5)
    return Reply("" if incoming.kind == "event" else f"已记录：{incoming.text}")


@pytest.fixture
async def sqlite_store(sqlite_url: str) -> AsyncIterator[Store]:
    store = await Store.open(sqlite_url)
    yield store
    await store.close()


@pytest.fixture
async def client(sqlite_store: Store, sqlite_url: str, tmp_path: Path) -> AsyncIterator[Client]:
    app = small_app(sqlite_store, sqlite_url, tmp_path, answer, Patience(reply=0.3, thought=0))
    async with client_of(app) as made:
        yield made


async def post(client: Client, made: Call) -> tuple[int, str]:
    async with client.post(URL, params=made.query, data=made.body, headers=made.headers) as response:
        return response.status, await response.text()


def opened(body: str) -> str:
    """What the sender reads of a passive reply."""
    outer = {field.tag: field.text or "" for field in xml.read(body.encode())}
    inner = WeChatCrypto(TOKEN, AES_KEY, CORP_ID).decrypt_message(
        outer, outer["MsgSignature"], outer["TimeStamp"], outer["Nonce"]
    )
    return xml.read(inner.encode()).findtext("Content", "")


async def kept(store: Store) -> int:
    """How many messages are stored, by trying the ids."""
    rows = await store.read(lambda uow: [uow.inbox.get(number) for number in range(1, 200)])
    return sum(row is not None for row in rows)


async def test_a_message_is_answered_in_the_response(client: Client) -> None:
    status, body = await post(client, call(inner_xml(Content="91.5")))
    assert (status, opened(body)) == (200, "已记录：91.5")


async def test_the_address_is_verified_within_a_second(client: Client) -> None:
    text = "1616140317555161061"
    echo = WeChatCrypto(TOKEN, AES_KEY, CORP_ID)
    echostr = sealed_text(echo, text)
    timestamp, nonce = str(int(time.time())), "263014780"
    query = {
        "msg_signature": signature(TOKEN, timestamp, nonce, echostr),
        "timestamp": timestamp,
        "nonce": nonce,
        "echostr": echostr,
    }
    began = time.perf_counter()
    async with client.get(URL, params=query) as response:
        assert (response.status, await response.read()) == (200, text.encode())
    assert time.perf_counter() - began < 1
    literal = "&".join(f"{name}={value}" for name, value in query.items())
    for written, status in (
        (literal, 200),
        (literal.replace("+", "%2B"), 200),
        (literal.replace("+", "%20"), 403),
    ):
        async with client.get(yarl.URL(f"{URL}?{written}", encoded=True)) as response:
            assert response.status == status
    async with client.get(URL) as response:
        assert response.status == 400


def sealed_text(crypto: WeChatCrypto, text: str) -> str:
    """An encrypted echo with a plus in it, which must survive the address."""
    body = ""
    while "+" not in body:
        envelope = xml.read(crypto.encrypt_message(text, "n", "1").encode())
        body = envelope.findtext("Encrypt", "")
    return body


async def test_an_event_without_an_answer_gets_an_empty_body(client: Client) -> None:
    made = call(inner_xml(MsgType="event", Event="enter_agent", MsgId=None, Content=None))
    assert await post(client, made) == (200, "")


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


async def test_no_content_type_is_no_fault(client: Client) -> None:
    made = call(inner_xml(Content="1"))
    async with client.post(
        URL, params=made.query, data=made.body, skip_auto_headers=["Content-Type"]
    ) as response:
        assert response.status == 200


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


async def test_a_replayed_call_has_no_second_effect(client: Client, sqlite_store: Store) -> None:
    made = call()
    answers = [opened((await post(client, made))[1]) for _ in range(3)]
    assert (len(set(answers)), await kept(sqlite_store)) == (1, 1)


async def test_the_same_message_under_a_new_signature_has_no_second_effect(
    client: Client, sqlite_store: Store
) -> None:
    inner = inner_xml(Content="91.5")
    for _ in range(3):
        assert (await post(client, call(inner)))[0] == 200
    assert await kept(sqlite_store) == 1


async def test_three_deliveries_at_once_get_the_same_answer(client: Client, sqlite_store: Store) -> None:
    inner = inner_xml(Content="91.5")
    answers = await asyncio.gather(*(post(client, call(inner)) for _ in range(3)))
    assert {opened(body) for _, body in answers} == {"已记录：91.5"}
    assert await kept(sqlite_store) == 1


async def test_two_different_events_of_one_second_are_both_kept(client: Client, sqlite_store: Store) -> None:
    now = int(time.time())
    for key in ("1", "2"):
        made = call(inner_xml(MsgType="event", Event="click", EventKey=key, CreateTime=now, MsgId=None))
        assert (await post(client, made))[0] == 200
    assert await kept(sqlite_store) == 2


async def test_a_failing_handler_is_told_in_the_response(client: Client) -> None:
    status, body = await post(client, call(inner_xml(Content="崩溃")))
    assert (status, opened(body)) == (200, "系统出错，这条没有保存，请稍后再发一次。")


async def test_a_slow_handler_gets_an_empty_response_and_one_row_in_the_outbox(
    client: Client, sqlite_store: Store
) -> None:
    inner = inner_xml(Content="慢")
    assert await post(client, call(inner)) == (200, "")
    assert await post(client, call(inner)) == (200, "")
    rows = await sqlite_store.read(lambda uow: uow.outbox.list())
    assert [row.text for row in rows] == ["已记录：慢"]


async def test_without_a_database_the_platform_is_asked_to_come_again(
    client: Client, sqlite_store: Store
) -> None:
    await sqlite_store.close()
    assert await post(client, call()) == (503, "")
    async with client.get("/readyz") as response:
        assert response.status == 503
    async with client.get("/healthz") as response:
        assert response.status == 200


async def test_a_bot_with_its_database_is_ready(client: Client) -> None:
    async with client.get("/readyz") as response:
        assert response.status == 200


async def test_requests_are_counted_by_route_and_status(client: Client) -> None:
    await post(client, call(inner_xml(Content="1")))
    async with client.get("/no/such/page") as response:
        assert response.status == 404
    async with client.get("/metrics") as response:
        text = await response.text()
    assert 'kaohe_http_request_seconds_count{method="POST",route="/wecom/callback",status="200"} 1.0' in text
    assert 'kaohe_http_request_seconds_count{method="GET",route="none",status="404"} 1.0' in text


async def test_nothing_of_a_call_gets_into_the_log(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    await post(client, call(inner_xml(Content="崩溃")))
    await post(client, call(inner_xml(Content="机密内容")))
    await post(client, call(token="another").but(body=b"<xml>rubbish</xml>"))
    await post(client, call(inner_xml(MsgId=None, Content="机密内容")))
    said = capsys.readouterr()
    for word in ("崩溃", "机密内容", "rubbish", TOKEN, AES_KEY):
        assert word not in said.err + said.out


async def test_no_answer_says_which_program_gives_it(client: Client) -> None:
    for method, path in (("GET", "/healthz"), ("GET", URL), ("PUT", URL), ("GET", "/no/such/page")):
        async with client.request(method, path) as response:
            assert "Server" not in response.headers


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
async def test_other_methods_reach_nothing(client: Client, sqlite_store: Store, method: str) -> None:
    made = call()
    async with client.request(
        method, URL, params=made.query, data=made.body, headers=made.headers
    ) as response:
        assert response.status == 405
    assert await kept(sqlite_store) == 0


async def test_a_call_replayed_after_a_restart_has_no_second_effect(
    client: Client, sqlite_store: Store, sqlite_url: str, tmp_path: Path
) -> None:
    made = call()
    first = opened((await post(client, made))[1])
    reopened = await Store.open(sqlite_url)
    async with client_of(
        small_app(reopened, sqlite_url, tmp_path / "again", answer, Patience(thought=0))
    ) as restarted:
        assert opened((await post(restarted, made))[1]) == first
    await reopened.close()
    assert await kept(sqlite_store) == 1


async def test_an_event_with_the_longest_key_is_taken_in_on_every_database(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    key = "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(3000))
    made = call(inner_xml(MsgType="event", Event="click", EventKey=key, MsgId=None))
    async with client_of(small_app(store, database_url, tmp_path, answer, Patience(thought=0))) as client:
        assert (await post(client, made))[0] == 200
        assert (await post(client, made))[0] == 200
    assert await kept(store) == 1


FUZZ = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(
    st.binary(max_size=300),
    st.dictionaries(st.text(max_size=8), st.text(max_size=60), max_size=5),
    st.sampled_from(["text/xml", "application/xml", "text/xml; charset=gbk", ";;", "x/y", ""]),
)
async def test_whatever_is_posted_is_refused_in_good_order(
    client: Client, body: bytes, query: dict[str, str], content_type: str
) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    async with client.post(URL, params=query, data=body, headers=headers) as response:
        assert response.status in {400, 403, 415}


@FUZZ
@given(st.binary(max_size=300))
async def test_whatever_was_signed_and_encrypted_is_refused_in_good_order(
    client: Client, plain: bytes
) -> None:
    made = call(encrypted=sealed(plain + bytes(-len(plain) % 16)))
    assert (await post(client, made))[0] in {400, 403}


@FUZZ
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
async def test_whatever_is_typed_is_answered(client: Client, text: str) -> None:
    words = text.replace("]]>", "]] >")
    made = call(inner_xml(Content=f"<![CDATA[{words}]]>"))
    assert (await post(client, made))[0] in {200, 400}


@FUZZ
@given(st.binary(max_size=120))
async def test_whatever_comes_over_the_wire_never_breaks_the_bot(client: Client, noise: bytes) -> None:
    """Broken HTTP: cut in the middle of headers or body."""
    assert client.server.port is not None
    reader, writer = await asyncio.open_connection("127.0.0.1", client.server.port)
    writer.write(b"POST /wecom/callback HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n" + noise)
    writer.write_eof()
    answer = await reader.read()
    assert b" 500 " not in answer[:20]
    writer.close()
    await writer.wait_closed()
