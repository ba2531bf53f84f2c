"""Messages that had to be acknowledged before the database could take them, durably on disk until it has."""

import asyncio
import hashlib
import json
import os
import tempfile
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import structlog

from handlers.messages import Incoming, Media

_log = structlog.get_logger()


class Spool:
    """One file a message under `folder`, readable by the bot's own account alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob("*.draft"):
            left.unlink()
        self._waiting = {path.name for path in folder.glob("*.json")}

    def __len__(self) -> int:
        return len(self._waiting)

    async def keep(self, incoming: Incoming) -> None:
        """Return when the message is durable; raises OSError where the disk does not take it."""
        name = _name(incoming)
        await asyncio.to_thread(_write, self._folder / name, incoming)
        self._waiting.add(name)

    def drop(self, incoming: Incoming) -> None:
        """The database has the message."""
        name = _name(incoming)
        if name in self._waiting:
            self._waiting.discard(name)
            (self._folder / name).unlink(missing_ok=True)

    async def waiting(self) -> tuple[Incoming, ...]:
        """Every message on disk, oldest first."""
        return await asyncio.to_thread(self._read) if self._waiting else ()

    def _read(self) -> tuple[Incoming, ...]:
        found = []
        for name in sorted(self._waiting):
            try:
                found.append(_incoming((self._folder / name).read_text("utf-8")))
            except (OSError, ValueError, KeyError, TypeError):
                _log.exception("spooled_message_unreadable", file=name)
        return tuple(sorted(found, key=lambda incoming: incoming.sent_at))


def _name(incoming: Incoming) -> str:
    key = f"{incoming.channel}|{incoming.message_id}"
    return f"{hashlib.sha256(key.encode()).hexdigest()}.json"


def _write(path: Path, incoming: Incoming) -> None:
    fields = {**asdict(incoming), "sent_at": incoming.sent_at.isoformat()}
    handle, draft = tempfile.mkstemp(dir=path.parent, suffix=".draft")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(fields, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _incoming(text: str) -> Incoming:
    fields = json.loads(text)
    media = fields.pop("media")
    sent_at = datetime.fromisoformat(fields.pop("sent_at"))
    return Incoming(**fields, media=Media(**media) if media else None, sent_at=sent_at)
