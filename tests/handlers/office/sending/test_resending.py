"""没发出去的: the office sees what did not arrive and why, and has it sent again after saying 是."""

from datetime import timedelta

import pytest

from handlers.pushing import undelivered
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork
from tests.scene import CHANNEL, Scene


@pytest.fixture
async def failed(county: Scene) -> Scene:
    """One message was refused, one may have arrived, one was sent."""

    def work(uow: UnitOfWork) -> None:
        people = {one.account: one for one in uow.roster.list(county.campaign.id)}
        for key, account in (("refused", "wang"), ("ambiguous", "chen"), ("sent", "zhao")):
            uow.outbox.add(
                key=key,
                channel=CHANNEL,
                recipient=account,
                text=f"【提醒】{key}",
                not_before=county.now,
                campaign_id=county.campaign.id,
                contact_id=people[account].id,
                created_at=county.now,
            )
        for row in uow.outbox.claim(CHANNEL, county.now, "test", 45, 9):
            _end(uow, row, county)

    await county.store.run(work)
    return county


def _end(uow: UnitOfWork, row: OutboxRow, scene: Scene) -> None:
    if row.key == "sent":
        uow.outbox.sent(row.id, row.attempts, "{}", scene.now)
    elif row.key == "refused":
        uow.outbox.refuse(row.id, row.attempts, '{"code": 81013}', scene.now)
    else:
        uow.outbox.ambiguous(row.id, row.attempts, '{"code": null, "reason": "HTTP 502"}', scene.now)


async def states(scene: Scene) -> dict[str, str]:
    return {row.key: row.state for row in await scene.outbox()}


async def test_what_did_not_arrive_is_listed_with_the_reason(failed: Scene) -> None:
    said = await failed.say("zhou", "没发出去的")
    assert "没有送达的2条" in said
    assert "县城建局 王敏：【提醒】refused（平台拒收，账号不在应用的可见范围，或已离开企业）" in said
    assert "县旅游局 陈静：【提醒】ambiguous（不知是否送达，HTTP 502）" in said


async def test_one_is_sent_again_after_a_yes(failed: Scene) -> None:
    asked = await failed.say("zhou", "重发 1")
    assert "陈静" in asked
    assert "重发会收到两遍" in asked
    assert (await states(failed))["ambiguous"] == "ambiguous"
    assert "已放回队列1条" in await failed.say("zhou", "是")
    assert await states(failed) == {"refused": "refused", "ambiguous": "pending", "sent": "sent"}


async def test_all_are_sent_again_after_a_yes_and_none_after_a_no(failed: Scene) -> None:
    await failed.say("zhou", "重发 全部")
    await failed.say("zhou", "否")
    assert (await states(failed))["refused"] == "refused"
    await failed.say("zhou", "重发 全部")
    assert "已放回队列2条" in await failed.say("zhou", "是")
    assert "没有发不出去的消息" in await failed.say("zhou", "没发出去的")


async def test_a_number_that_is_not_listed_sends_nothing(failed: Scene) -> None:
    assert "没有这一条" in await failed.say("zhou", "重发 3")


async def test_only_the_office_may(failed: Scene) -> None:
    assert "您不能" in await failed.say("sun", "没发出去的")
    assert "您不能" in await failed.say("wang", "重发 全部")


async def tell(scene: Scene, key: str, state: str, answer: str, days: int = 0) -> None:
    now = scene.now + timedelta(days=days)

    def work(uow: UnitOfWork) -> None:
        row = uow.outbox.by_key(key)
        assert row is not None
        undelivered.tell(uow, row, state, answer, now)

    await scene.store.run(work)


async def notices(scene: Scene) -> list[tuple[str, str]]:
    return [(row.recipient, row.text) for row in await scene.outbox() if row.key.startswith("undelivered:")]


async def test_the_office_is_told_once_of_a_person_who_cannot_be_reached(failed: Scene) -> None:
    for day in (0, 1, 2):
        await tell(failed, "refused", "refused", '{"code": 81013}', day)
    ((whom, text),) = await notices(failed)
    assert whom == "zhou"
    assert text.startswith("【发送】县城建局 王敏收不到消息：账号不在应用的可见范围")


async def test_the_office_is_told_once_a_day_of_other_failures(failed: Scene) -> None:
    for day in (0, 0, 1):
        await tell(failed, "ambiguous", "ambiguous", '{"reason": "HTTP 502"}', day)
    assert [whom for whom, _ in await notices(failed)] == ["zhou", "zhou"]


async def test_an_address_that_is_not_trusted_is_told_with_the_address(failed: Scene) -> None:
    said = "not allow to access from your ip, from ip: 10.0.0.9"
    for _ in range(2):
        await failed.store.run(lambda uow: undelivered.warn_of_setting(uow, CHANNEL, 60020, said, failed.now))
    ((_, text),) = await notices(failed)
    assert "企业可信IP" in text
    assert "10.0.0.9" in text
