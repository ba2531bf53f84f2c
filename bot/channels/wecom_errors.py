"""What the answers of the 企业微信 API mean for a message, by error code."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot.channels.base import DeliveryError, Outcome

TOKEN_INVALID = frozenset({40001, 40014, 41001, 42001})
"""Answered to a call with a token that is wrong, over or missing: fetch one again, once."""

_UNTRUSTED_ADDRESS = 60020
OVER_FREQUENCY = 45009
_MEANING: Mapping[Outcome, frozenset[int]] = {
    # Busy, or too many calls at once.
    Outcome.RETRY: frozenset({-1, 45033}),
    Outcome.STOP: frozenset({OVER_FREQUENCY}) | TOKEN_INVALID - {40001},
    # Wrong corp, secret or agent; no right to the API or the app; a domain or an address that is not trusted.
    Outcome.CONFIG: frozenset(
        {40001, 40013, 40056, 40091, 48002, 50001, 80001, 85005, 301002, _UNTRUSTED_ADDRESS}
    ),
    # Nobody there of that name; not in the app's view; all recipients bad, or too many of them.
    Outcome.REFUSED: frozenset({40003, 46004, 60011, 60111, 81013, 82001, 82002, 82003})
    # A request that is wrong in itself, or a file that lived its three days; what is too large; a chat
    # that the robot may not write to.
    | {40007, 40008, 40058, 40063, 44001, 44004, 45001, 45002, 45007, 45008}
    | {93001, 93006, 93008},
}
_RETRY_AFTER = {OVER_FREQUENCY: 60.0}
_ADDRESS = re.compile(r"from ip: *([0-9a-fA-F.:]+[0-9a-fA-F])")
_REASON_LENGTH = 200


def refused_address(error: DeliveryError) -> str:
    """The address of ours that is not among the enterprise's trusted ones; "" where that is not the trouble."""
    found = _ADDRESS.search(error.reason) if error.code == _UNTRUSTED_ADDRESS else None
    return found[1] if found else ""


def error_of(answer: Mapping[str, Any], secrets: Iterable[str] = ()) -> DeliveryError | None:
    """Return what a JSON answer of the API complains of, None for errcode 0; `secrets` are blotted out.

    A code that is not listed is taken as a refusal: the platform understood and will not take this message.
    An answer without a proper code leaves open what happened.
    """
    code = answer.get("errcode")
    if isinstance(code, bool) or not isinstance(code, int):
        return DeliveryError(Outcome.AMBIGUOUS, "no errcode")
    if code == 0:
        return None
    reason = str(answer.get("errmsg", ""))
    for secret in secrets:
        reason = reason.replace(secret, "***")
    outcome = next((meaning for meaning, codes in _MEANING.items() if code in codes), Outcome.REFUSED)
    return DeliveryError(outcome, reason[:_REASON_LENGTH], code=code, retry_after=_RETRY_AFTER.get(code))
