"""How the lines of the chat contract are answered, by role: led to the right place, asked back, missed, or wrong.

Wrong is any value that is stored and was not meant; it has to be 0. Every line goes through the encrypted callback.
"""

import asyncio
import logging
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from bot import logs
from store.migrate import migrate
from tests.scenarios.lines.case import Case, Heard
from tests.scenarios.lines.contract import CASES, case_of, lines_of
from tests.scenarios.lines.playing import played
from tests.scenarios.play import playing

OUTCOMES = ("right", "asked", "missed", "wrong")
LEAST_LED = 95
"""Per cent of a role's lines that have to be led to the right place."""


def outcome(case: Case, heard: Heard) -> str:
    """What became of one line."""
    if heard.wrong(case):
        return "wrong"
    if heard.missed(case):
        return "missed"
    return "asked" if case.asks else "right"


async def answered(line: Mapping[str, str]) -> str:
    """Play one line on a bot of its own."""
    case = case_of(line)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/kaohe.db"
        await asyncio.to_thread(migrate, url)
        async with playing(line["seed_case"], url, Path(folder)) as play:
            heard = await played(play, case, line["text"])
    found = outcome(case, heard)
    if found in ("missed", "wrong"):
        print(f"{found}: {line['text']}: {'; '.join(heard.faults(case))}")
    return found


def main() -> int:
    """Print one row a role; 1 where a value is wrong or too few lines are led."""
    logs.configure()
    logging.getLogger().setLevel(logging.CRITICAL)
    failed = False
    print(f"{'role':10}{'lines':>6}" + "".join(f"{name:>8}" for name in OUTCOMES))
    for role in CASES:
        lines = lines_of(role)
        if not lines:
            print("the chat cases are not beside the repository")
            return 0
        counts = Counter(asyncio.run(answered(line)) for line in lines)
        print(f"{role:10}{len(lines):6}" + "".join(f"{counts[name]:8}" for name in OUTCOMES))
        led = counts["right"] + counts["asked"]
        failed |= counts["wrong"] > 0 or led * 100 < LEAST_LED * len(lines)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
