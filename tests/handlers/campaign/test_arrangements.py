from datetime import UTC, date, datetime, time

import rubrics
from handlers.calendar.deadlines import Deadlines
from handlers.calendar.working_days import is_working_day
from handlers.campaign.arrangements import Arranged
from handlers.wording import local
from store.records import Arrangement, ArrangementKind, Campaign

NOW = datetime(2015, 6, 24, 2, tzinfo=UTC)
COUNTY = rubrics.load("tieling-2015")
CAMPAIGN = Campaign(1, "县", "tieling-2015", "v", 2015, ("县（本级）",), None, None, "open", NOW)


def row(number: int, kind: ArrangementKind, value: dict[str, object], **scope: str) -> Arrangement:
    where = {"milestone": "", "code": "", "unit": "", "subject": "", "reason": "", **scope}
    return Arrangement(
        number, 1, kind, value=value, contact_id=None, inbox_id=None, at=NOW, contact_name=None, **where
    )


def due(day: int) -> dict[str, object]:
    return {"due": f"2015-07-{day:02d}T18:00:00+08:00"}


def day_of(moment: datetime | None) -> date | None:
    return local(moment).date() if moment is not None else None


def test_the_newest_of_a_scope_counts_and_an_empty_one_takes_it_back() -> None:
    moved = (row(1, "deadline", due(3), milestone="H1"), row(2, "deadline", due(6), milestone="H1"))
    assert day_of(Arranged(moved).deadlines["H1"]) == date(2015, 7, 6)
    assert "H1" not in Arranged((*moved, row(3, "deadline", {}, milestone="H1"))).deadlines


def test_an_extension_wins_over_the_moved_milestone_and_only_for_its_unit() -> None:
    arranged = Arranged(
        (
            row(1, "deadline", due(3), milestone="H1"),
            row(2, "extension", due(8), code="T17-H1", unit="县城建局"),
        )
    )
    deadlines = Deadlines(CAMPAIGN, COUNTY, arranged)
    leaf = COUNTY.criterion("T17-H1")
    assert day_of(deadlines.of(leaf, "县城建局")) == date(2015, 7, 8)
    assert day_of(deadlines.of(leaf, "县旅游局")) == date(2015, 7, 3)
    assert day_of(deadlines.of(COUNTY.criterion("T17-Q3"), "县城建局")) == date(2015, 9, 30)
    assert day_of(deadlines.milestones["H1"]) == date(2015, 7, 3)


def test_the_running_milestone_follows_the_moved_deadline() -> None:
    moved = Arranged((row(1, "deadline", due(3), milestone="H1"),))
    second_of_july = datetime(2015, 7, 2, 2, tzinfo=UTC)
    assert Deadlines(CAMPAIGN, COUNTY).running(second_of_july) == "Q3"
    assert Deadlines(CAMPAIGN, COUNTY, moved).running(second_of_july) == "H1"


def test_the_notes_move_with_the_sheet_that_counts_them() -> None:
    moved = Arranged((row(1, "deadline", due(3), milestone="Y"),))
    assert day_of(Deadlines(CAMPAIGN, COUNTY, moved).of(COUNTY.criterion("N1"))) == date(2015, 7, 3)


def test_days_words_reminders_and_locks_are_as_they_were_arranged_last() -> None:
    arranged = Arranged(
        (
            row(1, "day", {"day": "2015-07-06", "works": False}),
            row(2, "day", {"day": "2015-07-05", "works": True}),
            row(3, "alias", {"words": "绿牌子"}, code="T17"),
            row(4, "alias", {"words": "红牌子"}, code="T18"),
            row(5, "alias", {"words": "红牌子"}, code=""),
            row(6, "reminder", {"at": "15:00:00", "wanted": True}),
            row(7, "reminder", {"at": "16:00:00", "wanted": True}),
            row(8, "reminder", {"at": "16:00:00", "wanted": False}),
            row(9, "lock", {"locked": True}, milestone="H1"),
            row(10, "lock", {"locked": True}, milestone="Q3"),
            row(11, "lock", {"locked": False}, milestone="Q3"),
        )
    )
    assert not is_working_day(date(2015, 7, 6), arranged.calendar)
    assert is_working_day(date(2015, 7, 5), arranged.calendar)
    assert arranged.aliases == {"绿牌子": "T17"}
    assert arranged.reminders == (time(15),)
    assert arranged.locked == {"H1"}
    assert arranged.is_locked(COUNTY.criterion("T17-H1"))
    assert not arranged.is_locked(COUNTY.criterion("T17-Q3"))
