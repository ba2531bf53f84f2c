"""Plays lines on a store in memory, each in a transaction that is rolled back: hundreds in a second or two."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from typing import NoReturn

from handlers import conversation, dialogs
from handlers.campaign.library import Library
from handlers.messages import Incoming, Media
from store.database import Store
from store.records import Campaign
from store.unit_of_work import UnitOfWork
from tests.scenarios.casts import CASTS, STARTS
from tests.scenarios.lines.case import Case, Heard, Stored
from tests.scenarios.play import arranged_in, enrol, matters_in, opened_for
from tests.scene import CHANNEL, at

READ, NO_TIME = timedelta(seconds=3), timedelta()
"""What somebody takes to read what he says yes to."""
_CLOCK = re.compile(r"@\d{4}-\d{2}-\d{2}.*")


class Rehearsed(Exception):  # noqa: N818 -- no error: it takes what was heard out of a transaction that must not be kept
    """What came of one line."""

    def __init__(self, heard: Heard) -> None:
        super().__init__(heard.reply)
        self.heard = heard


@dataclass(frozen=True, slots=True)
class Stage:
    """A scene on a store of its own."""

    store: Store
    library: Library
    campaigns: tuple[Campaign, ...]
    start: datetime

    @classmethod
    async def of(cls, scene: str) -> "Stage":
        """Open the scene's campaigns with everybody on their rosters."""
        store, library = await Store.open("sqlite+aiosqlite:///:memory:"), Library()
        now = at(STARTS[scene])
        opened = [
            await store.run(partial(opened_for, library=library, cast=cast, now=now)) for cast in CASTS[scene]
        ]
        return cls(store, library, tuple(opened), now)

    async def rehearse(self, case: Case, text: str) -> Heard:
        """Play the line and forget it."""

        def work(uow: UnitOfWork) -> NoReturn:
            raise Rehearsed(_Rehearsal(self, uow).heard(case, text))

        try:
            await self.store.run(work)
        except Rehearsed as result:
            return result.heard
        raise AssertionError(text)


class _Rehearsal:
    def __init__(self, stage: Stage, uow: UnitOfWork) -> None:
        self._stage, self._uow, self._now = stage, uow, stage.start
        self._numbers = count(1)

    def heard(self, case: Case, text: str) -> Heard:
        for person in case.people:
            enrol(self._uow, self._stage.campaigns[0], person, self._now)
        for account, said in case.before:
            self._say(account, said)
        before, matters, arranged = self._rows(), self._matters(), self._arranged()
        reply = self._say(case.speaker, text)
        at_once, arranged_now = self._stored(before), self._arranged()[len(arranged) :]
        for answer in case.then:
            self._say(case.speaker, answer)
        return Heard(reply, at_once, self._stored(before), self._matters()[len(matters) :], arranged_now)

    def _say(self, account: str, text: str) -> str:
        if _CLOCK.fullmatch(text):
            self._now = at(text.removeprefix("@"))
            return ""
        number = f"rehearsed{next(self._numbers)}"
        self._now += READ if dialogs.yes_or_no(text) else NO_TIME
        incoming = Incoming(CHANNEL, number, account, "text", self._now, text=text)
        if text == "#image":
            incoming = Incoming(CHANNEL, number, account, "image", self._now, media=Media(number))
        entry = self._uow.inbox.begin(
            channel=CHANNEL,
            message_key=number,
            sender=account,
            kind=incoming.kind,
            text=incoming.text,
            payload={},
            sent_at=self._now,
            received_at=self._now,
        )
        reply = conversation.answer(incoming, self._uow, self._now, self._stage.library, entry.id)
        self._uow.inbox.finish(entry.id, reply.text, self._now)
        return reply.text

    def _rows(self) -> int:
        return len(self._uow.submissions.all())

    def _matters(self) -> tuple[str, ...]:
        return tuple(kind for row in self._stage.campaigns for kind in matters_in(self._uow, row.id))

    def _arranged(self) -> tuple[str, ...]:
        return tuple(kind for row in self._stage.campaigns for kind in arranged_in(self._uow, row.id))

    def _stored(self, before: int) -> Stored:
        several = {row.id for row in self._stage.campaigns if len(row.subjects) > 1}
        return {
            f"{row.code}|{row.subject}" if row.campaign_id in several else row.code: dict(row.given)
            for row in self._uow.submissions.all()[before:]
        }
