"""What a callback's body says, and what is no message."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.aibot.messages import GROUP, Said, event_type, media_parts, read, said
from bot.channels.base import CallError
from handlers.messages import Incoming

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
KEY = "A" * 43
OPEN = "woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA"
FILE = {"url": "https://ww-aibot.example.com/f?sign=a%2Bb", "aeskey": KEY}


def body(kind: str = "text", content: object = None, **more: object) -> dict[str, Any]:
    return {
        "msgid": "CAIQz7/MjQYY/NGagIOAgAMgl8jK/gI=",
        "aibotid": "bot",
        "chattype": "single",
        "from": {"userid": "WangMin"},
        "msgtype": kind,
        kind: {"content": "你好"} if content is None else content,
        **more,
    }


def heard(given: dict[str, Any]) -> tuple[Incoming, ...]:
    by = said(given)
    return read(given, by, by.sender, AT)


def test_a_text() -> None:
    (message,) = heard(body(content={"content": " 19.2 98.5%\u200b "}))
    assert message == Incoming(
        "aibot", "CAIQz7/MjQYY/NGagIOAgAMgl8jK/gI=|wangmin", "wangmin", "text", AT, text="19.2 98.5%"
    )


def test_accounts_are_lower_cased_and_their_encrypted_forms_are_not() -> None:
    assert said(body()) == Said("CAIQz7/MjQYY/NGagIOAgAMgl8jK/gI=", "wangmin", "")
    hidden = said({**body(), "from": {"userid": OPEN}})
    assert (hidden.sender, hidden.is_open, said(body()).is_open) == (OPEN, True, False)


@pytest.mark.parametrize("kind", ["image", "file", "video"])
def test_what_has_bytes_is_held_for_five_minutes(kind: str) -> None:
    (message,) = heard(body(kind, FILE))
    assert message.kind == kind
    assert message.media is not None
    assert message.media.held_seconds == 300
    assert media_parts(message.media.media_id) == (KEY, FILE["url"])


def test_a_voice_message_is_its_transcript() -> None:
    (message,) = heard(body("voice", {"content": "我的任务"}))
    assert (message.kind, message.text, message.media) == ("voice", "我的任务", None)


def test_pictures_come_before_the_words_sent_with_them_and_each_has_its_own_key() -> None:
    items = [{"msgtype": "text", "text": {"content": "归到1"}}, *2 * [{"msgtype": "image", "image": FILE}]]
    messages = heard(body("mixed", {"msg_item": [*items, "?", {"msgtype": "mixed", "mixed": {}}]}))
    assert [message.kind for message in messages] == ["image", "image", "text"]
    assert [message.message_id.count("|") for message in messages] == [1, 2, 2]
    assert len({message.message_id for message in messages}) == 3


def test_a_quoted_file_comes_first_and_quoted_words_do_not_come() -> None:
    quoted = heard(body(quote={"msgtype": "file", "file": FILE}))
    assert [message.kind for message in quoted] == ["file", "text"]
    assert [one.text for one in heard(body(quote={"msgtype": "text", "text": {"content": "19.2 1"}}))] == [
        "你好"
    ]


def test_in_a_group_the_address_is_taken_off_and_nothing_but_the_words_is_heard() -> None:
    items = [{"msgtype": "image", "image": FILE}, {"msgtype": "text", "text": {"content": "@考核 排名"}}]
    (message,) = heard(body("mixed", {"msg_item": items}, chattype="group", chatid="wrX"))
    assert (message.group, message.text, message.media) == (f"{GROUP}wrX", "排名", None)


def test_a_pressed_button() -> None:
    selected = [{"question_key": "q", "option_ids": {"option_id": ["1", "2"]}}]
    about = {"event_key": "我的任务", "task_id": "t-1", "selected_items": {"selected_item": selected}}
    pressed = body("event", {"eventtype": "template_card_event", "template_card_event": about})
    assert event_type(pressed) == "template_card_event"
    (message,) = heard(pressed)
    assert (message.kind, message.event, message.event_key) == ("event", "template_card_event", "我的任务")
    assert (message.title, message.text) == ("t-1", "1\n2")


def test_a_kind_that_nobody_knows_is_told_from_one_that_is_malformed() -> None:
    assert [message.kind for message in heard(body("hologram", {}))] == ["unknown"]
    assert event_type(body()) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"msgid": ""},
        {"msgid": 7},
        {"msgid": "a b"},
        {"from": {}},
        {"from": "wangmin"},
        {"from": {"userid": "王敏"}},
        {"from": {"userid": "a" * 65}},
        {"chattype": "group"},
        {"chattype": "group", "chatid": "a\nb"},
        {"msgtype": "file", "file": {}},
        {"msgtype": "file", "file": {"url": "https://a/\n", "aeskey": KEY}},
        {"msgtype": "file", "file": {"url": "https://a/", "aeskey": "short"}},
        {"msgtype": "image", "image": []},
    ],
)
def test_what_cannot_be_a_message_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(CallError):
        heard({**body(), **wrong})
