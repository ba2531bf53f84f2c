"""The frames of the long connection: how they are written and read, and what the platform's answers mean."""

import json
import secrets
from collections.abc import Mapping
from typing import Any, Final

from bot.channels.base import DeliveryError, Outcome

SUBSCRIBE: Final = "aibot_subscribe"
PING: Final = "ping"
RESPOND: Final = "aibot_respond_msg"
WELCOME: Final = "aibot_respond_welcome_msg"
UPDATE: Final = "aibot_respond_update_msg"
SEND: Final = "aibot_send_msg"
MESSAGE: Final = "aibot_msg_callback"
EVENT: Final = "aibot_event_callback"

_DISCONNECTED: Final = "disconnected_event"

NO_SUCH_CALL: Final = frozenset({846605, 846608})
"""The message that is answered is unknown to this connection or too long ago; sending without it is possible."""
WRONG_SECRET: Final = 853000
_TOO_OFTEN: Final = 45009
_MEANING: Final[Mapping[int, Outcome]] = {
    -1: Outcome.RETRY,
    _TOO_OFTEN: Outcome.RETRY,
    45033: Outcome.RETRY,
    WRONG_SECRET: Outcome.CONFIG,
}
_REASON_LENGTH: Final = 200

Frame = Mapping[str, Any]


def new_id() -> str:
    """The id of a request that answers to no message."""
    return secrets.token_hex(16)


def write(command: str, req_id: str, body: Mapping[str, object] | None = None) -> str:
    """Write a request."""
    frame: dict[str, object] = {"cmd": command, "headers": {"req_id": req_id}}
    return json.dumps(frame if body is None else {**frame, "body": body}, ensure_ascii=False)


def read(data: str) -> Frame | None:
    """Read what the platform sent; None where it is no frame with an id."""
    try:
        frame = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return frame if isinstance(frame, dict) and req_id_of(frame) else None


def req_id_of(frame: Frame) -> str:
    """The id that ties an answer to its request and to the message that it is about."""
    headers = frame.get("headers")
    req_id = headers.get("req_id") if isinstance(headers, dict) else None
    return req_id if isinstance(req_id, str) else ""


def body_of(frame: Frame) -> Mapping[str, Any]:
    """What the frame is about; empty where it has no body."""
    body = frame.get("body")
    return body if isinstance(body, dict) else {}


def is_kick(frame: Frame) -> bool:
    """Whether the platform tells that another connection has taken the place of this one."""
    event = body_of(frame).get("event")
    return isinstance(event, dict) and event.get("eventtype") == _DISCONNECTED


def error_of(answer: Frame) -> DeliveryError | None:
    """What the platform complains of, None where it took the request.

    A code that is not listed is a refusal: the platform understood and will not take this message.
    """
    code = answer.get("errcode", 0)
    if isinstance(code, bool) or not isinstance(code, int):
        return DeliveryError(Outcome.RETRY, "no errcode")
    if code == 0:
        return None
    reason = str(answer.get("errmsg", ""))[:_REASON_LENGTH]
    pause = 60.0 if code == _TOO_OFTEN else None
    return DeliveryError(_MEANING.get(code, Outcome.REFUSED), reason, code=code, retry_after=pause)
