"""A call of the platform is answered in its response."""

import time

import yarl
from wechatpy.enterprise.crypto import WeChatCrypto

from bot.channels import xml
from store.database import Store
from tests.bot.channels.callers import (
    AES_KEY,
    CORP_ID,
    TOKEN,
    call,
    inner_xml,
    signature,
)
from tests.bot.small_app import Client
from tests.bot.web.calling import URL, opened, post


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


async def test_no_content_type_is_no_fault(client: Client) -> None:
    made = call(inner_xml(Content="1"))
    async with client.post(
        URL, params=made.query, data=made.body, skip_auto_headers=["Content-Type"]
    ) as response:
        assert response.status == 200


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
