import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import xml
from bot.channels.base import CallError
from tests.bot.channels.callers import status_of


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        pytest.param(b"<!DOCTYPE xml><xml><a>1</a></xml>", "doctype", id="document type"),
        pytest.param(b'<!DOCTYPE xml SYSTEM "http://127.0.0.1/x"><xml/>', "doctype", id="external subset"),
        pytest.param(b'<!DOCTYPE x [<!ENTITY a "b">]><xml><a>&a;</a></xml>', "doctype", id="entity"),
        pytest.param(
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/x">]><xml>&a;</xml>',
            "doctype",
            id="file",
        ),
        pytest.param(b"<xml><a>&undefined;</a></xml>", "xml", id="undeclared entity"),
        pytest.param(b"<xml><Encrypt>1</Encrypt><Encrypt>2</Encrypt></xml>", "fields", id="field twice"),
        pytest.param(b"<html><a>1</a></html>", "fields", id="another document"),
        pytest.param(b"", "xml", id="nothing"),
        pytest.param(b"<xml><a>1</a>", "xml", id="cut"),
        pytest.param(b"<xml/><xml/>", "xml", id="two documents"),
        pytest.param(b"<xml><a>\xff\xfe</a></xml>", "xml", id="not UTF-8"),
        pytest.param("<xml><a>好</a></xml>".encode("utf-16"), "xml", id="UTF-16"),
        pytest.param(b"<xml><a>\x00</a></xml>", "xml", id="NUL"),
        pytest.param(b"<xml><a>&#0;</a></xml>", "xml", id="NUL reference"),
        pytest.param(b"<xml><a>&#xD800;</a></xml>", "xml", id="surrogate reference"),
        pytest.param(b"{}", "xml", id="JSON"),
    ],
)
def test_a_document_that_is_not_a_plain_one_is_refused(document: bytes, reason: str) -> None:
    with pytest.raises(CallError) as refused:
        xml.read(document)
    assert (refused.value.status, refused.value.reason) == (400, reason)


def test_words_that_look_like_a_document_type_are_words() -> None:
    root = xml.read(b"<xml><Content><![CDATA[<!DOCTYPE html>]]></Content></xml>")
    assert root.findtext("Content") == "<!DOCTYPE html>"


def test_a_declared_encoding_changes_nothing() -> None:
    document = '<?xml version="1.0" encoding="gbk"?><xml><a>好</a></xml>'.encode()
    assert xml.read(document).findtext("a") == "好"


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(b"<xml>" + b"<a>" * 9000 + b"</a>" * 9000 + b"</xml>", id="deep"),
        pytest.param(
            b"<xml><a " + b"".join(b"a%d='' " % n for n in range(6000)) + b"/></xml>", id="attributes"
        ),
        pytest.param(b"<xml>" + b"".join(b"<a%d/>" % n for n in range(7000)) + b"</xml>", id="many"),
        pytest.param(b"<xml><a>" + b"&amp;" * 12000 + b"</a></xml>", id="references"),
        pytest.param(b"<xml><!--" + b"-x" * 30000 + b"--></xml>", id="comment"),
    ],
)
def test_64_kibibytes_of_anything_are_read_at_once(document: bytes) -> None:
    began = time.process_time()
    xml.read(document[: 64 * 1024])
    assert time.process_time() - began < 0.5


@given(st.text(st.characters(exclude_categories=["C"])))
def test_what_is_written_is_read_back(text: str) -> None:
    root = xml.read(xml.write({"Content": text, "CreateTime": 7}).encode())
    assert (root.findtext("Content"), root.findtext("CreateTime")) == (text, "7")


@given(st.text())
def test_what_xml_cannot_hold_is_left_out(text: str) -> None:
    xml.read(xml.write({"Content": text}).encode())


def test_words_cannot_end_their_cdata() -> None:
    text = "]]></Content><MsgType>event</MsgType><Content><![CDATA["
    root = xml.read(xml.write({"Content": text}).encode())
    assert {field.tag: field.text for field in root} == {"Content": text}


@given(st.binary(max_size=400))
def test_whatever_comes_is_read_or_refused(document: bytes) -> None:
    assert status_of(lambda: xml.read(b"<xml><a>" + document + b"</a></xml>")) in {200, 400}
