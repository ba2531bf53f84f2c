"""How fast messages are stored: `python -m benchmarks.store [URL] [--messages N] [--clients N]`.

Each message is what the pipeline does to the database for one report: take it in, look its sender up, read the
leaf, add the submission, log it, answer it, and now and then push a notice. The processor time is that of the
whole process, threads included.
"""

import argparse
import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from store.database import Store
from store.migrate import migrate
from store.unit_of_work import UnitOfWork

NOW = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
PEOPLE = 50
CODES = 100
ONE_PUSH_IN = 5


def prepare(uow: UnitOfWork) -> int:
    campaign = uow.campaigns.open(
        name="benchmark",
        rubric="rugao-2018",
        rubric_version="1",
        year=2026,
        subjects=("如皋市",),
        opened_at=NOW,
    )
    contacts = [
        uow.roster.add(campaign_id=campaign.id, name=f"联络员{n}", unit=f"单位{n}", role="contact")
        for n in range(PEOPLE)
    ]
    for n, contact_id in enumerate(contacts):
        uow.roster.bind(contact_id, "wecom", f"user{n}", NOW)
    return campaign.id


def take_message(uow: UnitOfWork, campaign_id: int, n: int) -> None:
    sender, code = f"user{n % PEOPLE}", f"{n % CODES}.1"
    entry = uow.inbox.begin(
        channel="wecom",
        message_key=str(n),
        sender=sender,
        kind="text",
        text=f"{code} 91.5%",
        payload={"agent": "1000002"},
        sent_at=NOW,
        received_at=NOW,
    )
    account = uow.accounts.speaker("wecom", sender)
    contact = account.contacts[0]
    before = uow.submissions.current(campaign_id, "如皋市", [code])
    inputs = {**(before[0].inputs or {} if before else {}), "actual": f"{n}.5"}
    submission_id = uow.submissions.add(
        campaign_id=campaign_id,
        code=code,
        subject="如皋市",
        act="amend" if before else "report",
        given={"actual": f"{n}.5"},
        inputs=inputs,
        unit=contact.unit,
        contact_id=contact.id,
        inbox_id=entry.id,
        at=NOW,
        late=False,
    )
    uow.audit.record(NOW, sender, "report", f"submission:{submission_id}", {"code": code, "actual": f"{n}.5"})
    if n % ONE_PUSH_IN == 0:
        uow.outbox.add(
            key=f"notice:{n}",
            channel="wecom",
            recipient=sender,
            text="已收到",
            not_before=NOW,
            created_at=NOW,
        )
    uow.inbox.finish(entry.id, "已入账", NOW)


async def measure(store: Store, messages: int, clients: int) -> None:
    campaign_id = await store.run(prepare)
    numbers = iter(range(messages))
    waits: list[float] = []

    async def client() -> None:
        for n in numbers:
            begun = time.perf_counter()
            await store.run(lambda uow, n=n: take_message(uow, campaign_id, n))  # type: ignore[misc]
            waits.append(time.perf_counter() - begun)

    began, processor = time.perf_counter(), time.process_time()
    await asyncio.gather(*(client() for _ in range(clients)))
    seconds, processor = time.perf_counter() - began, time.process_time() - processor
    waits.sort()
    print(
        f"{clients:4} clients: {messages / seconds:6.0f} messages/s, processor {processor / messages * 1e3:.3f} ms"
        f" each, waits p50 {waits[messages // 2] * 1e3:.1f} ms, p99 {waits[messages * 99 // 100] * 1e3:.1f} ms"
    )


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "url", nargs="?", help="an empty PostgreSQL database; without it SQLite in a new file"
    )
    parser.add_argument("--messages", type=int, default=5_000)
    parser.add_argument("--clients", type=int, nargs="*", default=[1, 10, 100])
    arguments = parser.parse_args()
    for clients in arguments.clients:
        with tempfile.TemporaryDirectory() as folder:
            url = arguments.url or f"sqlite:///{Path(folder) / 'kaohe.db'}"
            migrate(url)
            store = await Store.open(url)
            await measure(store, arguments.messages, clients)
            await store.close()


if __name__ == "__main__":
    asyncio.run(main())
