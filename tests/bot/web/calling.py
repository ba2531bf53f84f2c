"""Calls as the platform makes them, and what the bot made of them."""

import threading
from datetime import datetime

from wechatpy.enterprise.crypto import WeChatCrypto

from bot.channels import xml
from handlers.messages import Incoming, Reply
from store.database import Store
from store.unit_of_work import UnitOfWork
from tests.bot.channels.callers import (
    AES_KEY,
    CORP_ID,
    TOKEN,
    Call,
)
from tests.bot.small_app import Client

URL = "/wecom/callback"


def answer(incoming: Incoming, uow: UnitOfWork, now: datetime, inbox_id: int) -> Reply:
    if incoming.text == "崩溃":
        raise LookupError
    if incoming.text == "慢":
        threading.Event().wait(0.5)
    return Reply("" if incoming.kind == "event" else f"已记录：{incoming.text}")


async def post(client: Client, made: Call) -> tuple[int, str]:
    async with client.post(URL, params=made.query, data=made.body, headers=made.headers) as response:
        return response.status, await response.text()


def opened(body: str) -> str:
    """What the sender reads of a passive reply."""
    outer = {field.tag: field.text or "" for field in xml.read(body.encode())}
    inner = WeChatCrypto(TOKEN, AES_KEY, CORP_ID).decrypt_message(
        outer, outer["MsgSignature"], outer["TimeStamp"], outer["Nonce"]
    )
    return xml.read(inner.encode()).findtext("Content", "")


async def kept(store: Store) -> int:
    """How many messages are stored, by trying the ids."""
    rows = await store.read(lambda uow: [uow.inbox.get(number) for number in range(1, 200)])
    return sum(row is not None for row in rows)
