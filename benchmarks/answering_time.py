"""How long understanding takes: processor time of whole answers by role, from the words to the reply, but for the store's.

Every second line that the chat contract and the typed tables let a role say is timed, after the others have been said:
what is built once for a list, and kept, belongs to no line. What the database takes is measured apart (benchmarks.store).
"""

import asyncio
import gc
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from time import process_time
from unittest.mock import patch

from bot import logs
from handlers import conversation
from handlers.campaign.library import Library
from handlers.messages import Incoming, Reply
from store.connection import Clause, Connection, Row, Values
from store.unit_of_work import UnitOfWork
from tests.scenarios.lines.case import Case
from tests.scenarios.lines.contract import CASES
from tests.scenarios.lines.rehearsing import Stage
from tests.scenarios.lines.typed import TYPED

ROLES = {"contacts": "contact", "reviewers": "reviewer", "leaders": "leader", "the office": "admin"}


class Watch:
    """Takes the time of every answer, less what the store takes of it."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        self._in_store = 0.0

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch what is said meanwhile."""
        answer, rows = conversation.answer, Connection.rows

        def timed_answer(
            incoming: Incoming, uow: UnitOfWork, now: datetime, library: Library, inbox_id: int
        ) -> Reply:
            start, self._in_store = process_time(), 0.0
            reply = answer(incoming, uow, now, library, inbox_id)
            self.taken.append((process_time() - start - self._in_store) * 1000)
            return reply

        def timed_rows(connection: Connection, clause: Clause, values: Values | None = None) -> Sequence[Row]:
            start = process_time()
            found = rows(connection, clause, values or {})
            self._in_store += process_time() - start
            return found

        with patch.object(conversation, "answer", timed_answer), patch.object(Connection, "rows", timed_rows):
            yield


async def taken(lines: Sequence[tuple[str, Case]], stages: dict[str, Stage]) -> list[float]:
    """Milliseconds of each answer to every second line, shortest first."""
    for scene in {case.scene for _, case in lines} - stages.keys():
        stages[scene] = await Stage.of(scene)
    for text, case in lines[::2]:
        await stages[case.scene].rehearse(case, text)
    gc.collect()
    gc.freeze()  # as the service does when it has started
    watch = Watch()
    with watch.watching():
        for text, case in lines[1::2]:
            await stages[case.scene].rehearse(case, text)
    return sorted(watch.taken)


async def rows() -> None:
    """Print one row a role."""
    stages: dict[str, Stage] = {}
    for name, role in ROLES.items():
        found = await taken([*CASES[role].items(), *TYPED[role].items()], stages)
        p50, p90, p99 = (found[int(len(found) * part)] for part in (0.5, 0.9, 0.99))
        print(f"{name:18}{len(found):7}{p50:8.2f}{p90:8.2f}{p99:8.2f}")
    for stage in stages.values():
        await stage.store.close()


def main() -> int:
    """Print how long answers to each role take."""
    logs.configure()
    logging.getLogger().setLevel(logging.CRITICAL)
    print(f"{'whole answers':18}{'lines':>7}{'p50':>8}{'p90':>8}{'p99':>8}  ms")
    asyncio.run(rows())
    return 0


if __name__ == "__main__":
    sys.exit(main())
