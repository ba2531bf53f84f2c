import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import MultiDict
from wechatpy.enterprise.crypto import PrpCrypto, WeChatCrypto
from wechatpy.enterprise.exceptions import InvalidCorpIdException

from bot.channels.base import CallError
from bot.channels.envelope import Envelope
from tests.bot.channels.callers import (
    AES_KEY,
    CORP_ID,
    TOKEN,
    call,
    framed,
    sealed,
    signature,
    status_of,
    vectors,
)

ENVELOPE = Envelope(TOKEN, AES_KEY, CORP_ID)


def envelope_of(vector: dict[str, str], receiver: str) -> Envelope:
    return Envelope(vector["token"], vector["encoding_aes_key"], vector[receiver])


def query_of(vector: dict[str, str]) -> MultiDict[str]:
    return MultiDict({name: vector[name] for name in ("msg_signature", "timestamp", "nonce")})


@pytest.mark.parametrize("name", ["url_verify", "xml_message", "json_message"])
def test_the_official_app_examples_open(name: str) -> None:
    work = vectors()["work"]
    vector = work[name]
    encrypted = vector.get("echostr") or vector["encrypt"]
    envelope = envelope_of(work, "receive_id")
    envelope.check(query_of(vector), encrypted, float(vector["timestamp"]))
    assert envelope.open(encrypted).decode() == vector["plain"]


def test_the_official_account_example_opens() -> None:
    account = vectors()["mp"]
    vector = account["secure_post"]
    envelope = envelope_of(account, "app_id")
    envelope.check(query_of(vector), vector["encrypt"], float(vector["timestamp"]))
    assert envelope.open(vector["encrypt"]).decode() == vector["plain"]


def test_the_official_encryption_example_comes_out_to_the_byte() -> None:
    account = vectors()["mp"]
    vector = account["deterministic_encrypt"]
    envelope = envelope_of(account, "app_id")
    encrypted = envelope.seal(vector["plain"].encode(), vector["random16"].encode())
    assert encrypted == vector["encrypt"]
    assert envelope.signature(vector["timestamp"], vector["nonce"], encrypted) == vector["msg_signature"]


@given(st.binary(max_size=200))
def test_what_wechatpy_seals_we_open_and_the_other_way_round(message: bytes) -> None:
    text = base64.b64encode(message).decode()
    theirs = PrpCrypto(base64.b64decode(AES_KEY + "="))
    assert ENVELOPE.open(theirs.encrypt(text, CORP_ID).decode()) == text.encode()
    assert theirs.decrypt(ENVELOPE.seal(text.encode()), CORP_ID) == text


@pytest.mark.parametrize("length", range(33))
def test_every_padding_from_1_to_32_is_taken(length: int) -> None:
    assert ENVELOPE.open(ENVELOPE.seal(b"x" * length)) == b"x" * length


@given(st.text(st.characters(codec="ascii"), max_size=40), st.text(max_size=60))
def test_signatures_are_those_of_wechatpy(nonce: str, encrypted: str) -> None:
    assert ENVELOPE.signature("1409659813", nonce, encrypted) == signature(
        TOKEN, "1409659813", nonce, encrypted
    )


def test_we_take_nothing_that_wechatpy_refuses_as_somebody_elses() -> None:
    encrypted = sealed(framed(b"<xml></xml>", receiver="wwSomebodyElse"))
    with pytest.raises(InvalidCorpIdException):
        WeChatCrypto(TOKEN, AES_KEY, CORP_ID).check_signature(
            signature(TOKEN, "1", "1", encrypted), "1", "1", encrypted
        )
    with pytest.raises(CallError) as refused:
        ENVELOPE.open(encrypted)
    assert (refused.value.status, refused.value.reason) == (403, "sealed")


@pytest.mark.parametrize(
    "encrypted",
    [
        pytest.param("", id="nothing"),
        pytest.param("not base64!", id="not base64"),
        pytest.param(ENVELOPE.seal(b"x")[:-5], id="cut base64"),
        pytest.param(base64.b64encode(b"x" * 40).decode(), id="not whole blocks"),
        pytest.param(ENVELOPE.seal(b"x").replace("+", " ") + " ", id="plus became a space"),
        pytest.param(sealed(b"x" * 16), id="shorter than a block"),
        pytest.param(sealed(framed(b"x" * 10, pad=b"\0" * 32)), id="padding 0"),
        pytest.param(sealed(framed(b"x" * 10, pad=b"\x21" * 32)), id="padding 33"),
        pytest.param(sealed(framed(b"x" * 43)[:-32] + b"\1" * 31 + b"\x20"), id="uneven padding"),
        pytest.param(sealed(framed(b"x", length=2**32 - 1)), id="length beyond the end"),
        pytest.param(sealed(framed(b"x", length=60)), id="length into the padding"),
    ],
)
def test_a_malformed_envelope_is_refused_without_a_word_on_what_is_wrong(encrypted: str) -> None:
    with pytest.raises(CallError) as refused:
        ENVELOPE.open(encrypted)
    assert (refused.value.status, refused.value.reason) == (403, "sealed")


@given(st.binary(max_size=300))
def test_whatever_was_encrypted_is_opened_or_refused(plain: bytes) -> None:
    whole = plain + bytes(-len(plain) % 16)
    assert status_of(lambda: ENVELOPE.open(sealed(whole))) in {400, 403}


@pytest.mark.parametrize("age", [-299, 0, 299])
def test_a_call_within_five_minutes_is_fresh(age: int) -> None:
    made = call()
    ENVELOPE.check(made.query, _encrypted(made.body), float(made.timestamp) + age)


@pytest.mark.parametrize("age", [-301, 301, 86400, -86400])
def test_a_call_from_farther_away_is_stale_in_both_directions(age: int) -> None:
    made = call()
    with pytest.raises(CallError) as refused:
        ENVELOPE.check(made.query, _encrypted(made.body), float(made.timestamp) + age)
    assert (refused.value.status, refused.value.reason) == (403, "stale")


def test_digits_moved_between_time_and_nonce_never_make_another_call() -> None:
    """The signature of the platform alone would take them: it is made over the parts without separators."""
    moved = 0
    for _ in range(100):
        made = call()
        encrypted = _encrypted(made.body)
        digits = made.timestamp + made.nonce
        for cut in range(1, len(digits)):
            timestamp, nonce = digits[:cut], digits[cut:]
            if timestamp == made.timestamp:
                continue
            moved += signature(TOKEN, timestamp, nonce, encrypted) == made.signature
            query = MultiDict({"msg_signature": made.signature, "timestamp": timestamp, "nonce": nonce})
            with pytest.raises(CallError):
                ENVELOPE.check(query, encrypted, float(made.timestamp))
    assert moved > 0


@pytest.mark.parametrize("name", ["msg_signature", "timestamp", "nonce"])
@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "x",
        "é" * 40,
        "0" * 11,
        "0" * 41,
        "1" * 70,
        "１４０９６５９８１３",
        "1409659813\n",
        "a b",
        "\0",
    ],
)
def test_an_ill_formed_parameter_is_refused(name: str, value: str) -> None:
    made = call()
    query = made.query
    query[name] = value
    with pytest.raises(CallError) as refused:
        ENVELOPE.check(query, _encrypted(made.body), float(made.timestamp))
    assert refused.value.status in {400, 403}


@pytest.mark.parametrize(
    "timestamp", ["", "140965981", "01409659813", "+409659813", "1409659813\n", " 409659813"]
)
def test_a_time_has_ten_digits(timestamp: str) -> None:
    made = call()
    encrypted = _encrypted(made.body)
    signed = signature(TOKEN, timestamp, made.nonce, encrypted)
    query = MultiDict({"msg_signature": signed, "timestamp": timestamp, "nonce": made.nonce})
    with pytest.raises(CallError) as refused:
        ENVELOPE.check(query, encrypted, 1409659813)
    assert (refused.value.status, refused.value.reason) == (400, "query")


@pytest.mark.parametrize("name", ["msg_signature", "timestamp", "nonce"])
def test_a_missing_or_doubled_parameter_is_refused(name: str) -> None:
    made = call()
    doubled, missing = made.query, made.query
    doubled.add(name, made.query[name])
    del missing[name]
    for query in (doubled, missing):
        with pytest.raises(CallError) as refused:
            ENVELOPE.check(query, _encrypted(made.body), float(made.timestamp))
        assert (refused.value.status, refused.value.reason) == (400, "query")


def _encrypted(body: bytes) -> str:
    return body.decode().split("CDATA[")[1].split("]]")[0]
