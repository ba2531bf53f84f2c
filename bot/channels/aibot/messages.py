"""Messages and events of the long connection: from a callback's body to what was said, piece by piece."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from bot.channels.base import CallError
from bot.channels.wecom_cards import key_of
from bot.channels.words import plain
from handlers.messages import Incoming, Kind, Media

NAME = "aibot"
GROUP = "group:"
"""What the name of a group chat begins with where a person's account may stand too."""
TEXT_BYTES = 20480
"""The platform cuts a longer text."""
MEDIA_SECONDS = 5 * 60

_MESSAGE_ID = re.compile(r"[!-~]{1,256}")
_ACCOUNT = re.compile(r"[!-~]{1,64}")
_CHAT = re.compile(r"[!-~]{1,128}")
_OPEN_ACCOUNT = re.compile(r"wo[A-Za-z0-9_-]{30}")
_ADDRESS = re.compile(r"^@\S+\s*")
_MEDIA_ADDRESS = re.compile(r"[!-~]{1,2048}")
_MEDIA_KEY = re.compile(r"[A-Za-z0-9+/]{43}=?")

_Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """Who said a message in which chat; the sender is an account or, where `is_open`, its encrypted form."""

    message_id: str
    sender: str
    group: str

    @property
    def is_open(self) -> bool:
        """Whether the platform gave the account encrypted (open_userid)."""
        return bool(_OPEN_ACCOUNT.fullmatch(self.sender))


class _Piece(NamedTuple):
    kind: Kind
    text: str = ""
    media: Media | None = None
    title: str = ""
    event: str = ""
    event_key: str = ""


def said(body: _Body) -> Said:
    """Read who said it and where; raises CallError for a missing or impossible field.

    Accounts differ by more than case, so they are lower-cased; their encrypted forms do not.
    """
    sender = _word(_ACCOUNT, _table(body, "from").get("userid"))
    account = sender if _OPEN_ACCOUNT.fullmatch(sender) else sender.lower()
    group = f"{GROUP}{_word(_CHAT, body.get('chatid'))}" if body.get("chattype") == "group" else ""
    return Said(_word(_MESSAGE_ID, body.get("msgid")), account, group)


def event_type(body: _Body) -> str:
    """Which event it is; "" for a message."""
    return plain(str(_table(body, "event").get("eventtype", "")))


def read(body: _Body, by: Said, account: str, at: datetime, req_id: str = "") -> tuple[Incoming, ...]:
    """Read what was said by `account`, in the order in which it is to be handled; raises CallError.

    `req_id` is what the platform knows the frame by; a card is changed under that of the press on its button.

    Pictures and files come before the words that were sent with them, and those that the message quotes
    before all: what is said of them follows. Quoted words count for nothing, they are no report.
    """
    pieces = [*_quoted(body), *_pieces(body)]
    pieces.sort(key=lambda piece: piece.kind == "text")
    if by.group:
        # Nothing is taken from there, and one answer is enough.
        pieces = [piece._replace(text=_ADDRESS.sub("", piece.text, count=1)) for piece in pieces[-1:]]
    first = Incoming(
        channel=NAME,
        message_id=f"{by.message_id}|{by.sender}",
        sender=account,
        kind="unknown",
        sent_at=at,
        response_code=req_id if event_type(body) else "",
        group=by.group,
    )
    return tuple(
        replace(first, message_id=first.message_id + (f"|{place}" if place else ""), **piece._asdict())
        for place, piece in enumerate(pieces)
    )


def media_parts(media_id: str) -> tuple[str, str]:
    """Split what stands as `media_id` into the key and the address; raises ValueError."""
    key, address = media_id.split(" ", 1)
    return key, address


def _pieces(body: _Body) -> Iterator[_Piece]:
    kind = str(body.get("msgtype", ""))
    if kind == "mixed":
        for item in _list(_table(body, "mixed"), "msg_item"):
            if item.get("msgtype") != "mixed":
                yield from _pieces(item)
        return
    yield _READERS.get(kind, _unknown)(_table(body, kind))


def _quoted(body: _Body) -> Iterator[_Piece]:
    quote = _table(body, "quote")
    return (piece for piece in _pieces(quote) if piece.media is not None) if quote else iter(())


def _text(content: _Body) -> _Piece:
    return _Piece("text", plain(str(content.get("content", ""))).strip())


def _voice(content: _Body) -> _Piece:
    return _Piece("voice", plain(str(content.get("content", ""))))


def _media(kind: Kind) -> Callable[[_Body], _Piece]:
    def read_media(content: _Body) -> _Piece:
        address, key = _word(_MEDIA_ADDRESS, content.get("url")), _word(_MEDIA_KEY, content.get("aeskey"))
        return _Piece(kind, media=Media(f"{key} {address}", held_seconds=MEDIA_SECONDS))

    return read_media


def _event(content: _Body) -> _Piece:
    name = str(content.get("eventtype", ""))
    about = _table(content, name)
    items = _list(_table(about, "selected_items"), "selected_item")
    chosen = [str(option) for item in items for option in _options(item)]
    return _Piece(
        "event",
        "\n".join(plain(option) for option in chosen),
        title=plain(key_of(str(about.get("task_id", "")))),
        event=plain(name).lower(),
        event_key=plain(str(about.get("event_key", ""))),
    )


def _unknown(content: _Body) -> _Piece:
    del content
    return _Piece("unknown")


_READERS: Mapping[str, Callable[[_Body], _Piece]] = {
    "text": _text,
    "voice": _voice,
    "image": _media("image"),
    "video": _media("video"),
    "file": _media("file"),
    "event": _event,
}


def _options(item: _Body) -> list[object]:
    options = _table(item, "option_ids").get("option_id")
    return options if isinstance(options, list) else []


def _table(body: _Body, name: str) -> _Body:
    found = body.get(name)
    return found if isinstance(found, dict) else {}


def _list(body: _Body, name: str) -> list[_Body]:
    found = body.get(name)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _word(form: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise CallError(400, "fields")
    return value
