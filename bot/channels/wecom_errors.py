"""What the answers of the 企业微信 API mean for a message, by error code."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.channels.base import DeliveryError, Outcome

TOKEN_INVALID = frozenset({40001, 40014, 41001, 42001})
"""Answered to a call with a token that is wrong, over or missing: fetch one again, once."""

_MEANING: Mapping[Outcome, frozenset[int]] = {
    Outcome.RETRY: frozenset({-1, 45033}),
    Outcome.STOP: frozenset({45009}) | TOKEN_INVALID - {40001},
    # Wrong corp, secret or agent; no right to the API; address not among the trusted ones.
    Outcome.CONFIG: frozenset({40001, 40013, 40056, 40091, 48002, 60020}),
}
_RETRY_AFTER = {45009: 60.0}
_REASON_LENGTH = 200


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
