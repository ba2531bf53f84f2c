"""What the platform refuses, breaks off or delays: each has its own answer, and nothing is lost."""

from datetime import timedelta

import pytest

from bot.sandbox.faults import Fault
from tests.bot.delivery.office import Office


async def test_a_busy_platform_is_asked_again(office: Office) -> None:
    office.platform.fail_next("message/send", -1)
    await office.put("remind:1")
    await office.until_settled()
    assert (await office.states(), office.read()) == (["sent"], ["remind:1"])
    assert office.platform.count("message/send") == 2


async def test_a_platform_that_stays_busy_is_asked_four_times_in_all(office: Office) -> None:
    office.platform.fail_next("message/send", -1, times=None)
    await office.put("remind:1")
    await office.until_settled(seconds=30)
    assert await office.states() == ["dead"]
    assert office.platform.count("message/send") == 4
    assert b'kaohe_abandoned_total{state="dead"} 1.0' in office.metrics.exposition()


async def test_a_message_that_was_given_up_can_be_put_back(office: Office) -> None:
    office.platform.fail_next("message/send", -1, times=None)
    await office.put("remind:1")
    await office.until_settled(seconds=30)
    (row,) = await office.rows()
    assert await office.store.run(lambda uow: uow.outbox.requeue(row.id, office.clock.now()))
    office.platform.corp.faults.clear()
    office.platform.fail_next("message/send", -1)
    office.later(minutes=5)
    await office.until_settled(seconds=30)
    assert (await office.states(), office.read()) == (["sent"], ["remind:1"])


async def test_over_frequency_stops_the_channel_for_a_minute(office: Office) -> None:
    office.platform.fail_next("message/send", 45009)
    for userid in ("wangmin", "chenhong"):
        await office.put(f"remind:{userid}", recipient=userid)
    # Both may be on their way already when the first answer comes.
    await office.rounds()
    called = office.platform.count("message/send")
    assert called <= 2
    assert await office.delivery.round() >= 59
    office.later(seconds=50)
    await office.rounds(3)
    assert office.platform.count("message/send") == called
    await office.until_settled(seconds=10)
    assert await office.states() == ["sent", "sent"]


async def test_a_wrong_setting_stops_the_channel_and_loses_nothing(office: Office) -> None:
    office.platform.fail_next("message/send", 60020, times=None)
    for number in range(3):
        await office.put(f"remind:{number}")
    await office.rounds(5)
    assert office.platform.count("message/send") == 1
    assert await office.states() == ["pending"] * 3
    office.platform.corp.faults.clear()
    await office.until_settled(seconds=30)
    assert sorted(office.read()) == [f"remind:{number}" for number in range(3)]


async def test_a_platform_away_for_hours_gets_everything_in_order_when_it_is_back(office: Office) -> None:
    office.platform.corp.faults.order("message/send", Fault(times=None, status=503))
    for number in range(6):
        await office.put(f"remind:{number}")
    for _ in range(60):
        await office.rounds(8)
        office.later(minutes=2)
    assert set(await office.states()) == {"pending"}
    office.platform.corp.faults.clear()
    await office.until_settled(seconds=20)
    assert await office.states() == ["sent"] * 6
    assert office.read() == [f"remind:{number}" for number in range(6)]


@pytest.mark.parametrize(
    ("recipient", "page"),
    [
        ("zhaolei", ""),
        ("nobody", ""),
        ("liqiang", '{"errcode": 0, "errmsg": "ok", "msgid": "m", "unlicenseduser": "LiQiang"}'),
        ("liqiang", '{"errcode": 0, "errmsg": "ok", "msgid": "m", "invaliduser": "a|liqiang"}'),
    ],
)
async def test_a_person_who_cannot_be_reached_is_not_counted_as_sent(
    office: Office, recipient: str, page: str
) -> None:
    if page:
        office.platform.corp.faults.order("message/send", Fault(status=200, page=page))
    await office.put("remind:1", recipient=recipient)
    await office.rounds(3)
    assert await office.states() == ["refused"]
    assert office.platform.count("message/send") == 1


async def test_an_address_that_is_not_trusted_is_shown(office: Office) -> None:
    fault = Fault(errcode=60020, errmsg="not allow to access from your ip, from ip: 10.0.0.9, more info")
    office.platform.corp.faults.order("message/send", fault)
    await office.put("remind:1")
    await office.rounds()
    assert b'kaohe_untrusted_address{ip="10.0.0.9"} 1.0' in office.metrics.exposition()


async def test_a_token_that_is_never_taken_is_fetched_twice_a_minute_at_most(office: Office) -> None:
    office.platform.fail_next("message/send", 42001, times=None)
    for number in range(5):
        await office.put(f"m{number}", recipient=f"p{number}")
    for _ in range(60):
        await office.rounds()
        office.later(seconds=1)
    assert office.platform.count("gettoken") <= 2
    assert await office.states() == ["pending"] * 5


async def test_after_ten_minutes_without_the_platform_all_is_sent_in_order(office: Office) -> None:
    office.platform.corp.faults.order("message/send", Fault(times=None, status=503))
    for number in range(40):
        office.platform.corp.add_member(f"p{number % 10}")
        await office.put(f"m{number}", str(number), recipient=f"p{number % 10}")
    for _ in range(60):
        await office.rounds()
        office.later(seconds=10)
    office.platform.corp.faults.clear()
    back = office.clock.now()
    await office.until_settled(seconds=5)
    assert office.clock.now() - back <= timedelta(minutes=15)
    assert set(await office.states()) == {"sent"}
    for person in range(10):
        read = [int(text) for text in office.read(f"p{person}")]
        assert read == list(range(person, 40, 10))


async def test_a_document_that_the_platform_has_lost_is_uploaded_once_more_and_arrives(
    office: Office,
) -> None:
    office.delivery = office.replica()
    office.platform.corp.faults.order("message/send", Fault(errcode=40007))
    await office.put_document()
    await office.until_settled(seconds=10)
    (file,) = office.platform.corp.member("wangmin").bubbles
    assert office.platform.corp.media.get(file.content.media_id).name == "目录.txt"
    assert (await office.states(), office.platform.count("media/upload")) == (["sent"], 2)
