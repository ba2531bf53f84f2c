"""The stand-in platform: its HTTP API as an application, and members who write to the app."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

from aiohttp import web

from bot.sandbox.api import CORP, routes, use_faults
from bot.sandbox.callback import Callback, Delivery
from bot.sandbox.corp import Corp
from bot.sandbox.faults import Fault
from bot.sandbox.members import Bubble, Content
from bot.sandbox.outgoing import cut

_BODY_BYTES = 24 * 1024 * 1024


class Platform:
    """One enterprise on the stand-in platform; set `callback.url` before a member says anything."""

    def __init__(self, corp: Corp) -> None:
        self.corp = corp
        self.base_url = ""
        self.callback = Callback(corp.app)

    def fail_next(self, path: str, errcode: int, *, times: int | None = 1) -> None:
        """Refuse the next `times` calls of `path` ("gettoken", "message/send", …), None: all from now on.

        Other faults (slow, HTML, lost answers) go through `corp.faults.order(path, Fault(…))`.
        """
        self.corp.faults.order(path, Fault(times, errcode))

    def count(self, path: str) -> int:
        """Return how many calls of `path` have come so far."""
        return sum(1 for called, _ in self.corp.calls if called == path)

    async def say(self, userid: str, text: str) -> Delivery:
        """Let a member write a text."""
        return await self._speak(userid, Content("text", text), {"Content": text})

    async def send_image(self, userid: str, data: bytes, name: str = "photo.png") -> Delivery:
        """Let a member send a picture."""
        media_id = self.corp.media.keep("image", name, data, _picture_type(data))
        fields = {"PicUrl": f"{self.base_url}/pictures/{media_id}", "MediaId": media_id}
        return await self._speak(userid, Content("image", media_id=media_id, name=name), fields)

    async def send_voice(self, userid: str, data: bytes) -> Delivery:
        """Let a member send a voice message in AMR."""
        media_id = self.corp.media.keep("voice", "voice.amr", data, "audio/amr")
        fields = {"MediaId": media_id, "Format": "amr"}
        return await self._speak(userid, Content("voice", media_id=media_id), fields)

    async def send_video(self, userid: str, data: bytes) -> Delivery:
        """Let a member send a short video."""
        media_id = self.corp.media.keep("video", "video.mp4", data, "video/mp4")
        fields = {"MediaId": media_id, "ThumbMediaId": media_id}
        return await self._speak(userid, Content("video", media_id=media_id), fields)

    async def send_file(self, userid: str, data: bytes, name: str) -> Delivery:
        """Let a member send a file, in the shape that some deployments are said to deliver."""
        media_id = self.corp.media.keep("file", name, data, "application/octet-stream")
        fields = {"FileName": name, "MediaId": media_id}
        return await self._speak(userid, Content("file", media_id=media_id, name=name), fields)

    async def send_location(
        self, userid: str, label: str, latitude: str = "32.39", longitude: str = "120.57"
    ) -> Delivery:
        """Let a member send where they are."""
        fields = {
            "Location_X": latitude,
            "Location_Y": longitude,
            "Scale": 16,
            "Label": label,
            "AppType": "wxwork",
        }
        return await self._speak(userid, Content("location", label), fields)

    async def send_link(self, userid: str, url: str, title: str, description: str = "") -> Delivery:
        """Let a member forward a link card."""
        fields = {"Title": title, "Description": description, "Url": url, "PicUrl": ""}
        return await self._speak(userid, Content("link", description, title, url), fields)

    async def send_event(self, userid: str, event: str, **fields: object) -> Delivery:
        """Let the platform tell of an event such as enter_agent, subscribe or click (EventKey=…)."""
        return await self._deliver(userid, self.callback.event(userid, event, fields))

    async def click(
        self, userid: str, bubble: Bubble, key: str, selected: Mapping[str, str] | None = None
    ) -> Delivery:
        """Let a member press a button of a card; `selected` maps question keys to chosen options."""
        card = bubble.content.card
        # "Opiton" is the platform's own spelling.
        items = [
            {"QuestionKey": question, "OpitonIds": {"OpitonId": option}}
            for question, option in (selected or {}).items()
        ]
        fields = {
            "EventKey": key,
            "TaskId": card.get("task_id", ""),
            "CardType": card.get("card_type", ""),
            "ResponseCode": self.corp.click_code(bubble),
            "SelectedItems": {"SelectedItem": items},
        }
        return await self.send_event(userid, "template_card_event", **fields)

    async def redeliver(self, delivery: Delivery) -> Delivery:
        """Let the platform send the very same message once more."""
        return await self._deliver(str(delivery.fields["FromUserName"]), delivery.fields)

    async def until(self, userid: str, wanted: Callable[[Bubble], bool], seconds: float = 10) -> Bubble:
        """Wait until the member has a bubble that `wanted` takes; raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while True:
                found = next((bubble for bubble in self.corp.member(userid).bubbles if wanted(bubble)), None)
                if found is not None:
                    return found
                await self.corp.changed.after(self.corp.changed.count)

    async def _speak(self, userid: str, content: Content, fields: Mapping[str, object]) -> Delivery:
        member = self.corp.member(userid)
        self.corp.show(member, self.corp.bubble("said", content))
        return await self._deliver(userid, self.callback.message(member.userid, content.kind, fields))

    async def _deliver(self, userid: str, fields: Mapping[str, object]) -> Delivery:
        delivery = await self.callback.deliver(fields)
        if delivery.reply:
            content = _passive(delivery.reply)
            self.corp.show(self.corp.member(userid), self.corp.bubble("reply", content))
        return delivery


def create_platform(corp: Corp) -> web.Application:
    """Return the application that serves the platform's HTTP API under /cgi-bin/."""
    app = web.Application(middlewares=[use_faults], client_max_size=_BODY_BYTES)
    app[CORP] = corp
    app.add_routes(routes)
    return app


@asynccontextmanager
async def serving(app: web.Application, sock: socket.socket) -> AsyncIterator[str]:
    """Serve an application on a listening socket until the block ends; yield its address."""
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.SockSite(runner, sock).start()
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def running_platform(corp: Corp) -> AsyncIterator[Platform]:
    """Serve the platform's API on a free port of this machine until the block ends."""
    platform = Platform(corp)
    async with serving(create_platform(corp), listen()) as base_url:
        platform.base_url = base_url
        yield platform


def listen(port: int = 0) -> socket.socket:
    """A listening socket on this machine: on that port, or on a free one where it is taken."""
    try:
        return socket.create_server(("127.0.0.1", port))
    except OSError:
        return socket.create_server(("127.0.0.1", 0))


def _passive(reply: Mapping[str, str]) -> Content:
    kind = reply.get("MsgType", "")
    if kind == "text":
        return Content("text", cut(reply.get("Content", ""), 2048))
    return Content(kind, media_id=reply.get(f"{kind.capitalize()}.MediaId", ""))


def _picture_type(data: bytes) -> str:
    return "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
