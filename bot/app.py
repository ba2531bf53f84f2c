"""The composition root: every part of the running bot, started in order and stopped in reverse."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from aiohttp import web

from bot import keys
from bot.channels.base import Channel
from bot.channels.wecom import WecomCallback
from bot.channels.wecom_api import WecomApi
from bot.channels.wecom_push import WecomChannel
from bot.clock import Clock, MovableClock, SystemClock
from bot.delivery.attempt import Surroundings
from bot.delivery.loop import Delivery
from bot.delivery.pace import quotas
from bot.evidence_files import evidence_files
from bot.links import Links, link_keys, link_maker
from bot.media import MediaFetcher
from bot.metrics import Metrics, counting
from bot.pipeline import Pipeline
from bot.schedule import RECOVER, REMIND, Ticks
from bot.settings import Settings
from bot.spool import Spool
from bot.web import BODY_BYTES, routes, say_nothing_of_us
from handlers import conversation, evidence, notices
from handlers.library import Library
from handlers.messages import Incoming, Reply
from store.database import Store
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork

FINISH_SECONDS = 4.0
"""How long a loop may take to end what it has begun when the bot stops."""


def create_app(settings: Settings, *, clock: Clock | None = None) -> web.Application:
    """Put the bot together; nothing starts before the application does. The database has to be migrated.

    The WeCom app has to be complete in `settings`, else SettingsError. Without `clock` the bot goes by the
    machine's, or by the rehearsal's that the settings ask for.
    """
    app = web.Application(client_max_size=BODY_BYTES)
    metrics = app[keys.METRICS] = Metrics()
    app.middlewares.append(counting(metrics))
    app.on_response_prepare.append(say_nothing_of_us)
    app[keys.SETTINGS] = settings
    app[keys.CLOCK] = clock or _clock(settings)
    app[keys.LIBRARY] = Library(settings.rubrics_dir)
    app[keys.LINKS] = Links(link_keys(settings))
    wecom = settings.wecom
    app[keys.CALLBACK] = WecomCallback(wecom.corp_id, wecom.agent_id, wecom.token, wecom.aes_key)
    app.add_routes(routes)
    app.cleanup_ctx.extend([_keeping, _taking_in, _sending, _ticking])
    return app


async def _keeping(app: web.Application) -> AsyncIterator[None]:
    """The database and the folder of evidence."""
    settings = app[keys.SETTINGS]
    files = app[keys.FILES] = evidence_files(settings)
    files.sweep()
    store = app[keys.STORE] = await Store.open(settings.database_url)
    yield
    await store.close()


async def _taking_in(app: web.Application) -> AsyncIterator[None]:
    """The road of a message."""
    library, address = app[keys.LIBRARY], app[keys.SETTINGS].public_url
    links = link_maker(app[keys.LINKS], address) if address else None

    def answer(incoming: Incoming, uow: UnitOfWork, now: datetime, inbox_id: int) -> Reply:
        return conversation.answer(incoming, uow, now, library, inbox_id, links)

    spool = Spool(app[keys.SETTINGS].data_dir / "late")
    pipeline = Pipeline(app[keys.STORE], answer, app[keys.CLOCK], spool, app[keys.METRICS])
    app[keys.PIPELINE] = pipeline
    await pipeline.recover()
    yield
    await pipeline.drain()


async def _sending(app: web.Application) -> AsyncIterator[None]:
    """The platform's API, the delivery of messages and the fetching of files."""
    settings, metrics = app[keys.SETTINGS], app[keys.METRICS]
    store, clock, library = app[keys.STORE], app[keys.CLOCK], app[keys.LIBRARY]

    def wanted(uow: UnitOfWork, row: OutboxRow, now: datetime) -> bool:
        return notices.still_wanted(uow, row, now, library)

    async with _api(settings) as api:
        app[keys.API] = api
        wecom = WecomChannel(api, settings.wecom.agent_id, cards=settings.wecom_cards)
        channels: dict[str, Channel] = {wecom.name: wecom}
        # A rehearsal's clock goes back and forth: what the store knows of it is no measure of real minutes.
        shared = isinstance(clock, SystemClock)
        around = Surroundings(store, wanted, clock, metrics)
        delivery = Delivery(
            around, channels, lambda name: quotas(name, settings.wecom_members, shared=shared)
        )
        media = MediaFetcher(store, channels, app[keys.FILES], evidence, clock, metrics)
        app[keys.DELIVERY], app[keys.MEDIA] = delivery, media
        app[keys.PIPELINE].listeners.append(lambda incoming: _woken_by(incoming, delivery, media))
        async with _running(delivery), _running(media):
            yield


async def _ticking(app: web.Application) -> AsyncIterator[None]:
    """The scheduler."""
    store, clock, library = app[keys.STORE], app[keys.CLOCK], app[keys.LIBRARY]

    async def remind() -> None:
        now = clock.now()
        if await store.run(lambda uow: notices.remind(uow, now, library)):
            app[keys.DELIVERY].wake()

    ticks = app[keys.TICKS] = Ticks(app[keys.METRICS])
    ticks.add("remind", REMIND, remind)
    ticks.add("recover", RECOVER, app[keys.PIPELINE].recover)
    ticks.start()
    yield
    ticks.stop()


def _clock(settings: Settings) -> Clock:
    start = settings.rehearsal_start
    return SystemClock() if start is None else MovableClock(start)


def _api(settings: Settings) -> WecomApi:
    proxy = settings.outbound_proxy.get_secret_value() if settings.outbound_proxy else None
    wecom = settings.wecom
    return WecomApi(settings.wecom_api_base, wecom.corp_id, wecom.secret, proxy=proxy)


def _woken_by(incoming: Incoming, delivery: Delivery, media: MediaFetcher) -> None:
    delivery.wake()
    if incoming.media is not None:
        media.wake()


@asynccontextmanager
async def _running(loop: Delivery | MediaFetcher) -> AsyncIterator[None]:
    """Run one of the loops; at the end let it finish what it has begun, and put the rest back."""
    task = asyncio.create_task(loop.run())
    try:
        yield
    finally:
        loop.stop()
        with suppress(TimeoutError):
            await asyncio.wait_for(task, FINISH_SECONDS)
