"""How the lines of the chat contract are answered, by role: led to the right place, asked back, missed, or wrong.

Wrong is any value that is stored and was not meant; it has to be 0. The contract's lines go
through the encrypted callback.
"""

import asyncio
import logging
import sys
import tempfile
from collections import Counter
from pathlib import Path

from bot import logs
from store.migrate import migrate
from tests.scenarios.lines.case import Case, Heard
from tests.scenarios.lines.contract import CASES, case_of, lines_of
from tests.scenarios.lines.playing import played
from tests.scenarios.lines.rehearsing import Stage
from tests.scenarios.lines.typed import TYPED
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


async def of_contract(role: str) -> Counter[str]:
    """The contract's lines of that role, each on a bot of its own, through the encrypted callback."""
    counts: Counter[str] = Counter()
    for line in lines_of(role):
        case = case_of(line)
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite+aiosqlite:///{folder}/kaohe.db"
            await asyncio.to_thread(migrate, url)
            async with playing(line["seed_case"], url, Path(folder)) as play:
                counts[told(case, line["text"], await played(play, case, line["text"]))] += 1
    return counts


async def of_typed(role: str) -> Counter[str]:
    """What else people of that role type, on a store in memory."""
    cases = TYPED[role]
    stages = {scene: await Stage.of(scene) for scene in dict.fromkeys(case.scene for case in cases.values())}
    counts = Counter(
        [told(case, text, await stages[case.scene].rehearse(case, text)) for text, case in cases.items()]
    )
    for stage in stages.values():
        await stage.store.close()
    return counts


def told(case: Case, text: str, heard: Heard) -> str:
    """What became of the line; what went amiss is printed."""
    found = outcome(case, heard)
    if found in ("missed", "wrong"):
        print(f"{found}: {text}: {'; '.join(heard.faults(case))}")
    return found


def row(name: str, counts: Counter[str]) -> bool:
    """Print one row; whether a value is wrong or too few lines are led."""
    lines = counts.total()
    print(f"{name:18}{lines:6}" + "".join(f"{counts[name]:8}" for name in OUTCOMES))
    led = counts["right"] + counts["asked"]
    return counts["wrong"] > 0 or led * 100 < LEAST_LED * lines


def main() -> int:
    """Print one row a role, for the contract's lines and for those typed besides; 1 where any of them fails."""
    logs.configure()
    logging.getLogger().setLevel(logging.CRITICAL)
    print(f"{'role':18}{'lines':>6}" + "".join(f"{name:>8}" for name in OUTCOMES))
    failed = [row(f"{role}, contract", asyncio.run(of_contract(role))) for role in CASES if lines_of(role)]
    failed += [row(f"{role}, typed", asyncio.run(of_typed(role))) for role in TYPED]
    return int(any(failed))


if __name__ == "__main__":
    sys.exit(main())
