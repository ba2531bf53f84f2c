"""What is heard over the long connection goes into the pipeline, in the order in which it came."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.channels.aibot import frames, messages
from bot.channels.aibot.channel import SINGLE, AibotChannel
from bot.channels.aibot.frames import Frame
from bot.channels.aibot.messages import Said
from bot.channels.aibot.robot import Robot
from bot.channels.base import CallError, DeliveryError
from bot.clock import Clock
from bot.metrics import Metrics
from handlers.messages import Incoming

GREETING = (
    "您好，我收质量考核的填报和材料：指标数直接发，文件、图片也直接发。"
    "回“帮助”看用法；第一次用请先发“绑定 6位绑定码”，绑定码由质强办发给您。"
)
NOT_KEPT = "系统出错，这条没有保存，请稍后再发一次。"
_ENTERED = "enter_chat"
_WITHOUT_MEANING = {_ENTERED, "feedback_event"}

Take = Callable[[Incoming], Awaitable[None]]
"""Keep a message for good and let the outbox say the answer; raises OSError or StoreError where it cannot."""
Reveal = Callable[[str], Awaitable[str]]
"""The account behind its encrypted form, where that can be had; raises DeliveryError."""

_log = structlog.get_logger()


class Hearing:
    """Reads the robot's messages and events and hands them on, each conversation's one after the other."""

    def __init__(
        self,
        robot: Robot,
        channel: AibotChannel,
        take: Take,
        clock: Clock,
        metrics: Metrics,
        reveal: Reveal | None = None,
    ) -> None:
        self._robot = robot
        self._channel = channel
        self._take = take
        self._clock = clock
        self._metrics = metrics
        self._reveal = reveal
        self._accounts: dict[str, str] = {}
        self._last: dict[str, asyncio.Task[None]] = {}
        robot.received = self.hear

    def hear(self, frame: Frame) -> None:
        """Begin to handle what came; never waits."""
        body = frames.body_of(frame)
        try:
            by = messages.said(body)
        except CallError as error:
            self._metrics.refused_calls.labels(error.reason).inc()
            return
        task = asyncio.create_task(self._handle(frame, by, self._last.get(by.sender)))
        self._last[by.sender] = task
        task.add_done_callback(lambda done: self._ended(by.sender, done))

    async def drain(self, seconds: float) -> None:
        """Let what is under way end, for so long at most."""
        if self._last:
            await asyncio.wait(tuple(self._last.values()), timeout=seconds)

    def _ended(self, sender: str, task: asyncio.Task[None]) -> None:
        if self._last.get(sender) is task:
            del self._last[sender]
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("robot_message_failed", error=type(error).__name__)

    async def _handle(self, frame: Frame, by: Said, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait((before,))
        body, req_id = frames.body_of(frame), frames.req_id_of(frame)
        event = messages.event_type(body)
        if event in _WITHOUT_MEANING:
            await self._greet(req_id) if event == _ENTERED else None
            return
        account = await self._account(by)
        try:
            pieces = messages.read(body, by, account, self._clock.now(), req_id)
        except CallError as error:
            self._metrics.refused_calls.labels(error.reason).inc()
            return
        if event:
            self._channel.note_press(req_id)
        else:
            self._channel.note_call(by.group or account, req_id)
        for piece in pieces:
            await self._keep(piece, req_id)

    async def _keep(self, piece: Incoming, req_id: str) -> None:
        try:
            await self._take(piece)
        except Exception:  # noqa: BLE001 -- whatever it was, the sender must not believe that it was kept
            _log.exception("robot_message_not_kept", message_id=piece.message_id)
            if piece.kind == "event":  # Words cannot answer to it.
                await self._tell(frames.SEND, "", _alone(NOT_KEPT, piece.sender))
            else:
                await self._tell(frames.RESPOND, req_id, _words(NOT_KEPT, piece.message_id))

    async def _greet(self, req_id: str) -> None:
        await self._tell(frames.WELCOME, req_id, {"msgtype": "text", "text": {"content": GREETING}})

    async def _tell(self, command: str, req_id: str, body: dict[str, object]) -> None:
        """Say something that is not worth keeping, if it can be said now."""
        try:
            await self._robot.request(command, body, req_id)
        except DeliveryError as error:
            _log.warning("robot_untold", code=error.code, reason=error.reason)

    async def _account(self, by: Said) -> str:
        if not by.is_open or self._reveal is None:
            return by.sender
        if by.sender not in self._accounts:
            try:
                self._accounts[by.sender] = await self._reveal(by.sender)
            except DeliveryError as error:
                _log.warning("account_not_revealed", code=error.code, reason=error.reason)
                return by.sender
        return self._accounts[by.sender]


def _words(text: str, key: str) -> dict[str, object]:
    return {"msgtype": "stream", "stream": {"id": key[:32], "finish": True, "content": text}}


def _alone(text: str, account: str) -> dict[str, object]:
    return {"chatid": account, "chat_type": SINGLE, "msgtype": "markdown", "markdown": {"content": text}}
