import asyncio
from datetime import UTC, datetime

import pytest

from store.database import Store
from store.unit_of_work import UnitOfWork
from tests.console import Kaohe

NOW = datetime(2015, 6, 24, 1, 0, tzinfo=UTC)


@pytest.fixture
def messages(sqlite_url: str) -> None:
    """One message that waits, one that was sent, one that was refused."""

    def work(uow: UnitOfWork) -> None:
        for key in ("sent", "refused", "pending"):
            uow.outbox.add(
                key=key,
                channel="wecom",
                recipient="wangmin",
                text=f"【{key}】\n正文",
                not_before=NOW,
                created_at=NOW,
            )
        sent, refused = uow.outbox.claim("wecom", NOW, "test", 45, 2)
        uow.outbox.sent(sent.id, sent.attempts, '{"errcode": 0, "msgid": "m1"}', NOW)
        uow.outbox.refuse(refused.id, refused.attempts, '{"code": 81013}', NOW)

    async def put() -> None:
        store = await Store.open(sqlite_url)
        await store.run(work)
        await store.close()

    asyncio.run(put())


def test_every_message_is_listed_with_the_platforms_answer(messages: None, kaohe: Kaohe) -> None:
    ran = kaohe("outbox", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert [(row["key"], row["state"], row["attempts"]) for row in ran.rows] == [
        ("sent", "sent", 1),
        ("refused", "refused", 1),
        ("pending", "pending", 0),
    ]
    assert ran.rows[0] == {
        "id": 1,
        "key": "sent",
        "channel": "wecom",
        "recipient": "wangmin",
        "text": "【sent】\n正文",
        "content": {"text": "【sent】\n正文"},
        "urgent": False,
        "state": "sent",
        "attempts": 1,
        "answer": {"errcode": 0, "msgid": "m1"},
        "created_at": "2015-06-24T09:00:00+08:00",
        "not_before": "2015-06-24T09:00:00+08:00",
        "sent_at": "2015-06-24T09:00:00+08:00",
    }


def test_one_state_can_be_asked_for(messages: None, kaohe: Kaohe) -> None:
    ran = kaohe("outbox", "--state", "refused", "--json")
    assert [row["key"] for row in ran.rows] == ["refused"]


def test_an_unknown_state_is_told_in_one_line(messages: None, kaohe: Kaohe) -> None:
    ran = kaohe("outbox", "--state", "lost")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert "lost" in ran.err


def test_people_read_a_line_for_each_message(messages: None, kaohe: Kaohe) -> None:
    ran = kaohe("outbox")
    assert ran.out.splitlines()[1] == "2  平台拒收  06-24 09:00  wangmin  【refused】"


def test_what_was_not_delivered_is_put_back(messages: None, kaohe: Kaohe) -> None:
    assert kaohe("outbox", "requeue", "2").code == 0
    assert [row["state"] for row in kaohe("outbox", "--json").rows] == ["sent", "pending", "pending"]


@pytest.mark.parametrize("row_id", ["1", "3", "99"])
def test_what_is_sent_or_waiting_is_not_put_back(messages: None, kaohe: Kaohe, row_id: str) -> None:
    ran = kaohe("outbox", "requeue", row_id)
    assert (ran.code, len(ran.err.splitlines())) == (1, 1)


def test_a_number_that_is_none_is_wrong_usage(messages: None, kaohe: Kaohe) -> None:
    assert kaohe("outbox", "requeue", "all").code == 2
