"""The stand-in platform's end of the long connection: one robot, those who talk to it, and what goes wrong."""

import asyncio
import base64
import itertools
import json
import secrets
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from aiohttp import WSMsgType, web
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from bot.sandbox.members import Signal
from bot.sandbox.robot_cards import Presses, Shown

_BLOCK = 32
_CALLBACKS = {"event": "aibot_event_callback"}


@dataclass(slots=True)
class Trouble:
    """What is ordered to go wrong. Numbers count down; codes are answered to the next requests in turn."""

    refuse_subscription: int = 0
    silent_to_pings: bool = False
    unacknowledged: int = 0
    codes: deque[int] = field(default_factory=deque)
    media_status: deque[int] = field(default_factory=deque)


@dataclass(slots=True)
class _File:
    name: str
    sealed: bytes
    there: bool = True


class RobotPlatform:
    """The robot `bot_id` on the platform; set `base_url` once the application serves."""

    def __init__(self, bot_id: str = "", secret: str = "") -> None:
        self.bot_id = bot_id or secrets.token_hex(8)
        self.secret = secret or secrets.token_urlsafe(24)
        self.base_url = ""
        self.trouble = Trouble()
        self.changed = Signal()
        self.shown: list[Shown] = []
        self.presses = Presses()
        self.uploads: dict[str, bytes] = {}
        self.subscriptions = 0
        self.pings = 0
        self._live: web.WebSocketResponse | None = None
        self._transport: asyncio.Transport | None = None
        self._calls: dict[str, str] = {}
        self._streams: dict[str, int] = {}
        self._pieces: dict[str, dict[int, bytes]] = {}
        self._files: dict[str, _File] = {}
        self._numbers = itertools.count(1)

    @property
    def connected(self) -> bool:
        """Whether somebody is subscribed."""
        return self._live is not None

    async def say(self, userid: str, text: str, group: str = "") -> dict[str, Any]:
        """Let somebody write to the robot; return the message's body, which may be delivered again."""
        return await self.deliver(
            self.message(userid, "text", {"content": f"@考核机器人 {text}" if group else text}, group)
        )

    async def send_file(self, userid: str, data: bytes, name: str, kind: str = "file") -> dict[str, Any]:
        """Let somebody send a file, image or video."""
        return await self.deliver(self.message(userid, kind, self.keep(data, name)))

    async def send_mixed(self, userid: str, text: str, *pictures: bytes) -> dict[str, Any]:
        """Let somebody send words and pictures in one message."""
        items: list[dict[str, Any]] = [{"msgtype": "text", "text": {"content": text}}]
        items += [{"msgtype": "image", "image": self.keep(data, "图片.png")} for data in pictures]
        return await self.deliver(self.message(userid, "mixed", {"msg_item": items}))

    async def enter(self, userid: str) -> dict[str, Any]:
        """Let somebody open the conversation for the first time of the day."""
        return await self.deliver(self.message(userid, "event", {"eventtype": "enter_chat"}))

    async def click(self, userid: str, event_key: str, task_id: str) -> dict[str, Any]:
        """Let somebody press a button of a card."""
        about = {"card_type": "button_interaction", "event_key": event_key, "task_id": task_id}
        event = {"eventtype": "template_card_event", "template_card_event": about}
        return await self.deliver(self.message(userid, "event", event))

    def message(self, userid: str, kind: str, content: Mapping[str, Any], group: str = "") -> dict[str, Any]:
        """Make the body of a message."""
        chat = {"chattype": "group", "chatid": group} if group else {"chattype": "single"}
        return {
            "msgid": f"msg-{next(self._numbers)}",
            "aibotid": self.bot_id,
            **chat,
            "from": {"userid": userid},
            "msgtype": kind,
            kind: dict(content),
        }

    def keep(self, data: bytes, name: str) -> dict[str, str]:
        """Seal a file with a key of its own; return its address and key as they stand in a message."""
        key, file_id = secrets.token_bytes(32), secrets.token_urlsafe(12)
        padding = _BLOCK - len(data) % _BLOCK
        encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
        self._files[file_id] = _File(name, encryptor.update(data + bytes([padding]) * padding))
        address = f"{self.base_url}/robot-media/{file_id}"
        return {"url": address, "aeskey": base64.b64encode(key).decode().rstrip("=")}

    def expire_files(self) -> None:
        """Let five minutes pass for every file."""
        for file in self._files.values():
            file.there = False

    async def deliver(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Send a callback over the connection, for the first time or again; each time under a new req_id."""
        if self._live is None:
            raise ConnectionError("no robot is connected")
        req_id = secrets.token_hex(8)
        conversation = str(body.get("chatid") or body["from"]["userid"].lower())
        pressed = (body.get("event") or {}).get("template_card_event")
        if pressed:
            self.presses.note(req_id, conversation, str(pressed["task_id"]))
        else:
            self._calls[req_id] = conversation
        command = _CALLBACKS.get(str(body["msgtype"]), "aibot_msg_callback")
        await self._live.send_json({"cmd": command, "headers": {"req_id": req_id}, "body": dict(body)})
        return dict(body)

    async def kick(self) -> None:
        """Let another connection take over."""
        if self._live is not None:
            live, self._live = self._live, None
            await _tell_kicked(live, self.bot_id)

    async def close(self, code: int = 1000) -> None:
        """End the connection in order."""
        if self._live is not None:
            await self._live.close(code=code)

    def abort(self) -> None:
        """Break the connection off without a word."""
        if self._transport is not None:
            self._transport.abort()

    async def until(self, wanted: Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait until something is so; raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not wanted():
                await self.changed.after(self.changed.count)

    async def answer(self, conversation: str, words: str, seconds: float = 10.0) -> Shown:
        """Wait until the robot has said something with these words there, and return it."""

        def found() -> list[Shown]:
            return [one for one in self.shown if one.conversation == conversation and words in one.text]

        await self.until(lambda: bool(found()), seconds)
        return found()[-1]

    def card(self, task_id: str) -> Mapping[str, Any]:
        """The card with that id as it looks now; raises StopIteration where none was shown."""
        found = next(one for one in self.shown if task_id and one.task_id == task_id)
        return dict(found.body["template_card"])

    def texts(self, conversation: str) -> list[str]:
        """Everything that the robot has said there, oldest first."""
        return [one.text for one in self.shown if one.conversation == conversation]

    async def serve(self, socket: web.WebSocketResponse, transport: asyncio.Transport | None) -> None:
        """Speak with one connection until it ends; `transport` is what it goes over."""
        self._transport = transport
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._take(socket, json.loads(message.data))
        finally:
            if self._live is socket:
                self._live = None
            self.changed.fire()

    async def file(self, file_id: str) -> web.Response:
        """Answer a download."""
        if self.trouble.media_status:
            return web.Response(status=self.trouble.media_status.popleft())
        file = self._files.get(file_id)
        if file is None or not file.there:
            return web.Response(status=403)
        disposition = f"attachment; filename=\"file\"; filename*=UTF-8''{quote(file.name, safe='')}"
        return web.Response(body=file.sealed, headers={"Content-Disposition": disposition})

    async def _take(self, socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        command, req_id, body = frame["cmd"], frame["headers"]["req_id"], frame.get("body", {})
        if command == "ping":
            self.pings += 1
            if not self.trouble.silent_to_pings:
                await _acknowledge(socket, req_id)
        elif command == "aibot_subscribe":
            await self._subscribe(socket, req_id, body)
        elif socket is not self._live:
            await _acknowledge(socket, req_id, 846604)
        else:
            await self._request(socket, command, req_id, body)
        self.changed.fire()

    async def _subscribe(self, socket: web.WebSocketResponse, req_id: str, body: Mapping[str, Any]) -> None:
        self.subscriptions += 1
        if self.trouble.refuse_subscription:
            await _acknowledge(socket, req_id, self.trouble.refuse_subscription)
        elif (body.get("bot_id"), body.get("secret")) != (self.bot_id, self.secret):
            await _acknowledge(socket, req_id, 853000)
        else:
            before, self._live = self._live, socket
            await _acknowledge(socket, req_id)
            if before is not None:
                await _tell_kicked(before, self.bot_id)

    async def _request(
        self, socket: web.WebSocketResponse, command: str, req_id: str, body: Mapping[str, Any]
    ) -> None:
        code = self.trouble.codes.popleft() if self.trouble.codes else 0
        answer: dict[str, Any] = {}
        if not code:
            code, answer = self._do(command, req_id, body)
        if self.trouble.unacknowledged:
            self.trouble.unacknowledged -= 1
        else:
            await _acknowledge(socket, req_id, code, answer)

    def _do(self, command: str, req_id: str, body: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
        if command.startswith("aibot_upload_media_"):
            return 0, self._upload(command.removeprefix("aibot_upload_media_"), body)
        if command == "aibot_send_msg":
            self.shown.append(Shown(str(body.get("chatid")).lower(), "", body))
            return 0, {}
        if command == "aibot_respond_update_msg":
            return self.presses.update(req_id, body, self.shown), {}
        conversation = self._calls.get(req_id)
        if conversation is None:
            return 846605, {}
        stream = str((body.get("stream") or {}).get("id", ""))
        shown = Shown(conversation, req_id, body)
        if stream and stream in self._streams:
            self.shown[self._streams[stream]] = shown
        else:
            self._streams[stream] = len(self.shown)
            self.shown.append(shown)
        return 0, {}

    def _upload(self, step: str, body: Mapping[str, Any]) -> dict[str, Any]:
        if step == "init":
            upload_id = secrets.token_hex(8)
            self._pieces[upload_id] = {}
            return {"upload_id": upload_id}
        pieces = self._pieces[str(body["upload_id"])]
        if step == "chunk":
            pieces[int(body["chunk_index"])] = base64.b64decode(body["base64_data"])
            return {}
        media_id = secrets.token_hex(8)
        self.uploads[media_id] = b"".join(pieces[index] for index in sorted(pieces))
        return {"media_id": media_id}


async def _acknowledge(
    socket: web.WebSocketResponse, req_id: str, code: int = 0, body: Mapping[str, Any] | None = None
) -> None:
    message = "ok" if code == 0 else "ordered"
    answer = {"headers": {"req_id": req_id}, "errcode": code, "errmsg": message}
    await socket.send_json({**answer, "body": dict(body)} if body else answer)


async def _tell_kicked(socket: web.WebSocketResponse, bot_id: str) -> None:
    body = {"msgid": secrets.token_hex(4), "aibotid": bot_id, "msgtype": "event"}
    event = {**body, "event": {"eventtype": "disconnected_event"}}
    with suppress(ConnectionError):
        await socket.send_json(
            {"cmd": "aibot_event_callback", "headers": {"req_id": secrets.token_hex(8)}, "body": event}
        )
        await socket.close()
