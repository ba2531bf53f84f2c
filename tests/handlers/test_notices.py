from datetime import date, datetime

import pytest

from handlers.calendar.hours import off_the_rush
from handlers.messages import Push
from handlers.notices import remind
from handlers.reminding.days import scheduled_day
from handlers.reminding.wanted import still_wanted
from handlers.wording import local
from store.unit_of_work import UnitOfWork
from tests.scene import Scene, at

DUE = date(2015, 6, 30)
OPENED = date(2015, 5, 4)


async def reminded(scene: Scene, now: str, *, dry_run: bool = False) -> tuple[Push, ...]:
    moment = at(now)
    return await scene.store.run(lambda uow: remind(uow, moment, scene.library, dry_run=dry_run))


@pytest.mark.parametrize(
    ("today", "scheduled"),
    [
        (date(2015, 6, 8), date(2015, 6, 8)),  # 15 working days before: 端午 lies between
        (date(2015, 6, 18), date(2015, 6, 18)),  # 7
        (date(2015, 6, 24), date(2015, 6, 18)),  # a day without a reminder of its own
        (date(2015, 6, 25), date(2015, 6, 25)),  # 3
        (date(2015, 6, 29), date(2015, 6, 29)),
        (date(2015, 6, 30), date(2015, 6, 30)),
        (date(2015, 7, 2), date(2015, 7, 2)),
        (date(2015, 7, 5), date(2015, 7, 3)),  # a Sunday
        (date(2015, 6, 1), None),
    ],
)
def test_reminders_belong_to_working_days_before_and_after_the_deadline(
    today: date, scheduled: date | None
) -> None:
    assert scheduled_day(today, DUE, OPENED) == scheduled


def test_nothing_is_scheduled_before_the_campaign_was_opened() -> None:
    assert scheduled_day(date(2015, 6, 26), DUE, date(2015, 6, 26)) is None
    assert scheduled_day(date(2015, 6, 29), DUE, date(2015, 6, 26)) == date(2015, 6, 29)


async def test_one_message_names_only_what_is_missing(county: Scene) -> None:
    await county.say("wang", "2 100")
    pushes = {push.recipient: push for push in await reminded(county, "2015-06-25 09:00")}
    text = pushes["wang"].text
    assert "6月30日截止，还剩3个工作日，还有2项没报" in text
    assert "①" in text
    assert "②" not in text
    assert pushes["wang"].key == f"remind:{county.campaign.id}:H1:1:2015-06-25"
    assert "wu" not in pushes


async def test_a_tick_that_comes_again_queues_nothing_more(county: Scene) -> None:
    first = await reminded(county, "2015-06-25 09:00")
    assert first
    assert await reminded(county, "2015-06-25 09:01") == ()
    assert len(await county.outbox()) == len(first)


async def test_the_latest_missed_day_is_made_up_for_once_after_an_outage(county: Scene) -> None:
    await reminded(county, "2015-06-08 09:00")
    pushes = await reminded(county, "2015-06-26 16:20")
    wang = [push for push in pushes if push.recipient == "wang"]
    assert [push.key[-10:] for push in wang] == ["2015-06-26"]
    assert await reminded(county, "2015-06-26 16:21") == ()


async def test_nobody_is_reminded_of_finished_work(county: Scene) -> None:
    await county.say("wang", "1 齐全\n2 100\n3 齐全")
    assert "wang" not in {push.recipient for push in await reminded(county, "2015-06-25 09:00")}


@pytest.mark.parametrize(
    "now",
    ["2015-06-25 08:29", "2015-06-25 18:00", "2015-06-27 10:00", "2015-06-22 10:00", "2015-06-25 03:00"],
)
async def test_nothing_is_queued_outside_office_hours_and_on_holidays(county: Scene, now: str) -> None:
    assert await reminded(county, now) == ()


async def test_a_dry_run_queues_nothing(county: Scene) -> None:
    assert await reminded(county, "2015-06-25 09:00", dry_run=True)
    assert await county.outbox() == ()


async def test_messages_leave_inside_office_hours_and_off_the_rush(county: Scene) -> None:
    for now in ("2015-06-25 08:31", "2015-06-29 17:59", "2015-06-30 12:30"):
        for push in await reminded(county, now):
            leaves = local(push.not_before)
            assert leaves.minute % 30 != 0
            assert (8, 30) <= (leaves.hour, leaves.minute) < (18, 0)
            assert leaves.date() == at(now).date()


@pytest.mark.parametrize(
    ("moment", "leaves"),
    [("09:30", "09:32"), ("10:00", "10:02"), ("10:01", "10:01"), ("17:59", "17:59")],
)
def test_the_full_and_half_hour_are_avoided(moment: str, leaves: str) -> None:
    day = "2015-06-25 "
    assert off_the_rush(at(day + moment)) == datetime.fromisoformat(day + leaves).replace(
        tzinfo=at(day + moment).tzinfo
    )


async def test_a_reminder_is_given_up_when_the_work_was_done_meanwhile(county: Scene) -> None:
    await reminded(county, "2015-06-25 09:00")
    (row,) = [row for row in await county.outbox() if row.recipient == "wang"]
    now = at("2015-06-25 09:05")
    assert await county.store.read(lambda uow: still_wanted(uow, row, now, county.library))
    await county.say("wang", "1 齐全\n2 100\n3 齐全")
    assert not await county.store.read(lambda uow: still_wanted(uow, row, now, county.library))


async def test_leaders_get_a_summary_on_the_first_working_day_of_the_week(county: Scene) -> None:
    monday = await reminded(county, "2015-06-29 09:00")
    (summary,) = [push for push in monday if push.recipient == "sun"]
    assert summary.text.startswith("【汇总】")
    assert "/80分" in summary.text
    assert "sun" not in {push.recipient for push in await reminded(county, "2015-06-30 18:00")}


async def test_after_a_holiday_on_monday_the_summary_comes_on_tuesday(county: Scene) -> None:
    tuesday = await reminded(county, "2015-06-23 09:00")
    assert "sun" in {push.recipient for push in tuesday}


async def test_after_the_last_deadline_every_working_day_is_named_late(county: Scene) -> None:
    await reminded(county, "2016-01-04 09:00")
    pushes = await reminded(county, "2016-01-05 09:00")
    (wang,) = [push for push in pushes if push.recipient == "wang"]
    assert "已逾期" in wang.text


async def test_who_has_had_the_days_messages_gets_the_next_ones_tomorrow(county: Scene) -> None:
    def four(uow: UnitOfWork) -> None:
        for number in range(4):
            uow.notices.mark(1, f"matter:{number}", date(2015, 6, 29), f"said:{number}")

    await county.store.run(four)
    assert "wang" not in {push.recipient for push in await reminded(county, "2015-06-29 09:00")}
    assert "wang" in {push.recipient for push in await reminded(county, "2015-06-30 09:00")}
