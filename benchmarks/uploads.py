"""How long a chat message waits while files are uploaded, beside the same server at rest, and what it takes in memory."""

import argparse
import hashlib
import http.client
import json
import multiprocessing
import re
import socket
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from benchmarks import callbacks, office, servers
from benchmarks.callbacks import Said
from benchmarks.generator import drive
from benchmarks.memory import resident

MEGABYTE = 1 << 20
PACE_SECONDS = 0.02
REST_SECONDS = 8.0
MESSAGES = 6000
MOST_RATIO = 2.0
MOST_MEGABYTES = 200.0


@dataclass(frozen=True, slots=True)
class Uploader:
    """One person's browser on the upload page."""

    port: int
    headers: dict[str, str]

    def bring(self, name: str, data: bytes) -> None:
        """Upload a file as the page does; raises where the bot does not say that it is saved."""
        server = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        begun = self._call(server, "POST", "files", {"name": name, "size": len(data), "modified": "1"})
        for offset in range(0, len(data), MEGABYTE):
            path = f"files/{begun['id']}?offset={offset}"
            self._send(server, "PUT", path, data[offset : offset + MEGABYTE])
        sha256 = hashlib.sha256(data).hexdigest()
        while True:
            done = self._call(server, "POST", f"files/{begun['id']}/finish", {"sha256": sha256})
            if done["state"] == "done":
                break
        server.close()

    def _call(
        self, server: http.client.HTTPConnection, method: str, path: str, values: dict[str, object]
    ) -> dict[str, object]:
        return self._send(server, method, path, json.dumps(values).encode())

    def _send(
        self, server: http.client.HTTPConnection, method: str, path: str, body: bytes
    ) -> dict[str, object]:
        server.request(method, f"/upload/{path}", body, self.headers)
        answer = server.getresponse()
        said: dict[str, object] = json.loads(answer.read())
        if answer.status != http.client.OK:
            raise RuntimeError(f"{method} {path}: {answer.status} {said}")
        return said


def uploaders(port: int, accounts: Sequence[str]) -> list[Uploader]:
    """A browser for each of these people, by the link that the bot gives."""
    asked = callbacks.requests(Said(account, "上传") for account in accounts)
    return [_entered(port, callbacks.reply_text(body)) for body in drive(port, asked).bodies]


def _entered(port: int, reply: str) -> Uploader:
    found = re.search(r'href="([^"]+)"', reply)
    if found is None:
        raise RuntimeError(f"no link: {reply}")
    server = http.client.HTTPConnection("127.0.0.1", port)
    server.request("POST", urlsplit(found[1]).path)
    answer = server.getresponse()
    answer.read()
    cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    server.request("GET", "/upload", headers={"Cookie": cookie})
    seal = re.search('data-seal="([0-9a-f]+)"', server.getresponse().read().decode())
    if seal is None:
        raise RuntimeError("the page was not opened")
    server.close()
    return Uploader(port, {"Cookie": cookie, "X-Kaohe": seal[1], "Content-Type": "application/json"})


def upload_all(people: Sequence[Uploader], first: int, count: int, size: int) -> None:
    """All uploads, each person one at a time; no two files are the same."""

    def bring(number: int) -> None:
        head = f"%PDF-1.7\n% file {number}\n".encode()
        people[number % len(people)].bring(f"材料{number}.pdf", head.ljust(size, b"\n"))

    with ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(bring, range(first, first + count)))


@dataclass
class Meanwhile:
    """What was measured while something went on; the times are in seconds."""

    took: float
    waited: list[float]
    megabytes: float

    def percentile(self, share: float) -> float:
        """In milliseconds."""
        ordered = sorted(self.waited)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000


def observe(server: servers.Server, reports: Iterator[Said], going_on: Callable[[], bool]) -> Meanwhile:
    """Say a report every now and then while something goes on, and watch the memory."""
    requests = callbacks.requests(islice(reports, MESSAGES))
    started, waited, megabytes = time.perf_counter(), [], 0.0
    with socket.create_connection(("127.0.0.1", server.port)) as line, line.makefile("rb") as answers:
        for request in requests:
            if not going_on():
                break
            said = time.perf_counter()
            line.sendall(request)
            _read(answers)
            waited.append(time.perf_counter() - said)
            megabytes = max(megabytes, resident(server.pid))
            time.sleep(max(0.0, PACE_SECONDS - waited[-1]))
    return Meanwhile(time.perf_counter() - started, waited, megabytes)


def _read(answers: BinaryIO) -> None:
    """Read one answer; raises where the message was not taken."""
    status, length = answers.readline(), 0
    if b" 200 " not in status:
        raise RuntimeError(status.decode())
    while (line := answers.readline()) != b"\r\n":
        name, _, value = line.partition(b":")
        length = int(value) if name.lower() == b"content-length" else length
    answers.read(length)


def measure(count: int, size: int, at_once: int, rounds: int) -> list[tuple[Meanwhile, Meanwhile]]:
    """(at rest, during uploads) of each round."""
    reports = office.reports()
    accounts = list(dict.fromkeys(said.account for said in islice(office.reports(), 50)))[:at_once]
    found = []
    with tempfile.TemporaryDirectory() as folder, servers.kaohe(Path(folder)) as server:
        people = uploaders(server.port, accounts)
        observe(server, reports, _for(REST_SECONDS))
        for number in range(rounds):
            at_rest = observe(server, reports, _for(REST_SECONDS))
            work = multiprocessing.get_context("spawn").Process(
                target=upload_all, args=(people, number * count, count, size)
            )
            work.start()
            found.append((at_rest, observe(server, reports, work.is_alive)))
            work.join()
            if work.exitcode:
                raise RuntimeError("not everything was uploaded")
    return found


def _for(seconds: float) -> Callable[[], bool]:
    end = time.perf_counter() + seconds
    return lambda: time.perf_counter() < end


def main() -> None:
    """Run, and print a line a round and the ratio that the project promises."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uploads", type=int, default=200)
    parser.add_argument("--megabytes", type=int, default=5)
    parser.add_argument("--at-once", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    size = options.megabytes * MEGABYTE
    found = measure(options.uploads, size, options.at_once, options.rounds)
    for at_rest, during in found:
        print(
            f"{options.uploads} uploads in {during.took:5.1f} s · a message's p50 {during.percentile(0.5):5.1f} ms "
            f"p99 {during.percentile(0.99):5.1f} ms · at rest p50 {at_rest.percentile(0.5):5.1f} ms "
            f"p99 {at_rest.percentile(0.99):5.1f} ms · memory {during.megabytes:.0f} MB"
        )
    ratio = statistics.median(during.percentile(0.99) / at_rest.percentile(0.99) for at_rest, during in found)
    megabytes = max(during.megabytes for _, during in found)
    print(f"p99 during uploads / at rest {ratio:.2f} (at most {MOST_RATIO})")
    print(f"memory {megabytes:.0f} MB (at most {MOST_MEGABYTES:.0f})")


if __name__ == "__main__":
    main()
