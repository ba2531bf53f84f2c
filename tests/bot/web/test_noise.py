"""Whatever comes over the wire is answered in good order."""

import asyncio

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bot.channels.callers import (
    call,
    inner_xml,
    sealed,
)
from tests.bot.small_app import Client
from tests.bot.web.calling import URL, post

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
