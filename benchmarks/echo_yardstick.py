"""The upper yardstick: aiohttp and wechatpy echo each message encrypted, and nothing is stored."""

import sys
import time

from aiohttp import web
from wechatpy.enterprise import create_reply, parse_message
from wechatpy.enterprise.crypto import WeChatCrypto

from benchmarks.callbacks import PATH, crypto


async def callback(request: web.Request) -> web.Response:
    """Decrypt, parse, echo, encrypt."""
    query = request.query
    cipher = request.app[CIPHER]
    plain = cipher.decrypt_message(
        await request.read(), query["msg_signature"], query["timestamp"], query["nonce"]
    )
    message = parse_message(plain)
    reply = create_reply(message.content, message).render()
    sealed = cipher.encrypt_message(reply, query["nonce"], str(int(time.time())))
    return web.Response(text=sealed, content_type="text/xml")


CIPHER = web.AppKey("cipher", WeChatCrypto)

if __name__ == "__main__":
    app = web.Application()
    app[CIPHER] = crypto()
    app.router.add_post(PATH, callback)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
