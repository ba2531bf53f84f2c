"""A desk behind a running server, and the browsers that open its signed links."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import aiohttp
from yarl import URL

from bot.clock import MovableClock
from bot.documents.rendering import KIND, target_of
from bot.links import Links
from bot.sandbox.api import MEMBER
from bot.sandbox.platform import Platform
from handlers.exports.looking import LOOK
from handlers.exports.orders import Order
from store.records import Role
from tests.bot.documents.desk import Desk

MINUTES = timedelta(minutes=15)
IN_WECOM = "Mozilla/5.0 wxwork/4.1.20 MicroMessenger/7.0.1"
Page = tuple[int, bytes, dict[str, str]]


class Browser:
    """One browser with its cookies, and scripts that press the button of the first page."""

    def __init__(self, agent: str = "Mozilla/5.0") -> None:
        self.http = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True), headers={"User-Agent": agent}
        )

    async def read(self, url: str, method: str = "GET") -> Page:
        """The page at the end of all redirections."""
        async with self.http.request(method, URL(url, encoded=True)) as answer:
            return answer.status, await answer.read(), dict(answer.headers)

    async def open(self, url: str, method: str = "GET") -> Page:
        page = await self.read(url, method)
        return await self.read(url, "POST") if b'id="open"' in page[1] else page


@dataclass
class Window:
    """Links to a desk, and who opens them."""

    desk: Desk
    links: Links
    clock: MovableClock
    address: str
    platform: Platform
    turns: asyncio.Semaphore
    browsers: list[Browser] = field(default_factory=list)

    def browser(self, agent: str = "Mozilla/5.0") -> Browser:
        self.browsers.append(Browser(agent))
        return self.browsers[-1]

    def member(self, account: str) -> Browser:
        """The built-in browser of that member."""
        browser = self.browser(IN_WECOM)
        browser.http.cookie_jar.update_cookies({MEMBER: account}, URL(self.platform.base_url))
        return browser

    def link(self, kind: str, contact: int, target: str) -> str:
        return f"{self.address}/{kind}/{self.links.sign(kind, contact, target, self.clock.now() + MINUTES)}"

    def package(self, contact: int) -> str:
        return self.link(KIND, contact, target_of(Order("evidence", contact)))

    def look(self, contact: int, code: str = "1.3") -> str:
        return self.link(LOOK, contact, f"{code}/平顶山市")

    async def get(self, url: str, method: str = "GET") -> Page:
        """What the one who got the link first sees."""
        return await self.browsers[0].open(url, method)

    async def status(self, url: str) -> int:
        return (await self.get(url))[0]

    async def person(self, account: str, role: Role, unit: str = "市场监督管理局") -> int:
        self.platform.corp.add_member(account)
        return await self.desk.scene.person(account, unit, role)

    async def pushes(self) -> list[tuple[str, str]]:
        """(to whom, what) the bot says by itself."""
        rows = await self.desk.scene.store.read(lambda uow: uow.outbox.list())
        return [(row.recipient, row.text) for row in rows if row.key.startswith("link")]
