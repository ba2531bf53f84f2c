"""Throughput and latency of `kaohe serve` beside two yardsticks, in interleaved rounds of one run."""

import argparse
import statistics
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from itertools import islice
from pathlib import Path

from benchmarks import callbacks, office, servers
from benchmarks.generator import Round, drive

SERVERS: dict[str, Callable[[Path], AbstractContextManager[servers.Server]]] = {
    "kaohe": servers.kaohe,
    "echo": servers.echo,
    "flask": servers.flask,
}


def measure(started: Sequence[servers.Server], rounds: int, messages: int) -> dict[str, list[Round]]:
    """Each server in turn, round by round, after one round to warm up."""
    results: dict[str, list[Round]] = {server.name: [] for server in started}
    reports = office.reports()
    for number in range(rounds + 1):
        for server in started:
            requests = callbacks.requests(islice(reports, messages))
            result = drive(server.port, requests)
            check(server.name, result)
            if number:
                results[server.name].append(result)
    return results


def check(name: str, result: Round) -> None:
    """Every answer is an encrypted reply; those of kaohe name the points that the engine gave."""
    texts = [callbacks.reply_text(body) for body in result.bodies]
    if name == "kaohe serve" and not all("暂得" in text for text in texts):
        unscored = next(text for text in texts if "暂得" not in text)
        raise RuntimeError(f"a report was not scored: {unscored}")


def median(results: Sequence[Round], figure: Callable[[Round], float]) -> float:
    """The middle round's figure."""
    return statistics.median(figure(result) for result in results)


def main() -> None:
    """Run, and print one line a server and the ratios that the project promises."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--only", choices=SERVERS, action="append")
    options = parser.parse_args()
    with ExitStack() as stack:
        started = []
        for name in options.only or SERVERS:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            started.append(stack.enter_context(SERVERS[name](folder)))
        results = measure(started, options.rounds, options.messages)
    for name, rounds in results.items():
        print(
            f"{name:17} {median(rounds, lambda r: r.throughput):7.0f} messages/s"
            f"   p50 {median(rounds, lambda r: r.percentile(0.5)):6.1f} ms"
            f"   p99 {median(rounds, lambda r: r.percentile(0.99)):6.1f} ms"
        )
    if not options.only:
        compare(*results.values())


def compare(ours: Sequence[Round], echo: Sequence[Round], flask: Sequence[Round]) -> None:
    """The ratios, round by round and then the middle one, so that a noisy machine hits all alike."""
    pairs = list(zip(ours, echo, flask, strict=True))
    to_flask = statistics.median(a.throughput / c.throughput for a, _, c in pairs)
    to_echo = statistics.median(a.throughput / b.throughput for a, b, _ in pairs)
    tail = statistics.median(a.percentile(0.99) / c.percentile(0.99) for a, _, c in pairs)
    print(f"throughput / Flask {to_flask:.2f} (at least 1.0) · / bare echo {to_echo:.2f} (at least 0.25)")
    print(f"p99 / Flask {tail:.2f} (at most 0.2)")


if __name__ == "__main__":
    main()
