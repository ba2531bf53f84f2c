"""企业微信 messages and events: from the decrypted XML to an `Incoming`, under a key of its own."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree as ET

from bot.channels.base import CallError
from bot.channels.wecom_cards import key_of
from bot.channels.words import file_name, plain
from handlers.messages import Incoming, Kind, Media

NAME = "wecom"

_ACCOUNT_BYTES = 64
_LONGEST_KEY = 400
_CREATED = re.compile(r"[0-9]{1,10}")
_MESSAGE_ID = re.compile(r"[0-9]{1,20}")
_MEDIA_ID = re.compile(r"[!-~]{1,512}")
_EVENT_PARTS = ("CreateTime", "Event", "EventKey", "TaskId", "ChangeType")

_Fields = Mapping[str, str]


class _Content(NamedTuple):
    kind: Kind
    text: str = ""
    media: Media | None = None
    title: str = ""
    url: str = ""
    event: str = ""
    event_key: str = ""
    response_code: str = ""


def read(document: ET.Element, app: str, channel: str = NAME) -> Incoming:
    """Read one message or event sent to `app` ("corp|agent"); raises CallError for a missing field.

    The accounts of an enterprise differ by more than case and are lower-cased, the followers of a 公众号 not.

    A location has its label as text and "latitude,longitude" as title; a link has its description as text;
    an answered card has the chosen options as lines of text and the key of the push (or the task id) as title.
    """
    fields = {field.tag: field.text or "" for field in document}
    sender, created = fields.get("FromUserName", ""), fields.get("CreateTime", "")
    sender = sender.lower() if channel == NAME else sender
    known_sender = sender.isprintable() and 1 <= len(sender.encode()) <= _ACCOUNT_BYTES
    if not known_sender or not _CREATED.fullmatch(created):
        raise CallError(400, "fields")
    if fields.get("MsgType") == "event":
        chosen = [*_choices(document)]
        content, key = _event(fields, chosen), _event_key(fields, sender, chosen)
    else:
        content, key = _READERS.get(fields.get("MsgType", ""), _unknown)(fields), _message_key(fields, sender)
    return Incoming(
        channel=channel,
        message_id=f"{app}|{key}",
        sender=sender,
        kind=content.kind,
        sent_at=datetime.fromtimestamp(int(created), UTC),
        text=content.text,
        media=content.media,
        title=content.title,
        url=content.url,
        event=content.event,
        event_key=content.event_key,
        response_code=content.response_code,
    )


def _message_key(fields: _Fields, sender: str) -> str:
    message_id = fields.get("MsgId", "")
    if not _MESSAGE_ID.fullmatch(message_id):
        raise CallError(400, "fields")
    return f"{message_id}|{sender}"


def _event_key(fields: _Fields, sender: str, chosen: list[tuple[str, str]]) -> str:
    """Events have no id; sender and second alone, as the platform advises, would merge two quick taps."""
    parts = (quote(fields.get(name, "")) for name in _EVENT_PARTS)
    items = hashlib.sha1(repr(chosen).encode(), usedforsecurity=False).hexdigest()
    key = "|".join((quote(sender), *parts, items))
    # PostgreSQL has no room in its index for the longest keys that a card may have.
    return key if len(key) <= _LONGEST_KEY else hashlib.sha256(key.encode()).hexdigest()


def _choices(document: ET.Element) -> Iterator[tuple[str, str]]:
    """Question and option of what was chosen on a card; the platform itself writes `OpitonId`."""
    for item in document.iterfind("SelectedItems/SelectedItem"):
        question = item.findtext("QuestionKey", "")
        for option in item.iter():
            if option.tag in {"OpitonId", "OptionId"}:
                yield question, option.text or ""


def _event(fields: _Fields, chosen: list[tuple[str, str]]) -> _Content:
    return _Content(
        "event",
        text="\n".join(plain(option) for _, option in chosen),
        title=key_of(plain(fields.get("TaskId", ""))),
        event=plain(fields.get("Event", "")).lower(),
        event_key=plain(fields.get("EventKey", "")),
        response_code=plain(fields.get("ResponseCode", "")),
    )


def _media(fields: _Fields) -> Media:
    media_id = fields.get("MediaId", "")
    if not _MEDIA_ID.fullmatch(media_id):
        raise CallError(400, "fields")
    return Media(media_id, file_name(fields.get("FileName", "")), plain(fields.get("Format", "")))


def _text(fields: _Fields) -> _Content:
    return _Content("text", plain(fields.get("Content", "")))


def _image(fields: _Fields) -> _Content:
    return _Content("image", media=_media(fields))


def _voice(fields: _Fields) -> _Content:
    return _Content("voice", plain(fields.get("Recognition", "")), _media(fields))


def _video(fields: _Fields) -> _Content:
    return _Content("video", media=_media(fields))


def _file(fields: _Fields) -> _Content:
    # The platform promises no files to a self-built app; some private deployments send them all the same.
    return _Content("file", media=_media(fields)) if fields.get("MediaId") else _Content("unknown")


def _location(fields: _Fields) -> _Content:
    place = f"{fields.get('Location_X', '')},{fields.get('Location_Y', '')}"
    return _Content("location", plain(fields.get("Label", "")), title=plain(place))


def _link(fields: _Fields) -> _Content:
    title, about, url = (plain(fields.get(name, "")) for name in ("Title", "Description", "Url"))
    return _Content("link", about, title=title, url=url)


def _unknown(fields: _Fields) -> _Content:
    del fields
    return _Content("unknown")


_READERS: Mapping[str, Callable[[_Fields], _Content]] = {
    "text": _text,
    "image": _image,
    "voice": _voice,
    "video": _video,
    "file": _file,
    "location": _location,
    "link": _link,
}
