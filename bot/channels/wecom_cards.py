"""企业微信 template cards: a push's card on the wire, and back from a click to the push that it belongs to."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

from handlers.wording import clip

UNSUPPORTED = frozenset({40008})
"""The platform knows no such kind of message at all."""
BAD_CARD = frozenset({40058, 44004})
"""The platform knows cards and will not take this one."""
_TASK = "k-"
_TASK_LETTERS = 128
_TITLE, _TEXT, _LABEL = 36, 160, 10
_BUTTONS = 6
_LETTERS = re.compile(r"[A-Za-z0-9_-]+")


def button_card(card: Mapping[str, Any], key: str) -> Mapping[str, object] | None:
    """The template_card with the buttons; None where the key makes no task id, so that the words have to do."""
    task, buttons = task_id(key), list(card["buttons"])
    if len(task) > _TASK_LETTERS or not 0 < len(buttons) <= _BUTTONS:
        return None
    return {
        "card_type": "button_interaction",
        "main_title": {"title": clip(card["title"], _TITLE)},
        "sub_title_text": clip(card["text"], _TEXT),
        "task_id": task,
        "button_list": [
            {"text": clip(label, _LABEL), "style": 1 if place == 0 else 2, "key": words}
            for place, (words, label) in enumerate(buttons)
        ],
    }


def task_id(key: str) -> str:
    """The key of a push in the letters that a task id may have."""
    return _TASK + urlsafe_b64encode(key.encode()).decode().rstrip("=")


def key_of(task: str) -> str:
    """The key of the push that the card with this task id was; another task id as it is."""
    code = task.removeprefix(_TASK)
    if code == task or not _LETTERS.fullmatch(code):
        return task
    try:
        return urlsafe_b64decode(code + "=" * (-len(code) % 4)).decode()
    except ValueError:
        return task
