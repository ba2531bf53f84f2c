import pytest

from bot.delivery.lane import Lane
from bot.delivery.pace import Pace


class Seconds:
    def __init__(self) -> None:
        self.now = 5000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def test_thirty_a_minute_reach_one_person_in_any_window(seconds: Seconds) -> None:
    pace = Pace(clock=seconds)
    arrived: list[float] = []
    while len(arrived) < 100:
        wait = pace.wait("wangmin")
        if wait:
            seconds.now += wait
        pace.note("wangmin")
        arrived.append(seconds.now)
        seconds.now += 0.5
    for number in range(30, len(arrived)):
        assert arrived[number] - arrived[number - 30] >= 60


def test_a_thousand_an_hour_reach_one_person(seconds: Seconds) -> None:
    pace = Pace(clock=seconds)
    for _ in range(1000):
        assert pace.wait("wangmin") == 0
        pace.note("wangmin")
        seconds.now += 3
    assert pace.wait("wangmin") == 600


def test_people_do_not_wait_for_each_other(seconds: Seconds) -> None:
    pace = Pace(clock=seconds)
    for _ in range(30):
        pace.note("wangmin")
    assert pace.wait("wangmin") == 60
    assert pace.wait("chenhong") == 0


def test_people_long_silent_are_forgotten(seconds: Seconds) -> None:
    pace = Pace(clock=seconds)
    for number in range(6000):
        pace.note(f"user{number}")
        seconds.now += 1
    assert len(pace._sent) <= 5001


def test_single_failures_leave_the_lane_open_and_three_in_a_row_stop_it(seconds: Seconds) -> None:
    lane = Lane(seconds)
    lane.failed()
    lane.failed()
    lane.passed()
    lane.failed()
    assert lane.stopped_for == 0
    lane.failed()
    lane.failed()
    assert lane.stopped_for > 0
    assert lane.on_trial


def test_a_lane_that_stays_in_trouble_is_tried_less_and_less_often_up_to_a_minute(seconds: Seconds) -> None:
    lane = Lane(seconds)
    pauses = []
    for _ in range(10):
        lane.stop()
        pauses.append(lane.stopped_for)
        seconds.now += lane.stopped_for
    assert pauses == sorted(pauses[:7]) + pauses[7:]
    assert max(pauses) <= 60 * 1.2
    lane.passed()
    assert not lane.on_trial


def test_a_lane_stops_for_as_long_as_the_platform_says(seconds: Seconds) -> None:
    lane = Lane(seconds)
    lane.stop(60)
    assert 60 <= lane.stopped_for <= 72
    lane.stop(5)
    assert lane.stopped_for >= 60


def test_a_limit_that_goes_on_stops_the_lane_for_longer(seconds: Seconds) -> None:
    lane = Lane(seconds)
    for least in (60, 600, 3600, 3600):
        lane.limit()
        assert least <= lane.stopped_for <= least * 1.2
        seconds.now += lane.stopped_for
    lane.passed()
    lane.limit()
    assert lane.stopped_for <= 72
