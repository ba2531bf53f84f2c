from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import MovableClock, SystemClock

START = datetime(2015, 6, 24, 1, 0, tzinfo=UTC)


def test_the_system_clock_is_aware_and_real() -> None:
    assert abs(SystemClock().now() - datetime.now(UTC)) < timedelta(seconds=1)


def test_a_rehearsal_runs_on_from_where_it_was_put() -> None:
    clock = MovableClock(START)
    first, second = clock.now(), clock.now()
    assert START <= first <= second < START + timedelta(seconds=5)


def test_a_rehearsal_goes_forwards_and_back() -> None:
    clock = MovableClock(START)
    for days in (10, -10):
        clock.move_to(START + timedelta(days=days))
        assert abs(clock.now() - START - timedelta(days=days)) < timedelta(seconds=5)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        MovableClock(START.replace(tzinfo=None))
