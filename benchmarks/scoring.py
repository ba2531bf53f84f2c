"""How fast sheets are scored: `python -m benchmarks.scoring [--runs N]`.

The sheet is 如皋's 60 criteria, each with the first worked case of its rubric; the leaves are scored from
checked inputs, the sheet from what was reported. The explanation of a whole sheet is measured on its own.
"""

import argparse
import statistics
import time
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rubrics import folder_of, load
from scoring.engine import check_inputs, score_leaf, score_sheet

RUBRIC = "rugao-2018"


def reported(folder: Path) -> dict[str, dict[str, object]]:
    """What the first worked case of each criterion reports; an absent veto stays absent."""
    document = tomllib.loads((folder / "cases.toml").read_text("utf-8"))
    return {
        criterion["code"]: {**criterion.get("given", {}), **criterion["cases"][0]["inputs"]}
        for criterion in document["criteria"]
    }


def median_microseconds(work: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast sheets are scored.")
    parser.add_argument("--runs", type=int, default=500)
    runs = parser.parse_args().runs
    rubric, facts = load(RUBRIC), reported(folder_of(RUBRIC))
    leaves = []
    for code, raw in facts.items():
        criterion = rubric.criterion(code)
        score = partial(score_leaf, rubric, criterion, check_inputs(criterion, raw))
        leaves.append((median_microseconds(score, runs), code))
    slowest, code = max(leaves)
    sheet = median_microseconds(lambda: score_sheet(rubric, facts), runs)
    lines = score_sheet(rubric, facts).lines.values()
    explained = median_microseconds(lambda: [line.why() for line in lines], max(1, runs // 10))
    print(f"{RUBRIC}: {len(lines)} criteria, median of {runs} runs")
    print(f"leaf  {statistics.median(leaf for leaf, _ in leaves):8.1f} µs (slowest {code}: {slowest:.1f} µs)")
    print(f"sheet {sheet:8.1f} µs")
    print(f"why   {explained:8.1f} µs for all lines")


if __name__ == "__main__":
    main()
