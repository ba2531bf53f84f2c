"""群机器人: public summaries into one group chat; it hears nothing, and its address is a secret."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager

import aiohttp

from bot.channels.base import DeliveryError, Download, Outcome, Sent
from bot.channels.parts import one_by_one
from bot.channels.wecom_answers import network, read_answer
from bot.channels.wecom_api import TIMEOUT_SECONDS
from bot.channels.wecom_errors import error_of
from bot.channels.words import split
from handlers.pushing.group_summary import CHANNEL

CONTENT_BYTES = 4096


class WebhookChannel:
    """Posts what a row of the outbox holds as `text` to the group, as a table where it is one (markdown_v2).

    The platform does not recognise a repetition here: what may have arrived is not sent again.
    """

    name = CHANNEL
    ready = True
    recognises = False

    def __init__(self, url: str, proxy: str | None = None) -> None:
        self._url = url
        self._proxy = proxy

    async def prepare(self, content: Mapping[str, object]) -> Mapping[str, object]:
        """Only words are posted."""
        return content

    async def send(
        self, recipient: str, content: Mapping[str, object], key: str, done: int = 0, turn: int = 0
    ) -> Sent:
        """Post the text, in several messages where it is long; raises DeliveryError."""
        del recipient, key, turn
        limit = aiohttp.ClientTimeout(total=TIMEOUT_SECONDS)
        parts = [part for part in split(str(content.get("text", "")), CONTENT_BYTES) if part.strip()]
        if not parts:
            raise DeliveryError(Outcome.REFUSED, "nothing to send")
        async with aiohttp.ClientSession(timeout=limit, proxy=self._proxy) as session:
            await one_by_one(parts, done, lambda _, part: self._post(session, part))
        return Sent({"errcode": 0}, {}, len(parts))

    def download(self, media_id: str) -> AbstractAsyncContextManager[Download]:
        """Nobody writes to a group robot."""
        raise DeliveryError(Outcome.REFUSED, f"a group robot holds no file: {media_id}")

    async def _post(self, session: aiohttp.ClientSession, text: str) -> None:
        body = {"msgtype": "markdown_v2", "markdown_v2": {"content": text}}
        with network():
            async with session.post(self._url, json=body, allow_redirects=False) as response:
                answer = await read_answer(response)
        if (error := error_of(answer, [self._url])) is not None:
            raise error
