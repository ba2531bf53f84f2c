"""What may have arrived is only repeated where the platform recognises that, and while it does."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.retrying import History

NOW = datetime(2015, 6, 24, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("recognised", "after", "may"),
    [
        (True, timedelta(0), True),
        (True, timedelta(hours=3, minutes=44), True),
        (True, timedelta(hours=3, minutes=46), False),
        (True, timedelta(minutes=-4), True),
        (True, timedelta(minutes=-6), False),
        (False, timedelta(0), False),
        (False, timedelta(seconds=5), False),
    ],
)
def test_a_repetition_of_what_may_have_arrived(recognised: bool, after: timedelta, may: bool) -> None:
    assert History(1, NOW).may_repeat(NOW + after, recognised=recognised) is may


@pytest.mark.parametrize("recognised", [True, False])
def test_what_was_not_taken_is_repeated_everywhere(recognised: bool) -> None:
    assert History(3).may_repeat(NOW, recognised=recognised)
