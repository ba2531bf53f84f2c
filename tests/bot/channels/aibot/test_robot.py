"""The robot's connection: alone, alive, back after every end, and never at war."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.channels.aibot import frames
from bot.channels.aibot.connection import Timing
from bot.channels.base import DeliveryError, Outcome
from bot.sandbox.robot import RobotPlatform
from store.database import Store
from tests import raw_sql
from tests.bot.channels.aibot.robots import HURRY, TERMS, Machines, Replica, eventually, lease_note, replica

QUICK_PULSE = Timing(ping=0.02, answer=0.2, first_pause=0.01, longest_pause=0.02)


async def until_connected(platform: RobotPlatform, *replicas: Replica, times: int = 1) -> None:
    await platform.until(lambda: platform.connected and platform.subscriptions >= times)
    await eventually(lambda: all(one.robot.connected for one in replicas))


def gauge(metrics: object, name: str) -> float:
    text = metrics.exposition().decode()  # type: ignore[attr-defined]
    return next(float(line.split()[1]) for line in text.splitlines() if line.startswith(f"{name} "))


async def test_it_subscribes_and_pings(robots: RobotPlatform, sqlite: Store) -> None:
    async with replica(robots, sqlite, timing=QUICK_PULSE) as one:
        await robots.until(lambda: robots.pings >= 3)
        assert (robots.subscriptions, one.robot.connected, one.alarms) == (1, True, [])
        assert gauge(one.metrics, "kaohe_robot_connected") == 1


async def clean(platform: RobotPlatform) -> None:
    await platform.close(1000)


async def aborted(platform: RobotPlatform) -> None:
    platform.abort()


async def in_trouble(platform: RobotPlatform) -> None:
    await platform.close(1011)


@pytest.mark.parametrize("end", [clean, aborted, in_trouble])
async def test_it_is_back_after_every_end(
    robots: RobotPlatform, sqlite: Store, end: Callable[[RobotPlatform], Awaitable[None]]
) -> None:
    async with replica(robots, sqlite) as one:
        for times in (1, 2, 3):
            await until_connected(robots, times=times)
            await end(robots)
        await until_connected(robots, times=4)
        assert one.alarms == []


async def test_it_is_back_when_the_platform_answers_no_pings(robots: RobotPlatform, sqlite: Store) -> None:
    async with replica(robots, sqlite, timing=Timing(ping=0.02, answer=0.05, first_pause=0.01)):
        await until_connected(robots)
        robots.trouble.silent_to_pings = True
        await robots.until(lambda: robots.subscriptions == 2)
        robots.trouble.silent_to_pings = False
        pings = robots.pings
        await robots.until(lambda: robots.pings > pings + 2)
        assert robots.connected


async def test_the_pauses_grow_to_their_longest_until_a_connection_holds(
    robots: RobotPlatform, sqlite: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        await real_sleep(0)

    real_sleep = asyncio.sleep
    robots.trouble.refuse_subscription = 45009
    monkeypatch.setattr("bot.channels.aibot.robot.asyncio.sleep", sleep)
    async with replica(robots, sqlite, timing=Timing(ping=3600)):
        await robots.until(lambda: robots.subscriptions == 8)
    backed_off = [seconds for seconds in pauses if seconds > 0.5][:7]
    for seconds, expected in zip(backed_off, (1, 2, 4, 8, 16, 30, 30), strict=True):
        assert expected <= seconds <= expected * 1.2


async def test_another_connection_in_its_place_stops_it_for_good(
    robots: RobotPlatform, sqlite: Store
) -> None:
    async with replica(robots, sqlite) as one:
        await until_connected(robots, one)
        await robots.kick()
        await robots.until(lambda: bool(one.alarms))
        await asyncio.sleep(20 * HURRY.longest_pause)
        assert (robots.subscriptions, one.robot.connected) == (1, False)
        assert "另有程序" in one.alarms[0]
        assert gauge(one.metrics, "kaohe_robot_stopped") == 1
        assert "另有程序" in await lease_note(sqlite, robots)
        with pytest.raises(DeliveryError) as refused:
            await one.robot.request(frames.SEND, {})
        assert refused.value.outcome is Outcome.STOP


async def test_a_wrong_secret_is_tried_once(robots: RobotPlatform, sqlite: Store) -> None:
    async with replica(robots, sqlite, secret="another") as one:
        await robots.until(lambda: bool(one.alarms))
        await asyncio.sleep(20 * HURRY.longest_pause)
        assert (robots.subscriptions, robots.connected) == (1, False)
        assert "Secret" in one.alarms[0]


async def test_of_two_replicas_one_is_connected_and_the_other_takes_over_when_it_dies(
    robots: RobotPlatform, sqlite: Store
) -> None:
    machines = Machines()
    async with replica(robots, sqlite, machines=machines) as one:
        await until_connected(robots, one)
        async with replica(robots, sqlite, machines=machines) as two:
            await asyncio.sleep(10 * 0.02)
            assert (one.robot.connected, two.robot.connected, robots.subscriptions) == (True, False, 1)
            await one.die()
            await robots.until(lambda: not robots.connected)
            await asyncio.sleep(10 * 0.02)
            assert robots.subscriptions == 1  # The dead one's lease has not run out.
            machines.ahead += timedelta(seconds=45)
            await until_connected(robots, two, times=2)
            assert (one.alarms, two.alarms) == ([], [])


async def test_a_replica_that_ends_in_order_hands_over_at_once(robots: RobotPlatform, sqlite: Store) -> None:
    async with replica(robots, sqlite) as one, replica(robots, sqlite) as two:
        await until_connected(robots)
        await eventually(lambda: one.robot.connected or two.robot.connected)
        first, second = (one, two) if one.robot.connected else (two, one)
        first.robot.stop()
        await until_connected(robots, times=2)
        await eventually(lambda: second.robot.connected)


async def test_a_replica_whose_lease_was_taken_over_steps_back_without_alarm(
    robots: RobotPlatform, sqlite: Store
) -> None:
    slow, quick = Machines(), Machines()
    async with replica(robots, sqlite, machines=slow) as one:
        await until_connected(robots, one)
        quick.ahead += timedelta(seconds=90)
        async with replica(robots, sqlite, machines=quick) as two:
            await eventually(lambda: two.robot.connected)
            await eventually(lambda: not one.robot.connected)
            await asyncio.sleep(20 * HURRY.longest_pause)
            assert two.robot.connected
            assert (one.alarms, robots.subscriptions) == ([], 2)


async def test_who_cannot_renew_the_lease_steps_back_before_another_may_take_it(
    robots: RobotPlatform, sqlite: Store, sqlite_url: str
) -> None:
    machines = Machines()
    async with replica(robots, sqlite, machines=machines) as one:
        await until_connected(robots, one)
        raw_sql.run(sqlite_url, "ALTER TABLE lease RENAME TO away")
        await asyncio.sleep(10 * TERMS.look)
        assert one.robot.connected
        machines.ahead += timedelta(seconds=TERMS.lease)
        await eventually(lambda: not one.robot.connected)
        raw_sql.run(sqlite_url, "ALTER TABLE away RENAME TO lease")
        await until_connected(robots, one, times=2)


async def test_requests_about_one_message_go_one_after_the_other(
    robots: RobotPlatform, sqlite: Store
) -> None:
    async with replica(robots, sqlite) as one:
        await until_connected(robots, one)
        await robots.say("wangmin", "在吗")
        await eventually(lambda: bool(one.heard))
        req_id = frames.req_id_of(one.heard[0])
        words = [str(number) for number in range(20)]
        await asyncio.gather(
            *(
                one.robot.request(
                    frames.RESPOND, {"msgtype": "markdown", "markdown": {"content": word}}, req_id
                )
                for word in words
            )
        )
        assert robots.texts("wangmin") == words


async def test_a_request_without_an_answer_is_told_from_one_that_was_refused(
    robots: RobotPlatform, sqlite: Store
) -> None:
    body = {"chatid": "wangmin", "chat_type": 1, "msgtype": "markdown", "markdown": {"content": "好"}}
    async with replica(robots, sqlite, timing=Timing(answer=0.05)) as one:
        await until_connected(robots, one)
        robots.trouble.unacknowledged = 1
        with pytest.raises(DeliveryError) as unanswered:
            await one.robot.request(frames.SEND, body)
        robots.trouble.codes.extend([93006, 45009])
        with pytest.raises(DeliveryError) as refused:
            await one.robot.request(frames.SEND, body)
        with pytest.raises(DeliveryError) as too_often:
            await one.robot.request(frames.SEND, body)
    assert (unanswered.value.outcome, refused.value.outcome) == (Outcome.AMBIGUOUS, Outcome.REFUSED)
    assert (refused.value.code, too_often.value.retry_after) == (93006, 60.0)


async def test_what_waits_for_an_answer_learns_that_the_connection_ended(
    robots: RobotPlatform, sqlite: Store
) -> None:
    async with replica(robots, sqlite, timing=Timing(answer=60, first_pause=0.01)) as one:
        await until_connected(robots, one)
        robots.trouble.unacknowledged = 1
        asked = asyncio.create_task(one.robot.request(frames.SEND, {"chatid": "wangmin"}))
        await robots.until(lambda: bool(robots.shown))
        robots.abort()
        with pytest.raises(DeliveryError, match="ended"):
            await asyncio.wait_for(asked, 5)


@pytest.mark.parametrize("data", ["", "null", "[]", '{"cmd":"ping"}', '{"headers":{"req_id":7}}', "[" * 5000])
def test_what_is_no_frame_is_passed_over(data: str) -> None:
    assert frames.read(data) is None
