"""What is made when it is sent: a `document` of the outbox as a picture, a file, or words instead."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
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
) -> Mapping[str, object]:
    """The content with an `attachment` for its `document`, or with words to be said instead of its `text`.

    Raises DeliveryError where the upload may be tried again, and where documents are not made.
    """
    document = content.get("document")
    if not isinstance(document, Mapping):
        return content
    if render is None:
        raise DeliveryError(Outcome.REFUSED, "documents are not made here")
    made = await render(document, channel)
    rest = {name: value for name, value in content.items() if name != "document"}
    if isinstance(made, str):
        return {**rest, "text": made or rest.get("text", "")}
    try:
        return {**rest, "attachment": (made.kind, {"media_id": await upload(made)})}
    except DeliveryError as error:
        if error.outcome is Outcome.REFUSED:
            return {**rest, "text": NOT_TAKEN.format(f"（错误码{error.code}）" if error.code else "")}
        if error.outcome is Outcome.AMBIGUOUS:
            # Nobody sees an upload: it can be made again without being said twice.
            raise DeliveryError(
                Outcome.RETRY, error.reason, code=error.code, retry_after=error.retry_after
            ) from None
        raise


def attachments(content: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The kind and body of the message for what was attached."""
    match content.get("attachment"):
        case (str(kind), {"media_id": str(media_id)}):
            yield kind, {"media_id": media_id}
        case _:
            pass
