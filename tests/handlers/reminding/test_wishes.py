"""提醒的意愿: said in chat, kept for every campaign of the person, and gone by when the next reminder is planned."""

import pytest

from handlers.messages import Push
from handlers.notices import remind
from handlers.reminding.wanted import still_wanted
from handlers.wording import local
from store.unit_of_work import UnitOfWork
from tests.scene import Scene, at

DAY = "2015-06-25 "


async def reminded(scene: Scene, now: str, account: str = "wang") -> list[Push]:
    """Plan at that moment and give what that person gets; the bot's clock follows."""
    scene.now = at(now)
    pushes = await scene.store.run(lambda uow: remind(uow, at(now), scene.library))
    return [push for push in pushes if push.recipient == account]


@pytest.mark.parametrize(
    ("words", "hour", "minute"),
    [
        ("每天下午3点提醒我", 15, 2),
        ("每天下午三点提醒我", 15, 2),
        ("以后每天14:20提醒我", 14, 20),
        ("每天3点半提醒我", 15, 32),
        ("每个工作日上午10点再提醒我", 10, 2),
    ],
)
async def test_reminders_leave_at_the_hour_that_the_person_chose(
    county: Scene, words: str, hour: int, minute: int
) -> None:
    assert "左右发" in await county.say("wang", words)
    (push,) = await reminded(county, DAY + "09:00")
    assert (local(push.not_before).hour, local(push.not_before).minute) == (hour, minute)


@pytest.mark.parametrize("words", ["每天晚上10点提醒我", "每天凌晨1点提醒我"])
async def test_an_hour_outside_of_office_time_is_refused(county: Scene, words: str) -> None:
    assert "没有改动" in await county.say("wang", words)
    (push,) = await reminded(county, DAY + "09:00")
    assert local(push.not_before).hour == 9


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("稍后", "12:00"),
        ("两小时后提醒我", "12:00"),
        ("半小时后再提醒我", "10:30"),
        ("下午3点再提醒我", "15:00"),
        ("晚点再提醒", "12:00"),
    ],
)
async def test_a_reminder_that_was_put_off_comes_once_more_then(
    county: Scene, words: str, until: str
) -> None:
    assert await reminded(county, DAY + "10:00")
    assert "再提醒您，之前不打扰" in await county.say("wang", words)
    hour, minute = map(int, until.split(":"))
    assert await reminded(county, f"{DAY}{hour - 1:02}:{minute + 29}") == []
    (again,) = await reminded(county, f"{DAY}{hour:02}:{minute + 1:02}")
    assert again.key.endswith(":2")
    assert await reminded(county, f"{DAY}17:00") == []


async def test_a_reminder_that_waits_already_is_put_off_too(county: Scene) -> None:
    (push,) = await reminded(county, DAY + "08:31")
    assert "之前不打扰" in await county.say("wang", "下午3点再提醒我")
    (row,) = [row for row in await county.outbox() if row.key == push.key]

    def wanted(uow: UnitOfWork) -> list[bool]:
        times = (DAY + "09:07", DAY + "14:59", DAY + "15:01")
        return [still_wanted(uow, row, at(time), county.library) for time in times]

    assert await county.store.read(wanted) == [False, False, True]


async def test_tomorrow_is_the_next_working_day(county: Scene) -> None:
    county.now = at("2015-06-26 10:00")
    assert "6月29日08:32再提醒您" in await county.say("wang", "明天再提醒我")
    assert await reminded(county, "2015-06-26 10:05") == []
    assert await reminded(county, "2015-06-29 09:00")


async def test_late_in_the_day_later_means_the_next_morning(county: Scene) -> None:
    county.now = at(DAY + "17:10")
    assert "6月26日08:32再提醒您" in await county.say("wang", "稍后")


async def test_what_cannot_wait_is_said(county: Scene) -> None:
    county.now = at("2015-06-30 16:50")
    assert "注意6月30日18:00就截止了" in await county.say("wang", "明天再提醒我")


async def test_nothing_is_put_off_where_nothing_is_missing(county: Scene) -> None:
    await county.say("wang", "1 齐全\n2 100\n3 齐全")
    assert "都报齐了" in await county.say("wang", "稍后")


async def test_who_says_that_it_has_reported_is_told_what_has_arrived(county: Scene) -> None:
    assert "还缺①②③" in await county.say("wang", "报了")
    await county.say("wang", "1 齐全\n2 100\n3 齐全")
    assert "都收到了" in await county.say("wang", "报了")


async def test_the_usual_reminders_come_back(county: Scene) -> None:
    await county.say("wang", "每天下午3点提醒我")
    await county.say("wang", "只提醒截止前一天")
    await county.say("wang", "照常提醒")
    (push,) = await reminded(county, DAY + "09:00")
    assert local(push.not_before).hour == 9


async def test_thanks_cancel_the_further_reminder_of_the_day(county: Scene) -> None:
    await county.say("zhou", "当天下午3点再催一次")
    day = "2015-06-30 "
    for account in ("wang", "chen"):
        assert await reminded(county, day + "09:00", account) or account == "chen"
    county.now = at(day + "09:40")
    await county.say("wang", "收到，谢谢")
    county.now = at(day + "15:01")
    pushes = await county.store.run(lambda uow: remind(uow, at(day + "15:01"), county.library))
    assert {push.recipient for push in pushes} == {"chen"}


@pytest.mark.parametrize(
    "text", ["只发文字", "看不到卡片", "我这边卡片打不开", "收到的提醒显示暂不支持此消息类型，请到企业微信看"]
)
async def test_who_sees_no_cards_gets_words_alone_until_he_wants_cards_again(
    county: Scene, text: str
) -> None:
    reply = await county.say("wang", text)
    assert "只发文字，不发卡片" in reply
    assert "还差" in reply
    county.now = at(DAY + "08:31")
    pushes = await county.store.run(lambda uow: remind(uow, county.now, county.library))
    told = {push.recipient: push for push in pushes}
    assert (told["wang"].card, told["chen"].card is None) == (None, False)
    assert "项没报" in told["wang"].text
    assert "发带按钮的卡片" in await county.say("wang", "提醒发卡片")
    (again,) = await reminded(county, "2015-06-29 08:31")
    assert again.card is not None
