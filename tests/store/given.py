"""What most tests of the store begin with: a campaign, a person on its roster, a message, a report."""

from datetime import UTC, datetime, timedelta

from store.records import Campaign, InboxEntry, Role
from store.unit_of_work import UnitOfWork

NOW = datetime(2015, 6, 24, 1, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def campaign(uow: UnitOfWork, name: str = "铁岭 2015", deadline: datetime | None = None) -> Campaign:
    return uow.campaigns.open(
        name=name,
        rubric="tieling-2015",
        rubric_version="1",
        year=2015,
        subjects=("甲县", "乙县"),
        deadline=deadline,
        opened_at=NOW,
    )


def contact(uow: UnitOfWork, campaign_id: int, userid: str | None = None, role: Role = "contact") -> int:
    contact_id = uow.roster.add(campaign_id=campaign_id, name="张", unit="城建局", role=role)
    if userid is not None:
        assert uow.roster.bind(contact_id, "wecom", userid, NOW)
    return contact_id


def message(uow: UnitOfWork, key: str, channel: str = "wecom", sender: str = "zhang") -> InboxEntry:
    return uow.inbox.begin(
        channel=channel,
        message_key=key,
        sender=sender,
        kind="text",
        text="上报 19.2 91.5%",
        payload={"agent": "1000002"},
        sent_at=NOW,
        received_at=NOW,
    )


def report(
    uow: UnitOfWork, campaign_id: int, code: str = "19.2", subject: str = "甲县", actual: str | None = "91.50"
) -> int:
    inputs = None if actual is None else {"actual": actual}
    return uow.submissions.add(
        campaign_id=campaign_id,
        code=code,
        subject=subject,
        act="withdraw" if inputs is None else "report",
        given=inputs or {},
        inputs=inputs,
        unit="城建局",
        contact_id=None,
        inbox_id=None,
        at=NOW,
        late=False,
    )


def push(
    uow: UnitOfWork,
    key: str,
    not_before: datetime = NOW,
    *,
    urgent: bool = False,
    recipient: str = "zhang",
) -> bool:
    return uow.outbox.add(
        key=key,
        channel="wecom",
        recipient=recipient,
        text="请填报",
        not_before=not_before,
        urgent=urgent,
        created_at=NOW,
    )
