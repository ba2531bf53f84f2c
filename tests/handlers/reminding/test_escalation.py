"""逾期升级, 汇总 and the card: what each reads, on which day."""

from handlers.campaign.campaigns import Opening, open_campaign
from handlers.messages import Push
from handlers.notices import remind
from handlers.reminding.told import DAILY
from handlers.wording import local
from store.unit_of_work import UnitOfWork
from tests.scene import CHANNEL, Scene, at


async def reminded(scene: Scene, now: str) -> dict[str, Push]:
    """Plan at that moment; {account: its last message}."""
    scene.now = at(now)
    pushes = await scene.store.run(lambda uow: remind(uow, at(now), scene.library))
    return {push.recipient: push for push in pushes}


async def test_a_supervisor_hears_of_its_own_bureau_on_the_first_day_after(county: Scene) -> None:
    pushes = await reminded(county, "2015-07-01 09:00")
    text = pushes["zhao"].text
    assert text.startswith("【请关注】县城建局有3项逾期没报（半年节点6月30日截止，已逾期1个工作日）")
    assert "已逐日提醒联络员王敏。" in text
    assert "旅游" not in text
    assert "zhou" not in pushes


async def test_the_office_hears_on_the_second_day_and_of_whom_no_reminder_reaches(county: Scene) -> None:
    await reminded(county, "2015-07-01 09:00")
    text = (await reminded(county, "2015-07-02 09:00"))["zhou"].text
    assert "已逾期2个工作日，已逐级提醒，仍缺20项" in text
    assert "没有绑定的联络员、提醒发不到：" in text
    assert "市场监督管理局" in text


async def test_what_was_reported_meanwhile_climbs_no_further(county: Scene) -> None:
    await reminded(county, "2015-07-01 09:00")
    county.now = at("2015-07-01 15:00")
    # The new milestone's lines come first on the list now, those that are late after them.
    await county.say("wang", "4 齐全\n5 100\n6 齐全")
    text = (await reminded(county, "2015-07-02 09:00"))["zhou"].text
    assert "仍缺17项" in text
    assert "县城建局" not in text


async def test_a_leader_hears_how_a_milestone_ended(county: Scene) -> None:
    text = (await reminded(county, "2015-07-01 09:00"))["sun"].text
    assert text.startswith("【节点结果】《tieling-2015》半年节点6月30日已截止，截至7月1日09:00：\n暂得")
    assert "/80分" in text
    assert "sun" not in await reminded(county, "2015-07-02 09:00")


async def test_an_archived_milestone_is_reminded_of_no_more(county: Scene) -> None:
    assert "chen" in await reminded(county, "2015-07-01 09:00")

    def lock(uow: UnitOfWork) -> None:
        uow.arrangements.add(
            campaign_id=county.campaign.id,
            kind="lock",
            milestone="H1",
            value={"locked": True},
            contact_id=None,
            inbox_id=None,
            at=county.now,
        )

    await county.store.run(lock)
    assert "zhou" not in await reminded(county, "2015-07-02 09:00")


async def test_a_reminder_comes_as_a_card_whose_buttons_are_commands(county: Scene) -> None:
    card = (await reminded(county, "2015-06-25 09:00"))["wang"].card
    assert card is not None
    assert card.title == "半年节点还有3项没报"
    assert [label for _, label in card.buttons] == ["报了", "稍后", "看要求"]
    for words, _ in card.buttons:
        assert "没看懂" not in await county.say("wang", words)


async def test_the_first_notice_says_that_reporting_has_begun(county: Scene) -> None:
    text = (await reminded(county, "2015-05-04 09:00"))["wang"].text
    assert text.startswith("【开始填报】县城建局·半年节点：您负责的3项可以报了，6月30日截止")
    assert "直接回“1 情况”上报" in text
    assert await reminded(county, "2015-05-05 09:00") == {}


async def test_what_is_late_is_named_by_its_own_milestone_and_what_has_begun_beside_it(county: Scene) -> None:
    await reminded(county, "2015-06-25 09:00")
    text = (await reminded(county, "2015-07-01 09:00"))["wang"].text
    assert text.startswith("【提醒】县城建局·半年节点：6月30日截止，已逾期1个工作日，还有3项没报")
    assert text.endswith("补报照收，记为逾期。\n前三季度节点的3项也可以报了，9月30日截止，不急。")
    again = (await reminded(county, "2015-07-02 09:00"))["wang"].text
    assert "也可以报了" not in again


async def test_lines_of_two_milestones_are_said_to_be_due_from_the_first_on(county: Scene) -> None:
    text = (await reminded(county, "2015-09-23 09:00"))["wang"].text
    assert text.startswith("【提醒】县城建局：最早的6月30日截止，已逾期")


async def test_on_the_day_itself_the_hour_is_said(county: Scene) -> None:
    text = (await reminded(county, "2015-06-30 09:00"))["wang"].text
    assert text.startswith("【提醒】县城建局·半年节点：今天18:00截止，还有3项没报：\n①")
    assert "：未报" not in text


async def test_one_leader_of_six_counties_gets_no_more_a_day_than_anybody(county: Scene) -> None:
    def open_more(uow: UnitOfWork) -> None:
        for number in range(5):
            opened = open_campaign(
                uow, county.library, "tieling-2015", Opening(f"县{number}"), at("2015-05-04 09:00")
            )
            leader = uow.roster.add(campaign_id=opened.id, name="孙涛", unit="县政府", role="leader")
            assert uow.roster.bind(leader, CHANNEL, "sun", opened.opened_at)

    await county.store.run(open_more)
    county.now = at("2015-07-06 09:00")
    pushes = await county.store.run(lambda uow: remind(uow, county.now, county.library))
    more = await county.store.run(lambda uow: remind(uow, at("2015-07-06 09:01"), county.library))
    to_leader = [push for push in (*pushes, *more) if push.recipient == "sun"]
    assert len(to_leader) == DAILY


async def test_a_supervisor_hears_of_late_lines_at_the_hour_that_he_chose(county: Scene) -> None:
    assert "15:00左右发" in await county.say("zhao", "每天下午3点提醒我")
    push = (await reminded(county, "2015-07-01 09:00"))["zhao"]
    assert (local(push.not_before).hour, local(push.not_before).minute) == (15, 2)


async def test_nobody_hears_more_on_a_day_than_its_limit_and_what_is_late_comes_first(county: Scene) -> None:
    monday = at("2015-07-06 09:10")

    def before(uow: UnitOfWork) -> None:
        leader = next(one for one in uow.roster.list(county.campaign.id) if one.role == "leader")
        for number in range(DAILY - 1):
            uow.notices.mark(leader.id, f"{number}", monday.date(), f"key{number}")

    await county.store.run(before)
    county.now = monday
    said = await county.store.run(lambda uow: remind(uow, monday, county.library))
    assert [push.key.split(":")[0] for push in said if push.recipient == "sun"] == ["late"]
