"""Files that the robot sends: handed to the platform in pieces over the long connection."""

import base64
import hashlib
from typing import Final

from bot.channels.aibot import frames
from bot.channels.aibot.robot import Robot
from bot.channels.attachments import Attachment
from bot.channels.base import DeliveryError, Outcome

_BEGIN: Final = "aibot_upload_media_init"
_PIECE: Final = "aibot_upload_media_chunk"
_END: Final = "aibot_upload_media_finish"
_PIECE_BYTES: Final = 512 * 1024
_MEBIBYTE: Final = 1024 * 1024
_MOST_BYTES: Final = {"image": 2 * _MEBIBYTE, "file": 20 * _MEBIBYTE}


async def upload(robot: Robot, attachment: Attachment) -> str:
    """Upload a picture or file; return its media_id, which lives three days. Raises DeliveryError."""
    content = attachment.content
    if not 0 < len(content) <= _MOST_BYTES[attachment.kind]:
        raise DeliveryError(Outcome.REFUSED, "too large for the robot")
    pieces = [content[start : start + _PIECE_BYTES] for start in range(0, len(content), _PIECE_BYTES)]
    digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
    about = {"type": attachment.kind, "filename": attachment.name, "total_size": len(content), "md5": digest}
    upload_id = await _ask(robot, _BEGIN, {**about, "total_chunks": len(pieces)}, "upload_id")
    for index, piece in enumerate(pieces):
        data = base64.b64encode(piece).decode()
        await robot.request(_PIECE, {"upload_id": upload_id, "chunk_index": index, "base64_data": data})
    return await _ask(robot, _END, {"upload_id": upload_id}, "media_id")


async def _ask(robot: Robot, command: str, body: dict[str, object], wanted: str) -> str:
    value = frames.body_of(await robot.request(command, body)).get(wanted)
    if not isinstance(value, str) or not value:
        raise DeliveryError(Outcome.RETRY, f"no {wanted}")
    return value
