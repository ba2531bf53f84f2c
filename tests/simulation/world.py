"""What the processes of a history share: virtual time, the clocks of the machines, the database, the platform."""

from datetime import UTC, datetime, timedelta
from random import Random

from tests.simulation.database import Database
from tests.simulation.plan import Plan
from tests.simulation.platform import SimulatedPlatform
from tests.simulation.virtual_loop import VirtualLoop

START = datetime(2015, 6, 24, 1, 0, tzinfo=UTC)


class World:
    """What there is besides the machines themselves."""

    def __init__(self, plan: Plan, loop: VirtualLoop) -> None:
        self.plan = plan
        self.loop = loop
        self.dice = Random(plan.seed + 1)
        self.skew = 0.0
        self.database = Database(plan, self.dice)
        self.platform = SimulatedPlatform(plan, self.dice, loop.time)
        self.processes = 0

    def now(self) -> datetime:
        """What the clocks of the machines show."""
        return START + timedelta(seconds=self.loop.time() + self.skew)
