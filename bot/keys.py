"""The typed keys under which the parts of the running application are found."""

from asyncio import Semaphore

from aiohttp import web

from bot.channels.wechat import WechatCallback
from bot.channels.wecom import WecomCallback
from bot.channels.wecom_api import WecomApi
from bot.clock import Clock
from bot.delivery.loop import Delivery
from bot.intake import Intake
from bot.links import Links
from bot.media import MediaFetcher
from bot.metrics import Metrics
from bot.pipeline import Pipeline
from bot.robot import RobotParts
from bot.schedule import Ticks
from bot.settings import Settings
from bot.upload.drafts import Drafts
from handlers.campaign.library import Library
from store.database import Store
from store.files import EvidenceFiles

SETTINGS = web.AppKey("settings", Settings)
CLOCK = web.AppKey("clock", Clock)
METRICS = web.AppKey("metrics", Metrics)
LIBRARY = web.AppKey("library", Library)
LINKS = web.AppKey("links", Links)
DRAFTS = web.AppKey("drafts", Drafts)
STORE = web.AppKey("store", Store)
DOWNLOADS = web.AppKey("downloads", Semaphore)
FILES = web.AppKey("files", EvidenceFiles)
INTAKE = web.AppKey("intake", Intake)
CALLBACK = web.AppKey("wecom callback", WecomCallback)
WECHAT_CALLBACK = web.AppKey("wechat callback", WechatCallback)
API = web.AppKey("wecom api", WecomApi)
PIPELINE = web.AppKey("pipeline", Pipeline)
DELIVERY = web.AppKey("delivery", Delivery)
ROBOT = web.AppKey("robot", RobotParts)
MEDIA = web.AppKey("media", MediaFetcher)
TICKS = web.AppKey("ticks", Ticks)
