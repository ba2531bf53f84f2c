"""提醒计划 and 催办记录: what will go out, what went out, and what the platform said of it."""

import json

import pytest

from handlers.notices import remind
from store.unit_of_work import UnitOfWork
from tests.scene import Scene, at

NINE = at("2015-06-25 09:00")


@pytest.fixture
async def reminded(county: Scene) -> Scene:
    """Give the county with the reminders of the 25th in the outbox."""
    county.now = NINE
    await county.store.run(lambda uow: remind(uow, NINE, county.library))
    return county


async def answered(scene: Scene, recipient: str, how: str, answer: str) -> None:
    """Let the platform take or refuse what waits for somebody."""

    def work(uow: UnitOfWork) -> None:
        row = next(
            row
            for row in uow.outbox.claim("wecom", at("2015-06-25 17:00"), "test", 45, 100)
            if row.recipient == recipient
        )
        getattr(uow.outbox, how)(row.id, row.attempts, answer, NINE)

    await scene.store.run(work)


async def test_the_plan_of_tomorrow_names_who_gets_what_and_when(county: Scene) -> None:
    await county.say("wang", "每天下午3点提醒我")
    text = await county.say("zhou", "提醒计划")
    assert "6月25日（下一个工作日）会发2条" in text
    lines = text.splitlines()
    assert lines[1].split()[1].startswith("县旅游局")
    assert lines[2].startswith("15:02 县城建局 王敏：【")
    assert not any(line.endswith("：") for line in lines[1:])
    assert await county.outbox() == ()


async def test_the_plan_follows_what_is_reported_and_the_calendar(county: Scene) -> None:
    await county.say("wang", "1 齐全\n2 100\n3 齐全")
    await county.say("zhou", "6月25日别发")
    text = await county.say("zhou", "提醒计划")
    assert "6月26日（下一个工作日）会发1条" in text
    assert "城建局" not in text


@pytest.mark.parametrize(
    ("how", "answer", "told"),
    [
        ("sent", json.dumps({"errcode": 0, "invaliduser": ""}), "已送达"),
        ("refuse", json.dumps({"errcode": 0, "unlicenseduser": "wang"}), "没送到：账号没有接口许可"),
        ("refuse", json.dumps({"errcode": 0, "invaliduser": "wang"}), "没送到：企业微信里没有这个账号"),
        ("refuse", "81013 all users invalid", "没送到：企业微信里没有这个账号"),
        ("dead", "60020 not allow to access from your ip", "没送到：服务器IP不在企业可信IP里"),
        ("ambiguous", "timed out", "不确定是否送达，没有重发"),
    ],
)
async def test_the_record_says_plainly_what_became_of_a_reminder(
    reminded: Scene, how: str, answer: str, told: str
) -> None:
    await answered(reminded, "wang", how, answer)
    text = await reminded.say("zhou", "催办记录 城建局")
    assert "县城建局 王敏 提醒" in text
    assert told in text
    assert "陈静" not in text


async def test_what_failed_comes_first_in_the_record(reminded: Scene) -> None:
    await answered(reminded, "wang", "refuse", json.dumps({"unlicenseduser": "wang"}))
    text = await reminded.say("zhou", "催办记录")
    assert text.splitlines()[0].startswith("近7天提醒、催办2条：")
    assert "王敏" in text.splitlines()[1]


async def test_nothing_recorded_is_said_so(county: Scene) -> None:
    assert "近7天没有提醒、催办记录" in await county.say("zhou", "催办记录")
    assert "没有这个单位（人）的" in await county.say("zhou", "催办记录 县财政局")


async def test_only_who_may_urge_reads_the_record(reminded: Scene) -> None:
    assert "王敏 提醒" in await reminded.say("sun", "催办记录")
    for account in ("wang", "li"):
        assert "王敏 提醒" not in await reminded.say(account, "催办记录")
