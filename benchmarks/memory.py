"""Resident memory of `kaohe serve` over many messages: how much it takes, and whether it grows."""

import argparse
import tempfile
from itertools import islice
from pathlib import Path

from benchmarks import callbacks, office, servers
from benchmarks.generator import drive

BATCH = 2000
MOST_MEGABYTES = 150.0
MOST_GROWTH = 1.05


def resident(pid: int) -> float:
    """Resident memory of the process in megabytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the process is gone")


def measure(messages: int) -> list[float]:
    """Memory before the first message and after each batch."""
    reports = office.reports()
    with tempfile.TemporaryDirectory() as folder, servers.kaohe(Path(folder)) as server:
        taken = [resident(server.pid)]
        for done in range(0, messages, BATCH):
            drive(server.port, callbacks.requests(islice(reports, BATCH)))
            taken.append(resident(server.pid))
            if (done // BATCH) % 10 == 0:
                print(f"{done + BATCH:7} messages  {taken[-1]:6.1f} MB", flush=True)
    return taken


def main() -> None:
    """Run and print start, warm and end; the second half must not take more than the first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    taken = measure(parser.parse_args().messages)
    growth = taken[-1] / taken[len(taken) // 2]
    print(f"start {taken[0]:.1f} MB · half way {taken[len(taken) // 2]:.1f} MB · end {taken[-1]:.1f} MB")
    print(f"at most {MOST_MEGABYTES:.0f} MB: {'yes' if max(taken) <= MOST_MEGABYTES else 'NO'}")
    print(f"second half grew by {(growth - 1) * 100:.1f} %: {'flat' if growth <= MOST_GROWTH else 'GROWS'}")


if __name__ == "__main__":
    main()
