"""The second look before sending: what was moved, reported or swallowed by an outage since the message was made."""

from handlers.notices import remind
from handlers.pushing.group_summary import CHANNEL as GROUP_CHANNEL
from handlers.pushing.group_summary import announce
from handlers.reminding.wanted import still_wanted
from store.database import Store
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork
from tests.scene import Scene, at


async def planned(scene: Scene, now: str) -> list[str]:
    """Plan at that moment; who is written to."""
    scene.now = at(now)
    pushes = await scene.store.run(lambda uow: remind(uow, at(now), scene.library))
    return [push.recipient for push in pushes]


async def is_wanted(scene: Scene, row: OutboxRow, now: str) -> bool:
    return await scene.store.read(lambda uow: still_wanted(uow, row, at(now), scene.library))


async def test_a_reminder_of_a_deadline_that_was_moved_meanwhile_is_given_up(county: Scene) -> None:
    assert "wang" in await planned(county, "2015-06-29 08:31")
    (row,) = [row for row in await county.outbox() if row.recipient == "wang"]
    assert await is_wanted(county, row, "2015-06-29 09:03")
    county.now = at("2015-06-29 08:40")
    await county.say("zhou", "半年节点延到7月20日 原因统一延期")
    assert "已改" in await county.say("zhou", "是")
    assert not await is_wanted(county, row, "2015-06-29 09:03")


async def test_an_extension_of_another_unit_leaves_a_reminder_alone(county: Scene) -> None:
    await planned(county, "2015-06-29 08:31")
    rows = {row.recipient: row for row in await county.outbox()}
    county.now = at("2015-06-29 08:40")
    await county.say("zhou", "城建局② 延到7月3日 原因材料在审")
    assert "已延期" in await county.say("zhou", "是")
    assert not await is_wanted(county, rows["wang"], "2015-06-29 09:04")
    assert await is_wanted(county, rows["chen"], "2015-06-29 09:04")


async def test_late_on_the_last_day_what_is_left_is_still_said(county: Scene) -> None:
    await county.say("wang", "每天下午5点20提醒我")
    assert "wang" in await planned(county, "2015-06-30 08:31")
    county.now = at("2015-06-30 17:00")
    await county.say("wang", "1 齐全")
    (row,) = [row for row in await county.outbox() if row.recipient == "wang"]
    assert not await is_wanted(county, row, "2015-06-30 17:21")
    await county.store.run(
        lambda uow: uow.outbox.supersede(row.id, "no longer wanted", at("2015-06-30 17:21"))
    )
    assert await planned(county, "2015-06-30 17:22") == ["wang"]


async def test_the_groups_summary_of_the_morning_is_not_posted_at_night_nor_the_next_day(
    county: Scene,
) -> None:
    def wish(uow: UnitOfWork) -> None:
        uow.arrangements.add(
            campaign_id=county.campaign.id,
            kind="group",
            value={"wanted": True},
            contact_id=None,
            inbox_id=None,
            at=county.now,
        )
        assert announce(uow, at("2015-06-30 09:00"), county.library) == 1

    await county.store.run(wish)
    (row,) = [row for row in await county.outbox() if row.channel == GROUP_CHANNEL]
    assert await is_wanted(county, row, "2015-06-30 09:05")
    assert not await is_wanted(county, row, "2015-06-30 22:00")
    assert not await is_wanted(county, row, "2015-07-01 09:05")


async def test_an_urging_that_was_held_up_is_given_up_once_what_it_names_is_reported(county: Scene) -> None:
    county.now = at("2015-06-25 10:02")
    await county.say("zhou", "催 城建局")
    await county.say("zhou", "是")
    (row,) = [row for row in await county.outbox() if row.key.startswith("urge:")]
    assert await is_wanted(county, row, "2015-06-25 22:00")
    await county.say("wang", "1 齐全\n2 100\n3 齐全")
    assert not await is_wanted(county, row, "2015-06-25 22:00")


async def test_a_reminder_of_the_office_at_an_hour_leaves_out_who_has_reported_by_then(county: Scene) -> None:
    county.now = at("2015-06-25 10:02")
    assert "已经报齐的不会收到" in await county.say("zhou", "29号9点再提醒没报的")
    assert "已排好" in await county.say("zhou", "是")
    rows = {row.recipient: row for row in await county.outbox() if row.key.startswith("broadcast:")}
    await county.say("wang", "1 齐全\n2 100\n3 齐全")
    assert not await is_wanted(county, rows["wang"], "2015-06-29 09:00")
    assert await is_wanted(county, rows["chen"], "2015-06-29 09:00")


async def test_a_final_average_that_an_outage_held_up_waits_for_the_office_and_is_said_while_it_is_true(
    memory: Store,
) -> None:
    districts = ("鄂城区", "华容区")
    city = await Scene.open(memory, "ezhou-2013", "2013-12-10 15:00", subjects=districts)
    await city.person("hu", "市质监局", name="胡静")
    await city.person("xie", "市质量强市工作领导小组办公室", "office", name="谢芸")
    await city.say("xie", "制造业目标90")
    await city.say("xie", "用平均值")
    await city.say("hu", "制造业产品质量合格率 鄂城区96 华容区93")
    assert {"hu", "xie"} <= set(await planned(city, "2013-12-10 15:01"))
    first = [row for row in await city.outbox() if row.key.startswith("average:")]
    assert await is_wanted(city, first[0], "2013-12-10 17:59")
    for quiet in ("2013-12-10 18:05", "2013-12-11 07:59", "2013-12-14 10:00"):
        assert not await is_wanted(city, first[0], quiet)
    assert await is_wanted(city, first[0], "2013-12-11 10:01")
    for row in first:
        await city.store.run(lambda uow, row=row: uow.outbox.supersede(row.id, "", city.now))  # type: ignore[misc]
    assert {"hu", "xie"} <= set(await planned(city, "2013-12-11 08:31"))
    again = [row for row in await city.outbox() if row.key.startswith("average:") and row.state == "pending"]
    assert [row.text for row in again] == [row.text for row in first]
    await city.say("hu", "1.1 华容区 95")
    assert not await is_wanted(city, again[0], "2013-12-11 09:40")
    assert {"hu", "xie"} <= set(await planned(city, "2013-12-11 09:41"))
    assert "定为95.5" in (await city.outbox())[-1].text


async def test_all_final_averages_are_one_message_and_count_for_the_days_limit(memory: Store) -> None:
    city = await Scene.open(memory, "ezhou-2013", "2013-12-10 15:00", subjects=("鄂城区", "华容区"))
    await city.person("xie", "市质量强市工作领导小组办公室", "office", name="谢芸")
    average = {"method": "average"}

    def work(uow: UnitOfWork) -> None:
        for code in ("1.1", "1.2"):
            names = {"input": "target_percent", "of": "actual_percent"}
            uow.arrangements.add(
                campaign_id=city.campaign.id,
                kind="target",
                code=code,
                value={**average, **names},
                contact_id=None,
                inbox_id=None,
                at=city.now,
            )
            for subject in city.campaign.subjects:
                given = {"actual_percent": "97"}
                uow.submissions.add(
                    campaign_id=city.campaign.id,
                    code=code,
                    subject=subject,
                    act="report",
                    given=given,
                    inputs=given,
                    unit="市质监局",
                    contact_id=None,
                    inbox_id=None,
                    at=city.now,
                    late=False,
                    note="",
                )

    await city.store.run(work)
    await planned(city, "2013-12-10 15:01")
    (row,) = [row for row in await city.outbox() if row.key.startswith("average:")]
    assert "2项的目标按平均值定了" in row.text
    assert await planned(city, "2013-12-10 15:30") == []
