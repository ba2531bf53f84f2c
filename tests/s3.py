"""A real S3 server on this machine, and buckets on it."""

import importlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from urllib.request import Request, urlopen

KEYS = {"AWS_ACCESS_KEY_ID": "kaohe", "AWS_SECRET_ACCESS_KEY": "not-a-secret", "AWS_REGION": "us-east-1"}
_numbers = count(1)


@contextmanager
def server() -> Iterator[str]:
    """Run the server and give its address."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    # Loaded here, for it takes a second that tests without S3 should not pay.
    moto = importlib.import_module("moto.server")
    made = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    made.start()
    host, port = made.get_host_and_port()
    yield f"http://{host}:{port}"
    made.stop()


def bucket(address: str) -> str:
    """Make an empty bucket and return its URL with a prefix."""
    name = f"evidence-{os.getpid()}-{next(_numbers)}"
    urlopen(Request(f"{address}/{name}", method="PUT")).close()
    return f"s3://{name}/kaohe/2021"
