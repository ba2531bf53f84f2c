"""Twenty messages a minute into one group: what is more waits, also behind a restart, and nothing is refused."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.channels.webhook import WebhookChannel
from bot.clock import MovableClock
from bot.delivery.attempt import Surroundings
from bot.delivery.loop import Delivery
from bot.delivery.pace import Pace, quotas
from bot.metrics import Metrics
from bot.sandbox.group_robot import PATH, GroupRobot, create_group_robot
from bot.sandbox.platform import listen, serving
from store.database import Store
from store.unit_of_work import UnitOfWork
from tests.bot.delivery.office import START


class Group:
    """A delivery loop for one group, driven round by round; time moves with the test."""

    def __init__(self, store: Store, robot: GroupRobot, url: str) -> None:
        self.store = store
        self.robot = robot
        self.url = url
        self.clock = MovableClock(START)
        self.delivery = self.open()

    def open(self) -> Delivery:
        """A delivery loop as after a restart."""
        around = Surroundings(self.store, lambda *_: True, self.clock, Metrics())
        return Delivery(around, {"webhook": WebhookChannel(self.url)}, self.pace)

    def pace(self, channel: str) -> Pace:
        made = quotas(channel, None, shared=True)
        made.clock = self.seconds
        return made

    def seconds(self) -> float:
        return (self.clock.now() - START).total_seconds()

    async def put(self, count: int) -> None:
        def work(uow: UnitOfWork) -> None:
            now = self.clock.now()
            for number in range(count):
                assert uow.outbox.add(
                    key=f"group:{number}",
                    channel="webhook",
                    recipient="group",
                    text=f"第{number}份",
                    not_before=now,
                    created_at=now,
                )

        await self.store.run(work)

    def read(self) -> list[str]:
        return [body["markdown_v2"]["content"] for body in self.robot.posted]

    async def until_settled(self) -> None:
        for _ in range(200):
            await self.delivery.round()
            states = {row.state for row in await self.store.read(lambda uow: uow.outbox.list())}
            if states <= {"sent"}:
                return
            self.clock.move_to(self.clock.now() + timedelta(seconds=10))
        raise AssertionError("the group is never told all")


@pytest.fixture
async def group(store: Store) -> AsyncIterator[Group]:
    robot = GroupRobot()
    async with serving(create_group_robot(robot), listen()) as address:
        made = Group(store, robot, f"{address}{PATH}?key=k")
        robot.clock = made.seconds
        yield made


async def test_a_group_gets_twenty_a_minute_in_order_and_the_platform_refuses_none(group: Group) -> None:
    await group.put(45)
    await group.delivery.round()
    assert group.read() == [f"第{number}份" for number in range(20)]
    await group.until_settled()
    assert group.read() == [f"第{number}份" for number in range(45)]
    assert group.robot.refused == []
    assert timedelta(minutes=2) <= group.clock.now() - START <= timedelta(minutes=3)


async def test_a_restart_does_not_begin_a_new_minute(group: Group) -> None:
    await group.put(25)
    await group.delivery.round()
    group.clock.move_to(group.clock.now() + timedelta(seconds=30))
    group.delivery = group.open()
    await group.delivery.round()
    assert (len(group.read()), group.robot.refused) == (20, [])
    await group.until_settled()
    assert (len(group.read()), group.robot.refused) == (25, [])
