"""A bot small enough to be seen through."""

from collections.abc import Awaitable, Callable

from aiohttp import web
from wechatpy.enterprise.crypto import WeChatCrypto

from bot.sandbox.envelope import CorpApp

Answer = Callable[[web.Request], Awaitable[web.Response]]


class SmallBot:
    """Takes callbacks, keeps their decrypted XML, and answers with what `answer` makes."""

    def __init__(self, app: CorpApp) -> None:
        self.crypto = WeChatCrypto(app.token, app.aes_key, app.corp_id)
        self.received: list[str] = []
        self.answer: Answer = self.silence

    async def silence(self, request: web.Request) -> web.Response:
        return web.Response()

    async def take(self, request: web.Request) -> web.Response:
        query = request.query
        plain = self.crypto.decrypt_message(
            await request.text(), query["msg_signature"], query["timestamp"], query["nonce"]
        )
        self.received.append(plain)
        return await self.answer(request)

    async def verify(self, request: web.Request) -> web.Response:
        query = request.query
        return web.Response(
            text=self.crypto.check_signature(
                query["msg_signature"], query["timestamp"], query["nonce"], query["echostr"]
            )
        )

    def says(self, text: str, to: str = "wangmin") -> Answer:
        async def answer(request: web.Request) -> web.Response:
            inner = (
                f"<xml><ToUserName>{to}</ToUserName><FromUserName>{self.crypto.corp_id}</FromUserName>"
                f"<CreateTime>1</CreateTime><MsgType>text</MsgType><Content>{text}</Content></xml>"
            )
            return web.Response(text=self.crypto.encrypt_message(inner, "nonce", "1409659813"))

        return answer
