"""What the robot shows on the stand-in platform, and how a card of it changes after a press on its button."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

UPDATE_SECONDS = 5.0
_TEXT_BYTES = 20480
_NO_SUCH_CALL, _BAD_CARD = 846605, 40058


@dataclass(frozen=True, slots=True)
class Shown:
    """What the robot has said: in which conversation, answering to which message, and the frame's body."""

    conversation: str
    req_id: str
    body: Mapping[str, Any]

    @property
    def text(self) -> str:
        """The words, cut as the platform cuts them; "" for what is none."""
        content = str((self.body.get(str(self.body.get("msgtype"))) or {}).get("content", ""))
        return content.encode()[:_TEXT_BYTES].decode(errors="ignore")

    @property
    def task_id(self) -> str:
        """By what the platform knows a card; "" for what is none."""
        return str((self.body.get("template_card") or {}).get("task_id", ""))


@dataclass(frozen=True, slots=True)
class _Press:
    conversation: str
    task_id: str
    at: float


class Presses:
    """The presses after which a card may be changed: once each, within five seconds of `clock`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._open: dict[str, _Press] = {}

    def note(self, req_id: str, conversation: str, task_id: str) -> None:
        """Somebody has pressed a button of the card, and the robot is told under this id."""
        self._open[req_id] = _Press(conversation, task_id, self.clock())

    def update(self, req_id: str, body: Mapping[str, Any], shown: list[Shown]) -> int:
        """Put the card in the place of the one whose button was pressed; return the platform's code."""
        press = self._open.pop(req_id, None)
        if press is None or self.clock() - press.at > UPDATE_SECONDS:
            return _NO_SUCH_CALL
        card = body.get("template_card") or {}
        whole = card.get("card_type") == "button_interaction" and card.get("button_list")
        if body.get("response_type") != "update_template_card" or not whole:
            return _BAD_CARD
        for place, one in enumerate(shown):
            if one.conversation == press.conversation and one.task_id == press.task_id == card.get("task_id"):
                shown[place] = replace(one, body={"msgtype": "template_card", "template_card": card})
                return 0
        return _BAD_CARD
