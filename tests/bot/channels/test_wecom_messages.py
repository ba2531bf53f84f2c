from datetime import UTC, datetime

import pytest

from bot.channels import xml
from bot.channels.wecom_messages import read
from handlers.messages import Incoming, Media

APP = "ww1|7"
CARD_EVENT = """<xml><ToUserName>ww1</ToUserName><FromUserName>FromUser</FromUserName>
<CreateTime>1409659813</CreateTime><MsgType>event</MsgType><Event>template_card_event</Event>
<EventKey>key111</EventKey><TaskId>taskid111</TaskId><CardType>text_notice</CardType>
<ResponseCode>ResponseCode</ResponseCode><AgentID>7</AgentID>
<SelectedItems><SelectedItem><QuestionKey>QuestionKey1</QuestionKey><OpitonIds><OpitonId>A</OpitonId>
<OpitonId>B</OpitonId></OpitonIds></SelectedItem></SelectedItems></xml>"""


def incoming(**fields: str) -> Incoming:
    message = {"FromUserName": "WangMin", "CreateTime": "1409659813", "MsgId": "42", **fields}
    return read(xml.read(xml.write(message).encode()), APP)


def expected(**parts: object) -> Incoming:
    base = {
        "channel": "wecom",
        "message_id": "ww1|7|42|wangmin",
        "sender": "wangmin",
        "sent_at": datetime(2014, 9, 2, 12, 10, 13, tzinfo=UTC),
    }
    return Incoming(**{**base, **parts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        ({"MsgType": "text", "Content": "19.2\u202e 91.5%"}, {"kind": "text", "text": "19.2 91.5%"}),
        (
            {"MsgType": "image", "PicUrl": "http://x/y", "MediaId": "m1"},
            {"kind": "image", "media": Media("m1")},
        ),
        (
            {"MsgType": "voice", "MediaId": "m1", "Format": "amr", "Recognition": "九十一点五"},
            {"kind": "voice", "text": "九十一点五", "media": Media("m1", format="amr")},
        ),
        (
            {"MsgType": "video", "MediaId": "m1", "ThumbMediaId": "m2"},
            {"kind": "video", "media": Media("m1")},
        ),
        (
            {"MsgType": "location", "Location_X": "32.39", "Location_Y": "120.57", "Label": "如皋市九华镇"},
            {"kind": "location", "text": "如皋市九华镇", "title": "32.39,120.57"},
        ),
        (
            {"MsgType": "link", "Title": "通知", "Description": "关于", "Url": "https://x/1"},
            {"kind": "link", "title": "通知", "text": "关于", "url": "https://x/1"},
        ),
        (
            {"MsgType": "file", "MediaId": "m1", "FileName": "../材料.pdf"},
            {"kind": "file", "media": Media("m1", "材料.pdf")},
        ),
        ({"MsgType": "file", "FileKey": "k"}, {"kind": "unknown"}),
        ({"MsgType": "miniprogram"}, {"kind": "unknown"}),
        ({}, {"kind": "unknown"}),
    ],
)
def test_each_kind_of_message_is_read(fields: dict[str, str], parts: dict[str, object]) -> None:
    assert incoming(**fields) == expected(**parts)


@pytest.mark.parametrize(
    ("event", "key"), [("subscribe", ""), ("enter_agent", ""), ("click", "还差什么"), ("VIEW", "http://x")]
)
def test_each_event_is_read(event: str, key: str) -> None:
    read_event = incoming(MsgType="event", Event=event, EventKey=key)
    assert (read_event.kind, read_event.event, read_event.event_key) == ("event", event.lower(), key)


def test_a_card_event_is_read_in_the_platforms_own_spelling() -> None:
    event = read(xml.read(CARD_EVENT.encode()), APP)
    assert (event.event, event.event_key, event.title, event.text) == (
        "template_card_event",
        "key111",
        "taskid111",
        "A\nB",
    )
    right = read(xml.read(CARD_EVENT.replace("Opiton", "Option").encode()), APP)
    assert right == event


def test_one_message_number_of_two_people_makes_two_messages() -> None:
    one = incoming(MsgType="text", FromUserName="a", MsgId="1")
    other = incoming(MsgType="text", FromUserName="b", MsgId="1")
    assert one.message_id != other.message_id


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Event", "view"),
        ("EventKey", "2"),
        ("TaskId", "t2"),
        ("CreateTime", "1409659814"),
        ("FromUserName", "other"),
        ("ChangeType", "update_user"),
        # A key that imitates the next part.
        ("EventKey", "1|t1"),
    ],
)
def test_two_different_events_of_one_second_have_different_keys(name: str, value: str) -> None:
    event = {"MsgType": "event", "Event": "click", "EventKey": "1", "TaskId": "t1"}
    assert incoming(**event).message_id != incoming(**{**event, name: value}).message_id


def test_two_answers_to_one_card_in_one_second_have_different_keys() -> None:
    other = CARD_EVENT.replace("<OpitonId>B</OpitonId>", "<OpitonId>C</OpitonId>")
    one, two = (read(xml.read(text.encode()), APP).message_id for text in (CARD_EVENT, other))
    assert one != two


def test_a_repeated_event_has_the_same_key() -> None:
    assert read(xml.read(CARD_EVENT.encode()), APP) == read(xml.read(CARD_EVENT.encode()), APP)
