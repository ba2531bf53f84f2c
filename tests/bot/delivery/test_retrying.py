"""What may have arrived is only repeated where the platform recognises that, and while it does."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.retrying import History

NOW = datetime(2015, 6, 24, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("channel", "after", "may"),
    [
        ("wecom", timedelta(0), True),
        ("wecom", timedelta(hours=3, minutes=44), True),
        ("wecom", timedelta(hours=3, minutes=46), False),
        ("wecom", timedelta(minutes=-4), True),
        ("wecom", timedelta(minutes=-6), False),
        ("webhook", timedelta(0), False),
        ("aibot", timedelta(seconds=5), False),
    ],
)
def test_a_repetition_of_what_may_have_arrived(channel: str, after: timedelta, may: bool) -> None:
    assert History(1, NOW).may_repeat(NOW + after, channel) is may


@pytest.mark.parametrize("channel", ["wecom", "webhook", "aibot"])
def test_what_was_not_taken_is_repeated_everywhere(channel: str) -> None:
    assert History(3).may_repeat(NOW, channel)
