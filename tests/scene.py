"""A campaign with people in it, and a way to talk to the bot as each of them, on a real store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from handlers import conversation
from handlers.campaign.campaigns import Opening, open_campaign
from handlers.campaign.library import Library
from handlers.messages import Incoming, Kind, Media
from handlers.wording import SHANGHAI
from store.database import Store
from store.records import Campaign, OutboxRow, Role, Submission
from store.unit_of_work import UnitOfWork

CHANNEL = "wecom"


def at(text: str) -> datetime:
    """“2015-06-24 10:00” on the office's wall clock."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@dataclass
class Scene:
    """One campaign on one store; `now` may be moved."""

    store: Store
    library: Library
    campaign: Campaign
    now: datetime
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    @classmethod
    async def open(
        cls,
        store: Store,
        rubric: str,
        now: str,
        *,
        opened: str | None = None,
        deadline: str | None = None,
        subjects: Sequence[str] = (),
    ) -> "Scene":
        """Open a campaign for the rubric; `opened` (default: `now`) is when."""
        library = Library()
        opening = Opening(rubric, subjects=subjects, deadline=at(deadline) if deadline else None)
        campaign = await store.run(
            lambda uow: open_campaign(uow, library, rubric, opening, at(opened or now))
        )
        return cls(store, library, campaign, at(now))

    async def person(
        self, account: str, unit: str, role: Role = "contact", subject: str = "", name: str = ""
    ) -> int:
        """Put somebody on the roster, bound to that account; "" leaves the person unbound."""

        def work(uow: UnitOfWork) -> int:
            contact = uow.roster.add(
                campaign_id=self.campaign.id, name=name or account, unit=unit, role=role, subject=subject
            )
            if account:
                assert uow.roster.bind(contact, CHANNEL, account, self.now)
            return contact

        return await self.store.run(work)

    async def say(self, account: str, text: str) -> str:
        """Say it as that account and return what the bot answers."""
        return await self.send(account, "text", text=text)

    async def send(
        self, account: str, kind: Kind, *, text: str = "", media_id: str = "", event: str = "", url: str = ""
    ) -> str:
        """Send a message of any kind as that account."""
        number = next(self._ids)
        incoming = Incoming(
            channel=CHANNEL,
            message_id=f"m{number}",
            sender=account,
            kind=kind,
            sent_at=self.now,
            text=text,
            media=Media(media_id) if media_id else None,
            url=url,
            event=event,
        )

        def work(uow: UnitOfWork) -> str:
            entry = uow.inbox.begin(
                channel=CHANNEL,
                message_key=incoming.message_id,
                sender=account,
                kind=kind,
                text=text,
                payload={},
                sent_at=self.now,
                received_at=self.now,
            )
            reply = conversation.answer(incoming, uow, self.now, self.library, entry.id)
            uow.inbox.finish(entry.id, reply.text, self.now)
            return reply.text

        return await self.store.run(work)

    async def submissions(self) -> tuple[Submission, ...]:
        """All that is stored, oldest first."""
        return await self.store.read(lambda uow: uow.submissions.all(self.campaign.id))

    async def outbox(self) -> tuple[OutboxRow, ...]:
        """All that is queued."""
        return await self.store.read(lambda uow: uow.outbox.list())
