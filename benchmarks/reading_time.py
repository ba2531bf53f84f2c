"""How long reading takes: processor time of every kind of line against a list of 200 items.

Lines of the commonest form, printed names with a value, words that name nothing, and all that the chat contract and
the typed tables let contacts say; each is read once, after what is kept for the list has been built. The target is 2 ms
for 99 of 100 lines. Whole messages are shown besides: one that tells of several items is as many lines, each with its share
of the time.

The items are those of four rubrics. No list has a code twice: where two rubrics use the same one, the later one's chapter
is counted on. The numbers that T03 and 3 share with each other, and with places on the list, stay.
"""

import gc
import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from time import process_time

from handlers.reading import RowReading, Task
from tests.handlers.reading.lists import list_of, read
from tests.scenarios.lines.contract import CASES, lines_of
from tests.scenarios.lines.typed import TYPED

LEAVES = 200
CHAPTERS = 30
"""How far the chapter of a code is counted on that an earlier rubric has: 3.1 becomes 33.1, then 63.1."""
LINES = 600
TARGET = 2.0
NO_CONTACTS = ("reviewer", "leader", "admin", "leader, in any order", "passed on", "others")
RUBRICS = ("rugao-2018", "tieling-2015", "ezhou-2013", "pingdingshan-2021")
CHARACTERS = "质量合格率安全监督检查工程覆盖产品企业数品牌标准服务管理市场"
SEED = 3
FIRST = ("覆盖率 1", "质业产品市督 89.6", "制定方案开展安全生产 98.3%", "1 齐全\n2 99.5")
"""Read before anything is timed: what is built once for a list, and kept, belongs to no line."""


def two_hundred() -> tuple[Task, ...]:
    """The items of several rubrics as one list, numbered through, each with a code of its own."""
    found: dict[str, Task] = {}
    for name in RUBRICS:
        for task in list_of(name):
            criterion = task.criterion
            while criterion.code in found:
                chapter, point, rest = criterion.code.partition(".")
                code = f"{int(chapter) + CHAPTERS}{point}{rest}"
                criterion = replace(criterion, code=code, item=code)
            found[criterion.code] = replace(task, ordinal=len(found) + 1, criterion=criterion)
    return tuple(found.values())[:LEAVES]


def lines(tasks: Sequence[Task]) -> dict[str, list[str]]:
    """What is read, by kind."""
    draw = random.Random(SEED)
    figure = lambda: f"{draw.randint(50, 99)}.{draw.randint(1, 9)}"  # noqa: E731 -- a name for the figure alone
    words = lambda: "".join(draw.choices(CHARACTERS, k=draw.randint(3, 9)))  # noqa: E731
    return {
        "code and figure": [f"{draw.choice(tasks).criterion.code} {figure()}" for _ in range(LINES)],
        "name and figure": [f"{draw.choice(tasks).criterion.name[:12]} {figure()}%" for _ in range(LINES)],
        "words never seen": [f"{words()} {figure()}" for _ in range(LINES)],
        "what people type": [
            *(line["text"] for role in CASES if role == "contact" for line in lines_of(role)),
            *(text for role, typed in TYPED.items() if role not in NO_CONTACTS for text in typed),
        ],
    }


def items_in(rows: Sequence[RowReading]) -> int:
    """Of how many items the rows tell; a draft of several is as many."""
    drafts = (row.choices[0].items if len(row.choices) == 1 else (row,) for row in rows)
    return max(1, sum(map(len, drafts)))


def times(texts: Sequence[str], tasks: Sequence[Task]) -> tuple[list[float], list[float]]:
    """Milliseconds of processor time of each message, and of each of its lines, shortest first."""
    whole, each = [], []
    for text in texts:
        start = process_time()
        rows = read(text, RUBRICS[0], tasks)
        whole.append((process_time() - start) * 1000)
        each += [whole[-1] / items_in(rows)] * items_in(rows)
    return sorted(whole), sorted(each)


def shown(kind: str, found: Sequence[float]) -> float:
    """Print a row, and give the time within which 99 of 100 are read."""
    p50, p90, p99 = (found[int(len(found) * part)] for part in (0.5, 0.9, 0.99))
    print(f"{kind:18}{len(found):7}{p50:8.2f}{p90:8.2f}{p99:8.2f}")
    return p99


def main() -> int:
    """Print one row a kind; 1 where 99 of 100 lines of a kind take longer than the target."""
    tasks = two_hundred()
    for line in FIRST:
        read(line, RUBRICS[0], tasks)
    gc.collect()
    gc.freeze()  # as the service does when it has started
    print(f"{'against ' + str(len(tasks)) + ' items':18}{'lines':>7}{'p50':>8}{'p90':>8}{'p99':>8}  ms")
    late = False
    for kind, texts in lines(tasks).items():
        whole, each = times(texts, tasks)
        late |= shown(kind, each) > TARGET
        if len(whole) < len(each):
            shown("  whole messages", whole)
    return int(late)


if __name__ == "__main__":
    sys.exit(main())
