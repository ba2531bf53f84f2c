"""What `message/send` accepts: the platform's checks and byte limits by message type."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.sandbox.media import MediaShelf
from bot.sandbox.members import Content
from bot.sandbox.refusal import RefusedError

_TEXT_BYTES = 2048
_TITLE_BYTES = 128
_DESCRIPTION_BYTES = 512
_URL_BYTES = 2048
_ARTICLES = 8
_NOTICES = ("text_notice", "news_notice")
_INTERACTIVE = ("button_interaction", "vote_interaction", "multiple_interaction")
_TASK_ID = re.compile(r"[0-9a-zA-Z_\-@]{1,128}")
_MOST = {
    "button_list": 6,
    "horizontal_content_list": 6,
    "jump_list": 3,
    "vertical_content_list": 4,
    "select_list": 3,
}

Body = Mapping[str, Any]


def read_message(body: Body, media: MediaShelf) -> Content:
    """Return what the recipients will see. Raises RefusedError.

    Over-long texts are cut at the byte, in the middle of a character if need be, as the real platform does.
    """
    kind = body.get("msgtype")
    if kind in {"image", "voice", "video", "file"}:
        return _medium(str(kind), _part(body, str(kind)), media)
    reader = _READERS.get(str(kind))
    if reader is None:
        raise RefusedError(40008, f"invalid message type {kind!r}")
    return reader(_part(body, str(kind)))


def cut(text: str, limit: int) -> str:
    """Return the first `limit` UTF-8 bytes of `text`; a broken last character shows as U+FFFD."""
    return text.encode()[:limit].decode(errors="replace")


def is_interactive(card: Mapping[str, object]) -> bool:
    """Tell whether a card has buttons that call back, so that it gets a response_code."""
    return card.get("card_type") in _INTERACTIVE


def read_card(card: Body) -> Content:
    """Check a template card. Raises RefusedError naming the field."""
    kind = card.get("card_type")
    if kind not in _NOTICES + _INTERACTIVE:
        raise RefusedError(40058, f"template_card.card_type {kind!r}")
    title = card.get("main_title") or {}
    if not title.get("title") and not card.get("sub_title_text"):
        raise RefusedError(40058, "template_card.main_title")
    if kind in _NOTICES and not card.get("card_action"):
        raise RefusedError(40058, "template_card.card_action")
    if kind in _INTERACTIVE and not _TASK_ID.fullmatch(str(card.get("task_id", ""))):
        raise RefusedError(40058, "template_card.task_id")
    for name, most in _MOST.items():
        if len(card.get(name, ())) > most:
            raise RefusedError(40058, f"template_card.{name} has more than {most}")
    _check_buttons(kind, card.get("button_list", ()))
    text = "\n".join(filter(None, (str(title.get("desc", "")), str(card.get("sub_title_text", "")))))
    return Content("template_card", text, str(title.get("title", "")), card=dict(card))


def _check_buttons(kind: str, buttons: Sequence[Body]) -> None:
    if kind == "button_interaction" and not buttons:
        raise RefusedError(40058, "template_card.button_list is empty")
    keys = [str(button.get("key", "")) for button in buttons]
    if len(set(keys)) != len(keys) or not all(button.get("text") for button in buttons):
        raise RefusedError(40058, "template_card.button_list needs texts and different keys")


def _part(body: Body, name: str) -> Body:
    part = body.get(name)
    if not isinstance(part, Mapping):
        raise RefusedError(40058, f"{name} missing")
    return part


def _need(part: Body, name: str, errcode: int) -> str:
    value = part.get(name)
    if not isinstance(value, str) or not value:
        raise RefusedError(errcode, f"{name} missing or empty")
    return value


def _text(part: Body) -> Content:
    return Content("text", cut(_need(part, "content", 44004), _TEXT_BYTES))


def _markdown(part: Body) -> Content:
    return Content("markdown", cut(_need(part, "content", 44004), _TEXT_BYTES))


def _textcard(part: Body) -> Content:
    title, description = _need(part, "title", 40058), _need(part, "description", 40058)
    return Content(
        "textcard",
        cut(description, _DESCRIPTION_BYTES),
        cut(title, _TITLE_BYTES),
        url=_url(part),
        button=str(part.get("btntxt") or "详情"),
    )


def _news(part: Body) -> Content:
    articles = part.get("articles") or []
    if not 1 <= len(articles) <= _ARTICLES:
        raise RefusedError(45008, "articles must be 1 to 8")
    title = cut(_need(articles[0], "title", 40058), _TITLE_BYTES)
    description = cut(str(articles[0].get("description", "")), _DESCRIPTION_BYTES)
    return Content("news", description, title, url=_url(articles[0]))


def _url(part: Body) -> str:
    url = _need(part, "url", 40058)
    if len(url.encode()) > _URL_BYTES:
        raise RefusedError(45005, "url size out of limit")
    return url


def _medium(kind: str, part: Body, media: MediaShelf) -> Content:
    media_id = _need(part, "media_id", 41006)
    stored = media.get(media_id)
    return Content(kind, media_id=media_id, name=stored.name)


_READERS: Mapping[str, Callable[[Body], Content]] = {
    "text": _text,
    "markdown": _markdown,
    "textcard": _textcard,
    "news": _news,
    "template_card": read_card,
}
