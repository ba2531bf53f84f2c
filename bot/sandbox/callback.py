"""Callbacks to the app: encrypted, signed, POSTed with a 5 s limit and repeated up to 3 times."""

import itertools
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import aiohttp

from bot.sandbox.envelope import CorpApp, callback_body, open_reply, seal, to_xml

TIMEOUT_SECONDS = 5.0
VERIFY_SECONDS = 1.0
ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the app took a callback; `reply` holds the fields of its passive reply, empty when it said nothing.

    `problem` says in English why the last attempt failed or why the platform drops the reply.
    """

    fields: Mapping[str, object]
    attempts: int
    status: int | None
    reply: Mapping[str, str]
    problem: str = ""


class Callback:
    """The receiving end that the administrator has entered for the app."""

    def __init__(self, app: CorpApp, url: str = "") -> None:
        self.app = app
        self.url = url
        self.timeout = TIMEOUT_SECONDS
        self._message_ids = itertools.count(secrets.randbits(62))

    def message(self, userid: str, kind: str, fields: Mapping[str, object]) -> dict[str, object]:
        """Return the inner fields of a message with a new MsgId."""
        return {**self._sender(userid, kind), **fields, "MsgId": next(self._message_ids), **self._agent()}

    def event(self, userid: str, event: str, fields: Mapping[str, object]) -> dict[str, object]:
        """Return the inner fields of an event; events have no MsgId."""
        return {**self._sender(userid, "event"), "Event": event, **fields, **self._agent()}

    async def verify(self) -> bool:
        """Do what the administrator's "保存" does: GET with an echostr that must come back plain in 1 s."""
        echo = str(secrets.randbits(62))
        sealed = seal(self.app, echo)
        query = sealed.query() | {"echostr": sealed.encrypt}
        limit = aiohttp.ClientTimeout(total=VERIFY_SECONDS)
        async with (
            aiohttp.ClientSession(timeout=limit) as session,
            session.get(self.url, params=query) as answer,
        ):
            return answer.status == HTTPStatus.OK and await answer.text() == echo

    async def deliver(self, fields: Mapping[str, object]) -> Delivery:
        """POST the message until it is taken, at most four times; return how it went."""
        delivery = Delivery(fields, 0, None, {})
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=self.timeout)) as session:
            for attempt in range(1, ATTEMPTS + 1):
                delivery = await self._post(session, fields, attempt)
                if delivery.status == HTTPStatus.OK:
                    break
        return delivery

    async def _post(
        self, session: aiohttp.ClientSession, fields: Mapping[str, object], attempt: int
    ) -> Delivery:
        sealed = seal(self.app, to_xml(fields))
        body, headers = callback_body(self.app, sealed).encode(), {"Content-Type": "text/xml"}
        try:
            async with session.post(self.url, params=sealed.query(), data=body, headers=headers) as answer:
                return self._read(fields, attempt, answer.status, await answer.text())
        except (aiohttp.ClientError, TimeoutError, UnicodeDecodeError) as error:
            return Delivery(fields, attempt, None, {}, repr(error))

    def _read(self, fields: Mapping[str, object], attempt: int, status: int, body: str) -> Delivery:
        if status != HTTPStatus.OK:
            return Delivery(fields, attempt, status, {}, f"HTTP {status}")
        if body in {"", "success"}:
            return Delivery(fields, attempt, status, {})
        try:
            reply = open_reply(self.app, body)
        except ValueError as error:
            return Delivery(fields, attempt, status, {}, str(error))
        sent_to, sent_from = reply.get("ToUserName", ""), reply.get("FromUserName", "")
        if (sent_to, sent_from) != (fields["FromUserName"], self.app.corp_id):
            return Delivery(fields, attempt, status, {}, f"reply from {sent_from!r} to {sent_to!r}")
        return Delivery(fields, attempt, status, reply)

    def _sender(self, userid: str, kind: str) -> dict[str, object]:
        return {
            "ToUserName": self.app.corp_id,
            "FromUserName": userid,
            "CreateTime": int(time.time()),
            "MsgType": kind,
        }

    def _agent(self) -> dict[str, object]:
        return {"AgentID": self.app.agent_id}
