import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import MultiDict
from wechatpy.enterprise.crypto import WeChatCrypto

from bot.channels import xml
from bot.channels.base import CallError
from bot.channels.wecom import WecomCallback
from handlers.messages import Incoming
from tests.bot.channels.callers import (
    AES_KEY,
    AGENT_ID,
    CORP_ID,
    TOKEN,
    Call,
    call,
    inner_xml,
    status_of,
    vectors,
)

CALLBACK = WecomCallback(CORP_ID, AGENT_ID, TOKEN, AES_KEY)


def refusal(made: Call) -> tuple[int, str]:
    with pytest.raises(CallError) as refused:
        CALLBACK.receive(made.query, made.body)
    return refused.value.status, refused.value.reason


def test_the_official_message_is_read() -> None:
    work = vectors()["work"]
    vector = work["xml_message"]
    callback = WecomCallback(
        work["receive_id"],
        int(vector["agent_id"]),
        work["token"],
        work["encoding_aes_key"],
        now=lambda: float(vector["timestamp"]),
    )
    query = MultiDict({name: vector[name] for name in ("msg_signature", "timestamp", "nonce")})
    body = f"<xml><Encrypt><![CDATA[{vector['encrypt']}]]></Encrypt></xml>".encode()
    assert callback.receive(query, body).incoming == Incoming(
        channel="wecom",
        message_id="wx5823bf96d3bd56c7|218|4561255354251345929|mycreate",
        sender="mycreate",
        kind="text",
        sent_at=datetime(2014, 9, 2, 12, 10, 13, tzinfo=UTC),
        text="hello",
    )


def test_the_official_address_check_is_echoed() -> None:
    work = vectors()["work"]
    vector = work["url_verify"]
    callback = WecomCallback(
        work["receive_id"],
        218,
        work["token"],
        work["encoding_aes_key"],
        now=lambda: float(vector["timestamp"]),
    )
    query = MultiDict({name: vector[name] for name in ("msg_signature", "timestamp", "nonce", "echostr")})
    assert callback.verify(query) == vector["plain"].encode()


def test_a_message_of_the_platform_is_taken() -> None:
    made = call(inner_xml(Content="上报 19.2 91.5%", FromUserName="WangMin"))
    taken = CALLBACK.receive(made.query, made.body)
    assert (taken.incoming.text, taken.incoming.sender, taken.reply_to) == (
        "上报 19.2 91.5%",
        "wangmin",
        "WangMin",
    )


@pytest.mark.parametrize(
    ("made", "answer"),
    [
        pytest.param(lambda: call(token="another"), (403, "signature"), id="another token"),
        pytest.param(lambda: call(receiver="wwSomebodyElse"), (403, "sealed"), id="another enterprise"),
        pytest.param(lambda: call(age=301), (403, "stale"), id="too old"),
        pytest.param(lambda: call(age=-301), (403, "stale"), id="from the future"),
        pytest.param(lambda: call(inner_xml(AgentID=1000003)), (403, "app"), id="another app inside"),
        pytest.param(lambda: call(inner_xml(AgentID=None)), (403, "app"), id="no app inside"),
        pytest.param(
            lambda: call(outer="<AgentID>1000003</AgentID>"),
            (403, "app"),
            id="outside contradicts inside: app",
        ),
        pytest.param(
            lambda: call(outer="<ToUserName>wwElse</ToUserName>"),
            (403, "app"),
            id="outside contradicts: enterprise",
        ),
        pytest.param(lambda: call("no xml"), (400, "xml"), id="no XML inside"),
        pytest.param(
            lambda: call("<!DOCTYPE xml>" + inner_xml()), (400, "doctype"), id="document type inside"
        ),
        pytest.param(lambda: call(inner_xml(MsgId=None)), (400, "fields"), id="no message id"),
        pytest.param(lambda: call(inner_xml(MsgId="12a")), (400, "fields"), id="message id no number"),
        pytest.param(lambda: call(inner_xml(FromUserName="")), (400, "fields"), id="no sender"),
        pytest.param(lambda: call(inner_xml(FromUserName="x" * 65)), (400, "fields"), id="sender too long"),
        pytest.param(lambda: call(inner_xml(FromUserName="a\nb")), (400, "fields"), id="sender in two lines"),
        pytest.param(lambda: call(inner_xml(CreateTime="now")), (400, "fields"), id="time no number"),
        pytest.param(lambda: call(inner_xml(CreateTime=None)), (400, "fields"), id="no time"),
        pytest.param(
            lambda: call(inner_xml(MsgType="image", MediaId="a b")), (400, "fields"), id="odd media id"
        ),
        pytest.param(lambda: call(encrypted="AAAA"), (403, "sealed"), id="signed rubbish"),
        pytest.param(lambda: call(encrypted=""), (403, "sealed"), id="signed nothing"),
        pytest.param(lambda: call(encrypted="é"), (400, "ciphertext"), id="signed letters"),
        pytest.param(lambda: call().but(body=b"<xml></xml>"), (403, "signature"), id="nothing encrypted"),
        pytest.param(lambda: call().but(body=b"no xml"), (400, "xml"), id="no XML"),
        pytest.param(lambda: call().but(nonce="x"), (403, "signature"), id="nonce exchanged"),
        pytest.param(lambda: call().but(signature="0" * 40), (403, "signature"), id="signature of zeros"),
    ],
)
def test_a_forged_or_malformed_call_gets_its_defined_answer(
    made: Callable[[], Call], answer: tuple[int, str]
) -> None:
    assert refusal(made()) == answer


def test_no_changed_byte_of_the_body_gets_another_message_in() -> None:
    """A flip either is refused, or is in what counts for nothing and leaves the message as it was sent."""
    made = call()
    sent = CALLBACK.receive(made.query, made.body)
    taken = 0
    for place in range(len(made.body)):
        for flip in (1, 32, 128):
            body = bytearray(made.body)
            body[place] ^= flip
            try:
                assert CALLBACK.receive(made.query, bytes(body)) == sent
            except CallError:
                continue
            taken += 1
    # Only a letter in the names of the two fields that may be left out.
    assert taken <= 3 * len("ToUserName" * 2 + "AgentID" * 2)


@given(st.binary(max_size=500), st.dictionaries(st.text(max_size=5), st.text(max_size=50)))
def test_whatever_comes_gets_a_defined_answer(body: bytes, query: dict[str, str]) -> None:
    with pytest.raises(CallError):
        CALLBACK.receive(MultiDict(query), body)


@given(st.text(max_size=300))
def test_whatever_is_signed_and_encrypted_gets_a_defined_answer(inner: str) -> None:
    made = call(inner or " ")
    with pytest.raises(CallError):
        CALLBACK.receive(made.query, made.body)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            name: st.one_of(
                st.none(), st.integers(), st.from_regex(r"[^<&\x00-\x1f\ud800-\udfff]*", fullmatch=True)
            )
            for name in ("MsgType", "Event", "MsgId", "CreateTime", "FromUserName", "MediaId", "EventKey")
        },
    )
)
def test_whatever_stands_in_the_fields_is_read_or_refused(fields: dict[str, object]) -> None:
    made = call(inner_xml(**fields))
    assert status_of(lambda: CALLBACK.receive(made.query, made.body)) in {200, 400}


def test_the_reply_is_one_that_the_platform_can_open() -> None:
    made = call(inner_xml(FromUserName="WangMin"))
    taken = CALLBACK.receive(made.query, made.body)
    text = "已记录：91.5%]]></Content><x>\n暂得2分"
    outer = {field.tag: field.text or "" for field in xml.read(CALLBACK.reply(taken, text))}
    opened = WeChatCrypto(TOKEN, AES_KEY, CORP_ID).decrypt_message(
        outer, outer["MsgSignature"], outer["TimeStamp"], outer["Nonce"]
    )
    inner = {field.tag: field.text for field in xml.read(opened.encode())}
    assert abs(int(inner.pop("CreateTime") or 0) - time.time()) < 60
    assert inner == {
        "ToUserName": "WangMin",
        "FromUserName": CORP_ID,
        "MsgType": "text",
        "Content": text,
    }
