"""Who may open what was handed in."""

from dataclasses import replace

import pytest

from handlers.access import sees_evidence
from handlers.campaign.library import Library
from handlers.people.speaker import Seat
from store.database import Store
from store.records import Evidence
from store.unit_of_work import UnitOfWork
from tests.scene import Scene

EZHOU = Library().rubric("ezhou-2013")
"""Its column of units is that of the assessing ones."""


@pytest.fixture
async def row(memory: Store) -> Evidence:
    """Gives a piece of 市质监局 for 1.1 of 鄂城区."""
    scene = await Scene.open(
        memory, "ezhou-2013", "2013-12-10 10:00", deadline="2013-12-31 18:00", subjects=("鄂城区", "华容区")
    )

    def add(uow: UnitOfWork) -> int:
        return uow.evidence.add(
            campaign_id=scene.campaign.id,
            code="1.1",
            subject="鄂城区",
            unit="市质监局",
            contact_id=None,
            inbox_id=None,
            kind="text",
            text="材料",
            at=scene.now,
        )

    number = await memory.run(add)
    found = await memory.read(lambda uow: uow.evidence.get(number))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("role", "unit", "subject", "sees"),
    [
        ("office", "质强办", "", True),
        ("leader", "市政府", "", True),
        ("contact", "市质监局", "", True),
        ("contact", "市质监局", "鄂城区", True),
        ("contact", "市质监局", "华容区", False),
        ("contact", "市农业局", "", False),
        ("supervisor", "市质监局", "", True),
        ("supervisor", "市农业局", "", False),
        ("reviewer", "市质监局", "", True),
        ("reviewer", "市农业局", "", False),
    ],
)
async def test_evidence_is_seen_by_role_and_unit(
    row: Evidence, role: str, unit: str, subject: str, sees: bool
) -> None:
    seat = Seat(role, unit, subject, ("鄂城区", "华容区"))
    assert sees_evidence(seat, EZHOU, row) is sees


async def test_a_reviewer_sees_what_is_not_filed_yet(row: Evidence) -> None:
    seat = Seat("reviewer", "市农业局", "", ("鄂城区", "华容区"))
    assert sees_evidence(seat, EZHOU, replace(row, code=None))
