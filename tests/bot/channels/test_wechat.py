"""公众号: official examples, forged and plain calls, passive replies, and messages of customer service."""

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web
from multidict import MultiDict
from pydantic import SecretStr
from wechatpy.crypto import WeChatCrypto

from bot.app import create_app
from bot.channels import xml
from bot.channels.base import CallError, DeliveryError, Outcome
from bot.channels.envelope import Envelope
from bot.channels.wechat import WechatCallback, WechatChannel
from bot.channels.wechat_api import WechatApi
from bot.sandbox.platform import listen, serving
from bot.settings import Settings
from handlers.people.binding import HOW_TO_BIND
from store.database import Store
from tests.bot.channels.callers import AES_KEY, TOKEN, signature, vectors

APP_ID = "wxba5fad812f8e6fb9"
OPENID = "o9AgO5Kd5ggOC-bXrbNODIiE3bGY"
OWN = "gh_97417a04a28d"
NOW = 1714112445
XML = {"Content-Type": "text/xml"}
CALLBACK = WechatCallback(APP_ID, TOKEN, AES_KEY, lambda: NOW)
ENVELOPE = Envelope(TOKEN, AES_KEY, APP_ID)


def call(now: int = NOW, **fields: object) -> tuple[MultiDict[str], bytes]:
    """A follower's message as the platform sends it in the secure mode."""
    message: dict[str, Any] = {
        "ToUserName": OWN,
        "FromUserName": OPENID,
        "CreateTime": now,
        "MsgType": "text",
        "Content": "你好",
        "MsgId": 24538000000000001,
        **fields,
    }
    encrypted = ENVELOPE.seal(xml.write(message).encode())
    sealed = signature(TOKEN, str(now), "415670741", encrypted)
    query = {"signature": "x", "msg_signature": sealed, "timestamp": str(now), "nonce": "415670741"}
    return MultiDict(query), xml.write({"ToUserName": OWN, "Encrypt": encrypted}).encode()


def refused(query: MultiDict[str], body: bytes | None = None) -> tuple[int, str]:
    with pytest.raises(CallError) as error:
        CALLBACK.verify(query) if body is None else CALLBACK.receive(query, body)
    return error.value.status, error.value.reason


def test_the_official_example_of_saving_the_address() -> None:
    account = vectors()["mp"]
    vector = account["url_verify"]
    callback = WechatCallback(
        account["app_id"],
        account["token"],
        account["encoding_aes_key"],
        lambda: float(vector["timestamp"]),
    )
    assert callback.verify(MultiDict(vector)).decode() == vector["echostr"]


def saving(**changed: str) -> MultiDict[str]:
    query = {"timestamp": str(NOW), "nonce": "415670741", "echostr": "4375120948345356249"}
    query = {**query, **changed}
    return MultiDict({"signature": signature(TOKEN, query["timestamp"], query["nonce"], ""), **query})


def test_an_address_is_saved_only_for_who_knows_the_token() -> None:
    assert CALLBACK.verify(saving()) == b"4375120948345356249"
    assert refused(saving(signature="0" * 40)) == (403, "signature")
    assert refused(saving(signature="é")) == (403, "signature")
    assert refused(saving(timestamp=str(NOW - 301))) == (403, "stale")
    assert refused(saving(echostr="<script>")) == (400, "query")
    assert refused(saving(nonce="")) == (400, "query")
    assert refused(MultiDict()) == (400, "query")


def test_a_follower_is_who_the_platform_says_to_the_letter() -> None:
    heard = CALLBACK.receive(*call()).incoming
    assert (heard.channel, heard.sender, heard.text) == ("wechat", OPENID, "你好")
    assert heard.message_id == f"{APP_ID}|24538000000000001|{OPENID}"


def test_what_is_not_sealed_or_sealed_for_another_is_refused() -> None:
    query, body = call()
    plain = xml.write({"ToUserName": OWN, "FromUserName": OPENID, "MsgType": "text", "Content": "19.2 1"})
    assert refused(query, plain.encode()) == (403, "signature")
    stale_query, stale_body = call(NOW - 301)
    assert refused(stale_query, stale_body) == (403, "stale")
    encrypted = Envelope(TOKEN, AES_KEY, "wxSomebodyElse").seal(b"<xml></xml>")
    sealed = signature(TOKEN, str(NOW), "1", encrypted)
    other = MultiDict({"msg_signature": sealed, "timestamp": str(NOW), "nonce": "1"})
    assert refused(other, xml.write({"Encrypt": encrypted}).encode()) == (403, "sealed")
    assert refused(query, body[:-9]) == (400, "xml")


def test_the_passive_reply_is_opened_by_wechatpy() -> None:
    heard = CALLBACK.receive(*call())
    sealed = xml.read(CALLBACK.reply(heard, "已收]]>"))
    parts = [sealed.findtext(name, "") for name in ("MsgSignature", "TimeStamp", "Nonce")]
    opened = WeChatCrypto(TOKEN, AES_KEY, APP_ID).decrypt_message(
        {"Encrypt": sealed.findtext("Encrypt")}, *parts
    )
    said = xml.read(opened.encode() if isinstance(opened, str) else opened)
    assert said.findtext("Content") == "已收]]>"
    assert (said.findtext("ToUserName"), said.findtext("FromUserName")) == (OPENID, OWN)


@dataclass
class Platform:
    """The platform's API, as far as the bot asks it; `codes` are answered to the next messages."""

    base: str = ""
    tokens: list[dict[str, Any]] = field(default_factory=list)
    sent: list[dict[str, Any]] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)

    async def token(self, request: web.Request) -> web.Response:
        self.tokens.append(await request.json())
        return web.json_response({"access_token": f"t{len(self.tokens)}", "expires_in": 7200})

    async def send(self, request: web.Request) -> web.Response:
        if request.query.get("access_token") != f"t{len(self.tokens)}":
            return web.json_response({"errcode": 40001, "errmsg": "invalid credential"})
        if self.codes:
            return web.json_response({"errcode": self.codes.pop(0), "errmsg": "ordered"})
        self.sent.append(json.loads(await request.read()))
        return web.json_response({"errcode": 0, "errmsg": "ok"})

    async def media(self, request: web.Request) -> web.Response:
        headers = {"Content-Disposition": 'attachment; filename="MEDIA.jpg"'}
        return web.Response(
            body=request.query["media_id"].encode(), content_type="image/jpeg", headers=headers
        )


@asynccontextmanager
async def running() -> AsyncIterator[Platform]:
    platform, app = Platform(), web.Application()
    app.add_routes(
        [
            web.post("/cgi-bin/stable_token", platform.token),
            web.post("/cgi-bin/message/custom/send", platform.send),
            web.get("/cgi-bin/media/get", platform.media),
        ]
    )
    async with serving(app, listen()) as platform.base:
        yield platform


async def test_words_go_out_as_customer_service_under_a_stable_token() -> None:
    async with running() as platform, WechatApi(platform.base, APP_ID, "canary-Secret-3") as api:
        channel = WechatChannel(api)
        text = '<a href="https://kaohe.example.gov.cn/u">上传</a>'
        await channel.send(OPENID, {"text": text}, "a")
        platform.codes.append(42001)
        assert (await channel.send(OPENID, {"text": "汉" * 1000}, "b")).messages == 2
    assert platform.sent[0] == {
        "touser": OPENID,
        "msgtype": "text",
        "text": {"content": "上传：https://kaohe.example.gov.cn/u"},
    }
    assert all(len(one["text"]["content"].encode()) <= 2048 for one in platform.sent)
    asked = {"grant_type": "client_credential", "appid": APP_ID, "secret": "canary-Secret-3"}
    assert platform.tokens == [asked, asked]


async def test_after_48_hours_of_silence_a_message_is_refused() -> None:
    async with running() as platform, WechatApi(platform.base, APP_ID, "canary-Secret-3") as api:
        platform.codes.append(45015)
        with pytest.raises(DeliveryError) as silent:
            await WechatChannel(api).send(OPENID, {"text": "明天截止"}, "a")
        with pytest.raises(DeliveryError) as unable:
            await WechatChannel(api).prepare({"document": {}})
        async with WechatChannel(api).download("media-1") as file:
            assert b"".join([chunk async for chunk in file.chunks]) == b"media-1"
    assert (silent.value.outcome, silent.value.code) == (Outcome.REFUSED, 45015)
    assert unable.value.outcome is Outcome.REFUSED


async def test_a_follower_is_answered_by_the_whole_bot(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    async with running() as platform:
        settings = Settings.model_construct(
            database_url=database_url,
            data_dir=tmp_path / "data",
            aibot_id="aib-1",
            aibot_secret=SecretStr("canary-Secret-2"),
            aibot_ws_url=platform.base.replace("http", "ws"),
            wechat_app_id=APP_ID,
            wechat_secret=SecretStr("canary-Secret-3"),
            wechat_token=SecretStr(TOKEN),
            wechat_aes_key=SecretStr(AES_KEY),
            wechat_api_base=platform.base,
        )
        async with serving(create_app(settings), listen()) as address, ClientSession(address) as session:
            query, body = call(int(time.time()))
            replies = []
            for _ in range(2):
                async with session.post("/wechat/callback", params=query, data=body, headers=XML) as response:
                    sealed = xml.read(await response.read())
                replies.append(ENVELOPE.open(sealed.findtext("Encrypt", "")).decode())
            async with session.post("/wecom/callback", params=query, data=body, headers=XML) as response:
                assert response.status == 404
    assert all(HOW_TO_BIND in reply for reply in replies)
    accounts = await store.read(lambda uow: uow.accounts.find("wechat", OPENID))
    assert accounts is not None
