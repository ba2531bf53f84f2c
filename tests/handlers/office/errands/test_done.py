"""What comes of an errand after its yes: messages, reminders held back, items unlocked, the office handed over."""

from datetime import timedelta

from handlers import notices
from store.records import Contact
from tests.scene import Scene


async def person(scene: Scene, name: str) -> Contact:
    people = await scene.store.read(lambda uow: uow.roster.list(scene.campaign.id))
    return next(row for row in people if row.name == name and row.active)


async def reminded(scene: Scene) -> set[str]:
    """Whom the plan of now would remind."""
    found = await scene.store.run(lambda uow: notices.remind(uow, scene.now, scene.library, dry_run=True))
    return {push.recipient for push in found}


async def test_words_of_the_office_go_along_with_what_each_owes(county: Scene) -> None:
    await county.say("zhou", "没报的单位发个通知说周五前必须报完")
    await county.say("zhou", "是")
    rows = await county.outbox()
    assert {row.recipient for row in rows} == {"wang", "chen"}
    assert all("【催办】" in row.text and row.text.endswith("另：周五前必须报完") for row in rows)


async def test_a_unit_that_is_spared_is_not_reminded_until_the_next_morning(county: Scene) -> None:
    assert {"wang", "chen"} <= await reminded(county)
    assert "县旅游局陈静在6月25日08:30前不发自动提醒" in await county.say(
        "zhou", "旅游局打过电话了 今天别再催他们"
    )
    assert "chen" not in await reminded(county)
    county.now += timedelta(days=1)
    assert "chen" in await reminded(county)


async def test_reminders_are_let_go_again(county: Scene) -> None:
    await county.say("zhou", "暂停所有自动提醒")
    assert await reminded(county) == set()
    await county.say("zhou", "恢复提醒 县旅游局")
    assert await reminded(county) == {"chen"}


async def test_an_accepted_item_is_unlocked_after_reason_and_yes(county: Scene) -> None:
    for who, text in (("wang", "覆盖率100%"), ("li", "待审"), ("li", "1通过")):
        await county.say(who, text)
    assert "为什么解锁" in await county.say("zhou", "解锁城建局覆盖率")
    assert "原因：盖章页漏了" in await county.say("zhou", "盖章页漏了")
    assert "已解锁T17-H1" in await county.say("zhou", "是")
    assert "解锁" in [row.text for row in await county.outbox() if row.recipient == "wang"][-1]


async def test_the_office_itself_is_handed_over_after_a_yes_and_keeps_its_own(county: Scene) -> None:
    await county.say("zhou", "我下个月休产假 这摊子交给陈静")
    assert (await person(county, "陈静")).role == "contact"
    await county.say("zhou", "是")
    assert (await person(county, "陈静")).role == "office"
    assert (await person(county, "周宁")).role == "office"
    await county.say("zhou", "我的活交给吴迪 13900000001")
    assert "绑定码" in await county.say("zhou", "是")
    assert ((await person(county, "吴迪")).role, (await person(county, "吴迪")).mobile) == (
        "office",
        "13900000001",
    )
