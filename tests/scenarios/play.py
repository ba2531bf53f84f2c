"""A scene on the running bot: what a person says goes through the encrypted callback, as on the real platform."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from pydantic import SecretStr

from bot import keys
from bot.app import create_app
from bot.clock import MovableClock
from bot.sandbox.callback import Delivery
from bot.sandbox.corp import Corp
from bot.sandbox.envelope import CorpApp
from bot.sandbox.platform import Platform, listen, running_platform, serving
from bot.settings import Settings
from handlers.campaign.campaigns import Opening, open_campaign
from handlers.campaign.library import Library
from rubrics.overlays import parse_overlay
from store.database import Store
from store.records import Campaign, Evidence, OutboxRow, Submission
from store.unit_of_work import UnitOfWork
from tests.scenarios.casts import CASTS, STARTS, Cast, Person
from tests.scene import CHANNEL, at

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


@dataclass
class Play:
    """One scene; `campaigns` are in the order of its casts."""

    store: Store
    library: Library
    clock: MovableClock
    platform: Platform
    campaigns: tuple[Campaign, ...]

    async def say(self, account: str, text: str) -> str:
        """Say it and return all that the bot answers."""
        return await self._hear(self.platform.say(account, text))

    async def image(self, account: str, data: bytes = PNG) -> str:
        """Send a picture and return the answer."""
        return await self._hear(self.platform.send_image(account, data))

    async def file(self, account: str, name: str, data: bytes = b"%PDF-1.4 ") -> str:
        """Send a file and return the answer."""
        return await self._hear(self.platform.send_file(account, data, name))

    async def arrangements(self) -> tuple[str, ...]:
        """The kinds of everything that is arranged, oldest first."""
        found = [await self.store.read(partial(arranged_in, campaign=row.id)) for row in self.campaigns]
        return tuple(kind for kinds in found for kind in kinds)

    async def matters(self) -> tuple[str, ...]:
        """The kinds of all matters, oldest first."""
        found = [await self.store.read(partial(matters_in, campaign=row.id)) for row in self.campaigns]
        return tuple(kind for kinds in found for kind in kinds)

    async def enrol(self, person: Person) -> None:
        """Put somebody else on the first campaign's roster."""
        self.platform.corp.add_member(person.account, person.name)
        await self.store.run(partial(enrol, campaign=self.campaigns[0], person=person, now=self.clock.now()))

    def move_to(self, time: str) -> None:
        """Put the bot's clock to “2015-06-25 09:00”, forwards or backwards."""
        self.clock.move_to(at(time))

    async def submissions(self) -> tuple[Submission, ...]:
        """All that is stored of all campaigns, oldest first."""
        return await self.store.read(lambda uow: uow.submissions.all())

    async def evidence(self) -> tuple[Evidence, ...]:
        """All evidence of the first campaign, oldest first."""
        return await self.store.read(lambda uow: uow.evidence.list(self.campaigns[0].id))

    async def fetched(self) -> None:
        """Wait until every file that was sent is stored."""
        async with asyncio.timeout(10):
            while any(row.state == "pending" for row in await self.evidence()):
                continue

    async def pushes(self, account: str) -> list[str]:
        """What the bot has told somebody by itself, oldest first; parts of long answers are left out."""
        return [row.text for row in await self._outbox() if row.recipient == account and not _is_reply(row)]

    async def _hear(self, saying: Awaitable[Delivery]) -> str:
        """The passive reply, and what the outbox says of it where it is long."""
        before = {row.id for row in await self._outbox()}
        delivery = await saying
        assert (delivery.status, delivery.problem) == (200, ""), delivery
        further = [row.text for row in await self._outbox() if row.id not in before and _is_reply(row)]
        return "\n".join([delivery.reply.get("Content", ""), *further])

    async def _outbox(self) -> tuple[OutboxRow, ...]:
        return await self.store.read(lambda uow: uow.outbox.list())


def _is_reply(row: OutboxRow) -> bool:
    return row.key.startswith("reply:")


@asynccontextmanager
async def playing(scene: str, url: str, folder: Path) -> AsyncIterator[Play]:
    """Play that scene on the migrated database behind `url` until the block ends."""
    corp = Corp(CorpApp.invent())
    clock = MovableClock(at(STARTS[scene]))
    corp.now = clock.now
    async with running_platform(corp) as platform:
        app = create_app(_settings(corp.app, url, folder, platform.base_url), clock=clock)
        async with serving(app, listen()) as address:
            platform.callback.url = f"{address}/wecom/callback"
            store, library = app[keys.STORE], app[keys.LIBRARY]
            opened = []
            for cast in CASTS[scene]:
                opened.append(
                    await store.run(partial(opened_for, library=library, cast=cast, now=clock.now()))
                )
                for person in cast.people:
                    corp.add_member(person.account, person.name)
            yield Play(store, library, clock, platform, tuple(opened))


def opened_for(uow: UnitOfWork, library: Library, cast: Cast, now: datetime) -> Campaign:
    """Open the campaign of that cast with everybody on its roster."""
    opening = Opening(
        cast.name,
        subjects=cast.subjects,
        deadline=at(cast.deadline) if cast.deadline else None,
        overlay=parse_overlay(cast.overlay) if cast.overlay else None,
    )
    campaign = open_campaign(uow, library, cast.rubric, opening, at(cast.opened))
    for person in cast.people:
        enrol(uow, campaign, person, now)
    return campaign


def enrol(uow: UnitOfWork, campaign: Campaign, person: Person, now: datetime) -> None:
    """Put somebody on the roster, bound or with the binding code that he has been given."""
    contact = uow.roster.add(
        campaign_id=campaign.id,
        name=person.name,
        unit=person.unit,
        role=person.role,
        subject=person.subject,
        title=person.title,
        mobile=person.mobile,
        email=person.email,
    )
    if person.code:
        assert uow.roster.issue_code(contact, person.code, now + timedelta(minutes=10))
    else:
        assert uow.roster.bind(contact, CHANNEL, person.account, now)


def arranged_in(uow: UnitOfWork, campaign: int) -> tuple[str, ...]:
    """The kinds of everything that is arranged for a campaign, oldest first."""
    return tuple(row.kind for row in uow.arrangements.of_campaign(campaign))


def matters_in(uow: UnitOfWork, campaign: int) -> tuple[str, ...]:
    """The kinds of a campaign's matters, oldest first."""
    return tuple(row.kind for row in uow.matters.of_campaign(campaign))


def _settings(corp_app: CorpApp, url: str, folder: Path, api: str) -> Settings:
    return Settings.model_construct(
        database_url=url,
        data_dir=folder / "data",
        wecom_corp_id=corp_app.corp_id,
        wecom_agent_id=corp_app.agent_id,
        wecom_secret=SecretStr(corp_app.secret),
        wecom_token=SecretStr(corp_app.token),
        wecom_aes_key=SecretStr(corp_app.aes_key),
        wecom_api_base=api,
    )
