"""Into one group: twenty messages a minute, and a long text's parts each once, behind a restart too."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.channels.webhook import CONTENT_BYTES, WebhookChannel
from bot.channels.words import split
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

    async def put_long(self) -> list[str]:
        """Put in a text of several messages; return them as they are to be read."""
        text = "\n".join(f"| 第{number}责任单位 | {number} |" for number in range(400))

        def work(uow: UnitOfWork) -> None:
            now = self.clock.now()
            uow.outbox.add(
                key="group:long",
                channel="webhook",
                recipient="group",
                text=text,
                not_before=now,
                created_at=now,
            )

        await self.store.run(work)
        return list(split(text, CONTENT_BYTES))

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


@pytest.mark.parametrize("code", [-1, 45009])
async def test_a_long_text_goes_on_at_the_part_that_failed(group: Group, code: int) -> None:
    parts = await group.put_long()
    assert len(parts) > 2
    group.robot.codes.extend([0, code])
    await group.delivery.round()
    assert group.read() == parts[:1]
    group.delivery = group.open()
    group.clock.move_to(group.clock.now() + timedelta(seconds=10))
    group.robot.codes.extend([0, code])
    await group.until_settled()
    assert group.read() == parts


async def test_what_is_put_back_by_hand_is_said_from_its_beginning(group: Group) -> None:
    parts = await group.put_long()
    group.robot.codes.extend([0, 93000])
    await group.delivery.round()
    assert group.read() == parts[:1]
    now = group.clock.now()
    assert await group.store.run(
        lambda uow: all(uow.outbox.requeue(row.id, now) for row in uow.outbox.list("refused"))
    )
    await group.until_settled()
    assert group.read() == [parts[0], *parts]
