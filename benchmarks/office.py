"""The office that the load comes from: a campaign of 如皋 2018 and fifty contacts of five of its bureaus."""

import csv
from collections.abc import Iterator, Sequence
from itertools import cycle, product
from pathlib import Path

from benchmarks.callbacks import Said

RUBRIC = "rugao-2018"
CAMPAIGN = "压测"
CONTACTS_OF_EACH = 10
_STEP = 7919
LEAVES = {
    "市场监管局": ("19.1", "19.2", "19.5"),
    "市农委": ("19.3", "19.4"),
    "市住建局": ("13.3",),
    "市科技局": ("18",),
    "市交通局": ("20.2",),
}
"""Bureau → leaves of which it reports one percentage or number."""


def preparation(folder: Path) -> tuple[Sequence[str], ...]:
    """The commands that open the campaign and bind its contacts; writes the roster into the folder."""
    roster = folder / "roster.csv"
    with roster.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["姓名", "单位", "角色", "企业微信账号"])
        for number, (bureau, account) in enumerate(_contacts(), start=1):
            writer.writerow([f"联络员{number}", bureau, "联络员", account])
    return (
        ["migrate"],
        ["campaign", "open", RUBRIC, "--name", CAMPAIGN],
        ["roster", "import", str(roster), "--campaign", CAMPAIGN],
    )


def reports() -> Iterator[Said]:
    """Reports without end: the contacts in turn, no two of fifty thousand messages with the same value."""
    for number, (bureau, account) in enumerate(cycle(list(_contacts()))):
        leaves = LEAVES[bureau]
        value = 50 + number * _STEP % 50_000 / 1000
        yield Said(account, f"{leaves[number // len(LEAVES) % len(leaves)]} {value:.3f}")


def _contacts() -> Iterator[tuple[str, str]]:
    for number, bureau in product(range(CONTACTS_OF_EACH), LEAVES):
        yield bureau, f"bench{list(LEAVES).index(bureau)}x{number:02d}"
