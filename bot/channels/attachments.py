"""What is made when it is sent: a `document` of the outbox as a picture, a file, or words instead."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.channels.base import DeliveryError, Outcome

NOT_TAKEN = "文件做好了，但企业微信没有收下{}，没有发成；请联系信息人员。"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or file to be sent, rendered."""

    kind: Literal["image", "file"]
    name: str
    content: bytes
    mime: str


Render = Callable[[Mapping[str, Any], str], Awaitable[Attachment | str]]
"""Makes a document for a channel of that name; words where there is nothing to send."""
Upload = Callable[[Attachment], Awaitable[str]]
"""Hands the bytes to the platform and returns their media_id; raises DeliveryError."""


async def prepared(
    content: Mapping[str, object], channel: str, render: Render | None, upload: Upload
) -> tuple[str, Mapping[str, str]] | str:
    """The kind and body of the message for the content's `document`, or words to be said in its place.

    Raises DeliveryError where the upload may be tried again, and where documents are not made.
    """
    document = content.get("document")
    if not isinstance(document, Mapping):
        return ""
    if render is None:
        raise DeliveryError(Outcome.REFUSED, "documents are not made here")
    made = await render(document, channel)
    if isinstance(made, str):
        return made
    try:
        return made.kind, {"media_id": await upload(made)}
    except DeliveryError as error:
        if error.outcome is Outcome.REFUSED:
            return NOT_TAKEN.format(f"（错误码{error.code}）" if error.code else "")
        if error.outcome is Outcome.AMBIGUOUS:
            # Nobody sees an upload: it can be made again without being said twice.
            raise DeliveryError(
                Outcome.RETRY, error.reason, code=error.code, retry_after=error.retry_after
            ) from None
        raise
