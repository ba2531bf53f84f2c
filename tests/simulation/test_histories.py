"""Histories of inbox, outbox and ticks under every fault: KAOHE_SEEDS of them, and planted bugs that are found."""

import os

import pytest

from tests.simulation.__main__ import first_seed, found_in
from tests.simulation.bugs import BUGS
from tests.simulation.history import happen
from tests.simulation.plan import draw

SEEDS = int(os.environ.get("KAOHE_SEEDS", "2000"))
QUICKLY_FOUND = {
    "a repeated message is a new one": 20,
    "a repetition is worded anew": 20,
    "the duplicate check is not asked for": 20,
    "a lost answer counts as sent": 40,
    "a later message overtakes one that is retried": 40,
    "an invalid recipient counts as sent": 40,
    "a token is fetched again and again": 40,
    "a lease that ran out is not retaken": 40,
}
"""Planted bugs with a number of seeds within which they are found; `make sim-bugs` tries all."""


@pytest.mark.parametrize("first", range(0, SEEDS, 500))
def test_no_history_breaks_what_is_promised(first: int) -> None:
    assert list(found_in(range(first, min(first + 500, SEEDS)))) == []


@pytest.mark.parametrize("seed", [6705, 25568, 36521, 43119, 49929])
def test_a_history_that_once_went_wrong_stays_right(seed: int) -> None:
    assert list(found_in(range(seed, seed + 1))) == []


@pytest.mark.parametrize("seed", range(0, 60, 6))
def test_the_same_seed_is_the_same_history(seed: int) -> None:
    first, second = happen(draw(seed)), None
    calls, ended = first.platform.calls, first.ended
    second = happen(draw(seed))
    assert (second.platform.calls, second.ended) == (calls, ended)


@pytest.mark.parametrize("bug", QUICKLY_FOUND)
def test_a_planted_bug_is_found(bug: str) -> None:
    assert first_seed(bug, range(QUICKLY_FOUND[bug])) is not None


def test_the_quickly_found_bugs_are_among_all() -> None:
    assert len(BUGS) >= 20
    assert set(QUICKLY_FOUND) <= set(BUGS)
