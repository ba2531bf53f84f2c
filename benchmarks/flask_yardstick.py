"""The usual way: Flask on gunicorn threads, wechatpy, and one durable SQLite insert a message; no scoring."""

import os
import sqlite3
import threading
import time

from flask import Flask, Response, request
from wechatpy.enterprise import create_reply, parse_message

from benchmarks.callbacks import PATH, crypto

app = Flask(__name__)
cipher = crypto()
local = threading.local()


def connection() -> sqlite3.Connection:
    """The thread's own connection, every commit of which is on the disk when it returns."""
    if not hasattr(local, "connection"):
        local.connection = sqlite3.connect(os.environ["YARDSTICK_DATABASE"], timeout=30)
        local.connection.execute("PRAGMA journal_mode=WAL")
        local.connection.execute("PRAGMA synchronous=FULL")
    opened: sqlite3.Connection = local.connection
    return opened


def create_table() -> None:
    """One row a message, its id unique."""
    with sqlite3.connect(os.environ["YARDSTICK_DATABASE"]) as database:
        database.execute(
            "CREATE TABLE IF NOT EXISTS message (id TEXT PRIMARY KEY, sender TEXT, text TEXT, at REAL)"
        )


@app.post(PATH)
def callback() -> Response:
    """Decrypt, parse, store, reply, encrypt."""
    query = request.args
    plain = cipher.decrypt_message(
        request.get_data(), query["msg_signature"], query["timestamp"], query["nonce"]
    )
    message = parse_message(plain)
    with connection() as database:
        database.execute(
            "INSERT OR IGNORE INTO message VALUES (?, ?, ?, ?)",
            (str(message.id), message.source, message.content, time.time()),
        )
    reply = create_reply(f"已收到：{message.content}", message).render()
    sealed = cipher.encrypt_message(reply, query["nonce"], str(int(time.time())))
    return Response(sealed, content_type="text/xml")


create_table()
