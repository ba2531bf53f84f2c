"""The 企业微信 HTTP API as far as the bot needs it: token, message/send and media."""

import io
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from http import HTTPStatus
from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.channels.base import DeliveryError, Download, Outcome
from bot.channels.wecom_answers import (
    ANSWER_BYTES,
    check_status,
    chunks_of,
    name_of,
    network,
    read_answer,
    read_within,
    refuse_error,
)
from bot.channels.wecom_errors import TOKEN_INVALID, error_of
from bot.channels.wecom_token import AccessToken

TIMEOUT_SECONDS = 10.0
UPLOAD_SECONDS = 30.0
"""20 MB take their time, but the lease of the message goes on."""
TRANSFER_SECONDS = 120.0
"""A large file may take longer than a call, as long as bytes keep coming."""
_UPLOAD = "media/upload"
_IN_PIECES = 830002
_PIECE_BYTES = 20 * 1024 * 1024

_Data = Callable[[], "aiohttp.MultipartWriter | bytes | None"]


class WecomApi:
    """Calls the API of one app; every failure is a DeliveryError whose words hold neither secret nor token.

    `base` is the platform's address with or without `/cgi-bin`. To be used as an async context manager.
    """

    def __init__(
        self,
        base: str,
        corp_id: str,
        secret: str,
        *,
        timeout: float = TIMEOUT_SECONDS,
        proxy: str | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._base = f"{base.rstrip('/').removesuffix('/cgi-bin')}/cgi-bin/"
        self._credentials = {"corpid": corp_id, "corpsecret": secret}
        self._timeout = timeout
        self._proxy = proxy
        self._token = AccessToken(self._fetch_token, clock)
        self._session: aiohttp.ClientSession

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=self._timeout, sock_connect=self._timeout / 2),
            cookie_jar=aiohttp.DummyCookieJar(),
            proxy=self._proxy,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    @property
    def tokens_fetched(self) -> int:
        """How often a token was asked for."""
        return self._token.fetched

    async def check(self) -> None:
        """Fetch a token, which shows whether the platform is there and takes the settings."""
        await self._token.get()

    async def send(self, message: Mapping[str, object]) -> Mapping[str, Any]:
        """Send a message; return the platform's answer, which may name recipients that it left out."""
        # The same message makes the same bytes: only then does the platform see that it is a repetition.
        body = json.dumps(message, ensure_ascii=False, sort_keys=True).encode()
        return await self._post("message/send", {}, lambda: body)

    async def update_card(self, update: Mapping[str, object]) -> Mapping[str, Any]:
        """Change a card that somebody has; its response_code is good for one call within 72 hours."""
        body = json.dumps(update, ensure_ascii=False, sort_keys=True).encode()
        return await self._post("message/update_template_card", {}, lambda: body)

    async def userid_of(self, open_userid: str) -> str:
        """Return the account, lower-cased, behind what the robot may give in its place; raises DeliveryError.

        What is an account already, which the platform calls invalid here, stays what it is.
        """
        body = json.dumps({"open_userid_list": [open_userid]}).encode()
        answer = await self._post("batch/openuserid_to_userid", {}, lambda: body)
        found = [pair.get("userid") for pair in answer.get("userid_list") or () if isinstance(pair, dict)]
        return found[0].lower() if found and isinstance(found[0], str) and found[0] else open_userid

    async def member_of(self, code: str) -> str:
        """Return the lower-cased account that an OAuth code stands for, once; "" for an outsider's."""
        answer = await self._call("GET", "auth/getuserinfo", {"code": code}, lambda: None)
        userid = answer.get("userid")
        return userid.lower() if isinstance(userid, str) else ""

    async def upload(self, kind: str, name: str, content: bytes, mime: str) -> str:
        """Upload an image, voice, video or file; return its media_id, which lives three days."""
        answer = await self._post(_UPLOAD, {"type": kind}, lambda: _form(name, content, mime))
        media_id = answer.get("media_id")
        if not isinstance(media_id, str) or not media_id:
            raise DeliveryError(Outcome.RETRY, "no media_id")
        return media_id

    @asynccontextmanager
    async def download(self, media_id: str) -> AsyncIterator[Download]:
        """Open what a member sent; its chunks raise DeliveryError too."""
        async with AsyncExitStack() as stack:
            token, start = await self._token.get(), None
            try:
                file = await stack.enter_async_context(self._open(media_id, token))
            except DeliveryError as error:
                if error.code in TOKEN_INVALID:
                    token = await self._token.get(refused=token)
                elif error.code == _IN_PIECES:
                    start = 0
                else:
                    raise
                file = await stack.enter_async_context(self._open(media_id, token, start))
            yield file if start is None else replace(file, chunks=self._pieces(media_id, file))

    async def _pieces(self, media_id: str, first: Download) -> AsyncIterator[bytes]:
        """The chunks of a file that the platform gives in pieces, beginning with the one that is open."""
        size = 0
        async for chunk in first.chunks:
            size += len(chunk)
            yield chunk
        while size and size % _PIECE_BYTES == 0:
            token, before = await self._token.get(), size
            async with self._open(media_id, token, size) as piece:
                async for chunk in piece.chunks:
                    size += len(chunk)
                    yield chunk
            if size == before:
                return

    async def _post(self, path: str, params: Mapping[str, str], data: _Data) -> Mapping[str, Any]:
        return await self._call("POST", path, params, data)

    async def _call(
        self, method: str, path: str, params: Mapping[str, str], data: _Data
    ) -> Mapping[str, Any]:
        token = await self._token.get()
        try:
            return await self._ask(method, path, {**params, "access_token": token}, data)
        except DeliveryError as error:
            if error.code not in TOKEN_INVALID:
                raise
        token = await self._token.get(refused=token)
        return await self._ask(method, path, {**params, "access_token": token}, data)

    async def _ask_token(self) -> Mapping[str, Any]:
        return await self._ask("GET", "gettoken", self._credentials, lambda: None)

    async def _fetch_token(self) -> tuple[str, float]:
        try:
            answer = await self._ask_token()
        except DeliveryError as error:
            # Whatever went wrong here, no message was sent.
            outcome = Outcome.CONFIG if error.outcome in {Outcome.CONFIG, Outcome.REFUSED} else Outcome.STOP
            raise DeliveryError(
                outcome, error.reason, code=error.code, retry_after=error.retry_after
            ) from None
        token, lifetime = answer.get("access_token"), answer.get("expires_in")
        if not isinstance(token, str) or not token or not isinstance(lifetime, int) or lifetime <= 0:
            raise DeliveryError(Outcome.STOP, "no token in the answer")
        return token, float(lifetime)

    async def _ask(self, method: str, path: str, params: Mapping[str, str], data: _Data) -> Mapping[str, Any]:
        seconds = UPLOAD_SECONDS if path == _UPLOAD else self._timeout
        limit = aiohttp.ClientTimeout(total=seconds, sock_connect=self._timeout / 2)
        url = self._base + path
        with network():
            async with self._session.request(
                method, url, params=params, data=data(), timeout=limit, allow_redirects=False
            ) as response:
                answer = await read_answer(response)
        # A 公众号 is given its token without an errcode.
        error = None if answer.get("access_token") else error_of(answer, params.values())
        if error is not None:
            raise error
        return answer

    @asynccontextmanager
    async def _open(self, media_id: str, token: str, start: int | None = None) -> AsyncIterator[Download]:
        """Open the whole file, or the piece of it from byte `start` on."""
        span = {} if start is None else {"Range": f"bytes={start}-{start + _PIECE_BYTES - 1}"}
        params = {"access_token": token, "media_id": media_id}
        limit = aiohttp.ClientTimeout(
            total=TRANSFER_SECONDS, sock_connect=self._timeout / 2, sock_read=self._timeout
        )
        async with AsyncExitStack() as stack:
            with network():
                response = await stack.enter_async_context(
                    self._session.get(
                        self._base + "media/get",
                        params=params,
                        headers=span,
                        timeout=limit,
                        allow_redirects=False,
                    )
                )
                beyond_the_end = start and response.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
                if not beyond_the_end:
                    check_status(response)
                head = b"" if beyond_the_end else await response.content.readany()
                if head.lstrip()[:1] in {b"{", b"<"} or not (head or start):
                    head += await read_within(response.content, ANSWER_BYTES)
                    refuse_error(head, response.headers, token)
            rest = None if beyond_the_end else response.content
            yield Download(chunks_of(head, rest), name_of(response), response.content_type)


def _form(name: str, content: bytes, mime: str) -> aiohttp.MultipartWriter:
    form = aiohttp.MultipartWriter("form-data")
    part = form.append(io.BytesIO(content), {"Content-Type": mime})
    # The platform reads a Chinese name only in plain UTF-8, not in the form of RFC 5987.
    part.set_content_disposition(
        "form-data", quote_fields=False, name="media", filename=name, filelength=str(len(content))
    )
    return form
