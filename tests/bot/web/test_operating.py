"""What whoever operates the bot sees: readiness, figures, logs that tell no words."""

import pytest

from store.database import Store
from tests.bot.channels.callers import (
    AES_KEY,
    TOKEN,
    call,
    inner_xml,
)
from tests.bot.small_app import Client
from tests.bot.web.calling import URL, post


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
