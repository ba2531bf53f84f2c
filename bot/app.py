"""The composition root: every part of the running bot, started in order and stopped in reverse."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from copy import copy
from datetime import datetime

from aiohttp import web

from bot import keys
from bot.channels import wecom_messages
from bot.channels.aibot import messages as aibot_messages
from bot.channels.base import Channel
from bot.channels.webhook import WebhookChannel
from bot.channels.wechat import WechatCallback, WechatChannel
from bot.channels.wechat_api import WechatApi
from bot.channels.wecom import WecomCallback
from bot.channels.wecom_api import WecomApi
from bot.channels.wecom_push import WecomChannel
from bot.clock import Clock, MovableClock, SystemClock
from bot.delivery.attempt import Surroundings
from bot.delivery.loop import Delivery
from bot.delivery.pace import quotas
from bot.documents.rendering import Renderer
from bot.downloads.routes import routes as download_routes
from bot.downloads.streaming import AT_ONCE
from bot.evidence_files import evidence_files
from bot.intake import Intake
from bot.links import Links, link_keys, link_maker
from bot.media import MediaFetcher
from bot.metrics import Metrics, counting
from bot.pipeline import Pipeline
from bot.planner import Planner
from bot.robot import RobotParts
from bot.schedule import GROUP, RECOVER, REMIND, SWEEP, Ticks
from bot.settings import Settings
from bot.spool import Spool
from bot.upload.drafts import Drafts
from bot.upload.routes import routes as upload_routes
from bot.upload.sweeping import sweep, upload_limits
from bot.web import BODY_BYTES, callback_routes, routes, say_nothing_of_us, wechat_routes
from handlers import conversation
from handlers.campaign.library import Library
from handlers.evidence import keeping
from handlers.links import LinkMaker
from handlers.messages import Incoming, Reply
from handlers.pushing import group_summary
from handlers.reminding.wanted import still_wanted
from store.database import Store
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork

FINISH_SECONDS = 4.0
"""How long a loop may take to end what it has begun when the bot stops."""


def create_app(settings: Settings, *, clock: Clock | None = None) -> web.Application:
    """Put the bot together; nothing starts before the application does. The database has to be migrated.

    The WeCom app or the robot has to be complete in `settings`, else SettingsError. Without `clock` the bot goes by the
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
    app[keys.DOWNLOADS] = asyncio.Semaphore(AT_ONCE)
    app.add_routes(routes)
    app.add_routes(upload_routes)
    app.add_routes(download_routes)
    if settings.has_app or settings.robot is None:
        wecom = settings.wecom
        app[keys.CALLBACK] = WecomCallback(wecom.corp_id, wecom.agent_id, wecom.token, wecom.aes_key)
        app.add_routes(callback_routes)
    if (wechat := settings.wechat) is not None:
        app[keys.WECHAT_CALLBACK] = WechatCallback(wechat.app_id, wechat.token, wechat.aes_key)
        app.add_routes(wechat_routes)
    app.cleanup_ctx.extend([_keeping, _taking_in, _sending, _ticking])
    return app


async def _keeping(app: web.Application) -> AsyncIterator[None]:
    """The database and the folder of evidence."""
    settings = app[keys.SETTINGS]
    files = app[keys.FILES] = evidence_files(settings)
    files.sweep()
    app[keys.INTAKE] = Intake(files)
    app[keys.DRAFTS] = Drafts(settings.data_dir / "uploads", upload_limits(settings))
    store = app[keys.STORE] = await Store.open(settings.database_url)
    yield
    await store.close()


async def _taking_in(app: web.Application) -> AsyncIterator[None]:
    """The road of a message."""
    library, links = app[keys.LIBRARY], _link_maker(app)

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
    store, clock, library = app[keys.STORE], app[keys.CLOCK], app[keys.LIBRARY]
    settings, metrics = app[keys.SETTINGS], app[keys.METRICS]

    def wanted(uow: UnitOfWork, row: OutboxRow, now: datetime) -> bool:
        return still_wanted(uow, row, now, library)

    async with _channels(app) as channels, AsyncExitStack() as loops:
        # A rehearsal's clock goes back and forth: what the store knows of it is no measure of real minutes.
        shared = isinstance(clock, SystemClock)
        around = Surroundings(store, wanted, clock, metrics)
        delivery = Delivery(
            around, channels, lambda name: quotas(name, settings.wecom_members, shared=shared)
        )
        media = MediaFetcher(store, channels, app[keys.INTAKE], keeping, clock, metrics)
        app[keys.DELIVERY], app[keys.MEDIA] = delivery, media
        app[keys.PIPELINE].listeners.append(lambda incoming: _woken_by(incoming, delivery, media))
        await loops.enter_async_context(_running(delivery))
        await loops.enter_async_context(_running(media))
        if keys.ROBOT in app:
            await loops.enter_async_context(_running(app[keys.ROBOT]))
        yield


@asynccontextmanager
async def _channels(app: web.Application) -> AsyncIterator[dict[str, Channel]]:
    """The ways to people: the self-built app, the robot or both; one stands in where the other is not set."""
    settings = app[keys.SETTINGS]
    channels: dict[str, Channel] = {}
    render = Renderer(app[keys.STORE], app[keys.FILES], app[keys.LIBRARY], app[keys.CLOCK], _link_maker(app))
    async with AsyncExitStack() as opened:
        api = await opened.enter_async_context(_api(settings)) if keys.CALLBACK in app else None
        if api is not None:
            app[keys.API] = api
            channels[wecom_messages.NAME] = WecomChannel(
                api, settings.wecom.agent_id, render, cards=settings.wecom_cards
            )
        if settings.robot is not None:
            robot = app[keys.ROBOT] = RobotParts(
                settings.robot, app[keys.STORE], app[keys.CLOCK], app[keys.METRICS], proxy=settings.proxy
            )
            robot.channel.render = render
            robot.listen(app[keys.PIPELINE], api.userid_of if api else None)
            channels[aibot_messages.NAME] = robot.channel
        for name in {wecom_messages.NAME, aibot_messages.NAME} - channels.keys():
            stand_in = copy(next(iter(channels.values())))
            stand_in.name = name
            channels[name] = stand_in
        if settings.webhook_url is not None:
            group = WebhookChannel(settings.webhook_url.get_secret_value(), settings.proxy)
            channels[group.name] = group
        if (account := settings.wechat) is not None:
            followers = WechatApi(
                settings.wechat_api_base, account.app_id, account.secret, proxy=settings.proxy
            )
            channels[WechatChannel.name] = WechatChannel(await opened.enter_async_context(followers), render)
        yield channels


async def _ticking(app: web.Application) -> AsyncIterator[None]:
    """The scheduler."""
    planner = Planner(app[keys.STORE], app[keys.LIBRARY], app[keys.CLOCK], app[keys.DELIVERY].wake)
    ticks = app[keys.TICKS] = Ticks(app[keys.METRICS])
    ticks.add("remind", REMIND, planner.tick)
    if app[keys.SETTINGS].webhook_url is not None:
        ticks.add("group", GROUP, lambda: _announce(app))
    ticks.add("uploads", SWEEP, lambda: sweep(app[keys.STORE], app[keys.DRAFTS], app[keys.CLOCK].now()))
    ticks.add("recover", RECOVER, app[keys.PIPELINE].recover)
    ticks.start()
    yield
    ticks.stop()


async def _announce(app: web.Application) -> None:
    """Queue the public summaries for the group robot that are due."""
    now, library = app[keys.CLOCK].now(), app[keys.LIBRARY]
    if await app[keys.STORE].run(lambda uow: group_summary.announce(uow, now, library)):
        app[keys.DELIVERY].wake()


def _clock(settings: Settings) -> Clock:
    start = settings.rehearsal_start
    return SystemClock() if start is None else MovableClock(start)


def _link_maker(app: web.Application) -> LinkMaker | None:
    address = app[keys.SETTINGS].public_url
    return link_maker(app[keys.LINKS], address) if address else None


def _api(settings: Settings) -> WecomApi:
    wecom = settings.wecom
    return WecomApi(settings.wecom_api_base, wecom.corp_id, wecom.secret, proxy=settings.proxy)


def _woken_by(incoming: Incoming, delivery: Delivery, media: MediaFetcher) -> None:
    delivery.wake()
    if incoming.media is not None:
        media.wake()


@asynccontextmanager
async def _running(loop: Delivery | MediaFetcher | RobotParts) -> AsyncIterator[None]:
    """Run one of the loops; at the end let it finish what it has begun, and put the rest back."""
    task = asyncio.create_task(loop.run())
    try:
        yield
    finally:
        loop.stop()
        with suppress(TimeoutError):
            await asyncio.wait_for(task, FINISH_SECONDS)
