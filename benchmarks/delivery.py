"""Delivery against the platform's own ceiling of 10,000 calls a minute, and how callbacks fare meanwhile."""

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from benchmarks import callbacks, office, servers
from benchmarks.generator import Round
from bot.sandbox.corp import Corp
from bot.sandbox.envelope import CorpApp
from bot.sandbox.platform import Platform, running_platform
from store.database import Store
from store.unit_of_work import UnitOfWork

CEILING = 10_000
EACH = 1
IDLE_SECONDS = 20.0
PAUSE = 0.05
"""Between two callbacks: twenty a second, as many as a large county's contacts send on the last day."""
START_SECONDS = 15.0


async def fill(folder: Path, platform: Platform, messages: int, due: datetime) -> None:
    """Put the messages in, all due at once, one for each person."""

    def work(uow: UnitOfWork) -> None:
        for number in range(messages):
            uow.outbox.add(
                key=f"bench:{number}",
                channel="wecom",
                recipient=f"p{number // EACH}",
                text=f"【提醒】还有{number}项没报，回“还差什么”看全部。",
                not_before=due,
                created_at=due,
            )

    for number in range(-(-messages // EACH)):
        platform.corp.add_member(f"p{number}")
    store = await Store.open(f"sqlite+aiosqlite:///{folder}/kaohe.db")
    await store.run(work)
    await store.close()


async def ask(port: int, requests: Sequence[bytes], ended: Callable[[], bool]) -> Round:
    """Send callbacks one after the other, a pause between them, until it has ended or to the last of them."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    result = Round()
    for request in requests:
        if ended():
            break
        sent = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0]))
        result.latencies.append(time.perf_counter() - sent)
        await asyncio.sleep(PAUSE)
    writer.close()
    return result


async def arrived(platform: Platform, messages: int) -> float:
    """Wait until so many messages are there; return the time."""
    changed = platform.corp.changed
    while changed.count < messages:
        await changed.after(changed.count)
    return time.monotonic()


async def measure(messages: int) -> None:
    """Run, and print the share of the ceiling and the ratio of the callbacks' p99."""
    app = CorpApp(
        callbacks.CORP_ID, int(callbacks.AGENT_ID), servers.SECRET, callbacks.TOKEN, callbacks.AES_KEY
    )
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        async with running_platform(Corp(app)) as platform:
            servers.prepare(folder)
            due = datetime.now(UTC) + timedelta(seconds=START_SECONDS + IDLE_SECONDS)
            begin = time.monotonic() + START_SECONDS + IDLE_SECONDS
            await fill(folder, platform, messages, due)
            start = asyncio.to_thread(stack.enter_context, servers.serving(folder, platform.base_url))
            server = await start
            requests = callbacks.requests(islice(office.reports(), 6000))
            idle = await ask(server.port, requests, lambda: time.monotonic() > begin - 1)
            whole = asyncio.create_task(arrived(platform, messages))
            most = asyncio.create_task(arrived(platform, messages * 9 // 10))
            await asyncio.sleep(max(0.0, begin - time.monotonic()))
            spent = cpu_seconds(server.pid)
            busy = await ask(server.port, requests[len(idle.latencies) :], whole.done)
            report(messages, (await most) - begin, (await whole) - begin, idle, busy)
            print(
                f"CPU of the process: {(cpu_seconds(server.pid) - spent) / messages * 1000:.2f} ms a message"
            )


def cpu_seconds(pid: int) -> float:
    """What the process has used of the processors so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def report(messages: int, most: float, whole: float, idle: Round, busy: Round) -> None:
    """One line each for the delivery and the callbacks."""
    rate = messages / whole * 60
    print(
        f"{messages} messages in {whole:.1f} s: {rate:.0f} a minute, {rate / CEILING:.3f} of the ceiling (at least "
        f"0.95); nine tenths of them in {most:.1f} s"
    )
    ratio = busy.percentile(0.99) / idle.percentile(0.99)
    print(
        f"callback p99 {idle.percentile(0.99):.1f} ms idle ({len(idle.latencies)}), "
        f"{busy.percentile(0.99):.1f} ms meanwhile ({len(busy.latencies)}): {ratio:.2f} times (at most 2)"
    )


def main() -> None:
    """Read the size and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=CEILING)
    asyncio.run(measure(parser.parse_args().messages))


if __name__ == "__main__":
    main()
