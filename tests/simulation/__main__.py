"""Simulate many histories, `--bugs`: until each planted bug is found."""

import argparse
import sys
import time
from collections.abc import Iterator

from tests.simulation.bugs import BUGS
from tests.simulation.history import happen
from tests.simulation.invariants import broken
from tests.simulation.plan import draw

ENOUGH_FOR_A_BUG = 2000


def found_in(seeds: range) -> Iterator[tuple[int, str]]:
    """The seeds whose history is not as it has to be, and how."""
    for seed in seeds:
        yield from ((seed, problem) for problem in broken(happen(draw(seed))))


def first_seed(bug: str, seeds: range) -> int | None:
    """The first of the seeds that finds the planted bug."""
    with BUGS[bug]():
        return next((seed for seed, _ in found_in(seeds)), None)


def main() -> int:
    """Run what was asked for, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--bugs", action="store_true")
    options = parser.parse_args()
    begun = time.process_time()
    if options.bugs:
        seeds = {bug: first_seed(bug, range(ENOUGH_FOR_A_BUG)) for bug in BUGS}
        lines = [f"{bug}: {'NOT FOUND' if seed is None else f'seed {seed}'}" for bug, seed in seeds.items()]
        failed = sum(seed is None for seed in seeds.values())
        lines.append(f"{len(seeds) - failed} of {len(seeds)} planted bugs found")
    else:
        found = list(found_in(range(options.first, options.first + options.seeds)))
        failed = len({seed for seed, _ in found})
        lines = [f"seed {seed}: {problem}" for seed, problem in found]
        lines.append(f"{options.seeds} histories, {failed} broken")
    sys.stdout.write("\n".join([*lines, f"{time.process_time() - begun:.0f} CPU seconds", ""]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
